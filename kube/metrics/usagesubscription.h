// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/metrics/metricsplan.h"
#include "kube/metrics/usage.h"

#include <QObject>
#include <QPointer>

namespace kube {

class MetricsFeed;

/// One viewer of a MetricsFeed: as long as there is one that has been started, it asks.
///
/// Told of every round that its figures come from. May outlive its feed and hears nothing then.
class UsageSubscription : public QObject
{
    Q_OBJECT

public:
    ~UsageSubscription() override;

    void start();
    /// Tells that nobody looks just now; start() goes on.
    void pause();
    bool isActive() const { return m_active; }
    const UsageScope &scope() const { return m_scope; }
    void setScope(const UsageScope &scope);

    /// The last figures, its own and others'; nullptr before the first.
    std::shared_ptr<const UsageTable> table() const;
    /// Why there are none, or no new ones; no value while they come, or before the first answer.
    std::optional<MetricsAbsence> absence() const;
    MetricsRoad road() const;
    /// How old a figure may become before it no longer says much: two rounds beyond the time that
    /// it was measured over, in ms.
    qint64 freshFor() const;
    /// Whether this figure is older than that; `now` in ms since the epoch.
    bool isStale(const UsageFigure &figure, qint64 now) const;

Q_SIGNALS:
    void changed();

private:
    friend class MetricsFeed;
    UsageSubscription(MetricsFeed &feed, UsageScope scope);

    QPointer<MetricsFeed> m_feed;
    UsageScope m_scope;
    bool m_active = false;
};

} // namespace kube
