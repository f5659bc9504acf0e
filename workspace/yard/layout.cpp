// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/yard/layout.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <set>

namespace workspace::layout {

// A second column begins at 272 at the least (MinimumSize and the gap), a second row 214 below.
static constexpr qreal SameColumn = 200;
static constexpr qreal SameRow = 100;

QSizeF defaultSize(View view)
{
    const bool isWide = view == View::Collection || view == View::History || view == View::Topology;
    return isWide ? CollectionSize : DetailSize;
}

std::vector<Cell> cellsOf(const std::vector<WindowRecord> &windows)
{
    std::vector<qreal> tops;
    tops.reserve(windows.size());
    for (const auto &window : windows)
        tops.push_back(window.rect.top());
    std::ranges::sort(tops);
    std::vector<qreal> rows;
    for (const qreal top : tops) {
        if (rows.empty() || top - rows.back() > SameRow)
            rows.push_back(top);
    }
    const bool hasFirst = std::ranges::any_of(
        windows, [](const auto &window) { return window.rect.left() <= SameColumn; });

    std::vector<Cell> cells;
    for (const auto &window : windows) {
        const auto above = std::ranges::upper_bound(rows, window.rect.top());
        const int row = std::max(0, int(above - rows.begin()) - 1);
        const int column = hasFirst && window.rect.left() > SameColumn ? 1 : 0;
        cells.push_back({row, column});
    }
    // Two windows that claim one cell (a foreign document): the later one takes the next free cell.
    std::set<std::pair<int, int>> taken;
    for (auto &cell : cells) {
        while (!taken.insert({cell.row, cell.column}).second)
            cell = cell.column == 0 ? Cell{cell.row, 1} : Cell{cell.row + 1, 0};
    }
    return cells;
}

/// Places windows whose cells are known: a column is as wide as its widest window, and so on.
static std::vector<WindowRecord> placed(std::vector<WindowRecord> windows,
                                        const std::vector<Cell> &cells)
{
    std::array<qreal, 2> width{};
    std::map<int, qreal> height;
    for (size_t i = 0; i < windows.size(); ++i) {
        const auto &[row, column] = cells[i];
        width[size_t(column)] = std::max(width[size_t(column)], windows[i].rect.width());
        height[row] = std::max(height[row], windows[i].rect.height());
    }
    std::map<int, qreal> top;
    qreal y = 0;
    for (const auto &[row, tall] : height) {
        top[row] = y;
        y += tall + RowGap;
    }
    for (size_t i = 0; i < windows.size(); ++i) {
        const qreal x = cells[i].column == 0 || width[0] == 0 ? 0 : width[0] + ColumnGap;
        windows[i].rect.moveTo(x, top[cells[i].row]);
    }
    return windows;
}

std::vector<WindowRecord> tidied(std::vector<WindowRecord> windows)
{
    const auto cells = cellsOf(windows);
    return placed(std::move(windows), cells);
}

std::vector<WindowRecord> withWindow(std::vector<WindowRecord> windows, const QString &id,
                                     View view)
{
    auto cells = cellsOf(windows);
    Cell cell;
    while (std::ranges::find(cells, cell) != cells.end())
        cell = cell.column == 0 ? Cell{cell.row, 1} : Cell{cell.row + 1, 0};

    QSizeF size = defaultSize(view);
    for (size_t i = 0; i < windows.size(); ++i) { // the neighbours' sizes keep the grid even
        if (cells[i].column == cell.column)
            size.setWidth(windows[i].rect.width());
        if (cells[i].row == cell.row)
            size.setHeight(windows[i].rect.height());
    }
    cells.push_back(cell);
    windows.push_back({.id = id, .view = view, .rect = QRectF(QPointF(), size)});
    return placed(std::move(windows), cells);
}

/// Scales the widths of a column or the heights of a row so that `from` becomes `to`.
static void scale(std::vector<WindowRecord> &windows, const std::vector<Cell> &cells,
                  Qt::Orientation along, int index, qreal factor)
{
    for (size_t i = 0; i < windows.size(); ++i) {
        auto &rect = windows[i].rect;
        if (along == Qt::Horizontal && cells[i].column == index)
            rect.setWidth(std::clamp(std::round(rect.width() * factor), MinimumSize.width(),
                                     MaximumSize.width()));
        if (along == Qt::Vertical && cells[i].row == index)
            rect.setHeight(std::clamp(std::round(rect.height() * factor), MinimumSize.height(),
                                      MaximumSize.height()));
    }
}

Resize resized(const std::vector<WindowRecord> &windows, const QString &id, Qt::Edges edges,
               QPointF delta)
{
    const auto found = std::ranges::find(windows, id, &WindowRecord::id);
    if (found == windows.end())
        return {windows, {}};
    const auto cells = cellsOf(windows);
    const auto index = size_t(found - windows.begin());
    const Cell cell = cells[index];
    const QSizeF before = found->rect.size();
    Resize result{windows, {}};

    if (edges & (Qt::LeftEdge | Qt::RightEdge)) {
        const qreal change = edges & Qt::LeftEdge ? -delta.x() : delta.x();
        const qreal wanted =
            std::clamp(before.width() + change, MinimumSize.width(), MaximumSize.width());
        scale(result.windows, cells, Qt::Horizontal, cell.column, wanted / before.width());
        if (edges & Qt::LeftEdge)
            result.shift.setX(before.width() - result.windows[index].rect.width());
    }
    if (edges & (Qt::TopEdge | Qt::BottomEdge)) {
        const qreal change = edges & Qt::TopEdge ? -delta.y() : delta.y();
        const qreal wanted =
            std::clamp(before.height() + change, MinimumSize.height(), MaximumSize.height());
        scale(result.windows, cells, Qt::Vertical, cell.row, wanted / before.height());
        if (edges & Qt::TopEdge)
            result.shift.setY(before.height() - result.windows[index].rect.height());
    }
    result.windows = placed(std::move(result.windows), cells);
    return result;
}

QRectF windowBounds(const KrateRecord &krate)
{
    QRectF all;
    for (const auto &window : krate.windows)
        all |= window.rect;
    return all.isEmpty() ? QRectF(QPointF(), DetailSize) : all;
}

QRectF bounds(const KrateRecord &krate)
{
    const QRectF frame = windowBounds(krate)
                             .translated(krate.position)
                             .adjusted(-Padding, -Padding - HeaderHeight, Padding, Padding);
    return krate.minimized ? QRectF(frame.topLeft(), CardSize) : frame;
}

bool covers(const QRectF &rect, const std::vector<QRectF> &others)
{
    // A hair of slack: a place computed as "touching" must not count as covered by rounding.
    const QRectF kept =
        rect.adjusted(-KrateGap, -KrateGap, KrateGap, KrateGap).adjusted(0.01, 0.01, -0.01, -0.01);
    return std::ranges::any_of(others, [&](const QRectF &o) { return o.intersects(kept); });
}

QRectF nudged(const QRectF &wanted, const std::vector<QRectF> &others, qreal sideways)
{
    const QRectF room(World.topLeft(),
                      QSizeF(std::max(0.0, World.width() - wanted.width()),
                             std::max(0.0, World.height() - wanted.height())));
    const QRectF start(QPointF(std::clamp(wanted.x(), room.left(), room.right()),
                               std::clamp(wanted.y(), room.top(), room.bottom())),
                       wanted.size());
    if (!covers(start, others))
        return start;

    // The nearest free place touches others on one or both axes (or keeps the wanted coordinate).
    std::vector<qreal> xs{start.x()};
    std::vector<qreal> ys{start.y()};
    for (const auto &other : others) {
        xs.push_back(other.left() - KrateGap - start.width());
        xs.push_back(other.right() + KrateGap);
        ys.push_back(other.top() - KrateGap - start.height());
        ys.push_back(other.bottom() + KrateGap);
    }
    const auto byDistance = [](qreal from) {
        return [from](qreal a, qreal b) { return std::abs(a - from) < std::abs(b - from); };
    };
    std::ranges::sort(xs, byDistance(start.x()));
    std::ranges::sort(ys, byDistance(start.y()));

    QRectF best = start;
    qreal nearest = std::numeric_limits<qreal>::max();
    for (const qreal x : xs) {
        const qreal dx = (x - start.x()) * sideways;
        if (dx * dx >= nearest)
            break;
        for (const qreal y : ys) {
            const qreal dy = y - start.y();
            if (dx * dx + dy * dy >= nearest)
                break;
            const QRectF candidate(QPointF(x, y), start.size());
            if (x < room.left() || x > room.right() || y < room.top() || y > room.bottom())
                continue;
            if (!covers(candidate, others)) {
                best = candidate;
                nearest = dx * dx + dy * dy;
                break;
            }
        }
    }
    return best;
}

QRectF inWorld(const QRectF &frame)
{
    const qreal right = std::max(World.left(), World.right() - frame.width());
    const qreal bottom = std::max(World.top(), World.bottom() - frame.height());
    return {QPointF(std::clamp(frame.left(), World.left(), right),
                    std::clamp(frame.top(), World.top(), bottom)),
            frame.size()};
}

std::map<QString, QPointF> madeRoom(const KrateRecord &grown,
                                    const std::map<QString, KrateRecord> &krates)
{
    std::map<QString, QPointF> moves;
    std::map<QString, QRectF> places;
    for (const auto &[id, krate] : krates)
        places[id] = bounds(krate);
    places[grown.id] = bounds(grown);
    const QRectF claimed = places[grown.id]
                               .adjusted(-KrateGap, -KrateGap, KrateGap, KrateGap)
                               .adjusted(0.01, 0.01, -0.01, -0.01);

    for (const auto &[id, krate] : krates) {
        if (id == grown.id || krate.pinned || !places[id].intersects(claimed))
            continue;
        std::vector<QRectF> others;
        for (const auto &[other, place] : places) {
            if (other != id)
                others.push_back(place);
        }
        const QRectF place = nudged(places[id], others);
        moves[id] = krate.position + (place.topLeft() - places[id].topLeft());
        places[id] = place;
    }
    return moves;
}

} // namespace workspace::layout
