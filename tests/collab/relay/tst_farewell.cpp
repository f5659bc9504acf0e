// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/sync/farewell.h"

#include "collab/relay/server.h"
#include "collab/sync/websockettransport.h"

#include <QTcpSocket>
#include <QTest>

using namespace Qt::StringLiterals;
using collab::CloseReason;

/// Takes any WebSocket, and gives its transport.
struct Taker : relay::WebSocketEndpoint
{
    bool serves(const QUrl &) const override { return true; }
    std::optional<relay::Refusal> refuses(const QHttpServerRequest &) override { return {}; }
    void take(std::unique_ptr<QWebSocket> socket, QTcpSocket *carrier) override
    {
        transport = std::make_unique<collab::WebSocketTransport>(
            std::move(socket), collab::WebSocketOptions{.carrier = carrier});
    }

    std::unique_ptr<collab::WebSocketTransport> transport;
};

/// How a server's connections end: the peer hears why, and none stays.
class FarewellTest : public QObject
{
    Q_OBJECT

private:
    static constexpr qint64 Much = 32 * 1024 * 1024;

    /// A client that has become a WebSocket.
    std::unique_ptr<QTcpSocket> connected()
    {
        auto client = std::make_unique<QTcpSocket>();
        client->connectToHost(QHostAddress::LocalHost, m_port);
        const auto isOpen = [&] { return client->state() == QTcpSocket::ConnectedState; };
        if (!QTest::qWaitFor(isOpen))
            return nullptr;
        client->write("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\n"
                      "Connection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                      "Sec-WebSocket-Version: 13\r\n\r\n");
        if (!QTest::qWaitFor([&] { return m_taker.transport && client->bytesAvailable() > 0; }))
            return nullptr;
        client->readAll();
        return client;
    }

    /// A message of a client, masked with zeros.
    static QByteArray masked(const QByteArray &message)
    {
        return "\x82"_ba + char(0x80 | message.size()) + QByteArray(4, '\0') + message;
    }

    Taker m_taker;
    std::unique_ptr<relay::Server> m_server;
    quint16 m_port = 0;

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning();
        m_server = std::make_unique<relay::Server>();
        m_server->addEndpoint(m_taker);
        const auto port = m_server->listen(QHostAddress::LocalHost, 0);
        QVERIFY(port);
        m_port = *port;
    }
    void cleanup()
    {
        m_taker.transport.reset();
        m_server.reset();
    }

    void framesOfReasons_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("frame");
        QTest::newRow("no text") << 1000 << u""_s << "\x88\x02\x03\xe8"_ba;
        QTest::newRow("text") << 1008 << u"too many"_s << "\x88\x0a\x03\xf0too many"_ba;
        QTest::newRow("all there is room for")
            << 4401 << QString(123, u'x') << "\x88\x7d\x11\x31"_ba + QByteArray(123, 'x');
        QTest::newRow("too long") << 4401 << QString(200, u'x')
                                  << "\x88\x7d\x11\x31"_ba + QByteArray(123, 'x');
        QTest::newRow("not half a sign") << 1008 << QString(QString(122, u'x') + u'ä')
                                         << "\x88\x7c\x03\xf0"_ba + QByteArray(122, 'x');
        QTest::newRow("a whole sign") << 1008 << QString(QString(121, u'x') + u"ä…"_s)
                                      << "\x88\x7d\x03\xf0"_ba + QByteArray(121, 'x') + "ä";
    }
    void framesOfReasons()
    {
        QFETCH(const int, code);
        QFETCH(const QString, text);
        QTEST(collab::closeFrame({.code = code, .text = text}), "frame");
    }

    /// What it still sends must not take the reason from it.
    void whoFloodsHearsWhy()
    {
        for (int round = 0; round < 20; ++round) {
            const auto client = connected();
            QVERIFY(client);
            connect(m_taker.transport.get(), &collab::Transport::received, this, [this] {
                m_taker.transport->close({.code = CloseReason::PolicyViolation, .text = u"no"_s});
            });
            QByteArray flood;
            while (flood.size() < 256 * 1024)
                flood += masked("what nobody wants");
            client->write(flood);
            QTRY_COMPARE(client->state(), QTcpSocket::UnconnectedState);
            QCOMPARE(client->readAll(), "\x88\x04\x03\xf0no"_ba);
            m_taker.transport.reset();
        }
        QTRY_COMPARE(m_server->openConnections(), 0);
    }

    void whoAnswersIsGone()
    {
        const auto client = connected();
        QVERIFY(client);
        m_taker.transport->close({.code = CloseReason::Normal, .text = {}});
        QTRY_COMPARE(client->bytesAvailable(), 4);
        QTRY_COMPARE(client->state(), QTcpSocket::UnconnectedState);
        QTRY_COMPARE(m_server->openConnections(), 0);
    }

    void whoIsCutOffIsGone()
    {
        const auto client = connected();
        QVERIFY(client);
        m_taker.transport->close({.code = CloseReason::Abnormal, .text = {}});
        QTRY_COMPARE(client->state(), QTcpSocket::UnconnectedState);
        QTRY_COMPARE(m_server->openConnections(), 0);
    }

    void whoGoesIsGone_data()
    {
        QTest::addColumn<QByteArray>("last");
        QTest::newRow("without a word") << ""_ba;
        QTest::newRow("with a reason") << "\x88\x82\x00\x00\x00\x00\x03\xe8"_ba;
        QTest::newRow("against the protocol") << "\xff\xff\xff"_ba;
    }
    void whoGoesIsGone()
    {
        QFETCH(const QByteArray, last);
        const auto client = connected();
        QVERIFY(client);
        client->write(last);
        client->disconnectFromHost();
        QTRY_VERIFY(!m_taker.transport->isOpen());
        QTRY_COMPARE(m_server->openConnections(), 0);
    }

    /// Neither what waits for it nor its place is kept.
    void whoReadsNothingIsCutOff()
    {
        const auto client = connected();
        QVERIFY(client);
        client->setReadBufferSize(1);
        m_taker.transport->send(QByteArray(Much, 'x'));
        QTRY_COMPARE_GT(m_taker.transport->backlog(), Much / 2);
        m_taker.transport->close({.code = CloseReason::PolicyViolation, .text = u"slow"_s});
        QVERIFY(!m_taker.transport->isOpen());
        QTRY_COMPARE(m_server->openConnections(), 0);
    }

    void theServerMayGoMeanwhile()
    {
        const auto client = connected();
        QVERIFY(client);
        client->setReadBufferSize(1);
        m_taker.transport->send(QByteArray(Much, 'x'));
        m_taker.transport->close({.code = CloseReason::GoingAway, .text = {}});
        m_taker.transport.reset();
        m_server.reset();
        client->setReadBufferSize(0);
        QTRY_COMPARE(client->state(), QTcpSocket::UnconnectedState);
    }
};

QTEST_GUILESS_MAIN(FarewellTest)
#include "tst_farewell.moc"
