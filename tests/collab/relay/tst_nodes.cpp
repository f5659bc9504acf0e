// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/lib0/encoder.h"
#include "collab/relay/nodes/memorybackplane.h"
#include "collab/relay/nodes/nodes.h"
#include "roomfixture.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using rooms::Client;
using rooms::Raw;

namespace {

/// One relay of several, which share a store.
struct Node
{
    Node(relay::MemoryBackplanes &all, relay::MemoryRoomStore &store,
         const relay::RoomLimits &limits, const relay::Nodes::Times &times)
        : backplane(all)
        , nodes(backplane, store, times)
        , rooms(store, limits)
    {
        rooms.shareWith(nodes);
    }

    relay::MemoryBackplane backplane;
    relay::Nodes nodes;
    relay::Rooms rooms;
};

/// As y-protocols writes it.
QByteArray awarenessOf(quint64 client, quint64 clock, const QByteArray &json)
{
    lib0::Encoder encoder;
    encoder.writeVarUint(1);
    encoder.writeVarUint(client);
    encoder.writeVarUint(clock);
    encoder.writeVarBytes(json);
    return encoder.take();
}

} // namespace

/// Two relays in one process, which have the same rooms.
class NodesTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Node> makeNode()
    {
        return std::make_unique<Node>(m_all, *m_store, m_limits, m_times);
    }
    void cut(bool isCut)
    {
        for (auto *backplane : m_all)
            backplane->setConnected(!isCut);
    }
    size_t records(const QString &room)
    {
        size_t count = 0;
        m_store->load(room, [&count](const auto &content) { count = content->updates.size(); });
        QTest::qWait(1);
        return count;
    }

    relay::MemoryBackplanes m_all;
    relay::RoomLimits m_limits;
    relay::Nodes::Times m_times;
    std::unique_ptr<relay::MemoryRoomStore> m_store;
    std::unique_ptr<Node> m_one;
    std::unique_ptr<Node> m_two;

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning();
        m_limits = {.tick = std::chrono::milliseconds(1)};
        // Nothing is looked at by itself unless a test wants that.
        m_times = {.lookEvery = std::chrono::hours(1),
                   .lookEveryAlone = std::chrono::hours(1),
                   .aliveEvery = std::chrono::milliseconds(20)};
        m_store = std::make_unique<relay::MemoryRoomStore>();
        m_one = makeNode();
        m_two = makeNode();
    }
    void cleanup()
    {
        m_one.reset();
        m_two.reset();
        m_store.reset();
    }

    void whatOneStoresTheOtherTells()
    {
        Client ada(m_one->rooms, u"yard"_s);
        Client bert(m_two->rooms, u"yard"_s);
        ada.set(u"a"_s, 1);
        QTRY_COMPARE(bert.get(u"a"_s), lib0::Any(1));
        bert.set(u"b"_s, 2);
        QTRY_COMPARE(ada.get(u"b"_s), lib0::Any(2));
        // Each record once, whoever took it in.
        QTRY_COMPARE(records(u"yard"_s), 2u);
    }

    void aChangeTooLargeForAMessageIsReadInTheStore()
    {
        Client ada(m_one->rooms, u"yard"_s);
        Client bert(m_two->rooms, u"yard"_s);
        ada.set(u"a"_s, 1);
        QTRY_COMPARE(bert.get(u"a"_s), lib0::Any(1));
        const QString large(2'000'000, u'x');
        ada.doc.map(u"m").set(u"large"_s, lib0::Any(large));
        QTRY_COMPARE(bert.get(u"large"_s), lib0::Any(large));
    }

    void aRoomThatIsOpenedLaterHasEverything()
    {
        Client ada(m_one->rooms, u"yard"_s);
        for (int i = 0; i < 20; ++i)
            ada.set(u"k%1"_s.arg(i), i);
        Client bert(m_two->rooms, u"yard"_s);
        QTRY_COMPARE(bert.doc.map(u"m").size(), 20);
        for (int i = 20; i < 40; ++i)
            ada.set(u"k%1"_s.arg(i), i);
        QTRY_COMPARE(bert.doc.map(u"m").size(), 40);
    }

    void withoutTheBackplaneTheStoreIsLookedAt()
    {
        cleanup();
        m_store = std::make_unique<relay::MemoryRoomStore>();
        m_times.lookEveryAlone = std::chrono::milliseconds(10);
        m_one = makeNode();
        m_two = makeNode();
        Client ada(m_one->rooms, u"yard"_s);
        Client bert(m_two->rooms, u"yard"_s);
        ada.set(u"a"_s, 1);
        QTRY_COMPARE(bert.get(u"a"_s), lib0::Any(1));
        cut(true);
        ada.set(u"a"_s, 2);
        bert.set(u"b"_s, 3);
        QTRY_COMPARE(bert.get(u"a"_s), lib0::Any(2));
        QTRY_COMPARE(ada.get(u"b"_s), lib0::Any(3));
    }

    void whatWasMissedComesWhenTheBackplaneIsThereAgain()
    {
        Client ada(m_one->rooms, u"yard"_s);
        Client bert(m_two->rooms, u"yard"_s);
        ada.set(u"a"_s, 1);
        QTRY_COMPARE(bert.get(u"a"_s), lib0::Any(1));
        cut(true);
        for (int i = 0; i < 10; ++i)
            ada.set(u"k%1"_s.arg(i), i);
        QTRY_COMPARE(ada.doc.map(u"m").size(), 11);
        QTRY_VERIFY(records(u"yard"_s) >= 2);
        QCOMPARE(bert.doc.map(u"m").size(), 1);
        cut(false);
        QTRY_COMPARE(bert.doc.map(u"m").size(), 11);
    }

    void whatWaitedForAnotherRelayIsStored()
    {
        // Two changes of one client; the second comes here, the first over the other relay.
        crdt::Doc doc;
        std::vector<QByteArray> updates;
        connect(&doc, &crdt::Doc::updated, this,
                [&updates](const QByteArray &update) { updates.push_back(update); });
        doc.map(u"m").set(u"a"_s, lib0::Any(1));
        doc.map(u"m").set(u"b"_s, lib0::Any(2));
        QCOMPARE(updates.size(), 2u);
        Raw early(m_two->rooms, u"yard"_s);
        Client reader(m_two->rooms, u"yard"_s);
        QTRY_VERIFY(!early.heard(collab::Message::Kind::SyncStep1).empty());
        early.say(collab::Message::Kind::Update, updates[1]);
        Raw late(m_one->rooms, u"yard"_s);
        QTRY_VERIFY(!late.heard(collab::Message::Kind::SyncStep1).empty());
        late.say(collab::Message::Kind::Update, updates[0]);
        QTRY_COMPARE(reader.get(u"b"_s), lib0::Any(2));
        // A third relay, which knows only the store, has both.
        auto three = makeNode();
        Client later(three->rooms, u"yard"_s);
        QTRY_COMPARE(later.get(u"a"_s), lib0::Any(1));
        QTRY_COMPARE(later.get(u"b"_s), lib0::Any(2));
    }

    void manyRecordsBecomeOneAndTheOtherGoesOn()
    {
        cleanup();
        m_store = std::make_unique<relay::MemoryRoomStore>();
        m_limits.recordsBeforeCompaction = 20;
        m_one = makeNode();
        m_two = makeNode();
        Client ada(m_one->rooms, u"yard"_s);
        Client bert(m_two->rooms, u"yard"_s);
        for (int i = 0; i < 60; ++i) {
            ada.set(u"a"_s, i);
            bert.set(u"b%1"_s.arg(i), i);
            QTRY_COMPARE(bert.get(u"a"_s), lib0::Any(i));
            QTRY_COMPARE(ada.get(u"b%1"_s.arg(i)), lib0::Any(i));
        }
        QTRY_VERIFY2(records(u"yard"_s) < 60, qPrintable(QString::number(records(u"yard"_s))));
        auto three = makeNode();
        Client later(three->rooms, u"yard"_s);
        QTRY_COMPARE(later.doc.map(u"m").size(), 61);
    }

    void awarenessGoesToPeersOfBoth()
    {
        Client ada(m_one->rooms, u"yard"_s);
        Client bert(m_two->rooms, u"yard"_s);
        QVERIFY(ada.awareness.setLocalState(QJsonObject{{u"name"_s, u"Ada"_s}}));
        QTRY_COMPARE(bert.awareness.state(ada.doc.clientId()).value("name"_L1), u"Ada"_s);
        // One who comes later, to a relay that had not got the room, sees who is there.
        auto three = makeNode();
        Client carl(three->rooms, u"yard"_s);
        QTRY_COMPARE(carl.awareness.state(ada.doc.clientId()).value("name"_L1), u"Ada"_s);
        ada.session.reset();
        QTRY_VERIFY(!bert.awareness.contains(ada.doc.clientId()));
        QTRY_VERIFY(!carl.awareness.contains(ada.doc.clientId()));
    }

    void thePeersOfARelayThatEndsAreGoneAtOnce()
    {
        Client bert(m_two->rooms, u"yard"_s);
        Client ada(m_one->rooms, u"yard"_s);
        QVERIFY(ada.awareness.setLocalState(QJsonObject{{u"name"_s, u"Ada"_s}}));
        QTRY_VERIFY(bert.awareness.contains(ada.doc.clientId()));
        m_one->nodes.leave();
        QTRY_VERIFY(!bert.awareness.contains(ada.doc.clientId()));
    }

    void thePeersOfARelayThatIsSilentGo()
    {
        cleanup();
        m_store = std::make_unique<relay::MemoryRoomStore>();
        m_times.quietAfter = std::chrono::milliseconds(100);
        m_times.goneAfter = std::chrono::milliseconds(300);
        m_one = makeNode();
        m_two = makeNode();
        Client bert(m_two->rooms, u"yard"_s);
        Client ada(m_one->rooms, u"yard"_s);
        QVERIFY(ada.awareness.setLocalState(QJsonObject{{u"name"_s, u"Ada"_s}}));
        QTRY_VERIFY(bert.awareness.contains(ada.doc.clientId()));
        m_one->backplane.setConnected(false); // as if it were dead
        QTRY_VERIFY(!bert.awareness.contains(ada.doc.clientId()));
    }

    void nobodySpeaksForThePeerOfAnotherRelay()
    {
        Client ada(m_one->rooms, u"yard"_s);
        Client bert(m_two->rooms, u"yard"_s);
        QVERIFY(ada.awareness.setLocalState(QJsonObject{{u"name"_s, u"Ada"_s}}));
        const auto client = ada.doc.clientId();
        QTRY_VERIFY(bert.awareness.contains(client));
        Raw forger(m_two->rooms, u"yard"_s);
        QTRY_VERIFY(!forger.heard(collab::Message::Kind::SyncStep1).empty());
        forger.say(collab::Message::Kind::Awareness,
                   awarenessOf(client, 1000, R"({"name":"Eve"})"));
        forger.say(collab::Message::Kind::Awareness, awarenessOf(client, 1001, "null"));
        forger.say(collab::Message::Kind::Awareness, awarenessOf(7, 1, R"({"name":"Eve"})"));
        QTRY_VERIFY(ada.awareness.contains(7)); // its own it may tell
        QCOMPARE(bert.awareness.state(client).value("name"_L1), u"Ada"_s);
        QCOMPARE(ada.awareness.state(client).value("name"_L1), u"Ada"_s);
        QVERIFY(!forger.reason);
    }

    void aMessageThatMakesNoSenseIsPassedOver()
    {
        Client ada(m_one->rooms, u"yard"_s);
        Client bert(m_two->rooms, u"yard"_s);
        ada.set(u"a"_s, 1);
        QTRY_COMPARE(bert.get(u"a"_s), lib0::Any(1));
        QTest::ignoreMessage(QtWarningMsg,
                             QRegularExpression(u"a message between relays makes no sense"_s));
        QTest::ignoreMessage(QtWarningMsg,
                             QRegularExpression(u"a message between relays makes no sense"_s));
        m_one->backplane.publish(u"krateyard/yard/yard"_s, "nonsense");
        ada.set(u"a"_s, 2);
        QTRY_COMPARE(bert.get(u"a"_s), lib0::Any(2));
    }
};

QTEST_GUILESS_MAIN(NodesTest)
#include "tst_nodes.moc"
