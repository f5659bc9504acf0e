// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/health/healthtext.h"

#include <QIcon>

namespace workspace {

struct Theme;

/// A mark for a health, told apart by shape as well as by colour. It is drawn whenever it is shown:
/// an icon that is made of a picture leaves that in Qt's cache, and this one is made anew with
/// every change of the yard.
QIcon healthIcon(Health health, const Theme &theme);
/// The same for what is no health.
QIcon informationIcon(const Theme &theme);

} // namespace workspace
