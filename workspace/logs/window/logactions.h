// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/logs/logbar.h"
#include "workspace/logs/logfeed.h"
#include "workspace/logs/window/logcopy.h"

#include <QObject>

#include <functional>
#include <optional>
#include <utility>

namespace workspace {

class LogBanner;
class LogMarker;
class LogPanes;
class LogQuery;
class LogSaving;
class LogTimeline;
class TimeLead;

/// What a log window is made of, for what works on several of its parts. All borrowed.
struct LogParts
{
    LogFeed &feed;
    LogPanes &panes;
    LogTimeline &timeline;
    LogMarker &marker;
    TimeLead &lead;
    LogQuery &query;
    LogSaving &saving;
    LogBanner &banner;
};

/// What a person can do in a log window, by whatever means: buttons, keys (logkeys.h) and menus
/// (logmenu.h) call the same. GUI thread only.
class LogActions final : public QObject
{
    Q_OBJECT

public:
    enum class Menu { Everything, Containers, Followed, Streams, Columns };

    explicit LogActions(const LogParts &parts, QObject *parent = nullptr);

    void press(LogBar::Button button);
    LogBar::State barState() const; ///< what the buttons show

    // Which lines are read
    void read(const std::function<void(LogFeed::Request &)> &change);
    void showContainer(const QString &container);
    void nextContainer();
    /// Reads a pod besides those that were chosen, or no longer; without a choice, all are read.
    void choosePod(const QString &pod);

    // Which of them are shown
    void startRange(); ///< from the line of keys on
    void endRange();
    void endRanges(); ///< any time
    /// What was chosen in the timeline: only lines of this time, or, the same time twice, the lines
    /// from then on come into view.
    void goTo(std::pair<qint64, qint64> range);
    void widenContext(int by);
    void toggleFolded();
    void chooseStream(); ///< asks for the menu
    void compareNext(); ///< the first two streams side by side, or no longer
    void compareWith(logstore::SourceId right);
    void endComparing();

    // How they are shown
    void nextDensity();
    void setColumn(const QString &field, bool shown);
    void endColumns();

    // What is done with them
    void copy(CopyForm form) const;
    void endSelection();
    void toggleBookmark();
    void nextBookmark();
    void toggleLink();

    void askFor(Menu menu) { Q_EMIT menuWanted(menu); }

Q_SIGNALS:
    void changed();
    void menuWanted(workspace::LogActions::Menu menu);

private:
    void say(const QString &said);
    std::optional<qint64> timeOfKeys() const;
    void setRange(qint64 from, qint64 to);

    LogParts m_parts;
};

} // namespace workspace
