// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/logs/logbuffer.h"
#include "workspace/logs/logmatcher.h"

#include <QHash>
#include <QObject>

#include <optional>

namespace workspace {

/// The lines of one container's log that a reader wants to see: bytes in, rows out.
///
/// Bytes may arrive cut anywhere. A line of more than 10,000 characters is cut and marked. The
/// last, unfinished line is a row like any other; its number is the one it will have. Core only, on
/// the thread of its owner.
class LogModel : public QObject
{
    Q_OBJECT

public:
    static constexpr int CharacterLimit = 10'000;

    using QObject::QObject;

    /// Takes bytes of a log whose lines begin with a time stamp where they have one.
    void receive(QByteArrayView bytes);
    /// The log has come to its end: an unfinished line is finished.
    void finish();
    /// What comes next repeats the log from sinceTime() on: lines that are there already are left
    /// out. Lines that are equal to the nanosecond and in text are counted, so none is lost.
    void beginSeam();
    /// From when to ask the server for more: the second before that of the newest line; invalid
    /// when no line had a stamp.
    QDateTime sinceTime() const;
    void clear();

    /// Shows only lines that match; "" shows all.
    void setFilter(const QString &text);
    const LogMatcher &filter() const { return m_filter; }
    /// Which levels are shown; a line without a level goes with Info.
    void setLevelShown(LogLevel level, bool shown);
    bool isLevelShown(LogLevel level) const { return m_shown[size_t(level)]; }
    bool isFiltered() const;
    void setFind(const QString &text);
    const LogMatcher &find() const { return m_find; }

    qint64 rowCount() const;
    /// The number of the line in a row, and the first row at or after a number.
    qint64 numberAt(qint64 row) const;
    qint64 rowOf(qint64 number) const;
    LogLine line(qint64 number) const;
    qint64 begin() const { return m_buffer.begin(); }
    const LogBuffer &buffer() const { return m_buffer; }

    /// The next or previous shown line with the find text, from a line on, going round at the ends.
    std::optional<qint64> findFrom(qint64 number, bool forward) const;
    qint64 foundCount() const { return qint64(m_found.size()); }
    /// Which of the found lines this is, from 1; 0 when it is none.
    qint64 foundIndex(qint64 number) const;

Q_SIGNALS:
    void
    changed(); ///< lines or what is shown of them; view positions are line numbers and stay good

private:
    void takeText(QByteArrayView text);
    void endLine();
    bool isRepeated(QByteArrayView raw, qsizetype stamp);
    bool passes(const LogLine &line) const;
    void index(qint64 number);
    void dropOldRows();
    void reindex();
    LogLine partialLine() const;
    bool showsPartial() const;

    LogBuffer m_buffer;
    QByteArray m_partial; ///< the unfinished line
    int m_partialCharacters = 0;
    bool m_partialCut = false;

    QHash<QByteArray, int> m_seam; ///< whole lines that may come again, with how often
    QByteArray m_seamEnd; ///< the newest stamp before the seam, to the second
    QByteArray
        m_seamBegin; ///< everything older is known; empty when the buffer reaches back enough
    QByteArray m_newest; ///< the newest stamp seen

    LogMatcher m_filter;
    LogMatcher m_find;
    std::array<bool, LogLevelCount> m_shown{true, true, true, true, true};
    std::deque<qint64> m_rows; ///< numbers of shown lines while isFiltered()
    std::deque<qint64> m_found;
};

} // namespace workspace
