// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/relay/auth/admission.h"
#include "collab/relay/oidc/claims.h"
#include "collab/relay/oidc/oidcconfig.h"
#include "collab/relay/oidc/oidcverifier.h"

namespace relay {

/// Lets in who shows a token that the OpenID provider signed, for as long as that holds, with the
/// most that one of their groups may do. 503 while the keys are on their way.
class OidcAdmission : public QObject
{
    Q_OBJECT

public:
    explicit OidcAdmission(const OidcConfig &config, const OidcKeys::Pace &pace = {});
    ~OidcAdmission() override;

    std::expected<Person, WebSocketEndpoint::Status> admit(const QString &yard,
                                                           const QByteArray &token);
    const OidcConfig &config() const { return m_config; }
    OidcKeys &keys() { return m_verifier.keys(); }

private:
    std::optional<Role> roleFor(const QString &yard, const QStringList &groups) const;

    const OidcConfig m_config;
    OidcVerifier m_verifier;
};

/// Let in by an OidcAdmission.
bool isOfOidc(const Person &person);

} // namespace relay
