// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/yard/records.h"

#include <QRectF>

#include <vector>

namespace workspace {

/// The parts of a window, in window units with its top left corner at 0,0. Painting and hit tests
/// share it.
struct WindowChrome
{
    static constexpr qreal HeaderHeight = 36;
    static constexpr qreal TabHeight = 30;

    QRectF header = {};
    QRectF glyph = {};
    QRectF title = {}; ///< view label and name, and the status at its right end
    QRectF close = {};
    std::vector<QRectF> tabs = {}; ///< empty: no tab strip
    QRectF content = {};

    WindowChrome(QSizeF size, const std::vector<View> &views);
};

/// The views a window's tabs offer: none for a collection.
std::vector<View> tabsOf(const WindowRecord &window, const std::vector<View> &views);

/// The parts of a krate's header, in units from the frame's top left corner. Far away they are
/// painted larger, as far as the room above the windows allows: `scale` says how much.
struct KrateChrome
{
    qreal scale = 1;
    QRectF header = {}; ///< the whole strip that drags
    QRectF title = {};
    QRectF minimise = {};
    QRectF dismiss = {};

    KrateChrome(QSizeF frame, qreal zoom);
};

} // namespace workspace
