// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/inspector/inspectlayout.h"

class QPainter;

namespace workspace {

/// Paints what of a page lies in `view`, which is in the page's coordinates. `hovered` and
/// `focused` are indices into its hots; -1: none.
void paintInspection(QPainter &painter, const PlacedInspection &page, const QRectF &view,
                     const Look &look, GlyphCache &glyphs, int hovered, int focused);

} // namespace workspace
