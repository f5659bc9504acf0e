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
    void start(const relay::Admission &admission)
    {
        m_store = std::make_unique<relay::MemoryRoomStore>();
        m_rooms = std::make_unique<relay::Rooms>(*m_store);
        m_endpoint = std::make_unique<relay::SyncEndpoint>(*m_rooms, admission);
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
        return socket.readLine().split(' ').value(1).trimmed();
    }

    std::unique_ptr<relay::MemoryRoomStore> m_store;
    std::unique_ptr<relay::Rooms> m_rooms;
    std::unique_ptr<relay::SyncEndpoint> m_endpoint;
    std::unique_ptr<relay::Server> m_server;
    quint16 m_port = 0;

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }
    void cleanup()
    {
        m_server.reset();
        m_endpoint.reset();
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
        QTest::newRow("elsewhere") << "/ws/other"_ba << "404"_ba;
        QTest::newRow("the root") << "/"_ba << "404"_ba;
    }
    void addressesThatAreNoYards()
    {
        QFETCH(const QByteArray, path);
        start(anybody());
        QTEST(upgrade(path, {}), "status");
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
};

QTEST_GUILESS_MAIN(UpgradesTest)
#include "tst_upgrades.moc"
