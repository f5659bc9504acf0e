// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/gateway/limits/turns.h"

#include <QPointer>

#include <algorithm>
#include <utility>

namespace gateway {

Turns::Turns(const GatewayConfig &config)
    : m_limits(config.limits)
{
}

/// What a call holds may come back here.
Turns::~Turns()
{
    const auto dropped = std::exchange(m_clusters, {});
}

bool Turns::take(const QString &subject, const QString &cluster, Call call)
{
    auto &there = m_clusters[cluster];
    auto &line = there.lines[subject];
    if (line.waiting.empty() && line.running < m_limits.requestsAtOnce
        && there.running < m_limits.clusterRequestsAtOnce) {
        run(subject, cluster, call);
        return true;
    }
    if (line.waiting.size() >= MostWaiting)
        return false;
    line.waiting.push_back(std::move(call));
    return true;
}

void Turns::run(QString subject, QString cluster, const Call &call)
{
    auto &there = m_clusters[cluster];
    ++there.running;
    ++there.lines[subject].running;
    // Not at once: who gives a turn back may be in the middle of an answer.
    call(Turn(nullptr, [self = QPointer(this), subject, cluster](void *) {
        if (self)
            QMetaObject::invokeMethod(
                self, [self, subject, cluster] { self->free(subject, cluster); },
                Qt::QueuedConnection);
    }));
}

void Turns::free(const QString &subject, const QString &cluster)
{
    auto &there = m_clusters[cluster];
    --there.running;
    auto &line = there.lines[subject];
    if (--line.running == 0 && line.waiting.empty())
        there.lines.erase(subject);
    if (there.lines.empty()) {
        m_clusters.erase(cluster);
        return;
    }
    while (callNext(cluster)) { }
}

/// Of whoever comes behind the last one, and may.
bool Turns::callNext(const QString &cluster)
{
    auto &there = m_clusters[cluster];
    if (there.running >= m_limits.clusterRequestsAtOnce)
        return false;
    const auto mayRun = [this](const auto &one) {
        return !one.second.waiting.empty() && one.second.running < m_limits.requestsAtOnce;
    };
    const auto behind = there.lines.upper_bound(there.last);
    auto next = std::find_if(behind, there.lines.end(), mayRun);
    if (next == there.lines.end()) {
        next = std::find_if(there.lines.begin(), behind, mayRun);
        if (next == behind)
            return false;
    }
    there.last = next->first;
    const auto call = std::move(next->second.waiting.front());
    next->second.waiting.pop_front();
    run(there.last, cluster, call);
    return true;
}

} // namespace gateway
