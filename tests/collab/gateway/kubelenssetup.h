// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/gateway/kubelens/kubelens.h"
#include "collab/gateway/logs/memorystorage.h"
#include "collab/gateway/service/gateway.h"
#include "collab/relay/store/memoryroomstore.h"
#include "kube/auth/requestpace.h"
#include "kube/demo/apiserver.h"
#include "support/pods.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTest>
#include <QTimeZone>

namespace support {

/// A relay with a gateway to a demo cluster, for whoever has the key "secret" (in the group "dev")
/// or "boss" (in "k8s-admin-access").
class KubeLensSetup
{
public:
    explicit KubeLensSetup(const std::function<void(gateway::GatewayConfig &)> &change = {},
                           std::unique_ptr<gateway::Storage> storage = nullptr)
    {
        using namespace Qt::StringLiterals;
        const bool isListening = api.listen();
        Q_ASSERT(isListening);
        relay::RelayConfig relayConfig;
        relayConfig.listen = u"127.0.0.1:0"_s;
        m_service = std::make_unique<relay::Service>(relayConfig,
                                                     std::make_unique<relay::MemoryRoomStore>());
        url = m_service->listen().value();
        gateway::GatewayConfig config{.isEnabled = true};
        config.auth.apiKeys = {
            {.name = u"tool"_s, .sha256 = relay::hashOf("secret"), .groups = {u"dev"_s}},
            {.name = u"boss"_s,
             .sha256 = relay::hashOf("boss"),
             .groups = {u"k8s-admin-access"_s}}};
        config.limits.requestsPerSecond = 10'000;
        config.limits.requestBurst = 10'000;
        config.limits.qps = 1'000;
        config.limits.burst = 1'000;
        if (change)
            change(config);
        std::vector<std::unique_ptr<kube::Cluster>> clusters;
        clusters.push_back(std::make_unique<kube::Cluster>(kube::ClientConfig{
            .contextName = u"demo"_s,
            .server = api.url().toString(),
            .pace = std::make_shared<kube::RequestPace>(config.limits.qps, config.limits.burst)}));
        gateway = std::make_unique<gateway::Gateway>(config, *m_service, std::move(clusters),
                                                     nullptr, std::move(storage));
    }

    struct Answer
    {
        int status = 0;
        QJsonObject body = {};
        QByteArray retryAfter = {};
    };
    Answer ask(const QString &path, const QByteArray &method = "GET", const QByteArray &body = {},
               const QByteArray &key = "secret")
    {
        QNetworkRequest request(QUrl(url.toString() + path));
        request.setRawHeader("Authorization", "Bearer " + key);
        request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
        const std::unique_ptr<QNetworkReply> reply(
            m_network.sendCustomRequest(request, method, body));
        [&] { QTRY_VERIFY_WITH_TIMEOUT(reply->isFinished(), 20'000); }();
        return {.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(),
                .body = QJsonDocument::fromJson(reply->readAll()).object(),
                .retryAfter = reply->rawHeader("Retry-After")};
    }

    /// The running pod shop/NAME with these containers.
    QJsonObject addPod(const QString &name,
                       const QStringList &containers = {QStringLiteral("main")},
                       const QJsonObject &labels = {})
    {
        using namespace Qt::StringLiterals;
        QJsonArray list;
        for (const auto &container : containers)
            list.append(containerOf(container));
        auto pod = podOf(name, list, runningStatus(list));
        auto meta = pod["metadata"_L1].toObject();
        meta.insert(u"labels"_s, labels);
        pod.insert(u"metadata"_s, meta);
        return api.store().put(pod);
    }
    void removePod(const QString &name)
    {
        using namespace Qt::StringLiterals;
        api.logs().remove(u"shop"_s, name);
        const auto removed = api.store().remove(
            {.gvr = {{}, u"v1"_s, u"pods"_s}, .nameSpace = u"shop"_s, .name = name}, 0);
        Q_ASSERT(removed);
    }
    void log(const QString &pod, const QByteArray &text, const QDateTime &time = {},
             const QString &container = QStringLiteral("main"))
    {
        using namespace Qt::StringLiterals;
        api.logs().append({u"shop"_s, pod, container}, text, time);
    }

    demo::ApiServer api;
    QUrl url;

private:
    std::unique_ptr<relay::Service> m_service; // ends after the gateway
    QNetworkAccessManager m_network;

public:
    std::unique_ptr<gateway::Gateway> gateway;
};

inline const QByteArray PodLogs = "/api/v1/namespaces/shop/pods/web-1/logs";
inline const QByteArray AppLogs = "/api/v1/namespaces/shop/apps/web/logs";
inline const QString Upstream = QStringLiteral("/api/v1/namespaces/shop/pods/web-1/log");

/// Of a line of a log.
inline QDateTime at(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(1'700'000'000'000 + ms, QTimeZone::UTC);
}

/// The deployment shop/web, of the pods with the label app=web.
inline QJsonObject webApp()
{
    using namespace Qt::StringLiterals;
    return {{u"apiVersion"_s, u"apps/v1"_s},
            {u"kind"_s, u"Deployment"_s},
            {u"metadata"_s, QJsonObject{{u"name"_s, u"web"_s}, {u"namespace"_s, u"shop"_s}}},
            {u"spec"_s,
             QJsonObject{{u"selector"_s,
                          QJsonObject{{u"matchLabels"_s, QJsonObject{{u"app"_s, u"web"_s}}}}}}}};
}

} // namespace support
