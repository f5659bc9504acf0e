// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/textview/textdocument.h"

class QColor;

namespace workspace {

struct Theme;

/// How a tone looks in a theme.
QColor colorOf(TextTone tone, const Theme &theme);

} // namespace workspace
