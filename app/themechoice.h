// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/settings/preferences.h"

namespace workspace {
struct Theme;
}

namespace app {

/// The theme that a person chose, or that goes with the system's colours; light with `wantsLight`
/// whatever they are. GUI thread.
workspace::Theme themeFor(workspace::PreferenceValues::ThemeChoice choice, bool wantsLight);

} // namespace app
