// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QRectF>

#include <optional>
#include <vector>

namespace workspace {

/// Which of `places` an arrow key goes to from `from`: the nearest in that direction, where what
/// lies aside counts as further away. -1 when there is none. `from` itself may be among them.
int nextTowards(Qt::Edge direction, const QRectF &from, const std::vector<QRectF> &places);

/// The direction of an arrow key.
std::optional<Qt::Edge> directionOf(int key);

} // namespace workspace
