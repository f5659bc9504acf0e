// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace workspace {

struct Theme;

/// The files that the terminal widget insists on reading from disk, in the user's cache folder.

/// Writes our key table; returns the name to give to QTermWidget::setKeyBindings(). Empty when the
/// file cannot be written.
QString installKeyTable();
/// Writes a colour scheme made of the theme's colours; returns the path to give to
/// QTermWidget::setColorScheme().
QString installColorScheme(const Theme &theme);

} // namespace workspace
