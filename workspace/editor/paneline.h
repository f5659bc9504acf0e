// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/editor/linediff.h"
#include "workspace/textview/textdocument.h"

#include <QColor>
#include <QPointF>

class QPainter;

namespace workspace {

class Look;

/// Paints one line of a text in the colours of its spans, with its top left corner at `place`. The
/// runs in `marked` lie on `mark`. `height` is that of the row; nothing is clipped.
void paintPaneLine(QPainter &painter, const TextLine &line, QPointF place, qreal height,
                   const Look &look, qreal fontPixels, const std::vector<TextRange> &marked = {},
                   const QColor &mark = {});

} // namespace workspace
