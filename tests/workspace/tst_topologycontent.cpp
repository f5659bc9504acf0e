// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/topology/topologycontent.h"

#include "kube/api/apiclient.h"
#include "kube/cluster.h"
#include "kube/demo/apiserver.h"
#include "paintedhost.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace workspace;

using Freshness = WindowContent::Freshness;

/// The topology window against the demo API server, with real events and pictures.
class TopologyContentTest : public QObject
{
    Q_OBJECT

    void put(const QByteArray &json)
    {
        m_server->store().put(QJsonDocument::fromJson(json).object());
    }
    void putPod(const QByteArray &name, const QByteArray &nameSpace, const QByteArray &app,
                bool ready)
    {
        put("{\"apiVersion\": \"v1\", \"kind\": \"Pod\", \"metadata\": {\"name\": \"" + name
            + "\", \"namespace\": \"" + nameSpace + "\", \"labels\": {\"app\": \"" + app
            + "\"}}, \"spec\": {\"containers\": [{\"name\": \"c\", \"ports\": [{\"name\": \"http\","
              " \"containerPort\": 8080}]}]}, \"status\": {\"podIP\": \"10.0.0.7\", \"phase\":"
              " \"Running\", \"conditions\": [{\"type\": \"Ready\", \"status\": \""
            + (ready ? "True" : "False") + "\"}]}}");
        put("{\"apiVersion\": \"v1\", \"kind\": \"Namespace\", \"metadata\": {\"name\": \""
            + nameSpace + "\", \"labels\": {\"team\": \"" + nameSpace + "\"}}}");
    }
    std::unique_ptr<TopologyContent> open(const QString &apiVersion, const QString &kind,
                                          const QString &name)
    {
        const auto *resource = m_cluster->resources().findKind(apiVersion, kind);
        return std::make_unique<TopologyContent>(
            m_cluster->cache(), m_cluster->resources(), *resource,
            ObjectId{apiVersion, kind, u"shop"_s, name}, m_look);
    }

    Look m_look{Theme::darkTheme()};
    std::unique_ptr<demo::ApiServer> m_server;
    std::unique_ptr<kube::Cluster> m_cluster;

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning();
        m_server = std::make_unique<demo::ApiServer>();
        QVERIFY(m_server->listen());
        putPod("web-1", "shop", "web", true);
        putPod("web-2", "shop", "web", false);
        putPod("batch-1", "bank", "batch", true);
        put("{\"apiVersion\": \"v1\", \"kind\": \"Service\", \"metadata\": {\"name\": \"web\","
            " \"namespace\": \"shop\"}, \"spec\": {\"selector\": {\"app\": \"web\"}, \"ports\":"
            " [{\"port\": 80, \"targetPort\": \"http\"}]}}");
        put("{\"apiVersion\": \"networking.k8s.io/v1\", \"kind\": \"Ingress\", \"metadata\":"
            " {\"name\": \"front\", \"namespace\": \"shop\"}, \"spec\": {\"tls\": [{\"hosts\":"
            " [\"shop.example\"], \"secretName\": \"gone\"}], \"rules\": [{\"host\":"
            " \"shop.example\", \"http\": {\"paths\": [{\"path\": \"/\", \"backend\": {\"service\":"
            " {\"name\": \"web\", \"port\": {\"number\": 80}}}}, {\"path\": \"/old\", \"backend\":"
            " {\"service\": {\"name\": \"old\", \"port\": {\"number\": 80}}}}]}}]}}");
        put("{\"apiVersion\": \"networking.k8s.io/v1\", \"kind\": \"NetworkPolicy\", \"metadata\":"
            " {\"name\": \"from-bank\", \"namespace\": \"shop\"}, \"spec\": {\"podSelector\":"
            " {\"matchLabels\": {\"app\": \"web\"}}, \"ingress\": [{\"from\":"
            " [{\"namespaceSelector\": {\"matchLabels\": {\"team\": \"bank\"}}}], \"ports\":"
            " [{\"port\": 8080}]}]}}");
        m_cluster = std::make_unique<kube::Cluster>(
            kube::ClientConfig{.server = m_server->url().toString()});
        m_cluster->connectToServer();
        QTRY_VERIFY(m_cluster->hasResources());
    }
    void cleanup()
    {
        m_cluster.reset();
        m_server.reset();
    }

    void anIngressShowsItsWaysAndWhatIsBroken()
    {
        const auto content = open(u"networking.k8s.io/v1"_s, u"Ingress"_s, u"front"_s);
        PaintedHost host(*content, m_look, {820, 520});
        host.show();
        QTRY_COMPARE(content->freshness(), Freshness::Live);
        QTRY_VERIFY2(content->accessibleText().contains("no service old"_L1),
                     qPrintable(content->accessibleText()));
        QVERIFY(content->accessibleText().contains("no secret gone"_L1));
        QVERIFY(content->accessibleText().contains("web-2 is not ready"_L1));
        takePicture(host, u"topology-ingress"_s);
        put("{\"apiVersion\": \"v1\", \"kind\": \"Secret\", \"metadata\": {\"name\": \"gone\","
            " \"namespace\": \"shop\"}}");
        QTRY_VERIFY(!content->accessibleText().contains("no secret gone"_L1));
    }

    void aBoxOpensItsObject()
    {
        const auto content = open(u"v1"_s, u"Service"_s, u"web"_s);
        PaintedHost host(*content, m_look, {820, 520});
        host.show();
        QTRY_COMPARE(content->watch().topology().boxes.size(), 4U);
        QTRY_COMPARE(content->freshness(), Freshness::Live);
        QSignalSpy opened(content.get(), &TopologyContent::openRequested);
        const auto &boxes = content->watch().topology().boxes;
        const auto at = std::ranges::find(boxes, u"web-1"_s, &kube::TopologyBox::title);
        QVERIFY(at != boxes.end());
        QTest::mouseClick(&host, Qt::LeftButton, {},
                          content->boxRect(int(at - boxes.begin())).center().toPoint());
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened[0][0].value<ObjectId>().name, "web-1"_L1);
        QTest::keyClick(&host, Qt::Key_Left);
        QTest::keyClick(&host, Qt::Key_Return);
        QCOMPARE(opened[1][0].value<ObjectId>(),
                 ObjectId({u"v1"_s, u"Service"_s, u"shop"_s, u"web"_s}));
        takePicture(host, u"topology-service"_s);
    }

    void aPodAnswersWhoMayReachIt()
    {
        const auto content = open(u"v1"_s, u"Pod"_s, u"web-1"_s);
        PaintedHost host(*content, m_look, {820, 560});
        host.show();
        QTRY_COMPARE(content->freshness(), Freshness::Live);
        QTRY_VERIFY(content->accessibleText().contains("from-bank"_L1));
        QTest::keyClicks(&host, u"bank/batch-1 8080"_s);
        QTest::keyClick(&host, Qt::Key_Return);
        QTRY_VERIFY2(
            content->accessibleText().contains("Yes: batch-1 may reach web-1 on TCP 8080"_L1),
            qPrintable(content->accessibleText()));
        QVERIFY(content->accessibleText().contains("allowed by from-bank"_L1));
        takePicture(host, u"topology-pod"_s);
        content->ask(u"bank/batch-1 9090"_s);
        QTRY_VERIFY(content->accessibleText().contains("No: batch-1"_L1));
        content->ask(u"web-2 8080"_s);
        QTRY_VERIFY(content->accessibleText().contains("No: web-2"_L1));
        content->ask(u"192.0.2.1 8080"_s);
        QTRY_VERIFY(content->accessibleText().contains("No: 192.0.2.1"_L1));
        content->ask(u"to bank/batch-1 1"_s);
        QTRY_VERIFY(content->accessibleText().contains("Yes: web-1 may reach batch-1"_L1));
        content->ask(u"bank/gone 1"_s);
        QTRY_VERIFY(content->accessibleText().contains("no pod gone"_L1));
        content->ask(u"what"_s);
        QVERIFY(content->accessibleText().contains("Write a pod"_L1));
    }

    void whatMayNotBeListedIsSaid()
    {
        m_server->script().forbid({.resource = u"ingresses"_s});
        const auto content = open(u"v1"_s, u"Service"_s, u"web"_s);
        PaintedHost host(*content, m_look, {820, 520});
        QTRY_VERIFY2(content->accessibleText().contains("not list ingresses"_L1),
                     qPrintable(content->accessibleText()));
        QTRY_COMPARE(content->watch().topology().boxes.size(), 3U);
    }
};

QTEST_MAIN(TopologyContentTest)

#include "tst_topologycontent.moc"
