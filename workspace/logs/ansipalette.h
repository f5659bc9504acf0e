// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>

namespace workspace {

struct Theme;

/// One of the 16 colours of a terminal, in a shade that is readable on the theme's panel.
QColor ansiColor(int index, const Theme &theme);
/// A colour as AnsiSpan names it: the 16, xterm's 240 more, or RGB. The default colour is invalid.
QColor ansiSpanColor(int color, const Theme &theme);

} // namespace workspace
