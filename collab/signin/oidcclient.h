// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>
#include <QFuture>
#include <QNetworkAccessManager>
#include <QObject>
#include <QStringList>
#include <QUrl>

#include <expected>

namespace collab {

/// Why somebody could not be signed in at a relay.
struct SignInError
{
    enum class Kind {
        Unreachable, ///< the relay, or its provider; trying again may help
        NoSignIn, ///< the relay has no provider
        NoGateway, ///< there is a server, but none that serves clusters
        Unsafe, ///< an address is not https, nor on this machine
        /// The person said no, or what shows who they are holds no more: a refresh token, a key.
        Refused,
        NotAllowed, ///< the relay knows who it is, and they may not use its clusters
        TookTooLong, ///< nobody came back from the browser
        Nonsense, ///< what was answered is not what was asked for
    };

    Kind kind = Kind::Unreachable;
    QString message = {}; ///< for details: English, and nothing of a secret in it

    bool operator==(const SignInError &) const = default;
};

template<typename T>
using SignInResult = std::expected<T, SignInError>;

/// With whom people of a relay sign in.
struct SignInProvider
{
    QString issuer = {};
    QString clientId = {};
    QStringList scopes = {};
    QUrl authorization = {};
    QUrl token = {};

    bool operator==(const SignInProvider &) const = default;
};

/// What the provider gave. Both are secrets.
struct SignInTokens
{
    QString idToken = {}; ///< the bearer token for the relay
    QString refreshToken = {}; ///< empty: the provider gives none
    QString nonce = {}; ///< that the id-token has
    QDateTime expires = {}; ///< of the id-token; UTC

    bool operator==(const SignInTokens &) const = default;
};

/// Asks a relay with whom to sign in (`GET /auth/config`: docs/gateway.md), and that provider for
/// tokens. Every call completes once, on the thread that owns this; destroying it cancels what is
/// under way. Follows no redirection, and talks to https only, but on this machine.
class OidcClient final : public QObject
{
    Q_OBJECT

public:
    static constexpr auto Patience = std::chrono::seconds(15);

    explicit OidcClient(QObject *parent = nullptr);

    /// `relay` is its address without a path.
    [[nodiscard]] QFuture<SignInResult<SignInProvider>> find(const QUrl &relay);
    using Fields = std::vector<std::pair<QByteArray, QString>>;
    /// `fields` besides the client's id: a public client, which has no secret.
    [[nodiscard]] QFuture<SignInResult<SignInTokens>> ask(const SignInProvider &provider,
                                                          Fields fields);

private:
    using Body = std::expected<QJsonObject, SignInError>;
    QFuture<Body> send(QNetworkRequest request, const QByteArray &form);

    QNetworkAccessManager m_network;
};

/// As a form or an address has it.
QByteArray formOf(const OidcClient::Fields &fields);
/// 32 random bytes, base64url.
QByteArray randomSecret();

} // namespace collab
