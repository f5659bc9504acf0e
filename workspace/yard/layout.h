// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/yard/records.h"

#include <map>

/// Where windows and krates stand. Pure functions; all lengths are world units.
namespace workspace::layout {

inline constexpr QRectF World{0, 0, 12000, 8000};
inline constexpr QSizeF DetailSize{380, 362};
inline constexpr QSizeF CollectionSize{540, 480};
inline constexpr QSizeF MinimumSize{240, 160};
inline constexpr QSizeF MaximumSize{1600, 1200};
inline constexpr qreal ColumnGap = 32; ///< the second column of default windows begins at 412
inline constexpr qreal RowGap = 54; ///< rows of default windows have a pitch of 416
inline constexpr qreal Padding = 30;
inline constexpr qreal HeaderHeight = 40;
inline constexpr QSizeF CardSize{230, 92};
inline constexpr qreal KrateGap = 24; ///< kept free between two krates

/// The frame, moved to where all of it is in the world; what is larger begins at its edge.
QRectF inWorld(const QRectF &frame);

/// The size a new window of this view gets.
QSizeF defaultSize(View view);

/// Where a window stands in its krate's grid of two columns.
struct Cell
{
    int row = 0;
    int column = 0;

    bool operator==(const Cell &) const = default;
};

/// The cell of each window, in the order of `windows`.
std::vector<Cell> cellsOf(const std::vector<WindowRecord> &windows);

/// Puts every window in its cell, without overlaps, empty rows or an empty first column.
std::vector<WindowRecord> tidied(std::vector<WindowRecord> windows);

/// `windows` and a new one in the next free cell, row by row.
std::vector<WindowRecord> withWindow(std::vector<WindowRecord> windows, const QString &id,
                                     View view);

/// What dragging an edge of a window does to the windows of its krate.
struct Resize
{
    std::vector<WindowRecord> windows = {};
    QPointF shift = {}; ///< how far the krate moves, when its left or top edge was dragged
};

/// Drags `edges` of the window `id` by `delta`. The windows of its row and column follow in
/// proportion, sizes stay between MinimumSize and MaximumSize.
Resize resized(const std::vector<WindowRecord> &windows, const QString &id, Qt::Edges edges,
               QPointF delta);

/// The rectangle about all windows, relative to the krate's position.
QRectF windowBounds(const KrateRecord &krate);
/// A krate's frame in the world: its windows, the padding and the header; for a minimised krate
/// its card, in the frame's top left corner.
QRectF bounds(const KrateRecord &krate);

/// The place nearest to `wanted` where a rectangle of that size is off all `others`. A way to the
/// side counts `sideways` times: below 1 it is preferred to one up or down.
QRectF nudged(const QRectF &wanted, const std::vector<QRectF> &others, qreal sideways = 1);

/// Whether `rect` is nearer to one of `others` than KrateGap.
bool covers(const QRectF &rect, const std::vector<QRectF> &others);

/// New positions for the krates that `grown` would cover, by id; `grown` itself and what is pinned
/// stay.
std::map<QString, QPointF> madeRoom(const KrateRecord &grown,
                                    const std::map<QString, KrateRecord> &krates);

} // namespace workspace::layout
