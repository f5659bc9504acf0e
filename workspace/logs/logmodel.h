// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/logstore/linesearch.h"

#include <optional>

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

    /// `store` is borrowed and must outlive the model.
    explicit LogModel(const logstore::LogStore &store, QObject *parent = nullptr);

    /// Shows only lines that match; "" shows all.
    void setFilter(const QString &text);
    const logstore::Pattern &filter() const { return m_filter; }
    /// Which levels are shown; a line without a level goes with Info.
    void setLevelShown(Level level, bool shown);
    bool isLevelShown(Level level) const { return m_rows.query().wants(level); }
    void setFind(const QString &text);
    const logstore::Pattern &find() const { return m_find; }
    /// While lines are looked at for the filter or the find text: how far, from 0 to 1.
    std::optional<double> progress() const;

    qint64 rowCount() const;
    /// The number of the line in a row, and the first row at or after a number.
    qint64 numberAt(qint64 row) const;
    qint64 rowOf(qint64 number) const;
    /// Good until the model changes or another line is asked for.
    Line line(qint64 number) const;
    const logstore::LogStore &store() const { return m_store; }

    /// The next or previous shown line with the find text, from a line on, going round at the ends.
    std::optional<qint64> findFrom(qint64 number, bool forward) const;
    qint64 foundCount() const;
    /// Which of the found lines this is, from 1; 0 when it is none.
    qint64 foundIndex(qint64 number) const;

Q_SIGNALS:
    void
    changed(); ///< lines or what is shown of them; view positions are line numbers and stay good

private:
    void searchRows();
    void searchFound();
    void judgeUnfinished();

    const logstore::LogStore &m_store;
    logstore::LineSearch m_rows; ///< what is shown
    logstore::LineSearch m_found; ///< what is shown and has the find text
    logstore::Pattern m_filter;
    logstore::Pattern m_find;
    quint8 m_levels = logstore::Query::AllLevels;
    std::vector<logstore::SourceId> m_unfinished; ///< whose last line is shown, in their order
};

} // namespace workspace
