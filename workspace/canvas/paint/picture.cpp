// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/canvas/paint/picture.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <numbers>

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

const QImage &Picture::imageFor(int width) const
{
    // The nearer one: between two sizes, the middle of a zoom is their geometric mean.
    const bool hasHalf = !half.isNull() && halfBehind.isEmpty();
    return hasHalf && width < std::numbers::sqrt2 / 2 * image.width() ? half : image;
}

/// Every pixel is the mean of four. Reading a quarter of the memory is what makes zooming out
/// cheap. Only `changed` pixels of the image differ from those that the half was made of.
static void makeHalf(Picture &picture, const QRect &changed)
{
    const QImage &image = picture.image;
    const QSize size(image.width() / 2, image.height() / 2); // not QSize's operator: it rounds up
    if (size.width() < 32 || size.height() < 32) {
        picture.half = {};
        return;
    }
    QRect todo(QPoint(), size);
    if (picture.half.size() != size)
        picture.half = QImage(size, image.format());
    else
        todo &= QRect(QPoint(changed.left() / 2, changed.top() / 2),
                      QPoint(changed.right() / 2, changed.bottom() / 2));
    // The mean of each byte without a carry into the next one.
    const auto mean = [](quint32 a, quint32 b) { return (a & b) + (((a ^ b) & 0xfefefefe) >> 1); };
    const auto end = size_t(todo.right() + 1);
    for (int y = todo.top(); y <= todo.bottom(); ++y) {
        const auto *upper = reinterpret_cast<const quint32 *>(image.constScanLine(2 * y));
        const auto *lower = reinterpret_cast<const quint32 *>(image.constScanLine(2 * y + 1));
        auto *out = reinterpret_cast<quint32 *>(picture.half.scanLine(y));
        for (auto x = size_t(todo.left()); x < end; ++x)
            out[x] =
                mean(mean(upper[2 * x], lower[2 * x]), mean(upper[2 * x + 1], lower[2 * x + 1]));
    }
}

void PicturePainter::begin(qint64 budget)
{
    ++m_frame;
    m_done = 0;
    m_budget = budget;
    m_rests = budget > 0 || m_rests == MostRests ? 0 : m_rests + 1;
    m_clock.start();
}

bool PicturePainter::hasTime() const
{
    if (m_done == 0)
        return m_rests == 0;
    return m_clock.nsecsElapsed() + m_usual < m_budget;
}

void PicturePainter::took(qint64 begin)
{
    m_usual = (3 * m_usual + m_clock.nsecsElapsed() - begin) / 4;
    ++m_done;
}

void PicturePainter::halve(Picture &picture, const QRect &changed) const
{
    picture.halfBehind |= changed;
    if (!m_isCalm)
        catchUp(picture);
}

void PicturePainter::catchUp(Picture &picture)
{
    if (!picture.halfBehind.isEmpty() && !picture.image.isNull())
        makeHalf(picture, picture.halfBehind);
    picture.halfBehind = {};
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
        painter.setLayoutDirection(Qt::LeftToRight);
        painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
        painter.scale(scale, scale);
        paint(painter, QSizeF(pixels) / scale);
    }
    halve(picture, picture.image.rect());
    picture.scale = scale;
    picture.size = size;
    picture.dirty = false;
    picture.painted = m_frame;
    took(begin);
}

void PicturePainter::touchUp(Picture &picture, const QRectF &part,
                             const std::function<void(QPainter &, QSizeF)> &paint)
{
    const qint64 begin = m_clock.nsecsElapsed();
    const QRect whole = picture.image.rect();
    const QRectF pixels(part.topLeft() * picture.scale, part.size() * picture.scale);
    const QRect changed = part.isEmpty() ? whole : pixels.toAlignedRect() & whole;
    {
        QPainter painter(&picture.image);
        painter.setLayoutDirection(Qt::LeftToRight);
        painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
        painter.setClipRect(changed);
        painter.scale(picture.scale, picture.scale);
        paint(painter, QSizeF(picture.image.size()) / picture.scale);
    }
    halve(picture, changed);
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
    const QImage &image = picture.imageFor(pixels.width());
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
