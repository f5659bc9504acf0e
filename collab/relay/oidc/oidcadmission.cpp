// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/relay/oidc/oidcadmission.h"

#include "collab/relay/config/accesstokens.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace relay {

using Status = WebSocketEndpoint::Status;

bool isOfOidc(const Person &person)
{
    return person.credential.startsWith("oidc/");
}

OidcAdmission::OidcAdmission(const OidcConfig &config, const OidcKeys::Pace &pace)
    : m_config(config)
    , m_verifier({.issuer = config.issuer,
                  .audiences = {config.audience},
                  .leeway = config.leeway,
                  .pace = pace})
{
}

OidcAdmission::~OidcAdmission() = default;

std::expected<Person, Status> OidcAdmission::admit(const QString &yard, const QByteArray &token)
{
    const auto claims = m_verifier.claimsOf(token);
    if (!claims)
        return std::unexpected(claims.error());
    const auto role = roleFor(yard, groupsIn(*claims, m_config.groupsClaim));
    if (!role)
        return std::unexpected(Status::Forbidden);
    return Person{.name = nameIn(*claims, m_config.nameClaim),
                  .role = *role,
                  .credential = "oidc/" + (*claims)["sub"_L1].toString().toUtf8(),
                  .until = m_verifier.endOf(*claims)};
}

std::optional<Role> OidcAdmission::roleFor(const QString &yard, const QStringList &groups) const
{
    std::optional<Role> most;
    for (const auto &grant : m_config.grants) {
        const bool isTheirs = grant.group.isEmpty() || groups.contains(grant.group);
        if (isTheirs && isAmong(grant.yards, yard))
            most = std::max(most.value_or(grant.role), grant.role);
    }
    return most;
}

} // namespace relay
