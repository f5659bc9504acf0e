// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <QPointF>

class QPainter;
class QPainterPath;

namespace workspace {

/// Paints a small sign of lines, about 12 units wide around `center`, as those of all tool bars
/// are: 1.4 units thick with round ends. `path` is around 0,0.
void strokeSign(QPainter &painter, QPointF center, const QColor &color, const QPainterPath &path);

} // namespace workspace
