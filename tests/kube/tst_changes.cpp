// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/actions/changes.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using kube::Change;
using kube::ObjectTarget;

namespace {

ObjectTarget workload(const QString &kind, const QString &resource,
                      const QString &group = u"apps"_s)
{
    return {{.group = group,
             .version = u"v1"_s,
             .resource = resource,
             .singular = kind.toLower(),
             .kind = kind},
            u"shop"_s,
            u"web"_s};
}

QJsonObject json(const QByteArray &text)
{
    return QJsonDocument::fromJson(text).object();
}

QString kubectl(const Change &change)
{
    return change.kubectl.join(u' ');
}

} // namespace

class ChangesTest : public QObject
{
    Q_OBJECT

private:
    const ObjectTarget m_deployment = workload(u"Deployment"_s, u"deployments"_s);
    const ObjectTarget m_pod = workload(u"Pod"_s, u"pods"_s, {});
    const ObjectTarget m_cronJob = workload(u"CronJob"_s, u"cronjobs"_s, u"batch"_s);

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void scalingNeedsTheRightOnScaleAlone()
    {
        const auto change = kube::scaleTo(m_deployment, 3);
        QCOMPARE(change.request().path, u"/apis/apps/v1/namespaces/shop/deployments/web/scale"_s);
        QCOMPARE(json(change.body)["spec"_L1]["replicas"_L1].toInt(), 3);
        QCOMPARE(change.question(),
                 (kube::AccessQuestion{u"patch"_s, u"apps"_s, u"deployments"_s, u"scale"_s,
                                       u"shop"_s, u"web"_s}));
        QCOMPARE(kube::kubectlLine(u"my cluster"_s, change),
                 u"kubectl --context 'my cluster' -n shop scale deployment/web --replicas=3"_s);
    }

    void restartingMarksThePodTemplate()
    {
        const QDateTime now({2026, 11, 21}, {12, 0}, QTimeZone::UTC);
        const auto change = kube::restart(m_deployment, now);
        const auto annotations =
            json(change.body)["spec"_L1]["template"_L1]["metadata"_L1]["annotations"_L1];
        QCOMPARE(annotations["kubectl.kubernetes.io/restartedAt"_L1].toString(),
                 u"2026-11-21T12:00:00Z"_s);
        QCOMPARE(kubectl(change), u"rollout restart deployment/web"_s);
    }

    void deletingNamesTheVeryObject()
    {
        const auto plain = kube::deletion(m_pod, u"u-1"_s);
        QCOMPARE(plain.method, "DELETE");
        QCOMPARE(json(plain.body)["preconditions"_L1]["uid"_L1].toString(), u"u-1"_s);
        QCOMPARE(json(plain.body)["propagationPolicy"_L1].toString(), u"Background"_s);
        QVERIFY(!json(plain.body).contains("gracePeriodSeconds"_L1));
        QCOMPARE(kubectl(plain), u"delete pod/web"_s);
        QCOMPARE(plain.question().verb, u"delete"_s);

        const auto forced = kube::deletion(m_pod, {}, {.force = true});
        QCOMPARE(json(forced.body)["gracePeriodSeconds"_L1].toInt(-1), 0);
        QVERIFY(!json(forced.body).contains("preconditions"_L1));
        QCOMPARE(kubectl(forced), u"delete pod/web --force --grace-period=0"_s);

        const auto orphaning = kube::deletion(
            m_deployment, {}, {.propagation = kube::Propagation::Orphan, .graceSeconds = 5});
        QCOMPARE(kubectl(orphaning), u"delete deployment/web --cascade=orphan --grace-period=5"_s);
    }

    void evictionAsksForThePodsSubresource()
    {
        const auto change = kube::eviction(m_pod, u"v1beta1"_s, 7);
        QCOMPARE(change.request().path, u"/api/v1/namespaces/shop/pods/web/eviction"_s);
        QCOMPARE(json(change.body)["apiVersion"_L1].toString(), u"policy/v1beta1"_s);
        QCOMPARE(json(change.body)["deleteOptions"_L1]["gracePeriodSeconds"_L1].toInt(), 7);
        QCOMPARE(
            change.question(),
            (kube::AccessQuestion{u"create"_s, {}, u"pods"_s, u"eviction"_s, u"shop"_s, u"web"_s}));
    }

    void labelsAreSetAndTakenAway()
    {
        const auto change = kube::label(m_pod, {{u"tier"_s, u"front end"_s}, {u"old"_s, {}}});
        const auto labels = json(change.body)["metadata"_L1]["labels"_L1].toObject();
        QCOMPARE(labels["tier"_L1].toString(), u"front end"_s);
        QVERIFY(labels.contains("old"_L1) && labels["old"_L1].isNull());
        QVERIFY(kube::kubectlLine(u"c"_s, change)
                    .endsWith("label pod/web --overwrite 'tier=front end' old-"_L1));
    }

    void anImageIsSetWhereTheKindKeepsIt()
    {
        const std::vector<kube::ImageEdit> edits{{u"app"_s, u"app:2"_s},
                                                 {u"prepare"_s, u"prep:3"_s, true}};
        const auto pod = json(kube::setImages(m_pod, edits).body)["spec"_L1];
        QCOMPARE(pod["containers"_L1][0]["image"_L1].toString(), u"app:2"_s);
        QCOMPARE(pod["initContainers"_L1][0]["name"_L1].toString(), u"prepare"_s);
        const auto deployment = json(kube::setImages(m_deployment, edits).body)["spec"_L1];
        QCOMPARE(deployment["template"_L1]["spec"_L1]["containers"_L1][0]["image"_L1].toString(),
                 u"app:2"_s);
        const auto cronJob = json(kube::setImages(m_cronJob, edits).body)["spec"_L1];
        QCOMPARE(cronJob["jobTemplate"_L1]["spec"_L1]["template"_L1]["spec"_L1]["containers"_L1][0]
                        ["image"_L1]
                            .toString(),
                 u"app:2"_s);
        QCOMPARE(kubectl(kube::setImages(m_deployment, edits)),
                 u"set image deployment/web app=app:2 prepare=prep:3"_s);
    }

    void aTriggeredJobIsTheCronJobsOwn()
    {
        const auto object = json(
            R"({"metadata": {"uid": "u-7"}, "spec": {"jobTemplate": {
                "metadata": {"labels": {"app": "b"}},
                "spec": {"backoffLimit": 2, "template": {"spec": {"restartPolicy": "Never"}}}}}})");
        const auto jobs = workload(u"Job"_s, u"jobs"_s, u"batch"_s).resource;
        const auto change = kube::trigger(m_cronJob, object, jobs, u"web-manual-1"_s);
        const auto job = json(change.body);
        QCOMPARE(change.request().path, u"/apis/batch/v1/namespaces/shop/jobs"_s);
        QCOMPARE(job["metadata"_L1]["ownerReferences"_L1][0]["uid"_L1].toString(), u"u-7"_s);
        QCOMPARE(job["metadata"_L1]["labels"_L1]["app"_L1].toString(), u"b"_s);
        QCOMPARE(
            job["metadata"_L1]["annotations"_L1]["cronjob.kubernetes.io/instantiate"_L1].toString(),
            u"manual"_s);
        QCOMPARE(job["spec"_L1], object["spec"_L1]["jobTemplate"_L1]["spec"_L1]);
        QCOMPARE(kubectl(change), u"create job web-manual-1 --from=cronjob/web"_s);
        QVERIFY(change.question().name.isEmpty());
    }

    void aTriggeredJobsNameFits()
    {
        QVERIFY(kube::triggeredName(u"backup"_s).startsWith("backup-manual-"_L1));
        const auto longest = kube::triggeredName(QString(80, u'x'));
        QCOMPARE(longest.size(), 63);
        QVERIFY(!kube::triggeredName(QString(49, u'x') + u".-"_s + QString(20, u'y'))
                     .contains(".-manual"_L1));
        QVERIFY(kube::triggeredName(u"a"_s) != kube::triggeredName(u"a"_s));
    }

    void aDryRunMayBeSentToAReadOnlyContext()
    {
        const auto change = kube::scaleTo(m_deployment, 3);
        QVERIFY(change.dryRun().changesNothing);
        QCOMPARE(change.dryRun().query.queryItemValue(u"dryRun"_s), u"All"_s);
        QVERIFY(!change.request().changesNothing);
    }

    void aLineForTheShellIsQuoted()
    {
        QCOMPARE(kube::kubectlLine(u"it's"_s, {}, {u"get"_s, u"$(reboot)"_s}),
                 u"kubectl --context 'it'\\''s' get '$(reboot)'"_s);
        auto custom = workload(u"Gizmo"_s, u"gizmos"_s, u"krateyard.example"_s);
        QCOMPARE(kube::kubectlName(custom), u"gizmo.krateyard.example/web"_s);
        custom.resource.singular.clear();
        custom.resource.group = u"networking.k8s.io"_s;
        QCOMPARE(kube::kubectlName(custom), u"gizmo/web"_s);
    }
};

QTEST_GUILESS_MAIN(ChangesTest)
#include "tst_changes.moc"
