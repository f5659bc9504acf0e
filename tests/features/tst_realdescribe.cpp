// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "features/describefacts.h"
#include "kube/api/apiclient.h"
#include "support/realtest.h"
#include "support/testdata.h"
#include "workspace/describe/objectdescription.h"

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>

#include <cstdio>
#include <map>

using namespace Qt::StringLiterals;

static const auto Space = u"krateyard-describe"_s;
static const auto DevSpace = u"team-a"_s; // the only one that the context dev may look into

static const QByteArray Sprocket = R"(
apiVersion: describe.krateyard.example/v1
kind: Sprocket
metadata: {name: wheel, labels: {app: wheel}, annotations: {note: a round thing}}
spec: {teeth: 17, colourName: dark red}
)";

/// Our descriptions beside those of `kubectl describe`, on a real cluster.
class RealDescribeTest : public QObject, private support::RealTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (const auto why = m_real.whyNot(); !why.isEmpty())
            SKIP_ALL(why.constData());
        removeShared();
        QVERIFY(m_real.freshNamespace(Space));
        QFile file(support::testData(u"describe/objects.yaml"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto made =
            m_real.kubectl({u"-n"_s, Space, u"create"_s, u"-f"_s, u"-"_s}, file.readAll());
        QVERIFY2(made.code == 0, made.errors.constData());
        m_real.kubectl(
            {u"-n"_s, DevSpace, u"delete"_s, u"pod"_s, u"seen"_s, u"--ignore-not-found"_s});
        const QByteArray seen = "apiVersion: v1\nkind: Pod\nmetadata: {name: seen}\nspec:\n"
                                "  terminationGracePeriodSeconds: 0\n"
                                "  containers: [{name: c, image: docker.io/local/busybox:1, "
                                "imagePullPolicy: IfNotPresent, command: [sleep, \"3600\"]}]\n";
        const auto pod = m_real.kubectl({u"-n"_s, DevSpace, u"create"_s, u"-f"_s, u"-"_s}, seen);
        QVERIFY2(pod.code == 0, pod.errors.constData());
        const QStringList apply{u"-n"_s, Space, u"apply"_s, u"-f"_s, u"-"_s};
        QTRY_COMPARE_WITH_TIMEOUT(m_real.kubectl(apply, Sprocket).code, 0, 20'000);
        if (!m_real.hasNodes())
            return;
        for (const auto &what : {u"deployment/web"_s, u"daemonset/agent"_s})
            QCOMPARE(
                m_real
                    .kubectl({u"-n"_s, Space, u"rollout"_s, u"status"_s, what, u"--timeout=55s"_s})
                    .code,
                0);
        QVERIFY(m_real.waitFor(Space, u"job/once"_s, u"condition=complete"_s));
    }

    void cleanupTestCase()
    {
        if (!m_real.isThere())
            return;
        m_real.removeNamespace(Space);
        m_real.kubectl({u"-n"_s, DevSpace, u"delete"_s, u"pod"_s, u"seen"_s, u"--wait=false"_s});
        removeShared();
    }

    void everyFactOfKubectlIsTold_data()
    {
        QTest::addColumn<QString>("context");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("name");
        for (const auto *context : {"admin", "token"}) {
            for (const auto &[kind, name] : described()) {
                QTest::addRow("%s %s", context, qPrintable(kind))
                    << QString::fromLatin1(context) << kind << name;
            }
        }
        QTest::addRow("dev pods") << u"dev"_s << u"pods"_s << u"seen"_s;
    }

    void everyFactOfKubectlIsTold()
    {
        QFETCH(const QString, context);
        QFETCH(const QString, kind);
        QFETCH(QString, name);
        if (kind == "nodes"_L1 && !m_real.hasNodes())
            QSKIP("this kernel runs no real node");
        const auto place = context == "dev"_L1 ? DevSpace : Space;
        if (name.isEmpty())
            name = nameOfOne(kind);
        QVERIFY(!name.isEmpty());
        auto &cluster = connected(context);
        const auto *resource = cluster.resources().find(kind);
        QVERIFY(resource);
        workspace::ObjectDescription description(
            cluster.cache(),
            {*resource,
             {resource->apiVersion(), resource->kind, resource->namespaced ? place : QString(),
              name},
             cluster.resources(),
             feeds(context).feedFor(resource->namespaced ? place : QString())});
        description.start();
        QTRY_VERIFY_WITH_TIMEOUT(description.isComplete(), 30'000);

        // Both must have looked at the same state: a live object gets a few tries.
        DescribeFacts facts;
        QElapsedTimer clock;
        clock.start();
        QString theirs;
        do {
            theirs = saidByKubectl(context, place, kind, name);
            QTest::qWait(300); // what kubectl has read reaches the watch a moment later
            facts = DescribeFacts::compare(theirs, textOf(description));
        } while (!facts.missing.isEmpty() && clock.elapsed() < 20'000);
        m_facts += facts.count;
        QVERIFY2(facts.count >= 2, qPrintable(theirs));
        QVERIFY2(facts.missing.isEmpty(),
                 qPrintable(u"not told:\n%1\nours:\n%2"_s.arg(facts.missing.join(u'\n'),
                                                              textOf(description))));
        const auto text = textOf(description);
        QVERIFY(!text.contains("not-a-secret"_L1));
        QVERIFY(!text.contains("bm90LWEtc2VjcmV0"_L1)); // the same in base64
    }

    void factsWereCounted()
    {
        qInfo("%d facts held", m_facts);
        QVERIFY(m_facts > 500);
    }

    void relationsAreTold()
    {
        auto &cluster = connected(u"admin"_s);
        const auto *resource = cluster.resources().find(u"configmaps");
        workspace::ObjectDescription description(cluster.cache(),
                                                 {*resource,
                                                  {u"v1"_s, u"ConfigMap"_s, Space, u"settings"_s},
                                                  cluster.resources(),
                                                  feeds(u"admin"_s).feedFor(Space)});
        description.start();
        QTRY_VERIFY_WITH_TIMEOUT(textOf(description).contains("Deployment/web"_L1), 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(textOf(description).contains("Pod/worker"_L1), 20'000);
        QVERIFY(textOf(description).contains("Used by"_L1));
        // Live: a new user shows without a reload.
        const QByteArray pod =
            "apiVersion: v1\nkind: Pod\nmetadata: {name: latecomer}\nspec:\n"
            "  terminationGracePeriodSeconds: 0\n"
            "  containers: [{name: c, image: docker.io/local/busybox:1, envFrom: "
            "[{configMapRef: {name: settings}}]}]\n";
        QCOMPARE(m_real.kubectl({u"-n"_s, Space, u"create"_s, u"-f"_s, u"-"_s}, pod).code, 0);
        QTRY_VERIFY_WITH_TIMEOUT(textOf(description).contains("Pod/latecomer"_L1), 10'000);
        QCOMPARE(m_real.kubectl({u"-n"_s, Space, u"delete"_s, u"pod"_s, u"latecomer"_s}).code, 0);
        QTRY_VERIFY_WITH_TIMEOUT(!textOf(description).contains("Pod/latecomer"_L1), 10'000);
    }

    void whoMayNotListIsToldSo()
    {
        auto &cluster = connected(u"dev"_s);
        const auto *resource = cluster.resources().find(u"pods");
        workspace::ObjectDescription description(cluster.cache(),
                                                 {*resource,
                                                  {u"v1"_s, u"Pod"_s, DevSpace, u"seen"_s},
                                                  cluster.resources(),
                                                  feeds(u"dev"_s).feedFor(DevSpace)});
        description.start();
        QTRY_VERIFY_WITH_TIMEOUT(description.isComplete(), 30'000);
        const auto text = textOf(description);
        QVERIFY2(text.contains("Relations not known"_L1), qPrintable(text));
        QVERIFY2(text.contains("services is forbidden"_L1), qPrintable(text));
    }

private:
    static std::vector<std::pair<QString, QString>> described()
    {
        return {{u"pods"_s, u"worker"_s},
                {u"deployments"_s, u"web"_s},
                {u"replicasets"_s, {}},
                {u"statefulsets"_s, u"db"_s},
                {u"daemonsets"_s, u"agent"_s},
                {u"jobs"_s, u"once"_s},
                {u"cronjobs"_s, u"nightly"_s},
                {u"services"_s, u"web"_s},
                {u"endpoints"_s, u"web"_s},
                {u"endpointslices"_s, {}},
                {u"events"_s, {}},
                {u"ingresses"_s, u"front"_s},
                {u"ingressclasses"_s, u"krateyard-class"_s},
                {u"configmaps"_s, u"settings"_s},
                {u"secrets"_s, u"keys"_s},
                {u"persistentvolumeclaims"_s, u"data"_s},
                {u"persistentvolumes"_s, u"krateyard-pv"_s},
                {u"storageclasses"_s, u"krateyard-manual"_s},
                {u"priorityclasses"_s, u"krateyard-low"_s},
                {u"nodes"_s, u"node1"_s},
                {u"namespaces"_s, Space},
                {u"serviceaccounts"_s, u"runner"_s},
                {u"roles"_s, u"reader"_s},
                {u"rolebindings"_s, u"readers"_s},
                {u"clusterroles"_s, u"krateyard-paths"_s},
                {u"clusterrolebindings"_s, u"krateyard-paths"_s},
                {u"networkpolicies"_s, u"walls"_s},
                {u"horizontalpodautoscalers"_s, u"scaler"_s},
                {u"poddisruptionbudgets"_s, u"guard"_s},
                {u"resourcequotas"_s, u"budget"_s},
                {u"limitranges"_s, u"sizes"_s},
                // Kinds that only the generic form knows:
                {u"apiservices"_s, u"v1.apps"_s},
                {u"sprockets"_s, u"wheel"_s}};
    }

    /// The administrator asks with the cluster's own kubectl, the others with the one in the PATH,
    /// if there is one: versions apart, they do not always say the same. Of an API that is only in
    /// the old server's beta, the new one knows nothing.
    QString saidByKubectl(const QString &context, const QString &place, const QString &kind,
                          const QString &name) const
    {
        auto program = QStandardPaths::findExecutable(u"kubectl"_s);
        if (context == "admin"_L1 || kind == "cronjobs"_L1 || program.isEmpty())
            program = m_real.kubectlPath();
        QProcess process;
        process.start(program,
                      {u"--kubeconfig"_s, m_real.kubeconfig(), u"--context"_s, context, u"-n"_s,
                       place, u"describe"_s, kind, name});
        if (!process.waitForFinished(60'000) || process.exitCode() != 0)
            qInfo("kubectl: %s", process.readAllStandardError().constData());
        return QString::fromUtf8(process.readAllStandardOutput());
    }

    static QString textOf(workspace::ObjectDescription &description)
    {
        QStringList lines;
        const auto document = toText(description.tell(QDateTime::currentDateTimeUtc()));
        for (const auto &line : document.lines)
            lines.append(line.text);
        return lines.join(u'\n');
    }

    /// What lies outside of the namespace.
    void removeShared() const
    {
        m_real.kubectl({u"delete"_s, u"--ignore-not-found"_s, u"--wait=false"_s,
                        u"pv/krateyard-pv"_s, u"storageclass/krateyard-manual"_s,
                        u"priorityclass/krateyard-low"_s, u"ingressclass/krateyard-class"_s,
                        u"clusterrole/krateyard-paths"_s, u"clusterrolebinding/krateyard-paths"_s,
                        u"crd/sprockets.describe.krateyard.example"_s});
    }

    /// Of what gets its name from the cluster.
    QString nameOfOne(const QString &kind) const
    {
        QStringList arguments{u"-n"_s, Space,   u"get"_s,
                              kind,    u"-o"_s, u"jsonpath={.items[0].metadata.name}"_s};
        if (kind == "replicasets"_L1)
            arguments << u"-l"_s << u"app=front"_s;
        if (kind == "events"_L1)
            arguments << u"--field-selector"_s << u"involvedObject.name=once"_s;
        return QString::fromUtf8(m_real.kubectl(arguments).text).trimmed();
    }

    kube::RelationFeeds &feeds(const QString &context)
    {
        auto &feeds = m_feeds[context];
        if (!feeds)
            feeds = std::make_unique<kube::RelationFeeds>(connected(context).client(),
                                                          connected(context).resources());
        return *feeds;
    }

    std::map<QString, std::unique_ptr<kube::RelationFeeds>> m_feeds;
    int m_facts = 0;
};

QTEST_GUILESS_MAIN(RealDescribeTest)
#include "tst_realdescribe.moc"
