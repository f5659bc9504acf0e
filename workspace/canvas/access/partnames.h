// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/canvas/hittest.h"

namespace workspace {

/// What a button of a krate or a window does, in a word or two: "Maximise". Empty for what is no
/// button. For tool tips, menus and screen readers.
QString nameOf(const CanvasScene &scene, const Hit &hit);

/// Its shortcut; empty when it has none.
QString keyOf(const CanvasScene &scene, const Hit &hit);

/// Its name with its shortcut, or what a window's header has no room to say.
QString buttonTip(const CanvasScene &scene, const Hit &hit);

QString nameOf(Overlays::Button button);

/// What a window is about, for its title outside of the canvas: "Logs · web · shop".
QString titleOf(const KrateRecord &krate, const WindowRecord &window);

} // namespace workspace
