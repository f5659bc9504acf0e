// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/textview/thinscroll.h"

#include "workspace/look/look.h"
#include "workspace/look/strips.h"

#include <QPainter>

namespace workspace {

static constexpr qreal shortestThumb = 24;

ThinScroll::ThinScroll(Qt::Orientation orientation)
    : m_orientation(orientation)
{
}

void ThinScroll::setRange(qreal content, qreal viewport)
{
    m_content = qMax(0.0, content);
    m_viewport = qMax(0.0, viewport);
    setOffset(m_offset);
}

qreal ThinScroll::maximum() const
{
    return qMax(0.0, m_content - m_viewport);
}

bool ThinScroll::setOffset(qreal offset)
{
    const qreal wanted = qBound(0.0, offset, maximum());
    if (qFuzzyCompare(wanted + 1, m_offset + 1))
        return false;
    m_offset = wanted;
    return true;
}

bool ThinScroll::reveal(qreal begin, qreal end)
{
    if (begin < m_offset)
        return setOffset(begin);
    if (end > m_offset + m_viewport)
        return setOffset(end - m_viewport);
    return false;
}

qreal ThinScroll::along(QPointF position) const
{
    return m_orientation == Qt::Vertical ? position.y() - m_track.top()
                                         : position.x() - m_track.left();
}

QRectF ThinScroll::thumb() const
{
    if (maximum() <= 0 || m_track.isEmpty())
        return {};
    const bool upright = m_orientation == Qt::Vertical;
    const qreal track = upright ? m_track.height() : m_track.width();
    const qreal length = qMin(track, qMax(shortestThumb, track * m_viewport / m_content));
    const qreal start = (track - length) * m_offset / maximum();
    return upright ? QRectF(m_track.left(), m_track.top() + start, m_track.width(), length)
                   : QRectF(m_track.left() + start, m_track.top(), length, m_track.height());
}

bool ThinScroll::press(QPointF position)
{
    const auto bar = thumb();
    if (bar.isEmpty() || !m_track.contains(position))
        return false;
    const qreal start = along(bar.topLeft());
    if (bar.contains(position)) {
        m_held = true;
        m_grip = along(position) - start;
    } else {
        scrollBy(along(position) < start ? -m_viewport : m_viewport);
    }
    return true;
}

bool ThinScroll::drag(QPointF position)
{
    if (!m_held)
        return false;
    const auto bar = thumb();
    const bool upright = m_orientation == Qt::Vertical;
    const qreal room = upright ? m_track.height() - bar.height() : m_track.width() - bar.width();
    if (room > 0)
        setOffset((along(position) - m_grip) / room * maximum());
    return true;
}

bool ThinScroll::hover(QPointF position)
{
    const bool over = maximum() > 0 && m_track.contains(position);
    return std::exchange(m_hovered, over) != over;
}

void ThinScroll::paint(QPainter &painter, const Theme &theme) const
{
    auto bar = thumb();
    if (bar.isEmpty())
        return;
    const bool wide = m_held || m_hovered;
    const qreal inset = wide ? 1 : 2.5;
    bar = m_orientation == Qt::Vertical ? bar.adjusted(inset, 1, -inset, -1)
                                        : bar.adjusted(1, inset, -1, -inset);
    QColor color = theme.textFaint;
    color.setAlphaF(m_held ? 0.75F : wide ? 0.6F : 0.38F);
    paintBar(painter, bar, color);
}

} // namespace workspace
