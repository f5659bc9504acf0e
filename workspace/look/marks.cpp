// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/look/glyphs.h"

#include <QPainter>
#include <QPolygonF>

namespace workspace {

void paintMark(QPainter &painter, Mark mark, const QRectF &rect, const QColor &color,
               const QColor &ground)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(rect.topLeft());
    painter.scale(rect.width() / 12, rect.height() / 12);
    const QPen cut(ground, 1.7, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    switch (mark) {
    case Mark::Ring:
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(color, 1.8));
        painter.drawEllipse(QPointF(6, 6), 4.4, 4.4);
        break;
    case Mark::Check:
        painter.drawEllipse(QPointF(6, 6), 6, 6);
        painter.setPen(cut);
        painter.setBrush(Qt::NoBrush);
        painter.drawPolyline(QPolygonF({{3.4, 6.3}, {5.2, 8}, {8.6, 4.2}}));
        break;
    case Mark::Clock:
        painter.drawEllipse(QPointF(6, 6), 6, 6);
        painter.setPen(cut);
        painter.setBrush(Qt::NoBrush);
        painter.drawPolyline(QPolygonF({{6, 3}, {6, 6.2}, {8.2, 7.4}}));
        break;
    case Mark::Triangle:
        painter.setPen(QPen(color, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPolygon(QPolygonF({{6, 1}, {11.2, 10.8}, {0.8, 10.8}}));
        painter.setPen(cut);
        painter.drawLine(QPointF(6, 4.4), QPointF(6, 7));
        painter.drawPoint(QPointF(6, 9.3));
        break;
    case Mark::Cross:
        painter.drawRoundedRect(QRectF(0.4, 0.4, 11.2, 11.2), 3, 3);
        painter.setPen(cut);
        painter.drawLine(QPointF(3.8, 3.8), QPointF(8.2, 8.2));
        painter.drawLine(QPointF(8.2, 3.8), QPointF(3.8, 8.2));
        break;
    case Mark::Info:
        painter.drawEllipse(QPointF(6, 6), 6, 6);
        painter.setPen(cut);
        painter.drawPoint(QPointF(6, 3.2));
        painter.drawLine(QPointF(6, 5.6), QPointF(6, 8.8));
        break;
    }
    painter.restore();
}

} // namespace workspace
