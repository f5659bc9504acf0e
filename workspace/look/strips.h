// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <functional>

class QColor;
class QPainter;
class QRectF;

namespace workspace {

/// Paints a small shape that is tall, like a frame, within `bounds`, in strips of so few
/// rows of pixels that Qt's raster engine (6.8, qdrawhelper) does not hand them to other threads:
/// for so few pixels waking those takes far longer than the filling. The pixels are the same.
void paintInStrips(QPainter &painter, const QRectF &bounds, const std::function<void()> &paint);

/// Paints a bar with round ends, like a scroll bar's, as cheaply: a tall one on whole pixels.
void paintBar(QPainter &painter, const QRectF &bar, const QColor &color);

} // namespace workspace
