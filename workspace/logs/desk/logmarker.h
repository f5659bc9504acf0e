// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/logs/desk/logbookmarks.h"

#include <memory>

namespace workspace {

class LogPanes;

/// Bookmarks in a log window: lines of its panes are marked, noted on and gone to. GUI thread only.
class LogMarker final : public QObject
{
    Q_OBJECT

public:
    /// `panes` is borrowed and must outlive this. Until setBookmarks() marks are forgotten with it.
    explicit LogMarker(LogPanes &panes, QObject *parent = nullptr);

    void setBookmarks(std::unique_ptr<LogBookmarks> bookmarks);
    const LogBookmarks &bookmarks() const { return *m_bookmarks; }

    std::optional<QString> noteOf(qint64 number) const;
    /// Marks a line with a note, maybe an empty one; nothing takes the mark away.
    void setNote(qint64 number, const std::optional<QString> &note);
    /// Brings the first line at or after a time into view.
    void goTo(qint64 time);
    /// Goes to the next mark; false when there is none.
    bool goToNext();

Q_SIGNALS:
    void changed();
    void refused(); ///< a line without a time would not be found again

private:
    LogPanes &m_panes;
    std::unique_ptr<LogBookmarks> m_bookmarks;
};

} // namespace workspace
