// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/canvas/paint/textpaint.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace workspace {

qreal drawLine(QPainter &painter, const QRectF &rect, const QString &text, const QFont &font,
               const QColor &color, Qt::Alignment align)
{
    if (rect.width() <= 2 || text.isEmpty())
        return 0;
    const QFontMetricsF metrics(font);
    qreal width = metrics.horizontalAdvance(text);
    QString shown = text;
    if (width > rect.width()) {
        shown = metrics.elidedText(text, Qt::ElideRight, rect.width());
        width = std::min(rect.width(), metrics.horizontalAdvance(shown));
    }
    qreal x = rect.x();
    if (align & Qt::AlignRight)
        x = rect.right() - width;
    else if (align & Qt::AlignHCenter)
        x = rect.center().x() - width / 2;
    // Centred by the height of capitals, which is what the eye takes for the middle of a line.
    const qreal baseline = rect.center().y() + metrics.capHeight() / 2;
    painter.setFont(font);
    painter.setPen(color);
    painter.drawText(QPointF(x, baseline), shown);
    return width;
}

qreal lineWidth(const QString &text, const QFont &font)
{
    return QFontMetricsF(font).horizontalAdvance(text);
}

} // namespace workspace
