// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/canvas/paint/corners.h"

#include <QPainter>

#include <algorithm>

namespace workspace {

static constexpr qint64 MostCornerBytes = 2 * 1024 * 1024;
static constexpr size_t MostLines = 64;

void BoxPainter::clear()
{
    m_corners.clear();
    m_cornerBytes = 0;
    m_lines.clear();
}

/// The line around a circle, whose quarters the corners are.
static void paintArcs(QPainter &painter, const BoxStyle &style)
{
    QPen pen(QColor::fromRgba(style.line), style.width);
    if (style.dash > 0)
        pen.setDashPattern({qreal(style.dash) / style.width, qreal(style.dash) / style.width});
    pen.setCapStyle(Qt::FlatCap);
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    const int side = 2 * style.radius;
    const qreal half = style.width / 2.0;
    const QRectF around = QRectF(0, 0, side, side).adjusted(half, half, -half, -half);
    for (int quarter = 0; quarter < 4; ++quarter)
        painter.drawArc(around, quarter * 90 * 16, 90 * 16);
}

const QImage &BoxPainter::cornersOf(const BoxStyle &style)
{
    const auto known = m_corners.find(style);
    if (known != m_corners.end())
        return known->second;
    const int side = 2 * style.radius;
    QImage image(side, side, QImage::Format_ARGB32_Premultiplied);
    if (m_cornerBytes + image.sizeInBytes() > MostCornerBytes) { // a zoom went over many radii
        m_corners.clear();
        m_cornerBytes = 0;
    }
    m_cornerBytes += image.sizeInBytes();
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor::fromRgba(style.fill));
    painter.drawEllipse(0, 0, side, side);
    if (style.width > 0)
        paintArcs(painter, style);
    painter.end();
    // Of the image only the pixels: it keeps the engine that painted it, which takes more.
    return m_corners.emplace(style, image.copy()).first->second;
}

void BoxPainter::paintCorners(QPainter &painter, const QRect &rect, const BoxStyle &style)
{
    const int r = style.radius;
    if (r <= 0)
        return;
    const QImage &image = cornersOf(style);
    const int right = rect.right() + 1 - r;
    const int bottom = rect.bottom() + 1 - r;
    painter.drawImage(QPoint(rect.left(), rect.top()), image, QRect(0, 0, r, r));
    painter.drawImage(QPoint(right, rect.top()), image, QRect(r, 0, r, r));
    painter.drawImage(QPoint(rect.left(), bottom), image, QRect(0, r, r, r));
    painter.drawImage(QPoint(right, bottom), image, QRect(r, r, r, r));
}

void BoxPainter::cutCorners(QPainter &painter, const QRect &rect, int radius)
{
    painter.setCompositionMode(QPainter::CompositionMode_DestinationIn);
    paintCorners(painter, rect, {.radius = radius, .fill = 0xff000000, .width = 0});
    painter.setCompositionMode(QPainter::CompositionMode_SourceOver);
}

const QImage &BoxPainter::lineOf(const BoxStyle &style, Qt::Orientation along, int length)
{
    const std::pair key(BoxStyle{0, 0, style.line, style.width, style.dash},
                        along == Qt::Horizontal);
    if (m_lines.size() >= MostLines && !m_lines.contains(key))
        m_lines.clear(); // a zoom went over many widths and dashes
    auto &image = m_lines[key];
    if (std::max(image.width(), image.height()) >= length)
        return image;
    const bool across = along == Qt::Horizontal;
    const int size = (length + 511) / 512 * 512;
    image = QImage(across ? size : style.width, across ? style.width : size,
                   QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    const int dash = style.dash > 0 ? style.dash : size;
    for (int at = 0; at < size; at += 2 * dash)
        painter.fillRect(across ? QRect(at, 0, dash, style.width) : QRect(0, at, style.width, dash),
                         QColor::fromRgba(style.line));
    painter.end();
    return image = image.copy(); // without the engine that painted it
}

void BoxPainter::paintEdge(QPainter &painter, const QRect &edge, const BoxStyle &style,
                           const QRect &visible)
{
    const QRect shown = edge & visible;
    if (shown.isEmpty())
        return;
    if (style.dash <= 0 && qAlpha(style.line) == 255) {
        painter.fillRect(shown, QColor::fromRgba(style.line));
        return;
    }
    const auto along = edge.width() > edge.height() ? Qt::Horizontal : Qt::Vertical;
    QPoint offset;
    if (style.dash > 0) { // counted from the edge's begin, so that they move with it
        offset = shown.topLeft() - edge.topLeft();
        (along == Qt::Horizontal ? offset.rx() : offset.ry()) %= 2 * style.dash;
    }
    const QImage &image =
        lineOf(style, along, std::max(shown.width() + offset.x(), shown.height() + offset.y()));
    painter.drawImage(shown.topLeft(), image, QRect(offset, shown.size()));
}

void BoxPainter::paintEdges(QPainter &painter, const QRect &rect, const BoxStyle &style,
                            const QRect &visible)
{
    const int r = style.radius;
    const int w = style.width;
    const int wide = rect.width() - 2 * r;
    const int high = rect.height() - 2 * r;
    paintEdge(painter, {rect.left() + r, rect.top(), wide, w}, style, visible);
    paintEdge(painter, {rect.left() + r, rect.bottom() + 1 - w, wide, w}, style, visible);
    paintEdge(painter, {rect.left(), rect.top() + r, w, high}, style, visible);
    paintEdge(painter, {rect.right() + 1 - w, rect.top() + r, w, high}, style, visible);
}

} // namespace workspace
