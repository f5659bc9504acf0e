// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/list/listcontent.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>

using namespace Qt::StringLiterals;

namespace workspace {

static constexpr qreal WheelNotch = 75;

bool ListContent::pressHeader(QPointF /*position*/)
{
    return false;
}

bool ListContent::dragHeader(QPointF /*position*/)
{
    return false;
}

void ListContent::releaseHeader() { }

bool ListContent::doubleClickHeader(QPointF /*position*/)
{
    return false;
}

bool ListContent::handleInput(QEvent &event)
{
    settle();
    switch (event.type()) {
    case QEvent::MouseButtonPress: return press(static_cast<const QMouseEvent &>(event));
    case QEvent::MouseButtonDblClick: return doubleClick(static_cast<const QMouseEvent &>(event));
    case QEvent::MouseMove:
        return move(*pointerOf(event), static_cast<const QMouseEvent &>(event).buttons());
    case QEvent::HoverMove:
    case QEvent::HoverEnter: return move(*pointerOf(event), Qt::NoButton);
    case QEvent::HoverLeave:
    case QEvent::Leave: return move({-1, -1}, Qt::NoButton);
    case QEvent::MouseButtonRelease: return release(*pointerOf(event));
    case QEvent::Wheel: return wheel(static_cast<const QWheelEvent &>(event));
    case QEvent::KeyPress: return key(static_cast<QKeyEvent &>(event));
    case QEvent::InputMethod: {
        const bool used = m_filter.handleInput(event);
        setFilter(m_filter.text());
        return used;
    }
    default: return false;
    }
}

bool ListContent::press(const QMouseEvent &event)
{
    const auto at = event.position();
    m_menuAt.reset();
    if (event.button() == Qt::RightButton) { // a menu follows, about what is under the pointer
        if (const int row = rowAt(at); row >= 0 && !m_marks.contains(idOf(row)))
            click(row, Qt::NoModifier);
        m_menuAt = at;
        return true;
    }
    if (event.button() != Qt::LeftButton)
        return false;
    if (scopeRect().contains(at)) {
        Q_EMIT namespacesRequested();
    } else if (formRect().contains(at)) {
        Q_EMIT treeToggled();
        return true;
    } else if (filterRect().contains(at)) {
        m_filter.press(at, filterRect(), m_look);
    } else if (m_vertical.press(at) || m_horizontal.press(at) || pressHeader(at)) {
        // the bar or the header has it
    } else if (const int row = rowAt(at); row >= 0 && !pressRow(row, at)) {
        pressOn(row, event);
    }
    Q_EMIT updated();
    return true;
}

/// A click, or the beginning of a drag: what is marked stays so until it is known which.
void ListContent::pressOn(int row, const QMouseEvent &event)
{
    m_grabbed = idOf(row);
    m_grabbedAt = event.position();
    m_clickPends = event.modifiers() == Qt::NoModifier && m_marks.contains(m_grabbed);
    if (!m_clickPends)
        click(row, event.modifiers());
}

bool ListContent::dragRow(QPointF position)
{
    static constexpr qreal DragSlack = 6;
    m_pointer = position;
    if (m_grabbed.isEmpty())
        return false;
    m_dragging = m_dragging || (position - m_grabbedAt).manhattanLength() > DragSlack;
    return true;
}

QString ListContent::dragText() const
{
    if (!m_dragging || QRectF(QPointF(), m_size).contains(m_pointer))
        return {};
    const auto objects = selectedObjects();
    if (objects.empty())
        return {};
    return objects.size() == 1 ? QString(objects.front().kind + u' ' + objects.front().name)
                               : tr("%Ln object(s)", nullptr, int(objects.size()));
}

void ListContent::cancelDrag()
{
    m_grabbed.clear();
    m_dragging = false;
    m_clickPends = false;
}

void ListContent::click(int row, Qt::KeyboardModifiers modifiers)
{
    m_markedText.reset();
    const auto idOfRow = [this](int i) { return idOf(i); };
    if (modifiers & Qt::ControlModifier) {
        if (m_marks.isEmpty() && rowOf(m_selected) >= 0 && m_selected != idOf(row))
            m_marks.toggle(m_selected); // the first of several was selected without a mark
        m_marks.toggle(idOf(row));
    } else if ((modifiers & Qt::ShiftModifier) && rowOf(m_selected) >= 0) {
        m_marks.extend(rowOf(m_selected), row, idOfRow);
    } else {
        m_marks.clear();
    }
    select(row);
}

bool ListContent::doubleClick(const QMouseEvent &event)
{
    if (doubleClickHeader(event.position()))
        return true;
    const int row = rowAt(event.position());
    if (row < 0)
        return press(event);
    select(row);
    open(row, usualView());
    return true;
}

bool ListContent::move(QPointF position, Qt::MouseButtons buttons)
{
    if (buttons & Qt::LeftButton) {
        if (!dragHeader(position) && !m_vertical.drag(position) && !m_horizontal.drag(position)
            && !dragRow(position))
            return false;
        Q_EMIT updated();
        return true;
    }
    const bool onVertical = m_vertical.hover(position); // both are to be told
    const bool onHorizontal = m_horizontal.hover(position);
    bool other = onVertical || onHorizontal;
    const int row = rowAt(position);
    const bool scope = scopeRect().contains(position);
    other = std::exchange(m_hovered, row) != row || other;
    other = std::exchange(m_scopeHovered, scope) != scope || other;
    const bool form = formRect().contains(position);
    other = std::exchange(m_formHovered, form) != form || other;
    if (other)
        Q_EMIT updated();
    return true;
}

bool ListContent::release(QPointF position)
{
    m_pointer = position;
    const bool isOut = !dragText().isEmpty();
    const auto grabbed = std::exchange(m_grabbed, {});
    m_dragging = false;
    if (const int row = rowOf(grabbed); std::exchange(m_clickPends, false) && !isOut && row >= 0)
        click(row, Qt::NoModifier);
    if (isOut)
        Q_EMIT draggedOut(selectedObjects(), position);
    releaseHeader();
    m_vertical.release();
    m_horizontal.release();
    return true;
}

bool ListContent::wheel(const QWheelEvent &event)
{
    if (event.modifiers() & Qt::ControlModifier)
        return false; // zooms the canvas
    if (m_vertical.maximum() <= 0 && m_horizontal.maximum() <= 0)
        return false;
    QPointF distance = event.pixelDelta();
    if (distance.isNull())
        distance = QPointF(event.angleDelta()) / 120 * WheelNotch;
    if (event.modifiers() & Qt::ShiftModifier)
        distance = distance.transposed();
    const bool down = m_vertical.scrollBy(-distance.y());
    const bool across = m_horizontal.scrollBy(-distance.x());
    if (down || across) {
        m_hovered = rowAt(event.position());
        Q_EMIT updated();
    }
    return true;
}

Qt::CursorShape ListContent::cursorAt(QPointF position) const
{
    if (scopeRect().contains(position) || formRect().contains(position))
        return Qt::PointingHandCursor;
    if (m_dragging)
        return Qt::ClosedHandCursor;
    return filterRect().contains(position) ? Qt::IBeamCursor : Qt::ArrowCursor;
}

} // namespace workspace
