// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/logstore/linesearch.h"

#include <QThread>

#include <algorithm>
#include <atomic>

namespace logstore {

bool Query::isEverything() const
{
    return std::ranges::all_of(include, &Pattern::isEmpty)
        && std::ranges::all_of(exclude, &Pattern::isEmpty) && levels == AllLevels
        && std::ranges::none_of(hiddenSources, std::identity()) && from == NoTime
        && to == std::numeric_limits<qint64>::max();
}

static bool isOutside(const Query &query, qint64 time)
{
    return time != NoTime && (time < query.from || time > query.to);
}

bool Query::wants(const LogStore::Line &line) const
{
    const auto isIn = [&line](const Pattern &pattern) { return pattern.matches(line.bytes); };
    const auto isOut = [&line](const Pattern &pattern) {
        return !pattern.isEmpty() && pattern.matches(line.bytes);
    };
    return wants(line.level) && !isOutside(*this, line.time)
        && !(line.source < hiddenSources.size() && hiddenSources[line.source])
        && (line.level == Level::Mark
            || (std::ranges::all_of(include, isIn) && std::ranges::none_of(exclude, isOut)));
}

Bits linesWanted(const Query &query, const Block &block, QByteArrayView bytes, int fromLine)
{
    const auto &lines = *block.lines;
    const int count = lines.count() - fromLine;
    Bits wanted(count, true);
    if (fromLine > 0 && count > 0)
        bytes = bytes.sliced(lines.offsetOf(fromLine, bytes));
    for (const auto &pattern : query.include) {
        if (!pattern.isEmpty())
            wanted.keep(pattern.find(bytes, count, block.isAscii, block.hasEscapes));
    }
    for (const auto &pattern : query.exclude) {
        if (pattern.isEmpty())
            continue;
        auto unwanted = pattern.find(bytes, count, block.isAscii, block.hasEscapes);
        unwanted.invert();
        wanted.keep(unwanted);
    }
    const bool isAnyTime = !isOutside(query, lines.earliest()) && !isOutside(query, lines.latest());
    if (isAnyTime && query.levels == Query::AllLevels && query.hiddenSources.empty()
        && lines.count(Level::Mark) == 0)
        return wanted;
    for (int i = 0; i < count; ++i) {
        const auto level = lines.level(fromLine + i);
        const auto source = lines.source(fromLine + i);
        const bool isHidden = !query.wants(level)
            || (source < query.hiddenSources.size() && query.hiddenSources[source])
            || (!isAnyTime && isOutside(query, lines.time(fromLine + i)));
        if (isHidden)
            wanted.reset(i);
        else if (level == Level::Mark)
            wanted.set(i);
    }
    return wanted;
}

/// A search of the blocks that were there when it began. Shared by its threads.
struct LineSearch::Job
{
    Query query;
    std::vector<Block> blocks; ///< the newest first; copies hold on to the bytes
    std::atomic<int> next = 0;
    std::atomic<bool> isGivenUp = false;
    int done = 0; ///< of the owner's thread
};

LineSearch::LineSearch(const LogStore &store, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_end(store.begin())
{
    m_threads.setMaxThreadCount(std::clamp(QThread::idealThreadCount(), 1, 4));
    connect(&store, &LogStore::changed, this, &LineSearch::follow);
    begin();
}

LineSearch::~LineSearch()
{
    giveUp();
    m_threads.waitForDone();
}

void LineSearch::setQuery(Query query)
{
    giveUp();
    m_query = std::move(query);
    begin();
    Q_EMIT changed();
}

void LineSearch::giveUp()
{
    if (m_job)
        m_job->isGivenUp = true;
    m_job.reset();
}

/// Not when all lines are wanted or none.
bool LineSearch::needsLooking() const
{
    return !m_query.isEverything() && m_query.levels != 0;
}

/// Sealed blocks go to the threads; the last one is small enough to be looked at here.
void LineSearch::begin()
{
    m_found.clear();
    m_end = m_store.end();
    const auto &blocks = m_store.blocks();
    if (!needsLooking() || blocks.empty())
        return;
    const auto &last = blocks.back();
    m_found.set(last.first, linesWanted(m_query, last, last.bytes));
    if (blocks.size() == 1)
        return;
    m_job = std::make_shared<Job>();
    m_job->query = m_query;
    m_job->blocks.assign(std::next(blocks.rbegin()), blocks.rend());
    for (const auto &block : m_job->blocks)
        m_found.set(block.first, Bits(block.lines->count()));
    for (int i = 0; i < m_threads.maxThreadCount(); ++i) {
        m_threads.start([this, job = m_job] {
            const int count = int(job->blocks.size());
            for (int at = job->next++; at < count && !job->isGivenUp; at = job->next++) {
                const auto &block = job->blocks[size_t(at)];
                const auto bytes = m_store.bytesOf(block);
                auto bits = bytes.size() == block.size ? linesWanted(job->query, block, bytes)
                                                       : Bits(block.lines->count());
                QMetaObject::invokeMethod(
                    this,
                    [this, job, at, found = std::move(bits)]() mutable {
                        take(job, at, std::move(found));
                    },
                    Qt::QueuedConnection);
            }
        });
    }
}

void LineSearch::take(const std::shared_ptr<Job> &job, int block, Bits bits)
{
    if (job != m_job)
        return;
    if (const auto first = job->blocks[size_t(block)].first; first >= m_store.begin())
        m_found.set(first, std::move(bits));
    const bool isDone = ++job->done == int(job->blocks.size());
    if (isDone)
        m_job.reset();
    Q_EMIT changed();
    if (isDone)
        Q_EMIT finished();
}

void LineSearch::follow()
{
    if (needsLooking()) {
        m_found.dropBefore(m_store.begin());
        followTail();
    }
    m_end = m_store.end();
}

/// Looks at the lines that came since the last time; they are in memory.
void LineSearch::followTail()
{
    const auto &blocks = m_store.blocks();
    auto block = blocks.end();
    while (block != blocks.begin() && std::prev(block)->end() > m_end)
        --block;
    for (; block != blocks.end(); ++block) {
        const int from = int(std::max<qint64>(m_end - block->first, 0));
        const auto bytes = m_store.bytesOf(*block);
        if (bytes.size() < block->size)
            m_found.set(block->first, Bits(block->lines->count())); // the file cannot be read
        else if (from == 0)
            m_found.set(block->first, linesWanted(m_query, *block, bytes));
        else
            m_found.extend(linesWanted(m_query, *block, bytes, from));
    }
}

qint64 LineSearch::count() const
{
    return m_query.isEverything() ? m_store.count() : m_found.count();
}

qint64 LineSearch::numberAt(qint64 row) const
{
    return m_query.isEverything() ? m_store.begin() + row : m_found.numberAt(row);
}

qint64 LineSearch::rowOf(qint64 number) const
{
    if (!m_query.isEverything())
        return m_found.rowOf(number);
    return std::clamp<qint64>(number - m_store.begin(), 0, m_store.count());
}

bool LineSearch::contains(qint64 number) const
{
    if (!m_query.isEverything())
        return m_found.contains(number);
    return number >= m_store.begin() && number < m_store.end();
}

double LineSearch::progress() const
{
    return m_job ? double(m_job->done) / double(m_job->blocks.size()) : 1;
}

} // namespace logstore
