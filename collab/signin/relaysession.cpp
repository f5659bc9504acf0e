// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/signin/relaysession.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace collab {

using Kind = SignInError::Kind;

RelaySession::RelaySession(const QUrl &relay, const SignInTokens &tokens, QObject *parent)
    : QObject(parent)
    , m_relay(relay)
    , m_tokens(tokens)
{
}

RelaySession::RelaySession(const QUrl &relay, const QString &refreshToken, QObject *parent)
    : RelaySession(relay, SignInTokens{.refreshToken = refreshToken}, parent)
{
}

RelaySession::~RelaySession() = default;

bool RelaySession::isGood() const
{
    return !m_tokens.idToken.isEmpty()
        && QDateTime::currentDateTimeUtc().addDuration(Reserve) < m_tokens.expires;
}

QFuture<SignInResult<QString>> RelaySession::token()
{
    using Result = SignInResult<QString>;
    if (isGood())
        return QtFuture::makeReadyValueFuture(Result(m_tokens.idToken));
    if (m_tokens.refreshToken.isEmpty())
        return QtFuture::makeReadyValueFuture(Result(std::unexpected(
            SignInError{.kind = Kind::Refused, .message = u"the sign-in has ended"_s})));
    QPromise<Result> promise;
    promise.start();
    auto future = promise.future();
    m_waiting.push_back(std::move(promise));
    if (m_waiting.size() == 1)
        renew();
    return future;
}

void RelaySession::reject(const QString &token)
{
    if (token == m_tokens.idToken)
        m_tokens.idToken.clear();
}

void RelaySession::renew()
{
    if (m_provider)
        return ask(*m_provider);
    m_client.find(m_relay).then(this, [this](const SignInResult<SignInProvider> &provider) {
        if (!provider)
            return finish(std::unexpected(provider.error()));
        m_provider = *provider;
        ask(*provider);
    });
}

void RelaySession::ask(const SignInProvider &provider)
{
    m_client
        .ask(provider,
             {{"grant_type", u"refresh_token"_s}, {"refresh_token", m_tokens.refreshToken}})
        .then(this, [this](const SignInResult<SignInTokens> &tokens) { take(tokens); });
}

void RelaySession::take(const SignInResult<SignInTokens> &tokens)
{
    if (!tokens) {
        m_provider.reset(); // it may have moved
        if (tokens.error().kind == Kind::Refused)
            m_tokens.refreshToken.clear();
        return finish(std::unexpected(tokens.error()));
    }
    const auto old = m_tokens.refreshToken;
    m_tokens = *tokens;
    if (m_tokens.refreshToken.isEmpty())
        m_tokens.refreshToken = old; // RFC 6749, 6: it stays
    if (m_tokens.refreshToken != old)
        Q_EMIT refreshTokenChanged(m_tokens.refreshToken);
    finish(m_tokens.idToken);
}

void RelaySession::finish(const SignInResult<QString> &result)
{
    for (auto &waiting : std::exchange(m_waiting, {})) {
        waiting.addResult(result);
        waiting.finish();
    }
}

} // namespace collab
