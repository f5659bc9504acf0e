// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/gateway/policy/namefilter.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gateway {

namespace {

constexpr qsizetype LongestName = 253; // of anything in a cluster
constexpr qsizetype LongestExpression = 4096;

std::vector<QRegularExpression> readied(const QStringList &texts, bool &isUnusable)
{
    std::vector<QRegularExpression> expressions;
    for (const auto &text : texts) {
        if (!problemInExpression(text).isEmpty())
            isUnusable = true;
        else
            expressions.push_back(boundedExpression(text));
    }
    return expressions;
}

} // namespace

QRegularExpression boundedExpression(const QString &text)
{
    // What comes later may only make these smaller.
    // https://www.pcre.org/current/doc/html/pcre2pattern.html#SEC2
    return QRegularExpression(u"(*LIMIT_MATCH=100000)(*LIMIT_DEPTH=2000)(*LIMIT_HEAP=4096)"_s
                              + text);
}

QString problemInExpression(const QString &text)
{
    if (text.size() > LongestExpression)
        return u"it is longer than %1 characters"_s.arg(LongestExpression);
    const QRegularExpression alone(text); // its offsets are those of what was written
    if (!alone.isValid())
        return u"%1, at character %2"_s.arg(alone.errorString())
            .arg(alone.patternErrorOffset() + 1);
    const auto bounded = boundedExpression(text);
    return bounded.isValid() ? QString() : bounded.errorString();
}

NameFilter::NameFilter(const GatewayConfig::Filters &filters)
    : m_include(readied(filters.include, m_hidesAll))
    , m_exclude(readied(filters.exclude, m_hidesAll))
{
    for (const auto &text : filters.excludeLabels) {
        if (const auto selector = kube::LabelSelector::parse(text))
            m_excludeLabels.push_back(*selector);
        else
            m_hidesAll = true;
    }
}

bool NameFilter::fits(const std::vector<QRegularExpression> &expressions, const QString &name,
                      InDoubt inDoubt)
{
    return std::ranges::any_of(expressions, [&](const auto &one) {
        const auto match = one.match(name);
        return match.isValid() ? match.hasMatch() : inDoubt == InDoubt::Fits;
    });
}

bool NameFilter::shows(const QString &name, const QMap<QString, QString> &labels) const
{
    if (m_hidesAll || name.size() > LongestName)
        return false;
    return (m_include.empty() || fits(m_include, name, InDoubt::Misses))
        && !fits(m_exclude, name, InDoubt::Fits)
        && std::ranges::none_of(m_excludeLabels,
                                [&](const auto &one) { return one.matches(labels); });
}

} // namespace gateway
