// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QHash>

#include <limits>
#include <map>
#include <optional>

namespace gateway {

/// A place in one container's log: a time in nanoseconds since 1970, and how many lines of the same
/// time were before. What is after a position is unambiguous, however often the log is read.
struct LogPosition
{
    qint64 time = std::numeric_limits<qint64>::min(); ///< the default is before every line
    int count = -1; ///< of the first line of a time: 0

    auto operator<=>(const LogPosition &) const = default;
    bool isBeginning() const { return time == std::numeric_limits<qint64>::min(); }
};

/// How far a reader of several logs got: the `id` of an event, and what `Last-Event-ID` and `since`
/// bring back.
///
/// `2026-01-30T12:00:00.000000001Z_0` is the time of the line, as RFC 3339 with nanoseconds, and
/// the count of LogPosition. Readers of several logs need a place in each: `~KEY:BEHIND_COUNT`
/// follows for each of them, where BEHIND is how many nanoseconds before that time it is, in base
/// 36, and `*` is the beginning. Only characters that a URL takes as they are.
struct LogCursor
{
    static constexpr qsizetype MostBytes = 16 * 1024;

    LogPosition at = {};
    std::map<QByteArray, LogPosition> logs = {}; ///< by keyOf(); empty: all are at `at`

    bool operator==(const LogCursor &) const = default;

    QByteArray toId() const;
    /// A time without a count, in any form of RFC 3339, is before all lines of that time.
    static std::optional<LogCursor> parse(QByteArrayView text);
    /// Where to go on in a log. One that was not there yet is read from its beginning.
    LogPosition of(const QByteArray &key) const;
};

/// Eight characters that tell the log of one container of one pod from others.
QByteArray logKeyOf(const QString &podUid, const QString &container);

} // namespace gateway
