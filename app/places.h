// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace app {

struct DesktopOptions;

/// Where a desktop keeps its things. Empty: it does not keep them.
struct Places
{
    QString yards = {}; ///< a folder; empty: there is one yard only, in `yard`
    QString yard = {}; ///< one file: of its own, or of a version that knew one yard only
    QString session = {};
    QString journal = {};
    QString tokens = {}; ///< of relays, where there is no keychain
    QString discovery = {}; ///< a folder for what servers know
};

/// The folder of all that the person keeps.
QString dataFolder();

/// The demo has yards of its own, and a picture changes nothing: it works in `scratch`.
Places placesFor(const DesktopOptions &options, bool isDemo, const QString &scratch);

} // namespace app
