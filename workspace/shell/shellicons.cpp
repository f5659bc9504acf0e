// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/shell/shellicons.h"

#include "workspace/look/strokes.h"

#include <QPainter>
#include <QPainterPath>

namespace workspace {

void drawFindIcon(QPainter &painter, QPointF center, const QColor &color)
{
    QPainterPath path;
    path.addEllipse(QPointF(-1, -1), 4, 4);
    path.moveTo(2, 2);
    path.lineTo(5.2, 5.2);
    strokeSign(painter, center, color, path);
}

void drawBroadcastIcon(QPainter &painter, QPointF center, const QColor &color)
{
    QPainterPath path;
    path.addEllipse(QPointF(0, 0), 1, 1);
    for (const qreal radius : {3.2, 5.6}) {
        const QRectF circle(-radius, -radius, 2 * radius, 2 * radius);
        for (const qreal side : {0.0, 180.0}) {
            path.arcMoveTo(circle, side - 48);
            path.arcTo(circle, side - 48, 96);
        }
    }
    strokeSign(painter, center, color, path);
}

void drawRecordIcon(QPainter &painter, QPointF center, const QColor &color, bool on)
{
    painter.save();
    painter.setPen(QPen(color, 1.4));
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(center, 5.2, 5.2);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawEllipse(center, on ? 3.4 : 1.8, on ? 3.4 : 1.8);
    painter.restore();
}

void drawBellIcon(QPainter &painter, QPointF center, const QColor &color)
{
    QPainterPath path;
    path.moveTo(-5, 3);
    path.cubicTo({-3.2, 1.4}, {-4, -4.8}, {0, -4.8});
    path.cubicTo({4, -4.8}, {3.2, 1.4}, {5, 3});
    path.closeSubpath();
    path.moveTo(-1.4, 5);
    path.lineTo(1.4, 5);
    strokeSign(painter, center, color, path);
}

} // namespace workspace
