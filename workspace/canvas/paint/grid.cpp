// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/canvas/paint/grid.h"

#include "workspace/canvas/camera.h"
#include "workspace/look/look.h"
#include "workspace/yard/layout.h"

#include <QImage>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace workspace {

static constexpr qreal Fine = 34;
static constexpr qreal Coarse = 170;
static constexpr qreal Crowded = 9; // pixels between lines below which a layer is only noise
static constexpr int Strip = 16; // rows copied at once

/// Where lines `step` units apart are, in device pixels, between two units.
static std::vector<int> linesOf(qreal from, qreal to, qreal step, qreal origin, qreal scale)
{
    std::vector<int> lines;
    for (qreal at = std::ceil(from / step) * step; at <= to; at += step)
        lines.push_back(qRound((at - origin) * scale));
    return lines;
}

void Grid::begin(const Camera &camera, const Theme &theme, int width, qreal ratio)
{
    m_rows.clear();
    m_width = width;
    m_line = std::max(1, qRound(ratio));
    m_ground = theme.ground;
    m_fine = blended(m_ground, theme.gridFine);
    m_coarse = blended(m_ground, theme.gridCoarse);
    const QRectF world = camera.visibleWorld().intersected(layout::World);
    const QPointF origin = camera.toWorld({});
    const qreal scale = camera.zoom() * ratio;
    m_world = QRectF((layout::World.topLeft() - origin) * scale, layout::World.size() * scale)
                  .toAlignedRect()
                  .adjusted(0, 0, m_line, m_line);
    m_fineX.clear();
    m_fineY.clear();
    if (Fine * camera.zoom() >= Crowded) {
        m_fineX = linesOf(world.left(), world.right(), Fine, origin.x(), scale);
        m_fineY = linesOf(world.top(), world.bottom(), Fine, origin.y(), scale);
    }
    m_coarseX = linesOf(world.left(), world.right(), Coarse, origin.x(), scale);
    m_coarseY = linesOf(world.top(), world.bottom(), Coarse, origin.y(), scale);
}

/// Equal rows of pixels with the lines that cross them.
QImage Grid::rows(int count, const QColor &ground, const QColor &tint) const
{
    QImage image(std::max(1, m_width), count, QImage::Format_RGB32);
    auto *pixels = reinterpret_cast<QRgb *>(image.scanLine(0));
    const int left = std::clamp(m_world.left(), 0, m_width);
    const int right = std::clamp(m_world.right() + 1, left, m_width);
    std::fill_n(pixels, m_width, blended(m_ground, tint).rgb());
    std::fill(pixels + left, pixels + right, blended(ground, tint).rgb());
    const auto cross = [&](const std::vector<int> &lines, const QColor &color) {
        for (const int x : lines) {
            const int from = std::clamp(x, 0, m_width);
            std::fill(pixels + from, pixels + std::clamp(x + m_line, from, m_width), color.rgb());
        }
    };
    if (ground == m_ground)
        cross(m_fineX, blended(m_fine, tint));
    cross(m_coarseX, blended(m_coarse, tint));
    for (int y = 1; y < count; ++y)
        std::copy_n(pixels, m_width, reinterpret_cast<QRgb *>(image.scanLine(y)));
    return image;
}

const Grid::Rows &Grid::rowsFor(const QColor &tint)
{
    const auto known = m_rows.find(tint.rgba());
    if (known != m_rows.end())
        return known->second;
    return m_rows
        .try_emplace(tint.rgba(),
                     Rows{rows(Strip, m_ground, tint), rows(m_line, m_fine, tint),
                          blended(m_coarse, tint), blended(m_ground, tint)})
        .first->second;
}

void Grid::paint(QPainter &painter, const QRect &rect, const QColor &tint)
{
    const auto &rows = rowsFor(tint);
    const QRect inside = rect & m_world;
    if (inside.isEmpty()) {
        painter.fillRect(rect, rows.plain);
        return;
    }
    if (inside.top() > rect.top())
        painter.fillRect(QRect(rect.topLeft(), QPoint(rect.right(), inside.top() - 1)), rows.plain);
    if (inside.bottom() < rect.bottom())
        painter.fillRect(QRect(QPoint(rect.left(), inside.bottom() + 1), rect.bottomRight()),
                         rows.plain);
    const QRect middle(rect.left(), inside.top(), rect.width(), inside.height());
    const auto copy = [&](const QImage &image, const QRect &to) {
        painter.drawImage(to.topLeft(), image, QRect(to.left(), 0, to.width(), to.height()));
    };
    for (int y = middle.top(); y <= middle.bottom(); y += Strip)
        copy(rows.between,
             QRect(middle.left(), y, middle.width(), std::min(Strip, middle.bottom() + 1 - y)));
    const auto along = [&](const std::vector<int> &lines, const QRect &room, const auto &draw) {
        const auto first = std::ranges::upper_bound(lines, room.top() - m_line);
        for (auto y = first; y != lines.end() && *y <= room.bottom(); ++y)
            draw(QRect(room.left(), *y, room.width(), m_line) & room);
    };
    along(m_fineY, middle, [&](const QRect &line) { copy(rows.fine, line); });
    along(m_coarseY, inside, [&](const QRect &line) { painter.fillRect(line, rows.coarse); });
}

} // namespace workspace
