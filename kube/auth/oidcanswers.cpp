// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/auth/oidcanswers.h"

#include "kube/auth/execplugin.h"

#include <QHostAddress>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace kube {
namespace {

/// application/x-www-form-urlencoded, which leaves fewer characters alone than a URL does.
QByteArray formEncoded(const QString &text)
{
    return QUrl::toPercentEncoding(text, {}, "~");
}

} // namespace

QUrl discoveryUrlOf(const QString &issuer)
{
    auto base = issuer;
    if (base.endsWith(u'/'))
        base.chop(1);
    return QUrl(base + u"/.well-known/openid-configuration"_s);
}

bool mayHoldSecrets(const QUrl &url)
{
    if (!url.isValid() || url.host().isEmpty())
        return false;
    const bool isLocal = url.host() == "localhost"_L1 || QHostAddress(url.host()).isLoopback();
    return url.scheme() == "https"_L1 || (url.scheme() == "http"_L1 && isLocal);
}

std::expected<OidcEndpoint, QString> endpointFrom(const QByteArray &body)
{
    const auto document = QJsonDocument::fromJson(body).object();
    OidcEndpoint endpoint{.token = QUrl(document["token_endpoint"_L1].toString())};
    if (endpoint.token.isEmpty())
        return std::unexpected(u"its discovery document names no token_endpoint"_s);
    if (!mayHoldSecrets(endpoint.token))
        return std::unexpected(u"its token_endpoint is not reached by https"_s);
    // Left out, it means client_secret_basic.
    const auto methods = document["token_endpoint_auth_methods_supported"_L1].toArray();
    if (!methods.isEmpty() && !methods.contains(u"client_secret_basic"_s))
        endpoint.authentication = ClientAuthentication::Post;
    return endpoint;
}

TokenRequest tokenRequestFor(const OidcEndpoint &endpoint, const AuthProviderConfig &config,
                             const QString &refreshToken)
{
    const auto id = formEncoded(config.value(u"client-id"_s));
    const auto secret = formEncoded(config.value(u"client-secret"_s));
    TokenRequest request{.body =
                             "grant_type=refresh_token&refresh_token=" + formEncoded(refreshToken)};
    request.headers.append(QHttpHeaders::WellKnownHeader::ContentType,
                           "application/x-www-form-urlencoded");
    request.headers.append(QHttpHeaders::WellKnownHeader::Accept, "application/json");
    if (!secret.isEmpty() && endpoint.authentication == ClientAuthentication::Basic) {
        request.headers.append(QHttpHeaders::WellKnownHeader::Authorization,
                               "Basic " + QByteArray(id + ':' + secret).toBase64());
        return request;
    }
    request.body += "&client_id=" + id;
    if (!secret.isEmpty())
        request.body += "&client_secret=" + secret;
    return request;
}

std::expected<OidcTokens, OidcRefusal> tokensFrom(int status, const QByteArray &body)
{
    const auto answer = QJsonDocument::fromJson(body).object();
    if (status != 200) {
        const auto error = answer["error"_L1].toString();
        auto why = error.isEmpty() ? u"it answered with HTTP status %1"_s.arg(status) : error;
        if (const auto text = answer["error_description"_L1].toString(); !text.isEmpty())
            why += u" ("_s + text + u')';
        return std::unexpected(OidcRefusal{.why = withoutControlCharacters(why.left(300)),
                                           .isFinal = error == "invalid_grant"_L1
                                               || error == "invalid_client"_L1
                                               || error == "unauthorized_client"_L1});
    }
    OidcTokens tokens{.idToken = answer["id_token"_L1].toString(),
                      .refreshToken = answer["refresh_token"_L1].toString()};
    if (tokens.idToken.isEmpty())
        return std::unexpected(OidcRefusal{
            .why = u"its answer holds no id_token: either the scope openid was not asked for when "
                   u"signing in, or it gives none when a sign-in is renewed"_s,
            .isFinal = true});
    return tokens;
}

} // namespace kube
