// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/api/apiclient.h"
#include "kube/watch/resourcecache.h"
#include "support/realtest.h"
#include "support/testdata.h"
#include "workspace/yaml/yamltext.h"

#include <QFile>
#include <QJsonDocument>
#include <QTest>

#include <algorithm>
#include <cstdio>
#include <map>

using namespace Qt::StringLiterals;

namespace {

const auto Space = u"krateyard-kinds"_s;

const QByteArray Gizmo = R"(
apiVersion: krateyard.example/v1
kind: Gizmo
metadata: {name: one}
spec: {size: 7, colour: "yes", wide: w}
)";

/// A row of a kubectl table, text by column title. Cells may hold spaces, so the columns are found
/// by where their titles stand.
using Row = std::map<QString, QString>;

std::vector<Row> rowsOf(const QByteArray &table)
{
    const auto lines = QString::fromUtf8(table).split(u'\n', Qt::SkipEmptyParts);
    std::vector<Row> rows;
    if (lines.isEmpty())
        return rows;
    std::vector<qsizetype> starts;
    const auto &titles = lines.first();
    for (qsizetype i = 0; i < titles.size(); ++i) {
        const bool begins = titles[i] != u' ' && (i == 0 || titles[i - 1] == u' ');
        if (begins && (i < 2 || titles[i - 2] == u' ')) // titles of two words have one space
            starts.push_back(i);
    }
    for (const auto &line : lines.sliced(1)) {
        Row row;
        for (size_t c = 0; c < starts.size(); ++c) {
            const auto end = c + 1 < starts.size() ? starts[c + 1] - starts[c] : -1;
            row[titles.mid(starts[c], end).trimmed()] = line.mid(starts[c], end).trimmed();
        }
        rows.push_back(row);
    }
    return rows;
}

/// What a subscription has told so far.
struct Mirror
{
    explicit Mirror(kube::Subscription &told)
    {
        using kube::Subscription;
        QObject::connect(&told, &Subscription::columnsChanged, &told,
                         [this](const auto &c) { columns = c; });
        QObject::connect(&told, &Subscription::pageListed, &told, [this](const auto &items) {
            for (const auto &item : items)
                rows[item.uid()] = item.unpacked();
        });
        QObject::connect(&told, &Subscription::changed, &told, [this](const auto &events) {
            for (const auto &event : events) {
                if (event.type == kube::ItemEvent::Type::Deleted)
                    rows.erase(event.item.uid());
                else
                    rows[event.item.uid()] = event.item.unpacked();
            }
        });
        told.start();
    }

    const kube::ResourceItem *named(const QString &name) const
    {
        const auto found = std::ranges::find_if(
            rows, [&](const auto &row) { return row.second.meta.name == name; });
        return found == rows.end() ? nullptr : &found->second;
    }

    QList<kube::TableColumn> columns;
    std::map<QString, kube::ResourceItem> rows;
};

struct Kind
{
    const char *resource;
    bool namespaced = true;
    const char *name = "one";
};

constexpr Kind Kinds[]{
    {"pods"},
    {"configmaps"},
    {"secrets"},
    {"services"},
    {"serviceaccounts"},
    {"persistentvolumeclaims"},
    {"limitranges"},
    {"resourcequotas"},
    {"replicationcontrollers"},
    {"endpoints"},
    {"deployments.apps"},
    {"replicasets.apps"},
    {"statefulsets.apps"},
    {"daemonsets.apps"},
    {"jobs.batch"},
    {"cronjobs.batch"},
    {"horizontalpodautoscalers.autoscaling"},
    {"poddisruptionbudgets.policy"},
    {"ingresses.networking.k8s.io"},
    {"networkpolicies.networking.k8s.io"},
    {"roles.rbac.authorization.k8s.io"},
    {"rolebindings.rbac.authorization.k8s.io"},
    {"leases.coordination.k8s.io"},
    {"gizmos.krateyard.example"},
    {"namespaces", false, "krateyard-kinds"},
    {"persistentvolumes", false, "krateyard-one"},
    {"storageclasses.storage.k8s.io", false, "krateyard-one"},
    {"priorityclasses.scheduling.k8s.io", false, "krateyard-one"},
    {"clusterroles.rbac.authorization.k8s.io", false, "krateyard-one"},
    {"clusterrolebindings.rbac.authorization.k8s.io", false, "krateyard-one"},
    {"ingressclasses.networking.k8s.io", false, "krateyard-one"},
    {"customresourcedefinitions.apiextensions.k8s.io", false, "gizmos.krateyard.example"},
};

} // namespace

/// Each kind listed, watched and read as YAML, as the administrator, by token, and as a user with
/// rights in one namespace; compared with what kubectl says to the same user.
class RealKindsTest : public QObject, private support::RealTest
{
    Q_OBJECT

private:
    support::RealCluster::Output kubectl(const QString &context, const QStringList &arguments) const
    {
        return m_real.kubectl(
            QStringList{u"--kubeconfig"_s, m_real.kubeconfig(), u"--context"_s, context}
            + arguments);
    }

    const kube::ApiResource &resourceOf(kube::Cluster &cluster, const QString &alias)
    {
        const auto *found = cluster.resources().find(alias);
        if (!found)
            qFatal("the cluster knows no %s", qPrintable(alias));
        return *found;
    }

    static void addKinds(const QStringList &contexts)
    {
        QTest::addColumn<QString>("context");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("space");
        QTest::addColumn<QString>("name");
        for (const auto &context : contexts) {
            for (const auto &kind : Kinds)
                QTest::addRow("%s as %s", kind.resource, qPrintable(context))
                    << context << QString::fromLatin1(kind.resource)
                    << (kind.namespaced ? Space : QString()) << QString::fromLatin1(kind.name);
        }
    }

    static QStringList inSpace(const QString &space)
    {
        return space.isEmpty() ? QStringList() : QStringList{u"-n"_s, space};
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (const auto why = m_real.whyNot(); !why.isEmpty())
            SKIP_ALL(why.constData());
        QVERIFY(m_real.freshNamespace(Space));
        QFile file(support::testData(u"kube/kinds.yaml"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QStringList apply{u"-n"_s, Space, u"apply"_s, u"-f"_s, u"-"_s};
        const auto made = m_real.kubectl(apply, file.readAll());
        QVERIFY2(made.code == 0, made.errors.constData());
        QTRY_COMPARE_WITH_TIMEOUT(m_real.kubectl(apply, Gizmo).code, 0, 20'000);
        if (m_real.hasNodes())
            QVERIFY(m_real.waitFor(Space, u"pod/one"_s, u"condition=Ready"_s));
    }

    void cleanupTestCase()
    {
        if (!m_real.isThere())
            return;
        m_clusters.clear();
        m_real.removeNamespace(Space);
        m_real.kubectl({u"delete"_s, u"--wait=false"_s, u"crd/gizmos.krateyard.example"_s,
                        u"pv/krateyard-one"_s, u"storageclass/krateyard-one"_s,
                        u"priorityclass/krateyard-one"_s, u"clusterrole/krateyard-one"_s,
                        u"clusterrolebinding/krateyard-one"_s, u"ingressclass/krateyard-one"_s});
    }

    void theListHasTheServersColumnsAndRows_data() { addKinds({u"admin"_s, u"token"_s, u"dev"_s}); }

    void theListHasTheServersColumnsAndRows()
    {
        QFETCH(const QString, context);
        QFETCH(const QString, kind);
        QFETCH(const QString, space);
        QFETCH(const QString, name);
        auto &cluster = connected(context);
        const auto objects =
            cluster.cache().subscribe({.resource = resourceOf(cluster, kind), .nameSpace = space});
        const Mirror mirror(*objects);
        const auto theirs = kubectl(context, inSpace(space) + QStringList{u"get"_s, kind});
        if (theirs.code != 0) { // forbidden, and said so
            QTRY_COMPARE_WITH_TIMEOUT(objects->state(), kube::Subscription::State::Refused, 10'000);
            QVERIFY2(theirs.errors.contains(objects->lastError()->message.toUtf8()),
                     theirs.errors.constData());
            return;
        }
        QTRY_COMPARE_WITH_TIMEOUT(objects->state(), kube::Subscription::State::Live, 10'000);
        const auto rows = rowsOf(theirs.text);
        QCOMPARE(mirror.rows.size(), rows.size());
        const auto row = std::ranges::find_if(
            rows, [&](const Row &r) { return r.contains(u"NAME"_s) && r.at(u"NAME"_s) == name; });
        QVERIFY2(row != rows.end(), theirs.text.constData());
        const auto *item = mirror.named(name);
        QVERIFY(item);
        size_t shown = 0;
        for (qsizetype c = 0; c < mirror.columns.size(); ++c) {
            const auto &column = mirror.columns[c];
            if (column.priority > 0)
                continue;
            ++shown;
            const auto title = column.name.toUpper();
            QVERIFY2(row->contains(title), qPrintable(title));
            if (column.name != "Age"_L1 && column.type != "date"_L1)
                QCOMPARE(item->cells[c], row->at(title));
        }
        QCOMPARE(shown, row->size());
    }

    void theYamlIsKubectls_data() { addKinds({u"admin"_s, u"token"_s, u"dev"_s}); }

    void theYamlIsKubectls()
    {
        QFETCH(const QString, context);
        QFETCH(const QString, kind);
        QFETCH(const QString, space);
        QFETCH(const QString, name);
        auto &cluster = connected(context);
        const kube::ObjectRef ref{resourceOf(cluster, kind).gvr(), space, name};
        // What a controller writes meanwhile would tell them apart: both again then.
        for (int attempt = 0;; ++attempt) {
            const auto theirs = kubectl(
                context, inSpace(space) + QStringList{u"get"_s, kind, name, u"-o"_s, u"yaml"_s});
            const auto ours = cluster.client().get(ref);
            QTRY_VERIFY_WITH_TIMEOUT(ours.isFinished(), 10'000);
            if (theirs.code != 0) {
                QVERIFY(!ours.result());
                QVERIFY2(theirs.errors.contains(ours.result().error().message.toUtf8()),
                         theirs.errors.constData());
                return;
            }
            QVERIFY(ours.result());
            // kubectl before 1.21 shows them.
            const bool managed = theirs.text.contains("\n  managedFields:\n");
            const auto text =
                workspace::toYaml(*ours.result(), {.managedFields = managed, .maskSecrets = false})
                    .text()
                    .toUtf8();
            // kubectl folds quoted texts at 80 columns; we leave a line a line.
            if (text == theirs.text || text.simplified() == theirs.text.simplified())
                return;
            if (attempt == 3) {
                const auto a = text.split('\n');
                const auto b = theirs.text.split('\n');
                for (qsizetype i = 0; i < qMin(a.size(), b.size()); ++i)
                    QCOMPARE(a[i], b[i]);
            }
        }
    }

    void aChangeByKubectlArrives_data() { addKinds({u"admin"_s}); }

    void aChangeByKubectlArrives()
    {
        QFETCH(const QString, kind);
        QFETCH(const QString, space);
        QFETCH(const QString, name);
        auto &cluster = connected(u"token"_s);
        const auto objects =
            cluster.cache().subscribe({.resource = resourceOf(cluster, kind), .nameSpace = space});
        const Mirror mirror(*objects);
        QTRY_COMPARE_WITH_TIMEOUT(objects->state(), kube::Subscription::State::Live, 10'000);
        QTRY_VERIFY(mirror.named(name));
        const QString label =
            u"touched-"_s + kind.section(u'.', 0, 0); // a service's endpoints copy its
        QVERIFY(!mirror.named(name)->meta.labels.contains(label));
        const auto labelled = kubectl(
            u"admin"_s, inSpace(space) + QStringList{u"label"_s, kind, name, label + u"=yes"_s});
        QVERIFY2(labelled.code == 0, labelled.errors.constData());
        QTRY_COMPARE(mirror.named(name)->meta.labels.value(label), u"yes"_s);
    }

    void everyKindThatCanBeListedIsListed()
    {
        auto &cluster = connected(u"admin"_s);
        for (const auto &resource : cluster.resources().resources) {
            if (!resource.can(u"list") || resource.group == "metrics.k8s.io"_L1)
                continue; // what the kubelets measure comes and goes
            const auto objects = cluster.cache().subscribe({.resource = resource});
            const Mirror mirror(*objects);
            QTRY_VERIFY2_WITH_TIMEOUT(objects->isListed(), qPrintable(resource.resource), 20'000);
            QVERIFY2(!mirror.columns.isEmpty(), qPrintable(resource.resource));
        }
    }

private:
};

QTEST_MAIN(RealKindsTest)
#include "tst_realkinds.moc"
