// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/collection/collectioncontent.h"

#include "workspace/collection/collectionmetrics.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>

#include <cmath>

using namespace Qt::StringLiterals;

namespace workspace {

bool CollectionContent::handleInput(QEvent &event)
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

int CollectionContent::rowAt(QPointF position) const
{
    if (!rowsRect().contains(position))
        return -1;
    const int row = int(std::floor((position.y() - rowsRect().top() - 2 + m_vertical.offset())
                                   / CollectionMetrics::row));
    return row >= 0 && row < m_model.rowCount() ? row : -1;
}

CollectionContent::HeaderHit CollectionContent::headerAt(QPointF position) const
{
    if (!headerRect().contains(position) || m_model.counts().total == 0)
        return {};
    qreal x = CollectionMetrics::badge - m_horizontal.offset();
    if (position.x() < x)
        return {CollectionModel::HealthOrder, false};
    for (size_t c = 0; c < m_widths.size(); ++c) {
        x += m_widths[c];
        if (std::abs(position.x() - (x - CollectionMetrics::gap / 2)) < 5)
            return {int(c), true};
        if (position.x() < x)
            return {int(c), false};
    }
    return {};
}

bool CollectionContent::press(const QMouseEvent &event)
{
    if (event.button() != Qt::LeftButton)
        return false;
    const auto at = event.position();
    if (scopeRect().contains(at)) {
        Q_EMIT namespacesRequested();
    } else if (filterRect().contains(at)) {
        m_filter.press(at, filterRect(), m_look);
    } else if (m_vertical.press(at) || m_horizontal.press(at)) {
        // the bar has it
    } else if (headerRect().contains(at)) {
        const auto hit = headerAt(at);
        if (hit.edge)
            m_resizing = hit.column;
        else
            sortBy(hit.column);
    } else if (const int row = rowAt(at); row >= 0) {
        select(row);
    }
    Q_EMIT updated();
    return true;
}

void CollectionContent::sortBy(int column)
{
    const bool again = m_model.sortColumn() == column;
    if (again && m_model.sortOrder() == Qt::DescendingOrder)
        m_model.sort(CollectionModel::HealthOrder,
                     Qt::AscendingOrder); // the third click: as it was
    else
        m_model.sort(column, again && column >= 0 ? Qt::DescendingOrder : Qt::AscendingOrder);
    const int row = m_model.rowOf(m_selected);
    if (row >= 0)
        select(row);
}

bool CollectionContent::move(QPointF position, Qt::MouseButtons buttons)
{
    if (buttons & Qt::LeftButton) {
        if (m_resizing >= 0) {
            qreal left = CollectionMetrics::badge - m_horizontal.offset();
            for (int c = 0; c < m_resizing; ++c)
                left += m_widths[size_t(c)];
            m_dragged[size_t(m_resizing)] =
                qBound(40.0, position.x() + CollectionMetrics::gap / 2 - left, 900.0);
            relayout();
        } else if (!m_vertical.drag(position) && !m_horizontal.drag(position)) {
            return false;
        }
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

bool CollectionContent::release()
{
    m_resizing = -1;
    m_vertical.release();
    m_horizontal.release();
    return true;
}

bool CollectionContent::doubleClick(const QMouseEvent &event)
{
    const auto hit = headerAt(event.position());
    if (hit.edge) {
        m_dragged[size_t(hit.column)] = 0; // back to the width of its content
        relayout();
        Q_EMIT updated();
    } else if (const int row = rowAt(event.position()); row >= 0) {
        select(row);
        open(row, View::Describe);
    } else {
        return press(event);
    }
    return true;
}

bool CollectionContent::wheel(const QWheelEvent &event)
{
    if (event.modifiers() & Qt::ControlModifier)
        return false; // zooms the canvas
    if (m_vertical.maximum() <= 0 && m_horizontal.maximum() <= 0)
        return false;
    QPointF distance = event.pixelDelta();
    if (distance.isNull())
        distance = QPointF(event.angleDelta()) / 120 * 3 * CollectionMetrics::row;
    if (event.modifiers() & Qt::ShiftModifier)
        distance = distance.transposed();
    const bool down = m_vertical.scrollBy(-distance.y());
    const bool across = m_horizontal.scrollBy(-distance.x());
    const bool moved = down || across;
    if (moved) {
        m_hovered = rowAt(event.position());
        Q_EMIT updated();
    }
    return true;
}

bool CollectionContent::key(QKeyEvent &event)
{
    if (viewKey(event) || listKey(event))
        return true;
    if (event.key() == Qt::Key_Escape) {
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

bool CollectionContent::viewKey(const QKeyEvent &event)
{
    if (event.modifiers() == Qt::AltModifier && event.key() == Qt::Key_N && m_resource.namespaced) {
        Q_EMIT namespacesRequested();
        return true;
    }
    if (event.modifiers() != Qt::AltModifier || m_model.rowOf(m_selected) < 0)
        return false;
    const int row = m_model.rowOf(m_selected);
    switch (event.key()) {
    case Qt::Key_L: open(row, View::Logs); return true;
    case Qt::Key_S: open(row, View::Shell); return true;
    case Qt::Key_D: open(row, View::Describe); return true;
    case Qt::Key_Y: open(row, View::Yaml); return true;
    case Qt::Key_C: open(row, View::Changes); return true;
    default: return false;
    }
}

bool CollectionContent::listKey(const QKeyEvent &event)
{
    if (event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))
        return false;
    const int row = m_model.rowOf(m_selected);
    const int page = qMax(1, int(rowsRect().height() / CollectionMetrics::row) - 1);
    switch (event.key()) {
    case Qt::Key_Up: select(row < 0 ? m_model.rowCount() - 1 : row - 1); return true;
    case Qt::Key_Down: select(row + 1); return true;
    case Qt::Key_PageUp: select(row - page); return true;
    case Qt::Key_PageDown: select(row + page); return true;
    case Qt::Key_Home: select(0); return true;
    case Qt::Key_End: select(m_model.rowCount() - 1); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter: open(row, View::Describe); return row >= 0;
    default: return false;
    }
}

QString CollectionContent::toolTipAt(QPointF position) const
{
    const int row = rowAt(position);
    return row < 0 ? QString() : healthSentence(m_model.diagnosis(row));
}

Qt::CursorShape CollectionContent::cursorAt(QPointF position) const
{
    if (m_resizing >= 0 || headerAt(position).edge)
        return Qt::SplitHCursor;
    if (scopeRect().contains(position))
        return Qt::PointingHandCursor;
    return filterRect().contains(position) ? Qt::IBeamCursor : Qt::ArrowCursor;
}

} // namespace workspace
