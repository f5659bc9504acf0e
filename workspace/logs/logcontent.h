// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/logs/desk/logbookmarks.h"
#include "workspace/logs/desk/logsaver.h"
#include "workspace/logs/logbar.h"
#include "workspace/logs/logfeed.h"
#include "workspace/logs/logmodel.h"
#include "workspace/logs/timeline/timelinestrip.h"
#include "workspace/logs/view/logpane.h"
#include "workspace/logs/view/logquerybar.h"
#include "workspace/textview/glyphcache.h"
#include "workspace/window/contentrows.h"
#include "workspace/window/seenticker.h"
#include "workspace/window/windowcontent.h"

#include <QPointer>
#include <QTimer>

#include <memory>

class QKeyEvent;
class QMouseEvent;

namespace workspace {

class TimeLink;

/// A log in a window, followed.
///
/// Keys: / filter, x what to hide, Ctrl+F find, n and Shift+N next and previous match, + and -
/// lines around a match, h timeline, [ and ] from and up to this line, \ any time, w wrap, t time
/// stamps, d density, z stack traces, f columns of JSON lines, Enter opens a line, j and k next and
/// previous line, b bookmark, e note, Shift+B next bookmark, s streams, v two streams side by side,
/// u windows linked in time, p pause, o the log before the last restart, r reconnect, c next
/// container, Ctrl+C copy, Ctrl+Shift+C with stamps, Ctrl+S save all, Ctrl+A select all, Home and
/// End, . menu.
class LogContent final : public WindowContent, public ContentRows
{
    Q_OBJECT

public:
    enum class CopyForm { Plain, Stamps, Pods };

    /// `title` names what the log is of, for people. `look` is borrowed and must outlive the
    /// content.
    LogContent(std::unique_ptr<LogFeed> feed, const QString &title, Look &look,
               QObject *parent = nullptr);
    ~LogContent() override;

    /// Where bookmarks are kept; without, they are forgotten with the window.
    void setBookmarks(std::unique_ptr<LogBookmarks> bookmarks);
    /// Follows other windows in time and leads them. Borrowed, and may vanish first.
    void setTimeLink(TimeLink *link);

    void setSize(QSizeF size) override;
    void paint(QPainter &painter, bool focused) override;
    bool handleInput(QEvent &event) override;
    Qt::CursorShape cursorAt(QPointF position) const override;
    QString toolTipAt(QPointF position) const override;
    Freshness freshness() const override;
    QString statusText() const override;
    QString accessibleText() const override;
    ViewOptions options() const override;
    /// The time is gone to once there are lines of it.
    void setOptions(const ViewOptions &options) override;
    std::vector<MenuEntry> ownMenu() override;

    ContentRows *contentRows() override { return this; }
    Kind rowKind() const override { return Kind::Text; }
    int rows() const override { return int(m_model.rowCount()); }
    QString rowText(int row) const override;
    QRectF rowRect(int row) const override;
    int firstRowInView() const override { return int(m_model.rowOf(m_pane.topLine())); }
    int currentRow() const override;
    void goToRow(int row) override { m_pane.reveal(m_model.numberAt(row)); }
    void openRow(int row) override { m_pane.toggleOpen(m_model.numberAt(row)); }

    /// Shows another container's log, which must be one that may be chosen.
    void showContainer(const QString &container);
    /// Shows two streams of the log side by side, which scroll together; the same twice: no more.
    void compare(logstore::SourceId left, logstore::SourceId right);
    bool isComparing() const { return m_other != nullptr; }
    void copy(CopyForm form) const;
    /// Begins to save the whole log; one at a time.
    void save(const QString &path);
    bool isSaving() const { return m_saver != nullptr; }
    std::vector<MenuEntry> menu();

    LogModel &model() { return m_model; }
    const LogModel &model() const { return m_model; }
    const LogPane &pane() const { return m_pane; }
    LogPane &pane() { return m_pane; }
    const LogPane *otherPane() const { return m_other ? &m_other->pane : nullptr; }
    const LogBar &bar() const { return m_bar; }
    const LogFeed &feed() const { return *m_feed; }
    const TimelineStrip &strip() const { return m_strip; }
    const LogQueryBar &queryBar() const { return m_query; }
    const LogBookmarks &bookmarks() const { return *m_bookmarks; }
    /// Where the chip stands that jumps to the newest line; empty while it is followed.
    QRectF jumpChip() const;
    /// Where the button stands that reads on after the end, or cancels; empty when there is none.
    QRectF bannerButton() const;
    /// How much was read, dropped and repeated.
    QString statsText() const;

Q_SIGNALS:
    /// The person wants this menu, by its key.
    void menuRequested(const std::vector<workspace::MenuEntry> &entries);

private:
    static constexpr qreal BannerHeight = 26;
    static constexpr qreal SideHeight = 20; ///< of the names of two that are compared

    /// The right one of two that are compared.
    struct Other
    {
        Other(const logstore::LogStore &store, Look &look)
            : model(store)
            , pane(model, look)
        {
        }
        LogModel model;
        LogPane pane;
    };

    // --- What is where (logcontent.cpp)
    void lay();
    void layBar();
    void refreshSoon();
    void refresh();
    void takeChanges();
    void tick();
    void takeStreams();
    void showWantedPod();
    void countTimeline();
    QString bannerText() const;
    bool isIdle() const;
    LogPane &paneOf(const QEvent &event);

    // --- Painting (logcontentpaint.cpp)
    void paintBanner(QPainter &painter);
    void paintJump(QPainter &painter);
    void paintEmpty(QPainter &painter);
    void paintSides(QPainter &painter);
    QString queryTrailing() const;
    QString queryProblem() const;

    // --- Input (logcontentinput.cpp)
    bool press(const QMouseEvent &event);
    void pressBar(LogBar::Button button);
    void hover(QPointF at);
    bool key(QKeyEvent &event);
    bool letter(const QKeyEvent &event);
    bool sign(const QKeyEvent &event);
    bool queryInput(QEvent &event);
    void openQuery(LogQueryBar::Mode mode, bool atSecond = false);
    void closeQuery();
    void queryChanged();
    void queryAccepted(bool forward);
    void findNext(bool forward);
    void releaseStrip();

    // --- What is done (logcontentactions.cpp)
    template<typename Change>
    void changeModels(Change change);
    template<typename Change>
    void changePanes(Change change);
    template<typename Change>
    void readAgain(Change change);
    void nextContainer();
    void toggleBookmark();
    void takeNote();
    void nextBookmark();
    void startRange();
    void endRange();
    void setContext(int lines);
    void nextDensity();
    void toggleLink();
    void lead(LogPane &pane);
    void follow(qint64 time);
    void askWhere();
    void savingEnded(const QString &problem);
    void compareNext();
    void compareWith(logstore::SourceId right);

    // --- The menu (logmenu.cpp)
    MenuEntry columnsMenu();
    MenuEntry streamsMenu();
    MenuEntry containersMenu();
    MenuEntry sinceMenu();
    MenuEntry compareMenu();
    MenuEntry bookmarksMenu();
    void setColumn(const QString &field, bool shown);
    void guard(std::vector<MenuEntry> &entries);

    Look &m_look;
    QString m_title;
    std::unique_ptr<LogFeed> m_feed;
    LogModel m_model;
    LogPane m_pane;
    std::unique_ptr<Other> m_other;
    LogPane *m_held = nullptr; ///< in which the button went down
    LogBar m_bar;
    LogQueryBar m_query;
    TimelineStrip m_strip;
    std::unique_ptr<LogBookmarks> m_bookmarks;
    QPointer<TimeLink> m_link;
    std::unique_ptr<LogSaver> m_saver;
    QString m_said; ///< how saving went, until the next key
    GlyphCache m_glyphs;
    QTimer m_refresh; ///< many blocks a frame make one picture
    SeenTicker m_ticker{*this, std::chrono::seconds(10)}; ///< idle or not
    QString m_toldStatus;
    QTimer m_count; ///< of the timeline: rarely when the log is long
    QSizeF m_size;
    QString m_wantedPod; ///< of a link, while it has not come
    std::optional<qint64> m_wantedTime; ///< of a link, while there are no lines of that time
    qint64 m_noted = -1; ///< the line that a note is typed for
    bool m_showsTimeline = false;
    bool m_countIsOld = true;
    bool m_isOld = false; ///< nobody saw it when lines came
    bool m_hasKeys = false; ///< when it was painted last
    bool m_jumpHovered = false;
    bool m_isFollowingLink = false;
    bool m_menuPressed = false; ///< the right button went down last
};

template<typename Change>
void LogContent::changeModels(Change change)
{
    change(m_model);
    if (m_other)
        change(m_other->model);
}

template<typename Change>
void LogContent::changePanes(Change change)
{
    change(m_pane);
    if (m_other)
        change(m_other->pane);
}

template<typename Change>
void LogContent::readAgain(Change change)
{
    auto request = m_feed->request();
    change(request);
    changePanes([](LogPane &pane) {
        pane.clearSelection();
        pane.setFollowing(true);
    });
    m_feed->read(request);
    refresh();
}

} // namespace workspace
