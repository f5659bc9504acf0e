// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gatewaysetup.h"

#include "kube/access/accessreview.h"
#include "kube/streams/logstream.h"
#include "kube/watch/resourcecache.h"
#include "support/heap.h"

#include <QSslSocket>

using namespace Qt::StringLiterals;
using gateway::GatewayConfig;

/// A cluster's own API through the gateway, as the desktop and kubectl use it.
class ApiProxyTest : public QObject
{
    Q_OBJECT

private:
    static GatewayConfig open()
    {
        auto config = GatewaySetup::withReadersAndOwners();
        config.auth.secretGroups = {u"ops"_s};
        return config;
    }

    void put(const QString &kind, const QString &nameSpace, const QString &name,
             const QJsonObject &more = {}, const QJsonObject &labels = {})
    {
        m_setup->put(u"v1"_s, kind, nameSpace, name, more, labels);
    }

    /// As a desktop without a kubeconfig has it.
    std::unique_ptr<kube::Cluster> through(const QString &key) const
    {
        auto cluster = std::make_unique<kube::Cluster>(
            kube::ClientConfig{.contextName = u"relay"_s,
                               .server = m_setup->url().toString() + u"/k8s/demo"_s,
                               .certificateAuthority = m_setup->authority(),
                               .token = key});
        cluster->connectToServer();
        return cluster;
    }

    struct Watched
    {
        std::unique_ptr<kube::Subscription> subscription = {};
        QStringList names = {};

        explicit Watched(kube::Cluster &cluster, const QString &resource, const QString &kind,
                         const QString &nameSpace = {})
        {
            kube::Reflector::Options options;
            options.resource = {.version = u"v1"_s,
                                .resource = resource,
                                .kind = kind,
                                .verbs = {u"list"_s, u"watch"_s}};
            options.nameSpace = nameSpace;
            subscription = cluster.cache().subscribe(options);
            using kube::Subscription;
            QObject::connect(subscription.get(), &Subscription::pageListed, subscription.get(),
                             [this](const std::vector<kube::PackedItem> &items) {
                                 for (const auto &item : items)
                                     names.append(item.meta().name);
                             });
            QObject::connect(subscription.get(), &Subscription::changed, subscription.get(),
                             [this](const std::vector<kube::PackedEvent> &events) {
                                 for (const auto &event : events) {
                                     names.removeAll(event.item.meta().name);
                                     if (event.type != kube::ItemEvent::Type::Deleted)
                                         names.append(event.item.meta().name);
                                 }
                             });
            subscription->start();
        }
        Q_DISABLE_COPY_MOVE(Watched)
        ~Watched() = default;
    };

    std::unique_ptr<GatewaySetup> m_setup;
    QNetworkAccessManager m_network;

private Q_SLOTS:
    void init()
    {
        m_setup = std::make_unique<GatewaySetup>();
        QVERIFY(m_setup->isListening());
        if (!m_setup->encrypt()) // no client sends a token without
            QSKIP("SKIPPED: there is no openssl program here");
        for (const auto &name : {u"shop"_s, u"bank"_s})
            put(u"Namespace"_s, {}, name);
        put(u"Pod"_s, u"shop"_s, u"web"_s);
        put(u"Pod"_s, u"bank"_s, u"vault"_s);
        put(u"Secret"_s, u"shop"_s, u"login"_s,
            {{u"data"_s, QJsonObject{{u"password"_s, u"aHVudGVyMg=="_s}}}});
    }
    void cleanup() { m_setup.reset(); }

    void aClientFindsTheCluster()
    {
        m_setup->start(open());
        const auto cluster = through(u"dev"_s);
        QTRY_COMPARE(cluster->state(), kube::Cluster::State::Ready);
        QTRY_VERIFY(cluster->hasResources());
        QCOMPARE(cluster->version(), u"v1.32.3"_s);
        QVERIFY(cluster->resources().find(u"deploy") != nullptr);
    }

    void whoIsNobodyIsRefused()
    {
        m_setup->start(open());
        const auto cluster = through(u"wrong"_s);
        QTRY_COMPARE(cluster->state(), kube::Cluster::State::Refused);
        QCOMPARE(cluster->lastError()->kind, kube::Error::Kind::Unauthorized);
    }

    void aListGoesOn()
    {
        m_setup->start(open());
        const auto cluster = through(u"dev"_s);
        const Watched pods(*cluster, u"pods"_s, u"Pod"_s);
        QTRY_COMPARE(pods.names.size(), 2);
        put(u"Pod"_s, u"shop"_s, u"second"_s);
        QTRY_VERIFY(pods.names.contains(u"second"_s));
        const auto removed =
            m_setup->send("DELETE", u"api/v1/namespaces/shop/pods/second"_s, "ops");
        QCOMPARE(removed.status, 200);
        QTRY_VERIFY(!pods.names.contains(u"second"_s));
    }

    void aListHasWhatIsServed()
    {
        auto config = open();
        config.namespaces = {u"shop"_s};
        m_setup->start(config);
        const auto cluster = through(u"dev"_s);
        const Watched pods(*cluster, u"pods"_s, u"Pod"_s);
        const Watched places(*cluster, u"namespaces"_s, u"Namespace"_s);
        QTRY_COMPARE(pods.names, QStringList{u"web"_s});
        QTRY_COMPARE(places.names, QStringList{u"shop"_s});
        put(u"Pod"_s, u"bank"_s, u"second"_s);
        put(u"Pod"_s, u"shop"_s, u"third"_s);
        QTRY_VERIFY(pods.names.contains(u"third"_s));
        QVERIFY(!pods.names.contains(u"second"_s));
        const auto there = m_setup->send("GET", u"api/v1/namespaces/bank/pods"_s, "dev");
        QCOMPARE(there.status, 403);
        QCOMPARE(there.body()["kind"_L1].toString(), u"Status"_s);
        QCOMPARE(there.body()["reason"_L1].toString(), u"Forbidden"_s);
        // Whether it is there is not said.
        QCOMPARE(m_setup->send("GET", u"api/v1/namespaces/none/pods"_s, "dev").status, 403);
    }

    void labelsHideWhatWasShown()
    {
        auto config = open();
        config.pods.excludeLabels = {u"quiet=yes"_s};
        m_setup->start(config);
        const auto cluster = through(u"dev"_s);
        const Watched pods(*cluster, u"pods"_s, u"Pod"_s, u"shop"_s);
        QTRY_COMPARE(pods.names, QStringList{u"web"_s});
        QCOMPARE(m_setup->send("GET", u"api/v1/namespaces/shop/pods/web"_s, "dev").status, 200);
        put(u"Pod"_s, u"shop"_s, u"web"_s, {}, {{u"quiet"_s, u"yes"_s}});
        QTRY_VERIFY(pods.names.isEmpty());
        QCOMPARE(m_setup->send("GET", u"api/v1/namespaces/shop/pods/web"_s, "dev").status, 404);
        QCOMPARE(m_setup->send("GET", u"api/v1/namespaces/shop/pods/web/log"_s, "dev").status, 404);
        QCOMPARE(m_setup->send("DELETE", u"api/v1/namespaces/shop/pods/web"_s, "ops").status, 404);
        QCOMPARE(m_setup->send("DELETE", u"api/v1/namespaces/shop/pods"_s, "ops").status, 403);
    }

    void secretsComeWithoutTheirValues()
    {
        m_setup->start(open());
        const auto one = u"api/v1/namespaces/shop/secrets/login"_s;
        const auto shown = m_setup->send("GET", one, "ops");
        QCOMPARE(shown.status, 200);
        QVERIFY(!shown.text.contains("aHVudGVyMg"));
        QCOMPARE(shown.body()["data"_L1].toObject().keys(), QStringList{u"password"_s});
        QVERIFY(!m_setup->send("GET", u"api/v1/secrets"_s, "ops").text.contains("aHVudGVyMg"));
        QVERIFY(m_setup->send("GET", one + u"?reveal=true"_s, "ops").text.contains("aHVudGVyMg"));
        QCOMPARE(m_setup->send("GET", one + u"?reveal=true"_s, "dev").status, 403);
        // Nor does what a write is answered with have them.
        auto written = shown.body();
        QCOMPARE(m_setup->send("PUT", one, "ops", QJsonDocument(written).toJson()).status, 422);
        const auto relabelled = m_setup->send(
            "PATCH", one, "ops", R"([{"op":"add","path":"/metadata/labels","value":{"a":"b"}}])");
        QVERIFY(!relabelled.text.contains("aHVudGVyMg"));
        QVERIFY(m_setup->send("GET", one + u"?reveal=true"_s, "ops").text.contains("aHVudGVyMg"));
    }

    void rulesComeBeforeTheCluster()
    {
        m_setup->start(open());
        const QByteArray pod = R"({"apiVersion":"v1","kind":"Pod","metadata":{"name":"new"}})";
        QCOMPARE(m_setup->send("POST", u"api/v1/namespaces/shop/pods"_s, "dev", pod).status, 403);
        QCOMPARE(m_setup->api().script().count(u"/api/v1/namespaces/shop/pods"_s), 0);
        const auto made = m_setup->send("POST", u"api/v1/namespaces/shop/pods"_s, "ops", pod);
        QCOMPARE(made.status, 201);
        QCOMPARE(made.body()["metadata"_L1]["name"_L1].toString(), u"new"_s);
    }

    void theClustersOwnWordsArePassedOn()
    {
        m_setup->start(open());
        const auto missing = m_setup->send("GET", u"api/v1/namespaces/shop/pods/none"_s, "dev");
        QCOMPARE(missing.status, 404);
        QCOMPARE(missing.body()["reason"_L1].toString(), u"NotFound"_s);
        m_setup->api().script().throttle(u"/api/v1/nodes"_s, 429, 7, 1);
        const auto slow = m_setup->send("GET", u"api/v1/nodes"_s, "dev");
        QCOMPARE(slow.status, 429);
        QCOMPARE(slow.headers.value("Retry-After"), "7");
        // That the relay's own credentials are no good is not for the caller to mend.
        m_setup->api().script().fail(u"/api/v1/nodes"_s, 401, u"Unauthorized"_s);
        QCOMPARE(m_setup->send("GET", u"api/v1/nodes"_s, "dev").status, 502);
    }

    void whatIsNowhereIsNotAsked_data()
    {
        QTest::addColumn<QString>("path");
        for (const auto *path :
             {"metrics", "api/v1/namespaces/shop/..%2fbank/pods", "api/v1/watch/pods",
              "api/v1/namespaces/shop/services/web/proxy/", "api/v1/proxy/nodes/n1"})
            QTest::newRow(path) << QString::fromLatin1(path);
    }
    void whatIsNowhereIsNotAsked()
    {
        QFETCH(QString, path);
        m_setup->start(open());
        const auto before = m_setup->api().script().requests().size();
        const auto answer = m_setup->send("GET", path, "ops");
        QVERIFY(answer.status == 404 || answer.status == 403);
        QCOMPARE(answer.body()["kind"_L1].toString(), u"Status"_s);
        QCOMPARE(m_setup->api().script().requests().size(), before);
        QCOMPARE(m_setup->get(u"/k8s/other/api/v1/pods"_s, "ops").status, 404);
    }

    void whatOneMayDoIsWhatBothAllow()
    {
        m_setup->start(open());
        const auto dev = through(u"dev"_s);
        const auto ops = through(u"ops"_s);
        const kube::AccessQuestion question{
            .verb = u"delete"_s, .resource = u"pods"_s, .nameSpace = u"shop"_s};
        const auto mine = dev->access().ask(question);
        const auto theirs = ops->access().ask(question);
        QTRY_VERIFY(mine.isFinished() && theirs.isFinished());
        QVERIFY(mine.result().has_value() && theirs.result().has_value());
        QVERIFY(!mine.result()->allowed);
        QVERIFY(theirs.result()->allowed);
        const auto who = m_setup->send(
            "POST", u"apis/authentication.k8s.io/v1/selfsubjectreviews"_s, "dev", "{}");
        QCOMPARE(who.body()["status"_L1]["userInfo"_L1]["username"_L1].toString(), u"dev"_s);
    }

    void aLogIsFollowed()
    {
        m_setup->start(open());
        const demo::LogKey log{u"shop"_s, u"web"_s, u"main"_s};
        put(u"Pod"_s, u"shop"_s, u"web"_s,
            {{u"spec"_s,
              QJsonObject{{u"containers"_s, QJsonArray{QJsonObject{{u"name"_s, u"main"_s}}}}}}});
        m_setup->api().logs().append(log, "first");
        const auto cluster = through(u"dev"_s);
        kube::LogStream stream(cluster->client(), u"shop"_s, u"web"_s, {.container = u"main"_s});
        QByteArray heard;
        connect(&stream, &kube::LogStream::received, this,
                [&heard](const QByteArray &bytes) { heard += bytes; });
        stream.start();
        QTRY_VERIFY(heard.contains("first"));
        m_setup->api().logs().append(log, "second");
        QTRY_VERIFY(heard.contains("second"));
    }

    /// 20 MB of a log for somebody who does not read.
    void whoReadsSlowlyHoldsTheClusterBack()
    {
        m_setup->start(open());
        const demo::LogKey log{u"shop"_s, u"web"_s, u"main"_s};
        put(u"Pod"_s, u"shop"_s, u"web"_s,
            {{u"spec"_s,
              QJsonObject{{u"containers"_s, QJsonArray{QJsonObject{{u"name"_s, u"main"_s}}}}}}});
        const QByteArray line(400, 'x');
        for (int i = 0; i < 50'000; ++i)
            m_setup->api().logs().append(log, line);
        QSslSocket socket;
        socket.setPeerVerifyMode(QSslSocket::VerifyNone);
        socket.setReadBufferSize(1024);
        socket.connectToHostEncrypted(u"127.0.0.1"_s, quint16(m_setup->url().port()));
        QTRY_VERIFY(socket.isEncrypted());
        const auto before = support::heapInUse();
        socket.write("GET /k8s/demo/api/v1/namespaces/shop/pods/web/log?follow=true HTTP/1.1\r\n"
                     "Host: 127.0.0.1\r\nAuthorization: Bearer dev\r\n\r\n");
        QTRY_VERIFY(socket.bytesAvailable() > 0);
        // Until nothing moves any more: all that may wait does.
        qint64 most = 0;
        for (int quiet = 0; quiet < 5; ++quiet) {
            QTest::qWait(100);
            if (support::heapInUse() - before > most) {
                most = support::heapInUse() - before;
                quiet = 0;
            }
        }
        QVERIFY2(most < 8'000'000, qPrintable(QString::number(most)));
        socket.setReadBufferSize(0);
        qint64 came = 0;
        QTRY_VERIFY_WITH_TIMEOUT((came += socket.readAll().size()) > 20'000'000, 30'000);
    }

    /// Each may become 64 MiB in the relay, and the cluster is everybody's.
    void oneCallerLeavesTheClusterToOthers()
    {
        auto config = open();
        config.limits.requestsAtOnce = 2;
        m_setup->start(config);
        const auto nodes = u"/api/v1/nodes"_s;
        m_setup->api().script().hang(nodes);
        std::vector<std::unique_ptr<QNetworkAccessManager>> managers; // each has six connections
        std::vector<std::unique_ptr<QNetworkReply>> replies;
        for (int i = 0; i < 30; ++i) {
            if (i % 6 == 0)
                managers.push_back(std::make_unique<QNetworkAccessManager>());
            auto request = m_setup->requestTo(u"/k8s/demo/api/v1/nodes"_s);
            request.setRawHeader("Authorization", "Bearer dev");
            replies.emplace_back(managers.back()->get(request));
        }
        QTRY_COMPARE(m_setup->api().script().count(nodes), 2);
        QCOMPARE(m_setup->send("GET", u"api/v1/namespaces/shop/pods/web"_s, "ops").status, 200);
        QCOMPARE(m_setup->api().script().count(nodes), 2);
        m_setup->api().script().clear();
        m_setup->api().dropConnections(); // those two fail, and the others have their turns
        QTRY_VERIFY_WITH_TIMEOUT(
            std::ranges::all_of(replies, [](const auto &reply) { return reply->isFinished(); }),
            30'000);
        const auto answered = std::ranges::count_if(replies, [](const auto &reply) {
            return reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() == 200;
        });
        QVERIFY2(answered >= 28, qPrintable(QString::number(answered)));
        replies.clear();
    }

    /// A container may have nothing to say for long, and so may a watch.
    void whatGoesOnTakesNoTurn()
    {
        auto config = open();
        config.limits.requestsAtOnce = 1;
        m_setup->start(config);
        const auto log = u"/api/v1/namespaces/shop/pods/web/log"_s;
        m_setup->api().script().hang(log);
        auto request = m_setup->requestTo(u"/k8s/demo"_s + log + u"?follow=true"_s);
        request.setRawHeader("Authorization", "Bearer dev");
        const std::unique_ptr<QNetworkReply> reply(m_network.get(request));
        QTRY_COMPARE(m_setup->api().script().count(log), 1);
        QCOMPARE(m_setup->send("GET", u"api/v1/namespaces/shop/pods/web"_s, "dev").status, 200);
        QVERIFY(!reply->isFinished());
    }

    void thereAreOnlySoManyWatches()
    {
        auto config = open();
        config.limits.apiWatchesPerUser = 1;
        m_setup->start(config);
        const auto open = [this] {
            auto request = m_setup->requestTo(u"/k8s/demo/api/v1/pods?watch=true"_s);
            request.setRawHeader("Authorization", "Bearer dev");
            return std::unique_ptr<QNetworkReply>(m_network.get(request));
        };
        const auto status = [](const QNetworkReply &reply) {
            return reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        };
        auto first = open();
        QTRY_COMPARE(status(*first), 200);
        const auto second = open();
        QTRY_COMPARE(status(*second), 429);
        QVERIFY(second->headers().contains("Retry-After"));
        first->abort();
        first.reset();
        const auto third = [&] {
            auto reply = open();
            [&] { QTRY_VERIFY(status(*reply) != 0); }();
            return status(*reply);
        };
        QTRY_COMPARE(third(), 200); // once the relay has noticed
    }

    void aWatchEndsWithItsProof()
    {
        auto config = open();
        config.auth.apiKeys[0].expires = QDateTime::currentDateTimeUtc().addSecs(2);
        m_setup->start(config);
        auto request = m_setup->requestTo(u"/k8s/demo/api/v1/pods?watch=true"_s);
        request.setRawHeader("Authorization", "Bearer dev");
        const std::unique_ptr<QNetworkReply> reply(m_network.get(request));
        QTRY_COMPARE(reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), 200);
        QVERIFY(!reply->isFinished());
        QTRY_VERIFY_WITH_TIMEOUT(reply->isFinished(), 15'000);
    }
};

QTEST_GUILESS_MAIN(ApiProxyTest)
#include "tst_apiproxy.moc"
