// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gatewayworld.h"

#include <QDeadlineTimer>

using namespace Qt::StringLiterals;

/// Every address of the gateway that has a namespace in it, spelt in every way that somebody may
/// think of: none shows an object of a namespace that is not served.
class GatewayEscapeTest : public QObject
{
    Q_OBJECT

private:
    static constexpr auto Key = "Authorization: Bearer kyk_good";
    /// In the name of whatever is in the other namespace, and nowhere else.
    static constexpr auto Mark = "zq9hidden";

    static gateway::GatewayConfig config()
    {
        gateway::GatewayConfig config{.isEnabled = true};
        config.auth.apiKeys.push_back(
            {.name = u"ci"_s, .sha256 = relay::hashOf("kyk_good"), .groups = {u"ops"_s}});
        config.auth.secretGroups = {u"ops"_s};
        config.namespaces = {u"shop"_s, u"team-*"_s};
        config.rules = {{.kinds = {u"*"_s}, .verbs = {u"*"_s}}};
        config.limits.requestsPerSecond = 100'000;
        config.limits.requestBurst = 100'000;
        config.limits.qps = 100'000;
        config.limits.burst = 100'000;
        config.limits.logsPerUser = 10'000;
        config.limits.watchesPerUser = 10'000;
        config.limits.apiWatchesPerUser = 10'000;
        config.limits.shellsPerUser = 10'000;
        return config;
    }

    void put(const QString &apiVersion, const QString &kind, const QString &nameSpace,
             const QString &name) const
    {
        QJsonObject metadata{{u"name"_s, name}, {u"labels"_s, QJsonObject{{u"app"_s, name}}}};
        if (!nameSpace.isEmpty())
            metadata.insert(u"namespace"_s, nameSpace);
        const QJsonArray containers{QJsonObject{{u"name"_s, u"main"_s}}};
        m_world->api.store().put({{u"apiVersion"_s, apiVersion},
                                  {u"kind"_s, kind},
                                  {u"metadata"_s, metadata},
                                  {u"spec"_s, QJsonObject{{u"containers"_s, containers}}}});
    }

    /// One request, on a connection of its own.
    struct Asked
    {
        explicit Asked(quint16 port, const QByteArray &request)
        {
            connect(&socket, &QTcpSocket::readyRead, &socket, [this] { read(); });
            socket.connectToHost(QHostAddress::LocalHost, port);
            socket.write(request);
        }
        void read()
        {
            all += socket.readAll();
            const bool goesOn = all.contains("chunked") || all.startsWith("HTTP/1.1 101");
            if (goesOn && !std::exchange(isStream, true))
                time.setRemainingTime(150); // what is there already comes at once
            isWhole = !goesOn && all.contains("\r\n\r\n") && support::answerIn(all).has_value();
        }
        bool isOver() const
        {
            return isWhole || time.hasExpired()
                || socket.state() == QAbstractSocket::UnconnectedState;
        }
        QTcpSocket socket;
        QByteArray all;
        QDeadlineTimer time{10'000};
        bool isStream = false;
        bool isWhole = false;
    };

    /// All that is said to each until nothing more comes: streams go on, and are left.
    QByteArrayList saidTo(const QByteArrayList &requests) const
    {
        std::vector<std::unique_ptr<Asked>> asked;
        for (const auto &request : requests)
            asked.push_back(std::make_unique<Asked>(m_world->port, request));
        (void)QTest::qWaitFor(
            [&] {
                return std::ranges::all_of(asked, [](const auto &one) { return one->isOver(); });
            },
            20'000);
        QByteArrayList said;
        for (const auto &one : asked)
            said.append(one->all);
        return said;
    }
    QByteArray said(const QByteArray &request) const { return saidTo({request}).first(); }

    static QByteArray told(const QByteArray &target, const QByteArray &all)
    {
        return target + '\n' + all;
    }
    static QByteArray upgrade(const QByteArray &target)
    {
        return support::requestText("GET", target,
                                    {Key, "Connection: Upgrade", "Upgrade: websocket",
                                     "Sec-WebSocket-Version: 13",
                                     "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=="});
    }

    /// Addresses with NS where the namespace stands.
    static QByteArrayList addresses()
    {
        const QByteArray name = Mark;
        const auto lens = "/api/v1/namespaces/NS"_ba;
        const auto core = "/k8s/demo/api/v1/namespaces/NS"_ba;
        return {lens + "/pods",
                lens + "/pods/" + name,
                lens + "/pods/" + name + "/details?reveal=true",
                lens + "/pods/" + name + "/metrics",
                lens + "/pods/" + name + "/logs?follow=false",
                lens + "/apps",
                lens + "/apps/" + name,
                lens + "/apps/" + name + "/logs?follow=false",
                "/api/resources/pods?ns=NS",
                "/api/resources/secrets?ns=NS",
                "/api/resources?ns=NS",
                "/api/resource/pods/" + name + "?ns=NS",
                "/api/resource/secrets/" + name + "?ns=NS&reveal=true",
                "/api/watch?ns=NS",
                "/api/watch/pods?ns=NS",
                "/api/resources/pods?ns=shop&ns=NS",
                "/api/resources/pods?ns=NS&ns=shop",
                "/api/resource/pods/" + name + "?ns=shop&ns=NS",
                "/api/resource/pods/" + name + "?ns=NS&ns=shop",
                "/api/watch/pods?ns=NS&ns=shop",
                "/api/watch/pods?ns=shop&ns=NS",
                core,
                core + "/pods",
                core + "/pods?watch=true",
                core + "/pods/" + name,
                core + "/pods/" + name + "?watch=true",
                core + "/pods/" + name + "/log?container=main",
                core + "/secrets/" + name + "?reveal=true",
                core + "/../bank/pods",
                "/k8s/demo/api/v1/namespaces/shop/../NS/pods",
                "/k8s/demo/api/v1/watch/namespaces/NS/pods",
                "/k8s/demo/apis/apps/v1/namespaces/NS/deployments/" + name,
                "/k8s/demo/api/v1/pods?fieldSelector=metadata.namespace%3DNS",
                "/k8s/demo/api/v1/pods?fieldSelector=metadata.namespace=NS&watch=true",
                "/k8s/demo/api/v1/secrets?namespace=NS&reveal=true",
                "/k8s/demo/api/v1/pods?limit=1&namespace=NS"};
    }
    static QByteArrayList doors()
    {
        const QByteArray name = Mark;
        return {"/ws/logs?pod=" + name + "&container=main&ns=NS",
                "/ws/logs?pod=" + name + "&container=main&ns=shop&ns=NS",
                "/ws/shell?pod=" + name + "&container=main&ns=NS",
                "/k8s/demo/api/v1/namespaces/NS/pods/" + name + "/exec?command=sh",
                "/k8s/demo/api/v1/namespaces/NS/pods/" + name + "/portforward?ports=80"};
    }

    std::unique_ptr<GatewayWorld> m_world;

private Q_SLOTS:
    void initTestCase()
    {
        m_world = std::make_unique<GatewayWorld>(config());
        for (const auto &[nameSpace, name] :
             {std::pair(u"shop"_s, u"web"_s), std::pair(u"bank"_s, QString::fromLatin1(Mark))}) {
            put(u"v1"_s, u"Namespace"_s, {}, nameSpace);
            put(u"v1"_s, u"Pod"_s, nameSpace, name);
            put(u"v1"_s, u"Secret"_s, nameSpace, name);
            put(u"v1"_s, u"Service"_s, nameSpace, name);
            put(u"apps/v1"_s, u"Deployment"_s, nameSpace, name);
            m_world->api.logs().append({nameSpace, name, u"main"_s}, "zq9hidden said this");
        }
        const auto *cluster = m_world->gateway->parts().clusters.find({});
        QTRY_VERIFY(cluster->hasResources());
    }
    void cleanupTestCase() { m_world.reset(); }

    /// Else what follows would show nothing whatever happened.
    void whatIsServedIsShown()
    {
        for (const auto &target :
             {"/api/v1/namespaces/shop/pods"_ba, "/api/resources/pods?ns=shop"_ba,
              "/api/resource/pods/web?ns=shop"_ba, "/k8s/demo/api/v1/namespaces/shop/pods"_ba,
              "/k8s/demo/api/v1/namespaces/%73hop/pods"_ba, "/k8s/demo/api/v1/pods"_ba}) {
            const auto all = said(support::requestText("GET", target, {Key}));
            QVERIFY2(all.startsWith("HTTP/1.1 200") && all.contains("web"), all);
        }
    }

    void noSpellingShowsAnotherNamespace_data()
    {
        QTest::addColumn<QByteArray>("spelling");
        for (const auto &spelling : {"bank"_ba,
                                     "%62ank"_ba,
                                     "b%61nk"_ba,
                                     "BANK"_ba,
                                     "bank."_ba,
                                     "bank%2e"_ba,
                                     "bank%20"_ba,
                                     "bank%00"_ba,
                                     "%00bank"_ba,
                                     "shop%00bank"_ba,
                                     "shop%2F..%2Fbank"_ba,
                                     "..%2Fbank"_ba,
                                     "%2e%2e%2fbank"_ba,
                                     "%2e%2e"_ba,
                                     "%2e"_ba,
                                     "shop%252F..%252Fbank"_ba,
                                     "%2562ank"_ba,
                                     "%c0%ae%c0%ae%c0%afbank"_ba,
                                     "shop%c0%afbank"_ba,
                                     "%e0%80%afbank"_ba,
                                     ""_ba,
                                     "*"_ba,
                                     "%2a"_ba,
                                     "shop,bank"_ba,
                                     "shop%2Cbank"_ba,
                                     "team-*"_ba,
                                     "team-%2F..%2Fbank"_ba,
                                     "team-x/../bank"_ba,
                                     "shop/../bank"_ba,
                                     "shop;bank"_ba,
                                     "shop%3Fns=bank"_ba,
                                     "shop%26ns=bank"_ba,
                                     "shop&ns=bank"_ba,
                                     "shop%23bank"_ba,
                                     "shop%0d%0abank"_ba,
                                     "shop%5c..%5cbank"_ba,
                                     "/bank"_ba,
                                     "bank/"_ba,
                                     "//bank"_ba,
                                     "%EF%BC%8E%EF%BC%8E"_ba,
                                     "-"_ba,
                                     "all"_ba,
                                     "%E2%80%8Bbank"_ba,
                                     "shop%7Cbank"_ba,
                                     "bank%09"_ba})
            QTest::newRow(spelling) << spelling;
    }
    void noSpellingShowsAnotherNamespace()
    {
        QFETCH(const QByteArray, spelling);
        const auto isClean = [](const QByteArray &target, QByteArray all) {
            // An error may repeat what was asked for, and no more.
            if (!all.startsWith("HTTP/1.1 2") && !all.startsWith("HTTP/1.1 101"))
                return !all.contains("uid") && !all.contains("said this");
            return !target.isEmpty() && !all.contains(Mark) && !all.contains("said this");
        };
        QByteArrayList targets;
        QByteArrayList requests;
        for (auto target : addresses()) {
            targets.append(target.replace("NS", spelling));
            requests.append(support::requestText("GET", targets.last(), {Key}));
        }
        for (auto target : doors()) {
            targets.append(target.replace("NS", spelling));
            requests.append(upgrade(targets.last()));
        }
        const auto all = saidTo(requests);
        for (qsizetype i = 0; i < all.size(); ++i) {
            QVERIFY2(isClean(targets.at(i), all.at(i)), told(targets.at(i), all.at(i)));
            QVERIFY2(!all.at(i).startsWith("HTTP/1.1 101") || !targets.at(i).startsWith("/k8s"),
                     told(targets.at(i), all.at(i)));
        }
    }

    /// What would be made, changed or removed there.
    void nothingIsDoneThere_data() { noSpellingShowsAnotherNamespace_data(); }
    void nothingIsDoneThere()
    {
        QFETCH(const QByteArray, spelling);
        if (spelling == "team-*") // which is served, as far as the gateway knows
            return;
        const auto before = m_world->api.store().revision();
        for (const auto &method : {"POST"_ba, "PUT"_ba, "PATCH"_ba, "DELETE"_ba}) {
            auto target = "/k8s/demo/api/v1/namespaces/NS/pods"_ba;
            if (method != "POST")
                target += QByteArray("/") + Mark;
            target.replace("NS", spelling);
            const auto all = said(support::requestText(
                method, target, {Key, "Content-Type: application/merge-patch+json"},
                method == "DELETE" ? "" : R"({"metadata":{"name":"made","namespace":"bank"}})"));
            QVERIFY2(!all.startsWith("HTTP/1.1 2"), told(target, all));
        }
        QCOMPARE(m_world->api.store().revision(), before);
    }
};

QTEST_GUILESS_MAIN(GatewayEscapeTest)
#include "tst_gatewayescape.moc"
