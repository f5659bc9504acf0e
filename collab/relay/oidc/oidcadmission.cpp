// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/relay/oidc/oidcadmission.h"

#include "collab/relay/config/accesstokens.h"
#include "collab/relay/relaylog.h"

#include <QJsonArray>
#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace relay {

using Status = WebSocketEndpoint::Status;

static constexpr qsizetype MostProven = 4'096; // some 2 KiB each
static constexpr qsizetype LongestName = 100;

bool isOfOidc(const Person &person)
{
    return person.credential.startsWith("oidc/");
}

QStringList textsIn(const QJsonObject &claims, const QString &claim)
{
    QJsonValue value = claims.value(claim);
    if (value.isUndefined()) {
        value = claims;
        for (const auto &part : claim.split(u'.'))
            value = value.toObject().value(part);
    }
    if (value.isString())
        return {value.toString()};
    QStringList texts;
    for (const auto &each : value.toArray()) {
        if (each.isString())
            texts.append(each.toString());
    }
    return texts;
}

/// What the provider calls them; else their id with it.
static QString nameIn(const QJsonObject &claims, const QString &nameClaim)
{
    for (const auto &claim : {nameClaim, u"preferred_username"_s, u"sub"_s}) {
        const auto texts = textsIn(claims, claim);
        if (!texts.isEmpty() && !texts.first().isEmpty())
            return texts.first().left(LongestName);
    }
    return {};
}

OidcAdmission::OidcAdmission(const OidcConfig &config, const OidcKeys::Pace &pace)
    : m_config(config)
    , m_keys(config.issuer, pace)
{
    // What an old key has proven is not proven any more.
    connect(&m_keys, &OidcKeys::changed, this, [this] { m_proven.clear(); });
}

OidcAdmission::~OidcAdmission() = default;

std::expected<Person, Status> OidcAdmission::admit(const QString &yard, const QByteArray &token)
{
    const auto claims = claimsOf(token);
    if (!claims)
        return std::unexpected(claims.error());
    if (!problemIn(*claims).isEmpty()) // it was proven before, and has expired since
        return std::unexpected(Status::Unauthorized);
    const auto role = roleFor(yard, textsIn(*claims, m_config.groupsClaim));
    if (!role)
        return std::unexpected(Status::Forbidden);
    const auto expires = std::min((*claims)["exp"_L1].toDouble(), 1e11); // 5138 is late enough
    return Person{
        .name = nameIn(*claims, m_config.nameClaim),
        .role = *role,
        .credential = "oidc/" + (*claims)["sub"_L1].toString().toUtf8(),
        .until = QDateTime::fromSecsSinceEpoch(qint64(expires) + ClockLeeway, QTimeZone::utc())};
}

QString OidcAdmission::problemIn(const QJsonObject &claims) const
{
    return problemWith(claims, m_config.issuer, m_config.audience,
                       QDateTime::currentSecsSinceEpoch());
}

std::expected<QJsonObject, Status> OidcAdmission::claimsOf(const QByteArray &token)
{
    const auto hash = hashOf(token);
    if (const auto found = m_proven.constFind(hash); found != m_proven.cend())
        return *found;
    const auto claims = prove(token);
    if (claims) {
        if (m_proven.size() >= MostProven)
            m_proven.clear();
        m_proven.insert(hash, *claims);
    }
    return claims;
}

std::expected<QJsonObject, Status> OidcAdmission::prove(const QByteArray &token)
{
    const auto parsed = parseToken(token);
    if (!parsed) {
        qCDebug(relayLog).noquote() << u"a token is refused: %1"_s.arg(parsed.error());
        return std::unexpected(Status::Unauthorized);
    }
    // Before a key is asked for that nobody needs.
    const auto problem = problemIn(parsed->claims);
    if (!problem.isEmpty()) {
        qCDebug(relayLog).noquote() << u"a token is refused: %1"_s.arg(problem);
        return std::unexpected(Status::Unauthorized);
    }
    if (!m_keys.keys())
        return std::unexpected(Status::ServiceUnavailable);
    switch (m_keys.keys()->verify(*parsed)) {
    case JsonWebKeys::Verdict::Proven: return parsed->claims;
    case JsonWebKeys::Verdict::Forged: return std::unexpected(Status::Unauthorized);
    case JsonWebKeys::Verdict::UnknownKey: break; // it may be a new one
    }
    return std::unexpected(m_keys.renew() ? Status::ServiceUnavailable : Status::Unauthorized);
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
