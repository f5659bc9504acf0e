// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <optional>

namespace relay {

/// What somebody may do in a yard. Who may do more may do all that others may.
enum class Role {
    Viewer, ///< sees all and shows where it is; its changes are refused
    Editor, ///< also names versions and brings them back
    Owner, ///< also invites, brings in other states and deletes versions
};

/// viewer, editor, owner.
inline QString nameOf(Role role)
{
    switch (role) {
    case Role::Viewer: return QStringLiteral("viewer");
    case Role::Editor: return QStringLiteral("editor");
    case Role::Owner: return QStringLiteral("owner");
    }
    Q_UNREACHABLE();
}

inline std::optional<Role> roleNamed(QStringView name)
{
    for (const auto role : {Role::Viewer, Role::Editor, Role::Owner}) {
        if (name == nameOf(role))
            return role;
    }
    return std::nullopt;
}

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
