// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/relay/metrics/prometheus.h"
#include "collab/relay/roomfixture.h"
#include "collab/relay/rooms/yardpattern.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using collab::CloseReason;
using relay::Role;
using rooms::Client;
using rooms::ControlledStore;
using rooms::Raw;
using Kind = collab::Message::Kind;

/// What a room does for those in it, and what it does not take from them.
class RoomsTest : public QObject
{
    Q_OBJECT

private:
    relay::Rooms &open(const relay::RoomLimits &limits = quick())
    {
        m_rooms = std::make_unique<relay::Rooms>(*m_store, limits);
        return *m_rooms;
    }

    static relay::RoomLimits quick()
    {
        using Milliseconds = std::chrono::milliseconds;
        return {.tick = Milliseconds(1), .idleFor = Milliseconds(20)};
    }

    std::unique_ptr<ControlledStore> m_store;
    std::unique_ptr<relay::Rooms> m_rooms;

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning();
        m_store = std::make_unique<ControlledStore>();
    }
    void cleanup()
    {
        m_rooms.reset();
        m_store.reset();
    }

    void namesThatAYardMayHave_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("isName");
        QTest::newRow("a word") << u"shop"_s << true;
        QTest::newRow("words and signs") << u"Ümläut yard: 2.0"_s << true;
        QTest::newRow("none") << QString() << false;
        QTest::newRow("a folder") << u"a/b"_s << false;
        QTest::newRow("up") << u".."_s << false;
        QTest::newRow("a line break") << u"a\nb"_s << false;
        QTest::newRow("half a pair") << QString(QChar(0xd800)) << false;
        QTest::newRow("as long as may be") << QString(128, u'x') << true;
        QTest::newRow("longer") << QString(129, u'x') << false;
    }
    void namesThatAYardMayHave()
    {
        QFETCH(const QString, name);
        QTEST(relay::Rooms::isName(name), "isName");
    }

    void peersShareADocument()
    {
        auto &rooms = open();
        Client one(rooms, u"yard"_s);
        Client two(rooms, u"yard"_s);
        Client elsewhere(rooms, u"another"_s);
        one.set(u"a"_s, 1);
        two.set(u"b"_s, 2);
        QTRY_COMPARE(one.get(u"b"_s), lib0::Any(2));
        QTRY_COMPARE(two.get(u"a"_s), lib0::Any(1));
        QTRY_VERIFY(elsewhere.session->isSynced());
        QVERIFY(elsewhere.get(u"a"_s).isUndefined());
        QCOMPARE(rooms.count(), 2);
        QCOMPARE(rooms.peerCount(), 3);
    }

    void nothingIsToldBeforeItIsStored()
    {
        auto &rooms = open();
        Client one(rooms, u"yard"_s);
        Raw two(rooms, u"yard"_s);
        QTRY_VERIFY(one.session->isCaughtUp());
        m_store->holds = true;
        one.set(u"a"_s, 1);
        QTRY_COMPARE(m_store->appends, 1);
        for (int i = 0; i < 5; ++i) // goes on while the store is busy
            one.set(u"a"_s, i);
        QTest::qWait(20); // that nothing comes can only be waited for
        QCOMPARE(two.heard(Kind::Update).size(), 0u);
        QVERIFY(!rooms.find(u"yard"_s)->isSaved());
        m_store->release();
        QTRY_VERIFY(rooms.find(u"yard"_s)->isSaved());
        QCOMPARE(two.heard(Kind::Update).size(), 2u); // what came meanwhile is one
    }

    void whatCannotBeStoredIsTriedAgain()
    {
        auto &rooms = open();
        Client one(rooms, u"yard"_s);
        Client two(rooms, u"yard"_s);
        QTRY_VERIFY(one.session->isCaughtUp() && two.session->isCaughtUp());
        m_store->fails = true;
        QTest::ignoreMessage(QtWarningMsg,
                             QRegularExpression(u"room yard cannot be stored: full"_s));
        one.set(u"a"_s, 1);
        QTRY_COMPARE(m_store->appends, 1);
        m_store->fails = false;
        QTRY_COMPARE_WITH_TIMEOUT(two.get(u"a"_s), lib0::Any(1), 5000);
        QCOMPARE(m_store->appends, 2);
    }

    void aRoomThatNobodyIsInLeavesMemory()
    {
        auto &rooms = open();
        {
            Client one(rooms, u"yard"_s);
            for (int i = 0; i < 3; ++i) {
                one.set(u"k%1"_s.arg(i), i);
                QTRY_COMPARE(m_store->appends, i + 1);
            }
        }
        QTRY_COMPARE(rooms.count(), 0);
        QCOMPARE(m_store->replacements, 1); // as one record
        Client two(rooms, u"yard"_s);
        QTRY_COMPARE(two.get(u"k2"_s), lib0::Any(2));
    }

    void manyRecordsBecomeOne()
    {
        auto limits = quick();
        limits.recordsBeforeCompaction = 5;
        auto &rooms = open(limits);
        Client one(rooms, u"yard"_s);
        for (int i = 0; i < 12; ++i) {
            one.set(u"a"_s, i);
            QTRY_COMPARE(m_store->appends, i + 1);
            QTRY_VERIFY(rooms.find(u"yard"_s)->isSaved());
        }
        QCOMPARE_GE(m_store->replacements, 2);
        one.session->close();
        QTRY_COMPARE(rooms.count(), 0);
        Client two(rooms, u"yard"_s);
        QTRY_COMPARE(two.get(u"a"_s), lib0::Any(11));
    }

    void aViewerSeesAndChangesNothing()
    {
        auto &rooms = open();
        Client editor(rooms, u"yard"_s);
        editor.set(u"a"_s, 1);
        Raw viewer(rooms, u"yard"_s, {.name = u"Vi"_s, .role = Role::Viewer});
        QTRY_COMPARE(viewer.heard(Kind::Update).size(), 1u);
        crdt::Doc doc;
        doc.map(u"m").set(u"a"_s, lib0::Any(2));
        viewer.say(Kind::Update, doc.encodeStateAsUpdate());
        viewer.say(Kind::SyncStep2, doc.encodeStateAsUpdate());
        QCOMPARE(viewer.heard(Kind::Denied),
                 std::vector<QByteArray>{"you may look at this yard, not change it"});
        QVERIFY(!viewer.reason);
        collab::Awareness awareness(doc.clientId(), collab::AwarenessOptions::manual());
        QVERIFY(awareness.setLocalState(QJsonObject{{u"name"_s, u"Vi"_s}}));
        awareness.flush();
        viewer.say(Kind::Awareness, awareness.encodeAll());
        QTRY_VERIFY(editor.awareness.contains(doc.clientId()));
        QCOMPARE(editor.get(u"a"_s), lib0::Any(1));
    }

    void bytesThatMakeNoSenseCostTheirSenderItsConnection_data()
    {
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<QByteArray>("payload");
        QTest::newRow("an update") << Kind::Update << QByteArray("\x01\x01\x05");
        QTest::newRow("a state vector") << Kind::SyncStep1 << QByteArray("\x05");
        QTest::newRow("awareness") << Kind::Awareness << QByteArray("\x01\x01\x01\x02{x");
    }
    void bytesThatMakeNoSenseCostTheirSenderItsConnection()
    {
        QFETCH(const Kind, kind);
        QFETCH(const QByteArray, payload);
        auto &rooms = open();
        Client one(rooms, u"yard"_s);
        Client two(rooms, u"yard"_s);
        Raw hostile(rooms, u"yard"_s);
        QTRY_VERIFY(two.session->isCaughtUp());
        hostile.say(kind, payload);
        QTRY_VERIFY(hostile.reason);
        QCOMPARE(hostile.reason->code, int(CloseReason::BadPayload));
        one.set(u"a"_s, 1);
        QTRY_COMPARE(two.get(u"a"_s), lib0::Any(1));
        QCOMPARE(rooms.peerCount(), 2);
    }

    /// While the store is slow, the one that sends most goes, not the one that comes last.
    void theHeaviestPeerPaysForAFullRoom()
    {
        auto limits = quick();
        limits.unsavedBytes = 10'000;
        auto &rooms = open(limits);
        Client light(rooms, u"yard"_s);
        Raw heavy(rooms, u"yard"_s);
        QTRY_VERIFY(light.session->isCaughtUp());
        m_store->holds = true;
        light.set(u"first"_s, 1);
        QTRY_COMPARE(m_store->appends, 1);
        crdt::Doc source;
        for (int i = 0; i < 3; ++i) {
            const auto known = source.stateVector();
            source.map(u"m").set(u"k%1"_s.arg(i), lib0::Any(QString(3'000, u'x')));
            heavy.say(Kind::Update, source.encodeStateAsUpdate(known));
        }
        QVERIFY(!heavy.reason);
        light.doc.map(u"m").set(u"last"_s, lib0::Any(QString(2'000, u'y')));
        QTRY_VERIFY(heavy.reason);
        QCOMPARE(heavy.reason->code, int(CloseReason::TryLater));
        QVERIFY(!light.reason);
        m_store->release();
        Client later(rooms, u"yard"_s);
        QTRY_VERIFY(!later.get(u"last"_s).isUndefined());
        QVERIFY(later.get(u"k0"_s).isUndefined());
    }

    void thoseWhoComeAndAskHearWhatIsStored()
    {
        auto &rooms = open();
        Client one(rooms, u"yard"_s);
        one.set(u"a"_s, 1);
        Raw asks(rooms, u"yard"_s);
        QTRY_COMPARE(asks.heard(Kind::Update).size(), 1u);
        m_store->holds = true;
        one.set(u"b"_s, 2);
        QTRY_COMPARE(m_store->appends, 2);
        Raw comes(rooms, u"yard"_s);
        asks.say(Kind::SyncStep1, QByteArray(1, '\0'));
        comes.say(Kind::SyncStep1, QByteArray(1, '\0'));
        QTest::qWait(20); // that nothing comes can only be waited for
        QCOMPARE(asks.heard(Kind::SyncStep2).size(), 0u);
        QCOMPARE(comes.heard(Kind::SyncStep1).size(), 0u);
        m_store->release();
        QTRY_COMPARE(asks.heard(Kind::SyncStep2).size(), 1u);
        QTRY_COMPARE(comes.heard(Kind::SyncStep2).size(), 1u);
    }

    void aStoreThatTakesNothingStillShowsWhatItHas()
    {
        auto &rooms = open();
        Client one(rooms, u"yard"_s);
        one.set(u"a"_s, 1);
        QTRY_COMPARE(m_store->appends, 1);
        QTRY_VERIFY(rooms.find(u"yard"_s)->isSaved());
        m_store->fails = true;
        QTest::ignoreMessage(QtWarningMsg,
                             QRegularExpression(u"room yard cannot be stored: full"_s));
        one.set(u"b"_s, 2);
        QTRY_COMPARE(m_store->appends, 2);
        Client two(rooms, u"yard"_s);
        QTRY_VERIFY(two.session->isSynced());
        QCOMPARE(two.get(u"a"_s), lib0::Any(1));
        QVERIFY(two.get(u"b"_s).isUndefined());
        m_store->fails = false;
        QTRY_COMPARE_WITH_TIMEOUT(two.get(u"b"_s), lib0::Any(2), 5000);
    }

    void whichYardsAPatternMeans_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("yard");
        QTest::addColumn<bool>("isMeant");
        const auto add = [](const QString &pattern, const QString &yard, bool isMeant) {
            QTest::addRow("%s %s", qPrintable(pattern), qPrintable(yard))
                << pattern << yard << isMeant;
        };
        add(u"shop"_s, u"shop"_s, true);
        add(u"shop"_s, u"Shop"_s, false);
        add(u"shop"_s, u"shop-a"_s, false);
        add(u"shop-*"_s, u"shop-"_s, true);
        add(u"shop-*"_s, u"my shop-a"_s, false);
        add(u"*-test"_s, u"a-test"_s, true);
        add(u"*-test"_s, u"a-test-b"_s, false);
        add(u"a*b*c"_s, u"a1b2b3c"_s, true);
        add(u"a*b*c"_s, u"ac"_s, false);
        add(u"a*a"_s, u"a"_s, false);
        add(u"**"_s, u""_s, true);
        add(u"*"_s, u"anything (at) all.\u2028"_s, true);
        add(u"plan?"_s, u"plan?"_s, true);
        add(u"plan?"_s, u"plans"_s, false);
        add(u"team[12]"_s, u"team[12]"_s, true);
        add(u"team[12]"_s, u"team1"_s, false);
    }
    void whichYardsAPatternMeans()
    {
        QFETCH(const QString, pattern);
        QFETCH(const QString, yard);
        QTEST(relay::isMeant(yard, pattern), "isMeant");
    }

    void aYardDoesNotGrowForEver()
    {
        auto limits = quick();
        limits.documentBytes = 2'000;
        auto &rooms = open(limits);
        Client one(rooms, u"yard"_s);
        Client two(rooms, u"yard"_s);
        QTRY_VERIFY(one.session->isCaughtUp() && two.session->isCaughtUp());
        QSignalSpy ended(one.session.get(), &collab::SyncSession::ended);
        for (int i = 0; i < 50 && ended.isEmpty(); ++i) {
            one.doc.map(u"m").set(u"k%1"_s.arg(i), lib0::Any(QString(500, u'x')));
            QTRY_VERIFY(rooms.find(u"yard"_s)->isSaved());
            QTest::qWait(2);
        }
        QCOMPARE(ended.size(), 1);
        QVERIFY(one.reason->text.contains("largest size"_L1));
        QCOMPARE_LT(two.doc.encodeStateAsUpdate().size(), 3 * limits.documentBytes);
    }

    /// A peer could otherwise make figures without end.
    void aCodeThatAPeerMadeUpIsNoFigure()
    {
        auto &rooms = open();
        const Raw one(rooms, u"yard"_s);
        Q_EMIT one.transport->closed({.code = 3217});
        const auto text = relay::prometheusText(rooms, 0);
        QVERIFY(!text.contains("3217"));
        QVERIFY(text.contains("krateyard_relay_peers_closed_total{code=\"other\"} 1\n"));
    }

    void figuresAreToldForPrometheus()
    {
        auto &rooms = open();
        Client one(rooms, u"a secret name"_s);
        Raw two(rooms, u"a secret name"_s);
        QTRY_VERIFY(one.session->isCaughtUp());
        one.set(u"a"_s, 1);
        QTRY_COMPARE(two.heard(Kind::Update).size(), 1u);
        two.say(Kind::Update, "\x01");
        QTRY_VERIFY(two.reason);
        const auto text = relay::prometheusText(rooms, 5);
        for (const auto *line : {"krateyard_relay_connections 5\n", "krateyard_relay_rooms 1\n",
                                 "krateyard_relay_peers 1\n", "krateyard_relay_updates_total 2\n",
                                 "krateyard_relay_peers_closed_total{code=\"1007\"} 1\n",
                                 "krateyard_relay_peers_dropped_total{reason=\"bad_payload\"} 1\n",
                                 "krateyard_relay_room_peers_bucket{le=\"1\"} 1\n",
                                 "krateyard_relay_room_peers_sum 1\n",
                                 "krateyard_relay_sync_lag_recent_seconds{quantile=\"0.99\"} 0.",
                                 "krateyard_relay_store_seconds_count 1\n",
                                 "krateyard_relay_sync_lag_seconds_bucket{le=\"+Inf\"} 1\n"})
            QVERIFY2(text.contains(line), text.constData());
        QVERIFY(!text.contains("secret"));
        for (const auto &line : text.split('\n'))
            QVERIFY2(line.isEmpty() || line.startsWith("# ") || line.startsWith("krateyard_relay_"),
                     line.constData());
    }

    void drainingStoresWhatCame()
    {
        auto &rooms = open();
        Client one(rooms, u"yard"_s);
        QTRY_VERIFY(one.session->isCaughtUp());
        m_store->holds = true;
        one.set(u"a"_s, 1);
        QTRY_COMPARE(m_store->appends, 1);
        QSignalSpy drained(&rooms, &relay::Rooms::drained);
        rooms.drain({.code = CloseReason::GoingAway, .text = u"the relay stops"_s});
        QTRY_VERIFY(one.reason);
        QCOMPARE(one.reason->code, int(CloseReason::GoingAway));
        Raw late(rooms, u"yard"_s);
        QCOMPARE(late.reason->code, int(CloseReason::TryLater));
        QCOMPARE(drained.size(), 0);
        m_store->release();
        QTRY_COMPARE(drained.size(), 1);
    }
};

QTEST_GUILESS_MAIN(RoomsTest)
#include "tst_rooms.moc"
