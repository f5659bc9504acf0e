// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/canvas/picture.h"

#include <QPaintDevice>
#include <QPainter>

#include <cmath>

namespace workspace {

void PicturePainter::begin()
{
    ++m_frame;
    m_done = 0;
    m_clock.start();
}

bool PicturePainter::hasTime() const
{
    return m_done == 0 || m_clock.nsecsElapsed() < BudgetNs;
}

void PicturePainter::repaint(Picture &picture, QSizeF size, qreal scale, const Paint &paint)
{
    const QSize pixels(qMax(1, int(std::ceil(size.width() * scale))),
                       qMax(1, int(std::ceil(size.height() * scale))));
    if (picture.image.size() != pixels)
        picture.image = QImage(pixels, QImage::Format_ARGB32_Premultiplied);
    picture.image.fill(Qt::transparent);
    {
        QPainter painter(&picture.image);
        painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
        painter.scale(scale, scale);
        paint(painter);
    }
    picture.scale = scale;
    picture.size = size;
    picture.dirty = false;
    picture.painted = m_frame;
    ++m_done;
}

void drawPicture(QPainter &painter, const Picture &picture, const QRectF &target, qreal radius,
                 bool smooth)
{
    const qreal ratio = painter.device()->devicePixelRatio();
    const QSize pixels = picture.image.size();
    // Whole device pixels, so that a picture that fits is copied and not resampled.
    const QPoint corner(qRound(target.x() * ratio), qRound(target.y() * ratio));
    const bool fits = std::abs(pixels.width() - target.width() * ratio) < 1.5
        && std::abs(pixels.height() - target.height() * ratio) < 1.5;
    painter.save();
    if (!fits) {
        // Without antialiased edges Qt scales by a plain loop instead of a textured path.
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.setRenderHint(QPainter::SmoothPixmapTransform, smooth);
        painter.drawImage(target, picture.image);
        painter.restore();
        return;
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.scale(1 / ratio, 1 / ratio);
    const int edge =
        radius <= 0 ? 0 : qMin(int(std::ceil(radius * ratio)) + 1, pixels.height() / 2);
    if (edge == 0) {
        painter.drawImage(corner, picture.image);
    } else {
        const int middle = pixels.height() - 2 * edge;
        painter.drawImage(corner, picture.image, QRect(0, 0, pixels.width(), edge));
        painter.drawImage(corner + QPoint(0, edge + middle), picture.image,
                          QRect(0, edge + middle, pixels.width(), edge));
        // The last column may be half covered where the width is no whole number of pixels.
        painter.drawImage(corner + QPoint(pixels.width() - 1, edge), picture.image,
                          QRect(pixels.width() - 1, edge, 1, middle));
        painter.setCompositionMode(QPainter::CompositionMode_Source);
        painter.drawImage(corner + QPoint(0, edge), picture.image,
                          QRect(0, edge, pixels.width() - 1, middle));
    }
    painter.restore();
}

} // namespace workspace
