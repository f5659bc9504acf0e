// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/gateway/audit/auditlog.h"
#include "collab/gateway/http/route.h"
#include "collab/gateway/identity/identity.h"
#include "collab/gateway/identity/loginstate.h"

#include <QNetworkAccessManager>

namespace gateway {

/// Signs people in with their browser: the authorization code flow of OpenID Connect with PKCE
/// (RFC 7636), state and nonce.
///
/// - `GET /auth/config` says to programs with whom to sign in: `{"issuer", "clientId", "scopes"}`.
/// - `GET /auth/login?return=/path` leads to the provider, which leads back to
/// - `GET /auth/callback`, which sets the cookie, and leads to that path.
/// - `GET /auth/me` says who one is, and gives the token for `X-CSRF-Token`.
/// - `POST /auth/logout` ends the session, and takes the cookie away. 204.
///
/// What a sign-in that has begun needs is in a signed cookie of that browser: nobody fills memory
/// by beginning many, and nobody can be made to finish somebody else's.
class SignIn final : public QObject
{
    Q_OBJECT

public:
    static constexpr int MostAtOnce = 64; ///< exchanges with the provider; then 503

    /// What is borrowed must outlive it.
    SignIn(Identity &identity, AuditLog &audit, QObject *parent = nullptr);

    std::vector<Route> routes();

private:
    using Answer = std::shared_ptr<Exchange>;
    struct Visit ///< one that came back from the provider
    {
        Login login = {};
        Caller from = {}; ///< only its address
        Answer answer = {};
        QByteArray idToken = {};
        QByteArray accessToken = {};
        int tries = 0;
    };

    relay::ApiAnswer configuration();
    relay::ApiAnswer begin(const Request &request);
    void comeBack(const Request &request, const Answer &answer);
    void askForTokens(const QByteArray &code, const Visit &visit);
    void takeTokens(const QByteArray &body, Visit visit);
    void prove(const Visit &visit);
    void finish(const Visit &visit, const QJsonObject &claims);
    void refuse(const Visit &visit, const QString &sentence);
    relay::ApiAnswer me(const Request &request) const;
    relay::ApiAnswer leave(const Request &request);
    void record(const Caller &caller, const QString &action, relay::ApiAnswer::Status status);
    std::optional<QUrl> endpoint(const QString &name) const;
    QString redirectUri(const QHttpHeaders &headers) const;
    QByteArray takenAway(const QByteArray &cookie) const;

    Identity &m_identity;
    AuditLog &m_audit;
    QNetworkAccessManager m_network;
    const LoginStates m_states;
    int m_underWay = 0;
};

} // namespace gateway
