// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/canvas/picture.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace workspace {

bool Picture::hasSize(QSizeF wantedSize) const
{
    return std::abs(size.width() - wantedSize.width()) < 0.01
        && std::abs(size.height() - wantedSize.height()) < 0.01;
}

bool Picture::fits(QSizeF wantedSize, qreal wantedScale) const
{
    return !image.isNull() && std::abs(scale - wantedScale) < 1e-6 && hasSize(wantedSize);
}

void PicturePainter::begin(qint64 budget)
{
    ++m_frame;
    m_done = 0;
    m_budget = budget;
    m_clock.start();
}

bool PicturePainter::hasTime() const
{
    return m_done == 0 || m_clock.nsecsElapsed() + m_usual < m_budget;
}

void PicturePainter::took(qint64 begin)
{
    m_usual = (3 * m_usual + m_clock.nsecsElapsed() - begin) / 4;
    ++m_done;
}

void PicturePainter::repaint(Picture &picture, QSizeF size, qreal scale,
                             const std::function<void(QPainter &, QSizeF)> &paint)
{
    const qint64 begin = m_clock.nsecsElapsed();
    const QSize pixels(qMax(1, qRound(size.width() * scale)),
                       qMax(1, qRound(size.height() * scale)));
    if (picture.image.size() != pixels)
        picture.image = QImage(pixels, QImage::Format_ARGB32_Premultiplied);
    picture.image.fill(Qt::transparent);
    {
        QPainter painter(&picture.image);
        painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
        painter.scale(scale, scale);
        paint(painter, QSizeF(pixels) / scale);
    }
    picture.scale = scale;
    picture.size = size;
    picture.dirty = false;
    picture.painted = m_frame;
    took(begin);
}

void PicturePainter::touchUp(Picture &picture, const std::function<void(QPainter &, QSizeF)> &paint)
{
    const qint64 begin = m_clock.nsecsElapsed();
    {
        QPainter painter(&picture.image);
        painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
        painter.scale(picture.scale, picture.scale);
        paint(painter, QSizeF(picture.image.size()) / picture.scale);
    }
    picture.dirty = false;
    picture.painted = m_frame;
    took(begin);
}

QRect pixelsOf(const Picture &picture, const QRectF &target, qreal ratio)
{
    const QPoint corner(qRound(target.x() * ratio), qRound(target.y() * ratio));
    const QSize own = picture.image.size();
    const QSizeF wanted = target.size() * ratio;
    const bool fits =
        std::abs(own.width() - wanted.width()) < 1 && std::abs(own.height() - wanted.height()) < 1;
    return {corner, fits ? own : wanted.toSize().expandedTo({1, 1})};
}

QRect solidPart(const QRect &pixels, int radius)
{
    const int edge = std::min(radius, pixels.height() / 2);
    return pixels.adjusted(0, edge, 0, -edge);
}

void drawPicture(QPainter &painter, const Picture &picture, const QRect &pixels, int radius)
{
    const QImage &image = picture.image;
    const QRect solid = radius < 0 ? QRect() : solidPart(pixels, radius);
    if (solid.isEmpty()) {
        painter.drawImage(pixels, image);
        return;
    }
    // The same pixels without an alpha channel: they are copied, where others are blended.
    const QImage opaque(image.constBits(), image.width(), image.height(), image.bytesPerLine(),
                        QImage::Format_RGB32);
    const qreal stretch = qreal(image.height()) / pixels.height();
    const auto part = [&](const QImage &from, const QRect &to) {
        const QRectF source(0, (to.top() - pixels.top()) * stretch, image.width(),
                            to.height() * stretch);
        if (to.isEmpty())
            return;
        if (image.size() == pixels.size())
            painter.drawImage(to.topLeft(), from, source.toRect());
        else
            painter.drawImage(QRectF(to), from, source);
    };
    part(image, {pixels.topLeft(), QPoint(pixels.right(), solid.top() - 1)});
    part(opaque, solid);
    part(image, {QPoint(pixels.left(), solid.bottom() + 1), pixels.bottomRight()});
}

} // namespace workspace
