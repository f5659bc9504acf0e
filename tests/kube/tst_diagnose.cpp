// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/health/diagnose.h"
#include "kube/health/lastlogline.h"
#include "kube/health/namespaceroll.h"

#include "support/healthcases.h"

#include <QHash>
#include <QTest>

using namespace Qt::StringLiterals;
using kube::Health;
using kube::Reason;

class DiagnoseTest : public QObject
{
    Q_OBJECT

    static int numberOf(const QString &reason)
    {
        static const QStringList names{u"None"_s,
                                       u"CrashLoop"_s,
                                       u"ContainerEnded"_s,
                                       u"ImagePull"_s,
                                       u"ImageName"_s,
                                       u"ContainerConfig"_s,
                                       u"ContainerCreate"_s,
                                       u"Unschedulable"_s,
                                       u"SchedulingGated"_s,
                                       u"NotScheduled"_s,
                                       u"Mount"_s,
                                       u"Sandbox"_s,
                                       u"Starting"_s,
                                       u"Initializing"_s,
                                       u"ReadinessProbe"_s,
                                       u"LivenessProbe"_s,
                                       u"StartupProbe"_s,
                                       u"NotReady"_s,
                                       u"Evicted"_s,
                                       u"Preempted"_s,
                                       u"NodeLost"_s,
                                       u"PodFailed"_s,
                                       u"Terminating"_s,
                                       u"TerminatingStuck"_s,
                                       u"Completed"_s,
                                       u"Unavailable"_s,
                                       u"RollingOut"_s,
                                       u"ProgressDeadline"_s,
                                       u"QuotaExceeded"_s,
                                       u"AdmissionRefused"_s,
                                       u"ReplicaFailure"_s,
                                       u"Paused"_s,
                                       u"ScaledToZero"_s,
                                       u"Misscheduled"_s,
                                       u"JobRunning"_s,
                                       u"JobBackoffLimit"_s,
                                       u"JobDeadline"_s,
                                       u"JobFailed"_s,
                                       u"Suspended"_s,
                                       u"CronJobFailing"_s,
                                       u"NoPods"_s,
                                       u"NoReadyPods"_s,
                                       u"LoadBalancerPending"_s,
                                       u"NoBackend"_s,
                                       u"ProvisioningFailed"_s,
                                       u"WaitsForConsumer"_s,
                                       u"WaitsForProvisioner"_s,
                                       u"NoStorageClass"_s,
                                       u"ClaimLost"_s,
                                       u"VolumeFailed"_s,
                                       u"VolumeReleased"_s,
                                       u"NodeNotReady"_s,
                                       u"NodeSilent"_s,
                                       u"MemoryPressure"_s,
                                       u"DiskPressure"_s,
                                       u"PidPressure"_s,
                                       u"NetworkUnavailable"_s,
                                       u"Cordoned"_s,
                                       u"NamespaceTerminating"_s,
                                       u"PodsInTrouble"_s,
                                       u"ScalingUnable"_s,
                                       u"ScalingLimited"_s,
                                       u"ScalingUnmeasured"_s,
                                       u"DisruptionBlocked"_s,
                                       u"QuotaFull"_s,
                                       u"NotEstablished"_s,
                                       u"NamesTaken"_s,
                                       u"Condition"_s,
                                       u"Outdated"_s,
                                       u"Warned"_s,
                                       u"Worded"_s}; // as in diagnosis.h
        return int(names.indexOf(reason));
    }

    static QString nameOf(Health health)
    {
        static const QHash<int, QString> names{
            {int(Health::Error), u"Error"_s},     {int(Health::Warning), u"Warning"_s},
            {int(Health::Pending), u"Pending"_s}, {int(Health::Ok), u"Ok"_s},
            {int(Health::Unknown), u"Unknown"_s}, {int(Health::Done), u"Done"_s}};
        return names.value(int(health));
    }

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void everyReasonIsFound_data()
    {
        QTest::addColumn<int>("at");
        const auto cases = support::healthCases();
        QVERIFY(cases.size() > 80);
        for (size_t i = 0; i < cases.size(); ++i)
            QTest::newRow(qPrintable(cases[i].name)) << int(i);
    }

    void everyReasonIsFound()
    {
        QFETCH(const int, at);
        static const auto cases = support::healthCases();
        const auto &one = cases[size_t(at)];
        const auto found = kube::diagnose(one.object, one.evidence);
        QCOMPARE(nameOf(found.health), one.health);
        QVERIFY(numberOf(one.reason) >= 0);
        QCOMPARE(int(found.reason), numberOf(one.reason));
        if (one.want.contains("subject"_L1))
            QCOMPARE(found.subject, one.want["subject"_L1].toString());
        if (one.want.contains("exitCode"_L1)) {
            QVERIFY(found.end);
            QCOMPARE(found.end->exitCode, one.want["exitCode"_L1].toInt());
        }
        if (one.want.contains("count"_L1))
            QCOMPARE(found.count, one.want["count"_L1].toInt());
    }

    void brokenObjectsHurtNobody()
    {
        const QJsonArray nonsense{1, u"x"_s, QJsonValue::Null, QJsonArray{2}};
        for (const auto *kind : {"Pod", "Node", "Service", "PersistentVolumeClaim", "Namespace"}) {
            const QJsonObject object{{u"apiVersion"_s, u"v1"_s},
                                     {u"kind"_s, QString::fromLatin1(kind)},
                                     {u"metadata"_s, nonsense},
                                     {u"spec"_s, nonsense},
                                     {u"status"_s,
                                      QJsonObject{{u"conditions"_s, nonsense},
                                                  {u"containerStatuses"_s, nonsense},
                                                  {u"initContainerStatuses"_s, nonsense}}}};
            QVERIFY(int(kube::diagnose(object, {}).health) >= 0);
        }
        QCOMPARE(kube::diagnose({}, {}).reason, Reason::None);
    }

    void selectorsAreWrittenAsTheServerReadsThem()
    {
        const QJsonObject rules{
            {u"matchLabels"_s, QJsonObject{{u"app"_s, u"web"_s}}},
            {u"matchExpressions"_s,
             QJsonArray{QJsonObject{{u"key"_s, u"tier"_s},
                                    {u"operator"_s, u"In"_s},
                                    {u"values"_s, QJsonArray{u"a"_s, u"b"_s}}},
                        QJsonObject{{u"key"_s, u"old"_s}, {u"operator"_s, u"DoesNotExist"_s}}}}};
        const QJsonObject deployment{{u"apiVersion"_s, u"apps/v1"_s},
                                     {u"kind"_s, u"Deployment"_s},
                                     {u"spec"_s, QJsonObject{{u"selector"_s, rules}}}};
        QCOMPARE(kube::selectorOf(deployment), u"app=web,!old,tier in (a,b)"_s);
        const QJsonObject pod{{u"apiVersion"_s, u"v1"_s}, {u"kind"_s, u"Pod"_s}};
        QVERIFY(kube::selectorOf(pod).isEmpty());
    }

    void healthsRollUp()
    {
        kube::HealthCounts pods;
        pods.add(Health::Ok);
        pods.add(Health::Error);
        pods.add(Health::Done, 2);
        QCOMPARE(pods.worst(), Health::Error);
        QCOMPARE(pods.total, 4);
        const kube::Diagnosis active{.health = Health::Ok};
        auto nameSpace = kube::rolledUp(active, pods);
        QCOMPARE(nameSpace.health, Health::Warning);
        QCOMPARE(nameSpace.reason, kube::Reason::PodsInTrouble);
        QCOMPARE(nameSpace.have, 1);
        pods.add(Health::Ok, -1);
        QCOMPARE(kube::rolledUp(active, pods).health, Health::Error); // nothing else should run
        pods.add(Health::Error, -1);
        QCOMPARE(kube::rolledUp(active, pods), active);
        QCOMPARE(pods.worst(), Health::Done);
        QCOMPARE(kube::HealthCounts().worst(), Health::Unknown);
        QVERIFY(kube::rankOf(Health::Error) < kube::rankOf(Health::Warning));
        QVERIFY(kube::rankOf(Health::Pending) < kube::rankOf(Health::Ok));
        QVERIFY(kube::rankOf(Health::Ok) < kube::rankOf(Health::Unknown));
    }

    void theLastLineIsHarmless()
    {
        QCOMPARE(kube::lastLineOf("one\ntwo\n\n"), u"two"_s);
        QCOMPARE(kube::lastLineOf("\x1b[31mERROR\x1b[0m: no route\r\n"), u"ERROR: no route"_s);
        QCOMPARE(kube::lastLineOf("a\x07"
                                  "b\x1b]0;title\x07 c"),
                 u"a b c"_s);
        QCOMPARE(kube::lastLineOf(""), QString());
        QCOMPARE(kube::lastLineOf(QByteArray(1000, 'x')).size(), 400);
    }
};

QTEST_GUILESS_MAIN(DiagnoseTest)
#include "tst_diagnose.moc"
