// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/gateway/service/gateway.h"
#include "collab/relay/store/memoryroomstore.h"
#include "kube/demo/apiserver.h"
#include "kube/demo/store.h"
#include "kube/keys.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSslCertificate>
#include <QTemporaryDir>
#include <QTest>

/// A gateway in its relay on loopback, before a small API server. Who asks is told by API keys: the
/// key "dev" is one of the group "dev", and so on.
class GatewaySetup
{
public:
    struct Answer
    {
        int status = 0;
        QByteArray text = {};
        QHttpHeaders headers = {};

        QJsonObject body() const { return QJsonDocument::fromJson(text).object(); }
        QStringList names() const ///< of a list's objects
        {
            QStringList names;
            for (const auto &item : body()[QLatin1StringView("items")].toArray())
                names.append(
                    item[QLatin1StringView("metadata")][QLatin1StringView("name")].toString());
            return names;
        }
    };

    static gateway::GatewayConfig withKeys(const QStringList &groups)
    {
        gateway::GatewayConfig config{.isEnabled = true};
        for (const auto &group : groups)
            config.auth.apiKeys.push_back(
                {.name = group, .sha256 = relay::hashOf(group.toUtf8()), .groups = {group}});
        return config;
    }

    /// "dev" may look at everything, "ops" may do everything.
    static gateway::GatewayConfig withReadersAndOwners()
    {
        auto config = withKeys({QStringLiteral("dev"), QStringLiteral("ops")});
        const QStringList all{QStringLiteral("*")};
        config.rules = {{.kinds = all,
                         .verbs = {QStringLiteral("get"), QStringLiteral("list"),
                                   QStringLiteral("watch"), QStringLiteral("logs")}},
                        {.group = QStringLiteral("ops"), .kinds = all, .verbs = all}};
        return config;
    }

    GatewaySetup() { m_isListening = m_api.listen(); }

    /// It speaks TLS, with a certificate that authority() vouches for. False without openssl.
    bool encrypt()
    {
        m_isEncrypted = m_keys.makeOwnServer(QStringLiteral("relay"));
        return m_isEncrypted;
    }
    QString authority() const { return m_keys.path(QStringLiteral("relay.crt")); }

    void start(const gateway::GatewayConfig &config)
    {
        relay::RelayConfig relayConfig;
        relayConfig.listen = QStringLiteral("127.0.0.1:0");
        if (m_isEncrypted)
            relayConfig.tls = {.certificate = authority(),
                               .key = m_keys.path(QStringLiteral("relay.key"))};
        m_service = std::make_unique<relay::Service>(relayConfig,
                                                     std::make_unique<relay::MemoryRoomStore>());
        m_url = m_service->listen().value();
        std::vector<std::unique_ptr<kube::Cluster>> clusters;
        clusters.push_back(std::make_unique<kube::Cluster>(kube::ClientConfig{
            .contextName = QStringLiteral("demo"), .server = m_api.url().toString()}));
        m_gateway = std::make_unique<gateway::Gateway>(config, *m_service, std::move(clusters));
        const auto *cluster = m_gateway->parts().clusters.find({});
        [&] { QTRY_VERIFY(cluster->hasResources()); }();
    }
    void stop()
    {
        m_gateway.reset();
        m_service.reset();
    }

    Answer get(const QString &path, const QByteArray &key, const QHttpHeaders &headers = {})
    {
        auto request = requestTo(path);
        request.setHeaders(headers);
        if (!key.isEmpty())
            request.setRawHeader("Authorization", "Bearer " + key);
        return answerTo(m_network.get(request));
    }

    /// To the cluster's own API, through the gateway.
    Answer send(const QByteArray &method, const QString &path, const QByteArray &key,
                const QByteArray &body = {}, const QByteArray &type = "application/json")
    {
        auto request = requestTo(QStringLiteral("/k8s/demo/") + path);
        request.setRawHeader("Authorization", "Bearer " + key);
        request.setRawHeader("Content-Type", type);
        return answerTo(m_network.sendCustomRequest(request, method, body));
    }

    QNetworkRequest requestTo(const QString &path) const
    {
        QNetworkRequest request(QUrl(m_url.toString() + path));
        if (m_isEncrypted) {
            auto tls = QSslConfiguration::defaultConfiguration();
            tls.setCaCertificates(QSslCertificate::fromPath(authority()));
            request.setSslConfiguration(tls);
        }
        return request;
    }

    /// Puts an object into the cluster.
    void put(const QString &apiVersion, const QString &kind, const QString &nameSpace,
             const QString &name, const QJsonObject &more = {}, const QJsonObject &labels = {})
    {
        QJsonObject metadata{{QStringLiteral("name"), name}};
        if (!nameSpace.isEmpty())
            metadata.insert(QStringLiteral("namespace"), nameSpace);
        if (!labels.isEmpty())
            metadata.insert(QStringLiteral("labels"), labels);
        auto object = more;
        object.insert(QStringLiteral("apiVersion"), apiVersion);
        object.insert(QStringLiteral("kind"), kind);
        object.insert(QStringLiteral("metadata"), metadata);
        m_api.store().put(object);
    }
    void putPod(const QString &nameSpace, const QString &name, const QJsonObject &labels = {})
    {
        put(QStringLiteral("v1"), QStringLiteral("Pod"), nameSpace, name, {}, labels);
    }

    /// Its container `app` has the port "http", 8080.
    void putRunningPod(const QString &nameSpace, const QString &name,
                       const QJsonObject &labels = {})
    {
        using namespace Qt::StringLiterals;
        const QJsonObject port{{u"name"_s, u"http"_s}, {u"containerPort"_s, 8080}};
        const QJsonArray containers{QJsonObject{
            {u"name"_s, u"app"_s}, {u"image"_s, u"app"_s}, {u"ports"_s, QJsonArray{port}}}};
        const QJsonArray statuses{
            QJsonObject{{u"name"_s, u"app"_s},
                        {u"ready"_s, true},
                        {u"restartCount"_s, 0},
                        {u"state"_s, QJsonObject{{u"running"_s, QJsonObject{}}}}}};
        put(u"v1"_s, u"Pod"_s, nameSpace, name,
            {{u"spec"_s, QJsonObject{{u"containers"_s, containers}}},
             {u"status"_s,
              QJsonObject{{u"phase"_s, u"Running"_s}, {u"containerStatuses"_s, statuses}}}},
            labels);
    }

    demo::ApiServer &api() { return m_api; }
    gateway::Gateway &gateway() { return *m_gateway; }
    const QUrl &url() const { return m_url; }
    bool isListening() const { return m_isListening; }

private:
    static Answer answerTo(QNetworkReply *sent)
    {
        const std::unique_ptr<QNetworkReply> reply(sent);
        [&] { QTRY_VERIFY_WITH_TIMEOUT(reply->isFinished(), 20'000); }();
        return {.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(),
                .text = reply->readAll(),
                .headers = reply->headers()};
    }

    QTemporaryDir m_folder;
    Keys m_keys{m_folder.path()};
    bool m_isEncrypted = false;
    demo::ApiServer m_api;
    bool m_isListening = false;
    QNetworkAccessManager m_network;
    QUrl m_url;
    std::unique_ptr<relay::Service> m_service;
    std::unique_ptr<gateway::Gateway> m_gateway;
};
