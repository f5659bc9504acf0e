// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/metrics/usagesubscription.h"

#include "kube/metrics/metricsfeed.h"

namespace kube {

UsageSubscription::UsageSubscription(MetricsFeed &feed, UsageScope scope)
    : m_feed(&feed)
    , m_scope(std::move(scope))
{
}

UsageSubscription::~UsageSubscription()
{
    pause();
}

void UsageSubscription::start()
{
    if (std::exchange(m_active, true) || !m_feed)
        return;
    m_feed->attach(*this);
}

void UsageSubscription::pause()
{
    if (std::exchange(m_active, false) && m_feed)
        m_feed->detach(*this);
}

void UsageSubscription::setScope(const UsageScope &scope)
{
    if (m_scope == scope)
        return;
    m_scope = scope;
    if (m_active && m_feed)
        m_feed->look();
}

std::shared_ptr<const UsageTable> UsageSubscription::table() const
{
    return m_feed ? m_feed->table() : nullptr;
}

std::optional<MetricsAbsence> UsageSubscription::absence() const
{
    return m_feed ? m_feed->absence(m_scope) : std::nullopt;
}

MetricsRoad UsageSubscription::road() const
{
    return m_feed ? m_feed->road() : MetricsRoad::Api;
}

qint64 UsageSubscription::freshFor() const
{
    return m_feed ? m_feed->freshFor() : 0;
}

bool UsageSubscription::isStale(const UsageFigure &figure, qint64 now) const
{
    return figure.time > 0 && now - figure.time > freshFor();
}

} // namespace kube
