// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/canvas/paint/selectionpainter.h"

#include "workspace/canvas/paint/corners.h"
#include "workspace/look/glyphs.h"

#include <QPainter>

#include <algorithm>

namespace workspace {

static constexpr qreal BadgeSize = 18;

const QImage &SelectionPainter::badge(qreal ratio)
{
    if (!m_badge.isNull() && m_badge.devicePixelRatio() == ratio)
        return m_badge;
    const auto &theme = m_look.theme();
    m_badge = QImage((QSizeF(BadgeSize, BadgeSize) * ratio).toSize(),
                     QImage::Format_ARGB32_Premultiplied);
    m_badge.setDevicePixelRatio(ratio);
    m_badge.fill(Qt::transparent);
    QPainter painter(&m_badge);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.ground, 1.5));
    painter.setBrush(theme.accent);
    painter.drawEllipse(QRectF(1, 1, BadgeSize - 2, BadgeSize - 2));
    painter.setPen(QPen(theme.ground, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(QPolygonF({{5.2, 9.4}, {8, 12.2}, {12.8, 6.4}}));
    painter.end();
    return m_badge;
}

void SelectionPainter::paintSelected(QPainter &painter, const QRect &rect, int radius, qreal ratio,
                                     const QRect &visible)
{
    const int line = std::max(2, qRound(2 * ratio));
    const QRect around = rect.adjusted(-line, -line, line, line);
    const BoxStyle style{std::min(radius + line, around.height() / 2), 0,
                         m_look.theme().accent.rgba(), line, 0};
    m_boxes.paintCorners(painter, around, style);
    m_boxes.paintEdges(painter, around, style, visible);
    const auto &mark = badge(ratio);
    const int inset = qRound(4 * ratio);
    const QPoint middle = rect.topLeft() + QPoint(inset, inset);
    painter.drawImage(QRect(middle - QPoint(mark.width() / 2, mark.height() / 2), mark.size()),
                      mark, mark.rect());
}

void SelectionPainter::paintMarks(QPainter &painter, const GestureMarks &marks,
                                  const Camera &camera) const
{
    if (marks.band.isEmpty() && marks.guides.empty())
        return;
    const QColor accent = m_look.theme().accent;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    if (!marks.band.isEmpty()) {
        const QRect band = camera.toScreen(marks.band).toRect();
        QColor fill = accent;
        fill.setAlphaF(0.09F);
        painter.fillRect(band, fill);
        painter.setPen(QPen(accent, 1, Qt::DashLine));
        painter.drawRect(band.adjusted(0, 0, -1, -1));
    }
    painter.setPen(QPen(accent, 1));
    for (const auto &guide : marks.guides) {
        const QPoint from = camera.toScreen(guide.p1()).toPoint();
        const QPoint to = camera.toScreen(guide.p2()).toPoint();
        painter.drawLine(from, to);
        // Ends that tell it from an edge of a frame.
        const QPoint aside = from.x() == to.x() ? QPoint(4, 0) : QPoint(0, 4);
        painter.drawLine(from - aside, from + aside);
        painter.drawLine(to - aside, to + aside);
    }
    painter.restore();
}

} // namespace workspace
