// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/canvas/hittest.h"

namespace workspace {

/// What a person is at, which decides what is worth telling.
enum class HintContext {
    Ground,
    Krate, ///< the pointer is over its header, frame or card
    KrateByKeys, ///< the keys are at a krate
    Selection,
    Moving, ///< krates are being dragged
    List,
    Shell,
    Editor, ///< a window that takes all keys and is no shell
    Window, ///< any other one that has the keys
};

/// All that the hints depend on: as long as it is the same, so are they.
struct HintKey
{
    HintContext context = HintContext::Ground;
    Hit::Part hovered = Hit::Part::Ground;
    int selected = 0;
    QString undo = {};

    bool operator==(const HintKey &) const = default;
};

HintContext hintContext(const CanvasScene &scene, const Hit &hovered);

/// What the bar tells, what is least missed last.
std::vector<Hint> hintsFor(HintContext context, const CanvasScene &scene, const Hit &hovered);

/// The same as one line for a screen reader.
QString hintText(const std::vector<Hint> &hints);

} // namespace workspace
