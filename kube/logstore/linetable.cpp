// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/logstore/linetable.h"

#include <algorithm>
#include <cstring>

namespace logstore {

static constexpr int SourceShift = 3;
static constexpr int TimeShift = 12;
static constexpr qint64 TimeReach = (qint64(1) << 35) - 1;
static constexpr qint64 TimeAbsent = -TimeReach - 1;

void LineTable::append(std::span<const NewLine> lines)
{
    auto number = quint32(m_marks.size());
    m_marks.resize(m_marks.size() + lines.size());
    for (const auto &line : lines) {
        if (number % LinesPerOffset == 0)
            m_offsets.push_back(line.offset);
        const auto relative = line.time == NoTime ? TimeAbsent : relativeTime(line.time, number);
        const quint64 value = quint64(line.level) | quint64(line.source) << SourceShift
            | quint64(relative) << TimeShift;
        m_marks[number] = {{quint16(value), quint16(value >> 16), quint16(value >> 32)}};
        ++m_counts[size_t(line.level)];
        ++number;
    }
}

qint64 LineTable::relativeTime(qint64 time, quint32 line)
{
    // In unsigned numbers: foreign times may lie anywhere.
    const bool isNear = !m_segments.empty()
        && quint64(time) - quint64(m_segments.back().base) + quint64(TimeReach)
            <= 2 * quint64(TimeReach);
    if (!isNear)
        m_segments.push_back({.first = line, .base = time});
    m_earliest = m_earliest == NoTime ? time : std::min(m_earliest, time);
    m_latest = std::max(m_latest, time);
    return qint64(quint64(time) - quint64(m_segments.back().base));
}

void LineTable::squeeze()
{
    m_marks.shrink_to_fit();
    m_offsets.shrink_to_fit();
    m_segments.shrink_to_fit();
}

Level LineTable::level(int line) const
{
    return Level(m_marks[size_t(line)].words[0] & ((1 << SourceShift) - 1));
}

SourceId LineTable::source(int line) const
{
    return SourceId(m_marks[size_t(line)].words[0] >> SourceShift & (SourceLimit - 1));
}

qint64 LineTable::time(int line) const
{
    const auto stored = m_marks[size_t(line)].value() >> TimeShift;
    const qint64 relative = qint64(stored << 28) >> 28; // 36 bits with their sign
    if (relative == TimeAbsent)
        return NoTime;
    const auto after = std::ranges::upper_bound(m_segments, quint32(line), {}, &Segment::first);
    return qint64(quint64(std::prev(after)->base) + quint64(relative));
}

qsizetype LineTable::offsetOf(int line, QByteArrayView bytes) const
{
    qsizetype offset = m_offsets[size_t(line / LinesPerOffset)];
    for (int left = line % LinesPerOffset; left > 0; --left)
        offset = bytes.indexOf('\n', offset) + 1;
    return offset;
}

int LineTable::lineAt(qsizetype offset, QByteArrayView bytes) const
{
    const auto after = std::ranges::upper_bound(m_offsets, quint32(offset));
    const auto known = std::distance(m_offsets.begin(), after) - 1;
    const qsizetype begin = m_offsets[size_t(known)];
    const auto between = bytes.sliced(begin, offset - begin);
    return int(known) * LinesPerOffset + int(std::ranges::count(between, '\n'));
}

qsizetype LineTable::memory() const
{
    const auto bytes = m_marks.capacity() * sizeof(Mark) + m_offsets.capacity() * sizeof(quint32)
        + m_segments.capacity() * sizeof(Segment);
    return qsizetype(bytes);
}

} // namespace logstore
