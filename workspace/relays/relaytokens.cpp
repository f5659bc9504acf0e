// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/relays/relaytokens.h"

#include "collab/signin/relaysession.h"
#include "workspace/relays/relayaddress.h"
#include "workspace/relays/relaytext.h"
#include "workspace/sharing/tokenkeeper.h"

#include <QPointer>

#include <utility>

using namespace Qt::StringLiterals;

namespace workspace {

using kube::Error;

RelayTokens::RelayTokens(const QUrl &relay, TokenKeeper &keeper)
    : m_relay(relay)
    , m_keeper(keeper)
{
}

RelayTokens::~RelayTokens() = default;

QString RelayTokens::keptUnder(const QUrl &relay)
{
    return relay.toString(QUrl::FullyEncoded) + u" clusters"_s;
}

void RelayTokens::setState(State state)
{
    if (std::exchange(m_state, state) != state)
        Q_EMIT stateChanged();
}

void RelayTokens::adopt(std::unique_ptr<collab::RelaySession> session, const QString &key)
{
    if (m_session)
        m_session.release()->deleteLater(); // it may be what calls us
    m_session = std::move(session);
    m_key = key;
    if (m_session)
        connect(m_session.get(), &collab::RelaySession::refreshTokenChanged, this,
                [this](const QString &token) { m_keeper.keep(keptUnder(m_relay), token); });
}

void RelayTokens::signIn(const RelayProof &proof)
{
    const bool hasKey = !proof.key.isEmpty();
    m_keeper.keep(keptUnder(m_relay), hasKey ? proof.key : proof.tokens.refreshToken);
    m_renews = hasKey || !proof.tokens.refreshToken.isEmpty();
    adopt(hasKey ? nullptr : std::make_unique<collab::RelaySession>(m_relay, proof.tokens),
          proof.key);
    setState(State::SignedIn);
    Q_EMIT changed();
    if (m_session && !m_waiting.empty())
        return askSession();
    settle(now());
}

void RelayTokens::signOut()
{
    m_keeper.keep(keptUnder(m_relay), {});
    adopt(nullptr, {});
    setState(State::SignedOut);
    Q_EMIT changed();
    settle(now());
}

/// Where no session has to be asked.
RelayTokens::Answer RelayTokens::now() const
{
    if (m_state == State::SignedIn)
        return m_key;
    return std::unexpected(Error{.kind = Error::Kind::Credentials,
                                 .message = signInSentence(m_state, shownRelay(m_relay))});
}

QFuture<kube::Result<QString>> RelayTokens::token()
{
    const bool isAsked = m_state == State::Unknown || (m_state == State::SignedIn && m_session);
    if (!isAsked)
        return QtFuture::makeReadyValueFuture(now());
    m_waiting.emplace_back().start();
    auto future = m_waiting.back().future();
    if (m_state == State::Unknown)
        readKept();
    else if (m_waiting.size() == 1)
        askSession();
    return future;
}

void RelayTokens::readKept()
{
    if (std::exchange(m_isReading, true))
        return;
    const QPointer<RelayTokens> self(this);
    m_keeper.read(keptUnder(m_relay), [self](const QString &kept) {
        if (self)
            self->takeKept(kept);
    });
}

void RelayTokens::takeKept(const QString &kept)
{
    m_isReading = false;
    if (m_state != State::Unknown)
        return; // the person was faster
    if (kept.isEmpty()) {
        setState(State::SignedOut);
        return settle(now());
    }
    const bool isKey = kept.startsWith("kyk_"_L1);
    m_renews = true;
    adopt(isKey ? nullptr : std::make_unique<collab::RelaySession>(m_relay, kept),
          isKey ? kept : QString());
    setState(State::SignedIn);
    if (m_session)
        return askSession();
    settle(now());
}

void RelayTokens::askSession()
{
    m_session->token().then(
        this, [this, asked = m_session.get()](const collab::SignInResult<QString> &token) {
            if (asked != m_session.get())
                return; // another sign-in has taken its place, and answers
            if (token)
                return settle(*token);
            if (token.error().kind == collab::SignInError::Kind::Refused) {
                m_keeper.keep(keptUnder(m_relay), {});
                adopt(nullptr, {});
                setState(State::Ended);
            }
            settle(std::unexpected(failure(token.error())));
        });
}

Error RelayTokens::failure(const collab::SignInError &error) const
{
    if (error.kind == collab::SignInError::Kind::Refused)
        return now().error();
    const bool passes = error.kind == collab::SignInError::Kind::Unreachable;
    return {.kind = passes ? Error::Kind::Unreachable : Error::Kind::Credentials,
            .message = passes ? error.message : relayProblem(error, shownRelay(m_relay))};
}

void RelayTokens::settle(const Answer &answer)
{
    for (auto &waiting : std::exchange(m_waiting, {})) {
        waiting.addResult(answer);
        waiting.finish();
    }
}

void RelayTokens::reject(const QString &token)
{
    if (m_session)
        return m_session->reject(token);
    if (m_state == State::SignedIn && token == m_key)
        setState(State::Rejected);
}

void RelayTokens::forgive()
{
    if (m_state == State::Rejected)
        setState(State::SignedIn);
}

bool RelayTokens::renews() const
{
    return m_renews;
}

} // namespace workspace
