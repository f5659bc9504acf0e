// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace workspace {

class CommandSet;
class YardCanvas;
class YardDocument;

/// Adds what can be done on the canvas, and its gestures for the help. Commands that are there
/// already stay as they are. `canvas` and `document` are borrowed and must outlive the set.
void addCanvasCommands(CommandSet &commands, YardCanvas &canvas, YardDocument &document);

} // namespace workspace
