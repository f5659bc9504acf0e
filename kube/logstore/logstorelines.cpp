// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/logstore/logstore.h"

#include "kube/logstore/stamp.h"

#include <algorithm>

// The half of LogStore that hands lines out.

namespace logstore {

const Block &LogStore::blockOf(qint64 number) const
{
    return *std::prev(std::ranges::upper_bound(m_blocks, number, {}, &Block::first));
}

QByteArray LogStore::bytesOf(const Block &block) const
{
    return block.isInMemory() ? block.bytes : m_file.read(block.place);
}

QByteArrayView LogStore::cachedBytes(const Block &block) const
{
    if (block.isInMemory())
        return block.bytes;
    const auto known = std::ranges::find(m_cache, block.first, &Cached::first);
    if (known != m_cache.end()) {
        std::rotate(m_cache.begin(), known, std::next(known));
    } else {
        std::ranges::rotate(m_cache, std::prev(m_cache.end()));
        m_cache.front() = {.first = block.first, .bytes = m_file.read(block.place)};
    }
    return m_cache.front().bytes;
}

LogStore::Line LogStore::line(qint64 number) const
{
    if (number < begin() || number >= end())
        return {};
    const auto &block = blockOf(number);
    const int index = int(number - block.first);
    Line line{.level = block.lines->level(index),
              .source = block.lines->source(index),
              .time = block.lines->time(index)};
    const auto bytes = cachedBytes(block);
    if (bytes.size() == block.size) {
        const auto begin = block.lines->offsetOf(index, bytes);
        line.bytes = bytes.sliced(begin, bytes.indexOf('\n', begin) - begin);
    }
    return line;
}

LogStore::Line LogStore::unfinished(SourceId source) const
{
    QByteArrayView bytes = m_unfinished[source];
    const auto stamp = stampOf(bytes);
    if (stamp.length > 0)
        bytes = bytes.sliced(stamp.length + 1);
    return {.bytes = bytes,
            .level = levelOf(bytes),
            .source = source,
            .time = stamp.length > 0 ? stamp.time : NoTime};
}

qint64 LogStore::numberAt(qint64 time) const
{
    const auto block = std::ranges::find_if(
        m_blocks, [time](const Block &b) { return b.lines->latest() >= time; });
    if (block == m_blocks.end())
        return end();
    int index = 0;
    while (block->lines->time(index) < time) // NoTime is the least of all
        ++index;
    return block->first + index;
}

qint64 LogStore::timeBefore(qint64 number) const
{
    if (number < m_begin || m_blocks.empty())
        return NoTime;
    auto block = std::prev(std::ranges::upper_bound(m_blocks, number, {}, &Block::first));
    for (;;) {
        if (block->lines->latest() != NoTime) {
            const auto last = std::min(number, block->end() - 1);
            for (auto index = int(last - block->first); index >= 0; --index) {
                if (const auto time = block->lines->time(index); time != NoTime)
                    return time;
            }
        }
        if (block == m_blocks.begin())
            return NoTime;
        --block;
    }
}

} // namespace logstore
