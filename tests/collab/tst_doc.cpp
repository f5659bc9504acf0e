// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/crdt/doc.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using crdt::Input;

/// Who sends the updates of the tests.
static const char Remote = 0;

/// Gives each what the other lacks.
static void exchange(crdt::Doc &a, crdt::Doc &b)
{
    const auto forB = a.encodeStateAsUpdate(b.stateVector());
    const auto forA = b.encodeStateAsUpdate(a.stateVector());
    QVERIFY(b.applyUpdate(forB, &Remote));
    QVERIFY(a.applyUpdate(forA, &Remote));
}

class DocTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void aMapHoldsWhatWasSetLast()
    {
        crdt::Doc doc;
        auto map = doc.map(u"m");
        map.set(u"a", lib0::Any(1));
        map.set(u"a", lib0::Any(2));
        map.set(u"b", lib0::Any(u"text"_s));
        map.remove(u"b");

        QCOMPARE(map.any(u"a"), lib0::Any(2));
        QVERIFY(!map.contains(u"b"));
        QCOMPARE(map.keys(), QStringList{u"a"_s});
        QCOMPARE(map.size(), 1);
    }

    void mapsLieInMaps()
    {
        crdt::Doc doc;
        auto krate = doc.map(u"krates").setMap(u"k1", {.entries = {{u"x"_s, lib0::Any(3)}}});
        krate.set(u"y", lib0::Any(4));
        QCOMPARE(doc.map(u"krates").map(u"k1").keys(), (QStringList{u"x"_s, u"y"_s}));

        doc.map(u"krates").remove(u"k1");
        QVERIFY(krate.isDeleted());
        QCOMPARE(krate.size(), 0);
        krate.set(u"z", lib0::Any(5)); // does nothing, and is no crash
        QVERIFY(doc.map(u"krates").map(u"k1").isNull());
    }

    void anArrayIsEditedAnywhere()
    {
        crdt::Doc doc;
        auto array = doc.array(u"a");
        array.push(std::vector<Input>{lib0::Any(1), lib0::Any(2), lib0::Any(3)});
        QVERIFY(array.insert(1, std::vector<Input>{lib0::Any(u"x"_s), crdt::NewMap()}));
        QVERIFY(array.remove(0));
        QVERIFY(!array.insert(99, std::vector<Input>{lib0::Any(1)}));
        QVERIFY(!array.remove(3, 2));

        QCOMPARE(array.size(), 4);
        QCOMPARE(std::get<lib0::Any>(*array.at(0)), lib0::Any(u"x"_s));
        QCOMPARE(std::get<crdt::SharedType>(*array.at(1)).kind(), crdt::TypeKind::Map);
        QCOMPARE(std::get<lib0::Any>(*array.at(3)), lib0::Any(3));
        QVERIFY(!array.at(4));
    }

    // Search markers make this fast; they must not make it wrong.
    void manyEditsAtRandomPlacesAreThoseOfAList()
    {
        crdt::Doc doc;
        auto array = doc.array(u"a");
        std::vector<int> expected;
        quint32 seed = 7;
        const auto random = [&seed](size_t below) {
            seed = seed * 1664525 + 1013904223;
            return size_t(seed >> 8) % below;
        };
        for (int i = 0; i < 3000; ++i) {
            const auto at = random(expected.size() + 1);
            if (random(4) == 0 && at < expected.size()) {
                const auto count = 1 + random(std::min<size_t>(5, expected.size() - at));
                QVERIFY(array.remove(qsizetype(at), qsizetype(count)));
                expected.erase(expected.begin() + qsizetype(at),
                               expected.begin() + qsizetype(at + count));
            } else {
                QVERIFY(array.insert(qsizetype(at), std::vector<Input>{lib0::Any(i)}));
                expected.insert(expected.begin() + qsizetype(at), i);
            }
        }
        const auto values = array.values();
        QCOMPARE(values.size(), expected.size());
        for (size_t i = 0; i < values.size(); ++i)
            QCOMPARE(std::get<lib0::Any>(values[i]), lib0::Any(expected[i]));
    }

    void aTextCountsUtf16Units()
    {
        crdt::Doc doc;
        auto text = doc.text(u"t");
        QVERIFY(text.insert(0, u"a\U0001F680b"));
        QCOMPARE(text.size(), 4);
        QVERIFY(text.insert(3, u"!"));
        QVERIFY(text.remove(0, 1));
        QCOMPARE(text.toString(), u"\U0001F680!b"_s);
    }

    // The place of an insert lies behind what was deleted there, where a search marker may stand.
    void textsAreEditedBehindWhatWasDeleted()
    {
        crdt::Doc doc;
        auto text = doc.text(u"t");
        QString expected;
        const auto insert = [&](qsizetype at, const QString &what) {
            QVERIFY(text.insert(at, what));
            expected.insert(at, what);
        };
        for (int i = 0; i < 40; ++i)
            insert(0, QString(QChar(u'A' + i))); // each its own item
        insert(20, u"a"_s);
        QVERIFY(text.remove(19, 1));
        expected.remove(19, 1);
        insert(19, QString(100, u'x'));
        insert(60, u"y"_s);
        insert(3, u"z"_s);
        QCOMPARE(text.toString(), expected);
    }

    void anObserverMayEndAnother()
    {
        crdt::Doc doc;
        int second = 0;
        bool called = false;
        doc.observeDeep(doc.map(u"m"),
                        [&](const auto &, crdt::Origin) { doc.stopObserving(second); });
        second = doc.observeDeep(doc.map(u"m"), [&](const auto &, crdt::Origin) { called = true; });
        doc.map(u"m").set(u"k", lib0::Any(1));
        QVERIFY(!called);
    }

    void whatNoPeerWouldTakeIsNotWritten()
    {
        lib0::Any deep = nullptr;
        for (int i = 0; i < 1100; ++i)
            deep = lib0::Any::Array{deep};
        crdt::Doc doc;
        doc.map(u"m").set(u"deep", deep);
        doc.text(u"t").insertEmbed(0, lib0::Any());
        doc.text(u"t").format(0, 1, {{u"b"_s, lib0::Any()}});
        crdt::Doc other;
        QVERIFY(other.applyUpdate(doc.encodeStateAsUpdate(), &Remote));
        QCOMPARE(other.map(u"m").any(u"deep"), lib0::Any(nullptr));
    }

    void aTextIsFormatted()
    {
        crdt::Doc doc;
        auto text = doc.text(u"t");
        text.insert(0, u"plain bold");
        text.format(6, 4, {{u"bold"_s, lib0::Any(true)}});
        text.insert(10, u"!"); // takes on what holds on its left
        const auto runs = text.toDelta();
        QCOMPARE(runs.size(), 2);
        QCOMPARE(std::get<QString>(runs[0].insert), u"plain "_s);
        QVERIFY(runs[0].attributes.empty());
        QCOMPARE(std::get<QString>(runs[1].insert), u"bold!"_s);
        QCOMPARE(runs[1].attributes.front().second, lib0::Any(true));
    }

    void replicasThatWereApartEndEqual()
    {
        crdt::Doc a({.clientId = 1});
        crdt::Doc b({.clientId = 2});
        a.map(u"m").set(u"k", lib0::Any(u"low"_s));
        b.map(u"m").set(u"k", lib0::Any(u"high"_s));
        a.text(u"t").insert(0, u"one");
        b.text(u"t").insert(0, u"two");
        exchange(a, b);

        QCOMPARE(a.map(u"m").any(u"k"), lib0::Any(u"high"_s)); // of the higher client
        QCOMPARE(a.text(u"t").toString(), b.text(u"t").toString());
        QCOMPARE(a.encodeStateAsUpdate(), b.encodeStateAsUpdate());
    }

    void aTransactionIsOneUpdateAndOneRoundOfEvents()
    {
        crdt::Doc doc;
        QSignalSpy updates(&doc, &crdt::Doc::updated);
        std::vector<size_t> rounds;
        const int observer = doc.observeDeep(doc.map(u"m"), [&](const auto &events, crdt::Origin) {
            rounds.push_back(events.size());
        });
        doc.transact([&] {
            doc.map(u"m").set(u"a", lib0::Any(1));
            doc.map(u"m").setMap(u"b").set(u"c", lib0::Any(2));
        });
        QCOMPARE(updates.size(), 1);
        QCOMPARE(rounds, std::vector<size_t>{1}); // the new map is part of what is new

        doc.map(u"m").map(u"b").set(u"c", lib0::Any(3));
        QCOMPARE(rounds.size(), 2);
        doc.stopObserving(observer);
        doc.map(u"m").clear();
        QCOMPARE(rounds.size(), 2);
        QCOMPARE(updates.size(), 3);
        doc.map(u"m").clear(); // nothing is left to clear
        QCOMPARE(updates.size(), 3);
    }

    void anEventTellsPathAndOldValue()
    {
        crdt::Doc doc;
        auto krate = doc.map(u"krates").setMap(u"k1", {.entries = {{u"x"_s, lib0::Any(1)}}});
        std::vector<crdt::Event> seen;
        doc.observeDeep(doc.map(u"krates"),
                        [&seen](const auto &events, crdt::Origin) { seen = events; });
        krate.set(u"x", lib0::Any(2));
        QCOMPARE(seen.size(), 1);
        QCOMPARE(std::get<QString>(seen[0].path.at(0)), u"k1"_s);
        const auto &change = seen[0].keys.at(u"x"_s);
        QCOMPARE(change.action, crdt::Event::Action::Update);
        QCOMPARE(std::get<lib0::Any>(*change.old), lib0::Any(1));
    }

    void anObserverMayEditAndHasItsOwnRound()
    {
        crdt::Doc doc;
        auto map = doc.map(u"m");
        int rounds = 0;
        doc.observeDeep(map, [&](const auto &, crdt::Origin) {
            if (++rounds == 1)
                map.set(u"answer", lib0::Any(42));
        });
        map.set(u"question", lib0::Any(6));
        QCOMPARE(rounds, 2);
        QCOMPARE(map.any(u"answer"), lib0::Any(42));
    }

    void updatesMayComeInAnyOrderAndTwice()
    {
        crdt::Doc writer({.clientId = 5});
        QList<QByteArray> updates;
        connect(&writer, &crdt::Doc::updated, this,
                [&updates](const QByteArray &update) { updates.prepend(update); });
        for (int i = 0; i < 20; ++i)
            writer.text(u"t").insert(i, QString::number(i % 10));
        writer.text(u"t").remove(3, 4);

        crdt::Doc reader;
        for (const auto &update : updates) {
            QVERIFY(reader.applyUpdate(update, &Remote));
            QVERIFY(reader.applyUpdate(update, &Remote));
            QCOMPARE(reader.hasPendingStructs() || reader.hasPendingDeletes(),
                     update != updates.last());
        }
        QVERIFY(!reader.hasPendingDeletes());
        QCOMPARE(reader.pendingBytes(), 0);
        QCOMPARE(reader.text(u"t").toString(), writer.text(u"t").toString());
        QCOMPARE(reader.encodeStateAsUpdate(), writer.encodeStateAsUpdate());
    }

    void whatWaitsIsHandedOn()
    {
        crdt::Doc writer({.clientId = 5});
        writer.array(u"a").push(std::vector<Input>{lib0::Any(1)});
        const auto first = writer.encodeStateAsUpdate();
        const auto known = writer.stateVector();
        writer.array(u"a").push(std::vector<Input>{lib0::Any(2)});
        const auto second = writer.encodeStateAsUpdate(known);

        crdt::Doc between;
        QVERIFY(between.applyUpdate(second, &Remote));
        crdt::Doc reader;
        QVERIFY(reader.applyUpdate(between.encodeStateAsUpdate(), &Remote));
        QVERIFY(reader.hasPendingStructs());
        QVERIFY(reader.applyUpdate(first, &Remote));
        QCOMPARE(reader.array(u"a").size(), 2);
    }

    // Yjs has the highest client first; who has not must not cost others what they wrote.
    void updatesWithClientsInAnyOrderAreMerged()
    {
        const auto setKey = [](quint64 client, QStringView key) {
            crdt::Doc doc({.clientId = client});
            doc.map(u"m").set(key, lib0::Any(1));
            return doc.encodeStateAsUpdate();
        };
        const auto two = setKey(2, u"two");
        const auto five = setKey(5, u"five");
        const auto blockOf = [](const QByteArray &update) {
            return update.sliced(1, update.size() - 2);
        };
        const QByteArray wrongOrder = '\x02' + blockOf(two) + blockOf(five) + '\0';
        const auto merged =
            crdt::mergeUpdates(std::vector{wrongOrder, setKey(1, u"one"), setKey(3, u"three")});
        QVERIFY(merged);
        const auto ranges = crdt::rangesOfUpdate(*merged);
        QVERIFY(ranges);
        QCOMPARE(ranges->size(), size_t(4));
        crdt::Doc doc;
        QVERIFY(doc.applyUpdate(*merged, &Remote));
        QCOMPARE(doc.map(u"m").size(), 4);
        QCOMPARE(doc.encodeStateAsUpdate(), *merged);
    }

    void aReplicaGivesUpAnIdThatAnotherUses()
    {
        crdt::Doc other({.clientId = 9});
        other.map(u"m").set(u"a", lib0::Any(1));
        crdt::Doc doc({.clientId = 9});
        QSignalSpy changes(&doc, &crdt::Doc::clientIdChanged);
        QVERIFY(doc.applyUpdate(other.encodeStateAsUpdate(), &Remote));
        QCOMPARE(changes.size(), 1);
        QVERIFY(doc.clientId() != 9);
    }

    void anObserverWritesUnderTheNewId()
    {
        crdt::Doc other({.clientId = 9});
        other.map(u"m").set(u"a", lib0::Any(1));
        crdt::Doc doc({.clientId = 9});
        const int observer =
            doc.observeDeep(doc.map(u"m"), [&doc](const auto &, crdt::Origin origin) {
                if (origin == &Remote)
                    doc.map(u"answers").set(u"b", lib0::Any(2));
            });
        QVERIFY(doc.applyUpdate(other.encodeStateAsUpdate(), &Remote));
        doc.stopObserving(observer);
        QCOMPARE(doc.stateVector().clock(9), quint64(1));
    }

    void whatIsDeletedAndNotHereCountsAsWaiting()
    {
        crdt::Doc doc;
        QVERIFY(doc.applyUpdate(QByteArray::fromHex("000107010501"), &Remote)); // client 7, clock 5
        QVERIFY(doc.hasPendingDeletes());
        QVERIFY(doc.pendingBytes() > 0);
    }

    void overwrittenValuesAreForgotten()
    {
        crdt::Doc doc;
        auto map = doc.map(u"m");
        for (int i = 0; i < 1000; ++i)
            map.set(u"k", lib0::Any(i));
        QCOMPARE(doc.structCount(), 2); // one run that was deleted, and the value
        QVERIFY(doc.encodeStateAsUpdate().size() < 64);
    }

    void aDocumentThatIsRefusedChangesNothing()
    {
        crdt::Doc doc;
        doc.map(u"m").set(u"k", lib0::Any(1));
        const auto before = doc.encodeStateAsUpdate();
        crdt::Doc other;
        other.map(u"m").set(u"k", lib0::Any(u"a longer text than that"_s));
        const auto update = other.encodeStateAsUpdate();
        for (qsizetype size = 0; size < update.size(); ++size)
            QVERIFY(!doc.applyUpdate(update.first(size), &Remote));
        QCOMPARE(doc.encodeStateAsUpdate(), before);
    }
};

QTEST_GUILESS_MAIN(DocTest)
#include "tst_doc.moc"
