// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/editor/panehost.h"

#include "workspace/editor/paintedpane.h"
#include "workspace/look/look.h"
#include "workspace/textview/linefield.h"

#include <QEvent>
#include <QPainter>

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
    m_pane.setSize(size());
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
        const bool used = m_pane.handleInput(*event);
        if (const auto point = pointerOf(*event))
            setCursor(m_pane.cursorAt(*point));
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
    painter.fillRect(rect(), m_look.theme().panel);
    m_pane.paint(painter, hasFocus());
}

void PaneHost::resizeEvent(QResizeEvent * /*event*/)
{
    m_pane.setSize(size());
}

} // namespace workspace
