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
    std::erase_if(m_entries, [&log](const Entry &entry) {
        return entry.log.uid == log.uid && entry.log.container == log.container
            && entry.log.cluster == log.cluster;
    });
    if (log.lines.size() > MostOfOne) {
        const auto begin = log.lines.indexOf('\n', log.lines.size() - MostOfOne) + 1;
        log.lines = log.lines.sliced(begin);
    }
    m_entries.push_back({.log = std::move(log), .end = QDeadlineTimer(m_time)});
    dropOld();
}

std::vector<KeptLog> LogKeeper::find(const QString &cluster, const LogSubject &subject) const
{
    const auto selector = LabelSelector::parse(subject.selector);
    std::vector<KeptLog> found;
    for (const auto &entry : m_entries) {
        const auto &log = entry.log;
        if (entry.end.hasExpired() || log.cluster != cluster || log.nameSpace != subject.nameSpace)
            continue;
        const bool isWanted = subject.pod.isEmpty()
            ? !subject.selector.isEmpty() && selector && selector->matches(log.labels)
            : subject.pod == log.pod;
        if (isWanted)
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
