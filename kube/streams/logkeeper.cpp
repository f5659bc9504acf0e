// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/streams/logkeeper.h"

#include "kube/apimachinery/labelselector.h"
#include "kube/streams/logsubject.h"

#include <algorithm>

namespace kube {

LogKeeper::LogKeeper(std::chrono::milliseconds time, qint64 mostBytes, QObject *parent)
    : QObject(parent)
    , m_time(time)
    , m_mostBytes(mostBytes)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &LogKeeper::dropOld);
}

void LogKeeper::keep(KeptLog log)
{
    if (log.lines.isEmpty())
        return;
    const auto old = std::ranges::find_if(m_entries, [&log](const Entry &entry) {
        return entry.log.uid == log.uid && entry.log.container == log.container
            && entry.log.cluster == log.cluster;
    });
    if (old != m_entries.end()) {
        if (log.cronJob.isEmpty())
            log.cronJob = old->log.cronJob; // its Job may be gone by now
        m_entries.erase(old);
    }
    if (log.lines.size() > MostOfOne) {
        const auto begin = log.lines.indexOf('\n', log.lines.size() - MostOfOne) + 1;
        log.lines = log.lines.sliced(begin);
    }
    m_entries.push_back({.log = std::move(log), .end = QDeadlineTimer(m_time)});
    dropOld();
}

std::vector<KeptLog> LogKeeper::find(const QString &cluster, const LogSubject &subject,
                                     const QStringList &jobs) const
{
    const auto selector = LabelSelector::parse(subject.selector);
    const auto isWanted = [&](const KeptLog &log) {
        if (!subject.cronJob.isEmpty())
            return log.cronJob == subject.cronJob || jobs.contains(log.job);
        if (!subject.pod.isEmpty())
            return log.pod == subject.pod;
        return !subject.selector.isEmpty() && selector && selector->matches(log.labels);
    };
    std::vector<KeptLog> found;
    for (const auto &entry : m_entries) {
        const auto &log = entry.log;
        if (entry.end.hasExpired() || log.cluster != cluster || log.nameSpace != subject.nameSpace)
            continue;
        if (isWanted(log))
            found.push_back(log);
    }
    return found;
}

qint64 LogKeeper::bytes() const
{
    qint64 bytes = 0;
    for (const auto &entry : m_entries)
        bytes += entry.log.lines.size();
    return bytes;
}

void LogKeeper::dropOld()
{
    while (!m_entries.empty() && (m_entries.front().end.hasExpired() || bytes() > m_mostBytes))
        m_entries.pop_front();
    if (m_entries.empty())
        m_timer.stop();
    else
        m_timer.start(std::chrono::milliseconds(m_entries.front().end.remainingTime() + 1));
}

} // namespace kube
