// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/logs/logbuffer.h"

#include <algorithm>

namespace workspace {

static constexpr qsizetype BlockSize = 256 * 1024;

void LogBuffer::append(QByteArrayView raw, qsizetype stampSize, LogLevel level)
{
    if (m_blocks.empty() || m_blocks.back().bytes.size() + raw.size() > BlockSize) {
        m_blocks.push_back({.first = m_end});
        m_blocks.back().bytes.reserve(qMax(BlockSize, raw.size()));
    }
    auto &block = m_blocks.back();
    block.entries.push_back({.offset = quint32(block.bytes.size()),
                             .length = quint32(raw.size()),
                             .stamp = quint16(stampSize),
                             .level = level});
    block.bytes.append(raw);
    m_bytes += raw.size();
    ++m_counts[size_t(level)];
    ++m_end;
    while (m_end - m_begin > LineLimit || (m_bytes > ByteLimit && m_end - m_begin > 1))
        dropFirst();
}

void LogBuffer::dropFirst()
{
    const Block *block = nullptr;
    const auto &entry = entryAt(m_begin, block);
    --m_counts[size_t(entry.level)];
    m_bytes -= entry.length;
    ++m_begin;
    if (m_begin >= block->first + qint64(block->entries.size()))
        m_blocks.pop_front();
}

void LogBuffer::clear()
{
    m_blocks.clear();
    m_counts = {};
    m_begin = m_end; // numbers are never used twice
    m_bytes = 0;
}

const LogBuffer::Entry &LogBuffer::entryAt(qint64 number, const Block *&block) const
{
    const auto after = std::ranges::upper_bound(m_blocks, number, {}, &Block::first);
    block = &*std::prev(after);
    return block->entries[size_t(number - block->first)];
}

LogLine LogBuffer::at(qint64 number) const
{
    const Block *block = nullptr;
    const auto &entry = entryAt(number, block);
    const auto raw = QByteArrayView(block->bytes).sliced(entry.offset, entry.length);
    if (entry.stamp == 0)
        return {.bytes = raw, .level = entry.level};
    return {.stamp = raw.first(entry.stamp),
            .bytes = raw.sliced(entry.stamp + 1),
            .level = entry.level};
}

} // namespace workspace
