// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/config/kubeconfigedit.h"
#include "kube/error.h"

#include <QHttpHeaders>
#include <QUrl>

#include <expected>

namespace kube {

/// How a client says who it is: RFC 6749 section 2.3.1.
enum class ClientAuthentication { Basic, Post };

/// What the issuer's discovery document says that a refresh needs:
/// https://openid.net/specs/openid-connect-discovery-1_0.html#ProviderMetadata
struct OidcEndpoint
{
    QUrl token = {};
    ClientAuthentication authentication = ClientAuthentication::Basic;

    bool operator==(const OidcEndpoint &) const = default;
};

/// Where the discovery document of an issuer is.
QUrl discoveryUrlOf(const QString &issuer);

/// Whether secrets may be sent there: https, or http on this very machine.
bool mayHoldSecrets(const QUrl &url);

/// Reads a discovery document; the error is half a sentence.
std::expected<OidcEndpoint, QString> endpointFrom(const QByteArray &body);

/// A request for new tokens (RFC 6749 section 6), as client-go's oidc plugin makes it: no scopes.
struct TokenRequest
{
    QHttpHeaders headers = {};
    QByteArray body = {};
};
TokenRequest tokenRequestFor(const OidcEndpoint &endpoint, const AuthProviderConfig &config,
                             const QString &refreshToken);

struct OidcTokens
{
    QString idToken = {};
    QString refreshToken = {}; ///< empty: the one that was used stays

    bool operator==(const OidcTokens &) const = default;
};

/// Why there are no new tokens: half a sentence, with control characters escaped.
struct OidcRefusal
{
    QString why = {};
    bool isFinal = false; ///< the refresh token itself was refused: asking again is no use

    bool operator==(const OidcRefusal &) const = default;
};

/// Reads the answer of the token endpoint (RFC 6749 sections 5.1 and 5.2).
std::expected<OidcTokens, OidcRefusal> tokensFrom(int status, const QByteArray &body);

} // namespace kube
