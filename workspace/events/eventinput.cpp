// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/events/eventcontent.h"

#include "workspace/events/eventmetrics.h"
#include "workspace/look/look.h"

#include <QDateTime>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QWheelEvent>

#include <cmath>

using namespace Qt::StringLiterals;

namespace workspace {

bool EventContent::handleInput(QEvent &event)
{
    switch (event.type()) {
    case QEvent::MouseButtonPress: return press(static_cast<const QMouseEvent &>(event));
    case QEvent::MouseButtonDblClick: {
        const int row = rowAt(*pointerOf(event));
        if (row < 0)
            return press(static_cast<const QMouseEvent &>(event));
        select(row);
        open(row, View::Describe);
        return true;
    }
    case QEvent::MouseMove:
        return move(*pointerOf(event), static_cast<const QMouseEvent &>(event).buttons());
    case QEvent::HoverMove:
    case QEvent::HoverEnter: return move(*pointerOf(event), Qt::NoButton);
    case QEvent::HoverLeave:
    case QEvent::Leave: return move({-1, -1}, Qt::NoButton);
    case QEvent::MouseButtonRelease: m_vertical.release(); return true;
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

int EventContent::rowAt(QPointF position) const
{
    if (!rowsRect().contains(position))
        return -1;
    const int row = int(std::floor((position.y() - rowsRect().top() - 2 + m_vertical.offset())
                                   / EventMetrics::row));
    return row >= 0 && row < m_model.rowCount() ? row : -1;
}

bool EventContent::press(const QMouseEvent &event)
{
    if (event.button() != Qt::LeftButton)
        return false;
    const auto at = event.position();
    if (filterRect().contains(at))
        m_filter.press(at, filterRect(), m_look);
    else if (m_vertical.press(at)) {
        // the bar has it
    } else if (const int row = rowAt(at); row >= 0) {
        select(row);
    }
    Q_EMIT updated();
    return true;
}

bool EventContent::move(QPointF position, Qt::MouseButtons buttons)
{
    if (buttons & Qt::LeftButton) {
        if (!m_vertical.drag(position))
            return false;
        Q_EMIT updated();
        return true;
    }
    const bool bar = m_vertical.hover(position);
    const int row = rowAt(position);
    if (std::exchange(m_hovered, row) != row || bar)
        Q_EMIT updated();
    return true;
}

bool EventContent::wheel(const QWheelEvent &event)
{
    if ((event.modifiers() & Qt::ControlModifier) || m_vertical.maximum() <= 0)
        return false;
    const qreal distance = event.pixelDelta().isNull()
        ? event.angleDelta().y() / 120.0 * 2 * EventMetrics::row
        : event.pixelDelta().y();
    if (m_vertical.scrollBy(-distance)) {
        m_hovered = rowAt(event.position());
        Q_EMIT updated();
    }
    return true;
}

bool EventContent::key(QKeyEvent &event)
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

bool EventContent::viewKey(const QKeyEvent &event)
{
    const int row = m_model.rowOf(m_selected);
    if (event.modifiers() != Qt::AltModifier || row < 0)
        return false;
    switch (event.key()) {
    case Qt::Key_L: open(row, View::Logs); return true;
    case Qt::Key_S: open(row, View::Shell); return true;
    case Qt::Key_D: open(row, View::Describe); return true;
    case Qt::Key_Y: open(row, View::Yaml); return true;
    case Qt::Key_C: open(row, View::Changes); return true;
    default: return false;
    }
}

bool EventContent::listKey(const QKeyEvent &event)
{
    if (event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))
        return false;
    const int row = m_model.rowOf(m_selected);
    const int page = qMax(1, int(rowsRect().height() / EventMetrics::row) - 1);
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

Qt::CursorShape EventContent::cursorAt(QPointF position) const
{
    return filterRect().contains(position) ? Qt::IBeamCursor : Qt::ArrowCursor;
}

QString EventContent::toolTipAt(QPointF position) const
{
    const int row = rowAt(position);
    if (row < 0)
        return {};
    const auto &event = m_model.group(row);
    const auto moment = [](qint64 time) {
        return QLocale().toString(QDateTime::fromMSecsSinceEpoch(time), QLocale::ShortFormat);
    };
    const auto seen = event.count > 1
        ? tr("%Ln time(s), first %1, last %2; says %3", nullptr, int(event.count))
              .arg(moment(event.first), moment(event.last), event.source)
        : tr("%1; says %2").arg(moment(event.last), event.source);
    return event.message.simplified() + u'\n' + seen;
}

} // namespace workspace
