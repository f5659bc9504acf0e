// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>
#include <QHttpServer>
#include <QHttpServerResponder>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTcpServer>
#include <QUrl>
#include <QUrlQuery>

#include <functional>
#include <memory>

/// A relay with a gateway as the desktop sees it, and the OpenID provider that it names, on one
/// port of this machine. Its clusters say their version and nothing else.
class FakeGateway
{
public:
    FakeGateway()
    {
        auto tcp = std::make_unique<QTcpServer>();
        tcp->listen(QHostAddress::LocalHost);
        m_port = tcp->serverPort();
        m_http.bind(tcp.release());
        route(QStringLiteral("/auth/config"), [this](const QHttpServerRequest &) {
            return hasSignIn
                ? QHttpServerResponse(
                      QJsonObject{{QStringLiteral("issuer"), issuer()},
                                  {QStringLiteral("clientId"), QStringLiteral("yard")},
                                  {QStringLiteral("scopes"), QJsonArray{QStringLiteral("openid")}}})
                : answer(404);
        });
        route(QStringLiteral("/idp/.well-known/openid-configuration"),
              [this](const QHttpServerRequest &) {
                  return QHttpServerResponse(
                      QJsonObject{{QStringLiteral("issuer"), issuer()},
                                  {QStringLiteral("authorization_endpoint"),
                                   QString(issuer() + QStringLiteral("/authorize"))},
                                  {QStringLiteral("token_endpoint"),
                                   QString(issuer() + QStringLiteral("/token"))}});
              });
        route(QStringLiteral("/idp/token"),
              [this](const QHttpServerRequest &request) { return tokens(request.body()); });
        route(QStringLiteral("/api/cluster"), [this](const QHttpServerRequest &request) {
            ++directoryAsked;
            if (!hasGateway)
                return answer(404);
            if (!knows(request))
                return answer(401);
            if (!isAllowed)
                return answer(403);
            return QHttpServerResponse(
                QJsonObject{{QStringLiteral("clusters"), QJsonArray::fromStringList(clusters)},
                            {QStringLiteral("uids"), uids},
                            {QStringLiteral("namespace"), firstNamespace}});
        });
        route(QStringLiteral("/auth/me"), [this](const QHttpServerRequest &request) {
            return knows(request)
                ? QHttpServerResponse(QJsonObject{{QStringLiteral("name"), person}})
                : answer(401);
        });
        m_http.setMissingHandler(
            &m_http, [this](const QHttpServerRequest &request, QHttpServerResponder &responder) {
                const auto path = request.url().path(QUrl::FullyEncoded);
                if (!path.startsWith(QStringLiteral("/k8s/")))
                    return responder.write(QHttpServerResponder::StatusCode::NotFound);
                clusterPaths.append(path);
                if (!knows(request))
                    return responder.write(QJsonDocument(QJsonObject{
                                               {QStringLiteral("kind"), QStringLiteral("Status")},
                                               {QStringLiteral("code"), 401}}),
                                           QHttpServerResponder::StatusCode::Unauthorized);
                responder.write(QJsonDocument(
                    QJsonObject{{QStringLiteral("gitVersion"), QStringLiteral("v1.32.0")}}));
            });
    }

    QUrl url() const { return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_port)); }
    QString shown() const { return QStringLiteral("127.0.0.1:%1").arg(m_port); }
    QString key() const { return QStringLiteral("kyk_of-a-test"); }

    /// A person who follows the provider's page and comes back to the program.
    void comeBackFrom(const QUrl &page)
    {
        const QUrlQuery asked(page);
        m_nonce = asked.queryItemValue(QStringLiteral("nonce"), QUrl::FullyDecoded);
        QUrl back(asked.queryItemValue(QStringLiteral("redirect_uri"), QUrl::FullyDecoded));
        back.setQuery(
            QStringLiteral("code=c&state=%1").arg(asked.queryItemValue(QStringLiteral("state"))));
        m_browser.get(QNetworkRequest(back));
    }
    /// A refresh token as if it had been kept.
    QString keptRefreshToken() const { return QStringLiteral("refresh-%1").arg(refreshes); }

    QStringList clusters{QStringLiteral("prod"), QStringLiteral("staging")};
    QJsonObject uids;
    QString firstNamespace;
    QString person = QStringLiteral("Jane Doe");
    bool hasSignIn = true;
    bool hasGateway = true;
    bool isAllowed = true;
    bool takesRefreshTokens = true;
    bool takesKeys = true;
    QString goodToken; ///< the id-token that counts; empty: none does
    qint64 lifetime = 3600; ///< of an id-token, in seconds
    int refreshes = 0; ///< tokens that were given
    int directoryAsked = 0;
    QStringList clusterPaths;

private:
    QString issuer() const { return url().toString() + QStringLiteral("/idp"); }

    template<typename Handle>
    void route(const QString &path, const Handle &handle)
    {
        m_http.route(path, handle);
    }

    static QHttpServerResponse answer(int code)
    {
        return {"application/json", R"({"error": "said the gateway"})",
                QHttpServerResponse::StatusCode(code)};
    }

    bool knows(const QHttpServerRequest &request) const
    {
        const auto shown = QString::fromLatin1(request.value("Authorization"));
        return (takesKeys && shown == QStringLiteral("Bearer ") + key())
            || (!goodToken.isEmpty() && shown == QStringLiteral("Bearer ") + goodToken);
    }

    QHttpServerResponse tokens(const QByteArray &form)
    {
        const QUrlQuery query(QString::fromLatin1(form));
        const bool renews =
            query.queryItemValue(QStringLiteral("grant_type")) == QStringLiteral("refresh_token");
        const auto shown = query.queryItemValue(QStringLiteral("refresh_token"));
        if (renews && (!takesRefreshTokens || shown != keptRefreshToken()))
            return {"application/json", R"({"error": "invalid_grant"})",
                    QHttpServerResponse::StatusCode::BadRequest};
        ++refreshes;
        const auto part = [](const QJsonObject &object) {
            return QString::fromLatin1(
                QJsonDocument(object)
                    .toJson(QJsonDocument::Compact)
                    .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
        };
        goodToken = part({{QStringLiteral("alg"), QStringLiteral("RS256")}}) + QChar(u'.')
            + part({{QStringLiteral("iss"), issuer()},
                    {QStringLiteral("aud"), QStringLiteral("yard")},
                    {QStringLiteral("nonce"), m_nonce},
                    {QStringLiteral("number"), refreshes},
                    {QStringLiteral("exp"), QDateTime::currentSecsSinceEpoch() + lifetime}})
            + QStringLiteral(".c2ln");
        return QHttpServerResponse(
            QJsonObject{{QStringLiteral("id_token"), goodToken},
                        {QStringLiteral("refresh_token"), keptRefreshToken()}});
    }

    QHttpServer m_http;
    QNetworkAccessManager m_browser;
    QString m_nonce;
    quint16 m_port = 0;
};
