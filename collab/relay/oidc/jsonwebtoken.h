// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <expected>

namespace relay {

/// A JSON web token in its compact form (RFC 7515, 7519), taken apart; nothing in it is proven
/// until JsonWebKeys::verify() says so.
struct JsonWebToken
{
    /// The ways to sign that are taken. All others, `none` and those with a shared secret (HS256)
    /// first of all, are refused.
    enum class Algorithm { RS256, RS384, RS512, PS256, ES256, ES384, EdDSA };

    Algorithm algorithm = Algorithm::RS256;
    QString keyId = {}; ///< empty: the token names none
    QByteArray signedPart = {};
    QByteArray signature = {};
    QJsonObject claims = {};
};

/// Up to 16 KiB. An error says what is wrong, without anything of the token.
std::expected<JsonWebToken, QString> parseToken(const QByteArray &token);

constexpr qint64 ClockLeeway = 60; ///< seconds

/// What is wrong with the claims of a token that is proven; empty: nothing. It is meant for an
/// audience when that is in `aud`, or is who the token was given to: `azp`, as Keycloak's access
/// tokens have it. Times may differ by `leeway` seconds.
QString problemWith(const QJsonObject &claims, const QString &issuer, const QStringList &audiences,
                    qint64 now, qint64 leeway = ClockLeeway);
inline QString problemWith(const QJsonObject &claims, const QString &issuer,
                           const QString &audience, qint64 now)
{
    return problemWith(claims, issuer, QStringList(audience), now);
}
/// The name that a header has for it.
QLatin1StringView nameOf(JsonWebToken::Algorithm algorithm);

} // namespace relay
