// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/health/healthtext.h"
#include "workspace/look/glyphs.h"

namespace workspace {

struct Theme;

/// The colour and shape of a health. The shape says the same as the colour.
QColor colorOf(const Theme &theme, Health health);
Mark markOf(Health health);

} // namespace workspace
