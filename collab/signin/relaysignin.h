// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/signin/loopbackredirect.h"
#include "collab/signin/oidcclient.h"

#include <QTimer>

#include <memory>

namespace collab {

/// Signs a person in at a relay, with the system's browser and PKCE (RFC 8252, RFC 7636).
///
///     auto *signIn = new RelaySignIn(relay, this);
///     connect(signIn, &RelaySignIn::browserWanted, this, &QDesktopServices::openUrl);
///     connect(signIn, &RelaySignIn::finished, this, …);  // keep the refresh token in the keychain
///     signIn->start();
///
/// Ends exactly once, with finished() or failed(); destroying it ends it without a word. Then a
/// RelaySession keeps the person signed in. On its own thread. Holds secrets: never logs.
class RelaySignIn final : public QObject
{
    Q_OBJECT

public:
    struct Setting
    {
        /// HTML that the person sees in the browser in the end; empty: a short one in English.
        QByteArray page = {};
        std::chrono::milliseconds patience = std::chrono::minutes(5);
    };
    explicit RelaySignIn(const QUrl &relay, QObject *parent = nullptr);
    RelaySignIn(const QUrl &relay, const Setting &setting, QObject *parent = nullptr);

    void start();

Q_SIGNALS:
    /// Once: the person goes on there.
    void browserWanted(const QUrl &url);
    void finished(const collab::SignInTokens &tokens);
    void failed(const collab::SignInError &error);

private:
    void leave(const SignInProvider &provider);
    void comeBack(const QUrlQuery &query);
    void take(const SignInResult<SignInTokens> &tokens);
    void fail(SignInError::Kind kind, const QString &message);

    const QUrl m_relay;
    const Setting m_setting;
    OidcClient m_client;
    SignInProvider m_provider;
    std::unique_ptr<LoopbackRedirect> m_redirect;
    QUrl m_redirectUri;
    const QByteArray m_state;
    const QByteArray m_nonce;
    const QByteArray m_verifier;
    QTimer m_patience;
    bool m_isOver = false;
};

} // namespace collab
