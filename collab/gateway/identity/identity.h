// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/gateway/config/gatewayconfig.h"
#include "collab/gateway/identity/authenticator.h"
#include "collab/gateway/identity/sessions.h"
#include "collab/relay/oidc/oidcverifier.h"

#include <QObject>

namespace gateway {

/// Who asks, by what the request shows:
///
/// - `Authorization: Bearer`, a token that the OpenID provider signed, or one of the
/// configuration's
///   API keys. Where a browser can send no headers (a WebSocket, an EventSource) `?access_token=`
///   does as well, in a GET.
/// - the cookie of somebody who signed in with a browser. That counts only for our own pages: not
///   with another page's `Origin`, for a WebSocket not without ours, and what changes something
///   needs the session's token in `X-CSRF-Token`.
///
/// Who tries tokens at speed gets 429, here and at the relay's other doors alike. On the thread of
/// the gateway.
class Identity final : public QObject, public Authenticator
{
    Q_OBJECT

public:
    struct Setting
    {
        const GatewayConfig &config; ///< what is borrowed must outlive it
        const relay::RelayConfig &relay; ///< under which address people reach it
        relay::AccessGate &gate;
        relay::OidcKeys::Pace pace = {};
        Sessions::Limits sessions = {};
    };
    explicit Identity(const Setting &setting, QObject *parent = nullptr);
    ~Identity() override;

    std::expected<Caller, Denial> identify(const relay::RequestHead &head) override;
    bool holds(const Caller &caller) const override;
    QHostAddress sourceOf(const relay::RequestHead &head) const override;

    /// What is behind Setting::config changed.
    void reload();
    /// Why nobody can sign in now; empty: they can, or the configuration has no provider.
    QString problem() const;

    const GatewayConfig &config() const { return m_setting.config; }
    relay::OidcVerifier *verifier() { return m_verifier.get(); } ///< null: there is no provider
    Sessions &sessions() { return m_sessions; }
    relay::AccessGate &gate() { return m_setting.gate; }
    /// What a token's claims say.
    Caller callerFrom(const QJsonObject &claims) const;
    /// People reach the relay by https.
    bool isSecure() const;
    /// The address under which that request reached us, without a path.
    QUrl baseOf(const QHttpHeaders &headers) const;
    /// The id in the cookie; empty without one.
    QByteArray sessionIdIn(const QHttpHeaders &headers) const;

    static constexpr QByteArrayView SessionCookie{"krateyard-session"};

private:
    std::expected<Caller, Denial> byToken(const QByteArray &token);
    std::expected<Caller, Denial> bySession(const relay::RequestHead &head);
    bool isOurOrigin(const QHttpHeaders &headers) const;
    bool isFromOurPage(const QHttpHeaders &headers) const;

    const Setting m_setting;
    GatewayConfig::Auth m_auth; ///< that the verifier was made for
    std::unique_ptr<relay::OidcVerifier> m_verifier;
    Sessions m_sessions;
};

} // namespace gateway
