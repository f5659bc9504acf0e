// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/relay/roomfixture.h"

#include <QTest>

using namespace Qt::StringLiterals;
using collab::CloseReason;
using rooms::Client;
using rooms::ControlledStore;
using rooms::Raw;
using Kind = collab::Message::Kind;

/// What a room takes of those who read slowly, send too much, or come too early.
class RoomLimitsTest : public QObject
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

    void manyQuestionsOfOneThatDoesNotReadAreOne()
    {
        auto &rooms = open();
        Client one(rooms, u"yard"_s);
        one.set(u"a"_s, 1);
        Raw slow(rooms, u"yard"_s);
        QTRY_VERIFY(one.session->isCaughtUp());
        QTRY_COMPARE(slow.heard(Kind::Update).size(), 1u);
        slow.transport->waiting = 1024 * 1024;
        for (int i = 0; i < 100; ++i) {
            slow.say(Kind::SyncStep1, QByteArray(1, '\0'));
            slow.say(Kind::QueryAwareness, {});
        }
        QCOMPARE(slow.heard(Kind::SyncStep2).size(), 0u);
        slow.transport->waiting = 0;
        QTRY_COMPARE(slow.heard(Kind::SyncStep2).size(), 1u);
    }

    void aSlowPeerGetsWhatItMissedAtOnce()
    {
        auto &rooms = open();
        Client one(rooms, u"yard"_s);
        Raw slow(rooms, u"yard"_s);
        QTRY_VERIFY(one.session->isCaughtUp());
        slow.transport->waiting = 1024 * 1024;
        for (int i = 0; i < 20; ++i) {
            one.set(u"k%1"_s.arg(i), i);
            QVERIFY(one.awareness.setLocalState(QJsonObject{{u"i"_s, i}}));
            QTRY_COMPARE(m_store->appends, i + 1);
        }
        QTRY_VERIFY(rooms.find(u"yard"_s)->isSaved());
        QCOMPARE(slow.heard(Kind::Update).size(), 0u);
        slow.transport->waiting = 0;
        QTRY_COMPARE(slow.heard(Kind::Update).size(), 1u);
        crdt::Doc doc;
        const char other = 0;
        QVERIFY(doc.applyUpdate(slow.heard(Kind::Update).front(), &other));
        QCOMPARE(doc.stateVector(), one.doc.stateVector());
        collab::Awareness awareness(1, collab::AwarenessOptions::manual());
        QTRY_VERIFY(!slow.heard(Kind::Awareness).empty());
        QVERIFY(awareness.apply(slow.heard(Kind::Awareness).back(), &other));
        QCOMPARE(awareness.state(one.doc.clientId())["i"_L1].toInt(), 19);
    }

    void onePeerThatDoesNotReadIsDropped()
    {
        auto limits = quick();
        limits.stalledFor = std::chrono::milliseconds(50);
        auto &rooms = open(limits);
        Client one(rooms, u"yard"_s);
        Raw stalled(rooms, u"yard"_s);
        QTRY_VERIFY(one.session->isCaughtUp());
        stalled.transport->waiting = 1024 * 1024;
        one.set(u"a"_s, 1);
        QTRY_VERIFY(stalled.reason);
        QCOMPARE(stalled.reason->text, u"it does not read what it is sent"_s);
        QCOMPARE(rooms.peerCount(), 1);
    }

    void aFloodIsCutOff()
    {
        auto limits = quick();
        limits.messagesPerSecond = 10;
        limits.messageBurst = 50;
        auto &rooms = open(limits);
        Raw flood(rooms, u"yard"_s);
        QTRY_VERIFY(rooms.find(u"yard"_s)->isOpen());
        for (int i = 0; i < 60 && !flood.reason; ++i)
            flood.say(Kind::QueryAwareness, {});
        QVERIFY(flood.reason);
        QCOMPARE(flood.reason->code, int(CloseReason::PolicyViolation));
    }

    /// Updates that build on what never comes are kept, but not for ever, and cost others nothing.
    void whatWaitsDoesNotFillTheYard()
    {
        auto &rooms = open();
        Client one(rooms, u"yard"_s);
        Client two(rooms, u"yard"_s);
        Raw hostile(rooms, u"yard"_s);
        QTRY_VERIFY(one.session->isCaughtUp() && two.session->isCaughtUp());
        crdt::Doc source;
        source.map(u"m").set(u"first"_s, lib0::Any(1));
        const auto first = source.stateVector();
        for (int i = 0; i < 6 && !hostile.reason; ++i) {
            const auto known = i == 0 ? first : source.stateVector();
            source.map(u"m").set(u"k%1"_s.arg(i), lib0::Any(QString(1'000'000, u'x')));
            hostile.say(Kind::Update, source.encodeStateAsUpdate(known));
            QTest::qWait(5);
        }
        QTRY_VERIFY(hostile.reason);
        QCOMPARE(hostile.reason->code, int(CloseReason::PolicyViolation));
        one.set(u"a"_s, 1);
        QTRY_COMPARE(two.get(u"a"_s), lib0::Any(1));
        QVERIFY(!one.reason && !two.reason);
    }

    /// A broken record may come back from somebody, and what builds on it must be there then.
    void whatBuildsOnABrokenRecordStaysStored()
    {
        crdt::Doc source;
        std::vector<QByteArray> updates;
        connect(&source, &crdt::Doc::updated, this,
                [&updates](const QByteArray &update) { updates.push_back(update); });
        for (int i = 0; i < 3; ++i)
            source.map(u"m").set(u"k%1"_s.arg(i), lib0::Any(QString(100'000, u'x')));
        const auto keep = [this](const QByteArray &update) {
            bool isKept = false;
            m_store->append(u"yard"_s, {update}, [&isKept](const auto &) { isKept = true; });
            QTRY_VERIFY(isKept);
        };
        keep(updates[0]);
        keep(updates[2]);
        auto &rooms = open();
        {
            Client one(rooms, u"yard"_s);
            QTRY_VERIFY(one.session->isCaughtUp());
            one.set(u"a"_s, 1);
            Raw two(rooms, u"yard"_s);
            two.say(Kind::SyncStep1, QByteArray(1, '\0'));
            QTRY_VERIFY(!two.heard(Kind::SyncStep2).empty());
            QTRY_VERIFY(rooms.find(u"yard"_s)->isSaved());
            crdt::Doc other; // what waits is forgotten when it is too much
            other.map(u"m").set(u"b"_s, lib0::Any(1));
            const auto known = other.stateVector();
            other.map(u"m").set(u"c"_s, lib0::Any(QString(100'000, u'y')));
            two.say(Kind::Update, other.encodeStateAsUpdate(known));
            QTRY_VERIFY(two.reason);
        }
        QTRY_COMPARE(rooms.count(), 0); // as one record, or not
        keep(updates[1]);
        Client later(rooms, u"yard"_s);
        QTRY_VERIFY(!later.get(u"k1"_s).isUndefined());
        QTRY_VERIFY(!later.get(u"k2"_s).isUndefined());
        QTRY_COMPARE(later.get(u"a"_s), lib0::Any(1));
    }

    /// What peers say before they can be greeted is kept, but not without end.
    void whoComesBeforeItCanBeGreetedMayNotFillTheMemory()
    {
        auto limits = quick();
        limits.unsavedBytes = 10'000;
        auto &rooms = open(limits);
        Client one(rooms, u"yard"_s);
        QTRY_VERIFY(one.session->isCaughtUp());
        m_store->holds = true;
        one.set(u"first"_s, 1);
        QTRY_COMPARE(m_store->appends, 1);
        std::vector<std::unique_ptr<Raw>> peers;
        for (int i = 0; i < 5; ++i) {
            peers.push_back(std::make_unique<Raw>(rooms, u"yard"_s));
            peers.back()->say(Kind::SyncStep2, QByteArray(4'000, 'x'));
        }
        QVERIFY(!peers[1]->reason);
        for (int i = 2; i < 5; ++i) {
            QVERIFY(peers[i]->reason);
            QCOMPARE(peers[i]->reason->code, int(CloseReason::TryLater));
        }
        peers[0]->transport->close({});
        Raw next(rooms, u"yard"_s); // there is room again
        next.say(Kind::SyncStep2, QByteArray(4'000, 'x'));
        QVERIFY(!next.reason);
    }
};

QTEST_GUILESS_MAIN(RoomLimitsTest)
#include "tst_roomlimits.moc"
