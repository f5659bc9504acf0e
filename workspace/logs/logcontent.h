// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/logs/logbar.h"
#include "workspace/logs/logfeed.h"
#include "workspace/logs/logmodel.h"
#include "workspace/logs/logpane.h"
#include "workspace/textview/linefield.h"
#include "workspace/window/contentrows.h"
#include "workspace/window/windowcontent.h"

#include <QTimer>

#include <memory>

class QKeyEvent;
class QMouseEvent;

namespace workspace {

/// A log in a window, followed.
///
/// Keys: / filter, Ctrl+F find, n and Shift+N next and previous match, w wrap, t time stamps,
/// p pause, o the log before the last restart, r reconnect, c next container, Ctrl+C copy, Ctrl+A
/// select all, Home and End.
class LogContent final : public WindowContent, public ContentRows
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
    Qt::CursorShape cursorAt(QPointF position) const override;
    Freshness freshness() const override;
    QString statusText() const override;
    QString accessibleText() const override;
    ViewOptions options() const override;

    ContentRows *contentRows() override { return this; }
    Kind rowKind() const override { return Kind::Text; }
    int rows() const override { return int(m_model.rowCount()); }
    QString rowText(int row) const override;
    QRectF rowRect(int row) const override;
    void goToRow(int row) override { m_pane.reveal(m_model.numberAt(row)); }

    /// Shows another container's log, which must be one that may be chosen.
    void showContainer(const QString &container);
    const LogModel &model() const { return m_model; }
    const LogPane &pane() const { return m_pane; }
    const LogBar &bar() const { return m_bar; }
    const LogFeed &feed() const { return *m_feed; }
    /// Where the chip stands that jumps to the newest line; empty while it is followed.
    QRectF jumpChip() const;
    /// Where the button stands that reads on after the end; empty when there is none.
    QRectF reconnectButton() const;

private:
    static constexpr qreal FieldHeight = 32;
    static constexpr qreal BannerHeight = 26;

    enum class Field { Closed, Filter, Find };

    void place();
    QRectF fieldRect() const;
    QString bannerText() const;
    void paintField(QPainter &painter, bool focused);
    void paintBanner(QPainter &painter);
    void paintJump(QPainter &painter);
    void paintEmpty(QPainter &painter);
    bool press(const QMouseEvent &event);
    void pressBar(LogBar::Button button, QPointF global);
    bool key(QKeyEvent &event);
    bool letter(const QKeyEvent &event);
    bool fieldKey(QEvent &event);
    void openField(Field field);
    void closeField();
    void fieldChanged();
    void findNext(bool forward);
    void chooseContainer(QPointF global);
    void copy() const;
    void refresh();

    Look &m_look;
    QString m_title;
    std::unique_ptr<LogFeed> m_feed;
    LogModel m_model;
    LogPane m_pane;
    LogBar m_bar;
    GlyphCache m_glyphs;
    LineField m_field;
    QTimer m_refresh; ///< many blocks a frame make one picture
    QSizeF m_size;
    Field m_open = Field::Closed;
    bool m_typing = false;
    bool m_jumpHovered = false;
};

} // namespace workspace
