// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/look/strokes.h"

#include <QPainter>
#include <QPainterPath>

namespace workspace {

void strokeSign(QPainter &painter, QPointF center, const QColor &color, const QPainterPath &path)
{
    painter.save();
    painter.translate(center);
    painter.setPen(QPen(color, 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(path);
    painter.restore();
}

} // namespace workspace
