// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of SpotlightPanel that takes keys and the pointer.

#include "workspace/spotlight/spotlightpanel.h"

#include "workspace/spotlight/spotlightscore.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>

#include <cmath>

namespace workspace {

bool SpotlightPanel::viewKey(int key)
{
    switch (key) {
    case Qt::Key_L: choose(View::Logs); return true;
    case Qt::Key_S: choose(View::Shell); return true;
    case Qt::Key_D: choose(View::Describe); return true;
    case Qt::Key_Y: choose(View::Yaml); return true;
    case Qt::Key_C: choose(View::Changes); return true;
    case Qt::Key_I: choose(View::Inspect); return true;
    case Qt::Key_A:
        if (m_elsewhere > 0)
            Q_EMIT elsewhereRequested();
        return true;
    default: return false;
    }
}

bool SpotlightPanel::controlKey(int key)
{
    if (key != Qt::Key_D)
        return false;
    togglePin(m_selected);
    return true;
}

bool SpotlightPanel::key(QKeyEvent &event)
{
    if (event.modifiers() == Qt::AltModifier)
        return viewKey(event.key());
    if (event.modifiers() == Qt::ControlModifier)
        return controlKey(event.key());
    switch (event.key()) {
    case Qt::Key_Escape: dismiss(); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter: choose(View::Describe); return true;
    case Qt::Key_Up: goTo(m_selected - 1); return true;
    case Qt::Key_Down: goTo(m_selected + 1); return true;
    case Qt::Key_PageUp: goTo(m_selected - RowsShown); return true;
    case Qt::Key_PageDown: goTo(m_selected + RowsShown); return true;
    case Qt::Key_Tab:
        if (const auto kind = kindOfAlias(m_input.text()); m_kind.isEmpty() && !kind.isEmpty())
            setKind(kind);
        return true; // the panel keeps the focus
    case Qt::Key_Backtab: return true;
    case Qt::Key_Backspace:
        if (!m_input.text().isEmpty() || m_kind.isEmpty())
            return false;
        setKind({});
        return true;
    default: return false;
    }
}

bool SpotlightPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parent() && event->type() == QEvent::Resize)
        place();
    if (watched != &m_input)
        return QWidget::eventFilter(watched, event);
    if (event->type() == QEvent::ShortcutOverride) {
        // Alt+letter and Escape are ours here, not a menu's or the window's.
        event->accept();
        return true;
    }
    if (event->type() == QEvent::KeyPress)
        return key(static_cast<QKeyEvent &>(*event));
    if (event->type() == QEvent::FocusOut) {
        const auto reason = static_cast<QFocusEvent *>(event)->reason();
        if (reason == Qt::MouseFocusReason || reason == Qt::TabFocusReason)
            dismiss();
    }
    return QWidget::eventFilter(watched, event);
}

int SpotlightPanel::rowAt(QPointF position) const
{
    const auto list = listRect();
    if (!list.contains(position))
        return -1;
    const int row = int(std::floor((position.y() - list.top() + m_scroll.offset()) / RowHeight));
    return row < int(m_hits.size()) ? row : -1;
}

void SpotlightPanel::mousePressEvent(QMouseEvent *event)
{
    if (m_scroll.press(event->position())) {
        update();
    } else if (const int row = rowAt(event->position()); row >= 0) {
        if (starRect(rowRect(row)).contains(event->position()))
            togglePin(row);
        else {
            select(row);
            choose(View::Describe);
        }
    }
    event->accept();
}

void SpotlightPanel::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons() & Qt::LeftButton) {
        if (m_scroll.drag(event->position()))
            update();
        return;
    }
    const int row = rowAt(event->position());
    if (row >= 0 && row != m_selected) {
        m_selected = row;
        m_hasGone = true;
        update();
    }
    if (m_scroll.hover(event->position()))
        update();
}

void SpotlightPanel::mouseReleaseEvent(QMouseEvent *event)
{
    m_scroll.release();
    event->accept();
}

void SpotlightPanel::wheelEvent(QWheelEvent *event)
{
    qreal distance = event->pixelDelta().y();
    if (distance == 0)
        distance = event->angleDelta().y() / 120.0 * RowHeight * 2;
    m_hasGone = m_selected >= 0; // what comes later does not move what is read
    if (m_scroll.scrollBy(-distance))
        update();
    event->accept();
}

} // namespace workspace
