// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/topology/topologycontent.h"

#include "workspace/textview/handon.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>

#include <cmath>

using namespace Qt::StringLiterals;

namespace workspace {

static constexpr qreal WheelNotch = 75;

int TopologyContent::boxAt(QPointF position) const
{
    if (!pictureRect().contains(position))
        return -1;
    for (int box = 0; box < int(m_boxes.size()); ++box) {
        if (boxRect(box).contains(position))
            return box;
    }
    return -1;
}

/// The nearest box of the next column, or the next one of the same.
void TopologyContent::choose(int column, int row)
{
    if (m_boxes.empty())
        return;
    const auto &boxes = m_watch.topology().boxes;
    const auto &now = m_boxes[size_t(m_chosen)];
    int best = -1;
    qreal nearest = 0;
    for (int box = 0; box < int(m_boxes.size()); ++box) {
        const int across = int(boxes[size_t(box)].column) - int(boxes[size_t(m_chosen)].column);
        const qreal down = m_boxes[size_t(box)].center().y() - now.center().y();
        const bool fits = column != 0 ? across * column > 0 : across == 0 && down * row > 0;
        const qreal distance = std::abs(down) + std::abs(across) * 10'000;
        if (fits && (best < 0 || distance < nearest)) {
            best = box;
            nearest = distance;
        }
    }
    if (best < 0)
        return;
    m_chosen = best;
    m_scroll.reveal(m_boxes[size_t(best)].top() - 8, m_boxes[size_t(best)].bottom() + 8);
    Q_EMIT updated();
}

bool TopologyContent::key(QKeyEvent &event)
{
    if (m_pane.isFindOpen())
        return false;
    const bool typing = !m_question.text().isEmpty();
    switch (event.key()) {
    case Qt::Key_Up: choose(0, -1); return true;
    case Qt::Key_Down: choose(0, 1); return true;
    case Qt::Key_Left:
    case Qt::Key_Right:
        if (typing)
            break;
        choose(event.key() == Qt::Key_Left ? -1 : 1, 0);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (typing)
            ask(m_question.text());
        else
            open(m_chosen);
        return true;
    case Qt::Key_Escape:
        if (!typing)
            return false;
        m_question.setText({});
        m_asked.reset();
        m_problem.clear();
        refresh();
        return true;
    default: break;
    }
    if (event.modifiers() & (Qt::ControlModifier | Qt::AltModifier) || fieldRect().isEmpty())
        return false;
    if (!m_question.handleInput(event))
        return false;
    Q_EMIT updated();
    return true;
}

bool TopologyContent::press(QPointF position)
{
    if (m_scroll.press(position))
        return true;
    const int box = boxAt(position);
    if (box >= 0) {
        m_chosen = box;
        open(box);
    } else if (fieldRect().contains(position)) {
        m_question.press(position, fieldRect(), m_look);
    } else {
        return false;
    }
    Q_EMIT updated();
    return true;
}

bool TopologyContent::handleInput(QEvent &event)
{
    if (!hasPicture())
        return false;
    if (event.type() == QEvent::KeyPress) {
        auto &press = static_cast<QKeyEvent &>(event);
        return key(press) || m_pane.handleInput(event);
    }
    const auto at = pointerOf(event);
    if (!at)
        return m_pane.handleInput(event);
    if (event.type() == QEvent::MouseButtonPress && press(*at))
        return true;
    if (event.type() == QEvent::MouseMove && m_scroll.drag(*at)) {
        Q_EMIT updated();
        return true;
    }
    if (event.type() == QEvent::MouseButtonRelease)
        m_scroll.release();
    const int over = boxAt(*at);
    const bool isOther = std::exchange(m_hovered, over) != over;
    if (m_scroll.hover(*at) || isOther)
        Q_EMIT updated();
    if (!pictureRect().contains(*at))
        return handOn(event, {0, pictureRect().bottom()},
                      [this](QEvent &moved) { return m_pane.handleInput(moved); });
    if (event.type() != QEvent::Wheel || m_scroll.maximum() <= 0)
        return event.type() != QEvent::Wheel;
    const auto &wheel = static_cast<const QWheelEvent &>(event);
    if (wheel.modifiers() & Qt::ControlModifier)
        return false; // zooms the canvas
    const auto pixels = wheel.pixelDelta();
    m_scroll.scrollBy(
        -(pixels.isNull() ? wheel.angleDelta().y() / 120.0 * WheelNotch : qreal(pixels.y())));
    Q_EMIT updated();
    return true;
}

Qt::CursorShape TopologyContent::cursorAt(QPointF position) const
{
    if (const int box = boxAt(position); box >= 0)
        return m_watch.topology().boxes[size_t(box)].object.kind.isEmpty() ? Qt::ArrowCursor
                                                                           : Qt::PointingHandCursor;
    if (fieldRect().contains(position))
        return Qt::IBeamCursor;
    return pictureRect().contains(position)
        ? Qt::ArrowCursor
        : m_pane.cursorAt(position - QPointF(0, pictureRect().bottom()));
}

} // namespace workspace
