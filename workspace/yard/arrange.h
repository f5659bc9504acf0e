// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/yard/records.h"

#include <map>

/// Where several krates go together. Pure functions; all lengths are world units. A frame is
/// layout::bounds() of a krate. What comes out keeps KrateGap from `others` and from each other and
/// lies within the World, or is empty where there is no such place.
namespace workspace::layout {

/// Frames by the krate's id.
using Frames = std::map<QString, QRectF>;

enum class Alignment { Left, Centre, Right, Top, Middle, Bottom };

/// The shortest way for all of `frames` at once, as one body, that takes them off `others`; none
/// when there is nowhere to go. The frames are not asked to be apart from each other.
std::optional<QPointF> wayOff(const std::vector<QRectF> &frames, const std::vector<QRectF> &others);

/// `moving` where it is dropped: as one body where that is possible, else one by one.
Frames dropped(const Frames &moving, const std::vector<QRectF> &others);

/// Edges or middles on one line: that of the outermost frame, or that of `anchors` (krates that
/// stay) where there are any. Who would cover another slides along the line.
Frames aligned(const Frames &moving, Alignment alignment, const std::vector<QRectF> &anchors,
               const std::vector<QRectF> &others);

/// The same gap between neighbours, the first and the last stay where they are; three at least.
/// Where that leaves less than KrateGap, the last ones move on.
Frames distributed(const Frames &moving, Qt::Orientation along, const std::vector<QRectF> &others);

/// A grid in the order one reads them now, about as wide as a screen for its height, about where
/// they stood.
Frames tidied(const Frames &moving, const std::vector<QRectF> &others);

} // namespace workspace::layout
