// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/signin/relaysignin.h"

#include <QCryptographicHash>

#include <utility>

using namespace Qt::StringLiterals;

namespace collab {

using Kind = SignInError::Kind;

static const QByteArray DonePage =
    "<!doctype html><meta charset=utf-8><title>Krateyard</title>"
    "<body style=\"font: 16px sans-serif; margin: 20vh auto; width: 26em\">"
    "<p>Krateyard goes on. This page may be closed.</p>"_ba;

RelaySignIn::RelaySignIn(const QUrl &relay, QObject *parent)
    : RelaySignIn(relay, Setting(), parent)
{
}

RelaySignIn::RelaySignIn(const QUrl &relay, const Setting &setting, QObject *parent)
    : QObject(parent)
    , m_relay(relay)
    , m_setting(setting)
    , m_state(randomSecret())
    , m_nonce(randomSecret())
    , m_verifier(randomSecret())
{
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this,
            [this] { fail(Kind::TookTooLong, u"nobody came back from the browser"_s); });
}

void RelaySignIn::start()
{
    m_patience.start(m_setting.patience);
    m_client.find(m_relay).then(this, [this](const SignInResult<SignInProvider> &provider) {
        if (provider)
            leave(*provider);
        else
            fail(provider.error().kind, provider.error().message);
    });
}

void RelaySignIn::leave(const SignInProvider &provider)
{
    if (m_isOver)
        return;
    m_provider = provider;
    m_redirect = std::make_unique<LoopbackRedirect>(
        m_state, m_setting.page.isEmpty() ? DonePage : m_setting.page);
    connect(m_redirect.get(), &LoopbackRedirect::received, this, &RelaySignIn::comeBack);
    const auto uri = m_redirect->listen();
    if (!uri)
        return fail(Kind::Unreachable, u"no port on this machine is free"_s);
    m_redirectUri = *uri;
    const auto challenge =
        QCryptographicHash::hash(m_verifier, QCryptographicHash::Sha256)
            .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    OidcClient::Fields fields{{"response_type", u"code"_s},
                              {"client_id", provider.clientId},
                              {"redirect_uri", m_redirectUri.toString()},
                              {"scope", provider.scopes.join(u' ')},
                              {"state", QString::fromLatin1(m_state)},
                              {"nonce", QString::fromLatin1(m_nonce)},
                              {"code_challenge", QString::fromLatin1(challenge)},
                              {"code_challenge_method", u"S256"_s}};
    // OpenID Connect Core, 11: without asking the person, no refresh token.
    if (provider.scopes.contains(u"offline_access"_s))
        fields.emplace_back("prompt", u"consent"_s);
    auto query = provider.authorization.query(QUrl::FullyEncoded).toUtf8();
    if (!query.isEmpty())
        query += '&';
    auto url = provider.authorization;
    url.setQuery(QString::fromLatin1(QByteArray(query + formOf(fields))), QUrl::StrictMode);
    Q_EMIT browserWanted(url);
}

void RelaySignIn::comeBack(const QUrlQuery &query)
{
    if (m_isOver)
        return;
    const auto issuer = query.queryItemValue(u"iss"_s, QUrl::FullyDecoded); // RFC 9207
    const auto code = query.queryItemValue(u"code"_s, QUrl::FullyDecoded);
    if (!issuer.isEmpty() && issuer != m_provider.issuer)
        return fail(Kind::Nonsense, u"another provider answered"_s);
    if (code.isEmpty())
        return fail(Kind::Refused, query.queryItemValue(u"error"_s, QUrl::FullyDecoded).left(100));
    m_client
        .ask(m_provider,
             {{"grant_type", u"authorization_code"_s},
              {"code", code},
              {"redirect_uri", m_redirectUri.toString()},
              {"code_verifier", QString::fromLatin1(m_verifier)}})
        .then(this, [this](const SignInResult<SignInTokens> &tokens) { take(tokens); });
}

void RelaySignIn::take(const SignInResult<SignInTokens> &tokens)
{
    if (!tokens)
        return fail(tokens.error().kind, tokens.error().message);
    if (tokens->nonce.toLatin1() != m_nonce)
        return fail(Kind::Nonsense, u"the provider's token is not for this sign-in"_s);
    if (std::exchange(m_isOver, true))
        return;
    m_patience.stop();
    Q_EMIT finished(*tokens);
}

void RelaySignIn::fail(Kind kind, const QString &message)
{
    if (std::exchange(m_isOver, true))
        return;
    m_patience.stop();
    Q_EMIT failed({.kind = kind, .message = message});
}

} // namespace collab
