// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/logstore/linesearch.h"

#include <memory>
#include <optional>
#include <set>

namespace workspace {

/// The lines of a log that a reader wants to see: a store in, rows out.
///
/// The unfinished lines of the streams are the last rows; their numbers are from the store's end
/// on. A filter or a text to find is looked for in the background, the newest lines first. Core
/// only, on the thread of its owner.
class LogModel : public QObject
{
    Q_OBJECT

public:
    using Line = logstore::LogStore::Line;
    using Level = logstore::Level;

    static constexpr qint64 EndOfTime = std::numeric_limits<qint64>::max();
    static constexpr int MostContext = 50;

    /// `store` is borrowed and must outlive the model.
    explicit LogModel(const logstore::LogStore &store, QObject *parent = nullptr);

    /// Shows only lines that match; "" shows all.
    void setFilter(const QString &text);
    const logstore::Pattern &filter() const { return m_filter; }
    /// Hides lines that match; "" hides none.
    void setExclude(const QString &text);
    const logstore::Pattern &exclude() const { return m_exclude; }
    /// Which levels are shown; a line without a level goes with Info.
    void setLevelShown(Level level, bool shown);
    bool isLevelShown(Level level) const { return m_levels >> int(level) & 1; }
    /// Shows only lines of this time, both ends included; NoTime to EndOfTime shows all.
    void setRange(qint64 from, qint64 to);
    bool hasRange() const { return m_from != logstore::NoTime || m_to != EndOfTime; }
    std::pair<qint64, qint64> range() const { return {m_from, m_to}; }
    /// Whether the lines of a stream are shown.
    void setSourceShown(logstore::SourceId source, bool shown);
    /// The same of all streams at once, by their ids: true hides one; those beyond are shown.
    void setHiddenSources(std::vector<bool> hidden);
    bool isSourceShown(logstore::SourceId source) const;
    /// How many lines before and after those that match the filter are shown as well.
    void setContext(int lines);
    int context() const { return m_context; }
    /// Whether a row is there only because of its neighbours.
    bool isContext(qint64 number) const;

    /// Whether the lines of a stack trace are hidden behind the one they belong to. Rests while a
    /// filter chooses lines.
    void setFolded(bool folded);
    bool isFolded() const { return m_isFolded; }
    /// How many lines belong to this one and can be folded, up to MostFolded; 0 for one of those.
    int foldable(qint64 number) const;
    bool isOpen(qint64 head) const { return m_open.contains(head); }
    void setOpen(qint64 head, bool open);
    static constexpr int MostFolded = 999;

    /// Shows and finds what the other one of the same store does; what was opened stays its own.
    void takeChoices(const LogModel &other);

    void setFind(const QString &text);
    const logstore::Pattern &find() const { return m_find; }
    /// While lines are looked at for the filter or the find text: how far, from 0 to 1.
    std::optional<double> progress() const;

    qint64 rowCount() const;
    /// The number of the line in a row, and the first row at or after a number.
    qint64 numberAt(qint64 row) const;
    qint64 rowOf(qint64 number) const;
    bool isShown(qint64 number) const;
    /// Good until the model changes or another line is asked for.
    Line line(qint64 number) const;
    const logstore::LogStore &store() const { return m_store; }
    /// What a timeline counts: what is shown, and would be at another time.
    const logstore::LineSearch &anyTime() const { return m_anyTime ? *m_anyTime : m_rows; }

    /// The next or previous line with the find text, from a line on, going round at the ends. It
    /// may be folded away; reveal() opens it.
    std::optional<qint64> findFrom(qint64 number, bool forward) const;
    /// Opens what a line is folded into.
    void reveal(qint64 number);
    qint64 foundCount() const;
    /// Which of the found lines this is, from 1; 0 when it is none.
    qint64 foundIndex(qint64 number) const;

Q_SIGNALS:
    void
    changed(); ///< lines or what is shown of them; view positions are line numbers and stay good

private:
    logstore::Query query() const;
    bool folds() const { return m_isFolded && m_filter.isEmpty(); }
    bool isWide() const;
    const logstore::LineSet &wide() const;
    void dropHidden() const;
    void searchRows();
    void searchFound();
    void judgeUnfinished();

    const logstore::LogStore &m_store;
    logstore::LineSearch m_rows; ///< what is shown
    logstore::LineSearch m_found; ///< what is shown and has the find text
    std::unique_ptr<logstore::LineSearch> m_anyTime; ///< while there is a range
    mutable logstore::LineSet m_wide; ///< m_rows with context, and with what was opened
    mutable bool m_isWideOld = true;
    logstore::Pattern m_filter;
    logstore::Pattern m_exclude;
    logstore::Pattern m_find;
    quint8 m_levels = logstore::Query::AllLevels;
    std::vector<bool> m_hidden; ///< sources
    qint64 m_from = logstore::NoTime;
    qint64 m_to = EndOfTime;
    int m_context = 0;
    bool m_isFolded = false;
    std::set<qint64> m_open; ///< heads of stack traces
    std::vector<logstore::SourceId> m_unfinished; ///< whose last line is shown, in their order
};

} // namespace workspace
