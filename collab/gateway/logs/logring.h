// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/gateway/logs/logline.h"

#include <deque>

namespace gateway {

/// The newest lines of one log, bounded in bytes. Each has a number that stays its own, so readers
/// need to keep no more than that.
class LogRing
{
public:
    explicit LogRing(qint64 mostBytes)
        : m_mostBytes(mostBytes)
    {
    }

    void append(LogLine line);
    void setMostBytes(qint64 bytes);
    void clear(); ///< numbers go on
    quint64 first() const { return m_first; } ///< number of the oldest line
    quint64 end() const { return m_first + m_lines.size(); } ///< one more than the newest's
    bool isEmpty() const { return m_lines.empty(); }
    /// `number` from first() on and before end().
    const LogLine &at(quint64 number) const { return m_lines.at(size_t(number - m_first)); }
    /// The number of the first line after a position.
    quint64 after(const LogPosition &position) const;
    /// Whether nothing between a position and the newest line is missing.
    bool reaches(const LogPosition &position) const
    {
        return !m_lines.empty() && m_lines.front().at <= position;
    }
    /// Forgets all lines of the oldest time, unless there is no other: their counts may be wrong.
    void dropOldestTime();
    qint64 bytes() const { return m_bytes; }

private:
    void trim();
    void dropOldest();

    qint64 m_mostBytes;
    std::deque<LogLine> m_lines;
    quint64 m_first = 0;
    qint64 m_bytes = 0;
};

} // namespace gateway
