// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/crdt/doc.h"
#include "collab/crdt/restore.h"
#include "collab/crdt/sequencematch.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using crdt::Doc;
using crdt::Input;
using lib0::Any;

/// A document has the values again that it had, whatever happened since.
class RestoreTest : public QObject
{
    Q_OBJECT

private:
    static void apply(Doc &doc, const QByteArray &update)
    {
        static constexpr char origin = 0;
        QVERIFY(doc.applyUpdate(update, &origin));
    }
    static void push(crdt::YArray array, const std::vector<Input> &values) { array.push(values); }

    /// A document that shares its past with `doc`, as a relay has it: nobody asked for a root.
    static std::unique_ptr<Doc> copyOf(const Doc &doc)
    {
        auto copy = std::make_unique<Doc>();
        apply(*copy, doc.encodeStateAsUpdate());
        return copy;
    }

    static Any valuesOf(Doc &doc, const QString &root)
    {
        return toAny(doc.map(root)) == Any(Any::Object()) ? toAny(doc.array(root))
                                                          : toAny(doc.map(root));
    }

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void mapsAreAsTheyWere()
    {
        Doc doc;
        auto krates = doc.map(u"krates"_s);
        krates.setMap(u"a"_s, {{{u"x"_s, Any(1)}, {u"name"_s, Any(u"one"_s)}}});
        krates.setMap(u"b"_s, {{{u"x"_s, Any(2)}}});
        krates.set(u"bytes"_s, Any(QByteArray("\0\1", 2)));
        const auto then = copyOf(doc);
        const auto kept = krates.map(u"a"_s);
        krates.map(u"a"_s).set(u"x"_s, Any(10));
        krates.map(u"a"_s).set(u"new"_s, Any(true));
        krates.remove(u"b"_s);
        krates.setMap(u"c"_s);
        doc.map(u"another"_s).set(u"k"_s, Any(1));
        const auto relay = copyOf(doc);
        QCOMPARE(crdt::restore(*relay, *then).leftOut, 0);
        apply(doc, relay->encodeStateAsUpdate(doc.stateVector()));
        QCOMPARE(toAny(doc.map(u"krates"_s)), toAny(then->map(u"krates"_s)));
        QCOMPARE(doc.map(u"another"_s).size(), 0);
        QCOMPARE(krates.map(u"a"_s), kept); // who is at work in it stays there
        QVERIFY(!kept.isDeleted());
    }

    void whatIsEqualIsLeftAlone()
    {
        Doc doc;
        doc.map(u"m"_s).setMap(u"a"_s, {{{u"list"_s, crdt::NewArray{{Any(1), Any(2)}}}}});
        push(doc.array(u"l"_s), {Any(1), crdt::NewMap{{{u"k"_s, Any(u"v"_s)}}}, Any(2)});
        QVERIFY(doc.text(u"t"_s).insert(0, u"text"_s));
        const auto then = copyOf(doc);
        const auto relay = copyOf(doc);
        const auto before = relay->encodeStateAsUpdate();
        QCOMPARE(crdt::restore(*relay, *then).leftOut, 0);
        QCOMPARE(relay->encodeStateAsUpdate(), before);
    }

    void arraysChangeOnlyWhereTheyDiffer()
    {
        Doc doc;
        auto list = doc.array(u"l"_s);
        push(list, {Any(1), crdt::NewMap{{{u"k"_s, Any(1)}}}, Any(3), Any(4), Any(5)});
        const auto then = copyOf(doc);
        const auto nested = std::get<crdt::SharedType>(*list.at(1));
        crdt::YMap(nested).set(u"k"_s, Any(2));
        list.remove(2);
        list.remove(0);
        push(list, {Any(6)});
        const auto relay = copyOf(doc);
        QCOMPARE(crdt::restore(*relay, *then).leftOut, 0);
        apply(doc, relay->encodeStateAsUpdate(doc.stateVector()));
        QCOMPARE(toAny(list), toAny(then->array(u"l"_s)));
        QCOMPARE(std::get<crdt::SharedType>(*list.at(1)), nested);
    }

    void textsKeepTheirFormats()
    {
        Doc doc;
        auto text = doc.text(u"t"_s);
        const Any::Object bold{{u"bold"_s, Any(true)}};
        QVERIFY(text.insert(0, u"Grüße 😀 an all"_s));
        QVERIFY(text.format(0, 5, bold));
        QVERIFY(text.insertEmbed(6, Any(Any::Object{{u"image"_s, Any(u"x.png"_s)}})));
        const auto then = copyOf(doc);
        QVERIFY(text.remove(2, 6));
        QVERIFY(text.format(0, 3, {{u"bold"_s, Any(nullptr)}, {u"italic"_s, Any(true)}}));
        QVERIFY(text.insert(3, u"😁"_s));
        const auto relay = copyOf(doc);
        QCOMPARE(crdt::restore(*relay, *then).leftOut, 0);
        apply(doc, relay->encodeStateAsUpdate(doc.stateVector()));
        const auto runs = text.toDelta();
        const auto wanted = then->text(u"t"_s).toDelta();
        QCOMPARE(runs.size(), wanted.size());
        for (size_t i = 0; i < runs.size(); ++i) {
            QCOMPARE(runs[i].attributes, wanted[i].attributes);
            QVERIFY(runs[i].insert == wanted[i].insert);
        }
    }

    void textsAreCutBetweenCharacters()
    {
        Doc doc;
        auto text = doc.text(u"t"_s);
        QVERIFY(text.insert(0, u"😀"_s));
        const auto then = copyOf(doc);
        QVERIFY(text.remove(0, 2));
        QVERIFY(text.insert(0, u"😁"_s)); // differs in its second half only
        const auto relay = copyOf(doc);
        crdt::restore(*relay, *then);
        QCOMPARE(relay->text(u"t"_s).toString(), u"😀"_s);
    }

    void whatAnotherKindTookThePlaceOfComesBack()
    {
        Doc doc;
        auto map = doc.map(u"m"_s);
        map.set(u"a"_s, crdt::NewArray{{Any(1)}});
        map.set(u"t"_s, crdt::NewText{u"text"_s});
        const auto then = copyOf(doc);
        map.set(u"a"_s, Any(1));
        map.setMap(u"t"_s);
        crdt::restore(doc, *then);
        QCOMPARE(toAny(map), toAny(then->map(u"m"_s)));
        QCOMPARE(std::get<crdt::SharedType>(*map.get(u"t"_s)).kind(), crdt::TypeKind::Text);
    }

    void aDocumentOfAnotherPastIsTakenOver()
    {
        Doc doc;
        doc.map(u"m"_s).set(u"a"_s, Any(1));
        Doc other;
        other.map(u"m"_s).setMap(u"b"_s, {{{u"deep"_s, crdt::NewMap{{{u"c"_s, Any(1)}}}}}});
        push(other.array(u"l"_s), {Any(1), Any(2)});
        crdt::restore(doc, other);
        QCOMPARE(toAny(doc.map(u"m"_s)), toAny(other.map(u"m"_s)));
        QCOMPARE(toAny(doc.array(u"l"_s)), toAny(other.array(u"l"_s)));
    }

    void restoringIsOneChange()
    {
        Doc doc;
        for (int i = 0; i < 10; ++i)
            doc.map(u"m"_s).set(QString::number(i), Any(i));
        const auto then = copyOf(doc);
        doc.map(u"m"_s).clear();
        int changes = 0;
        connect(&doc, &Doc::updated, this, [&changes] { ++changes; });
        crdt::restore(doc, *then);
        QCOMPARE(changes, 1);
    }

    void xmlIsLeftOutAndCounted()
    {
        // Y.XmlFragment "x" with one element <p/>, as Yjs writes it: client 1, clock 0.
        const auto xml = QByteArray::fromHex("010101000701017803017000");
        Doc doc;
        Doc then;
        static constexpr char origin = 0;
        if (!then.applyUpdate(xml, &origin))
            QFAIL("the update is not as Yjs writes it");
        QCOMPARE(crdt::restore(doc, then).leftOut, 1);
    }

    void whateverHappenedIsUndone()
    {
        QRandomGenerator random(8);
        for (int round = 0; round < 50; ++round) {
            Doc doc;
            const auto change = [&](int times) {
                for (int i = 0; i < times; ++i)
                    changeAtRandom(doc, random);
            };
            change(40);
            const auto then = copyOf(doc);
            change(40);
            const auto relay = copyOf(doc);
            QCOMPARE(crdt::restore(*relay, *then).leftOut, 0);
            for (const auto &root : {u"m"_s, u"l"_s})
                QCOMPARE(valuesOf(*relay, root), valuesOf(*then, root));
            QCOMPARE(relay->text(u"t"_s).toString(), then->text(u"t"_s).toString());
        }
    }

    void sequencesMatchAsFarAsTheyCan()
    {
        using Matches = std::vector<std::pair<size_t, size_t>>;
        QCOMPARE(crdt::matchSequences({1, 2, 3}, {1, 2, 3}), (Matches{{0, 0}, {1, 1}, {2, 2}}));
        QCOMPARE(crdt::matchSequences({1, 2, 3, 4, 5}, {1, 3, 9, 5}),
                 (Matches{{0, 0}, {2, 1}, {4, 3}}));
        QCOMPARE(crdt::matchSequences({}, {1}), Matches());
        std::vector<int> one(5'000);
        std::vector<int> two(5'000);
        for (int i = 0; i < 5'000; ++i) {
            one[size_t(i)] = i;
            two[size_t(i)] = -i - 1;
        }
        one.push_back(7);
        two.push_back(7);
        QCOMPARE(crdt::matchSequences(one, two), (Matches{{5'000, 5'000}}));
    }

private:
    static void changeAtRandom(Doc &doc, QRandomGenerator &random)
    {
        const auto key = QString::number(random.bounded(6));
        auto map = doc.map(u"m"_s);
        auto list = doc.array(u"l"_s);
        auto text = doc.text(u"t"_s);
        switch (random.bounded(8)) {
        case 0: map.set(key, Any(random.bounded(5))); break;
        case 1: map.remove(key); break;
        case 2: map.setMap(key, {{{u"k"_s, crdt::NewArray{{Any(random.bounded(3))}}}}}); break;
        case 3:
            if (auto nested = map.map(key); !nested.isNull())
                nested.set(u"k%1"_s.arg(random.bounded(3)), Any(random.bounded(9)));
            break;
        case 4: {
            const std::vector<Input> items{Any(random.bounded(4)),
                                           crdt::NewMap{{{u"n"_s, Any(random.bounded(3))}}}};
            list.insert(random.bounded(int(list.size()) + 1), items);
            break;
        }
        case 5:
            if (list.size() > 0)
                list.remove(random.bounded(int(list.size())));
            break;
        case 6:
            text.insert(random.bounded(int(text.size()) + 1), QString::number(random.bounded(99)));
            break;
        default:
            if (text.size() > 1)
                text.remove(random.bounded(int(text.size())), 1);
        }
    }
};

QTEST_GUILESS_MAIN(RestoreTest)
#include "tst_restore.moc"
