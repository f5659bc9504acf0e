// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gatewaysetup.h"

#include "collab/gateway/policy/secretmask.h"

#include <QUuid>

using namespace Qt::StringLiterals;
using gateway::GatewayConfig;

/// The Yard's REST endpoints.
class YardObjectsTest : public QObject
{
    Q_OBJECT

private:
    static GatewayConfig open() { return GatewaySetup::withKeys({u"dev"_s}); }

    void fill()
    {
        for (const auto &name : {u"shop"_s, u"bank"_s, u"kube-system"_s})
            m_setup->put(u"v1"_s, u"Namespace"_s, {}, name);
        m_setup->putPod(u"shop"_s, u"web-1"_s, {{u"app"_s, u"web"_s}});
        m_setup->putPod(u"shop"_s, u"web-2"_s, {{u"app"_s, u"web"_s}, {u"secret"_s, u"yes"_s}});
        m_setup->putPod(u"bank"_s, u"vault"_s);
        m_setup->put(u"v1"_s, u"Secret"_s, u"shop"_s, u"tls"_s,
                     {{u"data"_s, QJsonObject{{u"key"_s, u"aHVudGVyMg=="_s}}}});
    }

    std::unique_ptr<GatewaySetup> m_setup;

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning();
        m_setup = std::make_unique<GatewaySetup>();
        QVERIFY(m_setup->isListening());
        fill();
    }
    void cleanup() { m_setup.reset(); }

    void healthAsksNobodyWhoTheyAre()
    {
        m_setup->start(open());
        const auto answer = m_setup->get(u"/api/health"_s, {});
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.body()["status"_L1].toString(), u"ok"_s);
    }

    void theClusterIsDescribed()
    {
        m_setup->start(open());
        QCOMPARE(m_setup->get(u"/api/cluster"_s, {}).status, 401);
        const auto answer = m_setup->get(u"/api/cluster"_s, "dev");
        QCOMPARE(answer.status, 200);
        const auto body = answer.body();
        QCOMPARE(body["name"_L1].toString(), u"demo"_s);
        QCOMPARE(body["version"_L1].toString(), u"v1.32.3"_s);
        QVERIFY(body["reachable"_L1].toBool());
        QVERIFY(!body["kinds"_L1].toArray().isEmpty());
        QCOMPARE(body["clusters"_L1].toArray(), QJsonArray{u"demo"_s});
        const auto uidOf = [this] {
            const auto told = m_setup->get(u"/api/cluster"_s, "dev").body();
            return told["uids"_L1]["demo"_L1].toString();
        };
        QTRY_VERIFY(!QUuid::fromString(uidOf()).isNull()); // what kube-system has
        QCOMPARE(m_setup->get(u"/api/cluster?cluster=other"_s, "dev").status, 404);
    }

    void listsAreOfANamespaceOrOfAll()
    {
        m_setup->start(open());
        QCOMPARE(m_setup->get(u"/api/resources/pods"_s, "dev").names(),
                 (QStringList{u"vault"_s, u"web-1"_s, u"web-2"_s}));
        QCOMPARE(m_setup->get(u"/api/resources/po?ns=shop"_s, "dev").names(),
                 (QStringList{u"web-1"_s, u"web-2"_s}));
        QCOMPARE(m_setup->get(u"/api/resources/pods?labelSelector=secret"_s, "dev").names(),
                 QStringList{u"web-2"_s});
        QCOMPARE(m_setup->get(u"/api/resources/pods?labelSelector=%3D%3D"_s, "dev").status, 400);
        QCOMPARE(m_setup->get(u"/api/resources/dragons"_s, "dev").status, 404);
        QCOMPARE(m_setup->get(u"/api/resources/pods"_s, {}).status, 401);
    }

    void allOfTheSeedsKindsAreThere()
    {
        m_setup->start(open());
        for (const auto &kind : {u"pods"_s, u"deployments"_s, u"services"_s, u"secrets"_s,
                                 u"configmaps"_s, u"namespaces"_s, u"crds"_s, u"statefulsets"_s,
                                 u"daemonsets"_s, u"ingresses"_s, u"pvcs"_s, u"events"_s})
            QCOMPARE(m_setup->get(u"/api/resources/"_s + kind, "dev").status, 200);
        const auto all = m_setup->get(u"/api/resources"_s, "dev");
        QCOMPARE(all.status, 200);
        const auto lists = all.body()["resources"_L1].toObject();
        QCOMPARE(lists.size(), 12);
        QCOMPARE(lists["pods"_L1]["items"_L1].toArray().size(), 3);
        QVERIFY(all.body()["errors"_L1].toObject().isEmpty());
        QVERIFY(!all.text.contains("aHVudGVyMg"));
    }

    /// What changes in the cluster shows within about a second, without asking it again.
    void listsAreKeptCurrent()
    {
        m_setup->start(open());
        const auto first = m_setup->get(u"/api/resources/pods"_s, "dev");
        QHttpHeaders same;
        same.append("If-None-Match", first.headers.value("ETag"));
        QCOMPARE(m_setup->get(u"/api/resources/pods"_s, "dev", same).status, 304);
        const auto watches = m_setup->api().openWatches();
        m_setup->putPod(u"shop"_s, u"web-3"_s);
        QTRY_VERIFY(m_setup->get(u"/api/resources/pods"_s, "dev").names().contains(u"web-3"_s));
        QCOMPARE(m_setup->get(u"/api/resources/pods"_s, "dev", same).status, 200);
        QCOMPARE(m_setup->api().openWatches(), watches);
    }

    void aListIsCompressedForThoseWhoTakeIt()
    {
        for (int i = 0; i < 2'000; ++i)
            m_setup->putPod(u"shop"_s, u"many-%1"_s.arg(i), {{u"app"_s, QString(300, u'x')}});
        m_setup->start(open());
        QHttpHeaders plain;
        plain.append("Accept-Encoding", "identity");
        const auto whole = m_setup->get(u"/api/resources/pods"_s, "dev", plain);
        QCOMPARE(whole.names().size(), 2'003);
        QHttpHeaders packed;
        packed.append("Accept-Encoding", "gzip");
        const auto small = m_setup->get(u"/api/resources/pods"_s, "dev", packed);
        QCOMPARE(small.headers.value("Content-Encoding"), "gzip");
        QCOMPARE_LT(small.text.size(), whole.text.size() / 5);
    }

    void oneObjectComesAsItIsNow()
    {
        m_setup->start(open());
        const auto pod = m_setup->get(u"/api/resource/pods/web-1?ns=shop"_s, "dev");
        QCOMPARE(pod.status, 200);
        QCOMPARE(pod.body()["object"_L1]["metadata"_L1]["name"_L1].toString(), u"web-1"_s);
        QVERIFY(!pod.body()["object"_L1]["metadata"_L1].toObject().contains("managedFields"_L1));
        QCOMPARE(m_setup->get(u"/api/resource/pods/none?ns=shop"_s, "dev").status, 404);
        QCOMPARE(m_setup->get(u"/api/resource/pods/web-1"_s, "dev").status, 400);
        QCOMPARE(m_setup->get(u"/api/resource/namespaces/shop"_s, "dev").status, 200);
    }

    void onlyAllowedNamespacesAreServed_data()
    {
        QTest::addColumn<QStringList>("namespaces");
        QTest::newRow("by name") << QStringList{u"shop"_s};
        QTest::newRow("by pattern") << QStringList{u"sh*"_s};
    }
    void onlyAllowedNamespacesAreServed()
    {
        QFETCH(const QStringList, namespaces);
        auto config = open();
        config.namespaces = namespaces;
        m_setup->start(config);
        QCOMPARE(m_setup->get(u"/api/resources/pods"_s, "dev").names(),
                 (QStringList{u"web-1"_s, u"web-2"_s}));
        QCOMPARE(m_setup->get(u"/api/resources/pods?ns=bank"_s, "dev").status, 403);
        QCOMPARE(m_setup->get(u"/api/resource/pods/vault?ns=bank"_s, "dev").status, 403);
        QCOMPARE(m_setup->get(u"/api/resource/pods/none?ns=bank"_s, "dev").status, 403);
        QCOMPARE(m_setup->get(u"/api/resource/namespaces/bank"_s, "dev").status, 403);
        QCOMPARE(m_setup->get(u"/api/resource/nodes/n"_s, "dev").status, 403);
    }

    void whereAKindIsNotAllowedItIsNot()
    {
        auto config = GatewaySetup::withKeys({u"dev"_s, u"ops"_s});
        config.rules = {
            {.group = u"dev"_s, .namespaces = {u"shop"_s}, .kinds = {u"pods"_s}, .verbs = {u"*"_s}},
            {.group = u"ops"_s, .kinds = {u"*"_s}, .verbs = {u"*"_s}}};
        m_setup->start(config);
        QCOMPARE(m_setup->get(u"/api/resources/pods"_s, "dev").names(),
                 (QStringList{u"web-1"_s, u"web-2"_s}));
        QCOMPARE(m_setup->get(u"/api/resources/pods"_s, "ops").names().size(), 3);
        QCOMPARE(m_setup->get(u"/api/resources/secrets"_s, "dev").status, 403);
        QCOMPARE(m_setup->get(u"/api/resources/secrets"_s, "ops").status, 200);
        const auto all = m_setup->get(u"/api/resources"_s, "dev").body();
        QVERIFY(all["resources"_L1].toObject().contains("pods"_L1));
        QVERIFY(all["errors"_L1].toObject().contains("secrets"_L1));
    }

    void whatTheFiltersHideIsNotThere()
    {
        auto config = open();
        config.pods = {.exclude = {u"^vault"_s}, .excludeLabels = {u"secret=yes"_s}};
        m_setup->start(config);
        QCOMPARE(m_setup->get(u"/api/resources/pods"_s, "dev").names(), QStringList{u"web-1"_s});
        QCOMPARE(m_setup->get(u"/api/resource/pods/vault?ns=bank"_s, "dev").status, 404);
        QCOMPARE(m_setup->get(u"/api/resource/pods/web-2?ns=shop"_s, "dev").status, 404);
    }

    void secretsAreShownToWhoMayAndAsks()
    {
        auto config = GatewaySetup::withKeys({u"dev"_s, u"ops"_s});
        config.auth.secretGroups = {u"ops"_s};
        m_setup->start(config);
        for (const auto &path :
             {u"/api/resources/secrets"_s, u"/api/resource/secrets/tls?ns=shop"_s}) {
            const QString asking = path + (path.contains(u'?') ? u'&' : u'?') + u"reveal=true"_s;
            QVERIFY(!m_setup->get(path, "ops").text.contains("aHVudGVyMg"));
            QVERIFY(m_setup->get(path, "ops").text.contains("\"key\":\"\""));
            QCOMPARE(m_setup->get(asking, "dev").status, 403);
            QVERIFY(m_setup->get(asking, "ops").text.contains("aHVudGVyMg"));
            QVERIFY(!m_setup->get(path, "ops").text.contains("aHVudGVyMg")); // nor after that
        }
    }

    void masksLeaveNothing()
    {
        const QJsonObject secret{
            {u"data"_s, QJsonObject{{u"a"_s, u"c2VjcmV0"_s}}},
            {u"stringData"_s, QJsonObject{{u"b"_s, u"secret"_s}}},
            {u"metadata"_s,
             QJsonObject{{u"annotations"_s,
                          QJsonObject{{u"kubectl.kubernetes.io/last-applied-configuration"_s,
                                       u"{\"stringData\":{\"b\":\"secret\"}}"_s},
                                      {u"owner"_s, u"ada"_s}}}}}};
        const auto masked = gateway::masked(secret);
        const auto text = QJsonDocument(masked).toJson();
        QVERIFY(!text.contains("c2VjcmV0") && !text.contains("secret"));
        QVERIFY(masked["data"_L1].toObject().contains("a"_L1));
        QCOMPARE(masked["metadata"_L1]["annotations"_L1]["owner"_L1].toString(), u"ada"_s);
        QCOMPARE(gateway::masked(QByteArray("no json")), "{}");
    }

    void aClusterThatIsAwayIsSaidSo()
    {
        m_setup->start(open());
        m_setup->api().stop();
        const auto answer = m_setup->get(u"/api/resource/pods/web-1?ns=shop"_s, "dev");
        QCOMPARE(answer.status, 502);
        QVERIFY(answer.body()["error"_L1].toString().contains(u"does not answer"_s));
        QVERIFY(!answer.text.contains(QByteArray::number(m_setup->api().port())));
        QCOMPARE(answer.headers.value("Retry-After"), "5");
    }
};

QTEST_GUILESS_MAIN(YardObjectsTest)
#include "tst_yardobjects.moc"
