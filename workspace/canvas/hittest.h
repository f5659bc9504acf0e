// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/canvas/paint/minimap.h"
#include "workspace/canvas/paint/overlays.h"
#include "workspace/canvas/scene.h"

namespace workspace {

/// What is under a point of the screen.
struct Hit
{
    enum class Part {
        Ground, ///< the empty yard
        Krate, ///< a frame, off its windows and header
        KrateHeader,
        KrateComments, ///< the mark on its header or card
        KratePin,
        KrateMinimise,
        KrateDismiss,
        Card,
        Window, ///< what a window shows
        WindowHeader,
        WindowTab,
        WindowMoreTabs,
        WindowDetach,
        WindowMaximise,
        WindowClose,
        WindowBringBack, ///< the button of one that is shown on its own
        WindowEdge,
        Minimap,
        Pill,
    };

    Part part = Part::Ground;
    QString krate = {}; ///< on the minimap: the krate under the pointer
    QString window = {};
    int tab = -1;
    Qt::Edges edges = {};
    Overlays::Button button = Overlays::Button::None;

    bool operator==(const Hit &) const = default;
};

/// Finds what is under `screen`, nearest first.
Hit hitTest(const CanvasScene &scene, const Minimap &minimap, const Overlays &overlays,
            QPointF screen);

/// The pointer's shape over it, but for what a window shows.
Qt::CursorShape cursorFor(const Hit &hit);

} // namespace workspace
