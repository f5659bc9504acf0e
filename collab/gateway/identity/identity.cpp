// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/gateway/identity/identity.h"

#include "collab/gateway/identity/cookies.h"
#include "collab/relay/auth/accessgate.h"
#include "collab/relay/oidc/claims.h"

#include <QUrlQuery>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gateway {

using Status = QHttpServerResponder::StatusCode;

namespace {

constexpr int SecondsUntilReady = 2;

bool isReading(const QByteArray &method)
{
    return method == "GET" || method == "HEAD" || method == "OPTIONS";
}

bool isUpgrade(const QHttpHeaders &headers)
{
    return headers.contains(QHttpHeaders::WellKnownHeader::Upgrade);
}

/// Only a GET may carry it in its address, for those who can send no headers.
QByteArray bearerOf(const relay::RequestHead &head)
{
    const auto token = relay::tokenOf(QUrl(), head.headers);
    if (!token.isEmpty() || head.method != "GET")
        return token;
    return QUrlQuery(head.url).queryItemValue(u"access_token"_s, QUrl::FullyDecoded).toUtf8();
}

/// Names that a cluster keeps for its own: nobody becomes `system:masters` by what a provider says.
bool isReserved(const QString &name)
{
    return name.startsWith("system:"_L1);
}

Denial unauthorized(const QString &sentence)
{
    return {.status = Status::Unauthorized, .sentence = sentence};
}

} // namespace

Identity::Identity(const Setting &setting, QObject *parent)
    : QObject(parent)
    , m_setting(setting)
    , m_sessions(setting.sessions)
{
    reload();
}

Identity::~Identity() = default;

void Identity::reload()
{
    const auto &auth = m_setting.config.auth;
    const bool isSame = m_auth.oidc.issuer == auth.oidc.issuer
        && m_auth.oidc.audience == auth.oidc.audience && m_auth.clientId == auth.clientId
        && m_auth.leeway == auth.leeway;
    if (m_auth.oidc != auth.oidc) // who is who has changed
        m_sessions.closeAll();
    m_auth = auth;
    if (isSame)
        return;
    m_verifier.reset();
    if (!auth.oidc.issuer.isEmpty())
        m_verifier = std::make_unique<relay::OidcVerifier>(
            relay::OidcVerifier::Setting{.issuer = auth.oidc.issuer,
                                         .audiences = {auth.oidc.audience, auth.clientId},
                                         .leeway = auth.leeway,
                                         .pace = m_setting.pace});
}

QString Identity::problem() const
{
    return m_verifier ? m_verifier->keys().problem() : QString();
}

QHostAddress Identity::sourceOf(const relay::RequestHead &head) const
{
    return m_setting.gate.sourceOf(head);
}

bool Identity::isSecure() const
{
    const auto &url = m_setting.relay.publicUrl;
    return url.isEmpty() ? !m_setting.relay.tls.isEmpty() : url.scheme() == "https"_L1;
}

QUrl Identity::baseOf(const QHttpHeaders &headers) const
{
    if (!m_setting.relay.publicUrl.isEmpty())
        return m_setting.relay.publicUrl.adjusted(QUrl::RemovePath);
    const auto host = headers.value(QHttpHeaders::WellKnownHeader::Host);
    return QUrl((isSecure() ? u"https://"_s : u"http://"_s) + QString::fromLatin1(host));
}

QByteArray Identity::sessionIdIn(const QHttpHeaders &headers) const
{
    return cookieIn(headers, Cookie::nameOf(SessionCookie.toByteArray(), isSecure()));
}

bool Identity::isOurOrigin(const QHttpHeaders &headers) const
{
    const QUrl origin(QString::fromLatin1(headers.value(QHttpHeaders::WellKnownHeader::Origin)));
    const auto base = baseOf(headers);
    return !origin.host().isEmpty() && origin.host() == base.host()
        && origin.port() == base.port(); // browsers write no usual one
}

/// https://www.w3.org/TR/fetch-metadata/ where the browser has it, else by the origin.
bool Identity::isFromOurPage(const QHttpHeaders &headers) const
{
    const auto site = headers.value("Sec-Fetch-Site");
    const bool isNear = site.isEmpty() || site == "same-origin" || site == "none";
    return isNear && (!headers.contains("Origin") || isOurOrigin(headers));
}

std::expected<Caller, Denial> Identity::identify(const relay::RequestHead &head)
{
    const auto source = sourceOf(head);
    const auto token = bearerOf(head);
    auto caller = token.isEmpty() ? bySession(head) : byToken(token);
    if (!token.isEmpty()) {
        const Denial tooMany{.status = Status::TooManyRequests,
                             .retryAfter = m_setting.gate.waitFor(source),
                             .sentence = u"Too many tokens that are none came from there."_s};
        if (tooMany.retryAfter > 0 && (!caller || !source.isLoopback()))
            caller = std::unexpected(tooMany);
        else if (!caller && caller.error().status == Status::Unauthorized)
            m_setting.gate.noteFailure(source);
    }
    if (caller)
        caller->address = source;
    return caller;
}

std::expected<Caller, Denial> Identity::byToken(const QByteArray &token)
{
    const auto hash = relay::hashOf(token);
    const auto &keys = m_setting.config.auth.apiKeys;
    const auto found = std::ranges::find(keys, hash, &ApiKey::sha256);
    const auto now = QDateTime::currentDateTimeUtc();
    if (found != keys.end() && (!found->expires.isValid() || now < found->expires))
        return Caller{.subject = u"apikey/"_s + found->name,
                      .name = found->name,
                      .userName = found->name,
                      .groups = found->groups,
                      .until = found->expires,
                      .proof = hash};
    if (!m_verifier || found != keys.end())
        return std::unexpected(unauthorized(u"The token is none, or holds no more."_s));
    const auto claims = m_verifier->claimsOf(token);
    if (!claims && claims.error() == Status::ServiceUnavailable)
        return std::unexpected(
            Denial{.status = Status::ServiceUnavailable,
                   .retryAfter = SecondsUntilReady,
                   .sentence = u"The sign-in provider's keys are on their way."_s});
    if (!claims)
        return std::unexpected(unauthorized(u"The token is none, or holds no more."_s));
    auto caller = callerFrom(*claims);
    caller.until = m_verifier->endOf(*claims);
    caller.proof = hash;
    return caller;
}

Caller Identity::callerFrom(const QJsonObject &claims) const
{
    const auto &oidc = m_setting.config.auth.oidc;
    Caller caller{.subject = claims["sub"_L1].toString(),
                  .name = relay::nameIn(claims, oidc.nameClaim),
                  .groups = relay::groupsIn(claims, oidc.groupsClaim)};
    caller.groups.removeIf(isReserved);
    // An address that nobody has checked is what somebody wrote.
    const auto email = claims["email"_L1].toString();
    const bool isChecked = claims["email_verified"_L1].toBool() && !email.isEmpty();
    caller.userName = isChecked ? email : caller.subject;
    if (isReserved(caller.userName))
        caller.userName.prepend("oidc:"_L1);
    if (caller.subject.startsWith("apikey/"_L1)) // those are ours
        caller.subject.prepend("oidc/"_L1);
    return caller;
}

std::expected<Caller, Denial> Identity::bySession(const relay::RequestHead &head)
{
    const auto &headers = head.headers;
    const auto id = sessionIdIn(headers);
    const bool isOther = headers.contains("Origin") && !isOurOrigin(headers);
    if (id.isEmpty() || isOther)
        return std::unexpected(unauthorized(u"This needs a token, or a sign-in."_s));
    auto caller = m_sessions.find(id);
    if (!caller)
        return std::unexpected(unauthorized(u"The sign-in has ended."_s));
    const Denial elsewhere{.status = Status::Forbidden,
                           .sentence = u"Only the relay's own pages may do this with a sign-in."_s};
    if (isUpgrade(headers) && (!headers.contains("Origin") || !isFromOurPage(headers)))
        return std::unexpected(elsewhere);
    if (isReading(head.method))
        return *caller;
    if (!isFromOurPage(headers))
        return std::unexpected(elsewhere);
    // Both are hashes: how long it takes to tell them apart says nothing of the right one.
    const auto shown = headers.value("X-CSRF-Token").toByteArray();
    if (relay::hashOf(shown) != relay::hashOf(Sessions::csrfTokenOf(id)))
        return std::unexpected(
            Denial{.status = Status::Forbidden,
                   .sentence = u"The header X-CSRF-Token is missing or wrong: GET /auth/me has "
                               "what belongs there."_s});
    return *caller;
}

bool Identity::holds(const Caller &caller) const
{
    if (!Authenticator::holds(caller))
        return false;
    if (caller.isBySession)
        return m_sessions.has(caller.proof);
    if (caller.subject.startsWith("apikey/"_L1))
        return std::ranges::contains(m_setting.config.auth.apiKeys, caller.proof, &ApiKey::sha256);
    return m_verifier != nullptr;
}

} // namespace gateway
