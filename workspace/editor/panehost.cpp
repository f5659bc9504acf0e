// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/editor/panehost.h"

#include "workspace/editor/paintedpane.h"
#include "workspace/look/look.h"
#include "workspace/textview/linefield.h"

#include <QHoverEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>

namespace workspace {

PaneHost::PaneHost(PaintedPane &pane, Look &look, QWidget *parent)
    : QWidget(parent)
    , m_pane(pane)
    , m_look(look)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_Hover);
    setAttribute(Qt::WA_OpaquePaintEvent);
}

void PaneHost::watch()
{
    connect(&m_pane, &PaintedPane::updated, this, [this] {
        setAccessibleName(m_pane.accessibleText());
        update();
    });
    m_pane.setSize(QSizeF(size()) / m_zoom);
}

void PaneHost::setZoom(qreal zoom)
{
    m_zoom = zoom;
    m_pane.setSize(QSizeF(size()) / zoom);
    update();
}

/// Hands the pane an event with its position in the pane's units.
bool PaneHost::hand(QEvent &event)
{
    const auto point = pointerOf(event);
    if (!point || m_zoom == 1)
        return m_pane.handleInput(event);
    const auto there = *point / m_zoom;
    if (event.type() == QEvent::Wheel) {
        const auto &wheel = static_cast<const QWheelEvent &>(event);
        QWheelEvent mapped(there, wheel.globalPosition(), wheel.pixelDelta(), wheel.angleDelta(),
                           wheel.buttons(), wheel.modifiers(), wheel.phase(), wheel.inverted());
        return m_pane.handleInput(mapped);
    }
    const auto &single = static_cast<const QSinglePointEvent &>(event);
    if (event.type() == QEvent::HoverMove || event.type() == QEvent::HoverLeave) {
        QHoverEvent mapped(event.type(), there, single.globalPosition(), there);
        return m_pane.handleInput(mapped);
    }
    QMouseEvent mapped(event.type(), there, single.globalPosition(), single.button(),
                       single.buttons(), single.modifiers());
    return m_pane.handleInput(mapped);
}

bool PaneHost::event(QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonRelease:
    case QEvent::MouseButtonDblClick:
    case QEvent::MouseMove:
    case QEvent::HoverMove:
    case QEvent::HoverLeave:
    case QEvent::Wheel: {
        const bool used = hand(*event);
        if (const auto point = pointerOf(*event))
            setCursor(m_pane.cursorAt(*point / m_zoom));
        if (used || event->type() != QEvent::KeyPress) {
            event->setAccepted(used);
            return used;
        }
        return QWidget::event(event); // Tab goes on to the next widget
    }
    case QEvent::FocusIn:
    case QEvent::FocusOut: update(); return QWidget::event(event);
    default: return QWidget::event(event);
    }
}

void PaneHost::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.setLayoutDirection(Qt::LeftToRight);
    painter.fillRect(rect(), m_look.theme().panel);
    painter.scale(m_zoom, m_zoom);
    m_pane.paint(painter, hasFocus());
}

void PaneHost::resizeEvent(QResizeEvent * /*event*/)
{
    m_pane.setSize(QSizeF(size()) / m_zoom);
}

} // namespace workspace
