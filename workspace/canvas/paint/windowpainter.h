// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/canvas/scene.h"
#include "workspace/look/look.h"

#include <QCoreApplication>

class QPainter;

namespace workspace {

class BoxPainter;
struct WindowChrome;

/// Paints a window: its ground, header, tabs and what it shows.
class WindowPainter
{
    Q_DECLARE_TR_FUNCTIONS(workspace::WindowPainter)

public:
    /// Both are borrowed.
    WindowPainter(const Look &look, BoxPainter &boxes)
        : m_look(look)
        , m_boxes(boxes)
    {
    }

    /// The window's picture, in window units.
    void paint(QPainter &painter, const WindowPlace &place, QSizeF size, bool focused) const;
    /// Only what the window shows, over its old picture.
    void paintContent(QPainter &painter, const WindowPlace &place, QSizeF size, bool focused) const;
    /// The ring about the window that the keys go to, on the screen.
    void paintRing(QPainter &painter, const QRectF &rect, qreal scale) const;
    /// A tab while the pointer is over it, in window units.
    void paintHoveredTab(QPainter &painter, const WindowPlace &place, QSizeF size, int tab) const;
    /// The button of the tabs that have no room, and the one that brings a window back.
    void paintMore(QPainter &painter, const QRectF &rect, bool hovered) const;
    void paintBringBack(QPainter &painter, const WindowChrome &chrome, bool hovered) const;

private:
    void paintBorder(QPainter &painter, const QRectF &whole) const;
    void paintHeader(QPainter &painter, const WindowPlace &place, const WindowChrome &chrome) const;
    void paintButtons(QPainter &painter, const WindowPlace &place,
                      const WindowChrome &chrome) const;
    void paintShown(QPainter &painter, const WindowPlace &place, const WindowChrome &chrome,
                    bool focused) const;
    void paintTab(QPainter &painter, const QRectF &rect, View view, bool active,
                  bool hovered) const;
    qreal paintFreshness(QPainter &painter, const WindowItem &window, const QRectF &title) const;

    const Look &m_look;
    BoxPainter &m_boxes;
};

} // namespace workspace
