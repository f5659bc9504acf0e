// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/commands/commandplace.h"

#include <functional>

class QMenu;

namespace workspace {

class CommandSet;
class DetachedWindows;
class YardCanvas;
class YardDocument;

/// Where the keys are: the window that has them, here or on its own, and its krate; else the one
/// krate that is selected, or the one that the keys are at.
CommandPlace placeOfKeys(const YardCanvas &canvas, const YardDocument &document,
                         const DetachedWindows &detached);

/// What can be done with the window and the krate of a place. `place` is asked when a command runs.
/// All are borrowed and must outlive the commands.
void addWindowCommands(CommandSet &commands, const std::function<CommandPlace()> &place,
                       YardCanvas &canvas, YardDocument &document, DetachedWindows &detached);

/// The same for a menu. What the menu needs must outlive it.
void addWindowActions(QMenu &menu, const CommandPlace &place, YardCanvas &canvas,
                      YardDocument &document, DetachedWindows &detached);

} // namespace workspace
