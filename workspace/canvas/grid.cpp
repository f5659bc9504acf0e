// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/canvas/grid.h"

#include "workspace/canvas/camera.h"
#include "workspace/look/look.h"
#include "workspace/yard/layout.h"

#include <QPainter>

#include <cmath>

namespace workspace {

static void paintLayer(QPainter &painter, const Camera &camera, const QRectF &world, qreal step,
                       const QColor &color)
{
    // Whole pixels and fillRect(): anything else costs twenty times as much.
    const QRect screen = camera.toScreen(world).toAlignedRect();
    for (qreal x = std::ceil(world.left() / step) * step; x <= world.right(); x += step)
        painter.fillRect(
            QRect(qRound(camera.toScreen(QPointF(x, 0)).x()), screen.top(), 1, screen.height()),
            color);
    for (qreal y = std::ceil(world.top() / step) * step; y <= world.bottom(); y += step)
        painter.fillRect(
            QRect(screen.left(), qRound(camera.toScreen(QPointF(0, y)).y()), screen.width(), 1),
            color);
}

void paintGrid(QPainter &painter, const Camera &camera, const Theme &theme, const QRect &area)
{
    static constexpr qreal Fine = 34;
    static constexpr qreal Coarse = 170;
    static constexpr qreal Crowded = 9; // pixels between lines below which a layer is only noise

    painter.fillRect(area, theme.ground);
    const QRectF visible(camera.toWorld(area.topLeft()),
                         camera.toWorld(QPointF(area.bottomRight()) + QPointF(1, 1)));
    const QRectF world = visible.intersected(layout::World);
    if (world.isEmpty())
        return;
    if (Fine * camera.zoom() >= Crowded)
        paintLayer(painter, camera, world, Fine, theme.gridFine);
    paintLayer(painter, camera, world, Coarse, theme.gridCoarse);
}

} // namespace workspace
