// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/logstore/linetable.h"

#include <QByteArray>

#include <deque>
#include <optional>
#include <utility>
#include <vector>

namespace kube {

/// Where a log that broke off is read on.
///
/// Remembers the newest lines of one stream. The server repeats what was written since a second
/// (`sinceTime` is inclusive and counts in seconds, as metav1.Time does); lines that were taken
/// before are left out. Lines that are equal to the nanosecond and in text are counted, so that
/// none is lost, and the newest that is known must come again: where it does not, lines are
/// missing. No Qt objects; any thread, one at a time.
class LogSeam
{
public:
    /// Bytes of the newest lines that are kept: seven tenths of a second of 100,000 lines/s.
    static constexpr qsizetype MostKept = 4 * 1024 * 1024;

    struct Gap
    {
        qint64 from = 0; ///< of the newest line before
        qint64 to = 0; ///< of the first line after
    };

    /// Whole lines, each with a stamp where it has one, were taken from the stream. Their bytes are
    /// shared, not copied.
    void remember(const QByteArray &lines);
    void clear();

    /// The time of the newest line; NoTime when none had a stamp.
    qint64 newest() const { return m_newest; }
    /// From when to ask: the second before that of the newest line, for stdout and stderr may be
    /// written a little out of order. NoTime when no line had a stamp.
    qint64 since() const;

    /// What comes next repeats the lines from since() on. `isSameLog`: it must repeat some, else
    /// there is a gap; not so when the container has begun another log.
    void begin(bool isSameLog = true);
    /// Whether lines that come may be known.
    bool isActive() const { return m_isActive; }
    /// Known lines should have come and no line did.
    bool isUnanswered() const { return m_isActive && m_mayGap; }
    /// Whether these, the first that come after begin(), show that lines are missing.
    bool misses(QByteArrayView lines) const;
    /// Hands back those lines that are new, and remembers them. Whole lines.
    QByteArray take(const QByteArray &lines);
    /// What was found missing since the last call; before all lines that take() handed back.
    std::optional<Gap> takeGap() { return std::exchange(m_gap, {}); }
    qint64 repeated() const { return m_repeated; } ///< lines that were left out, in all

private:
    struct Kept
    {
        QByteArray lines = {};
        qint64 latest = logstore::NoTime;
    };
    struct Known
    {
        qint64 time = 0;
        size_t text = 0; ///< its hash
        bool isSeen = false;
    };

    bool isKnown(QByteArrayView line);
    bool findKnown(const Known &line);
    void learnKept();

    std::deque<Kept> m_kept;
    qsizetype m_keptBytes = 0;
    qint64 m_newest = logstore::NoTime;
    bool m_keptAll = true; ///< whether the oldest kept line is the first there ever was

    std::vector<Known> m_known; ///< in the order they came
    std::vector<quint32> m_order; ///< of m_known by time and text; made when the order differs
    size_t m_next = 0; ///< which one is expected
    qint64 m_oldest = logstore::NoTime; ///< what is older than this was taken once
    qint64 m_last = logstore::NoTime; ///< of the known lines
    std::optional<Gap> m_gap;
    qint64 m_repeated = 0;
    bool m_isActive = false;
    bool m_mayGap = false; ///< no line has come yet that says whether there is a gap
};

} // namespace kube
