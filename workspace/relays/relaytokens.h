// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/signin/oidcclient.h"
#include "kube/auth/tokensource.h"

#include <QPromise>
#include <QUrl>

#include <memory>
#include <vector>

namespace collab {
class RelaySession;
}

namespace workspace {

class TokenKeeper;

/// How a person shows a relay who they are: what a sign-in in the browser gave, or an API key.
/// Exactly one of them. Secrets.
struct RelayProof
{
    collab::SignInTokens tokens = {};
    QString key = {}; ///< "kyk_…"

    bool operator==(const RelayProof &) const = default;
};

/// A person's sign-in at one relay, for all clusters behind it: gives the bearer token, and keeps
/// the refresh token or the API key where TokenKeeper keeps them, read when a token is first
/// wanted. GUI thread only. Holds secrets: never logs.
class RelayTokens final : public kube::TokenSource
{
    Q_OBJECT

public:
    enum class State {
        Unknown, ///< nothing was read yet
        SignedOut, ///< by the person, or nothing is kept
        Ended, ///< the provider takes the refresh token no more, or there is none
        Rejected, ///< the relay takes the API key no more
        SignedIn, ///< as far as is known
    };
    Q_ENUM(State)

    /// `keeper` is borrowed and must outlive it.
    RelayTokens(const QUrl &relay, TokenKeeper &keeper);
    ~RelayTokens() override;

    State state() const { return m_state; }
    void signIn(const RelayProof &proof);
    void signOut(); ///< and forgets what is kept
    /// What TokenKeeper has of this relay is under this key.
    static QString keptUnder(const QUrl &relay);

    QFuture<kube::Result<QString>> token() override;
    void reject(const QString &token) override;
    void forgive() override;
    bool renews() const override;

Q_SIGNALS:
    void stateChanged();

private:
    using Answer = kube::Result<QString>;
    void readKept();
    void takeKept(const QString &kept);
    void adopt(std::unique_ptr<collab::RelaySession> session, const QString &key);
    void askSession();
    void settle(const Answer &answer);
    void setState(State state);
    Answer now() const;
    kube::Error failure(const collab::SignInError &error) const;

    const QUrl m_relay;
    TokenKeeper &m_keeper;
    State m_state = State::Unknown;
    std::unique_ptr<collab::RelaySession> m_session; ///< null: a key, or nothing
    QString m_key;
    bool m_renews = false; ///< the session has a refresh token
    bool m_isReading = false;
    std::vector<QPromise<Answer>> m_waiting;
};

} // namespace workspace
