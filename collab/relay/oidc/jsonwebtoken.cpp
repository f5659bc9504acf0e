// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/relay/oidc/jsonwebtoken.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace relay {
namespace {

constexpr qsizetype LargestToken = 16 * 1024;

std::optional<QByteArray> decoded(QByteArrayView part)
{
    const auto result = QByteArray::fromBase64Encoding(
        part.toByteArray(),
        QByteArray::Base64UrlEncoding | QByteArray::AbortOnBase64DecodingErrors);
    return result && !part.contains('=') ? std::optional(*result) : std::nullopt;
}

std::optional<QJsonObject> objectIn(QByteArrayView part)
{
    const auto json = decoded(part);
    if (!json)
        return std::nullopt;
    const auto document = QJsonDocument::fromJson(*json);
    return document.isObject() ? std::optional(document.object()) : std::nullopt;
}

std::optional<JsonWebToken::Algorithm> algorithmOf(QStringView name)
{
    using Algorithm = JsonWebToken::Algorithm;
    for (const auto algorithm :
         {Algorithm::RS256, Algorithm::RS384, Algorithm::RS512, Algorithm::PS256, Algorithm::ES256,
          Algorithm::ES384, Algorithm::EdDSA}) {
        if (name == nameOf(algorithm))
            return algorithm;
    }
    // RFC 9864, 2.2: the same, and says which curve.
    return name == "Ed25519"_L1 ? std::optional(Algorithm::EdDSA) : std::nullopt;
}

bool isMeantFor(const QJsonObject &claims, const QString &audience)
{
    const auto named = claims.value("aud"_L1);
    const bool isNamed = named.isArray() ? named.toArray().contains(audience)
                                         : named.isString() && named.toString() == audience;
    const auto party = claims.value("azp"_L1);
    return isNamed || (party.isString() && party.toString() == audience);
}

} // namespace

std::expected<JsonWebToken, QString> parseToken(const QByteArray &token)
{
    if (token.size() > LargestToken)
        return std::unexpected(u"it is too long"_s);
    const auto first = token.indexOf('.');
    const auto second = token.indexOf('.', first + 1);
    if (first < 0 || second < 0 || token.indexOf('.', second + 1) >= 0)
        return std::unexpected(u"it has not three parts"_s);
    const QByteArrayView all(token);
    const auto header = objectIn(all.first(first));
    const auto claims = objectIn(all.sliced(first + 1, second - first - 1));
    const auto signature = decoded(all.sliced(second + 1));
    if (!header || !claims || !signature)
        return std::unexpected(u"a part of it cannot be read"_s);
    const auto algorithm = algorithmOf(header->value("alg"_L1).toString());
    if (!algorithm)
        return std::unexpected(u"it is not signed in a way that is taken"_s);
    if (header->contains("crit"_L1)) // RFC 7515, 4.1.11: what is not understood is refused
        return std::unexpected(u"it wants extensions"_s);
    return JsonWebToken{.algorithm = *algorithm,
                        .keyId = header->value("kid"_L1).toString(),
                        .signedPart = token.first(second),
                        .signature = *signature,
                        .claims = *claims};
}

QLatin1StringView nameOf(JsonWebToken::Algorithm algorithm)
{
    switch (algorithm) {
    case JsonWebToken::Algorithm::RS256: return "RS256"_L1;
    case JsonWebToken::Algorithm::RS384: return "RS384"_L1;
    case JsonWebToken::Algorithm::RS512: return "RS512"_L1;
    case JsonWebToken::Algorithm::PS256: return "PS256"_L1;
    case JsonWebToken::Algorithm::ES256: return "ES256"_L1;
    case JsonWebToken::Algorithm::ES384: return "ES384"_L1;
    case JsonWebToken::Algorithm::EdDSA: return "EdDSA"_L1;
    }
    return {};
}

QString problemWith(const QJsonObject &claims, const QString &issuer, const QStringList &audiences,
                    qint64 now, qint64 leeway)
{
    if (claims.value("iss"_L1).toString() != issuer)
        return u"it comes from another issuer"_s;
    if (std::ranges::none_of(audiences, [&claims](const QString &audience) {
            return !audience.isEmpty() && isMeantFor(claims, audience);
        }))
        return u"it is meant for another audience"_s;
    if (claims.value("sub"_L1).toString().isEmpty())
        return u"it is about nobody"_s;
    // What tells of somebody's sign-out is signed by the same keys: RFC 8417, 2.2.
    if (claims.contains("events"_L1))
        return u"it is no proof of who somebody is"_s;
    const auto expires = claims.value("exp"_L1);
    if (!expires.isDouble() || double(now) >= expires.toDouble() + double(leeway))
        return u"it has expired"_s;
    const auto begins = claims.value("nbf"_L1);
    if (!begins.isUndefined() && (!begins.isDouble() || begins.toDouble() > double(now + leeway)))
        return u"it does not hold yet"_s;
    return {};
}

} // namespace relay
