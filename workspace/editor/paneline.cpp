// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/editor/paneline.h"

#include "workspace/look/look.h"
#include "workspace/textview/tonecolor.h"

#include <QPainter>
#include <QTextLayout>

namespace workspace {

/// More of a line than this is seen by nobody, and laying it out takes long.
static constexpr int longest = 4000;

void paintPaneLine(QPainter &painter, const TextLine &line, QPointF place, qreal height,
                   const Look &look, qreal fontPixels, const std::vector<TextRange> &marked,
                   const QColor &mark)
{
    if (line.text.isEmpty())
        return;
    QTextLayout layout(line.text.left(longest), look.mono(fontPixels));
    QTextOption option;
    option.setWrapMode(QTextOption::NoWrap);
    option.setUseDesignMetrics(true);
    option.setTextDirection(Qt::LeftToRight);
    layout.setTextOption(option);
    QList<QTextLayout::FormatRange> formats;
    for (const auto &span : line.spans) {
        QTextLayout::FormatRange range;
        range.start = span.start;
        range.length = span.length;
        range.format.setForeground(colorOf(span.tone, look.theme()));
        formats.append(range);
    }
    layout.setFormats(formats);
    layout.beginLayout();
    auto row = layout.createLine();
    row.setLineWidth(1e7);
    layout.endLayout();
    for (const auto &range : marked) {
        const qreal from = row.cursorToX(std::min(range.start, longest));
        const qreal to = row.cursorToX(std::min(range.start + range.length, longest));
        painter.setPen(Qt::NoPen);
        painter.setBrush(mark);
        painter.drawRoundedRect(QRectF(place.x() + from, place.y() + 1, to - from, height - 2), 2.5,
                                2.5);
    }
    painter.setPen(look.theme().text);
    layout.draw(&painter, {place.x(), place.y() + (height - row.height()) / 2});
}

} // namespace workspace
