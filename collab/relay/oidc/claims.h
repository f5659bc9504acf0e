// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonObject>
#include <QStringList>

namespace relay {

/// The texts of a claim, which is one or a list. `a.b` is a claim of that name, or `b` in `a`, each
/// of which may have dots in its name: Keycloak's resource_access.my.app.roles.
QStringList textsIn(const QJsonObject &claims, const QString &claim);

/// The groups in all of the claims, which stand with commas between them. Keycloak writes groups as
/// paths; one that begins with a slash counts without it, too: "/dev" is "/dev" and "dev".
QStringList groupsIn(const QJsonObject &claims, const QString &groupsClaim);

/// What the provider calls somebody; else their id with it. At most 100 characters.
QString nameIn(const QJsonObject &claims, const QString &nameClaim);

} // namespace relay
