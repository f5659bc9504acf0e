// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/logstore/logstore.h"

#include "kube/logstore/bytescan.h"
#include "kube/logstore/stamp.h"

#include <algorithm>
#include <cstring>

namespace logstore {

static constexpr qsizetype LongestLine = 4 * LogStore::CharacterLimit; // no character is longer
static constexpr qsizetype LongestUnfinished = LongestLine + 64; // with its stamp
static constexpr QByteArrayView CutMark = "...[truncated]";

/// How many bytes of a line its first CharacterLimit characters have.
static qsizetype keptLength(QByteArrayView text)
{
    if (text.size() <= LogStore::CharacterLimit)
        return text.size(); // fewer bytes than the limit are fewer characters
    int characters = 0;
    const auto end = std::min(text.size(), LongestLine);
    for (qsizetype at = 0; at < end; ++at) {
        const bool isStart = (quint8(text[at]) & 0xc0) != 0x80;
        if (isStart && ++characters > LogStore::CharacterLimit)
            return at;
    }
    return end;
}

QByteArray LogStore::shownText(QByteArrayView text)
{
    const auto kept = keptLength(text);
    auto shown = text.first(kept).toByteArray();
    if (kept < text.size())
        shown.append(CutMark);
    return shown;
}

LogStore::LogStore(const QString &folder, QObject *parent)
    : LogStore(folder, Limits(), parent)
{
}

LogStore::LogStore(const QString &folder, const Limits &limits, QObject *parent)
    : QObject(parent)
    , m_limits(limits)
    , m_file(folder)
{
    m_writer.setMaxThreadCount(1);
}

LogStore::~LogStore()
{
    m_writer.waitForDone();
}

SourceId LogStore::source(const QString &name)
{
    const auto known = m_sources.indexOf(name);
    if (known >= 0)
        return SourceId(known);
    if (m_sources.size() < SourceLimit) {
        m_sources.append(name);
        m_unfinished.emplace_back();
    }
    return SourceId(m_sources.size() - 1);
}

/// There is one.
static qsizetype newlineIn(QByteArrayView lines, qsizetype from)
{
    const auto *found = std::memchr(lines.data() + from, '\n', size_t(lines.size() - from));
    return static_cast<const char *>(found) - lines.data();
}

/// What is longer than any line can be is not kept.
static void keepUnfinished(QByteArray &line, QByteArrayView text)
{
    line.append(text.first(std::min(text.size(), LongestUnfinished - line.size())));
}

void LogStore::append(SourceId source, QByteArrayView bytes)
{
    if (bytes.isEmpty())
        return;
    if (auto &line = m_unfinished[source]; !line.isEmpty()) {
        const auto newline = bytes.indexOf('\n');
        keepUnfinished(line, bytes.first(newline < 0 ? bytes.size() : newline));
        if (newline >= 0)
            endUnfinished(source);
        bytes = newline < 0 ? QByteArrayView() : bytes.sliced(newline + 1);
    }
    // Qt 6.8 looks at one byte too many of a view without bytes.
    const auto whole = bytes.isEmpty() ? 0 : bytes.lastIndexOf('\n') + 1;
    takeLines(source, bytes.first(whole));
    keepUnfinished(m_unfinished[source], bytes.sliced(whole));
    enter();
    keepLimits();
    Q_EMIT changed();
}

void LogStore::append(std::span<const Run> runs)
{
    if (runs.empty())
        return;
    for (const auto &run : runs)
        takeLines(run.source, run.lines);
    enter();
    keepLimits();
    Q_EMIT changed();
}

void LogStore::appendMark(SourceId source, QByteArrayView text, qint64 time)
{
    makeRoom(text.size() + 1);
    auto &block = m_blocks.back();
    const NewLine line{.time = time,
                       .offset = quint32(block.bytes.size()),
                       .source = source,
                       .level = Level::Mark};
    block.lines->append({&line, 1});
    block.bytes.append(text).append('\n');
    account(QByteArrayView(block.bytes).last(text.size() + 1));
    ++m_counts[size_t(Level::Mark)];
    keepLimits();
    Q_EMIT changed();
}

void LogStore::finish(SourceId source)
{
    if (m_unfinished[source].isEmpty())
        return;
    endUnfinished(source);
    enter();
    Q_EMIT changed();
}

void LogStore::dropUnfinished(SourceId source)
{
    m_unfinished[source] = {};
}

void LogStore::clear()
{
    while (!m_blocks.empty())
        dropFirstBlock();
    m_dropped = 0;
    for (auto &line : m_unfinished)
        line = {};
    m_cache = {};
    Q_EMIT changed();
}

void LogStore::endUnfinished(SourceId source)
{
    auto line = std::exchange(m_unfinished[source], {});
    line.append('\n');
    takeLines(source, line);
}

/// Every line ends with a newline.
void LogStore::takeLines(SourceId source, QByteArrayView lines)
{
    while (!lines.isEmpty()) {
        const auto taken = fill(source, lines);
        if (taken == 0)
            makeRoom(std::min(newlineIn(lines, 0), LongestLine) + CutMark.size() + 1);
        lines = lines.sliced(taken);
    }
}

/// Takes lines that have room in the last block, and returns how many bytes they were.
qsizetype LogStore::fill(SourceId source, QByteArrayView lines)
{
    if (m_blocks.empty())
        return 0;
    auto &bytes = m_blocks.back().bytes;
    const auto before = bytes.size();
    const auto room = before == 0 ? bytes.capacity() : Block::Capacity;
    const auto most = before + lines.size() + CutMark.size();
    bytes.resize(std::max(before, std::min(room, most)));
    auto *const base = bytes.data();
    auto *to = base + before;
    const auto *const limit = base + bytes.size();
    qsizetype begin = 0;
    while (begin < lines.size()) {
        const auto end = newlineIn(lines, begin);
        auto line = lines.sliced(begin, end - begin);
        const auto stamp = m_stamps.read(line);
        if (stamp.length > 0)
            line = line.sliced(stamp.length + 1);
        if (line.endsWith('\r'))
            line.chop(1);
        const auto kept = keptLength(line);
        const auto mark = kept < line.size() ? CutMark : QByteArrayView();
        if (limit - to < kept + mark.size() + 1)
            break;
        m_news.push_back({.time = stamp.length > 0 ? stamp.time : NoTime,
                          .offset = quint32(to - base),
                          .source = source});
        to = std::copy_n(line.data(), kept, to);
        to = std::ranges::copy(mark, to).out;
        *to++ = '\n';
        begin = end + 1;
    }
    bytes.truncate(to - base);
    return begin;
}

/// Begins another block unless the last one has room; never moves the bytes of a block.
void LogStore::makeRoom(qsizetype bytes)
{
    if (!m_blocks.empty() && m_blocks.back().bytes.size() + bytes <= Block::Capacity)
        return;
    enter();
    const auto next = end();
    if (!m_blocks.empty())
        seal();
    m_blocks.push_back({.first = next});
    m_blocks.back().bytes.reserve(std::max(Block::Capacity, bytes));
}

/// Writes down what is known about the lines that were added to the last block.
void LogStore::enter()
{
    if (m_news.empty())
        return;
    auto &block = m_blocks.back();
    m_scanner.scan(block.bytes, m_news);
    const auto before = block.lines->counts();
    block.lines->append(m_news);
    for (size_t level = 0; level < m_counts.size(); ++level)
        m_counts[level] += block.lines->count(Level(level)) - before[level];
    account(QByteArrayView(block.bytes).sliced(m_news.front().offset));
    m_news.clear();
}

/// Takes note of bytes that were added to the last block.
void LogStore::account(QByteArrayView added)
{
    auto &block = m_blocks.back();
    const auto kinds = kindsIn(added);
    block.isAscii = block.isAscii && kinds.isAscii;
    block.hasEscapes = block.hasEscapes || kinds.hasEscapes;
    block.size += added.size();
    m_inMemory += added.size();
}

void LogStore::seal()
{
    m_blocks.back().lines->squeeze();
}

void LogStore::keepLimits()
{
    while (m_blocks.size() > 1 && count() - m_blocks.front().lines->count() >= m_limits.lines) {
        m_dropped += m_blocks.front().lines->count();
        dropFirstBlock();
    }
    while (m_inMemory > m_limits.memory && m_blocks.size() > 1) {
        if (!m_fileError.isEmpty()) {
            m_dropped += m_blocks.front().lines->count();
            dropFirstBlock();
            continue;
        }
        const auto sealed = std::prev(m_blocks.end());
        const auto oldest = std::find_if(m_blocks.begin(), sealed, [this](const Block &block) {
            return block.isInMemory() && block.first != m_writing;
        });
        if (oldest == sealed)
            return;
        if (m_inMemory > 2 * m_limits.memory)
            spilled(oldest->first, m_file.write(oldest->bytes)); // the writer does not keep up
        else if (m_writing < 0)
            spill(*oldest);
        else
            return;
    }
}

void LogStore::spill(Block &block)
{
    m_writing = block.first;
    m_writer.start([this, first = block.first, bytes = block.bytes] {
        auto place = m_file.write(bytes);
        QMetaObject::invokeMethod(
            this,
            [this, first, place = std::move(place)] {
                m_writing = -1;
                spilled(first, place);
                keepLimits();
            },
            Qt::QueuedConnection);
    });
}

void LogStore::spilled(qint64 first, const std::expected<SpillFile::Place, QString> &place)
{
    if (!place) {
        m_fileError = place.error();
        return;
    }
    const auto block = std::ranges::find(m_blocks, first, &Block::first);
    if (block == m_blocks.end() || !block->isInMemory()) {
        m_file.free(*place); // it went meanwhile
        return;
    }
    block->place = *place;
    block->bytes = QByteArray();
    m_inMemory -= block->size;
}

void LogStore::dropFirstBlock()
{
    const auto &block = m_blocks.front();
    for (size_t level = 0; level < m_counts.size(); ++level)
        m_counts[level] -= block.lines->count(Level(level));
    if (block.isInMemory())
        m_inMemory -= block.size;
    else
        m_file.free(block.place);
    m_begin = block.end();
    m_blocks.pop_front();
}

qint64 LogStore::memory() const
{
    qint64 bytes = m_inMemory;
    for (const auto &block : m_blocks)
        bytes += block.lines->memory();
    return bytes;
}

} // namespace logstore
