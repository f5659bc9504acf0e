// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/metrics/metricsfeed.h"
#include "kube/metrics/usageroll.h"
#include "support/realtest.h"
#include "workspace/inspector/objectinspection.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <algorithm>
#include <cstdio>
#include <map>

using namespace Qt::StringLiterals;

namespace {

const auto Space = support::RealCluster::ownNamespace(u"metrics"_s);

const QByteArray Objects = R"(
apiVersion: v1
kind: ConfigMap
metadata: {name: settings}
data: {region: eu, "two": "1\n2"}
---
apiVersion: v1
kind: Secret
metadata: {name: db}
stringData: {password: hunter2-marker}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: worker, labels: {app: worker}}
spec:
  replicas: 2
  selector: {matchLabels: {app: worker}}
  template:
    metadata: {labels: {app: worker}}
    spec:
      terminationGracePeriodSeconds: 0
      containers:
      - name: busy
        image: docker.io/local/busybox:1
        imagePullPolicy: IfNotPresent
        command: [sh, -c, "while :; do i=0; while [ $i -lt 2000 ]; do i=$((i+1)); done; sleep 0.2; done"]
        resources: {requests: {cpu: 20m, memory: 16Mi}, limits: {memory: 64Mi}}
        env:
        - {name: PLAIN, value: "yes"}
        - {name: REGION, valueFrom: {configMapKeyRef: {name: settings, key: region}}}
        - {name: PASSWORD, valueFrom: {secretKeyRef: {name: db, key: password}}}
        - {name: IP, valueFrom: {fieldRef: {fieldPath: status.podIP}}}
        - {name: MEMORY, valueFrom: {resourceFieldRef: {resource: limits.memory}}}
        envFrom:
        - {prefix: S_, configMapRef: {name: settings}}
        readinessProbe: {exec: {command: ["true"]}}
        volumeMounts: [{name: config, mountPath: /etc/app}]
      - name: quiet
        image: docker.io/local/busybox:1
        imagePullPolicy: IfNotPresent
        command: [sh, -c, "sleep 100000"]
      volumes: [{name: config, configMap: {name: settings}}]
)";

constexpr kube::MetricsPace Quick{.shortest = 2'000, .longest = 2'000, .summaries = 2'000};

} // namespace

/// Metrics and the inspector against a real API server, its kubelet and what kubectl says.
class RealMetricsTest : public QObject, private support::RealTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (const auto why = m_real.whyNot(true); !why.isEmpty())
            SKIP_ALL(why.constData());
        const auto made = m_real.fill(Space, Objects);
        QVERIFY2(made.code == 0, made.errors);
        QVERIFY(m_real.waitFor(Space, u"deployment/worker"_s, u"condition=Available"_s));
    }

    void cleanupTestCase()
    {
        m_clusters.clear();
        m_real.removeNamespace(Space);
    }

    void init() { QTest::failOnWarning(); }

    /// Before and after ours the kubelet is asked: what we tell lies between, or is one of both.
    void summariesAreWhatTheKubeletSays()
    {
        auto &cluster = connected(u"admin"_s);
        kube::MetricsFeed feed(cluster.cache(), nullptr, Quick);
        feed.setResources(withoutMetrics(cluster));
        auto viewer = feed.subscribe({.nodes = true, .nameSpaces = {Space}});
        viewer->start();
        const auto pod = firstPod();
        const auto key = kube::podKey(Space, pod);
        QTRY_VERIFY_WITH_TIMEOUT(viewer->table() && viewer->table()->pod(key)
                                     && viewer->table()->pod(key)->containers.size() == 2,
                                 60'000);
        QCOMPARE(viewer->road(), kube::MetricsRoad::Summaries);
        // The kubelet measures anew every ten seconds or so: the same figure must turn up in both.
        QTRY_VERIFY_WITH_TIMEOUT(isTold(*viewer, pod), 60'000);
        const auto nodes = viewer->table()->nodes;
        QVERIFY(!nodes.isEmpty());
        QVERIFY(nodes.cbegin()->usage.cpu > 1'000'000);
        QVERIFY(nodes.cbegin()->usage.memory > 50LL << 20);
        const auto age = QDateTime::currentMSecsSinceEpoch() - nodes.cbegin()->time;
        QVERIFY2(age > -5'000 && age < 60'000, qPrintable(QString::number(age)));
    }

    void topSaysTheSame()
    {
        if (m_real.kubectl({u"top"_s, u"nodes"_s}).code != 0)
            QSKIP("this cluster has no metrics.k8s.io");
        auto &cluster = connected(u"admin"_s);
        kube::MetricsFeed feed(cluster.cache(), nullptr, Quick);
        feed.setResources(cluster.resources());
        auto viewer = feed.subscribe({.nodes = true, .nameSpaces = {Space}});
        viewer->start();
        QTRY_VERIFY_WITH_TIMEOUT(
            viewer->table() && viewer->table()->nameSpaces.contains(Space.toUtf8()), 60'000);
        QCOMPARE(viewer->road(), kube::MetricsRoad::Api);
        // Figures change between two questions: sooner or later both are asked in between.
        QTRY_COMPARE_WITH_TIMEOUT(linesOf(*viewer), top(), 60'000);
        QCOMPARE(linesOf(*viewer).size(), 4);
    }

    void theLimitedUserIsToldWhy()
    {
        auto &cluster = connected(u"dev"_s);
        kube::MetricsFeed feed(cluster.cache(), nullptr, Quick);
        feed.setResources(withoutMetrics(cluster));
        auto viewer = feed.subscribe({});
        viewer->start();
        QTRY_VERIFY_WITH_TIMEOUT(viewer->absence(), 20'000);
        QCOMPARE(viewer->absence()->reason, kube::MetricsAbsence::Reason::Forbidden);
        QVERIFY(!viewer->table());
    }

    void aDeploymentIsTheSumOfItsPods()
    {
        auto &cluster = connected(u"admin"_s);
        kube::MetricsFeed feed(cluster.cache(), nullptr, Quick);
        feed.setResources(withoutMetrics(cluster));
        const auto *kind = cluster.resources().find(u"deployments.apps");
        kube::UsageRoll roll(cluster.cache(), feed, *kind, {Space});
        roll.start();
        kube::ResourceItem row;
        row.meta.uid =
            QString::fromUtf8(m_real
                                  .kubectl({u"-n"_s, Space, u"get"_s, u"deploy"_s, u"worker"_s,
                                            u"-o"_s, u"jsonpath={.metadata.uid}"_s})
                                  .text);
        QTRY_VERIFY_WITH_TIMEOUT((roll.seen(), roll.of(row) && roll.of(row)->parts == 2), 60'000);
        const auto summed = feed.table()->nameSpaces.value(Space.toUtf8());
        QCOMPARE(summed.parts, 2);
        QTRY_COMPARE_WITH_TIMEOUT(roll.of(row)->usage,
                                  feed.table()->nameSpaces.value(Space.toUtf8()).usage, 10'000);
    }

    void theInspectorTellsWhatTheObjectHolds()
    {
        auto &cluster = connected(u"admin"_s);
        const auto name = firstPod();
        workspace::ObjectInspection inspection(cluster.cache(), &cluster.metrics(),
                                               *cluster.resources().find(u"pods"),
                                               {u"v1"_s, u"Pod"_s, Space, name});
        inspection.start();
        const auto shown = [&] { return inspection.tell(QDateTime::currentDateTimeUtc()); };
        QTRY_COMPARE_WITH_TIMEOUT(textOf(shown(), u"REGION"), u"eu"_s, 20'000);
        const auto pod =
            QJsonDocument::fromJson(
                m_real.kubectl({u"-n"_s, Space, u"get"_s, u"pod"_s, name, u"-o"_s, u"json"_s}).text)
                .object();
        const auto told = shown();
        QCOMPARE(textOf(told, u"Node"), pod["spec"_L1]["nodeName"_L1].toString());
        QCOMPARE(textOf(told, u"IP"), pod["status"_L1]["podIP"_L1].toString());
        QCOMPARE(textOf(told, u"QoS class"), pod["status"_L1]["qosClass"_L1].toString());
        QCOMPARE(textOf(told, u"PLAIN"), u"yes"_s);
        QCOMPARE(textOf(told, u"S_two"), u"1\n2"_s);
        QCOMPARE(textOf(told, u"MEMORY"), QString::number(64 << 20));
        // What the container itself sees of its environment.
        const auto env = m_real.kubectl(
            {u"-n"_s, Space, u"exec"_s, name, u"-c"_s, u"busy"_s, u"--"_s, u"env"_s});
        QCOMPARE(env.code, 0);
        const auto lines = QString::fromUtf8(env.text).split(u'\n');
        for (const auto &variable : {u"PLAIN"_s, u"REGION"_s, u"IP"_s, u"MEMORY"_s, u"S_region"_s})
            QVERIFY2(lines.contains(variable + u'=' + textOf(told, variable)),
                     qPrintable(variable + u'=' + textOf(told, variable)));
        // A secret shows when it is asked for, and not before.
        QVERIFY(textOf(told, u"PASSWORD").startsWith(u'•'));
        inspection.reveal(u"db"_s, u"password"_s);
        QTRY_COMPARE_WITH_TIMEOUT(textOf(shown(), u"PASSWORD"), u"hunter2-marker"_s, 10'000);
        inspection.reveal(u"db"_s, u"password"_s);
        QVERIFY(textOf(shown(), u"PASSWORD").startsWith(u'•'));
        QTRY_VERIFY_WITH_TIMEOUT(textOf(shown(), u"CPU").endsWith(u'm'), 60'000);
    }

private:
    static QString textOf(const workspace::Inspection &shown, QStringView label)
    {
        for (const auto &card : shown.cards) {
            const auto found = std::ranges::find(card.items, label, &workspace::InspectItem::label);
            if (found != card.items.end())
                return found->text;
        }
        return {};
    }

    QString firstPod() const
    {
        return QString::fromUtf8(m_real
                                     .kubectl({u"-n"_s, Space, u"get"_s, u"pods"_s, u"-o"_s,
                                               u"jsonpath={.items[0].metadata.name}"_s})
                                     .text);
    }

    static kube::ApiResources withoutMetrics(kube::Cluster &cluster)
    {
        auto known = cluster.resources();
        std::erase_if(known.resources, [](const kube::ApiResource &resource) {
            return resource.group == "metrics.k8s.io"_L1;
        });
        return known;
    }

    /// Whether the kubelet's raw summary holds the figures that we tell of this pod.
    bool isTold(const kube::UsageSubscription &viewer, const QString &pod) const
    {
        const auto node = QString::fromUtf8(m_real
                                                .kubectl({u"-n"_s, Space, u"get"_s, u"pod"_s, pod,
                                                          u"-o"_s, u"jsonpath={.spec.nodeName}"_s})
                                                .text);
        const auto raw = m_real.kubectl(
            {u"get"_s, u"--raw"_s, u"/api/v1/nodes/%1/proxy/stats/summary"_s.arg(node)});
        const auto *told = viewer.table()->pod(kube::podKey(Space, pod));
        const auto pods = QJsonDocument::fromJson(raw.text).object()["pods"_L1].toArray();
        for (const auto &one : pods) {
            if (one["podRef"_L1]["name"_L1].toString() != pod)
                continue;
            const auto containers = one["containers"_L1].toArray();
            return std::ranges::all_of(containers, [told](const QJsonValue &container) {
                const auto name = container["name"_L1].toString();
                const auto ours =
                    std::ranges::find(told->containers, name, &kube::ContainerUsage::name);
                return ours != told->containers.end()
                    && ours->usage.cpu == container["cpu"_L1]["usageNanoCores"_L1].toInteger(-1)
                    && ours->usage.memory
                    == container["memory"_L1]["workingSetBytes"_L1].toInteger(-1);
            });
        }
        return false;
    }

    static QStringList linesOf(const kube::UsageSubscription &viewer)
    {
        QStringList lines;
        const auto &table = *viewer.table();
        for (auto pod = table.pods.cbegin(); pod != table.pods.cend(); ++pod) {
            for (const auto &container : pod->containers)
                lines.append(u"%1 %2 %3 %4"_s.arg(QString::fromUtf8(pod.key()).section(u'/', 1),
                                                  container.name, kube::topCpu(container.usage.cpu),
                                                  kube::topMemory(container.usage.memory)));
        }
        lines.sort();
        return lines;
    }

    QStringList top() const
    {
        const auto said = m_real.kubectl(
            {u"-n"_s, Space, u"top"_s, u"pods"_s, u"--containers"_s, u"--no-headers"_s});
        QStringList lines;
        const auto text = QString::fromUtf8(said.text);
        for (const auto &line : text.split(u'\n', Qt::SkipEmptyParts))
            lines.append(line.simplified());
        lines.sort();
        return lines;
    }
};

QTEST_GUILESS_MAIN(RealMetricsTest)
#include "tst_realmetrics.moc"
