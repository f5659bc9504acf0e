// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/relay/oidc/oidcverifier.h"

#include "collab/relay/config/accesstokens.h"
#include "collab/relay/relaylog.h"

#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace relay {

using Status = WebSocketEndpoint::Status;

static constexpr qsizetype MostProven = 4'096; // some 2 KiB each

OidcVerifier::OidcVerifier(const Setting &setting, QObject *parent)
    : QObject(parent)
    , m_setting(setting)
    , m_keys(setting.issuer, setting.pace)
{
    // What an old key has proven is not proven any more.
    connect(&m_keys, &OidcKeys::changed, this, [this] { m_proven.clear(); });
}

OidcVerifier::~OidcVerifier() = default;

QString OidcVerifier::problemIn(const QJsonObject &claims) const
{
    return problemWith(claims, m_setting.issuer, m_setting.audiences,
                       QDateTime::currentSecsSinceEpoch(), m_setting.leeway.count());
}

QDateTime OidcVerifier::endOf(const QJsonObject &claims) const
{
    const auto expires = std::min(claims["exp"_L1].toDouble(), 1e11); // 5138 is late enough
    return QDateTime::fromSecsSinceEpoch(qint64(expires) + m_setting.leeway.count(),
                                         QTimeZone::utc());
}

std::expected<QJsonObject, Status> OidcVerifier::claimsOf(const QByteArray &token)
{
    const auto hash = hashOf(token);
    if (const auto found = m_proven.constFind(hash); found != m_proven.cend()) {
        if (problemIn(*found).isEmpty())
            return *found;
        m_proven.erase(found); // it has expired since
        return std::unexpected(Status::Unauthorized);
    }
    const auto claims = prove(token);
    if (claims) {
        if (m_proven.size() >= MostProven)
            m_proven.clear();
        m_proven.insert(hash, *claims);
    }
    return claims;
}

std::expected<QJsonObject, Status> OidcVerifier::prove(const QByteArray &token)
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

} // namespace relay
