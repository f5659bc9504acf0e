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

/// Who is in a room, and who may say so.
class RoomPresenceTest : public QObject
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

    void presenceEndsWithTheConnection()
    {
        auto &rooms = open();
        Client one(rooms, u"yard"_s);
        auto two = std::make_unique<Client>(rooms, u"yard"_s);
        const auto id = two->doc.clientId();
        QVERIFY(two->awareness.setLocalState(QJsonObject{{u"name"_s, u"two"_s}}));
        QTRY_COMPARE(one.awareness.state(id)["name"_L1].toString(), u"two"_s);
        two.reset();
        QTRY_VERIFY(!one.awareness.contains(id));
    }

    void nobodySpeaksForAnother()
    {
        auto &rooms = open();
        Client one(rooms, u"yard"_s);
        QVERIFY(one.awareness.setLocalState(QJsonObject{{u"name"_s, u"one"_s}}));
        Raw two(rooms, u"yard"_s);
        QTRY_VERIFY(!two.heard(Kind::Awareness).empty());
        // Clients of y-websocket say again what they heard, and that others seem to be gone.
        two.say(Kind::Awareness, two.heard(Kind::Awareness).back());
        collab::Awareness guess(1, collab::AwarenessOptions::manual());
        QVERIFY(guess.apply(two.heard(Kind::Awareness).back(), &guess));
        const auto id = one.doc.clientId();
        guess.removeStates({id}, &guess);
        two.say(Kind::Awareness, guess.encode({id}));
        QVERIFY(!two.reason);

        collab::Awareness forger(id, collab::AwarenessOptions::manual());
        for (int i = 0; i < 5; ++i) {
            QVERIFY(forger.setLocalState(QJsonObject{{u"name"_s, u"forged %1"_s.arg(i)}}));
            forger.flush();
        }
        two.say(Kind::Awareness, forger.encodeAll());
        QVERIFY(!two.reason); // it may be that its owner says so a moment later
        Client three(rooms, u"yard"_s);
        QTRY_COMPARE(three.awareness.state(id)["name"_L1].toString(), u"one"_s);
    }

    /// As clients of y-websocket do that hear each other in one browser.
    void whoRepeatsWhatAnotherSaysStays()
    {
        auto &rooms = open();
        Raw owner(rooms, u"yard"_s);
        Raw other(rooms, u"yard"_s);
        Client watcher(rooms, u"yard"_s);
        QTRY_VERIFY(watcher.session->isSynced());
        collab::Awareness awareness(7, collab::AwarenessOptions::manual());
        for (int n = 0; n < 200; ++n) {
            QVERIFY(awareness.setLocalState(QJsonObject{{u"n"_s, n}}));
            awareness.flush();
            (n % 3 == 0 && n > 0 ? other : owner).say(Kind::Awareness, awareness.encodeAll());
            (n % 3 == 0 && n > 0 ? owner : other).say(Kind::Awareness, awareness.encodeAll());
        }
        QVERIFY(!owner.reason && !other.reason);
        QTRY_COMPARE(watcher.awareness.state(7)["n"_L1].toInt(), 199);
    }

    void whoSpeaksForAnotherLosesItsConnection_data()
    {
        QTest::addColumn<int>("ahead");
        QTest::newRow("what the owner says otherwise") << 1;
        QTest::newRow("what the owner never says") << 1000;
    }
    void whoSpeaksForAnotherLosesItsConnection()
    {
        QFETCH(const int, ahead);
        auto limits = quick();
        limits.claimedFor = std::chrono::milliseconds(20);
        auto &rooms = open(limits);
        Raw owner(rooms, u"yard"_s);
        Raw forger(rooms, u"yard"_s);
        Client watcher(rooms, u"yard"_s);
        QTRY_VERIFY(watcher.session->isSynced());
        collab::Awareness real(7, collab::AwarenessOptions::manual());
        const auto tell = [&] {
            QVERIFY(real.setLocalState(QJsonObject{{u"name"_s, u"real"_s}}));
            real.flush();
            owner.say(Kind::Awareness, real.encodeAll());
        };
        tell();
        collab::Awareness forged(7, collab::AwarenessOptions::manual());
        for (int i = 0; i < 1 + ahead; ++i) {
            QVERIFY(forged.setLocalState(QJsonObject{{u"name"_s, u"forged"_s}}));
            forged.flush();
        }
        forger.say(Kind::Awareness, forged.encodeAll());
        QTest::qWait(30); // for longer than its owner may need to say it
        tell();
        QVERIFY(forger.reason);
        QCOMPARE(forger.reason->code, int(CloseReason::PolicyViolation));
        QCOMPARE(forger.reason->text, u"it speaks for somebody else's client"_s);
        QVERIFY(!owner.reason);
        QTRY_COMPARE(watcher.awareness.state(7)["name"_L1].toString(), u"real"_s);
    }

    void aClientMayComeBackOverAnotherConnection()
    {
        auto limits = quick();
        limits.silentFor = std::chrono::milliseconds(10);
        auto &rooms = open(limits);
        collab::Awareness awareness(7, collab::AwarenessOptions::manual());
        const auto tell = [&awareness](Raw &raw, int n) {
            QVERIFY(awareness.setLocalState(QJsonObject{{u"n"_s, n}}));
            awareness.flush();
            raw.say(Kind::Awareness, awareness.encodeAll());
        };
        Client watcher(rooms, u"yard"_s);
        Raw before(rooms, u"yard"_s);
        QTRY_VERIFY(rooms.find(u"yard"_s)->isOpen());
        tell(before, 1);
        QTest::qWait(20); // for longer than it may be silent
        Raw after(rooms, u"yard"_s);
        tell(after, 2);
        QVERIFY(!after.reason);
        before.transport->close({}); // the cut is noticed
        QTRY_COMPARE(watcher.awareness.state(7)["n"_L1].toInt(), 2);
        tell(after, 3);
        QTRY_COMPARE(watcher.awareness.state(7)["n"_L1].toInt(), 3);
    }

    /// A claim that is refused leaves the owner as it is.
    void aClaimBeyondTheLimitChangesNothing()
    {
        auto limits = quick();
        limits.silentFor = std::chrono::milliseconds(0);
        limits.clientsPerPeer = 1;
        auto &rooms = open(limits);
        Client watcher(rooms, u"yard"_s);
        const auto tell = [](const Raw &raw, quint64 client, int times) {
            collab::Awareness awareness(client, collab::AwarenessOptions::manual());
            for (int n = 1; n <= times; ++n) {
                QVERIFY(awareness.setLocalState(QJsonObject{{u"n"_s, n}}));
                awareness.flush();
            }
            raw.say(Kind::Awareness, awareness.encodeAll());
        };
        Raw owner(rooms, u"yard"_s);
        Raw full(rooms, u"yard"_s);
        QTRY_VERIFY(rooms.find(u"yard"_s)->isOpen());
        tell(owner, 7, 1);
        tell(full, 8, 1);
        tell(full, 7, 2); // one too many
        QTRY_COMPARE(watcher.awareness.state(7)["n"_L1].toInt(), 1);
        owner.transport->close({});
        QTRY_VERIFY(!watcher.awareness.contains(7));
        QTest::qWait(5); // until the one that left is deleted
        Raw other(rooms, u"yard"_s);
        tell(other, 7, 3);
        QTRY_COMPARE(watcher.awareness.state(7)["n"_L1].toInt(), 3);
    }
};

QTEST_GUILESS_MAIN(RoomPresenceTest)
#include "tst_roompresence.moc"
