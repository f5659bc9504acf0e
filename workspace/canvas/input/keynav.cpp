// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/canvas/input/keynav.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace workspace {

/// How far `to` lies aside of `from`: 0 while their extents overlap.
static qreal aside(qreal from1, qreal from2, qreal to1, qreal to2)
{
    return std::max({0.0, to1 - from2, from1 - to2});
}

int nextTowards(Qt::Edge direction, const QRectF &from, const std::vector<QRectF> &places)
{
    const bool across = direction == Qt::LeftEdge || direction == Qt::RightEdge;
    const qreal sign = direction == Qt::RightEdge || direction == Qt::BottomEdge ? 1 : -1;
    int best = -1;
    qreal least = std::numeric_limits<qreal>::max();
    for (size_t i = 0; i < places.size(); ++i) {
        const QRectF &to = places[i];
        const QPointF way = to.center() - from.center();
        const qreal ahead = sign * (across ? way.x() : way.y());
        if (ahead <= 0.5)
            continue;
        const qreal off = across ? aside(from.top(), from.bottom(), to.top(), to.bottom())
                                 : aside(from.left(), from.right(), to.left(), to.right());
        const qreal cost = ahead + 3 * off + 0.2 * std::abs(across ? way.y() : way.x());
        if (cost < least) {
            least = cost;
            best = int(i);
        }
    }
    return best;
}

std::optional<Qt::Edge> directionOf(int key)
{
    switch (key) {
    case Qt::Key_Left: return Qt::LeftEdge;
    case Qt::Key_Right: return Qt::RightEdge;
    case Qt::Key_Up: return Qt::TopEdge;
    case Qt::Key_Down: return Qt::BottomEdge;
    default: return {};
    }
}

} // namespace workspace
