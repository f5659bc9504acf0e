// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

#include <expected>
#include <functional>

namespace relay {

// What RoomStore::backUp() of a relay with SQLite wrote, brought back. The file is only read.

/// Puts all of it into the data folder, which must hold no yards yet and which no relay may use.
std::expected<void, QString> restoreBackup(const QString &file, const QString &folder);
/// The state of one yard in it (V1). Needs no relay.
std::expected<QByteArray, QString> yardInBackup(const QString &file, const QString &yard);

} // namespace relay
