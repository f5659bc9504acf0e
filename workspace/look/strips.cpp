// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/look/strips.h"

#include <QPainter>

namespace workspace {

/// From 96 spans on Qt takes threads; a row has one for each coverage, more where an end is round.
static constexpr int Rows = 24;

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

} // namespace workspace
