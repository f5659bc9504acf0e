// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/relay/rooms/person.h"

#include <QStringList>

#include <chrono>
#include <vector>

namespace relay {

/// What those may do of whom the provider says something.
struct OidcGrant
{
    QString group = {}; ///< a value of OidcConfig::groupsClaim; empty: everybody who signs in
    Role role = Role::Viewer;
    QStringList yards = {}; ///< names, in which `*` stands for anything; empty: every yard

    bool operator==(const OidcGrant &) const = default;
};

/// Who may enter by signing in with an OpenID provider.
struct OidcConfig
{
    QString issuer = {}; ///< https, or http on loopback; as in tokens, letter by letter
    QString audience = {}; ///< that tokens must be meant for: the client's id, mostly
    /// Claims, with commas between them: each a text or a list; `a.b` looks into `a`.
    QString groupsClaim = QStringLiteral("groups");
    QString nameClaim = QStringLiteral("name");
    std::chrono::seconds leeway{60}; ///< that clocks may differ
    std::vector<OidcGrant> grants = {};

    bool operator==(const OidcConfig &) const = default;
};

} // namespace relay
