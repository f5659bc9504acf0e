// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/collection/collectionmodel.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using workspace::CollectionModel;
using Type = kube::ItemEvent::Type;

class CollectionModelTest : public QObject
{
    Q_OBJECT

    static QList<kube::TableColumn> podColumns()
    {
        return {{.name = u"Name"_s, .type = u"string"_s, .format = u"name"_s},
                {.name = u"Ready"_s, .type = u"string"_s},
                {.name = u"Status"_s, .type = u"string"_s},
                {.name = u"Restarts"_s, .type = u"string"_s},
                {.name = u"Age"_s, .type = u"string"_s},
                {.name = u"IP"_s, .type = u"string"_s, .priority = 1}};
    }

    static kube::ResourceItem pod(const QString &name, const QString &status = u"Running"_s,
                                  const QString &restarts = u"0"_s, qint64 created = 1000,
                                  const QString &nameSpace = u"shop"_s)
    {
        kube::ResourceItem item;
        item.meta.uid = nameSpace + u'/' + name;
        item.meta.name = name;
        item.meta.nameSpace = nameSpace;
        item.meta.created = created;
        item.meta.labels = {{u"app"_s, name.section(u'-', 0, 0)}};
        const auto ready = status == "Running"_L1 ? u"1/1"_s : u"0/1"_s;
        item.cells = {name, ready, status, restarts, u"old"_s, u"10.0.0.1"_s};
        return item;
    }

    static QStringList names(const CollectionModel &model)
    {
        QStringList all;
        for (int row = 0; row < model.rowCount(); ++row)
            all.append(model.item(row).meta.name);
        return all;
    }

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void theWorstComesFirst()
    {
        CollectionModel model({.version = u"v1"_s, .resource = u"pods"_s, .kind = u"Pod"_s}, true);
        QAbstractItemModelTester tester(&model);
        model.setColumns(podColumns());
        model.replaceAll({pod(u"b"_s), pod(u"a"_s), pod(u"done"_s, u"Completed"_s),
                          pod(u"z"_s, u"CrashLoopBackOff"_s),
                          pod(u"new"_s, u"ContainerCreating"_s)});

        QCOMPARE(names(model), QStringList({u"z"_s, u"new"_s, u"a"_s, u"b"_s, u"done"_s}));
        QCOMPARE(model.columnCount(), 6); // namespace and the five of priority 0
        QCOMPARE(model.headerData(0, Qt::Horizontal).toString(), u"Namespace"_s);
        QCOMPARE(model.counts(), (CollectionModel::Counts{5, 1, 0, 1, 5}));
    }

    void usageBringsTwoColumnsThatSortByNumber()
    {
        CollectionModel model({.version = u"v1"_s, .resource = u"pods"_s, .kind = u"Pod"_s}, false);
        QAbstractItemModelTester tester(&model);
        model.setColumns(podColumns());
        model.replaceAll({pod(u"a"_s), pod(u"b"_s), pod(u"c"_s), pod(u"none"_s)});
        model.sort(4); // by age
        std::map<QString, kube::Usage> figures{{u"a"_s, {9'000'000, 200 << 20}},
                                               {u"b"_s, {100'000'001, 30 << 20}},
                                               {u"c"_s, {20'000'000, 1 << 20}}};
        const auto usage =
            [&figures](const kube::PackedItem &item) -> std::optional<kube::UsageFigure> {
            const auto found = figures.find(item.meta().name);
            return found == figures.end() ? std::nullopt
                                          : std::optional<kube::UsageFigure>({found->second, 1, 1});
        };
        QSignalSpy inserted(&model, &QAbstractItemModel::columnsInserted);
        model.setUsage(usage);
        QCOMPARE(inserted.size(), 1);
        QCOMPARE(model.columnCount(), 7);
        QCOMPARE(model.headerData(3, Qt::Horizontal).toString(), u"CPU"_s);
        QCOMPARE(model.headerData(6, Qt::Horizontal).toString(), u"Age"_s);
        QCOMPARE(model.sortColumn(), 6); // still by age

        model.sort(3);
        QCOMPARE(names(model), QStringList({u"b"_s, u"c"_s, u"a"_s, u"none"_s}));
        QCOMPARE(model.text(0, 3), u"101m"_s);
        QCOMPARE(model.text(0, 4), u"30Mi"_s);
        QCOMPARE(model.text(3, 3), QString());
        model.sort(4);
        QCOMPARE(names(model), QStringList({u"a"_s, u"b"_s, u"c"_s, u"none"_s}));

        figures[u"c"_s].memory = 500 << 20;
        model.setUsage(usage);
        QCOMPARE(inserted.size(), 1);
        QCOMPARE(names(model), QStringList({u"c"_s, u"a"_s, u"b"_s, u"none"_s}));
        figures[u"none"_s] = {1, 900 << 20}; // what comes between two rounds finds its place, too
        model.apply({{Type::Modified, pod(u"none"_s, u"Error"_s)}});
        QCOMPARE(names(model).first(), u"none"_s);
        model.setColumns({podColumns().first(), podColumns().at(4)});
        QCOMPARE(model.columnCount(), 4);
        QCOMPARE(model.headerData(1, Qt::Horizontal).toString(), u"CPU"_s);
    }

    void figuresAreOnlyAskedForWhereTheyAreSeen()
    {
        CollectionModel model({.version = u"v1"_s, .resource = u"pods"_s, .kind = u"Pod"_s}, false);
        std::vector<kube::PackedItem> many;
        for (int i = 0; i < 20'000; ++i)
            many.emplace_back(pod(u"pod-%1"_s.arg(i)));
        model.setColumns(podColumns());
        model.replaceAll(many);
        int asked = 0;
        const auto usage = [&asked](const kube::PackedItem &) {
            ++asked;
            return std::optional<kube::UsageFigure>({{asked, asked}, 1, 1});
        };
        for (int round = 0; round < 5; ++round)
            model.setUsage(usage);
        model.setFilter(u"pod-1"_s);
        QCOMPARE(asked, 0);
        QCOMPARE(model.text(0, 3), u"1m"_s);
        QCOMPARE(asked, 1);
    }

    void whatARowIsSortedByIsReadOnceAndStaysWhenOtherColumnsAreShown()
    {
        CollectionModel model({.version = u"v1"_s, .resource = u"pods"_s, .kind = u"Pod"_s}, false);
        std::vector<kube::PackedItem> many;
        for (int i = 0; i < 3000; ++i)
            many.emplace_back(pod(u"pod-%1"_s.arg(i)));
        model.setColumns(podColumns());
        model.replaceAll(many);
        int asked = 0;
        model.setUsage([&asked](const kube::PackedItem &item) {
            ++asked;
            return std::optional<kube::UsageFigure>({{qint64(qHash(item.name())), 1}, 1, 1});
        });
        model.sortBy(u"cpu"_s, Qt::AscendingOrder);
        QCOMPARE(asked, 3000); // not for each comparison
        const auto first = names(model);
        model.choose({u"cpu"_s, u"label/app"_s, u"name"_s});
        QCOMPARE(asked, 3000); // the order is the same, and so are the keys
        QCOMPARE(names(model), first);
        model.setFilter(u"pod-1"_s);
        model.choose({u"name"_s, u"cpu"_s});
        QCOMPARE(asked, 3000);
        QCOMPARE(model.rowCount(), 1111);
        model.choose({u"name"_s}); // what it was sorted by has gone
        QCOMPARE(asked, 3000);
        QVERIFY(std::ranges::is_sorted(names(model)));
    }

    void aFilterSearchesTheColumnsThatAreShownNow()
    {
        CollectionModel model({.version = u"v1"_s, .resource = u"pods"_s, .kind = u"Pod"_s}, false);
        QAbstractItemModelTester tester(&model);
        model.setColumns(podColumns());
        auto odd = pod(u"a"_s, u"Running"_s);
        odd.meta.labels = {{u"team"_s, u"ÄPFEL"_s}};
        model.replaceAll({odd, pod(u"b"_s, u"Pending"_s)});
        model.setFilter(u"äpfel"_s);
        QCOMPARE(model.rowCount(), 0);
        model.choose({u"name"_s, u"label/team"_s});
        QCOMPARE(names(model), QStringList{u"a"_s});
        model.setFilter(u"pending"_s);
        QCOMPARE(model.rowCount(), 0);
        model.choose({u"cell/Status"_s, u"name"_s});
        QCOMPARE(names(model), QStringList{u"b"_s});
    }

    void eventsMoveSingleRows()
    {
        CollectionModel model({.version = u"v1"_s, .resource = u"pods"_s, .kind = u"Pod"_s}, false);
        QAbstractItemModelTester tester(&model);
        model.setColumns(podColumns());
        model.replaceAll({pod(u"a"_s), pod(u"b"_s), pod(u"c"_s)});
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        QSignalSpy moves(&model, &QAbstractItemModel::rowsMoved);
        const QPersistentModelIndex kept(model.index(1, 0));

        model.apply({{Type::Modified, pod(u"c"_s, u"Error"_s)}});
        QCOMPARE(names(model), QStringList({u"c"_s, u"a"_s, u"b"_s}));
        QCOMPARE(moves.size(), 1);
        QCOMPARE(kept.data(CollectionModel::NameRole).toString(), u"b"_s);
        QCOMPARE(model.rowOf(u"shop/b"_s), 2);

        model.apply({{Type::Added, pod(u"aa"_s)},
                     {Type::Added, pod(u"aa"_s)},
                     {Type::Deleted, pod(u"a"_s)},
                     {Type::Deleted, pod(u"a"_s)}});
        QCOMPARE(names(model), QStringList({u"c"_s, u"aa"_s, u"b"_s}));
        QCOMPARE(resets.size(), 0);
    }

    void aNewListRemovesWhatIsGone()
    {
        CollectionModel model({.version = u"v1"_s, .resource = u"pods"_s, .kind = u"Pod"_s}, false);
        QAbstractItemModelTester tester(&model);
        model.setColumns(podColumns());
        model.addPage({pod(u"a"_s), pod(u"b"_s)});
        model.addPage({pod(u"c"_s)});
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        model.replaceAll({pod(u"a"_s), pod(u"c"_s), pod(u"d"_s)});
        QCOMPARE(names(model), QStringList({u"a"_s, u"c"_s, u"d"_s}));
        QCOMPARE(resets.size(), 0);
    }

    void sortsByWhatColumnsMean()
    {
        CollectionModel model({.version = u"v1"_s, .resource = u"pods"_s, .kind = u"Pod"_s}, false);
        QAbstractItemModelTester tester(&model);
        model.setColumns(podColumns());
        model.replaceAll({pod(u"a"_s, u"Running"_s, u"10 (3m ago)"_s, 3000),
                          pod(u"b"_s, u"Running"_s, u"9"_s, 1000),
                          pod(u"c"_s, u"Running"_s, u"0"_s, 2000)});
        const QPersistentModelIndex kept(model.index(0, 0));
        model.sort(3);
        QCOMPARE(names(model), QStringList({u"c"_s, u"b"_s, u"a"_s}));
        QCOMPARE(kept.data(CollectionModel::NameRole).toString(), u"a"_s);
        model.sort(3, Qt::DescendingOrder);
        QCOMPARE(names(model), QStringList({u"a"_s, u"b"_s, u"c"_s}));
        model.sort(4); // age: the youngest first
        QCOMPARE(names(model), QStringList({u"a"_s, u"c"_s, u"b"_s}));
        model.sort(CollectionModel::HealthOrder);
        QCOMPARE(names(model), QStringList({u"a"_s, u"b"_s, u"c"_s}));
    }

    void filtersByWordsAndPrefixes_data()
    {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<QStringList>("expected");
        QTest::newRow("none") << u""_s << QStringList{u"db-0"_s, u"web-2"_s, u"web-1"_s};
        QTest::newRow("word") << u"WEB"_s << QStringList{u"web-2"_s, u"web-1"_s};
        QTest::newRow("two words") << u"web run"_s << QStringList{u"web-1"_s};
        QTest::newRow("namespace") << u"ns:data"_s << QStringList{u"db-0"_s};
        QTest::newRow("status") << u"status:crash"_s << QStringList{u"db-0"_s};
        QTest::newRow("label") << u"label:app=web pend"_s << QStringList{u"web-2"_s};
        QTest::newRow("label is there")
            << u"label:app"_s << QStringList{u"db-0"_s, u"web-2"_s, u"web-1"_s};
        QTest::newRow("no match") << u"nothing"_s << QStringList{};
    }

    void filtersByWordsAndPrefixes()
    {
        QFETCH(QString, filter);
        QFETCH(QStringList, expected);
        CollectionModel model({.version = u"v1"_s, .resource = u"pods"_s, .kind = u"Pod"_s}, true);
        QAbstractItemModelTester tester(&model);
        model.setColumns(podColumns());
        model.replaceAll({pod(u"web-1"_s), pod(u"web-2"_s, u"Pending"_s),
                          pod(u"db-0"_s, u"CrashLoopBackOff"_s, u"7"_s, 1000, u"data"_s)});
        for (int end = 0; end <= filter.size(); ++end) // as it is typed
            model.setFilter(filter.left(end));
        QCOMPARE(names(model), expected);
        QCOMPARE(model.counts().shown, int(expected.size()));
        model.setFilter({});
        QCOMPARE(model.rowCount(), 3);
    }

    void aPersonChoosesTheColumnsAndTheirOrder()
    {
        CollectionModel model({.version = u"v1"_s, .resource = u"pods"_s, .kind = u"Pod"_s}, false);
        QAbstractItemModelTester tester(&model);
        model.choose({u"cell/IP"_s, u"name"_s, u"label/app"_s, u"cell/Gone"_s, u"namespace"_s});
        model.setColumns(podColumns());
        model.replaceAll({pod(u"web-1"_s), pod(u"db-0"_s)});
        const auto titles = [&model] {
            QStringList all;
            for (int c = 0; c < model.columnCount(); ++c)
                all.append(model.headerData(c, Qt::Horizontal).toString());
            return all;
        };
        QCOMPARE(titles(), QStringList({u"IP"_s, u"Name"_s, u"app"_s, u"Namespace"_s}));
        QCOMPARE(model.text(0, 2), u"db"_s);
        model.setFilter(u"web"_s); // the label's column is searched, too
        QCOMPARE(names(model), QStringList{u"web-1"_s});
        model.setFilter({});
        model.choose({});
        QCOMPARE(titles().first(), u"Name"_s);
        QCOMPARE(model.columnCount(), 5);
        QVERIFY(std::ranges::any_of(model.available(), [](const CollectionModel::Column &column) {
            return column.id == "cell/IP"_L1 && !column.isUsual;
        }));
    }

    void theOrderIsKeptByTheColumnsNameAndComesWithIt()
    {
        CollectionModel model({.version = u"v1"_s, .resource = u"pods"_s, .kind = u"Pod"_s}, false);
        QAbstractItemModelTester tester(&model);
        model.sortBy(u"cpu"_s, Qt::AscendingOrder); // before anything is known
        model.setColumns(podColumns());
        model.replaceAll({pod(u"a"_s), pod(u"b"_s), pod(u"c"_s)});
        QCOMPARE(model.sortColumn(), CollectionModel::HealthOrder);
        QCOMPARE(names(model), QStringList({u"a"_s, u"b"_s, u"c"_s}));
        model.setUsage([](const kube::PackedItem &item) -> std::optional<kube::UsageFigure> {
            return kube::UsageFigure{{item.name() == "b" ? 9 : 1, 1}, 1, 1};
        });
        QCOMPARE(names(model).first(), u"b"_s);
        model.choose({u"name"_s, u"cell/Status"_s}); // its column goes
        QCOMPARE(model.sortColumn(), CollectionModel::HealthOrder);
        QCOMPARE(names(model).first(), u"a"_s);
        model.sortBy(u"name"_s, Qt::DescendingOrder);
        model.choose({u"cell/Status"_s, u"name"_s});
        QCOMPARE(model.sortColumn(), 1);
        QCOMPARE(names(model).first(), u"c"_s);
    }

    void labelsAreOfferedTheMostFrequentFirst()
    {
        CollectionModel model({.version = u"v1"_s, .resource = u"pods"_s, .kind = u"Pod"_s}, false);
        model.setColumns(podColumns());
        auto rare = pod(u"z"_s);
        rare.meta.labels.insert(u"a-rare-one"_s, u"1"_s);
        model.replaceAll({pod(u"a"_s), pod(u"b"_s), rare});
        QCOMPARE(model.labelKeys(), QStringList({u"app"_s, u"a-rare-one"_s}));
        model.choose({u"name"_s, u"label/app"_s});
        model.sort(1, Qt::DescendingOrder);
        QCOMPARE(names(model), QStringList({u"z"_s, u"b"_s, u"a"_s}));
    }

    void healthIsAStatusToFilterBy()
    {
        CollectionModel model({.version = u"v1"_s, .resource = u"pods"_s, .kind = u"Pod"_s}, true);
        QAbstractItemModelTester tester(&model);
        model.setColumns(podColumns());
        model.replaceAll({pod(u"a"_s), pod(u"b"_s, u"CrashLoopBackOff"_s), pod(u"c"_s, u"Error"_s),
                          pod(u"d"_s, u"ContainerCreating"_s)});
        model.setFilter(u"status:failed"_s);
        QCOMPARE(names(model), QStringList({u"b"_s, u"c"_s}));
        model.setFilter(u"-status:failed,pending"_s);
        QCOMPARE(names(model), QStringList{u"a"_s});
        model.apply({{Type::Modified, pod(u"a"_s, u"Error"_s)}});
        QCOMPARE(model.rowCount(), 0);
        model.setFilter(u"re:/["_s);
        QVERIFY(!model.filterProblem().isEmpty());
        QCOMPARE(model.rowCount(), 4);
    }

    void agesGoOnByThemselves()
    {
        CollectionModel model({.version = u"v1"_s, .resource = u"pods"_s, .kind = u"Pod"_s}, false);
        model.setColumns(podColumns());
        model.replaceAll({pod(u"a"_s)});
        model.setNow(1005);
        QCOMPARE(model.text(0, 4), u"5s"_s);
        model.setNow(1000 + 3600);
        QCOMPARE(model.text(0, 4), u"60m"_s);
    }

    void randomEventsKeepTheOrder()
    {
        CollectionModel model({.version = u"v1"_s, .resource = u"pods"_s, .kind = u"Pod"_s}, true);
        QAbstractItemModelTester tester(&model);
        model.setColumns(podColumns());
        QRandomGenerator random(7);
        const QStringList states{u"Running"_s, u"Error"_s, u"Pending"_s, u"Completed"_s};
        model.setFilter(u"e"_s); // some states have one, others do not
        for (int i = 0; i < 600; ++i) {
            const auto type = random.bounded(4) == 0 ? Type::Deleted : Type::Modified;
            model.apply({{type,
                          pod(u"p%1"_s.arg(random.bounded(40)), states[random.bounded(4)],
                              QString::number(random.bounded(20)))}});
            if (i % 100 == 50)
                model.sort(random.bounded(5),
                           random.bounded(2) ? Qt::AscendingOrder : Qt::DescendingOrder);
        }
        const auto shown = names(model);
        model.sort(model.sortColumn(), model.sortOrder()); // from scratch
        QCOMPARE(names(model), shown);
        QCOMPARE(model.counts().shown, int(shown.size()));
    }

    void holdsManyRows()
    {
        std::vector<kube::PackedItem> items;
        items.reserve(20'000);
        for (int i = 0; i < 20'000; ++i)
            items.push_back(
                pod(u"web-%1"_s.arg(i * 7919 % 20'000), i % 50 ? u"Running"_s : u"Error"_s));
        CollectionModel model({.version = u"v1"_s, .resource = u"pods"_s, .kind = u"Pod"_s}, true);
        model.setColumns(podColumns());
        QElapsedTimer timer;
        timer.start();
        model.replaceAll(items);
        qInfo("first list of 20,000: %lld ms", timer.restart());
        model.setFilter(u"web-1"_s);
        qInfo("filter: %lld ms", timer.restart());
        model.setFilter({});
        qInfo("no filter: %lld ms", timer.restart());
        model.setFilter(u"re:/^web-1\\d+$/ -status:failed"_s);
        qInfo("expression: %lld ms", timer.restart());
        model.setFilter({});
        timer.restart();
        model.choose({u"name"_s, u"label/app"_s});
        qInfo("other columns: %lld ms", timer.restart());
        model.sort(1);
        qInfo("sorted by a label: %lld ms", timer.restart());
        model.choose({});
        model.sort(CollectionModel::HealthOrder);
        std::vector<kube::PackedEvent> events;
        events.reserve(1000);
        for (int i = 0; i < 1000; ++i)
            events.push_back({Type::Modified, pod(u"web-%1"_s.arg(i * 13), u"Pending"_s)});
        timer.restart();
        model.apply(events);
        qInfo("1,000 events: %lld ms", timer.restart());
        QCOMPARE(model.rowCount(), 20'000);
    }
};

QTEST_MAIN(CollectionModelTest)
#include "tst_collectionmodel.moc"
