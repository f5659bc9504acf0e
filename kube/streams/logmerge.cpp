// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/streams/logmerge.h"

#include "kube/logstore/stamp.h"

#include <algorithm>
#include <limits>
#include <queue>

namespace kube {

using logstore::NoTime;
using logstore::SourceId;

static constexpr qint64 Endless = std::numeric_limits<qint64>::max();
static constexpr qint64 SampleMs = 1000;
static constexpr qint64 Millisecond = 1'000'000;

static qint64 timeOf(QByteArrayView line, qint64 before)
{
    const auto stamp = logstore::stampOf(line);
    return stamp.length > 0 ? stamp.time : before;
}

/// Of the last line that has a stamp, of the last few.
static qint64 lastTime(QByteArrayView lines, qint64 before)
{
    for (int i = 0; i < 8 && !lines.isEmpty(); ++i) {
        const auto begin = lines.size() < 2 ? 0 : lines.lastIndexOf('\n', lines.size() - 2) + 1;
        if (const auto time = timeOf(lines.sliced(begin), NoTime); time != NoTime)
            return time;
        lines = lines.first(begin);
    }
    return before;
}

LogMerge::LogMerge(logstore::LogStore &store, MergePace pace, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_pace(pace)
{
    m_clock.start();
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &LogMerge::tick);
}

LogMerge::Queue *LogMerge::queueOf(SourceId source)
{
    const auto found = std::ranges::find(m_queues, source, &Queue::source);
    return found == m_queues.end() ? nullptr : &*found;
}

void LogMerge::add(SourceId source)
{
    const auto now = m_clock.elapsed();
    if (auto *known = queueOf(source)) {
        known->isRemoved = false;
        return;
    }
    m_queues.push_back({.source = source, .added = now, .sampled = now});
}

void LogMerge::settle(SourceId source)
{
    auto *queue = queueOf(source);
    if (!queue || std::exchange(queue->isSettled, true))
        return;
    queue->heard = m_clock.elapsed(); // what it has to say follows at once
}

void LogMerge::remove(SourceId source)
{
    if (auto *queue = queueOf(source))
        queue->isRemoved = true;
    std::erase_if(m_queues, [](const Queue &q) { return q.isRemoved && q.pieces.empty(); });
}

void LogMerge::clear()
{
    m_queues.clear();
    m_written = NoTime;
    m_timer.stop();
}

bool LogMerge::isEmpty() const
{
    return std::ranges::all_of(m_queues, [](const Queue &q) { return q.pieces.empty(); });
}

qsizetype LogMerge::queued() const
{
    qsizetype bytes = 0;
    for (const auto &queue : m_queues)
        bytes += queue.bytes;
    return bytes;
}

/// Nobody else has anything to say: nothing waits.
bool LogMerge::passes(const Queue &queue) const
{
    return m_queues.size() == 1 && queue.pieces.empty();
}

void LogMerge::take(SourceId source, const QByteArray &lines)
{
    auto *queue = queueOf(source);
    if (!queue || lines.isEmpty())
        return;
    if (passes(*queue)) {
        queue->isSettled = true;
        queue->latest = lastTime(lines, queue->latest);
        m_written = std::max(m_written, queue->latest);
        return m_store.append(source, lines);
    }
    if (m_written != NoTime)
        learn(*queue, timeOf(lines, NoTime));
    enqueue(*queue, {.bytes = lines, .time = lastTime(lines, queue->latest)});
    sample(*queue);
    if (queue->bytes > MostQueued / 2)
        tick();
    queue = queueOf(source);
    if (queue && queue->bytes > MostQueued && !std::exchange(queue->isHeld, true))
        Q_EMIT held(source, true);
}

void LogMerge::mark(SourceId source, const LogMark &mark)
{
    auto *queue = queueOf(source);
    const auto latest = queue ? queue->latest : NoTime;
    const auto own = mark.kind == LogMark::Kind::Gap ? mark.to : mark.from;
    const auto time = std::max({own, latest, m_written});
    if (!queue || passes(*queue)) {
        m_written = time;
        return m_store.appendMark(source, bytesOf(mark), time);
    }
    enqueue(*queue, {.bytes = bytesOf(mark), .isMark = true, .time = time});
}

void LogMerge::enqueue(Queue &queue, Piece piece)
{
    piece.arrived = m_clock.elapsed();
    queue.isSettled = true;
    queue.heard = piece.arrived;
    queue.latest = std::max(queue.latest, piece.time);
    queue.bytes += piece.bytes.size();
    const auto before = queue.head;
    queue.pieces.push_back(std::move(piece));
    if (queue.pieces.size() == 1)
        findHead(queue, before);
    if (!m_timer.isActive())
        schedule();
}

/// When the line that has waited the longest has waited long enough; a little later when it waits
/// for others. Not more often: most of the time a log says little, and nobody is to wake for that.
void LogMerge::schedule()
{
    const auto now = m_clock.elapsed();
    auto oldest = now;
    for (const auto &queue : m_queues) {
        if (!queue.pieces.empty())
            oldest = std::min(oldest, queue.pieces.front().arrived);
    }
    const auto least = std::max(m_pace.hold / 6, std::chrono::milliseconds(1));
    m_timer.start(std::max(least, m_pace.hold - std::chrono::milliseconds(now - oldest)));
}

/// Whether its stamps run faster than the clock.
void LogMerge::sample(Queue &queue)
{
    const auto now = m_clock.elapsed();
    if (queue.sample == NoTime || now - queue.sampled >= SampleMs) {
        if (queue.sample != NoTime)
            queue.isCatchingUp =
                queue.latest - queue.sample > 2 * Millisecond * (now - queue.sampled);
        queue.sample = queue.latest;
        queue.sampled = now;
    }
}

/// A line that is late by a little would have been in time after a longer wait.
void LogMerge::learn(const Queue &queue, qint64 first)
{
    const auto late = std::chrono::milliseconds((m_written - first) / Millisecond + 1);
    if (first == NoTime || first >= m_written || queue.isCatchingUp || late > m_pace.mostHold)
        return;
    m_pace.hold = std::min(m_pace.hold + late, std::max(m_pace.hold, m_pace.mostHold));
}

/// Whether it may bring lines that belong before what is there.
bool LogMerge::isWaitedFor(const Queue &queue) const
{
    if (queue.isRemoved || !queue.isCatchingUp)
        return false;
    if (queue.isHeld)
        return true;
    const bool isNew = queue.latest == NoTime;
    if (isNew && !queue.pieces.empty())
        return false; // a stream without stamps
    return queue.isSettled && m_clock.elapsed() - queue.heard < m_pace.hold.count();
}

/// Up to which time lines may be written; no value: none.
std::optional<qint64> LogMerge::limit() const
{
    const auto now = m_clock.elapsed();
    auto limit = Endless;
    auto due = NoTime;
    for (const auto &queue : m_queues) {
        if (!queue.isSettled && !queue.isRemoved && now - queue.added < m_pace.settle.count())
            return {};
        if (isWaitedFor(queue)) {
            if (queue.latest == NoTime)
                return {};
            limit = std::min(limit, queue.latest);
        }
        due = std::max(due, dueTime(queue, now));
    }
    return std::min(limit, due);
}

/// The time of its newest line that has waited long enough.
qint64 LogMerge::dueTime(const Queue &queue, qint64 now) const
{
    qsizetype behind = 0;
    for (auto piece = queue.pieces.rbegin(); piece != queue.pieces.rend(); ++piece) {
        if (now - piece->arrived >= m_pace.hold.count() || behind >= MostQueued / 4)
            return piece->time;
        behind += piece->bytes.size();
    }
    return NoTime;
}

void LogMerge::findHead(Queue &queue, qint64 before)
{
    if (queue.pieces.empty())
        return;
    const auto &piece = queue.pieces.front();
    if (piece.isMark)
        queue.head = piece.time;
    else
        queue.head = timeOf(QByteArrayView(piece.bytes).sliced(queue.at), before);
}

void LogMerge::dropFront(Queue &queue)
{
    queue.bytes -= queue.pieces.front().bytes.size();
    queue.pieces.pop_front();
    queue.at = 0;
}

/// Everything up to a time, in order.
void LogMerge::write(qint64 until)
{
    using Head = std::pair<qint64, size_t>;
    std::priority_queue<Head, std::vector<Head>, std::greater<>> heads;
    for (size_t i = 0; i < m_queues.size(); ++i) {
        if (!m_queues[i].pieces.empty())
            heads.emplace(m_queues[i].head, i);
    }
    while (!heads.empty() && heads.top().first <= until) {
        const auto index = heads.top().second;
        heads.pop();
        const auto other = heads.empty() ? Endless : heads.top().first;
        auto &queue = m_queues[index];
        writeRun(queue, std::min(until, other));
        if (!queue.pieces.empty())
            heads.emplace(queue.head, index);
    }
    writeRuns();
}

/// Lines of one stream up to a time, at least one.
void LogMerge::writeRun(Queue &queue, qint64 until)
{
    while (!queue.pieces.empty() && queue.head <= until) {
        auto &piece = queue.pieces.front();
        auto last = queue.head;
        if (piece.isMark) {
            writeRuns(); // stand before it
            m_store.appendMark(queue.source, piece.bytes, piece.time);
            dropFront(queue);
            findHead(queue, last);
            continue;
        }
        const QByteArrayView bytes(piece.bytes);
        auto end = piece.time <= until ? bytes.size() : queue.at;
        while (end < bytes.size()) {
            const auto time = timeOf(bytes.sliced(end), last);
            if (time > until)
                break;
            last = time;
            const auto newline = bytes.indexOf('\n', end);
            end = newline < 0 ? bytes.size() : newline + 1;
        }
        m_runs.push_back({.source = queue.source, .lines = bytes.sliced(queue.at, end - queue.at)});
        queue.at = end;
        if (end == bytes.size()) {
            last = piece.time;
            m_spent.push_back(piece.bytes);
            dropFront(queue);
        }
        findHead(queue, last);
    }
}

void LogMerge::writeRuns()
{
    for (const auto &run : m_runs)
        m_written = std::max(m_written, lastTime(run.lines, NoTime));
    m_store.append(m_runs);
    m_runs.clear();
    m_spent.clear();
}

void LogMerge::flush()
{
    write(Endless);
    afterWrite();
}

void LogMerge::tick()
{
    if (const auto until = limit())
        write(*until);
    afterWrite();
}

void LogMerge::afterWrite()
{
    std::vector<SourceId> freed;
    for (auto &queue : m_queues) {
        if (queue.bytes < MostQueued / 2 && std::exchange(queue.isHeld, false)) {
            queue.sampled = m_clock.elapsed(); // its stamps stood still
            queue.sample = queue.latest;
            freed.push_back(queue.source);
        }
    }
    std::erase_if(m_queues, [](const Queue &q) { return q.isRemoved && q.pieces.empty(); });
    if (isEmpty())
        m_timer.stop();
    else
        schedule();
    for (const auto source : freed)
        Q_EMIT held(source, false);
}

} // namespace kube
