// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace app {

/// What starts this program once more. Inside an AppImage the process that runs is its loader,
/// which only AppRun knows how to call.
QString ownProgram();

/// Inside an AppImage: once fonts are loaded, takes back what AppRun set for this process alone, so
/// that browsers, editors and credential plugins started from here see the machine's own. Elsewhere
/// it does nothing. To be called when the application object exists.
void leaveBundleEnvironment();

} // namespace app
