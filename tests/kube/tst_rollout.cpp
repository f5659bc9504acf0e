// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/rollout/revisions.h"
#include "kube/rollout/rolloutstatus.h"

#include "actionfixture.h"
#include "kube/api/discovery.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;
using kube::RolloutStatus;
using Phase = RolloutStatus::Phase;

namespace {

QJsonObject json(const QByteArray &text)
{
    return QJsonDocument::fromJson(text).object();
}

QJsonObject replicaSet(const QString &name, int revision, const QString &image,
                       const QString &owner = u"u-web"_s)
{
    const QJsonObject labels{{u"app"_s, u"web"_s}, {u"pod-template-hash"_s, name}};
    const QJsonObject container{{u"name"_s, u"app"_s}, {u"image"_s, image}};
    const QJsonObject podTemplate{
        {u"metadata"_s, QJsonObject{{u"labels"_s, labels}}},
        {u"spec"_s, QJsonObject{{u"containers"_s, QJsonArray{container}}}}};
    const QJsonObject annotations{
        {u"deployment.kubernetes.io/revision"_s, QString::number(revision)},
        {u"deployment.kubernetes.io/desired-replicas"_s, u"3"_s},
        {u"kubernetes.io/change-cause"_s, QString(u"cause "_s + image)}};
    return {{u"apiVersion"_s, u"apps/v1"_s},
            {u"kind"_s, u"ReplicaSet"_s},
            {u"metadata"_s,
             QJsonObject{{u"name"_s, name},
                         {u"namespace"_s, u"shop"_s},
                         {u"labels"_s, labels},
                         {u"annotations"_s, annotations},
                         {u"ownerReferences"_s,
                          QJsonArray{QJsonObject{{u"uid"_s, owner}, {u"controller"_s, true}}}}}},
            {u"spec"_s, QJsonObject{{u"template"_s, podTemplate}}}};
}

QJsonObject deployment()
{
    return json(R"({"apiVersion": "apps/v1", "kind": "Deployment",
        "metadata": {"name": "web", "namespace": "shop", "uid": "u-web",
            "annotations": {"deployment.kubernetes.io/revision": "12", "team": "blue"}},
        "spec": {"selector": {"matchLabels": {"app": "web"}},
            "template": {"spec": {"containers": [{"name": "app", "image": "app:12"}]}}}})");
}

} // namespace

class RolloutTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void statusKeepsKubectlsRules_data()
    {
        QTest::addColumn<QByteArray>("object");
        QTest::addColumn<Phase>("phase");
        QTest::addColumn<int>("count");
        QTest::addColumn<int>("total");
        const auto row = [](const char *name, const QByteArray &object, Phase phase, int count,
                            int total) {
            QTest::newRow(name) << object << phase << count << total;
        };
        row("deployment not seen",
            R"({"kind":"Deployment","metadata":{"generation":3},"status":{"observedGeneration":2}})",
            Phase::Unobserved, 0, 0);
        row("deployment updating",
            R"({"kind":"Deployment","spec":{"replicas":4},"status":{"updatedReplicas":1,"replicas":4}})",
            Phase::Updating, 1, 4);
        row("deployment old pods",
            R"({"kind":"Deployment","spec":{"replicas":4},"status":{"updatedReplicas":4,"replicas":6}})",
            Phase::Terminating, 2, 4);
        row("deployment starting",
            R"({"kind":"Deployment","spec":{"replicas":4},"status":{"updatedReplicas":4,"replicas":4,"availableReplicas":3}})",
            Phase::Starting, 3, 4);
        row("deployment done",
            R"({"kind":"Deployment","spec":{"replicas":4},"status":{"updatedReplicas":4,"replicas":4,"availableReplicas":4}})",
            Phase::Done, 4, 4);
        row("deployment of one by default", R"({"kind":"Deployment","status":{}})", Phase::Updating,
            0, 1);
        row("deployment out of time",
            R"({"kind":"Deployment","spec":{"replicas":4},"status":{"conditions":[{"type":"Progressing","reason":"ProgressDeadlineExceeded"}]}})",
            Phase::Failed, 0, 4);
        row("daemon set updating",
            R"({"kind":"DaemonSet","status":{"desiredNumberScheduled":5,"updatedNumberScheduled":2}})",
            Phase::Updating, 2, 5);
        row("daemon set done",
            R"({"kind":"DaemonSet","status":{"desiredNumberScheduled":2,"updatedNumberScheduled":2,"numberAvailable":2}})",
            Phase::Done, 2, 2);
        row("daemon set by hand",
            R"({"kind":"DaemonSet","spec":{"updateStrategy":{"type":"OnDelete"}}})",
            Phase::NotRolling, 0, 0);
        row("stateful set starting",
            R"({"kind":"StatefulSet","spec":{"replicas":3},"status":{"observedGeneration":1,"readyReplicas":1}})",
            Phase::Starting, 1, 3);
        row("stateful set updating",
            R"({"kind":"StatefulSet","spec":{"replicas":3},"status":{"observedGeneration":1,"readyReplicas":3,"updatedReplicas":2,"currentRevision":"a","updateRevision":"b"}})",
            Phase::Updating, 2, 3);
        row("stateful set up to its partition",
            R"({"kind":"StatefulSet","spec":{"replicas":3,"updateStrategy":{"rollingUpdate":{"partition":2}}},"status":{"observedGeneration":1,"readyReplicas":3,"updatedReplicas":1,"currentRevision":"a","updateRevision":"b"}})",
            Phase::Partitioned, 1, 1);
        row("a kind without rollouts", R"({"kind":"ConfigMap"})", Phase::NotRolling, 0, 0);
    }

    void statusKeepsKubectlsRules()
    {
        QFETCH(QByteArray, object);
        QFETCH(Phase, phase);
        QFETCH(int, count);
        QFETCH(int, total);
        const auto status = kube::rolloutStatus(json(object));
        QCOMPARE(status.phase, phase);
        QCOMPARE(status.count, count);
        QCOMPARE(status.total, total);
    }

    void aDeploymentsRevisionsAreItsReplicaSets()
    {
        const QJsonArray sets{replicaSet(u"web-9"_s, 9, u"app:9"_s),
                              replicaSet(u"web-12"_s, 12, u"app:12"_s),
                              replicaSet(u"other"_s, 13, u"app:13"_s, u"u-other"_s)};
        const auto revisions = kube::revisionsFrom(deployment(), sets);
        QCOMPARE(revisions.size(), size_t(2));
        QCOMPARE(revisions[0].number, 12);
        QVERIFY(revisions[0].isCurrent && !revisions[1].isCurrent);
        QCOMPARE(revisions[1].images, QStringList{u"app:9"_s});
        QCOMPARE(revisions[1].changeCause, u"cause app:9"_s);
        QVERIFY(!revisions[1].podTemplate["metadata"_L1]["labels"_L1].toObject().contains(
            "pod-template-hash"_L1));
    }

    void theServerIsAskedForItsRevisions()
    {
        ActionFixture fixture;
        fixture.server.store().put(replicaSet(u"web-9"_s, 9, u"app:9"_s));
        kube::ApiResources resources;
        resources.resources.push_back(
            fixture.target(u"apps/v1"_s, u"ReplicaSet"_s, {}, {}).resource);
        const auto target = fixture.target(u"apps/v1"_s, u"Deployment"_s, u"shop"_s, u"web"_s);
        const auto history = ActionFixture::wait(
            kube::rolloutHistory(fixture.client, resources, target, deployment()));
        QVERIFY(history);
        QCOMPARE(history->size(), size_t(1));
        QCOMPARE(fixture.server.script().requests().back().queryValue(u"labelSelector"_s),
                 u"app=web"_s);
        auto map = target;
        map.resource.kind = u"ConfigMap"_s;
        const auto none =
            ActionFixture::wait(kube::rolloutHistory(fixture.client, resources, map, deployment()));
        QVERIFY(!none);
        QCOMPARE(none.error().kind, kube::Error::Kind::Invalid);
    }

    void goingBackKeepsTheDeploymentsOwnAnnotations()
    {
        ActionFixture fixture;
        const auto target = fixture.target(u"apps/v1"_s, u"Deployment"_s, u"shop"_s, u"web"_s);
        fixture.server.store().put(deployment());
        const auto old =
            kube::revisionsFrom(deployment(), {replicaSet(u"web-9"_s, 9, u"app:9"_s)})[0];
        const auto change = kube::rollback(target, deployment(), old);
        QCOMPARE(change.kubectl.join(u' '), u"rollout undo deployment/web --to-revision=9"_s);
        const auto answer = ActionFixture::wait(fixture.client.send(change.request()));
        QVERIFY2(answer, qPrintable(answer ? QString() : answer.error().message));
        const auto now = *fixture.server.store().get(target.ref());
        QCOMPARE(now["spec"_L1]["template"_L1].toObject(), old.podTemplate);
        const auto annotations = now["metadata"_L1]["annotations"_L1];
        QCOMPARE(annotations["deployment.kubernetes.io/revision"_L1].toString(), u"12"_s);
        QCOMPARE(annotations["kubernetes.io/change-cause"_L1].toString(), u"cause app:9"_s);
        QVERIFY(annotations["deployment.kubernetes.io/desired-replicas"_L1].isUndefined());
    }

    void aControllerRevisionIsItsOwnPatch()
    {
        const auto set = json(R"({"kind": "StatefulSet", "metadata": {"uid": "u-db"},
            "status": {"updateRevision": "db-2"}})");
        const auto keeper = [](const QByteArray &name, int number) {
            return json(R"({"metadata": {"name": ")" + name + R"(",
                "ownerReferences": [{"uid": "u-db", "controller": true}]},
                "revision": )"
                        + QByteArray::number(number) + R"(,
                "data": {"spec": {"template": {"$patch": "replace",
                    "spec": {"containers": [{"image": "db:)"
                        + QByteArray::number(number) + R"("}]}}}}})");
        };
        const auto revisions = kube::revisionsFrom(set, {keeper("db-1", 1), keeper("db-2", 2)});
        QCOMPARE(revisions.size(), size_t(2));
        QVERIFY(revisions[0].isCurrent);
        QVERIFY(!revisions[1].podTemplate.contains("$patch"_L1));
        const auto change =
            kube::rollback({{.kind = u"StatefulSet"_s}, {}, u"db"_s}, set, revisions[1]);
        QCOMPARE(change.contentType, "application/strategic-merge-patch+json");
        QCOMPARE(json(change.body), revisions[1].source["data"_L1].toObject());
    }
};

QTEST_GUILESS_MAIN(RolloutTest)
#include "tst_rollout.moc"
