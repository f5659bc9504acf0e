// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/collection/collectioncontent.h"
#include "workspace/describe/describecontent.h"
#include "workspace/yaml/yamlcontent.h"
#include "workspace/yaml/yamlhighlighting.h"

#include "paintedhost.h"
#include "support/democlient.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace workspace;

/// The windows' contents against the demo API server, with real events and pictures.
class ContentsTest : public QObject, private support::DemoClient
{
    Q_OBJECT

    Look m_look{Theme::darkTheme()};
    YamlHighlighting m_highlighting;
    const kube::ApiResource m_pods{.version = u"v1"_s,
                                   .resource = u"pods"_s,
                                   .singular = u"pod"_s,
                                   .kind = u"Pod"_s,
                                   .verbs = {u"get"_s, u"list"_s, u"watch"_s}};
    const kube::ApiResource m_nameSpaces{.version = u"v1"_s,
                                         .resource = u"namespaces"_s,
                                         .singular = u"namespace"_s,
                                         .kind = u"Namespace"_s,
                                         .namespaced = false,
                                         .verbs = {u"get"_s, u"list"_s, u"watch"_s}};
    const kube::ApiResource m_secrets{.version = u"v1"_s,
                                      .resource = u"secrets"_s,
                                      .singular = u"secret"_s,
                                      .kind = u"Secret"_s,
                                      .verbs = {u"get"_s, u"list"_s, u"watch"_s}};

    static QJsonObject json(const QByteArray &text)
    {
        return QJsonDocument::fromJson(text).object();
    }

    QJsonObject putPod(const QString &nameSpace, const QString &name,
                       const QString &phase = u"Running"_s, const QString &waiting = {},
                       int restarts = 0)
    {
        QJsonObject state{{u"running"_s, QJsonObject{{u"startedAt"_s, u"2026-01-01T00:00:00Z"_s}}}};
        if (!waiting.isEmpty())
            state = {
                {u"waiting"_s,
                 QJsonObject{{u"reason"_s, waiting},
                             {u"message"_s, u"back-off 2m40s restarting failed container"_s}}}};
        const bool ready = waiting.isEmpty() && phase == "Running"_L1;
        auto pod = json(
            R"({"apiVersion": "v1", "kind": "Pod", "metadata": {"labels": {"app.kubernetes.io/name": "web", "pod-template-hash": "6c9f8d7b5"},
            "annotations": {"prometheus.io/scrape": "true"},
            "ownerReferences": [{"apiVersion": "apps/v1", "kind": "ReplicaSet", "name": "web-6c9f8d7b5", "uid": "u1", "controller": true}]},
            "spec": {"nodeName": "node-2", "serviceAccountName": "web", "restartPolicy": "Always",
              "containers": [{"name": "web", "image": "registry.example.org/web:1.4.2", "args": ["--port=8080", "--verbose"],
                "ports": [{"containerPort": 8080, "name": "http"}],
                "resources": {"requests": {"cpu": "100m", "memory": "64Mi"}, "limits": {"memory": "128Mi"}},
                "env": [{"name": "MODE", "value": "production"}, {"name": "DB_PASSWORD", "valueFrom": {"secretKeyRef": {"name": "db", "key": "password"}}}],
                "livenessProbe": {"httpGet": {"path": "/healthz", "port": "http"}, "periodSeconds": 10},
                "volumeMounts": [{"name": "config", "mountPath": "/etc/web", "readOnly": true}]}],
              "volumes": [{"name": "config", "configMap": {"name": "web-config"}}, {"name": "data", "persistentVolumeClaim": {"claimName": "web-data"}}]}})");
        auto meta = pod["metadata"_L1].toObject();
        meta[u"name"_s] = name;
        meta[u"namespace"_s] = nameSpace;
        pod[u"metadata"_s] = meta;
        pod[u"status"_s] = QJsonObject{
            {u"phase"_s, phase},
            {u"podIP"_s, u"10.42.1.17"_s},
            {u"qosClass"_s, u"Burstable"_s},
            {u"conditions"_s,
             QJsonArray{QJsonObject{{u"type"_s, u"Ready"_s},
                                    {u"status"_s, ready ? u"True"_s : u"False"_s},
                                    {u"lastTransitionTime"_s, u"2026-01-01T00:00:00Z"_s},
                                    {u"reason"_s, ready ? QString() : u"ContainersNotReady"_s}},
                        QJsonObject{{u"type"_s, u"PodScheduled"_s},
                                    {u"status"_s, u"True"_s},
                                    {u"lastTransitionTime"_s, u"2026-01-01T00:00:00Z"_s}}}},
            {u"containerStatuses"_s,
             QJsonArray{QJsonObject{{u"name"_s, u"web"_s},
                                    {u"ready"_s, ready},
                                    {u"restartCount"_s, restarts},
                                    {u"state"_s, state}}}}};
        return m_server->store().put(pod);
    }

    void putShop()
    {
        for (int i = 0; i < 14; ++i)
            putPod(i % 3 ? u"storefront"_s : u"checkout"_s,
                   u"web-frontend-6c9f8d7b5-x%1k"_s.arg(i));
        putPod(u"checkout"_s, u"payment-gateway-5d8c-9qwz2"_s, u"Running"_s, u"CrashLoopBackOff"_s,
               17);
        putPod(u"storefront"_s, u"recommendations-7d4b9c-plmn8"_s, u"Pending"_s,
               u"ImagePullBackOff"_s);
        putPod(u"data"_s, u"orders-db-0"_s, u"Running"_s, u"CrashLoopBackOff"_s, 3);
        putPod(u"storefront"_s, u"web-frontend-7f77d9c4d-new1"_s, u"Pending"_s,
               u"ContainerCreating"_s);
        putPod(u"data"_s, u"nightly-backup-28912345-abcde"_s, u"Succeeded"_s);
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning();
        m_look.setTheme(Theme::darkTheme());
        QVERIFY(serve());
    }

    void cleanup() { stop(); }

    void aCollectionIsFilteredAndOpened()
    {
        putShop();
        CollectionContent content(*m_cache, m_pods, {}, m_look);
        PaintedHost host(content, m_look, {540, 444});
        QCOMPARE(content.freshness(), WindowContent::Freshness::Loading);
        QTRY_COMPARE(content.freshness(), WindowContent::Freshness::Live);
        QCOMPARE(content.model().counts().total, 19);
        QVERIFY(content.model().counts().failing >= 3);
        QTest::keyClick(&host, Qt::Key_Down);
        QCOMPARE(content.selectedId(), content.model().item(0).meta.uid);
        QTest::mouseMove(&host, {200, 200});
        takePicture(host, u"collection-dark"_s);
        m_look.setTheme(Theme::lightTheme());
        takePicture(host, u"collection-light"_s);

        QTest::keyClicks(&host, u"payment"_s);
        QCOMPARE(content.model().rowCount(), 1);
        QSignalSpy opened(&content, &ListContent::openRequested);
        QTest::keyClick(&host, Qt::Key_Return);
        QTest::keyClick(&host, Qt::Key_L, Qt::AltModifier);
        QCOMPARE(opened.size(), 2);
        QCOMPARE(opened[0][0].value<ObjectId>(),
                 (ObjectId{u"v1"_s, u"Pod"_s, u"checkout"_s, u"payment-gateway-5d8c-9qwz2"_s}));
        QCOMPARE(opened[0][1].value<View>(), View::Describe);
        QCOMPARE(opened[1][1].value<View>(), View::Logs);
        QTest::keyClick(&host, Qt::Key_Escape);
        QCOMPARE(content.model().rowCount(), 19);
        QTest::keyClicks(&host, u"zzz"_s);
        takePicture(host, u"collection-nomatch"_s);
    }

    void theSelectionStaysWithItsObject()
    {
        putPod(u"shop"_s, u"a"_s);
        putPod(u"shop"_s, u"b"_s);
        CollectionContent content(*m_cache, m_pods, {u"shop"_s}, m_look);
        PaintedHost host(content, m_look, {540, 444});
        QTRY_COMPARE(content.model().rowCount(), 2);
        QTest::mouseClick(&host, Qt::LeftButton, {}, {100, 44 + 25 + 2 + 12}); // the first row
        const auto uid = content.selectedId();
        QCOMPARE(content.model().item(0).meta.uid, uid);
        putPod(u"shop"_s, u"b"_s, u"Running"_s, u"CrashLoopBackOff"_s, 1);
        QTRY_COMPARE(content.model().item(0).meta.name, u"b"_s);
        QCOMPARE(content.selectedId(), uid);
        QTest::mouseClick(&host, Qt::LeftButton, {}, {60, 44 + 12}); // the header: by name
        QCOMPARE(content.model().item(0).meta.name, u"a"_s);
        QTest::mouseClick(&host, Qt::LeftButton, {}, {60, 44 + 12});
        QCOMPARE(content.model().item(0).meta.name, u"b"_s);
        QSignalSpy opened(&content, &ListContent::openRequested);
        QTest::mouseDClick(&host, Qt::LeftButton, {}, {100, 44 + 25 + 2 + 12});
        QCOMPARE(opened.size(), 1);
    }

    void whatIsForbiddenIsSaidWithAWayOut()
    {
        m_server->script().forbid({.verb = u"list"_s, .resource = u"pods"_s});
        CollectionContent content(*m_cache, m_pods, {}, m_look);
        PaintedHost host(content, m_look, {540, 444});
        QTRY_COMPARE(content.freshness(), WindowContent::Freshness::Failed);
        QVERIFY(content.statusText().contains(u"namespace"_s));
        takePicture(host, u"collection-forbidden"_s);
    }

    void namespacesAreJudgedByTheirPods()
    {
        putShop();
        for (const auto &name : {u"checkout"_s, u"data"_s, u"empty"_s, u"quiet"_s})
            m_server->store().put({{u"apiVersion"_s, u"v1"_s},
                                   {u"kind"_s, u"Namespace"_s},
                                   {u"metadata"_s, QJsonObject{{u"name"_s, name}}},
                                   {u"status"_s, QJsonObject{{u"phase"_s, u"Active"_s}}}});
        putPod(u"quiet"_s, u"fine"_s);
        CollectionContent content(*m_cache, m_nameSpaces, {}, m_look);
        content.countPods(*m_cache, m_pods);
        PaintedHost host(content, m_look, {540, 300});
        const auto &model = content.model();
        const auto healthOf = [&model](const QString &name) {
            for (int row = 0; row < model.rowCount(); ++row) {
                if (model.item(row).meta.name == name)
                    return model.health(row);
            }
            return Health::Unknown;
        };
        QTRY_COMPARE(healthOf(u"data"_s), Health::Error); // its one pod that should run fails
        QCOMPARE(healthOf(u"checkout"_s), Health::Warning);
        QCOMPARE(healthOf(u"quiet"_s), Health::Ok);
        QCOMPARE(healthOf(u"empty"_s), Health::Ok);
        QCOMPARE(model.item(0).meta.name, u"data"_s); // worst first
        QVERIFY2(healthSentence(model.diagnosis(0)).contains(u'2'),
                 qPrintable(healthSentence(model.diagnosis(0))));
        takePicture(host, u"namespaces-list-dark"_s);

        putPod(u"data"_s, u"orders-db-0"_s);
        QTRY_COMPARE(healthOf(u"data"_s), Health::Ok);
        putPod(u"quiet"_s, u"fine"_s, u"Running"_s, u"CrashLoopBackOff"_s, 4);
        QTRY_COMPARE(healthOf(u"quiet"_s), Health::Error);
        m_server->store().remove({{{}, u"v1"_s, u"pods"_s}, u"quiet"_s, u"fine"_s}, 0).value();
        QTRY_COMPARE(healthOf(u"quiet"_s), Health::Ok);
    }

    void framesAreQuick()
    {
        putShop();
        CollectionContent content(*m_cache, m_pods, {}, m_look);
        PaintedHost host(content, m_look, {540, 600});
        QTRY_COMPARE(content.model().rowCount(), 19);
        QImage image(540, 600, QImage::Format_ARGB32_Premultiplied);
        QPainter painter(&image);
        content.paint(painter, true);
        qint64 best = std::numeric_limits<qint64>::max();
        for (int i = 0; i < 30; ++i) {
            QElapsedTimer timer;
            timer.start();
            content.paint(painter, true);
            best = qMin(best, timer.nsecsElapsed());
        }
        qInfo("a frame of 19 rows: %.2f ms", double(best) / 1e6);
    }

    void yamlIsLive()
    {
        putPod(u"shop"_s, u"web-0"_s);
        YamlContent content(*m_cache, m_pods, {u"v1"_s, u"Pod"_s, u"shop"_s, u"web-0"_s},
                            m_highlighting, m_look);
        PaintedHost host(content, m_look, {380, 326});
        QTRY_COMPARE(content.freshness(), WindowContent::Freshness::Live);
        QCOMPARE(content.pane().document().lines[0].text, u"apiVersion: v1"_s);
        const auto hasStatus = [&content] {
            return std::ranges::contains(content.pane().document().lines, u"status:"_s,
                                         &TextLine::text);
        };
        QVERIFY(!hasStatus());
        QTest::mouseClick(&host, Qt::LeftButton, {},
                          content.buttonRect(YamlContent::Button::Status).center().toPoint());
        QVERIFY(hasStatus());
        takePicture(host, u"yaml-dark"_s);
        m_look.setTheme(Theme::lightTheme());
        takePicture(host, u"yaml-light"_s);
        m_look.setTheme(Theme::darkTheme());
        content.pane().scrollToLine(20);
        const int first = content.pane().firstVisibleLine();
        putPod(u"shop"_s, u"web-0"_s, u"Running"_s, u"CrashLoopBackOff"_s, 9);
        const auto crashes = [&content] {
            return std::ranges::any_of(content.pane().document().lines, [](const TextLine &line) {
                return line.text.contains(u"CrashLoopBackOff"_s);
            });
        };
        QTRY_VERIFY(crashes());
        QCOMPARE(content.pane().firstVisibleLine(), first);
        m_server->store().remove({m_pods.gvr(), u"shop"_s, u"web-0"_s}, 0).value();
        QTRY_COMPARE(content.freshness(), WindowContent::Freshness::Ended);
    }

    void secretsAreRevealedByAClick()
    {
        m_server->store().put(json(
            R"({"apiVersion": "v1", "kind": "Secret", "type": "Opaque", "metadata": {"name": "db", "namespace": "shop"},
            "data": {"password": "aHVudGVyMg==", "user": "YWRtaW4="}})"));
        YamlContent content(*m_cache, m_secrets, {u"v1"_s, u"Secret"_s, u"shop"_s, u"db"_s},
                            m_highlighting, m_look);
        PaintedHost host(content, m_look, {380, 326});
        QTRY_COMPARE(content.freshness(), WindowContent::Freshness::Live);
        const auto shows = [&content](QStringView what) {
            return std::ranges::any_of(
                content.pane().document().lines,
                [what](const TextLine &line) { return line.text.contains(what); });
        };
        QVERIFY(!shows(u"aHVudGVyMg=="));
        QTest::mouseClick(&host, Qt::LeftButton, {},
                          content.pane().rectOfTarget(0).center().toPoint());
        QVERIFY(shows(u"aHVudGVyMg=="));
        QVERIFY(shows(u"# hunter2"));
        QVERIFY(!shows(u"YWRtaW4="));
        takePicture(host, u"secret-dark"_s);
        QTest::mouseClick(&host, Qt::LeftButton, {},
                          content.pane().rectOfTarget(0).center().toPoint());
        QVERIFY(!shows(u"aHVudGVyMg=="));
    }

    void whoMayNotListMayStillRead()
    {
        putPod(u"shop"_s, u"web-0"_s);
        m_server->script().forbid({.verb = u"list"_s, .resource = u"pods"_s});
        YamlContent content(*m_cache, m_pods, {u"v1"_s, u"Pod"_s, u"shop"_s, u"web-0"_s},
                            m_highlighting, m_look);
        content.setSize({380, 326});
        QTRY_COMPARE(content.freshness(), WindowContent::Freshness::Live);
        QCOMPARE(content.statusText(), u"Read every 10 s"_s);
    }

    void describeTellsEventsAndLinks()
    {
        const auto pod = putPod(u"shop"_s, u"web-0"_s, u"Running"_s, u"CrashLoopBackOff"_s, 9);
        auto event = json(
            R"({"apiVersion": "v1", "kind": "Event", "metadata": {"name": "web-0.1", "namespace": "shop"}, "type": "Warning",
            "reason": "BackOff", "message": "Back-off restarting failed container web", "count": 42, "source": {"component": "kubelet"}})");
        const auto uid = pod["metadata"_L1]["uid"_L1].toString();
        event[u"involvedObject"_s] = QJsonObject{{u"kind"_s, u"Pod"_s},
                                                 {u"name"_s, u"web-0"_s},
                                                 {u"namespace"_s, u"shop"_s},
                                                 {u"uid"_s, uid}};
        const auto now = QDateTime::currentDateTimeUtc();
        event[u"firstTimestamp"_s] = now.addSecs(-3000).toString(Qt::ISODate);
        event[u"lastTimestamp"_s] = now.addSecs(-12).toString(Qt::ISODate);
        m_server->store().put(event);
        DescribeContent content(
            *m_cache, {m_pods, {u"v1"_s, u"Pod"_s, u"shop"_s, u"web-0"_s}, {}, {}}, m_look);
        PaintedHost host(content, m_look, {560, 720});
        const auto shows = [&content](QStringView what) {
            return std::ranges::any_of(
                content.pane().document().lines,
                [what](const TextLine &line) { return line.text.contains(what); });
        };
        QTRY_VERIFY(shows(u"Back-off restarting failed container web"));
        takePicture(host, u"describe-dark"_s);
        m_look.setTheme(Theme::lightTheme());
        takePicture(host, u"describe-light"_s);
        QSignalSpy opened(&content, &DescribeContent::openRequested);
        const auto &targets = content.pane().document().targets;
        const auto owner = std::ranges::find_if(targets, [](const TextTarget &target) {
            return target.object.kind == "ReplicaSet"_L1;
        });
        QVERIFY(owner != targets.end());
        const auto place =
            content.pane().rectOfTarget(int(owner - targets.begin())).center().toPoint();
        QTest::mouseClick(&host, Qt::LeftButton, {}, place);
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened[0][0].value<ObjectId>(),
                 (ObjectId{u"apps/v1"_s, u"ReplicaSet"_s, u"shop"_s, u"web-6c9f8d7b5"_s}));
    }
};

QTEST_MAIN(ContentsTest)
#include "tst_contents.moc"
