// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/describe/describe.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace workspace;

class DescribeTest : public QObject
{
    Q_OBJECT

    const QDateTime m_now = QDateTime::fromString(u"2026-01-01T01:00:00Z"_s, Qt::ISODate);

    static QJsonObject json(const char *text) { return QJsonDocument::fromJson(text).object(); }

    static QString text(const Description &description)
    {
        QStringList lines;
        for (const auto &line : toText(description).lines)
            lines.append(line.text);
        return lines.join(u'\n');
    }

    static bool links(const Description &description, const QString &kind, const QString &name)
    {
        for (const auto &target : toText(description).targets) {
            if (target.object.kind == kind && target.object.name == name)
                return true;
        }
        return false;
    }

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void aPod()
    {
        const auto pod = json(R"({"apiVersion": "v1", "kind": "Pod",
            "metadata": {"name": "web-0", "namespace": "shop", "creationTimestamp": "2026-01-01T00:00:00Z",
                "labels": {"app": "web"}, "ownerReferences": [{"apiVersion": "apps/v1", "kind": "ReplicaSet", "name": "web-7f", "controller": true}]},
            "spec": {"nodeName": "node-1", "serviceAccountName": "runner",
                "containers": [{"name": "web", "image": "nginx:1.25", "ports": [{"containerPort": 80}],
                    "resources": {"limits": {"memory": "128Mi"}},
                    "env": [{"name": "PASSWORD", "valueFrom": {"secretKeyRef": {"name": "db", "key": "pw"}}}],
                    "livenessProbe": {"httpGet": {"path": "/healthz", "port": 80}}}],
                "volumes": [{"name": "config", "configMap": {"name": "web-config"}}, {"name": "data", "persistentVolumeClaim": {"claimName": "web-data"}}]},
            "status": {"phase": "Running", "podIP": "10.0.0.7",
                "conditions": [{"type": "Ready", "status": "False", "reason": "ContainersNotReady", "lastTransitionTime": "2026-01-01T00:58:00Z"}],
                "containerStatuses": [{"name": "web", "ready": false, "restartCount": 4,
                    "state": {"waiting": {"reason": "CrashLoopBackOff", "message": "back-off 1m20s"}},
                    "lastState": {"terminated": {"reason": "Error", "exitCode": 137, "finishedAt": "2026-01-01T00:59:00Z"}}}]}})");
        const std::vector<QJsonObject> events{
            json(
                R"({"type": "Warning", "reason": "BackOff", "count": 12, "message": "Back-off restarting", "source": {"component": "kubelet"},
                     "firstTimestamp": "2026-01-01T00:30:00Z", "lastTimestamp": "2026-01-01T00:59:30Z"})"),
            json(
                R"({"type": "Normal", "reason": "Pulled", "message": "Pulled image", "lastTimestamp": "2026-01-01T00:10:00Z"})")};
        const auto told = describe(pod, events, m_now);

        QCOMPARE(told.field(u"Created")->values[0].text, u"2026-01-01T00:00:00Z (60m ago)"_s);
        QCOMPARE(told.field(u"Status")->values[0].text, u"Running"_s);
        QCOMPARE(told.field(u"State")->values[0].text, u"Waiting"_s);
        QCOMPARE(told.field(u"Reason")->values[0].text, u"CrashLoopBackOff"_s);
        QCOMPARE(told.field(u"Last State")->values[0].text, u"Terminated"_s);
        QCOMPARE(told.field(u"Exit Code")->values[0].text, u"137"_s);
        QCOMPARE(told.field(u"Finished")->values[0].text, u"2026-01-01T00:59:00Z (60s ago)"_s);
        QCOMPARE(told.field(u"Restart Count")->values[0].text, u"4"_s);
        QCOMPARE(
            told.field(u"Liveness")->values[0].text,
            u"http-get http://:80/healthz delay=0s timeout=1s period=10s #success=1 #failure=3"_s);
        QVERIFY(links(told, u"Node"_s, u"node-1"_s));
        QVERIFY(links(told, u"ReplicaSet"_s, u"web-7f"_s));
        QVERIFY(links(told, u"ServiceAccount"_s, u"runner"_s));
        QVERIFY(links(told, u"Secret"_s, u"db"_s));
        QVERIFY(links(told, u"ConfigMap"_s, u"web-config"_s));
        QVERIFY(links(told, u"PersistentVolumeClaim"_s, u"web-data"_s));

        QCOMPARE(told.sections[1].heading, u"Conditions"_s); // first after the head
        QCOMPARE(told.sections[1].rows[0][2].text, u"2m"_s);
        const auto &last = told.sections.back();
        QCOMPARE(last.heading, u"Events"_s);
        QCOMPARE(last.rows[0][1].text, u"Pulled"_s); // oldest first
        QCOMPARE(last.rows[1][2].text, u"30s (x12 over 30m)"_s);
        QCOMPARE(last.rows[1][3].text, u"kubelet"_s);
    }

    void linksLieWhereTheirTextIs()
    {
        const auto told = describe(
            json(
                R"({"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "x", "namespace": "shop"},
            "spec": {"nodeName": "node-1"}})"),
            {}, m_now);
        const auto document = toText(told);
        bool seen = false;
        for (const auto &line : document.lines) {
            for (const auto &span : line.spans) {
                QVERIFY(span.start + span.length <= line.text.size());
                if (span.target >= 0
                    && document.targets[size_t(span.target)].object.kind == "Node"_L1) {
                    seen = true;
                    QCOMPARE(line.text.mid(span.start, span.length), u"node-1"_s);
                    QVERIFY(document.targets[size_t(span.target)].object.nameSpace.isEmpty());
                }
            }
        }
        QVERIFY(seen);
    }

    void aSecretTellsOnlySizes()
    {
        const auto told =
            text(describe(json(R"({"apiVersion": "v1", "kind": "Secret", "type": "Opaque",
            "metadata": {"name": "s", "namespace": "shop", "annotations": {"kubectl.kubernetes.io/last-applied-configuration": "pw: aHVudGVyMg=="}},
            "data": {"pw": "aHVudGVyMg=="}})"),
                          {}, m_now));
        QVERIFY(told.contains(u"pw:"_s));
        QVERIFY(told.contains(u"7 bytes"_s));
        QVERIFY(!told.contains(u"aHVudGVyMg"_s));
        QVERIFY(!told.contains(u"hunter2"_s));
    }

    void workloadsTellTheirReplicas()
    {
        const auto told = describe(
            json(
                R"({"apiVersion": "apps/v1", "kind": "Deployment", "metadata": {"name": "web", "namespace": "shop"},
            "spec": {"replicas": 3, "selector": {"matchLabels": {"app": "web"}, "matchExpressions": [{"key": "tier", "operator": "In", "values": ["a", "b"]}]},
                     "strategy": {"type": "RollingUpdate", "rollingUpdate": {"maxSurge": "25%", "maxUnavailable": 0}}},
            "status": {"replicas": 3, "updatedReplicas": 1, "availableReplicas": 2, "unavailableReplicas": 1}})"),
            {}, m_now);
        QCOMPARE(told.field(u"Replicas")->values[0].text,
                 u"3 desired | 1 updated | 3 total | 2 available | 1 unavailable"_s);
        QCOMPARE(told.field(u"Selector")->values[0].text, u"app=web,tier in (a,b)"_s);
        QCOMPARE(told.field(u"RollingUpdateStrategy")->values[0].text,
                 u"0 max unavailable, 25% max surge"_s);
    }

    void othersShowSpecAndStatusAsATree()
    {
        const auto told = text(describe(
            json(R"({"apiVersion": "example.org/v1", "kind": "Widget", "metadata": {"name": "w"},
            "spec": {"maxSize": 3, "parts": [{"name": "a"}, {"name": "b"}], "deep": {"er": {"still": true}}},
            "status": {"phase": "Fine", "conditions": [{"type": "Ready", "status": "True"}]}})"),
            {}, m_now));
        QVERIFY(told.contains(u"Conditions"_s));
        QVERIFY(told.contains(u"Max Size:"_s));
        QVERIFY(told.contains(u"Parts 2:"_s));
        QVERIFY(told.contains(u"Still:"_s));
        QVERIFY(told.contains(u"Fine"_s));
    }

    void nothingAtAllIsNoTrouble()
    {
        QVERIFY(!text(describe({}, {}, m_now)).isEmpty());
        for (const auto *kind : {"Pod", "Service", "Node", "ConfigMap", "Secret",
                                 "PersistentVolumeClaim", "Namespace"})
            QVERIFY(
                !text(describe({{u"apiVersion"_s, u"v1"_s}, {u"kind"_s, QString::fromLatin1(kind)}},
                               {}, m_now))
                     .isEmpty());
        for (const auto *kind : {"Deployment", "ReplicaSet", "StatefulSet", "DaemonSet"})
            QVERIFY(!text(describe({{u"apiVersion"_s, u"apps/v1"_s},
                                    {u"kind"_s, QString::fromLatin1(kind)}},
                                   {}, m_now))
                         .isEmpty());
    }
};

QTEST_GUILESS_MAIN(DescribeTest)
#include "tst_describe.moc"
