// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/logstore/level.h"

#include <QByteArrayView>

#include <array>
#include <limits>
#include <span>
#include <vector>

namespace logstore {

/// Which stream a line came from, an index into LogStore::sources().
using SourceId = quint16;
inline constexpr int SourceLimit = 512;

/// Nanoseconds since 1970 in UTC; NoTime where a line says none.
inline constexpr qint64 NoTime = std::numeric_limits<qint64>::min();

/// A line on its way into a table.
struct NewLine
{
    qint64 time = NoTime;
    quint32 offset = 0; ///< where it begins in the bytes of its block
    SourceId source = 0;
    Level level = Level::None;
};

/// What is known about the lines of one block beside their bytes, in 6 1/8 bytes a line: level,
/// source and time to the nanosecond, and where every 32nd line begins. A line that lies more than
/// 34 s from the one before costs 16 bytes more.
///
/// Core only. Readers on other threads are fine once nothing is appended any more.
class LineTable
{
public:
    static constexpr int LinesPerOffset = 32;

    void append(std::span<const NewLine> lines);
    /// Gives back what was reserved for more lines.
    void squeeze();

    int count() const { return int(m_marks.size()); }
    Level level(int line) const;
    SourceId source(int line) const;
    qint64 time(int line) const;
    /// How many lines have a level.
    int count(Level level) const { return m_counts[size_t(level)]; }
    const std::array<int, LevelCount> &counts() const { return m_counts; }
    /// Of the lines that have a time; NoTime when none has.
    qint64 earliest() const { return m_earliest; }
    qint64 latest() const { return m_latest; }

    /// Where a line begins, found by counting the newlines from the nearest known offset on.
    qsizetype offsetOf(int line, QByteArrayView bytes) const;
    /// The line that holds a byte.
    int lineAt(qsizetype offset, QByteArrayView bytes) const;

    qsizetype memory() const;

private:
    /// Level in 3 bits, source in 9, time relative to its segment in 36.
    struct Mark
    {
        std::array<quint16, 3> words{};
        quint64 value() const
        {
            return words[0] | quint64(words[1]) << 16 | quint64(words[2]) << 32;
        }
    };
    /// Lines whose times lie within 34 s of `base`.
    struct Segment
    {
        quint32 first = 0;
        qint64 base = 0;
    };

    qint64 relativeTime(qint64 time, quint32 line);

    std::vector<Mark> m_marks;
    std::vector<quint32> m_offsets;
    std::vector<Segment> m_segments;
    std::array<int, LevelCount> m_counts{};
    qint64 m_earliest = NoTime;
    qint64 m_latest = NoTime;
};

} // namespace logstore
