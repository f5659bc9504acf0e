// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fuzz/fuzz.h"

#include "kube/apimachinery/labelselector.h"

/// The canonical form means the same and stays as it is; a selector matches or does not.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const auto text = QString::fromUtf8(fuzz::viewOf(data, size));
    const auto selector = kube::LabelSelector::parse(text);
    if (!selector)
        return 0;
    const auto written = selector->toString();
    const auto again = kube::LabelSelector::parse(written);
    fuzz::require(again.has_value(), "a canonical selector can be read");
    fuzz::require(again->toString() == written, "the canonical form stays");
    const QMap<QString, QString> labels{{QStringLiteral("app"), QStringLiteral("web")},
                                        {QStringLiteral("n"), QStringLiteral("5")}};
    fuzz::require(selector->matches(labels) == again->matches(labels), "it means the same");
    fuzz::require(selector->matches({}) == again->matches({}), "without labels too");
    return 0;
}
