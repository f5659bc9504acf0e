// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace support {

/// A folder whose node_modules holds what a test wants of npm.
struct NpmPackages
{
    QString folder = {};
    QString problem = {}; ///< why the packages are not there, for SKIP_ALL(); empty when they are
};

/// The packages that the file `packageJson` names. Fetched once, with npm's own configuration, into
/// the person's cache below `name`; that takes minutes at most. Programs may ask at the same time.
NpmPackages npmPackages(const QString &name, const QString &packageJson);

/// Puts a script beside the modules that it imports, in such a folder, where other tests may be
/// running the same one. Its file there; empty when that cannot be.
QString placeScript(const QString &script, const QString &folder);

} // namespace support
