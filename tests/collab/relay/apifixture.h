// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/relay/service/service.h"
#include "collab/relay/store/memoryroomstore.h"
#include "roomfixture.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTest>

/// What the tests of the REST API have in common.
namespace api {

struct Answer
{
    int status = 0;
    QByteArray body = {};
    QByteArray type = {};
    QHttpHeaders headers = {};

    QJsonObject json() const { return QJsonDocument::fromJson(body).object(); }
    QString error() const { return json().value(QLatin1StringView("error")).toString(); }
};

/// A relay with a token for each role, "viewer", "editor" and "owner", for the yards "shop" and
/// "test", and the admin's "admin".
class Relay
{
public:
    explicit Relay(
        const relay::RelayConfig &config = withTokens(),
        std::unique_ptr<relay::RoomStore> store = std::make_unique<relay::MemoryRoomStore>())
        : service(config, std::move(store))
    {
        const auto address = service.listen();
        if (address)
            url = *address;
    }

    static relay::RelayConfig withTokens()
    {
        relay::RelayConfig config;
        config.listen = QStringLiteral("127.0.0.1:0");
        config.auth = relay::RelayConfig::Auth::Token;
        config.rooms.tick = std::chrono::milliseconds(1);
        for (const auto role : {relay::Role::Viewer, relay::Role::Editor, relay::Role::Owner})
            config.tokens.push_back(
                {.sha256 = relay::hashOf(relay::nameOf(role).toLatin1()),
                 .person = {.name = QStringLiteral("The ") + relay::nameOf(role), .role = role},
                 .yards = {QStringLiteral("shop"), QStringLiteral("test")}});
        config.admins.push_back({.name = QStringLiteral("Op"), .sha256 = relay::hashOf("admin")});
        return config;
    }

    Answer ask(const QByteArray &method, const QString &path, const QByteArray &token = {},
               const QByteArray &body = {}, const QHttpHeaders &headers = {})
    {
        QNetworkRequest request(QUrl(url.toString() + path));
        auto all = headers;
        if (!token.isEmpty())
            all.append(QHttpHeaders::WellKnownHeader::Authorization, "Bearer " + token);
        if (!body.isEmpty())
            all.append(QHttpHeaders::WellKnownHeader::ContentType, "application/json");
        request.setHeaders(all);
        const std::unique_ptr<QNetworkReply> reply(
            m_network.sendCustomRequest(request, method, body));
        [&] { QTRY_VERIFY(reply->isFinished()); }();
        return {.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(),
                .body = reply->readAll(),
                .type = reply->rawHeader("Content-Type"),
                .headers = reply->headers()};
    }
    Answer yard(const QByteArray &method, const QString &rest, const QByteArray &token,
                const QByteArray &body = {})
    {
        return ask(method, QStringLiteral("/api/v1/yards/shop/") + rest, token, body);
    }

    relay::Service service;
    QUrl url;

private:
    QNetworkAccessManager m_network;
};

} // namespace api
