// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/logs/logicons.h"

#include "workspace/look/strokes.h"

#include <QPainter>
#include <QPainterPath>

namespace workspace {

static void polyline(QPainterPath &path, std::initializer_list<QPointF> points)
{
    path.moveTo(*points.begin());
    for (const auto &point : points)
        path.lineTo(point);
}

void drawTimelineIcon(QPainter &painter, QPointF center, const QColor &color)
{
    QPainterPath path;
    polyline(path, {{-4.5, 4}, {-4.5, 0.5}});
    polyline(path, {{-1.5, 4}, {-1.5, -3.5}});
    polyline(path, {{1.5, 4}, {1.5, -1}});
    polyline(path, {{4.5, 4}, {4.5, 1.5}});
    strokeSign(painter, center, color, path);
}

void drawMoreIcon(QPainter &painter, QPointF center, const QColor &color)
{
    QPainterPath path;
    for (const qreal x : {-4.0, 0.0, 4.0})
        path.addEllipse(center + QPointF(x, 0), 1.3, 1.3);
    painter.fillPath(path, color);
}

void drawFilterIcon(QPainter &painter, QPointF center, const QColor &color)
{
    QPainterPath path;
    polyline(path, {{-5.5, -3.5}, {5.5, -3.5}});
    polyline(path, {{-3.5, 0}, {3.5, 0}});
    polyline(path, {{-1.5, 3.5}, {1.5, 3.5}});
    strokeSign(painter, center, color, path);
}

void drawWrapIcon(QPainter &painter, QPointF center, const QColor &color)
{
    QPainterPath path;
    polyline(path, {{-5.5, -4}, {5.5, -4}});
    polyline(path, {{-5.5, 0}, {3, 0}});
    path.cubicTo({6.5, 0}, {6.5, 4}, {3, 4});
    path.lineTo(0.5, 4);
    polyline(path, {{2.3, 2.2}, {0.5, 4}, {2.3, 5.8}});
    polyline(path, {{-5.5, 4}, {-2.5, 4}});
    strokeSign(painter, center, color, path);
}

void drawClockIcon(QPainter &painter, QPointF center, const QColor &color)
{
    QPainterPath path;
    path.addEllipse(QPointF(0, 0), 5.3, 5.3);
    polyline(path, {{0, -3}, {0, 0.3}, {2.2, 1.6}});
    strokeSign(painter, center, color, path);
}

void drawPreviousIcon(QPainter &painter, QPointF center, const QColor &color)
{
    QPainterPath path;
    path.arcMoveTo(QRectF(-5, -5, 10, 10), 150);
    path.arcTo(QRectF(-5, -5, 10, 10), 150, -300);
    polyline(path, {{-5.4, -5.2}, {-4.6, -2.2}, {-1.6, -2.6}});
    strokeSign(painter, center, color, path);
}

void drawPauseIcon(QPainter &painter, QPointF center, const QColor &color)
{
    QPainterPath path;
    polyline(path, {{-2.2, -4}, {-2.2, 4}});
    polyline(path, {{2.2, -4}, {2.2, 4}});
    strokeSign(painter, center, color, path);
}

void drawPlayIcon(QPainter &painter, QPointF center, const QColor &color)
{
    QPainterPath path;
    polyline(path, {{-2.8, -4.2}, {4.2, 0}, {-2.8, 4.2}, {-2.8, -4.2}});
    strokeSign(painter, center, color, path);
}

void drawChevron(QPainter &painter, QPointF center, const QColor &color)
{
    QPainterPath path;
    polyline(path, {{-3, -1.5}, {0, 1.5}, {3, -1.5}});
    strokeSign(painter, center, color, path);
}

void drawDownArrow(QPainter &painter, QPointF center, const QColor &color)
{
    QPainterPath path;
    polyline(path, {{0, -4}, {0, 4}});
    polyline(path, {{-3, 1}, {0, 4}, {3, 1}});
    strokeSign(painter, center, color, path);
}

} // namespace workspace
