// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/signin/oidcclient.h"

#include <QPromise>

#include <memory>
#include <optional>
#include <vector>

namespace collab {

/// A person who is signed in at a relay: gives the bearer token for it, and renews that with the
/// refresh token, once for all who ask. A provider may make a refresh token good for one use only:
/// keep the newest, which refreshTokenChanged() tells.
///
/// After Kind::Refused the person must sign in again; after other failures the next token() tries
/// anew. On its own thread. Holds secrets: never logs.
class RelaySession final : public QObject
{
    Q_OBJECT

public:
    /// With less time left than this a token is renewed.
    static constexpr auto Reserve = std::chrono::seconds(60);

    /// With what RelaySignIn gave.
    RelaySession(const QUrl &relay, const SignInTokens &tokens, QObject *parent = nullptr);
    /// With a refresh token that was kept.
    RelaySession(const QUrl &relay, const QString &refreshToken, QObject *parent = nullptr);
    ~RelaySession() override;

    /// For `Authorization: Bearer`, good for a while.
    [[nodiscard]] QFuture<SignInResult<QString>> token();
    /// The relay said 401 to what token() gave: it is not given again.
    void reject(const QString &token);

Q_SIGNALS:
    void refreshTokenChanged(const QString &refreshToken);

private:
    bool isGood() const;
    void renew();
    void ask(const SignInProvider &provider);
    void take(const SignInResult<SignInTokens> &tokens);
    void finish(const SignInResult<QString> &result);

    const QUrl m_relay;
    OidcClient m_client;
    SignInTokens m_tokens;
    std::optional<SignInProvider> m_provider;
    std::vector<QPromise<SignInResult<QString>>> m_waiting;
};

} // namespace collab
