// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/gateway/service/gateway.h"
#include "collab/relay/store/memoryroomstore.h"
#include "kube/demo/apiserver.h"
#include "support/rawhttp.h"

#include <QHttpServer>
#include <QJsonArray>
#include <QTcpServer>

/// An OpenID provider as far as a gateway sees it: two documents, and keys that a test has.
class Issuer
{
public:
    Issuer()
    {
        auto server = std::make_unique<QTcpServer>();
        server->listen(QHostAddress::LocalHost);
        m_url = QStringLiteral("http://127.0.0.1:%1").arg(server->serverPort());
        m_http.route(QStringLiteral("/.well-known/openid-configuration"), [this] {
            ++discoveries;
            return QHttpServerResponse(QJsonObject{
                {QStringLiteral("issuer"), m_url},
                {QStringLiteral("authorization_endpoint"),
                 QString(m_url + QStringLiteral("/auth"))},
                {QStringLiteral("jwks_uri"), QString(m_url + QStringLiteral("/keys"))}});
        });
        m_http.route(QStringLiteral("/keys"), [this] {
            return QHttpServerResponse(QJsonObject{{QStringLiteral("keys"), keys}});
        });
        m_http.bind(server.release());
    }

    const QString &url() const { return m_url; }
    QJsonObject claims() const
    {
        const auto now = QDateTime::currentSecsSinceEpoch();
        return {{QStringLiteral("iss"), m_url},
                {QStringLiteral("aud"), QStringLiteral("yard")},
                {QStringLiteral("sub"), QStringLiteral("ada")},
                {QStringLiteral("exp"), now + 600},
                {QStringLiteral("nbf"), now - 10},
                {QStringLiteral("groups"), QJsonArray{QStringLiteral("dev")}}};
    }

    QJsonArray keys;
    int discoveries = 0;

private:
    QHttpServer m_http;
    QString m_url;
};

/// A gateway in its relay, on loopback, with a cluster of the demo, and one address of the kind
/// that all have: who asks, for which namespace.
class GatewayWorld
{
public:
    explicit GatewayWorld(const gateway::GatewayConfig &config, relay::RelayConfig relayConfig = {},
                          std::unique_ptr<relay::SqlQueue> audit = nullptr)
    {
        relayConfig.listen = QStringLiteral("127.0.0.1:0");
        service = std::make_unique<relay::Service>(relayConfig,
                                                   std::make_unique<relay::MemoryRoomStore>());
        api.listen();
        std::vector<std::unique_ptr<kube::Cluster>> clusters;
        clusters.push_back(std::make_unique<kube::Cluster>(kube::ClientConfig{
            .contextName = QStringLiteral("demo"), .server = api.url().toString()}));
        gateway = std::make_unique<gateway::Gateway>(config, *service, std::move(clusters),
                                                     std::move(audit));
        gateway->add(probes(gateway->parts()));
        port = quint16(service->listen().value().port());
    }
    ~GatewayWorld() { gateway.reset(); }
    Q_DISABLE_COPY_MOVE(GatewayWorld)

    support::RawAnswer ask(const QByteArray &method, const QByteArray &target,
                           const QByteArrayList &headers = {}, const QByteArray &body = {}) const
    {
        return support::rawRequest(port, support::requestText(method, target, headers, body));
    }

    demo::ApiServer api;
    std::unique_ptr<relay::Service> service;
    std::unique_ptr<gateway::Gateway> gateway;
    quint16 port = 0;

private:
    static std::vector<gateway::Route> probes(const gateway::GatewayParts &parts)
    {
        const auto answer = [parts](const gateway::Request &request, const auto &exchange) {
            const gateway::Access access{.verb = QStringLiteral("get"),
                                         .resource = QStringLiteral("pods"),
                                         .nameSpace = request.part(QStringLiteral("ns")),
                                         .name = request.part(QStringLiteral("name"))};
            if (!parts.authorizer.allows(request.caller, access))
                return exchange->send(relay::ApiAnswer::failure(relay::ApiAnswer::Status::Forbidden,
                                                                QStringLiteral("No.")));
            exchange->send(relay::ApiAnswer::json(
                {{QStringLiteral("subject"), request.caller.subject},
                 {QStringLiteral("groups"), QJsonArray::fromStringList(request.caller.groups)},
                 {QStringLiteral("user"), request.caller.userName},
                 {QStringLiteral("address"), request.caller.address.toString()},
                 {QStringLiteral("namespace"), access.nameSpace},
                 {QStringLiteral("name"), access.name}}));
        };
        const auto path = QStringLiteral("/api/probe/{ns}/{name}");
        return {{.method = "GET", .path = path, .handle = answer},
                {.method = "PUT", .path = path, .handle = answer}};
    }
};
