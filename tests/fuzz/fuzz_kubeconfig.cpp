// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fuzz/fuzz.h"

#include "kube/config/kubeconfig.h"

#include <QJsonObject>

/// Whatever is in the file: it is read or refused, and every context gives a configuration or a
/// reason.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const auto text = fuzz::viewOf(data, size).toByteArray();
    const auto kubeconfig = kube::Kubeconfig::parse(text, QStringLiteral("/nowhere/config"));
    if (!kubeconfig)
        return 0;
    kubeconfig->toJson();
    for (const auto &context : kubeconfig->contexts) {
        const auto config = kube::clientConfigFor(*kubeconfig, context.name);
        fuzz::require(config || !config.error().message.isEmpty(), "a refusal has a reason");
        const auto space = kube::nameSpaceFor(*kubeconfig, context.name);
        fuzz::require(space || !space.error().message.isEmpty(), "a refusal has a reason");
    }
    const auto current = kube::clientConfigFor(*kubeconfig);
    fuzz::require(current || !current.error().message.isEmpty(), "a refusal has a reason");
    return 0;
}
