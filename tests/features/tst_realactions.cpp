// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/api/apiclient.h"
#include "kube/cluster.h"
#include "kube/config/kubeconfigfiles.h"
#include "kube/rollout/rolloutstatus.h"
#include "support/realcluster.h"
#include "support/skipall.h"
#include "workspace/actions/actionrun.h"
#include "workspace/actions/journal.h"

#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace workspace;
using RowState = ActionRow::State;

namespace {

const QByteArray Objects = R"(
apiVersion: apps/v1
kind: Deployment
metadata: {name: web, labels: {app: web}}
spec:
  replicas: 2
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec:
      terminationGracePeriodSeconds: 0
      containers:
      - {name: web, image: "docker.io/local/busybox:1", imagePullPolicy: IfNotPresent, command: [sleep, "100000"]}
---
apiVersion: apps/v1
kind: StatefulSet
metadata: {name: db}
spec:
  replicas: 1
  serviceName: db
  selector: {matchLabels: {app: db}}
  template:
    metadata: {labels: {app: db}}
    spec:
      terminationGracePeriodSeconds: 0
      containers:
      - {name: db, image: "docker.io/local/busybox:1", imagePullPolicy: IfNotPresent, command: [sleep, "100000"]}
---
apiVersion: batch/v1beta1
kind: CronJob
metadata: {name: nightly}
spec:
  schedule: "0 3 * * *"
  jobTemplate:
    metadata: {labels: {made-by: nightly}}
    spec:
      template:
        spec:
          restartPolicy: Never
          containers:
          - {name: job, image: "docker.io/local/busybox:1", imagePullPolicy: IfNotPresent, command: ["true"]}
---
apiVersion: policy/v1beta1
kind: PodDisruptionBudget
metadata: {name: web}
spec: {minAvailable: 2, selector: {matchLabels: {app: web}}}
)";

} // namespace

/// Every action on a real cluster; what kubectl says afterwards counts.
class RealActionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (const auto why = m_real.whyNot(true); !why.isEmpty())
            SKIP_ALL(why.constData());
        const auto made = m_real.fill(m_space, Objects);
        QVERIFY2(made.code == 0, made.errors);
        QVERIFY(m_real.waitFor(m_space, u"deployment/web"_s, u"condition=Available"_s));
        m_admin = connected(u"admin"_s);
        m_limited = connected(u"dev"_s);
        QVERIFY(m_admin && m_limited);
    }
    void cleanupTestCase()
    {
        if (!m_real.isThere())
            return;
        m_real.kubectl({u"uncordon"_s, nodeName()});
        m_real.removeNamespace(m_space);
    }
    void init() { QTest::failOnWarning(); }

    void scale()
    {
        QVERIFY(done(Action::Scale, web(), {.replicas = 3}));
        QCOMPARE(field(u"deployment/web"_s, u"{.spec.replicas}"_s), "3");
        QTRY_COMPARE_WITH_TIMEOUT(m_run->rows().front().state, RowState::Done, 60'000);
        QCOMPARE(field(u"deployment/web"_s, u"{.status.availableReplicas}"_s), "3");
        QVERIFY(m_run->canUndo());
        QSignalSpy finished(m_run.get(), &ActionRun::finished);
        m_run->undo();
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 30'000);
        QCOMPARE(field(u"deployment/web"_s, u"{.spec.replicas}"_s), "2");
    }

    void pauseAndResume()
    {
        QVERIFY(done(Action::Pause, web()));
        QCOMPARE(field(u"deployment/web"_s, u"{.spec.paused}"_s), "true");
        QVERIFY(done(Action::Resume, web()));
        QCOMPARE(field(u"deployment/web"_s, u"{.spec.paused}"_s), "");
    }

    void restartSetImageAndUndo()
    {
        const auto before = revision();
        QVERIFY(done(Action::Restart, web()));
        QTRY_COMPARE_WITH_TIMEOUT(m_run->rows().front().state, RowState::Done, 60'000);
        QVERIFY(m_real
                    .kubectl({u"-n"_s, m_space, u"rollout"_s, u"status"_s, u"deployment/web"_s,
                              u"--timeout=10s"_s})
                    .text.contains("successfully rolled out"));
        QCOMPARE(revision(), before + 1);

        QVERIFY(done(Action::SetImage, web(),
                     {.images = {{u"web"_s, u"docker.io/local/busybox:missing"_s}}}));
        QCOMPARE(image(), "docker.io/local/busybox:missing");
        QTRY_COMPARE_WITH_TIMEOUT(revision(), before + 2, 30'000);

        auto plan = prepared(Action::Undo, *m_admin, {web()});
        QVERIFY(plan);
        const auto history =
            m_real.kubectl({u"-n"_s, m_space, u"rollout"_s, u"history"_s, u"deployment/web"_s})
                .text;
        for (const auto &kept : plan->revisions()) {
            const QByteArray line = '\n' + QByteArray::number(kept.number) + ' ';
            QVERIFY2(history.contains(line), history.constData());
        }
        QVERIFY(plan->revisions().front().isCurrent);
        QVERIFY(run(std::move(plan), {.revision = before + 1}));
        QCOMPARE(image(), "docker.io/local/busybox:1");
        QTRY_COMPARE_WITH_TIMEOUT(m_run->rows().front().state, RowState::Done, 60'000);
    }

    void aStatefulSetGoesBackToo()
    {
        const ObjectId db{u"apps/v1"_s, u"StatefulSet"_s, m_space, u"db"_s};
        QVERIFY(done(Action::SetImage, db,
                     {.images = {{u"db"_s, u"docker.io/local/busybox:missing"_s}}}));
        QTRY_COMPARE_WITH_TIMEOUT(controllerRevisions(), 2, 30'000);
        QVERIFY(done(Action::Undo, db, {.revision = 1}));
        QCOMPARE(field(u"statefulset/db"_s, u"{.spec.template.spec.containers[0].image}"_s),
                 "docker.io/local/busybox:1");
    }

    void labelsAndAnnotations()
    {
        QVERIFY(done(Action::Label, web(), {.edits = {{u"tier"_s, u"front"_s}}}));
        QCOMPARE(field(u"deployment/web"_s, u"{.metadata.labels.tier}"_s), "front");
        QVERIFY(done(Action::Label, web(), {.edits = {{u"tier"_s, std::nullopt}}}));
        QCOMPARE(field(u"deployment/web"_s, u"{.metadata.labels.tier}"_s), "");
        QVERIFY(done(Action::Annotate, web(), {.edits = {{u"note"_s, u"two words, ünïcode"_s}}}));
        QCOMPARE(QString::fromUtf8(field(u"deployment/web"_s, u"{.metadata.annotations.note}"_s)),
                 u"two words, ünïcode"_s);
    }

    void cronJobs()
    {
        const ObjectId nightly{u"batch/v1beta1"_s, u"CronJob"_s, m_space, u"nightly"_s};
        QVERIFY(done(Action::Suspend, nightly));
        QCOMPARE(field(u"cronjob/nightly"_s, u"{.spec.suspend}"_s), "true");
        QVERIFY(done(Action::Unsuspend, nightly));
        QCOMPARE(field(u"cronjob/nightly"_s, u"{.spec.suspend}"_s), "false");
        QVERIFY(done(Action::Trigger, nightly));
        const auto jobs =
            m_real
                .kubectl({u"-n"_s, m_space, u"get"_s, u"jobs"_s, u"-l"_s, u"made-by=nightly"_s,
                          u"-o"_s, u"jsonpath={.items[*].metadata.ownerReferences[0].name}"_s})
                .text;
        QCOMPARE(jobs, "nightly");
    }

    void evictIsHeldBackByABudget()
    {
        QVERIFY(m_real.waitFor(m_space, u"deployment/web"_s, u"condition=Available"_s));
        const auto pod = podOf(u"app=web"_s);
        QVERIFY(!pod.isEmpty());
        const ObjectId held{u"v1"_s, u"Pod"_s, m_space, pod};
        auto plan = prepared(Action::Evict, *m_admin, {held});
        QVERIFY(plan);
        QVERIFY(run(std::move(plan), {}));
        QCOMPARE(m_run->rows().front().state, RowState::Failed);
        QVERIFY(m_real.kubectl({u"-n"_s, m_space, u"get"_s, u"pod"_s, pod}).code == 0);

        const ObjectId free{u"v1"_s, u"Pod"_s, m_space, podOf(u"app=db"_s)};
        QVERIFY(done(Action::Evict, free));
    }

    void drainWaitsForTheBudgetAndCanBeCancelled()
    {
        auto plan = prepared(Action::Drain, *m_admin, {{u"v1"_s, u"Node"_s, {}, nodeName()}});
        QVERIFY(plan);
        m_plan = std::move(plan);
        m_run = std::make_unique<ActionRun>(*m_plan, ActionChoices(), m_journal);
        QSignalSpy finished(m_run.get(), &ActionRun::finished);
        m_run->start();
        QTRY_VERIFY_WITH_TIMEOUT(m_run->count(RowState::Held) >= 2, 60'000);
        QCOMPARE(m_real
                     .kubectl({u"get"_s, u"node"_s, nodeName(), u"-o"_s,
                               u"jsonpath={.spec.unschedulable}"_s})
                     .text,
                 "true");
        const auto held = std::ranges::find(m_run->rows(), RowState::Held, &ActionRow::state);
        QVERIFY2(held->detail.contains("disruption budget"_L1), qPrintable(held->detail));
        m_run->cancel();
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 30'000);
        QVERIFY(done(Action::Uncordon, {u"v1"_s, u"Node"_s, {}, nodeName()}));
        QCOMPARE(m_real
                     .kubectl({u"get"_s, u"node"_s, nodeName(), u"-o"_s,
                               u"jsonpath={.spec.unschedulable}"_s})
                     .text,
                 "");
        QVERIFY(done(Action::Cordon, {u"v1"_s, u"Node"_s, {}, nodeName()}));
        QVERIFY(done(Action::Uncordon, {u"v1"_s, u"Node"_s, {}, nodeName()}));
    }

    void twoHundredObjectsAreDeletedWithProgressAndCancel()
    {
        QByteArray maps;
        std::vector<ObjectId> objects;
        for (int i = 0; i < 200; ++i) {
            const auto name = u"map-%1"_s.arg(i);
            maps += "---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: " + name.toUtf8()
                + ", labels: {bulk: \"yes\"}}\n";
            objects.push_back({u"v1"_s, u"ConfigMap"_s, m_space, name});
        }
        QVERIFY(m_real.kubectl({u"-n"_s, m_space, u"create"_s, u"-f"_s, u"-"_s}, maps).code == 0);
        auto plan = prepared(Action::Delete, *m_admin, objects);
        QVERIFY(plan);
        m_plan = std::move(plan);
        m_run = std::make_unique<ActionRun>(*m_plan, ActionChoices(), m_journal);
        QSignalSpy finished(m_run.get(), &ActionRun::finished);
        std::vector<int> progress;
        connect(m_run.get(), &ActionRun::changed, this, [this, &progress] {
            progress.push_back(m_run->settled());
            if (m_run->count(RowState::Done) == 50)
                m_run->cancel();
        });
        m_run->start();
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 60'000);
        const int deleted = m_run->count(RowState::Done);
        QVERIFY(deleted >= 50 && deleted <= 50 + kube::ChangeRun::AtATime);
        QVERIFY(std::ranges::is_sorted(progress) && progress.size() > 50);
        QCOMPARE(mapsLeft(), 200 - deleted);
        m_run.reset();

        QVERIFY(run(prepared(Action::Delete, *m_admin, objects), {}));
        QCOMPARE(mapsLeft(), 0);
        QCOMPARE(m_run->count(RowState::Skipped), deleted); // were gone already: said, not failed
    }

    void theLimitedUserIsRefusedBeforehand_data()
    {
        QTest::addColumn<Action>("action");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("need");
        const auto row = [](Action action, const QString &kind, const QString &name,
                            const QString &need) {
            QTest::newRow(qPrintable(idOf(action) + u' ' + kind)) << action << kind << name << need;
        };
        const auto pod = u"Pod"_s;
        // What else there is to do is on kinds that this user may not even read.
        row(Action::Delete, pod, u"team-pod"_s, u"delete pods"_s);
        row(Action::Evict, pod, u"team-pod"_s, u"create pods/eviction"_s);
        row(Action::SetImage, pod, u"team-pod"_s, u"patch pods"_s);
        row(Action::Label, pod, u"team-pod"_s, u"patch pods"_s);
        row(Action::Annotate, pod, u"team-pod"_s, u"patch pods"_s);
        for (const auto action : {Action::Scale, Action::Restart, Action::Pause, Action::Resume,
                                  Action::Undo, Action::SetImage, Action::Delete})
            row(action, u"Deployment"_s, u"web"_s, u"deployments"_s);
        for (const auto action : {Action::Suspend, Action::Unsuspend, Action::Trigger})
            row(action, u"CronJob"_s, u"nightly"_s, u"cronjobs"_s);
        for (const auto action : {Action::Cordon, Action::Uncordon, Action::Drain})
            row(action, u"Node"_s, nodeName(), u"nodes"_s);
    }

    void theLimitedUserIsRefusedBeforehand()
    {
        QFETCH(Action, action);
        QFETCH(QString, kind);
        QFETCH(QString, name);
        QFETCH(QString, need);
        ensureTeamPod();
        const auto version = kind == "Deployment"_L1 ? u"apps/v1"_s
            : kind == "CronJob"_L1                   ? u"batch/v1beta1"_s
                                                     : u"v1"_s;
        const auto space = kind == "Pod"_L1 ? u"team-a"_s : kind == "Node"_L1 ? QString() : m_space;
        const auto plan = prepared(action, *m_limited, {{version, kind, space, name}});
        QVERIFY(plan);
        QVERIFY2(plan->problem().contains(need), qPrintable(plan->problem()));
        QVERIFY(plan->changes({}).empty());
    }

    void theJournalHasALineForEach()
    {
        const auto &entries = m_journal.entries();
        const auto has = [&](const QString &line) {
            return std::ranges::any_of(
                entries, [&](const JournalEntry &entry) { return entry.kubectl.contains(line); });
        };
        for (const auto *line :
             {"scale deployment/web --replicas=3", "rollout restart deployment/web",
              "rollout pause deployment/web", "set image deployment/web",
              "rollout undo deployment/web", "label deployment/web", "create job nightly-manual-",
              "drain ", "uncordon ", "delete configmap/map-7"})
            QVERIFY2(has(QString::fromLatin1(line)), line);
    }

private:
    std::unique_ptr<kube::Cluster> connected(const QString &context)
    {
        const auto known = kube::KubeconfigFiles::choose(m_real.kubeconfig(), {}).load();
        const auto config = kube::clientConfigFor(known, context);
        if (!config)
            return nullptr;
        auto cluster = std::make_unique<kube::Cluster>(*config);
        cluster->connectToServer();
        const bool ready = QTest::qWaitFor(
            [&] { return cluster->hasResources() && !cluster->version().isEmpty(); }, 30'000);
        return ready ? std::move(cluster) : nullptr;
    }

    static std::unique_ptr<ActionPlan> prepared(Action action, kube::Cluster &cluster,
                                                const std::vector<ObjectId> &objects)
    {
        auto plan = std::make_unique<ActionPlan>(cluster, u"test"_s, action, objects);
        QSignalSpy ready(plan.get(), &ActionPlan::ready);
        plan->prepare();
        return QTest::qWaitFor([&] { return ready.size() == 1; }, 60'000) ? std::move(plan)
                                                                          : nullptr;
    }

    bool run(std::unique_ptr<ActionPlan> plan, const ActionChoices &choices)
    {
        m_run.reset();
        m_plan = std::move(plan);
        if (!m_plan)
            return false;
        m_run = std::make_unique<ActionRun>(*m_plan, choices, m_journal);
        QSignalSpy finished(m_run.get(), &ActionRun::finished);
        m_run->start();
        return QTest::qWaitFor([&] { return finished.size() == 1; }, 60'000);
    }

    bool done(Action action, const ObjectId &object, const ActionChoices &choices = {})
    {
        auto plan = prepared(action, *m_admin, {object});
        if (!plan || !plan->problem().isEmpty()) {
            qInfo("%s", plan ? qPrintable(plan->problem()) : "not prepared");
            return false;
        }
        if (!run(std::move(plan), choices))
            return false;
        const auto &row = m_run->rows().front();
        if (row.state == RowState::Failed)
            qInfo("%s", qPrintable(row.detail));
        return row.state != RowState::Failed && row.state != RowState::Skipped;
    }

    ObjectId web() const { return {u"apps/v1"_s, u"Deployment"_s, m_space, u"web"_s}; }
    QByteArray field(const QString &object, const QString &path)
    {
        return m_real.kubectl({u"-n"_s, m_space, u"get"_s, object, u"-o"_s, u"jsonpath="_s + path})
            .text;
    }
    QByteArray image()
    {
        return field(u"deployment/web"_s, u"{.spec.template.spec.containers[0].image}"_s);
    }
    int revision()
    {
        return field(u"deployment/web"_s,
                     u"{.metadata.annotations.deployment\\.kubernetes\\.io/revision}"_s)
            .toInt();
    }
    int controllerRevisions()
    {
        return int(m_real
                       .kubectl({u"-n"_s, m_space, u"get"_s, u"controllerrevisions"_s, u"-l"_s,
                                 u"app=db"_s, u"-o"_s, u"name"_s})
                       .text.count('\n'));
    }
    int mapsLeft()
    {
        return int(m_real
                       .kubectl({u"-n"_s, m_space, u"get"_s, u"configmaps"_s, u"-l"_s,
                                 u"bulk=yes"_s, u"-o"_s, u"name"_s})
                       .text.count('\n'));
    }
    QString podOf(const QString &selector)
    {
        return QString::fromUtf8(
            m_real
                .kubectl({u"-n"_s, m_space, u"get"_s, u"pods"_s, u"-l"_s, selector, u"-o"_s,
                          u"jsonpath={.items[0].metadata.name}"_s})
                .text);
    }
    QString nodeName()
    {
        if (m_node.isEmpty() && m_real.isThere())
            m_node = QString::fromUtf8(m_real
                                           .kubectl({u"-n"_s, m_space, u"get"_s, u"pods"_s, u"-o"_s,
                                                     u"jsonpath={.items[0].spec.nodeName}"_s})
                                           .text);
        return m_node;
    }
    void ensureTeamPod()
    {
        if (std::exchange(m_teamPod, true))
            return;
        const auto made = m_real.kubectl(
            {u"-n"_s, u"team-a"_s, u"apply"_s, u"-f"_s, u"-"_s},
            "apiVersion: v1\nkind: Pod\nmetadata: {name: team-pod}\nspec:\n"
            "  terminationGracePeriodSeconds: 0\n  containers:\n"
            "  - {name: c, image: \"docker.io/local/busybox:1\", imagePullPolicy: IfNotPresent,"
            " command: [sleep, \"100000\"]}\n");
        QVERIFY2(made.code == 0, made.errors.constData());
    }

    support::RealCluster m_real;
    const QString m_space = support::RealCluster::ownNamespace(u"actions"_s);
    std::unique_ptr<kube::Cluster> m_admin;
    std::unique_ptr<kube::Cluster> m_limited;
    Journal m_journal;
    std::unique_ptr<ActionPlan> m_plan;
    std::unique_ptr<ActionRun> m_run; ///< borrows the plan
    QString m_node;
    bool m_teamPod = false;
};

QTEST_GUILESS_MAIN(RealActionsTest)
#include "tst_realactions.moc"
