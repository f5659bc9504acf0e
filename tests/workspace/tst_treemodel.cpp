// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/tree/treemodel.h"
#include "workspace/tree/treerules.h"

#include "kube/api/apiclient.h"
#include "kube/auth/identity.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using kube::ObjectKey;
using kube::Relation;
using workspace::TreeModel;
using workspace::TreeShape;
using Type = kube::ItemEvent::Type;

/// A tree over relations that the test tells itself; nothing is asked of a server.
class TreeModelTest : public QObject
{
    Q_OBJECT

    kube::Identity m_identity{kube::ClientConfig{.server = u"http://127.0.0.1:9"_s}};
    kube::ApiClient m_client{m_identity};
    std::shared_ptr<kube::RelationFeed> m_feed;

    static ObjectKey key(const QString &kind, const QString &name)
    {
        const bool isApp = kind == "Deployment"_L1 || kind == "ReplicaSet"_L1;
        return {isApp ? u"apps"_s : QString(), kind, u"shop"_s, name};
    }

    kube::RelationGraph &graph() { return m_feed->graph(); }

    void relate(const ObjectKey &object, const std::vector<kube::Reference> &references,
                const QMap<QString, QString> &labels = {})
    {
        graph().set({.object = object, .references = references, .podLabels = labels});
    }

    /// A pod of a deployment, by way of its replica set, that mounts a config map.
    void relatePod(const QString &name, const QString &deployment, const QString &config)
    {
        relate(key(u"ReplicaSet"_s, deployment + u"-rs"_s),
               {{Relation::ControlledBy, key(u"Deployment"_s, deployment)}});
        relate(key(u"Pod"_s, name),
               {{Relation::ControlledBy, key(u"ReplicaSet"_s, QString(deployment + u"-rs"_s))},
                {Relation::Mounts, key(u"ConfigMap"_s, config)},
                {Relation::RunsOn, {{}, u"Node"_s, {}, u"node-1"_s}}},
               {{u"app"_s, deployment}});
    }

    static kube::PackedItem row(const QString &kind, const QString &name,
                                const QString &status = {})
    {
        kube::ResourceItem item;
        item.meta.uid = kind + name;
        item.meta.name = name;
        item.meta.nameSpace = u"shop"_s;
        item.meta.created = 1000;
        if (kind == "Pod"_L1)
            item.cells = {name, status == "Running"_L1 ? u"1/1"_s : u"0/1"_s, status, u"0"_s};
        else
            item.cells = {name, u"1/1"_s};
        return item;
    }

    enum Kind { Deployments, Pods, Services };

    /// The three kinds, their columns, and the graph of `shop`.
    void prepare(TreeModel &model)
    {
        m_feed = std::make_shared<kube::RelationFeed>(m_client, kube::ApiResources(), u"shop"_s);
        auto &forest = model.forest();
        forest.addFeed(m_feed);
        connect(&graph(), &kube::RelationGraph::changed, &model, &TreeModel::takeRelations);
        forest.addKind({.group = u"apps"_s,
                        .version = u"v1"_s,
                        .resource = u"deployments"_s,
                        .kind = u"Deployment"_s});
        forest.addKind({.version = u"v1"_s, .resource = u"pods"_s, .kind = u"Pod"_s});
        forest.addKind({.version = u"v1"_s, .resource = u"services"_s, .kind = u"Service"_s});
        const kube::TableColumn name{.name = u"Name"_s, .type = u"string"_s, .format = u"name"_s};
        const auto text = [](const QString &title) {
            return kube::TableColumn{.name = title, .type = u"string"_s};
        };
        model.setColumns(Deployments, {name, text(u"Ready"_s)});
        model.setColumns(Pods, {name, text(u"Ready"_s), text(u"Status"_s), text(u"Restarts"_s)});
        model.setColumns(Services, {name, text(u"Type"_s)});
    }

    /// A small shop: web with two pods, one of which crashes, and api with one.
    void fill(TreeModel &model)
    {
        relatePod(u"web-1"_s, u"web"_s, u"settings"_s);
        relatePod(u"web-2"_s, u"web"_s, u"settings"_s);
        relatePod(u"api-1"_s, u"api"_s, u"keys"_s);
        graph().set(
            {.object = key(u"Service"_s, u"front"_s),
             .selections = {{Relation::Selects, *kube::LabelSelector::parse(u"app=web"_s)}}});
        model.put(Deployments, {row(u"Deployment"_s, u"web"_s), row(u"Deployment"_s, u"api"_s)});
        model.put(Pods,
                  {row(u"Pod"_s, u"web-1"_s, u"Running"_s),
                   row(u"Pod"_s, u"web-2"_s, u"CrashLoopBackOff"_s),
                   row(u"Pod"_s, u"api-1"_s, u"Running"_s)});
        model.put(Services, {row(u"Service"_s, u"front"_s)});
    }

    static QStringList lines(const TreeModel &model)
    {
        QStringList all;
        for (int row = 0; row < model.rowCount(); ++row) {
            const auto *node = model.node(row);
            all.append(QString(model.depth(row), u'.')
                       + (node ? node->key.name : u"# "_s + model.text(row, 0)));
        }
        return all;
    }

    static int rowOf(const TreeModel &model, const QString &line)
    {
        return int(lines(model).indexOf(line));
    }

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void workloadsHoldTheirPodsAndThoseWhatTheyMount()
    {
        TreeModel model({.kind = {u"apps"_s, u"Deployment"_s}});
        QAbstractItemModelTester tester(&model);
        prepare(model);
        fill(model);
        QTRY_COMPARE(lines(model), (QStringList{u"api"_s, u"web"_s}));
        model.setAllOpen(true);
        // Worst first; no replica set between, no node below.
        QTRY_COMPARE(lines(model),
                     (QStringList{u"api"_s, u".api-1"_s, u"..keys"_s, u"web"_s, u".web-2"_s,
                                  u"..settings"_s, u".web-1"_s, u"..settings"_s}));
        QCOMPARE(model.counts().total, 2);
        QCOMPARE(model.health(rowOf(model, u".web-2"_s)), kube::Health::Error);
        model.setAllOpen(false);
        QTRY_COMPARE(lines(model), (QStringList{u"api"_s, u"web"_s}));
    }

    void oneRowOpensByItself()
    {
        TreeModel model({.kind = {u"apps"_s, u"Deployment"_s}});
        QAbstractItemModelTester tester(&model);
        prepare(model);
        fill(model);
        QTRY_COMPARE(model.rowCount(), 2);
        QVERIFY(model.hasBranches(1));
        model.setOpen(1, true);
        QCOMPARE(lines(model), (QStringList{u"api"_s, u"web"_s, u".web-2"_s, u".web-1"_s}));
        const auto id = model.id(2);
        model.setOpen(2, true);
        QCOMPARE(model.rowOf(id), 2);
        QCOMPARE(model.parentRow(3), 2);
        QCOMPARE(model.parentRow(2), 1);
        QVERIFY(!model.hasBranches(3)); // a config map has none here
        model.setOpen(1, false);
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.rowOf(id), -1);
    }

    void podsStandBelowWhatTheyArePartOf()
    {
        TreeModel model({.kind = {{}, u"Pod"_s}});
        QAbstractItemModelTester tester(&model);
        prepare(model);
        fill(model);
        relate(key(u"Pod"_s, u"alone"_s), {});
        model.put(Pods, {row(u"Pod"_s, u"alone"_s, u"Running"_s)});
        QTRY_COMPARE(lines(model), (QStringList{u"alone"_s, u"api"_s, u"web"_s}));
        QCOMPARE(model.counts().total, 4); // pods
        QCOMPARE(model.counts().failing, 1);
    }

    void servicesHoldTheirTargets()
    {
        TreeModel model({.kind = {{}, u"Service"_s}});
        QAbstractItemModelTester tester(&model);
        prepare(model);
        fill(model);
        QTRY_COMPARE(model.rowCount(), 1);
        model.setOpen(0, true);
        QCOMPARE(lines(model), (QStringList{u"front"_s, u".web-2"_s, u".web-1"_s}));
    }

    void configMapsHoldThoseWhoUseThem()
    {
        TreeModel model({.kind = {{}, u"ConfigMap"_s}});
        prepare(model);
        model.forest().addKind(
            {.version = u"v1"_s, .resource = u"configmaps"_s, .kind = u"ConfigMap"_s});
        QAbstractItemModelTester tester(&model);
        fill(model);
        relate(key(u"Deployment"_s, u"web"_s),
               {{Relation::Mounts, key(u"ConfigMap"_s, u"settings"_s)}});
        relate(key(u"Pod"_s, u"alone"_s), {{Relation::Mounts, key(u"ConfigMap"_s, u"settings"_s)}});
        model.put(3, {row(u"ConfigMap"_s, u"settings"_s)});
        QTRY_COMPARE(model.rowCount(), 1);
        model.setAllOpen(true);
        // The pods of web stand below web; what they mount is not shown below itself.
        QTRY_COMPARE(
            lines(model),
            (QStringList{u"settings"_s, u".web"_s, u"..web-2"_s, u"..web-1"_s, u".alone"_s}));
    }

    void theSumsAreOfAllThatIsCountedAndPasses()
    {
        TreeModel model({.kind = {u"apps"_s, u"Deployment"_s}});
        prepare(model);
        fill(model);
        QTRY_COMPARE(model.rowCount(), 2);
        QCOMPARE(model.sums().text(), u"2/2 ready"_s);
        model.setAllOpen(true); // what is open changes nothing
        QTRY_COMPARE(model.rowCount(), 8);
        QCOMPARE(model.sums().text(), u"2/2 ready"_s);
        model.setFilter(u"web-2"_s);
        QTRY_COMPARE(model.rowCount(), 2);
        QCOMPARE(model.sums().text(), u"1/1 ready"_s); // of what holds a match

        TreeModel all({.isGrouped = true});
        prepare(all);
        fill(all);
        auto crashed = row(u"Pod"_s, u"web-2"_s, u"CrashLoopBackOff"_s).unpacked();
        crashed.cells[3] = u"7 (2m ago)"_s;
        all.put(Pods, {crashed});
        QTRY_COMPARE(all.counts().total, 6);
        QVERIFY2(all.sums().text().startsWith("2/2 ready"_L1), qPrintable(all.sums().text()));
        QVERIFY(all.sums().text().contains(u'7'));
    }

    void aFilterKeepsMatchesAndWhatIsAboveThem()
    {
        TreeModel model({.kind = {u"apps"_s, u"Deployment"_s}});
        QAbstractItemModelTester tester(&model);
        prepare(model);
        fill(model);
        QTRY_COMPARE(model.rowCount(), 2);
        model.setFilter(u"web-2"_s);
        QTRY_COMPARE(lines(model), (QStringList{u"web"_s, u".web-2"_s}));
        model.setFilter(u"keys"_s);
        QTRY_COMPARE(lines(model), (QStringList{u"api"_s, u".api-1"_s, u"..keys"_s}));
        model.setFilter(u"status:failed"_s);
        QTRY_COMPARE(lines(model), (QStringList{u"web"_s, u".web-2"_s}));
        model.setFilter(u"no such thing"_s);
        QTRY_COMPARE(model.rowCount(), 0);
        QVERIFY(!model.isGrowing());
        model.setFilter(u"name:web"_s);
        QTRY_COMPARE(lines(model), (QStringList{u"web"_s, u".web-2"_s, u".web-1"_s}));
        model.setOpen(1, true); // a match: now all below it is wanted
        QCOMPARE(lines(model), (QStringList{u"web"_s, u".web-2"_s, u"..settings"_s, u".web-1"_s}));
        model.setOpen(0, false);
        QCOMPARE(lines(model), QStringList{u"web"_s});
        model.setFilter({});
        QCOMPARE(lines(model), (QStringList{u"api"_s, u"web"_s}));
    }

    void changesShowWhereTheyAre()
    {
        TreeModel model({.kind = {u"apps"_s, u"Deployment"_s}});
        QAbstractItemModelTester tester(&model);
        prepare(model);
        fill(model);
        model.setAllOpen(true);
        QTRY_COMPARE(model.rowCount(), 8);
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        relatePod(u"api-2"_s, u"api"_s, u"keys"_s);
        model.apply(Pods, {{Type::Added, row(u"Pod"_s, u"api-2"_s, u"Pending"_s)}});
        QTRY_COMPARE(model.rowCount(), 10);
        QCOMPARE(lines(model).mid(0, 4),
                 (QStringList{u"api"_s, u".api-2"_s, u"..keys"_s, u".api-1"_s}));
        model.apply(Pods, {{Type::Deleted, row(u"Pod"_s, u"web-2"_s)}});
        graph().remove(key(u"Pod"_s, u"web-2"_s));
        QTRY_COMPARE(rowOf(model, u".web-2"_s), -1);
        model.apply(Pods, {{Type::Modified, row(u"Pod"_s, u"api-2"_s, u"Running"_s)}});
        QTRY_COMPARE(lines(model).mid(0, 2), (QStringList{u"api"_s, u".api-1"_s}));
        relate(key(u"Pod"_s, u"web-1"_s), // it is taken out of its set
               {{Relation::Mounts, key(u"ConfigMap"_s, u"settings"_s)}});
        QTRY_COMPARE(lines(model).last(), u"web"_s);
        QCOMPARE(resets.size(), 0);
    }

    void whatDoesNotExistIsSeen()
    {
        TreeModel model({.kind = {u"apps"_s, u"Deployment"_s}});
        QAbstractItemModelTester tester(&model);
        prepare(model);
        fill(model);
        graph().setComplete({}, u"ConfigMap"_s, u"shop"_s, true);
        model.setAllOpen(true);
        QTRY_VERIFY(rowOf(model, u"..keys"_s) > 0);
        const auto health = [&model] { return model.health(rowOf(model, u"..keys"_s)); };
        QCOMPARE(health(), kube::Health::Error);
        relate(key(u"ConfigMap"_s, u"keys"_s), {});
        QTRY_COMPARE(health(), kube::Health::Unknown);
    }

    void everythingStandsBelowHeadings()
    {
        TreeModel model({.isGrouped = true});
        QAbstractItemModelTester tester(&model);
        prepare(model);
        fill(model);
        QTRY_COMPARE(lines(model),
                     (QStringList{u"# deployments  (2)"_s, u".api"_s, u".web"_s, u"# pods  (3)"_s,
                                  u".web-2"_s, u".api-1"_s, u".web-1"_s, u"# services  (1)"_s,
                                  u".front"_s}));
        QVERIFY(model.isHeading(0));
        QCOMPARE(model.health(3), kube::Health::Error); // the worst of the pods
        model.setOpen(0, false);
        QCOMPARE(model.rowCount(), 7);
        model.setFilter(u"front"_s);
        QTRY_COMPARE(lines(model), (QStringList{u"# services  (1)"_s, u".front"_s}));
    }

    void columnsSortAmongSiblings()
    {
        TreeModel model({.kind = {u"apps"_s, u"Deployment"_s}});
        QAbstractItemModelTester tester(&model);
        prepare(model);
        fill(model);
        model.setAllOpen(true);
        QTRY_COMPARE(model.rowCount(), 8);
        model.sortBy(u"name"_s, Qt::DescendingOrder);
        QCOMPARE(lines(model).mid(0, 4),
                 (QStringList{u"web"_s, u".web-2"_s, u"..settings"_s, u".web-1"_s}));
        model.sortBy(u"name"_s, Qt::AscendingOrder);
        QCOMPARE(lines(model).mid(3, 2), (QStringList{u"web"_s, u".web-1"_s}));
        model.choose({u"status"_s, u"name"_s, u"kind"_s});
        QCOMPARE(model.columnCount(), 3);
        QCOMPARE(model.sortColumn(), 1);
    }

    void randomEventsEndWhereAFreshTreeIs()
    {
        TreeModel model({.kind = {{}, u"Pod"_s}});
        QAbstractItemModelTester tester(&model);
        prepare(model);
        model.setAllOpen(true);
        QRandomGenerator random(11);
        const QStringList states{u"Running"_s, u"Error"_s, u"Pending"_s, u"Completed"_s};
        std::map<QString, kube::PackedItem> pods;
        for (int i = 0; i < 400; ++i) {
            const auto number = random.bounded(30);
            const auto name = u"p%1"_s.arg(number);
            if (random.bounded(3) == 0) {
                model.apply(Pods, {{Type::Deleted, row(u"Pod"_s, name)}});
                graph().remove(key(u"Pod"_s, name));
                pods.erase(name);
            } else {
                relatePod(name, u"d%1"_s.arg(random.bounded(5)), u"c%1"_s.arg(random.bounded(4)));
                const auto item = row(u"Pod"_s, name, states[random.bounded(4)]);
                model.apply(Pods, {{Type::Modified, item}});
                pods[name] = item;
            }
            if (i % 40 == 0)
                model.setFilter(i % 80 == 0 ? u"p1"_s : QString());
            if (i % 7 == 0)
                QTest::qWait(1);
        }
        model.setFilter({});
        TreeModel fresh({.kind = {{}, u"Pod"_s}});
        fresh.forest().addFeed(m_feed);
        for (const auto &kind : model.forest().kinds())
            fresh.forest().addKind(kind.resource);
        for (int kind = 0; kind < 3; ++kind)
            fresh.setColumns(kind, model.forest().kinds()[size_t(kind)].columns);
        for (const auto &[name, item] : pods)
            fresh.put(Pods, {item});
        fresh.setAllOpen(true);
        QTRY_VERIFY(!fresh.isGrowing() && !model.isGrowing());
        QTRY_COMPARE(lines(model), lines(fresh));
    }

    /// 20,000 pods of 2,000 deployments: no single turn of the event loop is felt.
    void manyRowsAreLookedThroughInSlices()
    {
        TreeModel model({.kind = {{}, u"Pod"_s}});
        prepare(model);
        std::vector<kube::RelationChange> changes;
        std::vector<kube::PackedItem> pods;
        for (int i = 0; i < 20'000; ++i) {
            const auto deployment = u"app-%1"_s.arg(i / 10);
            const ObjectKey set = key(u"ReplicaSet"_s, QString(deployment + u"-rs"_s));
            if (i % 10 == 0)
                changes.push_back(
                    {{.object = set,
                      .references = {{Relation::ControlledBy, key(u"Deployment"_s, deployment)}}}});
            const auto name = u"%1-%2"_s.arg(deployment).arg(i);
            changes.push_back({{.object = key(u"Pod"_s, name),
                                .references = {{Relation::ControlledBy, set},
                                               {Relation::Mounts, key(u"ConfigMap"_s, deployment)},
                                               {Relation::Mounts, key(u"Secret"_s, u"tls"_s)}}}});
            pods.push_back(row(u"Pod"_s, name, i % 50 ? u"Running"_s : u"Error"_s));
        }
        graph().apply(changes);
        model.put(Pods, pods);
        qint64 longest = 0;
        const auto turn = [&longest](auto work) {
            QElapsedTimer clock;
            clock.start();
            work();
            longest = qMax(longest, clock.elapsed());
        };
        const auto settle = [&](const char *what, std::optional<int> rows = {}) {
            QElapsedTimer whole;
            whole.start();
            const auto isThere = [&] {
                return !model.isGrowing()
                    && (rows ? model.rowCount() == *rows : whole.hasExpired(150));
            };
            while (!isThere() && !whole.hasExpired(60'000))
                turn([] { QCoreApplication::processEvents(QEventLoop::AllEvents, 1); });
            qInfo("%s: %lld ms, longest turn %lld ms, %d rows", what, whole.elapsed(), longest,
                  model.rowCount());
        };
        settle("first rows", 2000);
        QCOMPARE(model.rowCount(), 2000);
        turn([&] { model.setAllOpen(true); });
        settle("everything open", 2000 + 20'000 * 3);
        QCOMPARE(model.rowCount(), 2000 + 20'000 * 3);
        for (const auto &typed :
             {u"app-1"_s, u"app-17"_s, u"app-17 status:failed"_s, u"re:/-1[0-9]$/"_s})
            turn([&] { model.setFilter(typed); });
        settle("filters");
        turn([&] { model.setFilter({}); });
        std::vector<kube::PackedEvent> events;
        for (size_t i = 0; i < 500; ++i)
            events.push_back(
                {Type::Modified, row(u"Pod"_s, pods[i * 7].meta().name, u"Pending"_s)});
        turn([&] { model.apply(Pods, events); });
        settle("500 changes");
        QVERIFY2(longest < 400, qPrintable(u"%1 ms"_s.arg(longest)));
    }

    void everyMainKindHasATree()
    {
        for (const auto &kind : workspace::mainKinds())
            QVERIFY(workspace::hasTree({.group = kind.group, .kind = kind.kind}));
        QVERIFY(!workspace::hasTree({.kind = u"Event"_s}));
    }
};

QTEST_MAIN(TreeModelTest)
#include "tst_treemodel.moc"
