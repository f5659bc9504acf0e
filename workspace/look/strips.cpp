// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/look/strips.h"

#include <QPaintEngine>
#include <QPainter>

namespace workspace {

/// From 96 spans on Qt takes threads; a row has one for each coverage, more where an end is round.
static constexpr int Rows = 24;
static constexpr int MostSpans = 90; ///< of rows with one each

void paintInStrips(QPainter &painter, const QRectF &bounds, const std::function<void()> &paint)
{
    const auto &toDevice = painter.deviceTransform();
    const auto pixels = toDevice.mapRect(bounds).toAlignedRect();
    if (toDevice.type() > QTransform::TxScale || pixels.height() <= Rows)
        return paint();
    const auto toHere = toDevice.inverted();
    for (int top = pixels.top(); top <= pixels.bottom(); top += Rows) {
        painter.save();
        painter.setClipRect(toHere.mapRect(QRectF(pixels.left(), top, pixels.width(), Rows)),
                            Qt::IntersectClip);
        paint();
        painter.restore();
    }
}

void paintBar(QPainter &painter, const QRectF &bar, const QColor &color)
{
    const auto toDevice = painter.deviceTransform();
    const auto pixels = toDevice.mapRect(bar).toRect();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    const auto rounded = [&painter](const QRectF &rect) {
        const qreal radius = qMin(rect.width(), rect.height()) / 2;
        painter.drawRoundedRect(rect, radius, radius);
    };
    const int end = (pixels.width() + 1) / 2; // rows of a round end
    if (painter.paintEngine()->type() != QPaintEngine::Raster
        || toDevice.type() > QTransform::TxScale || pixels.height() <= qMax(Rows, 4 * end)) {
        rounded(bar);
    } else {
        painter.setWorldTransform(toDevice.inverted() * painter.worldTransform()); // in pixels
        const auto part = [&](int top, int rows) {
            return QRect(pixels.left(), top, pixels.width(), rows);
        };
        const int bottom = pixels.bottom() + 1;
        for (const int top : {pixels.top(), bottom - 4 * end}) {
            const bool isUpper = top == pixels.top();
            painter.save();
            painter.setClipRect(part(isUpper ? top : bottom - end, end), Qt::IntersectClip);
            rounded(part(top, 4 * end));
            painter.restore();
        }
        painter.setRenderHint(QPainter::Antialiasing, false); // one span a row
        for (int top = pixels.top() + end; top < bottom - end; top += MostSpans)
            painter.fillRect(part(top, qMin(MostSpans, bottom - end - top)), color);
    }
    painter.restore();
}

} // namespace workspace
