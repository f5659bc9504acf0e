// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/yard/arrange.h"

#include "workspace/yard/layout.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace workspace::layout {

/// From where to where, one end not belonging to it.
struct Span
{
    qreal from = 0;
    qreal to = 0;
};

/// The number nearest to 0 between `low` and `high` that lies inside none of the spans.
static std::optional<qreal> nearestFree(std::vector<Span> taken, qreal low, qreal high)
{
    if (low > high)
        return {};
    std::ranges::sort(taken, {}, &Span::from);
    const qreal start = std::clamp(0.0, low, high);
    qreal up = start;
    for (const auto &span : taken) {
        if (span.from < up && up < span.to)
            up = span.to;
    }
    std::ranges::sort(taken, std::greater(), &Span::to);
    qreal down = start;
    for (const auto &span : taken) {
        if (span.from < down && down < span.to)
            down = span.from;
    }
    const bool canUp = up <= high;
    const bool canDown = down >= low;
    if (!canUp && !canDown)
        return {};
    return canUp && (!canDown || std::abs(up) <= std::abs(down)) ? up : down;
}

static QRectF united(const std::vector<QRectF> &frames)
{
    return std::accumulate(frames.begin(), frames.end(), QRectF(),
                           [](const QRectF &all, const QRectF &one) { return all | one; });
}

static std::vector<QRectF> valuesOf(const Frames &frames)
{
    std::vector<QRectF> values;
    values.reserve(frames.size());
    for (const auto &[id, frame] : frames)
        values.push_back(frame);
    return values;
}

/// The ways that would make `frame` come too near to `other`, as a rectangle of ways. A hair
/// smaller: a place computed as "touching" must not count as covered by rounding.
static QRectF forbidden(const QRectF &frame, const QRectF &other)
{
    static constexpr qreal Hair = 0.01;
    return QRectF(QPointF(other.left() - KrateGap - frame.right(),
                          other.top() - KrateGap - frame.bottom()),
                  QPointF(other.right() + KrateGap - frame.left(),
                          other.bottom() + KrateGap - frame.top()))
        .adjusted(Hair, Hair, -Hair, -Hair);
}

std::optional<QPointF> wayOff(const std::vector<QRectF> &frames, const std::vector<QRectF> &others)
{
    if (frames.empty())
        return QPointF();
    std::vector<QRectF> walls;
    for (const auto &frame : frames) {
        for (const auto &other : others)
            walls.push_back(forbidden(frame, other));
    }
    const QRectF body = united(frames);
    // What is larger than the world may reach beyond it, to both sides.
    const auto between = [](qreal a, qreal b) { return Span{std::min(a, b), std::max(a, b)}; };
    const Span across = between(World.left() - body.left(), World.right() - body.right());
    const Span upright = between(World.top() - body.top(), World.bottom() - body.bottom());
    // The shortest way keeps to where it starts, or touches a wall, on either axis.
    std::vector<qreal> xs{std::clamp(0.0, across.from, across.to)};
    for (const auto &wall : walls) {
        xs.push_back(wall.left());
        xs.push_back(wall.right());
    }
    std::erase_if(xs, [&](qreal x) { return x < across.from || x > across.to; });
    std::ranges::sort(xs, [](qreal a, qreal b) { return std::abs(a) < std::abs(b); });

    std::optional<QPointF> best;
    qreal nearest = std::numeric_limits<qreal>::max();
    std::vector<Span> taken;
    for (const qreal x : xs) {
        if (x * x >= nearest)
            break;
        taken.clear();
        for (const auto &wall : walls) {
            if (wall.left() < x && x < wall.right())
                taken.push_back({wall.top(), wall.bottom()});
        }
        const auto y = nearestFree(taken, upright.from, upright.to);
        if (y && x * x + *y * *y < nearest) {
            best = QPointF(x, *y);
            nearest = x * x + *y * *y;
        }
    }
    return best;
}

/// Puts the frames down one after the other, each off those that lie there already.
static Frames oneByOne(const Frames &moving, std::vector<QRectF> others)
{
    Frames result;
    for (const auto &[id, frame] : moving) {
        const auto way = wayOff({frame}, others);
        if (!way)
            return {};
        result[id] = frame.translated(*way);
        others.push_back(result[id]);
    }
    return result;
}

static bool areApart(const std::vector<QRectF> &frames)
{
    for (size_t a = 0; a < frames.size(); ++a) {
        for (size_t b = a + 1; b < frames.size(); ++b) {
            if (frames[a].intersects(frames[b]))
                return false;
        }
    }
    return true;
}

static Frames translated(Frames frames, QPointF way)
{
    for (auto &[id, frame] : frames)
        frame.translate(way);
    return frames;
}

Frames dropped(const Frames &moving, const std::vector<QRectF> &others)
{
    const auto frames = valuesOf(moving);
    // Beyond this the search would be felt; so many krates are not dropped between others by hand.
    static constexpr size_t MostWalls = 6000;
    if (frames.size() * others.size() <= MostWalls && areApart(frames)) {
        if (const auto way = wayOff(frames, others))
            return translated(moving, *way);
    }
    return oneByOne(moving, others);
}

/// The way along one axis that takes `frame` off `others`; the other coordinate stays.
static std::optional<QRectF> slid(const QRectF &frame, Qt::Orientation along,
                                  const std::vector<QRectF> &others)
{
    const bool across = along == Qt::Horizontal;
    if ((across && (frame.top() < World.top() || frame.bottom() > World.bottom()))
        || (!across && (frame.left() < World.left() || frame.right() > World.right())))
        return {};
    std::vector<Span> taken;
    for (const auto &other : others) {
        const QRectF wall = forbidden(frame, other);
        if (across && wall.top() < 0 && 0 < wall.bottom())
            taken.push_back({wall.left(), wall.right()});
        else if (!across && wall.left() < 0 && 0 < wall.right())
            taken.push_back({wall.top(), wall.bottom()});
    }
    const auto way = across
        ? nearestFree(taken, World.left() - frame.left(), World.right() - frame.right())
        : nearestFree(taken, World.top() - frame.top(), World.bottom() - frame.bottom());
    if (!way)
        return {};
    return across ? frame.translated(*way, 0) : frame.translated(0, *way);
}

static Qt::Orientation freeAxisOf(Alignment alignment)
{
    switch (alignment) {
    case Alignment::Left:
    case Alignment::Centre:
    case Alignment::Right: return Qt::Vertical;
    case Alignment::Top:
    case Alignment::Middle:
    case Alignment::Bottom: return Qt::Horizontal;
    }
    Q_UNREACHABLE_RETURN(Qt::Vertical);
}

static QRectF alignedTo(QRectF frame, const QRectF &body, Alignment alignment)
{
    switch (alignment) {
    case Alignment::Left: frame.moveLeft(body.left()); break;
    case Alignment::Centre: frame.moveLeft(body.center().x() - frame.width() / 2); break;
    case Alignment::Right: frame.moveRight(body.right()); break;
    case Alignment::Top: frame.moveTop(body.top()); break;
    case Alignment::Middle: frame.moveTop(body.center().y() - frame.height() / 2); break;
    case Alignment::Bottom: frame.moveBottom(body.bottom()); break;
    }
    return frame;
}

/// Ids in the order the frames lie along an axis.
static std::vector<QString> orderedAlong(const Frames &frames, Qt::Orientation along)
{
    std::vector<QString> ids;
    for (const auto &[id, frame] : frames)
        ids.push_back(id);
    std::ranges::stable_sort(ids, {}, [&](const QString &id) {
        const QPointF middle = frames.at(id).center();
        return along == Qt::Horizontal ? middle.x() : middle.y();
    });
    return ids;
}

Frames aligned(const Frames &moving, Alignment alignment, const std::vector<QRectF> &anchors,
               const std::vector<QRectF> &others)
{
    const QRectF body = united(anchors.empty() ? valuesOf(moving) : anchors);
    const auto along = freeAxisOf(alignment);
    auto taken = others;
    Frames result;
    for (const auto &id : orderedAlong(moving, along)) {
        const auto place = slid(alignedTo(moving.at(id), body, alignment), along, taken);
        if (!place)
            return {};
        result[id] = *place;
        taken.push_back(*place);
    }
    return result;
}

Frames distributed(const Frames &moving, Qt::Orientation along, const std::vector<QRectF> &others)
{
    if (moving.size() < 3)
        return {};
    const bool across = along == Qt::Horizontal;
    const auto lengthOf = [across](const QRectF &r) { return across ? r.width() : r.height(); };
    const auto ids = orderedAlong(moving, along);
    const auto &first = moving.at(ids.front());
    const auto &last = moving.at(ids.back());
    const qreal span = across ? last.right() - first.left() : last.bottom() - first.top();
    qreal filled = 0;
    for (const auto &[id, frame] : moving)
        filled += lengthOf(frame);
    const qreal gap = std::max(KrateGap, (span - filled) / qreal(ids.size() - 1));
    const qreal end = across ? World.right() : World.bottom();
    qreal at =
        std::min(across ? first.left() : first.top(), end - filled - gap * qreal(ids.size() - 1));
    auto taken = others;
    Frames result;
    for (const auto &id : ids) {
        QRectF frame = moving.at(id);
        across ? frame.moveLeft(at) : frame.moveTop(at);
        at += lengthOf(frame) + gap;
        const auto place = slid(frame, across ? Qt::Vertical : Qt::Horizontal, taken);
        if (!place)
            return {};
        result[id] = *place;
        taken.push_back(*place);
    }
    return result;
}

/// Line by line, as one reads: frames whose middles are near to each other's height are one line.
static std::vector<QString> asRead(const Frames &frames)
{
    auto ids = orderedAlong(frames, Qt::Vertical);
    auto line = ids.begin();
    while (line != ids.end()) {
        const QRectF &first = frames.at(*line);
        const auto end = std::find_if(line, ids.end(), [&](const QString &id) {
            return frames.at(id).center().y() > first.center().y() + first.height() / 2;
        });
        std::ranges::stable_sort(line, end, {},
                                 [&](const QString &id) { return frames.at(id).left(); });
        line = end;
    }
    return ids;
}

/// A grid of `columns`, from 0,0 on.
static Frames gridOf(const Frames &frames, const std::vector<QString> &ids, size_t columns)
{
    static constexpr qreal Gap = 2 * KrateGap;
    std::vector<qreal> widths(columns);
    std::vector<qreal> heights((ids.size() + columns - 1) / columns);
    for (size_t i = 0; i < ids.size(); ++i) {
        const QSizeF size = frames.at(ids[i]).size();
        widths[i % columns] = std::max(widths[i % columns], size.width());
        heights[i / columns] = std::max(heights[i / columns], size.height());
    }
    const auto before = [](const std::vector<qreal> &lengths, size_t index) {
        return std::accumulate(lengths.begin(), lengths.begin() + std::ptrdiff_t(index), 0.0)
            + Gap * qreal(index);
    };
    Frames grid;
    for (size_t i = 0; i < ids.size(); ++i)
        grid[ids[i]] = QRectF({before(widths, i % columns), before(heights, i / columns)},
                              frames.at(ids[i]).size());
    return grid;
}

Frames tidied(const Frames &moving, const std::vector<QRectF> &others)
{
    static constexpr qreal ScreenRatio = 1.6;
    const auto ids = asRead(moving);
    const QRectF stood = united(valuesOf(moving));
    Frames best;
    qreal least = std::numeric_limits<qreal>::max();
    for (size_t columns = 1; columns <= ids.size(); ++columns) {
        auto grid = gridOf(moving, ids, columns);
        const QSizeF size = united(valuesOf(grid)).size();
        // How far out one has to zoom to see it all on a screen.
        const qreal reach = std::max(size.width(), size.height() * ScreenRatio);
        if (reach < least && size.width() <= World.width() && size.height() <= World.height()) {
            least = reach;
            best = std::move(grid);
        }
    }
    if (best.empty())
        return {};
    const QRectF body = united(valuesOf(best));
    const QPointF place(std::clamp(stood.center().x() - body.width() / 2, World.left(),
                                   World.right() - body.width()),
                        std::clamp(stood.center().y() - body.height() / 2, World.top(),
                                   World.bottom() - body.height()));
    best = translated(std::move(best), QPointF(std::round(place.x()), std::round(place.y())));
    return dropped(best, others);
}

} // namespace workspace::layout
