// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/logs/desk/logmarker.h"
#include "workspace/logs/desk/logsaving.h"
#include "workspace/logs/desk/timelead.h"
#include "workspace/logs/timeline/logtimeline.h"
#include "workspace/logs/view/logpanes.h"
#include "workspace/logs/view/logrows.h"
#include "workspace/logs/window/jumpchip.h"
#include "workspace/logs/window/logactions.h"
#include "workspace/logs/window/logbanner.h"
#include "workspace/logs/window/logplace.h"
#include "workspace/logs/window/logpointer.h"
#include "workspace/logs/window/logquery.h"
#include "workspace/window/seenticker.h"

namespace workspace {

/// A log in a window, followed: puts the parts in their places, paints them and hands out input.
/// What keys do is in logkeys.h.
class LogContent final : public WindowContent
{
    Q_OBJECT

public:
    /// `title` names what the log is of, for people. `look` is borrowed and must outlive the
    /// content.
    LogContent(std::unique_ptr<LogFeed> feed, const QString &title, Look &look,
               QObject *parent = nullptr);
    ~LogContent() override;

    void setSize(QSizeF size) override;
    void paint(QPainter &painter, bool focused) override;
    bool handleInput(QEvent &event) override;
    Qt::CursorShape cursorAt(QPointF at) const override { return m_pointer.cursorAt(at); }
    QString toolTipAt(QPointF position) const override;
    Freshness freshness() const override;
    QString statusText() const override;
    QString accessibleText() const override;
    ViewOptions options() const override { return m_place.now(); }
    void setOptions(const ViewOptions &options) override;
    std::vector<MenuEntry> ownMenu() override;
    ContentRows *contentRows() override { return &m_rows; }

    std::vector<MenuEntry> menu() { return entriesOf(LogActions::Menu::Everything); }
    const LogParts &parts() { return m_parts; }
    LogActions &actions() { return m_actions; }
    LogModel &model() { return m_panes.model(); }
    const LogModel &model() const { return m_panes.model(); }
    const LogPane &pane() const { return m_panes.pane(); }
    const LogBar &bar() const { return m_bar; }
    const JumpChip &jumpChip() const { return m_jump; }

Q_SIGNALS:
    /// The person wants this menu, by its key.
    void menuRequested(const std::vector<workspace::MenuEntry> &entries);

private:
    void connectParts();
    void lay();
    void refreshSoon();
    void refresh();
    void takeChanges();
    void tick();
    void paintEmpty(QPainter &painter);
    std::vector<MenuEntry> entriesOf(LogActions::Menu menu);

    Look &m_look;
    QString m_title;
    std::unique_ptr<LogFeed> m_feed;
    LogPanes m_panes{m_feed->store(), m_look};
    LogRows m_rows{m_panes};
    LogTimeline m_timeline{m_panes.model()};
    LogMarker m_marker{m_panes};
    TimeLead m_lead{m_panes};
    LogQuery m_query{m_panes, m_marker};
    LogSaving m_saving{*m_feed, m_title};
    LogBanner m_banner{*m_feed, m_panes.model(), m_saving};
    JumpChip m_jump{m_panes, m_banner};
    const LogParts m_parts{*m_feed, m_panes, m_timeline, m_marker,
                           m_lead,  m_query, m_saving,   m_banner};
    LogActions m_actions{m_parts};
    LogPlace m_place{m_parts};
    LogBar m_bar;
    LogPointer m_pointer{m_parts, m_actions, m_bar, m_jump, m_look};
    QTimer m_refresh; ///< many blocks a frame make one picture
    SeenTicker m_ticker{*this, std::chrono::seconds(10)}; ///< idle or not
    QString m_toldStatus;
    QSizeF m_size;
    bool m_hasKeys = false; ///< when it was painted last
    bool m_menuPressed = false; ///< the right button went down last
};

} // namespace workspace
