// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/canvas/input/snapguides.h"

#include "workspace/yard/layout.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace workspace {

/// A rectangle seen along one axis: its extent there, and across.
struct Extent
{
    qreal from = 0;
    qreal to = 0;
    qreal low = 0; ///< across
    qreal high = 0;
};

static Extent extentOf(const QRectF &rect, Qt::Orientation along)
{
    if (along == Qt::Horizontal)
        return {rect.left(), rect.right(), rect.top(), rect.bottom()};
    return {rect.top(), rect.bottom(), rect.left(), rect.right()};
}

/// A coordinate of the moving frame, and that of the other it could take.
struct Line
{
    qreal own = 0;
    qreal wanted = 0;
    qreal drawn = 0; ///< where the guide is
};

static std::array<Line, 5> linesOf(const Extent &moving, const Extent &other)
{
    const qreal middle = (moving.from + moving.to) / 2;
    const qreal otherMiddle = (other.from + other.to) / 2;
    return {{{moving.from, other.from, other.from},
             {moving.to, other.to, other.to},
             {middle, otherMiddle, otherMiddle},
             {moving.from, other.to + layout::KrateGap, other.to},
             {moving.to, other.from - layout::KrateGap, other.from}}};
}

static std::optional<qreal> nearest(const Extent &moving, const std::vector<QRectF> &others,
                                    Qt::Orientation along, qreal reach)
{
    std::optional<qreal> best;
    for (const auto &rect : others) {
        for (const auto &line : linesOf(moving, extentOf(rect, along))) {
            const qreal way = line.wanted - line.own;
            if (std::abs(way) <= reach && (!best || std::abs(way) < std::abs(*best)))
                best = way;
        }
    }
    return best;
}

/// One guide for each coordinate, as long as what is in line there.
static void addGuides(std::vector<QLineF> &guides, const Extent &moving,
                      const std::vector<QRectF> &others, Qt::Orientation along)
{
    static constexpr qreal Hair = 0.01;
    std::vector<std::pair<qreal, Extent>> found;
    for (const auto &rect : others) {
        const auto other = extentOf(rect, along);
        for (const auto &line : linesOf(moving, other)) {
            if (std::abs(line.wanted - line.own) > Hair)
                continue;
            auto known = std::ranges::find_if(found, [&](const auto &guide) {
                return std::abs(guide.first - line.drawn) < Hair;
            });
            if (known == found.end())
                known = found.insert(found.end(), {line.drawn, moving});
            known->second.low = std::min(known->second.low, other.low);
            known->second.high = std::max(known->second.high, other.high);
        }
    }
    for (const auto &[at, reach] : found) {
        guides.push_back(along == Qt::Horizontal ? QLineF(at, reach.low, at, reach.high)
                                                 : QLineF(reach.low, at, reach.high, at));
    }
}

Snap snapped(const QRectF &moving, const std::vector<QRectF> &others, qreal reach)
{
    const auto across = nearest(extentOf(moving, Qt::Horizontal), others, Qt::Horizontal, reach);
    const auto upright = nearest(extentOf(moving, Qt::Vertical), others, Qt::Vertical, reach);
    Snap snap{.shift = {across.value_or(0), upright.value_or(0)}};
    const QRectF there = moving.translated(snap.shift);
    if (across)
        addGuides(snap.guides, extentOf(there, Qt::Horizontal), others, Qt::Horizontal);
    if (upright)
        addGuides(snap.guides, extentOf(there, Qt::Vertical), others, Qt::Vertical);
    return snap;
}

} // namespace workspace
