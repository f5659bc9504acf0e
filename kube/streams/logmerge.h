// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/logstore/logstore.h"
#include "kube/streams/logmark.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <deque>
#include <optional>
#include <vector>

namespace kube {

/// How long lines of one stream wait for those of others.
struct MergePace
{
    /// Streams bring lines of one moment at different times; also how long a stream must be silent
    /// before the others do not wait for it.
    std::chrono::milliseconds hold = std::chrono::milliseconds(300);
    /// Grows by what lines were late, up to this.
    std::chrono::milliseconds mostHold = std::chrono::seconds(2);
    /// How long others wait for a stream that has not brought its first line.
    std::chrono::milliseconds settle = std::chrono::seconds(3);
};

/// Brings the lines of many streams into one store in the order of their times.
///
/// Each stream is in order by itself. Its lines wait for `hold`, or until a mebibyte of newer ones
/// waits behind them, and for streams that are catching up: whose stamps run faster than the
/// clock. What comes later than that, after an outage of its stream, stands behind newer lines. A
/// stream of which 4 MiB wait is to be held back. With a single stream nothing waits. A line
/// without a stamp stands behind the one before. On the thread of its owner.
class LogMerge : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype MostQueued = 4 * 1024 * 1024; ///< of one stream

    /// `store` is borrowed and must outlive the merge.
    explicit LogMerge(logstore::LogStore &store, MergePace pace = {}, QObject *parent = nullptr);

    /// A stream begins, which the others wait for.
    void add(logstore::SourceId source);
    /// It has said what it had to say, for now: nobody waits for its first line.
    void settle(logstore::SourceId source);
    /// It has ended; what waits of it is not lost.
    void remove(logstore::SourceId source);
    void clear();

    /// Whole lines, each with a newline.
    void take(logstore::SourceId source, const QByteArray &lines);
    /// A mark behind what was taken of the stream, and behind what was written: the times of marks
    /// are of seconds.
    void mark(logstore::SourceId source, const LogMark &mark);
    /// Lets nothing wait any longer.
    void flush();

    bool isEmpty() const; ///< nothing waits
    qsizetype queued() const; ///< bytes that wait

Q_SIGNALS:
    /// The stream brings more than can be merged now, or may go on.
    void held(logstore::SourceId source, bool isHeld);

private:
    struct Piece
    {
        QByteArray bytes = {}; ///< lines, or a mark
        bool isMark = false;
        qint64 arrived = 0; ///< by m_clock, ms
        qint64 time = logstore::NoTime; ///< of its last line
    };
    struct Queue
    {
        logstore::SourceId source = 0;
        std::deque<Piece> pieces = {};
        qsizetype at = 0; ///< in the first piece
        qsizetype bytes = 0;
        qint64 head = logstore::NoTime; ///< of the first line that waits
        qint64 latest = logstore::NoTime; ///< of the last line that came
        qint64 heard = 0; ///< by m_clock, ms
        qint64 added = 0;
        qint64 sampled = 0; ///< when `sample` was the latest
        qint64 sample = logstore::NoTime;
        bool isCatchingUp = true; ///< until it is known better
        bool isSettled = false;
        bool isHeld = false;
        bool isRemoved = false;
    };

    bool passes(const Queue &queue) const;
    Queue *queueOf(logstore::SourceId source);
    void enqueue(Queue &queue, Piece piece);
    void schedule();
    void sample(Queue &queue);
    void learn(const Queue &queue, qint64 first);
    bool isWaitedFor(const Queue &queue) const;
    std::optional<qint64> limit() const;
    qint64 dueTime(const Queue &queue, qint64 now) const;
    void write(qint64 until);
    void writeRun(Queue &queue, qint64 until);
    void writeRuns();
    static void findHead(Queue &queue, qint64 before);
    static void dropFront(Queue &queue);
    void afterWrite();
    void tick();

    logstore::LogStore &m_store;
    MergePace m_pace;
    QElapsedTimer m_clock;
    QTimer m_timer;
    std::vector<Queue> m_queues;
    qint64 m_written = logstore::NoTime; ///< the latest time that was written
    std::vector<logstore::LogStore::Run> m_runs; ///< to be appended, views of m_spent
    std::vector<QByteArray> m_spent;
};

} // namespace kube
