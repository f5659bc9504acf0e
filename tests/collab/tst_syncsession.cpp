// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/crdt/ytypes.h"
#include "collab/sync/syncsession.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using collab::Awareness;
using collab::AwarenessOptions;
using collab::CloseReason;
using collab::Framing;
using collab::Message;
using collab::SyncOptions;
using collab::SyncSession;
using Kind = collab::Message::Kind;

namespace {

/// A replica, as a program has it.
struct Replica
{
    explicit Replica(quint64 id)
        : doc(crdt::Doc::Options{.clientId = id})
        , awareness(id, AwarenessOptions::manual())
    {
    }

    void connectTo(std::unique_ptr<collab::Transport> transport, const SyncOptions &options = {})
    {
        session = std::make_unique<SyncSession>(std::move(transport), doc, awareness, options);
        QObject::connect(session.get(), &SyncSession::ended, &doc,
                         [this](const CloseReason &reason) { reasons.append(reason); });
        session->start();
    }
    void set(const QString &key, int value) { doc.map(u"m").set(key, lib0::Any(value)); }
    lib0::Any get(const QString &key) { return doc.map(u"m").any(key); }

    crdt::Doc doc;
    Awareness awareness;
    std::unique_ptr<SyncSession> session;
    QList<CloseReason> reasons;
};

/// The other end of a transport, played by the test.
struct Peer
{
    explicit Peer(std::unique_ptr<collab::Transport> end, Framing frames = Framing::YWebsocket)
        : transport(std::move(end))
        , framing(frames)
    {
        QObject::connect(transport.get(), &collab::Transport::received, &context,
                         [this](const QByteArray &frame) {
                             raw.append(frame);
                             messages.append(collab::decode(frame, framing).value_or(Message()));
                         });
    }
    void send(Message message)
    {
        if (framing == Framing::Hocuspocus)
            message.document = "room";
        transport->send(collab::encode(message, framing));
    }
    int count(Kind kind) const { return int(std::ranges::count(messages, kind, &Message::kind)); }

    std::unique_ptr<collab::Transport> transport;
    Framing framing;
    QList<Message> messages;
    QList<QByteArray> raw;
    QObject context;
};

SyncOptions relayOptions()
{
    return {.role = SyncOptions::Role::Relay};
}

const QByteArray Nothing(2, '\0');

} // namespace

class SyncSessionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void theHandshakeIsThatOfYWebsocket()
    {
        auto [left, right] = collab::makeLoopback();
        Replica client(2);
        client.awareness.setLocalState(nullptr);
        Peer server(std::move(right));
        client.connectTo(std::move(left));
        QSignalSpy synced(client.session.get(), &SyncSession::synced);
        QTRY_COMPARE(server.raw.size(), 1);
        QCOMPARE(server.raw[0].toHex(), "00000100"_ba);
        server.send({.kind = Kind::SyncStep1, .payload = "\x01\x01\x01"});
        server.send({.kind = Kind::SyncStep2,
                     .payload = QByteArray::fromHex("010101002801016d016b017d0100")});
        QTRY_COMPARE(synced.size(), 1);
        QTRY_COMPARE(server.raw.size(), 2);
        QCOMPARE(server.raw[1].toHex(), "0001020000"_ba); // nothing, but said
        QVERIFY(client.session->isCaughtUp());
        QCOMPARE(client.get(u"k"_s), lib0::Any(1));
        QTest::qWait(0);
        QCOMPARE(server.raw.size(), 2); // what came is not sent back
    }

    void replicasConverge()
    {
        Replica relay(1);
        Replica ann(2);
        Replica bob(3);
        relay.set(u"r"_s, 1);
        ann.set(u"a"_s, 2);
        bob.set(u"b"_s, 3);
        auto [annsEnd, annsPeer] = collab::makeLoopback();
        auto [bobsEnd, bobsPeer] = collab::makeLoopback();
        SyncSession toAnn(std::move(annsPeer), relay.doc, relay.awareness, relayOptions());
        SyncSession toBob(std::move(bobsPeer), relay.doc, relay.awareness, relayOptions());
        toAnn.start();
        toBob.start();
        ann.connectTo(std::move(annsEnd));
        bob.connectTo(std::move(bobsEnd));
        QTRY_COMPARE(bob.get(u"a"_s), lib0::Any(2));
        QTRY_COMPARE(ann.get(u"b"_s), lib0::Any(3));
        ann.set(u"later"_s, 4);
        QTRY_COMPARE(bob.get(u"later"_s), lib0::Any(4));
        QCOMPARE(ann.doc.stateVector(), bob.doc.stateVector());
        QCOMPARE(ann.doc.encodeStateAsUpdate(), bob.doc.encodeStateAsUpdate());
    }

    void awarenessIsSeenAndGoesWithItsClient()
    {
        Replica relay(1);
        relay.awareness.setLocalState(nullptr);
        Replica ann(2);
        Replica bob(3);
        QVERIFY(ann.awareness.setLocalState(QJsonObject{{u"name"_s, u"ann"_s}}));
        auto [annsEnd, annsPeer] = collab::makeLoopback();
        auto [bobsEnd, bobsPeer] = collab::makeLoopback();
        SyncSession toAnn(std::move(annsPeer), relay.doc, relay.awareness, relayOptions());
        SyncSession toBob(std::move(bobsPeer), relay.doc, relay.awareness, relayOptions());
        toAnn.start();
        toBob.start();
        ann.connectTo(std::move(annsEnd));
        QTRY_VERIFY(relay.awareness.contains(2));
        bob.connectTo(std::move(bobsEnd));
        QTRY_COMPARE(bob.awareness.state(2), (QJsonObject{{u"name"_s, u"ann"_s}}));
        QTRY_VERIFY(ann.awareness.contains(3));
        QVERIFY(ann.awareness.setLocalStateField(u"x"_s, 1));
        QTRY_COMPARE(bob.awareness.state(2)["x"_L1].toInt(), 1);
        ann.session->close();
        QVERIFY(!ann.awareness.contains(3)); // no longer known to be there
        QVERIFY(ann.awareness.contains(2));
        QTRY_VERIFY(!bob.awareness.contains(2));
    }

    void aRelayTellsTheOthersOfOneThatBrokeOff()
    {
        Replica relay(1);
        Replica ann(2);
        Replica bob(3);
        auto [annsEnd, annsPeer] = collab::makeLoopback();
        auto [bobsEnd, bobsPeer] = collab::makeLoopback();
        SyncSession toAnn(std::move(annsPeer), relay.doc, relay.awareness, relayOptions());
        SyncSession toBob(std::move(bobsPeer), relay.doc, relay.awareness, relayOptions());
        toAnn.start();
        toBob.start();
        ann.connectTo(std::move(annsEnd));
        bob.connectTo(std::move(bobsEnd));
        QTRY_VERIFY(bob.awareness.contains(2));
        ann.session.reset(); // without a farewell
        QTRY_VERIFY(!bob.awareness.contains(2));
        QVERIFY(!relay.awareness.contains(2));
    }

    void anotherConnectionIsNews()
    {
        Replica relay(1);
        QVERIFY(relay.awareness.setLocalState(QJsonObject{}));
        Replica ann(2);
        for (int i = 0; i < 3; ++i) {
            auto [end, peer] = collab::makeLoopback();
            SyncSession toAnn(std::move(peer), relay.doc, relay.awareness, relayOptions());
            toAnn.start();
            ann.connectTo(std::move(end));
            QTRY_VERIFY(relay.awareness.contains(2)); // though it went under the same clock
            QTRY_VERIFY(ann.awareness.contains(1));
            ann.session.reset();
            QTRY_VERIFY(!relay.awareness.contains(2));
        }
    }

    void oneTakenForGoneSaysThatItIsThere()
    {
        auto [left, right] = collab::makeLoopback();
        Replica client(2);
        Peer server(std::move(right));
        client.connectTo(std::move(left));
        QTRY_COMPARE(server.count(Kind::Awareness), 1);
        Awareness other(3, AwarenessOptions::manual());
        QVERIFY(other.apply(server.messages.last().payload, "server"));
        QVERIFY(other.contains(2));
        other.removeStates({2}, "server");
        server.send({.kind = Kind::Awareness, .payload = other.encode({2})});
        QTRY_COMPARE(server.count(Kind::Awareness), 2);
        QVERIFY(other.apply(server.messages.last().payload, "server"));
        QVERIFY(other.contains(2));
        server.send({.kind = Kind::QueryAwareness});
        QTRY_COMPARE(server.count(Kind::Awareness), 3);
    }

    void badMessagesEndTheSessionAlone_data()
    {
        QTest::addColumn<QByteArray>("frame");
        QTest::addColumn<int>("code");
        const auto row = [](const char *name, const char *hex, CloseReason::Code code) {
            QTest::newRow(name) << QByteArray::fromHex(hex) << int(code);
        };
        row("empty", "", CloseReason::ProtocolError);
        row("an unknown sync message", "0007", CloseReason::ProtocolError);
        row("a length beyond the end", "0002ff", CloseReason::ProtocolError);
        row("a bad state vector", "000002ffff", CloseReason::BadPayload);
        row("a bad update", "00020301ffff", CloseReason::BadPayload);
        row("a bad step 2", "000103010101", CloseReason::BadPayload);
        row("bad awareness", "010101", CloseReason::BadPayload);
        row("awareness that is no JSON", "01050109017b7b", CloseReason::BadPayload);
        row("denied", "0200096e6f20616363657373", CloseReason::Forbidden);
    }
    void badMessagesEndTheSessionAlone()
    {
        QFETCH(QByteArray, frame);
        QFETCH(int, code);
        auto [left, right] = collab::makeLoopback();
        Replica client(2);
        client.set(u"k"_s, 7);
        const auto before = client.doc.encodeStateAsUpdate();
        Peer server(std::move(right));
        QSignalSpy closed(server.transport.get(), &collab::Transport::closed);
        client.connectTo(std::move(left));
        server.transport->send(frame);
        QTRY_COMPARE(client.reasons.size(), 1);
        QCOMPARE(client.reasons[0].code, code);
        QVERIFY(!client.reasons[0].text.isEmpty());
        QCOMPARE(closed.size(), 1);
        QCOMPARE(client.doc.encodeStateAsUpdate(), before);
        client.set(u"k"_s, 8); // the session has nothing to do with it any more
        QCOMPARE(client.get(u"k"_s), lib0::Any(8));
        QCOMPARE(client.reasons.size(), 1);
    }

    void aMessageThatIsTooLargeEndsTheSession()
    {
        auto [left, right] = collab::makeLoopback();
        Replica client(2);
        Peer server(std::move(right));
        client.connectTo(std::move(left), {.messageBytes = 100});
        server.transport->send(QByteArray(101, '\x63'));
        QTRY_COMPARE(client.reasons.size(), 1);
        QCOMPARE(client.reasons[0].code, int(CloseReason::TooBig));
    }

    void aPeerThatDoesNotAnswerIsGivenUp()
    {
        auto [left, right] = collab::makeLoopback();
        Replica client(2);
        client.connectTo(std::move(left), {.syncWithin = std::chrono::milliseconds(1)});
        QTRY_COMPARE(client.reasons.size(), 1);
        QCOMPARE(client.reasons[0].code, int(CloseReason::ProtocolError));
    }

    void unknownMessagesArePassedOver()
    {
        auto [left, right] = collab::makeLoopback();
        Replica client(2);
        Peer server(std::move(right));
        client.connectTo(std::move(left));
        server.transport->send("\x63\x01\x02");
        server.send({.kind = Kind::SyncStep2, .payload = Nothing});
        QTRY_VERIFY(client.session->isSynced());
    }

    void missingUpdatesAreAskedFor()
    {
        Replica other(9);
        QList<QByteArray> updates;
        connect(&other.doc, &crdt::Doc::updated, this,
                [&](const QByteArray &update) { updates.append(update); });
        other.set(u"a"_s, 1);
        other.set(u"a"_s, 2);
        auto [left, right] = collab::makeLoopback();
        Replica client(2);
        Peer server(std::move(right));
        client.connectTo(std::move(left), {.resyncAfter = std::chrono::milliseconds(1)});
        server.send({.kind = Kind::SyncStep2, .payload = Nothing});
        server.send({.kind = Kind::Update, .payload = updates[1]});
        QTRY_VERIFY(server.count(Kind::SyncStep1) >= 2);
        server.send({.kind = Kind::SyncStep2, .payload = other.doc.encodeStateAsUpdate()});
        QTRY_COMPARE(client.get(u"a"_s), lib0::Any(2));
        QVERIFY(!client.doc.hasPendingStructs());
    }

    void hocuspocusIsToldTheTokenFirst()
    {
        auto [left, right] = collab::makeLoopback();
        Replica client(2);
        client.set(u"k"_s, 1);
        Peer server(std::move(right), Framing::Hocuspocus);
        client.connectTo(
            std::move(left),
            {.framing = Framing::Hocuspocus, .document = "room", .token = u"secret"_s});
        QTRY_COMPARE(server.messages.size(), 1);
        QCOMPARE(server.messages[0],
                 (Message{.kind = Kind::Token, .payload = "secret", .document = "room"}));
        server.send({.kind = Kind::Authenticated, .payload = "read-write"});
        QTRY_COMPARE(server.count(Kind::SyncStep1), 1);
        server.send({.kind = Kind::SyncStep2, .payload = Nothing});
        server.send({.kind = Kind::SyncStep1, .payload = QByteArray(1, '\0'), .isReply = true});
        QTRY_VERIFY(client.session->isSynced());
        QTRY_COMPARE(client.session->unacknowledged(), 1);
        client.set(u"k"_s, 2);
        QCOMPARE(client.session->unacknowledged(), 2);
        server.send({.kind = Kind::Saved});
        server.send({.kind = Kind::NotSaved});
        QSignalSpy notSaved(client.session.get(), &SyncSession::notSaved);
        QTRY_COMPARE(client.session->unacknowledged(), 0);
        QCOMPARE(notSaved.size(), 1);
    }

    void aReaderSendsNoUpdates()
    {
        auto [left, right] = collab::makeLoopback();
        Replica client(2);
        client.set(u"k"_s, 1);
        Peer server(std::move(right), Framing::Hocuspocus);
        client.connectTo(std::move(left), {.framing = Framing::Hocuspocus, .document = "room"});
        server.send({.kind = Kind::Authenticated, .payload = "readonly"});
        server.send({.kind = Kind::SyncStep1, .payload = QByteArray(1, '\0')});
        QTRY_COMPARE(server.count(Kind::SyncStep2), 1);
        QCOMPARE(server.messages.last().payload, Nothing);
        QVERIFY(client.session->isReadOnly() && !client.session->isCaughtUp());
        client.set(u"k"_s, 2);
        QTest::qWait(0);
        QCOMPARE(server.count(Kind::Update), 0);
    }

    void framesOfOtherDocumentsArePassedOver()
    {
        auto [left, right] = collab::makeLoopback();
        Replica client(2);
        Peer server(std::move(right), Framing::Hocuspocus);
        client.connectTo(std::move(left), {.framing = Framing::Hocuspocus, .document = "room"});
        server.transport->send(collab::encode(
            {.kind = Kind::Denied, .payload = "no", .document = "other"}, Framing::Hocuspocus));
        server.send({.kind = Kind::Stateless, .payload = "hello"});
        QSignalSpy stateless(client.session.get(), &SyncSession::statelessReceived);
        QTRY_COMPARE(stateless.size(), 1);
        QVERIFY(client.reasons.isEmpty());
        server.send({.kind = Kind::Close, .payload = "enough"});
        QTRY_COMPARE(client.reasons.size(), 1);
        QCOMPARE(client.reasons[0], (CloseReason{CloseReason::GoingAway, u"enough"_s}));
    }
};

QTEST_GUILESS_MAIN(SyncSessionTest)
#include "tst_syncsession.moc"
