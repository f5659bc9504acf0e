// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/relay/config/accesstokens.h"
#include "collab/relay/rooms/syncendpoint.h"
#include "collab/relay/server.h"
#include "collab/relay/store/memoryroomstore.h"
#include "collab/sync/websockettransport.h"

#include <QTcpSocket>
#include <QTest>

using namespace Qt::StringLiterals;

/// Who gets a WebSocket of the server, and who does not.
class UpgradesTest : public QObject
{
    Q_OBJECT

private:
    void start(const relay::Admission &admission, const std::vector<relay::Subnet> &proxies = {},
               const relay::FailureLimit::Options &limit = {})
    {
        m_store = std::make_unique<relay::MemoryRoomStore>();
        m_rooms = std::make_unique<relay::Rooms>(*m_store);
        m_gate = std::make_unique<relay::AccessGate>(admission, proxies, limit);
        m_endpoint = std::make_unique<relay::SyncEndpoint>(*m_rooms, *m_gate);
        m_server = std::make_unique<relay::Server>();
        m_server->addEndpoint(*m_endpoint);
        const auto port = m_server->listen(QHostAddress::LocalHost, 0);
        QVERIFY(port);
        m_port = *port;
    }

    static relay::Admission anybody()
    {
        return [](const QString &, const QByteArray &) { return relay::Person(); };
    }

    /// The status of the answer to an upgrade with these headers besides the usual ones.
    QByteArray upgrade(const QByteArray &path, const QByteArray &headers,
                       const QByteArray &host = "127.0.0.1")
    {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, m_port);
        [&] { QTRY_COMPARE(socket.state(), QTcpSocket::ConnectedState); }();
        socket.write("GET " + path + " HTTP/1.1\r\nHost: " + host
                     + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                       "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                       "Sec-WebSocket-Version: 13\r\n"
                     + headers + "\r\n");
        [&] { QTRY_VERIFY(socket.canReadLine()); }();
        const auto status = socket.readLine().split(' ').value(1).trimmed();
        if (status != "101") // a connection that was refused is of no more use
            [&] { QTRY_COMPARE(socket.state(), QTcpSocket::UnconnectedState); }();
        m_answer = socket.readAll();
        return status;
    }

    std::unique_ptr<relay::MemoryRoomStore> m_store;
    std::unique_ptr<relay::Rooms> m_rooms;
    std::unique_ptr<relay::AccessGate> m_gate;
    std::unique_ptr<relay::SyncEndpoint> m_endpoint;
    std::unique_ptr<relay::Server> m_server;
    quint16 m_port = 0;
    QByteArray m_answer; ///< to the last upgrade, without its first line

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }
    void cleanup()
    {
        m_server.reset();
        m_endpoint.reset();
        m_gate.reset();
        m_rooms.reset();
        m_store.reset();
    }

    void addressesThatAreNoYards_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("status");
        QTest::newRow("a yard") << "/ws/sync/yard"_ba << "101"_ba;
        QTest::newRow("signs") << "/ws/sync/%C3%9Cml%C3%A4ut%20yard"_ba << "101"_ba;
        QTest::newRow("no name") << "/ws/sync/"_ba << "404"_ba;
        QTest::newRow("a folder") << "/ws/sync/a/b"_ba << "404"_ba;
        QTest::newRow("a hidden folder") << "/ws/sync/a%2Fb"_ba << "404"_ba;
        QTest::newRow("up") << "/ws/sync/%2E%2E"_ba << "404"_ba;
        QTest::newRow("a line break") << "/ws/sync/a%0Ab"_ba << "404"_ba;
        QTest::newRow("a zero") << "/ws/sync/a%00b"_ba << "404"_ba;
        QTest::newRow("up, half hidden") << "/ws/sync/..%2f"_ba << "404"_ba;
        QTest::newRow("up and down") << "/ws/sync/../sync/yard"_ba << "404"_ba;
        QTest::newRow("two slashes") << "/ws/sync//yard"_ba << "404"_ba;
        QTest::newRow("two more slashes") << "//ws/sync/yard"_ba << "404"_ba;
        QTest::newRow("a host") << "http://evil.example/ws/other"_ba << "404"_ba;
        QTest::newRow("a hidden line end") << "/ws/sync/a%0d%0aX:%20y"_ba << "404"_ba;
        QTest::newRow("a zero at the end") << "/ws/sync/yard%00"_ba << "404"_ba;
        QTest::newRow("no sign at all") << "/ws/sync/%ff%fe"_ba << "404"_ba;
        QTest::newRow("half a sign") << "/ws/sync/%ed%a0%80"_ba << "404"_ba;
        QTest::newRow("too long") << "/ws/sync/" + QByteArray(129, 'a') << "404"_ba;
        QTest::newRow("far too long") << "/ws/sync/" + QByteArray(30'000, 'a') << "404"_ba;
        QTest::newRow("elsewhere") << "/ws/other"_ba << "404"_ba;
        QTest::newRow("the root") << "/"_ba << "404"_ba;
    }
    void addressesThatAreNoYards()
    {
        QFETCH(const QByteArray, path);
        start(anybody());
        QTEST(upgrade(path, {}), "status");
        QCOMPARE(m_rooms->count(), m_answer.contains("Sec-WebSocket-Accept") ? 1 : 0);
    }

    void tokensStandInTheAddressOrTheHeader()
    {
        start(relay::admissionBy({{.sha256 = relay::hashOf("secret"), .yards = {u"yard"_s}}}));
        const QByteArray bearer = "Authorization: Bearer secret\r\n";
        QCOMPARE(upgrade("/ws/sync/yard?token=secret", {}), "101");
        QCOMPARE(upgrade("/ws/sync/yard", bearer), "101");
        QCOMPARE(upgrade("/ws/sync/other", bearer), "403");
        QCOMPARE(upgrade("/ws/sync/yard", "Authorization: Bearer wrong\r\n"), "401");
        QCOMPARE(upgrade("/ws/sync/yard", "Authorization: Basic c2VjcmV0\r\n"), "401");
        QCOMPARE(upgrade("/ws/sync/yard?token=", {}), "401");
        QCOMPARE(upgrade("/ws/sync/yard", {}), "401");
    }

    void wrongTokensAtSpeedHaveToWait()
    {
        start(relay::admissionBy({{.sha256 = relay::hashOf("secret")}}), {},
              {.perSecond = 0.01, .burst = 3});
        for (int i = 0; i < 3; ++i)
            QCOMPARE(upgrade("/ws/sync/yard?token=guess", {}), "401");
        QCOMPARE(upgrade("/ws/sync/yard?token=guess", {}), "429");
        QVERIFY2(m_answer.contains("Retry-After: 1"), m_answer.constData());
        // On loopback others may come through the same proxy.
        QCOMPARE(upgrade("/ws/sync/yard?token=secret", {}), "101");
        QCOMPARE(upgrade("/ws/sync/yard?token=guess", "X-Forwarded-For: 192.0.2.7\r\n"), "429");
    }

    void aTrustedProxySaysForWhomItAsks()
    {
        const relay::Subnet proxy{.address = QHostAddress(u"127.0.0.0"_s), .prefix = 8};
        start(relay::admissionBy({{.sha256 = relay::hashOf("secret")}}), {proxy},
              {.perSecond = 0.01, .burst = 2});
        const QByteArray from = "X-Forwarded-For: 198.51.100.1, 192.0.2.7\r\n";
        for (int i = 0; i < 2; ++i)
            QCOMPARE(upgrade("/ws/sync/yard?token=guess", from), "401");
        QCOMPARE(upgrade("/ws/sync/yard?token=secret", from), "429"); // is not loopback
        // What stands before is what the client wrote itself.
        const QByteArray other = "X-Forwarded-For: 198.51.100.2, 192.0.2.7, 127.0.0.9\r\n";
        QCOMPARE(upgrade("/ws/sync/yard?token=secret", other), "429");
        const QByteArray elsewhere = "X-Forwarded-For: 192.0.2.7, 192.0.2.8\r\n";
        QCOMPARE(upgrade("/ws/sync/yard?token=secret", elsewhere), "101");
    }

    void whatIsNotKnownYetIsToBeAskedAgain()
    {
        start([](const QString &, const QByteArray &) {
            return std::unexpected(relay::WebSocketEndpoint::Status::ServiceUnavailable);
        });
        for (int i = 0; i < 50; ++i)
            QCOMPARE(upgrade("/ws/sync/yard?token=a", {}), "503");
        QVERIFY2(m_answer.contains("Retry-After: 2"), m_answer.constData());
    }

    /// Two connections whose ends differ in nothing but the relay's own address.
    void limitsAreLiftedForTheRightConnection()
    {
        m_store = std::make_unique<relay::MemoryRoomStore>();
        m_rooms = std::make_unique<relay::Rooms>(*m_store);
        m_gate = std::make_unique<relay::AccessGate>(anybody());
        m_endpoint = std::make_unique<relay::SyncEndpoint>(*m_rooms, *m_gate);
        m_server = std::make_unique<relay::Server>(relay::ConnectionLimits{.silenceMs = 300});
        m_server->addEndpoint(*m_endpoint);
        const auto port = m_server->listen(QHostAddress::AnyIPv4, 0);
        QVERIFY(port);
        const auto mode = QTcpSocket::ShareAddress | QTcpSocket::ReuseAddressHint;
        QTcpSocket shared;
        QTcpSocket silent;
        QVERIFY(shared.bind(QHostAddress::LocalHost, 0, mode));
        QVERIFY(silent.bind(QHostAddress::LocalHost, shared.localPort(), mode));
        shared.connectToHost(QHostAddress(u"127.0.0.1"_s), *port);
        QTRY_COMPARE(m_server->openConnections(), 1);
        silent.connectToHost(QHostAddress(u"127.0.0.2"_s), *port);
        QTRY_COMPARE(m_server->openConnections(), 2);
        QCOMPARE(silent.localPort(), shared.localPort());
        shared.write("GET /ws/sync/yard HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\n"
                     "Connection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                     "Sec-WebSocket-Version: 13\r\n\r\n");
        QTRY_COMPARE(m_rooms->peerCount(), 1);
        QTRY_COMPARE(silent.state(), QTcpSocket::UnconnectedState);
        QCOMPARE(m_rooms->peerCount(), 1);
        QCOMPARE(shared.state(), QTcpSocket::ConnectedState);
    }

    void pagesOfOtherSitesAreRefused()
    {
        start(anybody());
        QCOMPARE(upgrade("/ws/sync/yard", "Origin: http://127.0.0.1:3000\r\n"), "101");
        QCOMPARE(upgrade("/ws/sync/yard", "Origin: http://evil.example\r\n"), "403");
        QCOMPARE(upgrade("/ws/sync/yard", "Origin: null\r\n"), "403");
        const QByteArray rebound = "Origin: http://evil.example\r\n";
        QCOMPARE(upgrade("/ws/sync/yard", rebound, "evil.example"), "101"); // a name of ours
        m_server->refuseNames();
        QCOMPARE(upgrade("/ws/sync/yard", rebound, "evil.example:8080"), "403");
        QCOMPARE(upgrade("/ws/sync/yard", "Origin: http://localhost\r\n", "localhost"), "101");
        QCOMPARE(upgrade("/ws/sync/yard", "Origin: http://[::1]:1\r\n", "[::1]:8080"), "101");
    }

    /// What a request may have before it is answered is no limit for a document.
    void aLargeDocumentGoesThrough()
    {
        start(anybody());
        collab::WebSocketTransport peer(QUrl(u"ws://127.0.0.1:%1/ws/sync/yard"_s.arg(m_port)));
        crdt::Doc doc;
        doc.map(u"m").set(u"much"_s, lib0::Any(QString(2'000'000, u'x')));
        const auto update = doc.encodeStateAsUpdate();
        QByteArray heard;
        connect(&peer, &collab::Transport::received, this, [&heard](const QByteArray &frame) {
            const auto message = collab::decode(frame, collab::Framing::YWebsocket);
            if (message && message->kind == collab::Message::Kind::Update)
                heard = message->payload;
        });
        QTRY_VERIFY(peer.isOpen());
        peer.send(collab::encode({.kind = collab::Message::Kind::Update, .payload = update},
                                 collab::Framing::YWebsocket));
        QTRY_COMPARE(heard, update);
    }

    /// What is begun and not ended is kept, so it is little of one who may change nothing.
    void aViewersMessagesAreShort_data()
    {
        QTest::addColumn<relay::Role>("role");
        QTest::addColumn<bool>("stays");
        QTest::newRow("viewer") << relay::Role::Viewer << false;
        QTest::newRow("editor") << relay::Role::Editor << true;
    }
    void aViewersMessagesAreShort()
    {
        QFETCH(const relay::Role, role);
        QFETCH(const bool, stays);
        start([role](const QString &, const QByteArray &) { return relay::Person{.role = role}; });
        collab::WebSocketTransport client(QUrl(u"ws://127.0.0.1:%1/ws/sync/yard"_s.arg(m_port)));
        std::optional<collab::CloseReason> reason;
        connect(&client, &collab::Transport::closed, this,
                [&reason](const collab::CloseReason &why) { reason = why; });
        int heard = 0;
        connect(&client, &collab::Transport::received, this, [&heard] { ++heard; });
        QTRY_VERIFY(client.isOpen() && heard > 0);
        client.send(QByteArray(1, char(99)) + QByteArray(600 * 1024, 'x')); // of no known kind
        client.send(QByteArray("\x00\x00\x01\x00", 4)); // what there is
        const int before = heard;
        QTRY_VERIFY(reason || heard > before);
        QCOMPARE(!reason, stays);
    }
};

QTEST_GUILESS_MAIN(UpgradesTest)
#include "tst_upgrades.moc"
