// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kubelenssetup.h"

using namespace Qt::StringLiterals;
using gateway::GatewayConfig;
using support::KubeLensSetup;

namespace {

const auto Pods = u"/api/v1/namespaces/shop/pods"_s;

QJsonObject deployment(const QString &name, const QString &app)
{
    return {{u"apiVersion"_s, u"apps/v1"_s},
            {u"kind"_s, u"Deployment"_s},
            {u"metadata"_s, QJsonObject{{u"name"_s, name}, {u"namespace"_s, u"shop"_s}}},
            {u"spec"_s,
             QJsonObject{
                 {u"replicas"_s, 2},
                 {u"selector"_s, QJsonObject{{u"matchLabels"_s, QJsonObject{{u"app"_s, app}}}}}}},
            {u"status"_s, QJsonObject{{u"readyReplicas"_s, 1}}}};
}

QStringList namesIn(const QJsonValue &list)
{
    QStringList names;
    for (const auto &one : list.toArray())
        names.append(one["name"_L1].toString());
    return names;
}

QJsonObject resource(const QString &name)
{
    return {{u"kind"_s, u"pod"_s}, {u"namespace"_s, u"shop"_s}, {u"name"_s, name}};
}

QByteArray bytesOf(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace

/// KubeLens' API but for the logs.
class KubeLensTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void aSessionIsKeptForEachPerson()
    {
        KubeLensSetup setup;
        const auto path = u"/api/v1/session"_s;
        QCOMPARE(setup.ask(path).body["theme"_L1].toString(), u"system"_s);
        const QJsonObject session{{u"theme"_s, u"dark"_s},
                                  {u"pinnedResources"_s, QJsonArray{resource(u"web-1"_s)}},
                                  {u"ui"_s, QJsonObject{{u"split"_s, 0.3}}}};
        QCOMPARE(setup.ask(path, "PUT", bytesOf(session)).status, 204);
        const auto saved = setup.ask(path).body;
        QCOMPARE(saved["theme"_L1].toString(), u"dark"_s);
        QCOMPARE(namesIn(saved["pinnedResources"_L1]), QStringList{u"web-1"_s});
        QCOMPARE(saved["activeResources"_L1].toArray(), QJsonArray());
        QCOMPARE(saved["ui"_L1]["split"_L1].toDouble(), 0.3);
        QCOMPARE(setup.ask(path, "GET", {}, "boss").body["theme"_L1].toString(), u"system"_s);
        QCOMPARE(setup.ask(path, "DELETE").status, 204);
        QCOMPARE(setup.ask(path).body["theme"_L1].toString(), u"system"_s);
        QCOMPARE(setup.ask(path, "GET", {}, "wrong").status, 401);
    }

    void aSessionIsChecked_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        QTest::newRow("no JSON") << QByteArray("{") << 400;
        QTest::newRow("a list") << QByteArray("[]") << 400;
        QTest::newRow("a theme") << QByteArray(R"({"theme":"pink"})") << 400;
        QTest::newRow("a key") << QByteArray(R"({"token":"x"})") << 400;
        QTest::newRow("a kind") << QByteArray(
            R"({"activeResources":[{"kind":"node","namespace":"a","name":"b"}]})")
                                << 400;
        QTest::newRow("no name") << QByteArray(
            R"({"activeResources":[{"kind":"pod","namespace":"a"}]})")
                                 << 400;
        QTest::newRow("too deep") << "{\"ui\":" + QByteArray("{\"a\":").repeated(40) + "1"
                + QByteArray("}").repeated(41)
                                  << 400;
        QTest::newRow("empty") << QByteArray("{}") << 204;
        QTest::newRow("just fits")
            << bytesOf({{u"ui"_s, QJsonObject{{u"a"_s, QString(256 * 1024 - 20, u'x')}}}}) << 204;
        QTest::newRow("too large")
            << bytesOf({{u"ui"_s, QJsonObject{{u"a"_s, QString(256 * 1024, u'x')}}}}) << 413;
    }
    void aSessionIsChecked()
    {
        QFETCH(QByteArray, body);
        QFETCH(int, status);
        KubeLensSetup setup;
        QCOMPARE(setup.ask(u"/api/v1/session"_s, "PUT", body).status, status);
    }

    void aSessionEnds()
    {
        KubeLensSetup setup({},
                            std::make_unique<gateway::MemoryStorage>(gateway::Storage::Limits{
                                .sessionTtl = std::chrono::milliseconds(50)}));
        const auto path = u"/api/v1/session"_s;
        QCOMPARE(setup.ask(path, "PUT", R"({"theme":"dark"})").status, 204);
        QTRY_COMPARE(setup.ask(path).body["theme"_L1].toString(), u"system"_s);
    }

    void namespacesAreThoseThatAreAllowed()
    {
        KubeLensSetup setup([](GatewayConfig &config) { config.namespaces = {u"sh*"_s}; });
        for (const auto &name : {u"shop"_s, u"kube-system"_s})
            setup.api.store().put({{u"apiVersion"_s, u"v1"_s},
                                   {u"kind"_s, u"Namespace"_s},
                                   {u"metadata"_s, QJsonObject{{u"name"_s, name}}}});
        const auto answer = setup.ask(u"/api/v1/namespaces"_s);
        QCOMPARE(answer.status, 200);
        QCOMPARE(namesIn(answer.body["namespaces"_L1]), QStringList{u"shop"_s});
        QCOMPARE(setup.ask(u"/api/v1/namespaces/kube-system/pods"_s).status, 403);
        QCOMPARE(setup.ask(u"/api/v1/namespaces/nowhere/pods/x/logs"_s).status, 403);
        QCOMPARE(setup.ask(u"/api/v1/namespaces/shop%2F..%2Fkube-system/pods"_s).status, 404);
    }

    void namespacesAreTheConfiguredOnesWhereNoneMayBeListed()
    {
        KubeLensSetup setup([](GatewayConfig &config) { config.namespaces = {u"shop"_s}; });
        setup.api.script().forbid({.resource = u"namespaces"_s});
        const auto answer = setup.ask(u"/api/v1/namespaces"_s);
        QCOMPARE(namesIn(answer.body["namespaces"_L1]), QStringList{u"shop"_s});
    }

    void podsAreListedAndHidden()
    {
        KubeLensSetup setup([](GatewayConfig &config) {
            config.pods.exclude = {u"^secret-"_s};
            config.pods.excludeLabels = {u"hidden=true"_s};
        });
        setup.addPod(u"web-1"_s, {u"main"_s, u"proxy"_s}, {{u"app"_s, u"web"_s}});
        setup.addPod(u"secret-1"_s);
        setup.addPod(u"web-2"_s, {u"main"_s}, {{u"hidden"_s, u"true"_s}});
        const auto answer = setup.ask(Pods);
        QCOMPARE(answer.status, 200);
        QCOMPARE(namesIn(answer.body["pods"_L1]), QStringList{u"web-1"_s});
        const auto pod = answer.body["pods"_L1][0].toObject();
        QCOMPARE(pod["containers"_L1].toArray(), (QJsonArray{u"main"_s, u"proxy"_s}));
        QCOMPARE(pod["ready"_L1].toString(), u"0/2"_s);
        QCOMPARE(setup.ask(Pods + u"?labelSelector=app%3Dother"_s).body["pods"_L1].toArray(),
                 QJsonArray());
        QCOMPARE(setup.ask(Pods + u"?labelSelector=%3D%3D"_s).status, 400);
        QCOMPARE(setup.ask(Pods + u"/web-1"_s).body["name"_L1].toString(), u"web-1"_s);
        for (const auto &hidden : {u"secret-1"_s, u"web-2"_s, u"nobody"_s}) {
            for (const auto &what : {QString(), u"/details"_s, u"/metrics"_s, u"/logs"_s})
                QCOMPARE(setup.ask(Pods + u'/' + hidden + what).status, 404);
        }
        QCOMPARE(setup.ask(Pods + u"/web-1?cluster=other"_s).status, 404);
        QCOMPARE(setup.ask(Pods + u"/web-1?cluster=demo"_s).status, 200);
        QCOMPARE(setup.ask(Pods, "POST").status, 405);
    }

    void whatTheClusterRefusesIsSaid()
    {
        KubeLensSetup setup;
        setup.api.script().forbid({.resource = u"pods"_s});
        QCOMPARE(setup.ask(Pods).status, 403);
        setup.api.script().clear();
        setup.api.script().throttle(u"/api/v1/namespaces/shop/pods"_s, 429, 7);
        const auto answer = setup.ask(Pods);
        QCOMPARE(answer.status, 429);
        QCOMPARE(answer.retryAfter, "7");
    }

    void secretsOfAPodAreMasked()
    {
        KubeLensSetup setup;
        setup.api.store().put(
            {{u"apiVersion"_s, u"v1"_s},
             {u"kind"_s, u"Secret"_s},
             {u"metadata"_s, QJsonObject{{u"name"_s, u"db"_s}, {u"namespace"_s, u"shop"_s}}},
             {u"data"_s, QJsonObject{{u"password"_s, u"aHVudGVyMg=="_s}}}});
        auto container = support::containerOf(u"main"_s);
        container.insert(
            u"env"_s,
            QJsonArray{QJsonObject{{u"name"_s, u"LEVEL"_s}, {u"value"_s, u"info"_s}},
                       QJsonObject{{u"name"_s, u"API_KEY"_s}, {u"value"_s, u"k3y"_s}}});
        container.insert(
            u"envFrom"_s,
            QJsonArray{QJsonObject{{u"secretRef"_s, QJsonObject{{u"name"_s, u"db"_s}}}}});
        setup.api.store().put(support::podOf(u"web-1"_s, {container}));

        const auto path = Pods + u"/web-1/details"_s;
        const auto texts = [](const QJsonObject &body) { return QString::fromUtf8(bytesOf(body)); };
        for (const auto &asking : {setup.ask(path), setup.ask(path + u"?reveal=true"_s),
                                   setup.ask(path, "GET", {}, "boss")}) {
            QCOMPARE(asking.status, 200);
            QCOMPARE(asking.body["secrets"_L1][0]["name"_L1].toString(), u"db"_s);
            QVERIFY(asking.body["secrets"_L1][0]["masked"_L1].toBool());
            QVERIFY(asking.body["secrets"_L1][0]["data"_L1].toObject().contains("password"_L1));
            QVERIFY(texts(asking.body).contains(u"info"_s));
            QVERIFY(!texts(asking.body).contains(u"aHVudGVyMg"_s));
            QVERIFY(!texts(asking.body).contains(u"k3y"_s));
        }
        const auto revealed = setup.ask(path + u"?reveal=true"_s, "GET", {}, "boss").body;
        QVERIFY(texts(revealed).contains(u"aHVudGVyMg=="_s));
        QVERIFY(texts(revealed).contains(u"k3y"_s));
    }

    void metricsMayBeMissing()
    {
        KubeLensSetup setup;
        setup.addPod(u"web-1"_s);
        setup.api.offerMetrics(false);
        const auto answer = setup.ask(Pods + u"/web-1/metrics"_s);
        QCOMPARE(answer.status, 404);
        QVERIFY(answer.body["error"_L1].toString().contains(u"metrics server"_s));
        setup.api.script().answer(
            u"/apis/metrics.k8s.io/v1beta1/namespaces/shop/pods/web-1"_s, 200,
            R"({"metadata":{"name":"web-1","namespace":"shop"},"window":"15s","containers":[
               {"name":"main","usage":{"cpu":"1500000n","memory":"3Mi"}}]})");
        const auto metrics = setup.ask(Pods + u"/web-1/metrics"_s).body;
        QCOMPARE(metrics["cpuMillicores"_L1].toDouble(), 1.5);
        QCOMPARE(metrics["containers"_L1][0]["memoryBytes"_L1].toInt(), 3 * 1024 * 1024);
    }

    /// Older metrics servers do not repeat the pod's labels.
    void whatLabelsHideHasNoFigures()
    {
        KubeLensSetup setup(
            [](GatewayConfig &config) { config.pods.excludeLabels = {u"quiet=yes"_s}; });
        setup.addPod(u"web-1"_s);
        setup.addPod(u"web-2"_s, {u"main"_s}, {{u"quiet"_s, u"yes"_s}});
        setup.api.script().answer(
            u"/apis/metrics.k8s.io/v1beta1/namespaces/shop/pods/*"_s, 200,
            R"({"metadata":{"name":"web","namespace":"shop"},"window":"15s","containers":[
               {"name":"main","usage":{"cpu":"1500000n","memory":"3Mi"}}]})");
        QCOMPARE(setup.ask(Pods + u"/web-1/metrics"_s).status, 200);
        QCOMPARE(setup.ask(Pods + u"/web-2/metrics"_s).status, 404);
        QCOMPARE(setup.ask(Pods + u"/none/metrics"_s).status, 404);
    }

    void anAppIsAWorkload()
    {
        KubeLensSetup setup([](GatewayConfig &config) { config.apps.exclude = {u"^hidden"_s}; });
        setup.api.store().put(deployment(u"web"_s, u"web"_s));
        setup.api.store().put(deployment(u"hidden"_s, u"x"_s));
        setup.addPod(u"web-1"_s, {u"main"_s}, {{u"app"_s, u"web"_s}});
        setup.addPod(u"other"_s);
        const auto path = u"/api/v1/namespaces/shop/apps"_s;
        const auto list = setup.ask(path);
        QCOMPARE(list.status, 200);
        QCOMPARE(namesIn(list.body["apps"_L1]), QStringList{u"web"_s});
        QCOMPARE(list.body["apps"_L1][0]["kind"_L1].toString(), u"Deployment"_s);
        QCOMPARE(list.body["apps"_L1][0]["replicas"_L1]["desired"_L1].toInt(), 2);
        const auto app = setup.ask(path + u"/web"_s);
        QCOMPARE(namesIn(app.body["pods"_L1]), QStringList{u"web-1"_s});
        QCOMPARE(setup.ask(path + u"/web?kind=StatefulSet"_s).status, 404);
        QCOMPARE(setup.ask(path + u"/hidden"_s).status, 404);
        QCOMPARE(setup.ask(path + u"/hidden/logs"_s).status, 404);
    }
};

QTEST_GUILESS_MAIN(KubeLensTest)
#include "tst_kubelens.moc"
