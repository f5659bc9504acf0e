// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/gateway/logs/memorystorage.h"

#include <algorithm>

namespace gateway {

namespace {

qint64 costOf(const LogBlock &block)
{
    return block.bytes.size() + qint64(sizeof(LogBlock));
}

} // namespace

MemoryStorage::MemoryStorage(const Limits &limits, QObject *parent)
    : QObject(parent)
    , m_limits(limits)
{
    m_sweep.setInterval(std::clamp(limits.logTtl / 10, std::chrono::milliseconds(50),
                                   std::chrono::milliseconds(std::chrono::minutes(1))));
    connect(&m_sweep, &QTimer::timeout, this, &MemoryStorage::removeOld);
    m_sweep.start();
}

void MemoryStorage::append(const LogName &log, const LogBlock &block, const Answer<bool> &answer)
{
    auto &kept = m_logs[log.text()];
    kept.name = log;
    kept.end = QDeadlineTimer(m_limits.logTtl);
    if (kept.blocks.empty() || kept.blocks.back().last < block.first) {
        kept.blocks.push_back(block);
        kept.bytes += costOf(block);
        m_bytes += costOf(block);
    }
    while (kept.bytes > m_limits.bytesOfLog && kept.blocks.size() > 1)
        dropOldest(kept);
    while (m_bytes > m_limits.bytes && m_logs.size() > 1) {
        const auto oldest = std::ranges::min_element(
            m_logs, {}, [](const auto &entry) { return entry.second.end.deadline(); });
        m_bytes -= oldest->second.bytes;
        m_logs.erase(oldest);
    }
    tell(answer, true);
}

void MemoryStorage::read(const LogName &log, const LogPosition &after, qint64 mostBytes,
                         const Answer<std::vector<LogBlock>> &answer)
{
    std::vector<LogBlock> found;
    if (const auto kept = m_logs.find(log.text()); kept != m_logs.end()) {
        qint64 bytes = 0;
        for (const auto &block : kept->second.blocks) {
            if (block.last <= after)
                continue;
            if (bytes >= mostBytes)
                break;
            bytes += block.bytes.size();
            found.push_back(block);
        }
    }
    tell(answer, found);
}

void MemoryStorage::find(const QString &cluster, const QString &nameSpace, const QString &pod,
                         const Answer<std::vector<LogName>> &answer)
{
    removeOld();
    std::vector<LogName> found;
    for (const auto &[text, log] : m_logs) {
        if (log.name.cluster == cluster && log.name.nameSpace == nameSpace
            && (pod.isEmpty() || log.name.pod == pod))
            found.push_back(log.name);
    }
    tell(answer, found);
}

void MemoryStorage::touch(const LogName &log)
{
    if (const auto kept = m_logs.find(log.text()); kept != m_logs.end())
        kept->second.end = QDeadlineTimer(m_limits.logTtl);
}

void MemoryStorage::lease(const LogName &, const QString &, std::chrono::milliseconds,
                          const Answer<bool> &answer)
{
    tell(answer, true);
}

void MemoryStorage::saveSession(const QString &subject, const QByteArray &body,
                                const Answer<bool> &answer)
{
    if (body.isEmpty())
        m_sessions.erase(subject);
    else
        m_sessions[subject] = {.body = body, .end = QDeadlineTimer(m_limits.sessionTtl)};
    if (m_sessions.size() > MostSessions) {
        m_sessions.erase(std::ranges::min_element(
            m_sessions, {}, [](const auto &entry) { return entry.second.end.deadline(); }));
    }
    tell(answer, true);
}

void MemoryStorage::session(const QString &subject, const Answer<QByteArray> &answer)
{
    removeOld();
    const auto found = m_sessions.find(subject);
    tell(answer, found == m_sessions.end() ? QByteArray() : found->second.body);
}

void MemoryStorage::dropOldest(Log &log)
{
    const auto cost = costOf(log.blocks.front());
    log.bytes -= cost;
    m_bytes -= cost;
    log.blocks.pop_front();
}

void MemoryStorage::removeOld()
{
    std::erase_if(m_logs, [this](const auto &entry) {
        const bool isOld = entry.second.end.hasExpired();
        if (isOld)
            m_bytes -= entry.second.bytes;
        return isOld;
    });
    std::erase_if(m_sessions, [](const auto &entry) { return entry.second.end.hasExpired(); });
}

} // namespace gateway
