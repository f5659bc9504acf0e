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
    switch (event.type()) {
    case QEvent::MouseButtonPress: return press(static_cast<const QMouseEvent &>(event));
    case QEvent::MouseButtonDblClick: return doubleClick(static_cast<const QMouseEvent &>(event));
    case QEvent::MouseMove:
        return move(*pointerOf(event), static_cast<const QMouseEvent &>(event).buttons());
    case QEvent::HoverMove:
    case QEvent::HoverEnter: return move(*pointerOf(event), Qt::NoButton);
    case QEvent::HoverLeave:
    case QEvent::Leave: return move({-1, -1}, Qt::NoButton);
    case QEvent::MouseButtonRelease: return release();
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
    if (event.button() == Qt::RightButton) { // a menu follows, about what is under the pointer
        if (const int row = rowAt(at); row >= 0 && !m_marks.contains(idOf(row)))
            click(row, Qt::NoModifier);
        return true;
    }
    if (event.button() != Qt::LeftButton)
        return false;
    if (scopeRect().contains(at)) {
        Q_EMIT namespacesRequested();
    } else if (filterRect().contains(at)) {
        m_filter.press(at, filterRect(), m_look);
    } else if (m_vertical.press(at) || m_horizontal.press(at) || pressHeader(at)) {
        // the bar or the header has it
    } else if (const int row = rowAt(at); row >= 0) {
        click(row, event.modifiers());
    }
    Q_EMIT updated();
    return true;
}

void ListContent::click(int row, Qt::KeyboardModifiers modifiers)
{
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
        if (!dragHeader(position) && !m_vertical.drag(position) && !m_horizontal.drag(position))
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
    if (other)
        Q_EMIT updated();
    return true;
}

bool ListContent::release()
{
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

bool ListContent::key(QKeyEvent &event)
{
    if (viewKey(event) || markKey(event) || listKey(event))
        return true;
    if (event.key() == Qt::Key_Escape) {
        if (!m_marks.isEmpty()) {
            m_marks.clear();
            Q_EMIT updated();
            return true;
        }
        if (m_filter.text().isEmpty())
            return false;
        setFilter({});
        return true;
    }
    const auto before = m_filter.text();
    if (before.isEmpty() && event.text() == "/"_L1)
        return true; // the habit of other tools: the filter has the keys already
    if (!m_filter.handleInput(event))
        return false;
    if (m_filter.text() != before)
        setFilter(m_filter.text());
    Q_EMIT updated();
    return true;
}

bool ListContent::viewKey(const QKeyEvent &event)
{
    if (event.modifiers() != Qt::AltModifier)
        return false;
    if (event.key() == Qt::Key_N && m_namespaced) {
        Q_EMIT namespacesRequested();
        return true;
    }
    const int row = rowOf(m_selected);
    if (row < 0)
        return false;
    const auto view = viewOfKey(event.key());
    if (view)
        open(row, *view);
    return view.has_value();
}

std::optional<View> ListContent::viewOfKey(int key) const
{
    switch (key) {
    case Qt::Key_L: return View::Logs;
    case Qt::Key_S: return View::Shell;
    case Qt::Key_D: return View::Describe;
    case Qt::Key_Y: return View::Yaml;
    case Qt::Key_C: return View::Changes;
    case Qt::Key_I: return View::Inspect;
    case Qt::Key_O: return View::Topology;
    default: return {};
    }
}

bool ListContent::markKey(const QKeyEvent &event)
{
    const auto held = event.modifiers() & ~Qt::KeypadModifier;
    const int row = rowOf(m_selected);
    if (event.key() == Qt::Key_A && held == Qt::ControlModifier) {
        m_marks.markAll(rowCount(), [this](int i) { return idOf(i); });
    } else if (event.key() == Qt::Key_Insert && held == Qt::NoModifier && row >= 0) {
        m_marks.toggle(m_selected);
        select(row + 1);
    } else if (event.key() == Qt::Key_Delete && row >= 0
               && (held == Qt::ControlModifier
                   || (held == Qt::NoModifier && m_filter.text().isEmpty()))) {
        Q_EMIT deletionRequested();
    } else {
        return false;
    }
    Q_EMIT updated();
    return true;
}

/// Goes to a row, and with Shift marks all on the way.
void ListContent::moveTo(int row, const QKeyEvent &event)
{
    const int target = qBound(0, row, rowCount() - 1);
    if (!(event.modifiers() & Qt::ShiftModifier))
        m_marks.endRange();
    else if (rowCount() > 0)
        m_marks.extend(qMax(0, rowOf(m_selected)), target, [this](int i) { return idOf(i); });
    select(target);
}

bool ListContent::listKey(const QKeyEvent &event)
{
    if (event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))
        return false;
    const int row = rowOf(m_selected);
    const int page = qMax(1, int(rowsRect().height() / m_metrics.row) - 1);
    switch (event.key()) {
    case Qt::Key_Up: moveTo(row < 0 ? rowCount() - 1 : row - 1, event); return true;
    case Qt::Key_Down: moveTo(row + 1, event); return true;
    case Qt::Key_PageUp: moveTo(row - page, event); return true;
    case Qt::Key_PageDown: moveTo(row + page, event); return true;
    case Qt::Key_Home: moveTo(0, event); return true;
    case Qt::Key_End: moveTo(rowCount() - 1, event); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter: open(row, usualView()); return row >= 0;
    default: return false;
    }
}

Qt::CursorShape ListContent::cursorAt(QPointF position) const
{
    if (scopeRect().contains(position))
        return Qt::PointingHandCursor;
    return filterRect().contains(position) ? Qt::IBeamCursor : Qt::ArrowCursor;
}

} // namespace workspace
