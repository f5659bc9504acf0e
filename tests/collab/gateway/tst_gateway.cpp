// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/gateway/service/gateway.h"

#include "collab/relay/store/memoryroomstore.h"
#include "kube/demo/apiserver.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTest>

using namespace Qt::StringLiterals;
using gateway::Gateway;
using gateway::GatewayConfig;

namespace {

GatewayConfig withKey()
{
    GatewayConfig config{.isEnabled = true};
    config.auth.apiKeys.push_back(
        {.name = u"tool"_s, .sha256 = relay::hashOf("secret"), .groups = {u"dev"_s}});
    return config;
}

std::vector<gateway::Route> clusterNames(const gateway::GatewayParts &parts)
{
    return {{.method = "GET",
             .path = u"/api/clusters"_s,
             .handle = [parts](const gateway::Request &, const auto &exchange) {
                 exchange->send(relay::ApiAnswer::json(
                     {{u"names"_s, QJsonArray::fromStringList(parts.clusters.names())}}));
             }}};
}

/// Handlers that say what they are about, one that any may ask, and one that goes on.
std::vector<gateway::Route> deeds()
{
    const auto logs = [](const gateway::Request &request, const auto &exchange) {
        exchange->isAbout({.verb = u"logs"_s,
                           .resource = u"pods"_s,
                           .nameSpace = request.part(u"ns"_s),
                           .name = request.part(u"pod"_s)},
                          u"demo"_s);
        exchange->send(request.part(u"ns"_s) == "hidden"_L1
                           ? relay::ApiAnswer::failure(relay::ApiAnswer::Status::Forbidden, u"no"_s)
                           : relay::ApiAnswer::bytes("a secret line"));
    };
    const auto open = [](const gateway::Request &, const auto &exchange) {
        exchange->send(relay::ApiAnswer::json({}));
    };
    const auto stream = [](const gateway::Request &, const auto &exchange) {
        exchange->isAbout(
            {.verb = u"logs"_s, .resource = u"apps"_s, .nameSpace = u"shop"_s, .name = u"web"_s});
        exchange->stream("text/plain")->write("a secret line");
    };
    return {{.method = "GET", .path = u"/api/logs/{ns}/{pod}"_s, .handle = logs},
            {.method = "GET", .path = u"/api/open"_s, .handle = open, .isOpen = true},
            {.method = "GET", .path = u"/api/stream"_s, .handle = stream}};
}

} // namespace

/// The gateway in its relay.
class GatewayTest : public QObject
{
    Q_OBJECT

private:
    struct Answer
    {
        int status = 0;
        QJsonObject body = {};
    };
    Answer ask(const QString &path, const QByteArray &key = {})
    {
        QNetworkRequest request(QUrl(m_url.toString() + path));
        if (!key.isEmpty())
            request.setRawHeader("Authorization", "Bearer " + key);
        const std::unique_ptr<QNetworkReply> reply(m_network.get(request));
        [&] { QTRY_VERIFY(reply->isFinished()); }();
        return {.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(),
                .body = QJsonDocument::fromJson(reply->readAll()).object()};
    }

    std::unique_ptr<relay::Service> startedRelay()
    {
        relay::RelayConfig config;
        config.listen = u"127.0.0.1:0"_s;
        auto service =
            std::make_unique<relay::Service>(config, std::make_unique<relay::MemoryRoomStore>());
        m_url = service->listen().value();
        return service;
    }

    std::vector<std::unique_ptr<kube::Cluster>> clusters()
    {
        std::vector<std::unique_ptr<kube::Cluster>> clusters;
        clusters.push_back(std::make_unique<kube::Cluster>(
            kube::ClientConfig{.contextName = u"demo"_s, .server = m_api.url().toString()}));
        return clusters;
    }

    QJsonArray audited(const QByteArray &key)
    {
        return ask(u"/api/v1/admin/audit"_s, key).body.value("entries"_L1).toArray();
    }

    QNetworkAccessManager m_network;
    demo::ApiServer m_api;
    QUrl m_url;

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }
    void initTestCase() { QVERIFY(m_api.listen()); }

    void itsRoutesStandBeforeTheRelaysOwn()
    {
        const auto service = startedRelay();
        QCOMPARE(ask(u"/api/clusters"_s, "secret").status, 404);
        Gateway gateway(withKey(), *service, clusters());
        gateway.add(clusterNames(gateway.parts()));
        QCOMPARE(ask(u"/api/clusters"_s).status, 401);
        QCOMPARE(ask(u"/api/clusters"_s, "wrong").status, 401);
        const auto answer = ask(u"/api/clusters"_s, "secret");
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.body.value("names"_L1).toArray(), QJsonArray{u"demo"_s});
        QVERIFY(ask(u"/api/v1/nothing"_s).body.contains("error"_L1)); // the relay's
    }

    void aChangedConfigurationHoldsAtOnce()
    {
        const auto service = startedRelay();
        Gateway gateway(withKey(), *service, clusters());
        gateway.add(clusterNames(gateway.parts()));
        auto changed = withKey();
        changed.auth.allowedGroups = {u"admins"_s};
        QCOMPARE(gateway.reload(changed), QStringList());
        QCOMPARE(ask(u"/api/clusters"_s, "secret").status, 403);
        changed.auth.apiKeys.clear();
        changed.contexts = {u"other"_s};
        QCOMPARE(gateway.reload(changed), QStringList{u"gateway.contexts"_s});
        QCOMPARE(ask(u"/api/clusters"_s, "secret").status, 401);
    }

    void whatIsAnsweredIsWrittenDownOnce()
    {
        const auto service = startedRelay();
        auto config = withKey();
        config.auth.adminGroups = {u"dev"_s};
        Gateway gateway(config, *service, clusters());
        gateway.add(clusterNames(gateway.parts()));
        gateway.add(deeds());
        QCOMPARE(ask(u"/api/clusters"_s, "secret").status, 200); // mere reading
        QCOMPARE(ask(u"/api/open"_s).status, 200); // nobody's deed
        QCOMPARE(ask(u"/api/logs/shop/web-1"_s, "secret").status, 200);
        QCOMPARE(ask(u"/api/logs/hidden/web-1"_s, "secret").status, 403);
        QCOMPARE(ask(u"/api/logs/shop/web-1"_s, "hunter2").status, 401);
        QCOMPARE(ask(u"/api/stream"_s, "secret").status, 200);
        QTRY_COMPARE(audited("secret").size(), 4);
        const auto entries = audited("secret");
        const auto summary = [&entries](int i) {
            const auto entry = entries.at(i).toObject();
            return u"%1 %2 %3 %4 %5"_s
                .arg(entry.value("subject"_L1).toString(), entry.value("action"_L1).toString(),
                     entry.value("object"_L1).toString(), entry.value("cluster"_L1).toString())
                .arg(entry.value("status"_L1).toInt());
        };
        QCOMPARE(summary(3), u"apikey/tool logs pods/shop/web-1 demo 200"_s);
        QCOMPARE(summary(2), u"apikey/tool logs pods/hidden/web-1 demo 403"_s);
        QCOMPARE(summary(1), u" get /api/logs/shop/web-1  401"_s);
        QCOMPARE(summary(0), u"apikey/tool logs apps/shop/web  200"_s);
        QVERIFY(!entries.at(2).toObject().value("allowed"_L1).toBool());
        const auto text = QJsonDocument(entries).toJson();
        QVERIFY(!text.contains("hunter2") && !text.contains("secret line"));
    }

    void theRelayGoesOnWithoutIt()
    {
        const auto service = startedRelay();
        {
            Gateway gateway(withKey(), *service, clusters());
            gateway.add(clusterNames(gateway.parts()));
            QTRY_COMPARE(ask(u"/readyz"_s).status, 200);
        }
        QCOMPARE(ask(u"/api/clusters"_s, "secret").status, 404);
        QCOMPARE(ask(u"/healthz"_s).status, 200);
        QCOMPARE(ask(u"/readyz"_s).status, 503);
    }
};

QTEST_GUILESS_MAIN(GatewayTest)
#include "tst_gateway.moc"
