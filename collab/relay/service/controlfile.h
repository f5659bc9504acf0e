// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>
#include <QUrl>

#include <expected>

namespace relay {

/// How a relay that works is reached by who may read its data folder: the file `relay.ctl` there,
/// which only its owner can open. The token is a new one with every start.
struct ControlFile
{
    QUrl address = {};
    QByteArray token = {};
    QByteArray certificate = {}; ///< SHA-256 of the one that it shows; empty: it is not encrypted

    std::expected<void, QString> write(const QString &folder) const;
    static std::expected<ControlFile, QString> read(const QString &folder);
    static void remove(const QString &folder);
};

} // namespace relay
