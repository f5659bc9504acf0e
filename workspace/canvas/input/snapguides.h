// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLineF>
#include <QPointF>
#include <QRectF>

#include <vector>

namespace workspace {

/// Where a dragged frame comes to lie in line with others. World units.
struct Snap
{
    QPointF shift = {}; ///< from where it was dragged to
    std::vector<QLineF> guides = {}; ///< what it is in line with, to be drawn
};

/// Looks within `reach` for edges and middles of `others` that `moving` could line up with, and for
/// the place right beside them. Each axis takes the nearest.
Snap snapped(const QRectF &moving, const std::vector<QRectF> &others, qreal reach);

} // namespace workspace
