// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>

namespace relay {

/// What somebody may do in a yard. Who may do more may do all that others may.
enum class Role {
    Viewer, ///< sees all and shows where it is; its changes are refused
    Editor,
    Owner, ///< also invites, names versions and brings them back
};

/// Who stands behind a connection, as far as the relay knows.
struct Person
{
    QString name = {}; ///< empty: anybody
    Role role = Role::Editor;
    /// Names what let them in, without being it: "token/" and a hash, or "invite/" and an id.
    QByteArray credential = {};
    QDateTime until = {}; ///< when that ends, and with it the connection; invalid: never

    bool operator==(const Person &) const = default;
};

} // namespace relay
