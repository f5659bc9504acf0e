// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/gateway/logs/logring.h"

#include <algorithm>

namespace gateway {

void LogRing::append(LogLine line)
{
    m_bytes += line.cost();
    m_lines.push_back(std::move(line));
    trim();
}

void LogRing::setMostBytes(qint64 bytes)
{
    m_mostBytes = bytes;
    trim();
}

void LogRing::clear()
{
    m_first = end();
    m_lines.clear();
    m_bytes = 0;
}

void LogRing::trim()
{
    while (m_bytes > m_mostBytes && m_lines.size() > 1)
        dropOldest();
}

quint64 LogRing::after(const LogPosition &position) const
{
    const auto found = std::ranges::upper_bound(m_lines, position, {}, &LogLine::at);
    return m_first + quint64(found - m_lines.begin());
}

void LogRing::dropOldestTime()
{
    if (m_lines.empty() || m_lines.front().at.time == m_lines.back().at.time)
        return;
    const auto oldest = m_lines.front().at.time;
    while (m_lines.front().at.time == oldest)
        dropOldest();
}

void LogRing::dropOldest()
{
    m_bytes -= m_lines.front().cost();
    m_lines.pop_front();
    ++m_first;
}

} // namespace gateway
