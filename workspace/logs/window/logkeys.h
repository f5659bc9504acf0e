// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/logs/window/logactions.h"

class QKeyEvent;

namespace workspace {

/// Does what a key means in a log window; false: nothing, it is for the lines or the canvas.
///
/// Keys: / filter, x what to hide, Ctrl+F find, n and Shift+N next and previous match, + and -
/// lines around a match, h timeline, [ and ] from and up to this line, \ any time, w wrap, t time
/// stamps, d density, z stack traces, f columns of JSON lines, Enter opens a line, j and k next and
/// previous line, b bookmark, e note, Shift+B next bookmark, s streams, v two streams side by side,
/// u windows linked in time, p pause, o the log before the last restart, r reconnect, c next
/// container, Ctrl+C copy, Ctrl+Shift+C with stamps, Ctrl+S save all, Ctrl+A select all, Home and
/// End, . menu.
bool pressKey(const QKeyEvent &event, const LogParts &parts, LogActions &actions);

} // namespace workspace
