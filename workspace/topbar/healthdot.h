// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/health/healthtext.h"

#include <QIcon>

namespace workspace {

struct Theme;

/// A mark for a health, told apart by shape as well as by colour.
QIcon healthIcon(Health health, const Theme &theme, qreal devicePixelRatio);

} // namespace workspace
