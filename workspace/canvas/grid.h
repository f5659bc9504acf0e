// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QRect>

class QPainter;

namespace workspace {

class Camera;
struct Theme;

/// Paints the yard's ground and its two layers of lines, 34 and 170 units apart, into `area`
/// (logical pixels).
void paintGrid(QPainter &painter, const Camera &camera, const Theme &theme, const QRect &area);

} // namespace workspace
