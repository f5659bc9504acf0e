// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/health/lastlogline.h"
#include "support/realtest.h"
#include "workspace/health/exacthealth.h"
#include "workspace/health/healthtext.h"

#include <QTest>

#include <cstdio>

using namespace Qt::StringLiterals;
using kube::Health;
using kube::Reason;

namespace {

const auto Space = u"krateyard-health"_s;

const QByteArray Objects = R"(
apiVersion: v1
kind: Pod
metadata: {name: crash, labels: {app: crash}}
spec:
  terminationGracePeriodSeconds: 0
  containers:
  - {name: web, image: "docker.io/local/busybox:1", imagePullPolicy: IfNotPresent, command: [sh, -c, "echo starting; echo cannot reach the database; exit 3"]}
---
apiVersion: v1
kind: Pod
metadata: {name: unpullable}
spec:
  terminationGracePeriodSeconds: 0
  containers:
  - {name: web, image: "registry.invalid/shop/nothing:1"}
---
apiVersion: v1
kind: Pod
metadata: {name: unschedulable}
spec:
  containers:
  - {name: web, image: "docker.io/local/busybox:1", resources: {requests: {cpu: "1000"}}}
---
apiVersion: v1
kind: Pod
metadata: {name: unready, labels: {app: unready}}
spec:
  terminationGracePeriodSeconds: 0
  containers:
  - name: web
    image: docker.io/local/busybox:1
    imagePullPolicy: IfNotPresent
    command: [sleep, "100000"]
    readinessProbe: {periodSeconds: 1, exec: {command: [sh, -c, "echo the cache is cold; exit 1"]}}
---
apiVersion: v1
kind: Pod
metadata: {name: stuck}
spec:
  terminationGracePeriodSeconds: 0
  containers:
  - name: web
    image: docker.io/local/busybox:1
    imagePullPolicy: IfNotPresent
    command: [sleep, "100000"]
    livenessProbe: {periodSeconds: 1, failureThreshold: 10000, exec: {command: [sh, -c, "echo no heartbeat; exit 1"]}}
---
apiVersion: v1
kind: Service
metadata: {name: nobody}
spec: {selector: {app: nobody}, ports: [{port: 80}]}
---
apiVersion: v1
kind: Service
metadata: {name: unready}
spec: {selector: {app: unready}, ports: [{port: 80}]}
---
apiVersion: v1
kind: PersistentVolumeClaim
metadata: {name: unbound}
spec: {storageClassName: none-such, accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}
---
apiVersion: v1
kind: ResourceQuota
metadata: {name: small}
spec: {hard: {configmaps: "1000", "count/replicationcontrollers": "0", pods: "7"}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: greedy}
spec:
  replicas: 5
  selector: {matchLabels: {app: greedy}}
  template:
    metadata: {labels: {app: greedy}}
    spec:
      terminationGracePeriodSeconds: 0
      containers:
      - {name: c, image: "docker.io/local/busybox:1", imagePullPolicy: IfNotPresent, command: [sleep, "100000"]}
)";

} // namespace

/// What we say of sick objects, compared with what kubectl reports, on a real cluster.
class RealHealthTest : public QObject, private support::RealTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (const auto why = m_real.whyNot(true); !why.isEmpty())
            SKIP_ALL(why.constData());
        const auto made = m_real.fill(Space, Objects);
        QVERIFY2(made.code == 0, made.errors);
        m_cluster = &connected(u"token"_s);
    }

    void cleanupTestCase()
    {
        m_clusters.clear();
        m_real.removeNamespace(Space);
    }

    void aCrashLoopHasItsExitCodeAndLastLine()
    {
        const auto health = watch(u"pods"_s, u"crash"_s);
        QTRY_COMPARE_WITH_TIMEOUT(health->diagnosis().reason, Reason::CrashLoop, 60'000);
        QCOMPARE(health->diagnosis().health, Health::Error);
        QCOMPARE(told(u"pod/crash"_s, u"{.status.containerStatuses[0].state.waiting.reason}"_s),
                 u"CrashLoopBackOff"_s);
        const auto code =
            told(u"pod/crash"_s, u"{.status.containerStatuses[0].lastState.terminated.exitCode}"_s);
        QCOMPARE(code, u"3"_s);
        const auto sentence = workspace::healthSentence(health->diagnosis());
        QVERIFY2(sentence.startsWith(u"Container web crashes again and again"_s),
                 qPrintable(sentence));
        QVERIFY2(sentence.contains(u"exit code "_s + code), qPrintable(sentence));
        const auto line = kube::lastLogLine(m_cluster->client(), {Space, u"crash"_s, u"web"_s});
        QTRY_VERIFY_WITH_TIMEOUT(line.isFinished(), 10'000);
        QVERIFY(line.result());
        const auto log =
            m_real.kubectl({u"-n"_s, Space, u"logs"_s, u"crash"_s, u"--tail=1"_s, u"--previous"_s});
        QCOMPARE(*line.result(), QString::fromUtf8(log.text).trimmed());
        QCOMPARE(*line.result(), u"cannot reach the database"_s);
    }

    void anUnpullableImageHasTheRegistrysAnswer()
    {
        const auto health = watch(u"pods"_s, u"unpullable"_s);
        QTRY_VERIFY_WITH_TIMEOUT(health->diagnosis().reason == Reason::ImagePull
                                     && !health->diagnosis().text.isEmpty(),
                                 60'000);
        const auto waiting =
            told(u"pod/unpullable"_s, u"{.status.containerStatuses[0].state.waiting.reason}"_s);
        QVERIFY(waiting == "ErrImagePull"_L1 || waiting == "ImagePullBackOff"_L1);
        const auto sentence = workspace::healthSentence(health->diagnosis());
        QVERIFY2(sentence.contains(u"registry.invalid/shop/nothing:1"_s), qPrintable(sentence));
        // The kubelet writes its event a moment after the status.
        QString events;
        const auto isTold = [&] {
            events = describe(u"pod/unpullable"_s).simplified();
            return events.contains(health->diagnosis().text);
        };
        QTRY_VERIFY2_WITH_TIMEOUT(
            isTold(), qPrintable(health->diagnosis().text + u"\nis not in\n"_s + events), 20'000);
    }

    void anUnschedulablePodHasTheSchedulersReason()
    {
        const auto health = watch(u"pods"_s, u"unschedulable"_s);
        QTRY_COMPARE_WITH_TIMEOUT(health->diagnosis().reason, Reason::Unschedulable, 60'000);
        const auto theirs = told(u"pod/unschedulable"_s,
                                 u"{.status.conditions[?(@.type==\"PodScheduled\")].message}"_s);
        QVERIFY(theirs.contains(u"Insufficient cpu"_s));
        QTRY_VERIFY_WITH_TIMEOUT(
            workspace::healthSentence(health->diagnosis()).contains(theirs.simplified()), 10'000);
    }

    void aFailingReadinessProbeHasItsAnswer()
    {
        const auto health = watch(u"pods"_s, u"unready"_s);
        QTRY_COMPARE_WITH_TIMEOUT(health->diagnosis().reason, Reason::ReadinessProbe, 60'000);
        QCOMPARE(health->diagnosis().health, Health::Warning);
        const auto sentence = workspace::healthSentence(health->diagnosis());
        QVERIFY2(sentence.contains(u"the cache is cold"_s), qPrintable(sentence));
        QVERIFY(
            describe(u"pod/unready"_s).contains(u"Readiness probe failed: the cache is cold"_s));
    }

    void aFailingLivenessProbeIsToldOfAReadyPodToo()
    {
        const auto health = watch(u"pods"_s, u"stuck"_s);
        QTRY_COMPARE_WITH_TIMEOUT(health->diagnosis().reason, Reason::LivenessProbe, 60'000);
        QCOMPARE(told(u"pod/stuck"_s, u"{.status.containerStatuses[0].ready}"_s), u"true"_s);
        const auto sentence = workspace::healthSentence(health->diagnosis());
        QVERIFY2(sentence.contains(u"no heartbeat"_s), qPrintable(sentence));
        QVERIFY(describe(u"pod/stuck"_s).contains(u"Liveness probe failed: no heartbeat"_s));
    }

    void servicesWithoutEndpointsSayWhy()
    {
        const auto nobody = watch(u"services"_s, u"nobody"_s);
        QTRY_COMPARE_WITH_TIMEOUT(nobody->diagnosis().reason, Reason::NoPods, 20'000);
        QVERIFY(workspace::healthSentence(nobody->diagnosis()).contains(u"app=nobody"_s));
        const auto unready = watch(u"services"_s, u"unready"_s);
        QTRY_COMPARE_WITH_TIMEOUT(unready->diagnosis().reason, Reason::NoReadyPods, 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(
            workspace::healthSentence(unready->diagnosis()).contains(u"readiness probe"_s), 20'000);
        for (const auto &name : {u"endpoints/nobody"_s, u"endpoints/unready"_s})
            QVERIFY(told(name, u"{.subsets[*].addresses[*].ip}"_s).isEmpty());
    }

    void anUnboundClaimSaysWhy()
    {
        const auto health = watch(u"persistentvolumeclaims"_s, u"unbound"_s);
        QTRY_COMPARE_WITH_TIMEOUT(health->diagnosis().reason, Reason::ProvisioningFailed, 60'000);
        const auto sentence = workspace::healthSentence(health->diagnosis());
        QVERIFY2(sentence.contains(u"none-such"_s), qPrintable(sentence));
        QVERIFY(describe(u"pvc/unbound"_s).simplified().contains(health->diagnosis().text));
    }

    void anExceededQuotaIsNamed()
    {
        const auto health = watch(u"deployments"_s, u"greedy"_s);
        QTRY_COMPARE_WITH_TIMEOUT(health->diagnosis().reason, Reason::QuotaExceeded, 60'000);
        const auto theirs = told(u"deployment/greedy"_s,
                                 u"{.status.conditions[?(@.type==\"ReplicaFailure\")].message}"_s);
        QVERIFY(theirs.contains(u"exceeded quota: small"_s));
        QTRY_VERIFY_WITH_TIMEOUT(
            workspace::healthSentence(health->diagnosis()).contains(u"exceeded quota: small"_s),
            10'000);
        const auto quota = watch(u"resourcequotas"_s, u"small"_s);
        QTRY_COMPARE_WITH_TIMEOUT(quota->diagnosis().reason, Reason::QuotaFull, 20'000);
        QVERIFY(quota->diagnosis().object.contains(u"pods 7/7"_s));
    }

private:
    std::unique_ptr<workspace::ExactHealth> watch(const QString &kind, const QString &name)
    {
        const auto *resource = m_cluster->resources().find(kind);
        return std::make_unique<workspace::ExactHealth>(m_cluster->cache(), *resource, Space, name);
    }

    QString told(const QString &object, const QString &path) const
    {
        const auto output = m_real.kubectl(
            {u"-n"_s, Space, u"get"_s, object, u"-o"_s, QString(u"jsonpath="_s + path)});
        return QString::fromUtf8(output.text).trimmed();
    }

    QString describe(const QString &object) const
    {
        return QString::fromUtf8(m_real.kubectl({u"-n"_s, Space, u"describe"_s, object}).text);
    }

    kube::Cluster *m_cluster = nullptr;
};

QTEST_GUILESS_MAIN(RealHealthTest)
#include "tst_realhealth.moc"
