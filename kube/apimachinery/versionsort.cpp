// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/apimachinery/versionsort.h"

#include <QString>

#include <optional>
#include <tuple>

using namespace Qt::StringLiterals;

namespace kube {

namespace {

enum class Stage { Alpha, Beta, Stable };

using KubeVersion = std::tuple<Stage, qint64, qint64>; // stage, major, minor: the order of weight

/// Takes the ASCII digits off the front of `text`; nothing when there are none, or too many.
std::optional<qint64> takeNumber(QStringView &text)
{
    qsizetype length = 0;
    while (length < text.size() && text[length] >= u'0' && text[length] <= u'9')
        ++length;
    bool fits = false;
    const auto number = text.first(length).toLongLong(&fits);
    text = text.sliced(length);
    return fits ? std::optional(number) : std::nullopt;
}

std::optional<KubeVersion> parsed(QStringView text)
{
    if (!text.startsWith(u'v'))
        return {};
    text = text.sliced(1);
    const auto major = takeNumber(text);
    if (!major)
        return {};
    if (text.isEmpty())
        return KubeVersion{Stage::Stable, *major, 0};
    const bool isAlpha = text.startsWith("alpha"_L1);
    if (!isAlpha && !text.startsWith("beta"_L1))
        return {};
    text = text.sliced(isAlpha ? 5 : 4);
    const auto minor = takeNumber(text);
    if (!minor || !text.isEmpty())
        return {};
    return KubeVersion{isAlpha ? Stage::Alpha : Stage::Beta, *major, *minor};
}

} // namespace

std::strong_ordering compareKubeVersions(QStringView left, QStringView right)
{
    const auto leftVersion = parsed(left);
    const auto rightVersion = parsed(right);
    if (leftVersion && rightVersion)
        return *leftVersion <=> *rightVersion;
    if (leftVersion || rightVersion)
        return leftVersion.has_value() <=> rightVersion.has_value();
    return right.toUtf8().compare(left.toUtf8()) <=> 0;
}

} // namespace kube
