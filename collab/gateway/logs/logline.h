// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/gateway/logs/logposition.h"
#include "kube/logstore/stamp.h"

#include <vector>

namespace gateway {

/// One line of a container's log, or something that happened between lines.
struct LogLine
{
    LogPosition at = {}; ///< of a mark: that of the line before it
    qint64 time = 0; ///< as the container runtime wrote it; lines may be a little out of order
    QByteArray text = {}; ///< UTF-8, mostly; of a mark: kube::bytesOf(LogMark)
    bool isMark = false;

    qint64 cost() const { return text.size() + 64; } ///< bytes that it takes, about

    bool operator==(const LogLine &) const = default;
};

/// Gives the lines of one log their positions. A line whose time is before that of the line before
/// it (stdout and stderr may be written a little out of order) counts as one of that time, so that
/// positions only grow.
class LineCounter
{
public:
    static constexpr QByteArrayView Truncated{"...[truncated]"};

    explicit LineCounter(int maxLineLength)
        : m_maxLength(maxLineLength)
    {
    }

    /// Lines each with its time, as FollowedLog tells them.
    std::vector<LogLine> read(QByteArrayView lines);
    /// Goes on after a line.
    void setLast(const LogPosition &last) { m_last = last; }
    const LogPosition &last() const { return m_last; }

private:
    LogLine line(QByteArrayView text);

    const int m_maxLength; ///< characters
    logstore::StampReader m_stamps;
    LogPosition m_last;
};

/// The same lines as bytes, for storages; read back by LineCounter after setLast(before).
QByteArray bytesOf(const std::vector<LogLine> &lines);

/// `text` with at most so many characters (code points) of its own.
QByteArray truncated(QByteArrayView text, int maxLength);

} // namespace gateway
