// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fakeclusters.h"

#include "workspace/yard/yardactions.h"
#include "workspace/yard/yarddocument.h"
#include "workspace/yarddoc/yardcomments.h"

#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace workspace;
using namespace Qt::StringLiterals;

static KrateRecord podKrate(const QString &name)
{
    return {.cluster = u"kind"_s,
            .object = ObjectId{u"v1"_s, u"Pod"_s, u"shop"_s, name},
            .label = name};
}

/// A krate that makes sense, under an id of its own.
static KrateRecord krateOf(const QString &id)
{
    auto krate = podKrate(id);
    krate.id = id;
    return krate;
}

/// Two people with one yard: what one does reaches the other by sync().
struct Two
{
    FakeClusters names;
    YardDocument anna;
    YardDocument berta;
    std::vector<YardChange> seen; ///< by Berta

    Two()
    {
        anna.setClusterNames(names);
        berta.setClusterNames(names);
        QObject::connect(&berta, &YardDocument::changed, &berta,
                         [this](const YardChange &change) { seen.push_back(change); });
    }

    static bool tell(const YardDocument &from, const YardDocument &to)
    {
        const auto update = from.doc().encodeStateAsUpdate(to.doc().stateVector());
        return to.doc().applyUpdate(update, &from).has_value();
    }
    bool sync() { return tell(anna, berta) && tell(berta, anna); }
};

/// One of the things that people do.
static void doSomething(YardDocument &document, QRandomGenerator &random)
{
    const auto &krates = document.krates();
    if (krates.empty() || random.bounded(8) == 0) {
        yard::open(document, podKrate(QString::number(random.bounded(1000))),
                   {View::Yaml, View::Logs}, QPointF(random.bounded(12000), random.bounded(8000)));
        return;
    }
    const auto id = std::next(krates.begin(), random.bounded(int(krates.size())))->first;
    const auto windows = krates.at(id).windows;
    const auto window = windows.empty() ? QString() : windows.front().id;
    switch (random.bounded(10)) {
    case 0: yard::setPinned(document, id, random.bounded(2)); break;
    case 1: yard::setMinimized(document, id, random.bounded(2)); break;
    case 2: yard::addWindow(document, id, View::Describe); break;
    case 3: yard::closeWindow(document, id, window); break;
    case 4: yard::setView(document, id, window, View::Shell); break;
    case 5: yard::resizeWindow(document, id, window, Qt::RightEdge, {40, 0}); break;
    case 6: yard::dismiss(document, id); break;
    case 7: document.undo(); break;
    case 8: document.redo(); break;
    default: yard::move(document, id, QPointF(random.bounded(12000), random.bounded(8000))); break;
    }
}

/// One yard in several hands.
class SharedYardTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void concurrentEditsOfOneKrateBothHold()
    {
        Two two;
        const auto id =
            yard::open(two.anna, podKrate(u"web"_s), {View::Logs, View::Yaml}, {3000, 3000});
        QVERIFY(two.sync());
        QCOMPARE(two.anna.krates(), two.berta.krates());
        QCOMPARE(two.seen.back().origin, YardChange::Origin::Remote);
        QCOMPARE(two.seen.back().added, QStringList(id));
        QVERIFY(!two.berta.canUndo());

        yard::move(two.anna, id, {6000, 5000});
        const auto moved = two.anna.krate(id)->position;
        yard::setPinned(two.berta, id, true);
        const auto window = two.berta.krate(id)->windows[0].id;
        yard::setView(two.berta, id, window, View::Describe);
        QVERIFY(two.sync());
        QCOMPARE(two.anna.krates(), two.berta.krates());
        QCOMPARE(two.anna.krate(id)->position, moved);
        QVERIFY(two.anna.krate(id)->pinned);
        QCOMPARE(two.anna.krate(id)->windows[0].view, View::Describe);
        QCOMPARE(two.anna.krate(id)->windows[1].view, View::Yaml);
    }

    void windowsThatTwoOpenedInOnePlaceStandApart()
    {
        Two two;
        const auto id = yard::open(two.anna, podKrate(u"web"_s), {View::Logs}, {3000, 3000});
        QVERIFY(two.sync());
        yard::addWindow(two.anna, id, View::Yaml);
        yard::addWindow(two.berta, id, View::Shell);
        QVERIFY(two.sync());
        QCOMPARE(two.anna.krates(), two.berta.krates());
        const auto &windows = two.anna.krate(id)->windows;
        QCOMPARE(windows.size(), 3u);
        for (size_t i = 0; i < windows.size(); ++i) {
            for (size_t j = 0; j < i; ++j)
                QVERIFY(!windows[i].rect.intersects(windows[j].rect));
        }
        // The next edit writes what is seen.
        yard::addWindow(two.anna, id, View::Describe);
        QVERIFY(two.sync());
        QCOMPARE(two.anna.krates(), two.berta.krates());
    }

    void undoTakesBackOnesOwnAndLeavesTheOthers()
    {
        Two two;
        const auto mine = yard::open(two.anna, podKrate(u"web"_s), {View::Logs}, {3000, 3000});
        QVERIFY(two.sync());
        const auto before = two.anna.krate(mine)->position;
        yard::move(two.anna, mine, {6000, 5000});
        const auto theirs = yard::open(two.berta, podKrate(u"db"_s), {View::Yaml}, {9000, 6000});
        yard::setPinned(two.berta, mine, true);
        QVERIFY(two.sync());
        QCOMPARE(two.anna.undoLabel(), u"Move krate"_s);
        two.anna.undo();
        QVERIFY(two.sync());
        QCOMPARE(two.berta.krate(mine)->position, before);
        QVERIFY(two.berta.krate(mine)->pinned);
        QVERIFY(two.berta.krate(theirs));
        QCOMPARE(two.anna.redoLabel(), u"Move krate"_s);
        two.anna.redo();
        QVERIFY(two.anna.krate(mine)->position != before);
        two.anna.undo();
        two.anna.undo(); // the opening
        QVERIFY(!two.anna.krate(mine));
        QVERIFY(two.anna.krate(theirs));
        QVERIFY(!two.anna.canUndo());
        QVERIFY(two.sync());
        QCOMPARE(two.anna.krates(), two.berta.krates());
    }

    void noContextsNameIsInTheDocument()
    {
        Two two;
        two.names.ids[u"private-name"_s] = {uid(1)};
        for (const auto &context : {u"private-name"_s, u"private-and-gone"_s}) {
            auto krate = krateOf(context.right(4));
            krate.cluster = context;
            two.anna.transact(u"open"_s, [&](YardTransaction &t) { t.put(krate); });
        }
        QVERIFY(!two.anna.doc().encodeStateAsUpdate().contains("private"));
        QCOMPARE(two.anna.krate(u"name"_s)->cluster, u"private-name"_s);
        QCOMPARE(two.anna.krate(u"gone"_s)->cluster, u"private-and-gone"_s);
        QVERIFY(two.sync());
        QCOMPARE(two.berta.krate(u"name"_s)->cluster, u"private-name"_s);
        QVERIFY(isClusterId(two.berta.krate(u"gone"_s)->cluster));
    }

    void everybodySeesTheirOwnContext()
    {
        FakeClusters hers;
        FakeClusters his;
        hers.ids = {{u"prod"_s, {uid(1), api(1)}}, {u"staging"_s, {uid(2)}}};
        // He may not read the uid; that the address is hers, too, she has noted.
        his.ids = {{u"work"_s, {api(1)}}};
        YardDocument anna;
        YardDocument bert;
        anna.setClusterNames(hers);
        bert.setClusterNames(his);
        auto krate = krateOf(u"k"_s);
        krate.cluster = u"prod"_s;
        auto other = krateOf(u"l"_s);
        other.cluster = u"staging"_s;
        anna.transact(u"open"_s, [&](YardTransaction &t) {
            t.put(krate);
            t.put(other);
        });
        QVERIFY(Two::tell(anna, bert));
        QCOMPARE(bert.krate(u"k"_s)->cluster, u"work"_s);
        QCOMPARE(bert.krate(u"l"_s)->cluster, uid(2)); // none of his
        // What he does to it leaves the cluster as it is.
        yard::setPinned(bert, u"l"_s, true);
        QVERIFY(Two::tell(bert, anna));
        QCOMPARE(anna.krate(u"l"_s)->cluster, u"staging"_s);
        // His kubeconfig gets a context for it: the krate is taken away and shown anew.
        QSignalSpy changes(&bert, &YardDocument::changed);
        his.ids[u"stage"_s] = {uid(2)};
        Q_EMIT his.changed();
        QCOMPARE(bert.krate(u"l"_s)->cluster, u"stage"_s);
        QCOMPARE(changes.size(), 2);
        QCOMPARE(changes[0][0].value<YardChange>().removed, QStringList(u"l"_s));
        QCOMPARE(changes[1][0].value<YardChange>().added, QStringList(u"l"_s));
    }

    void aPeersWordForAClusterIsNoContextOfMine()
    {
        FakeClusters names;
        names.ids = {{u"prod"_s, {uid(1)}}, {u"api:odd"_s, {uid(2)}}};
        YardDocument document;
        document.setClusterNames(names);
        document.transact(u"open"_s, [](YardTransaction &t) {
            for (const auto &context : {u"prod"_s, u"api:odd"_s}) {
                auto krate = krateOf(context);
                krate.cluster = context;
                t.put(krate);
            }
        });
        QCOMPARE(document.krate(u"api:odd"_s)->cluster, u"api:odd"_s);
        YardDocument mine;
        mine.setClusterNames(names);
        QVERIFY(Two::tell(document, mine));
        QCOMPARE(mine.krate(u"api:odd"_s)->cluster, u"api:odd"_s);
        mine.doc().map(u"krates").map(u"prod").set(u"cluster", lib0::Any(u"prod"_s));
        QVERIFY(isClusterId(mine.krate(u"prod"_s)->cluster));
    }

    void ofTwoContextsOfOneClusterTheOneThatWasUsedStays()
    {
        FakeClusters names;
        names.ids = {{u"admin"_s, {uid(1)}}, {u"viewer"_s, {uid(1)}}};
        YardDocument document;
        document.setClusterNames(names);
        document.transact(u"open"_s, [](YardTransaction &t) {
            for (const auto &context : {u"admin"_s, u"viewer"_s}) {
                auto krate = krateOf(context);
                krate.cluster = context;
                t.put(krate);
            }
        });
        QCOMPARE(document.krate(u"admin"_s)->cluster, u"admin"_s);
        QCOMPARE(document.krate(u"viewer"_s)->cluster, u"viewer"_s);
        YardDocument peer; // who has not opened it takes the first
        peer.setClusterNames(names);
        QVERIFY(Two::tell(document, peer));
        QCOMPARE(peer.krate(u"viewer"_s)->cluster, u"admin"_s);
    }

    void whatWasOpenedBeforeTheClusterWasKnownGetsItsId()
    {
        FakeClusters names;
        names.ids.clear();
        YardDocument document;
        document.setClusterNames(names);
        document.transact(u"open"_s, [](YardTransaction &t) { t.put(krateOf(u"k"_s)); });
        const auto written = [&document] {
            return *document.doc().map(u"krates").map(u"k").any(u"cluster").text();
        };
        QVERIFY(written().startsWith("ctx:"_L1));
        QCOMPARE(document.krate(u"k"_s)->cluster, u"kind"_s);
        QSignalSpy changes(&document, &YardDocument::changed);
        names.ids = {{u"kind"_s, {uid(7), api(2)}}};
        Q_EMIT names.changed();
        QCOMPARE(written(), uid(7));
        QCOMPARE(document.krate(u"k"_s)->cluster, u"kind"_s);
        QCOMPARE(changes.size(), 0);
        QCOMPARE(document.undoLabel(), u"open"_s);
    }

    void whateverTwoDoTheyEndWithTheSame_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 12; ++seed)
            QTest::addRow("%u", seed) << seed;
    }

    void whateverTwoDoTheyEndWithTheSame()
    {
        QFETCH(quint32, seed);
        QRandomGenerator random(seed);
        Two two;
        for (int step = 0; step < 150; ++step) {
            doSomething(random.bounded(2) ? two.anna : two.berta, random);
            if (random.bounded(6) > 0)
                continue;
            QVERIFY(two.sync());
            QCOMPARE(two.anna.krates(), two.berta.krates());
        }
        QVERIFY(two.sync());
        // What one undoes to the end is gone, and the other's is as it was.
        while (two.anna.canUndo())
            two.anna.undo();
        QVERIFY(two.sync());
        QCOMPARE(two.anna.krates(), two.berta.krates());
        // So is what somebody reads who comes late.
        YardDocument late;
        late.setClusterNames(two.names);
        QVERIFY(Two::tell(two.anna, late));
        QCOMPARE(late.krates(), two.anna.krates());
    }

    void commentsAreSharedAndUndone()
    {
        Two two;
        YardComments annas(two.anna);
        YardComments bertas(two.berta);
        const auto id = annas.add(u"k"_s, u" Why is this red? "_s, u"Anna"_s);
        QVERIFY(!id.isEmpty());
        QVERIFY(annas.add(u"k"_s, u"  "_s, u"Anna"_s).isEmpty());
        QVERIFY(annas.add(u"k"_s, QString(20'000, u'x'), u"Anna"_s).isEmpty());
        QVERIFY(two.sync());
        QCOMPARE(bertas.all(), annas.all());
        QCOMPARE(bertas.of(u"k"_s).size(), 1u);
        QCOMPARE(bertas.of(u"k"_s)[0].text, u"Why is this red?"_s);
        QVERIFY(bertas.of(u"other"_s).empty());
        bertas.remove(id);
        QVERIFY(two.sync());
        QVERIFY(annas.all().empty());
        two.berta.undo();
        QCOMPARE(bertas.all().size(), 1u);
    }

    void aSharedCameraIsReadWithCare()
    {
        Two two;
        QVERIFY(!two.berta.sharedCamera());
        two.anna.setSharedCamera({100, 200, 0.5});
        two.anna.setName(u"Shop"_s);
        QVERIFY(two.sync());
        QCOMPARE(two.berta.sharedCamera(), (std::array<double, 3>{100, 200, 0.5}));
        QCOMPARE(two.berta.name(), u"Shop"_s);
        QVERIFY(!two.anna.canUndo());
        two.anna.setSharedCamera({std::nan(""), 200, 0.5});
        QVERIFY(!two.anna.sharedCamera());
    }
};

QTEST_GUILESS_MAIN(SharedYardTest)
#include "tst_sharedyard.moc"
