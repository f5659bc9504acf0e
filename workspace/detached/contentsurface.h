// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/window/windowcontent.h"

#include <QPointer>
#include <QWidget>

#include <functional>

class QKeyEvent;

namespace workspace {

class Look;

/// Shows what a window shows in a widget of its own, at its own size: paints it, hands it the
/// events, and holds its live widget while there is one. GUI thread only.
class ContentSurface final : public QWidget
{
    Q_OBJECT

public:
    /// Sees every key first, those of a live widget, too; true: it is used up.
    using KeyFilter = std::function<bool(const QKeyEvent &)>;

    /// `look` is borrowed and must outlive the surface.
    ContentSurface(Look &look, KeyFilter keys, QWidget *parent = nullptr);
    ~ContentSurface() override;

    /// Borrowed, and may vanish first; nullptr: nothing. What is given back keeps its live widget.
    void setContent(WindowContent *content);
    WindowContent *content() const { return m_content; }
    QWidget *live() const { return m_live; }

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void menuRequested(QPoint at); ///< on the screen
    /// What a person is dragging out of it is at `at` on the screen; empty: no longer.
    void dragged(const QString &text, QPoint at);
    void draggedOut(const std::vector<workspace::ObjectId> &objects, QPoint at); ///< let go there

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    bool focusNextPrevChild(bool next) override;

private:
    bool hand(QEvent &event);
    void tellDrag(const QEvent &event);
    bool cancelDrag();
    void followLive();
    void releaseLive();

    Look &m_look;
    KeyFilter m_keys;
    QPointer<WindowContent> m_content;
    QPointer<QWidget> m_live;
    QPoint m_draggedTo; ///< on the screen
    bool m_isDragged = false; ///< something is out of the window
};

} // namespace workspace
