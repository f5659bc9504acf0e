// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "awarenessnotes.h"

#include "collab/awareness/awareness.h"
#include "collab/lib0/encoder.h"
#include "collab/lib0/json.h"

#include <QTest>

using namespace Qt::StringLiterals;
using collab::Awareness;
using collab::AwarenessChange;
using collab::AwarenessOptions;
using lib0::Any;

namespace {

constexpr auto Remote = "remote";

QByteArray message(quint64 client, quint64 clock, QByteArrayView json)
{
    lib0::Encoder encoder;
    encoder.writeVarUint(1);
    encoder.writeVarUint(client);
    encoder.writeVarUint(clock);
    encoder.writeVarBytes(json);
    return encoder.take();
}

/// An awareness whose clock the test turns.
struct Turned
{
    explicit Turned(AwarenessOptions options = AwarenessOptions::manual())
        : awareness(1, withClock(options))
    {
    }
    AwarenessOptions withClock(AwarenessOptions options)
    {
        options.now = [this] { return time; };
        return options;
    }

    qint64 time = 1000;
    Awareness awareness;
};

} // namespace

class AwarenessTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void aFieldIsSetInPlace()
    {
        Awareness awareness(1, AwarenessOptions::manual());
        QVERIFY(awareness.setLocalState(*lib0::parseJson(R"({"b":1,"a":2})")));
        QVERIFY(awareness.setLocalStateField(u"c"_s, u"x"_s));
        QVERIFY(awareness.setLocalStateField(u"b"_s, 3));
        QCOMPARE(awareness.json(1), R"({"b":3,"a":2,"c":"x"})"_ba);
        QCOMPARE(awareness.clocks().at(1), 3u);
    }

    void fieldsOfNobodyAreNotSet()
    {
        Awareness awareness(1, AwarenessOptions::manual());
        awareness.setLocalState(nullptr);
        QVERIFY(awareness.setLocalStateField(u"a"_s, 1));
        QVERIFY(!awareness.contains(1));
        QCOMPARE(awareness.clocks().at(1), 1u);
        QVERIFY(awareness.setLocalState(QJsonObject{{u"a"_s, 2}}));
        QCOMPARE(awareness.state(1), (QJsonObject{{u"a"_s, 2}}));
    }

    void theSameAgainIsNoDifference()
    {
        Awareness awareness(1, AwarenessOptions::manual());
        QVERIFY(awareness.apply(message(2, 1, R"({"a":1,"b":2})"), Remote));
        Notes notes(awareness);
        QVERIFY(awareness.apply(message(2, 2, R"({"b":2,"a":1})"), Remote));
        QCOMPARE(notes.updates.size(), 1u);
        QCOMPARE(notes.updates[0].change.updated, QList<quint64>{2});
        QCOMPARE(notes.updates[0].origin, static_cast<Awareness::Origin>(Remote));
        QVERIFY(notes.changes.empty());
        QCOMPARE(awareness.json(2), R"({"b":2,"a":1})"_ba);
    }

    void statesAreSentOnAsJavaScriptWouldWriteThem()
    {
        Awareness awareness(1, AwarenessOptions::manual());
        QVERIFY(awareness.apply(message(2, 1, "{ \"z\": 1.0, \"1\": -0, \"z\": 2e0 }"), Remote));
        QCOMPARE(awareness.encode({2}), message(2, 1, R"({"1":0,"z":2})"));
        QVERIFY(awareness.apply(message(2, 2, "[1, \"x\"]"), Remote)); // any JSON is a state
        QCOMPARE(awareness.json(2), "[1,\"x\"]"_ba);
        QVERIFY(awareness.state(2).isEmpty());
    }

    void nobodyElseSaysThatIAmGone()
    {
        Awareness awareness(1, AwarenessOptions::manual());
        QVERIFY(awareness.setLocalState(QJsonObject{{u"a"_s, 1}}));
        Notes notes(awareness);
        QVERIFY(awareness.apply(message(1, 7, "null"), Remote));
        QCOMPARE(awareness.encode({1}), message(1, 8, R"({"a":1})"));
        QCOMPARE(notes.updates.size(), 1u); // so that somebody sends it
        QCOMPARE(notes.updates[0].change.removed, QList<quint64>{1});
    }

    void aFarewellWithoutAStateIsJustRemembered()
    {
        Awareness awareness(1, AwarenessOptions::manual());
        awareness.setLocalState(nullptr);
        QVERIFY(awareness.apply(message(1, 9, "null"), Remote));
        QCOMPARE(awareness.clocks().at(1), 9u);
        QVERIFY(!awareness.contains(1));
    }

    void aStolenClockLeavesRoomToCountOn()
    {
        Awareness awareness(1, AwarenessOptions::manual());
        QVERIFY(awareness.apply(message(1, lib0::MaxSafeInteger, "null"), Remote));
        QVERIFY(awareness.apply(message(1, lib0::MaxSafeInteger, "{}"), Remote));
        QCOMPARE(awareness.clocks().at(1), 0u);
    }

    void badMessagesChangeNothing_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const auto good = message(5, 1, "{}").sliced(1);
        const auto row = [&](const char *name, const QByteArray &tail) {
            QTest::newRow(name) << QByteArray("\x02" + good + tail);
        };
        row("no JSON", message(6, 1, "{").sliced(1));
        row("undefined", message(6, 1, "undefined").sliced(1));
        row("no UTF-8", message(6, 1, "\"\xff\"").sliced(1));
        row("ends early", message(6, 1, "{}").sliced(1).chopped(1));
        row("ends at once", {});
        row("a clock too large", QByteArray::fromHex("06ffffffffffffff1f027b7d"));
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("a count too large") << QByteArray::fromHex("ffffffffffffff0f0501027b7d");
    }
    void badMessagesChangeNothing()
    {
        QFETCH(QByteArray, bytes);
        Awareness awareness(1, AwarenessOptions::manual());
        Notes notes(awareness);
        const auto taken = awareness.apply(bytes, Remote);
        QVERIFY(!taken);
        QCOMPARE(taken.error().kind, collab::Error::Kind::Malformed);
        QVERIFY(!taken.error().message.isEmpty());
        QVERIFY(notes.updates.empty());
        QCOMPARE(awareness.clients(), QList<quint64>{1});
        QCOMPARE(awareness.clocks().size(), 1u);
    }

    void aMessageIsRefusedAtEveryByteThatIsMissing()
    {
        Awareness awareness(1, AwarenessOptions::manual());
        QVERIFY(awareness.setLocalState(QJsonObject{{u"name"_s, u"änn"_s}}));
        QVERIFY(awareness.apply(message(300, 7, R"({"x":[1,2]})"), Remote));
        const auto all = awareness.encodeAll();
        for (qsizetype size = 0; size < all.size(); ++size) {
            Awareness other(2, AwarenessOptions::manual());
            QVERIFY(!other.apply(all.first(size), Remote));
            QCOMPARE(other.clients(), QList<quint64>{2});
        }
    }

    void aStateHasALargestSize()
    {
        auto options = AwarenessOptions::manual();
        options.stateBytes = 20;
        Awareness awareness(1, options);
        const auto refused = awareness.setLocalState(QJsonObject{{u"a"_s, QString(20, u'x')}});
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, collab::Error::Kind::TooLarge);
        QCOMPARE(awareness.json(1), "{}"_ba);
        const auto large = message(2, 1, QByteArray(22, '1'));
        const QByteArray both = "\x02" + large.sliced(1) + message(3, 1, "{}").sliced(1);
        QCOMPARE(awareness.apply(both, Remote).value_or(-1), 1); // the others are taken
        QCOMPARE(awareness.clients(), (QList<quint64>{1, 3}));
    }

    void thereIsRoomForSoManyStates()
    {
        auto options = AwarenessOptions::manual();
        options.states = 3;
        options.totalBytes = 60;
        Awareness awareness(1, options);
        const QByteArray small = R"("0123456789")";
        QCOMPARE(awareness.apply(message(2, 1, small), Remote).value_or(-1), 0);
        QCOMPARE(awareness.apply(message(3, 1, small), Remote).value_or(-1), 0);
        QCOMPARE(awareness.apply(message(4, 1, small), Remote).value_or(-1), 1);
        QCOMPARE(awareness.apply(message(3, 2, "\"again\""), Remote).value_or(-1), 0);
        const QByteArray large = "\"" + QByteArray(60, 'x') + "\"";
        QCOMPARE(awareness.apply(message(3, 3, large), Remote).value_or(-1), 1);
        QCOMPARE(awareness.apply(message(2, 2, "null"), Remote).value_or(-1), 0);
        QCOMPARE(awareness.apply(message(4, 1, small), Remote).value_or(-1), 0);
        QCOMPARE(awareness.clients(), (QList<quint64>{1, 3, 4}));
    }

    void thoseThatWentAreNotRememberedForEver()
    {
        auto options = AwarenessOptions::manual();
        options.remembered = 100;
        Turned turned(options);
        for (quint64 client = 2; client < 1000; ++client) {
            ++turned.time;
            QVERIFY(turned.awareness.apply(message(client, 5, "{}"), Remote));
            QVERIFY(turned.awareness.apply(message(client, 6, "null"), Remote));
            QVERIFY(turned.awareness.clocks().size() <= 102);
        }
        QVERIFY(turned.awareness.clocks().contains(999));
        QVERIFY(turned.awareness.clocks().contains(1));
        QVERIFY(!turned.awareness.clocks().contains(2));
    }

    void theOwnStateIsRenewed()
    {
        Turned turned;
        QVERIFY(turned.awareness.setLocalState(QJsonObject{{u"a"_s, 1}}));
        Notes notes(turned.awareness);
        turned.time += 14'999;
        turned.awareness.check();
        QVERIFY(notes.updates.empty());
        turned.time += 1;
        turned.awareness.check();
        QCOMPARE(notes.updates.size(), 1u);
        QVERIFY(notes.changes.empty());
        QCOMPARE(turned.awareness.encode({1}), message(1, 2, R"({"a":1})"));
        turned.time += 14'999;
        turned.awareness.check();
        QCOMPARE(notes.updates.size(), 1u);
    }

    void othersThatAreSilentAreDropped()
    {
        Turned turned;
        QVERIFY(turned.awareness.apply(message(2, 1, "{}"), Remote));
        turned.time += 20'000;
        QVERIFY(turned.awareness.apply(message(3, 1, "{}"), Remote));
        turned.time += 9'999;
        turned.awareness.check();
        QCOMPARE(turned.awareness.clients(), (QList<quint64>{1, 2, 3}));
        turned.time += 1;
        Notes notes(turned.awareness);
        turned.awareness.check();
        QCOMPARE(turned.awareness.clients(), (QList<quint64>{1, 3}));
        QCOMPARE(notes.changes.size(), 1u);
        QCOMPARE(notes.changes[0].change.removed, QList<quint64>{2});
        QCOMPARE(turned.awareness.apply(message(2, 1, "{}"), Remote).value_or(-1), 0);
        QVERIFY(!turned.awareness.contains(2)); // that was no news
        QVERIFY(turned.awareness.apply(message(2, 2, "{}"), Remote));
        QVERIFY(turned.awareness.contains(2));
    }

    void theTimerChecks()
    {
        AwarenessOptions options;
        options.checkEvery = options.renewAfter = std::chrono::milliseconds(1);
        options.outdatedAfter = std::chrono::milliseconds(20);
        Awareness awareness(1, options);
        QVERIFY(awareness.apply(message(2, 1, "{}"), Remote));
        QTRY_VERIFY(!awareness.contains(2));
        QTRY_VERIFY(awareness.clocks().at(1) > 2);
    }

    void whatIsSetTogetherIsToldOnce()
    {
        AwarenessOptions options;
        options.tellEvery = std::chrono::milliseconds(10);
        Awareness awareness(1, options);
        Notes notes(awareness);
        for (int i = 0; i < 100; ++i)
            QVERIFY(awareness.setLocalStateField(u"x"_s, i));
        QVERIFY(notes.updates.empty());
        QCOMPARE(awareness.localState(), Any(Any::Object{{u"x"_s, 99}}));
        QTRY_COMPARE(notes.updates.size(), 1u);
        QCOMPARE(awareness.encode({1}), message(1, 1, R"({"x":99})"));
    }

    void tellingAgainWaitsForTheNextFrame()
    {
        AwarenessOptions options;
        options.tellEvery = std::chrono::milliseconds(60'000);
        Awareness awareness(1, options);
        Notes notes(awareness);
        QVERIFY(awareness.setLocalStateField(u"x"_s, 1));
        QTRY_COMPARE(notes.updates.size(), 1u);
        QVERIFY(awareness.setLocalStateField(u"x"_s, 2));
        QCoreApplication::processEvents();
        QCOMPARE(notes.updates.size(), 1u);
        awareness.flush();
        QCOMPARE(notes.updates.size(), 2u);
        QCOMPARE(awareness.json(1), R"({"x":2})"_ba);
        awareness.flush();
        QCOMPARE(notes.updates.size(), 2u);
        QVERIFY(awareness.setLocalStateField(u"x"_s, 3));
        awareness.setLocalState(nullptr); // does not wait
        QCOMPARE(notes.updates.size(), 3u);
        QVERIFY(!awareness.contains(1));
    }

    void anotherIdHasTheStateFromThenOn()
    {
        Awareness awareness(1, AwarenessOptions::manual());
        QVERIFY(awareness.setLocalState(QJsonObject{{u"a"_s, 1}}));
        Notes notes(awareness);
        awareness.setClientId(77);
        QCOMPARE(notes.updates.size(), 1u);
        QCOMPARE(notes.updates[0].change, (AwarenessChange{{77}, {}, {1}}));
        Awareness other(2, AwarenessOptions::manual());
        QVERIFY(other.apply(message(1, 1, R"({"a":1})"), Remote));
        QVERIFY(other.apply(awareness.encode(notes.updates[0].change.clients()), Remote));
        QCOMPARE(other.clients(), (QList<quint64>{2, 77}));
        QCOMPARE(other.json(77), R"({"a":1})"_ba);
        QVERIFY(awareness.setLocalStateField(u"a"_s, 2));
        QCOMPARE(awareness.encode({77}), message(77, 2, R"({"a":2})"));
    }

    void aFarewellIsTakenBackByRenewing()
    {
        Awareness awareness(1, AwarenessOptions::manual());
        QVERIFY(awareness.setLocalState(QJsonObject{{u"a"_s, 1}}));
        Awareness other(2, AwarenessOptions::manual());
        QVERIFY(other.apply(awareness.encodeAll(), Remote));
        QVERIFY(other.apply(awareness.encodeFarewell(), Remote));
        QCOMPARE(other.clients(), QList<quint64>{2});
        awareness.renew();
        QVERIFY(other.apply(awareness.encodeAll(), Remote));
        QCOMPARE(other.clients(), (QList<quint64>{1, 2}));
    }

    void whoIsForgottenIsNewAgain()
    {
        Awareness awareness(1, AwarenessOptions::manual());
        QVERIFY(awareness.apply(message(2, 5, "{}"), Remote));
        awareness.forget({1, 2}, Remote);
        QCOMPARE(awareness.clients(), QList<quint64>{1});
        Notes notes(awareness);
        QVERIFY(awareness.apply(message(2, 5, "{}"), Remote));
        QCOMPARE(notes.changes.size(), 1u);
        QCOMPARE(notes.changes[0].change.added, QList<quint64>{2});
    }
};

QTEST_GUILESS_MAIN(AwarenessTest)
#include "tst_awareness.moc"
