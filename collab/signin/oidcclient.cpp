// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/signin/oidcclient.h"

#include "collab/signin/jsonanswer.h"
#include "collab/signin/safeaddress.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkReply>
#include <QRandomGenerator>
#include <QTimeZone>

#include <array>

using namespace Qt::StringLiterals;

namespace collab {

using Kind = SignInError::Kind;

namespace {

constexpr qint64 LargestAnswer = 1024 * 1024;

std::unexpected<SignInError> failed(Kind kind, const QString &message)
{
    return std::unexpected(SignInError{.kind = kind, .message = message});
}

QStringList textsOf(const QJsonValue &list)
{
    QStringList texts;
    for (const auto &each : list.toArray())
        texts.append(each.toString());
    return texts;
}

/// The claims of a token that came from the provider itself, by TLS: OpenID Connect Core, 3.1.3.7,
/// lets its signature be. The relay looks at it.
QJsonObject claimsOf(const QString &token)
{
    const auto part = token.section(u'.', 1, 1).toLatin1();
    return QJsonDocument::fromJson(QByteArray::fromBase64(part, QByteArray::Base64UrlEncoding))
        .object();
}

SignInResult<SignInTokens> tokensIn(const QJsonObject &body, const SignInProvider &provider)
{
    SignInTokens tokens{.idToken = body["id_token"_L1].toString(),
                        .refreshToken = body["refresh_token"_L1].toString()};
    const auto claims = claimsOf(tokens.idToken);
    const auto audience = claims["aud"_L1];
    const bool isForUs =
        audience.toString() == provider.clientId || audience.toArray().contains(provider.clientId);
    const auto expires = claims["exp"_L1].toInteger();
    if (claims["iss"_L1].toString() != provider.issuer || !isForUs || expires <= 0)
        return failed(Kind::Nonsense, u"the provider gave no token that is for this program"_s);
    tokens.nonce = claims["nonce"_L1].toString();
    tokens.expires = QDateTime::fromSecsSinceEpoch(expires, QTimeZone::utc());
    return tokens;
}

SignInResult<SignInProvider> providerIn(const QJsonObject &discovery, SignInProvider provider)
{
    if (discovery["issuer"_L1].toString() != provider.issuer)
        return failed(Kind::Nonsense, u"the provider calls itself otherwise than the relay"_s);
    provider.authorization = QUrl(discovery["authorization_endpoint"_L1].toString());
    provider.token = QUrl(discovery["token_endpoint"_L1].toString());
    if (!isSafeAddress(provider.authorization) || !isSafeAddress(provider.token))
        return failed(Kind::Unsafe, u"the provider names an address that is not https"_s);
    return provider;
}

SignInResult<SignInProvider> configurationIn(const QJsonObject &body)
{
    SignInProvider provider{.issuer = body["issuer"_L1].toString(),
                            .clientId = body["clientId"_L1].toString(),
                            .scopes = textsOf(body["scopes"_L1])};
    if (provider.clientId.isEmpty())
        return failed(Kind::NoSignIn, u"the relay names no provider"_s);
    if (!isSafeAddress(QUrl(provider.issuer)))
        return failed(Kind::Unsafe, u"the relay's provider is not reached by https"_s);
    return provider;
}

QUrl discoveryOf(QString issuer)
{
    while (issuer.endsWith(u'/'))
        issuer.chop(1);
    return QUrl(issuer + u"/.well-known/openid-configuration"_s);
}

SignInError errorOf(QNetworkReply &reply)
{
    const auto status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    // RFC 6749, 5.2. The rest of the text may repeat what was sent.
    const auto reason = QJsonDocument::fromJson(reply.readAll())["error"_L1].toString().left(100);
    const bool isAsking = reply.operation() == QNetworkAccessManager::GetOperation;
    if (isAsking && status >= 400 && status < 500 && status != 429)
        return {.kind = Kind::NoSignIn, .message = u"there is no sign-in at that address"_s};
    if (status >= 400 && status < 500 && status != 429)
        return {.kind = Kind::Refused, .message = reason};
    if (status >= 200 && status < 400)
        return {.kind = Kind::Nonsense, .message = u"an answer leads elsewhere, or is too large"_s};
    return {.kind = Kind::Unreachable, .message = reply.errorString()};
}

} // namespace

QByteArray formOf(const OidcClient::Fields &fields)
{
    QByteArrayList pairs;
    for (const auto &[name, value] : fields)
        pairs.append(name + '=' + QUrl::toPercentEncoding(value));
    return pairs.join('&');
}

QByteArray randomSecret()
{
    std::array<quint32, 8> words{};
    QRandomGenerator::system()->fillRange(words.data(), qsizetype(words.size()));
    const QByteArray bytes(reinterpret_cast<const char *>(words.data()), sizeof(words));
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

OidcClient::OidcClient(QObject *parent)
    : QObject(parent)
{
    m_network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
}

/// Without a form it is a GET.
QFuture<OidcClient::Body> OidcClient::send(QNetworkRequest request, const QByteArray &form)
{
    if (!isSafeAddress(request.url()))
        return QtFuture::makeReadyValueFuture<Body>(
            failed(Kind::Unsafe, u"%1 is not https"_s.arg(request.url().host())));
    request.setTransferTimeout(Patience);
    if (!form.isEmpty())
        request.setHeader(QNetworkRequest::ContentTypeHeader,
                          u"application/x-www-form-urlencoded"_s);
    auto *reply = form.isEmpty() ? m_network.get(request) : m_network.post(request, form);
    return jsonAnswer(reply, *this, LargestAnswer, errorOf);
}

QFuture<SignInResult<SignInProvider>> OidcClient::find(const QUrl &relay)
{
    using Found = SignInResult<SignInProvider>;
    return send(QNetworkRequest(below(relay, u"/auth/config"_s)), {})
        .then(
            this,
            [this](const Body &body) {
                const auto provider = body ? configurationIn(*body) : std::unexpected(body.error());
                if (!provider)
                    return QtFuture::makeReadyValueFuture<Found>(std::unexpected(provider.error()));
                return send(QNetworkRequest(discoveryOf(provider->issuer)), {})
                    .then(this, [provider](const Body &discovery) -> Found {
                        if (!discovery)
                            return std::unexpected(discovery.error());
                        return providerIn(*discovery, *provider);
                    });
            })
        .unwrap();
}

QFuture<SignInResult<SignInTokens>> OidcClient::ask(const SignInProvider &provider, Fields fields)
{
    fields.emplace_back("client_id", provider.clientId);
    return send(QNetworkRequest(provider.token), formOf(fields))
        .then(this, [provider](const Body &body) -> SignInResult<SignInTokens> {
            if (!body)
                return std::unexpected(body.error());
            return tokensIn(*body, provider);
        });
}

} // namespace collab
