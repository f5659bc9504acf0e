// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/textview/messagepaint.h"

#include "workspace/look/look.h"

#include <QFontMetricsF>
#include <QPainter>

namespace workspace {

static void paintSign(QPainter &painter, QPointF center, const QColor &color)
{
    painter.setPen(QPen(color, 1.6));
    QColor fill = color;
    fill.setAlphaF(0.12F);
    painter.setBrush(fill);
    painter.drawEllipse(center, 13, 13);
    painter.setPen(QPen(color, 2.2, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(center - QPointF(0, 6), center + QPointF(0, 1));
    painter.drawPoint(center + QPointF(0, 6));
}

void paintMessage(QPainter &painter, const QRectF &area, const Look &look, const Message &message)
{
    const auto &theme = look.theme();
    const qreal width = qMin(area.width() - 32, 360.0);
    const QRectF column(area.center().x() - width / 2, area.top(), width, area.height());
    const auto titleFont = look.sans(14, QFont::DemiBold);
    const auto textFont = look.sans(12.5);
    const auto flags = int(Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap);
    const auto titleBox = QFontMetricsF(titleFont).boundingRect(column, flags, message.title);
    const auto textBox = message.text.isEmpty()
        ? QRectF()
        : QFontMetricsF(textFont).boundingRect(column, flags, message.text);
    const bool sign = message.tone != Message::Tone::Quiet;
    const qreal gap = message.text.isEmpty() ? 0 : 8;
    const qreal height = (sign ? 42 : 0) + titleBox.height() + gap + textBox.height();
    qreal y = qMax(area.top() + 8, area.center().y() - height / 2 - area.height() * 0.06);

    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (sign) {
        paintSign(painter, {area.center().x(), y + 14},
                  message.tone == Message::Tone::Error ? theme.error : theme.warn);
        y += 42;
    }
    painter.setFont(titleFont);
    painter.setPen(sign ? theme.text : theme.textDim);
    painter.drawText(QRectF(column.left(), y, width, titleBox.height() + 2), flags, message.title);
    painter.setFont(textFont);
    painter.setPen(theme.textDim);
    painter.drawText(QRectF(column.left(), y + titleBox.height() + gap, width, textBox.height() + 4),
                     flags, message.text);
    painter.restore();
}

} // namespace workspace
