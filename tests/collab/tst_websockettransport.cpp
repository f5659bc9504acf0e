// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/sync/websockettransport.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QWebSocket>
#include <QWebSocketServer>

using namespace Qt::StringLiterals;
using collab::CloseReason;
using collab::WebSocketOptions;
using collab::WebSocketTransport;

class WebSocketTransportTest : public QObject
{
    Q_OBJECT

private:
    QUrl address() const { return m_server->serverUrl(); }

    std::unique_ptr<WebSocketTransport> connected(const WebSocketOptions &options = {})
    {
        auto transport = std::make_unique<WebSocketTransport>(address(), options);
        QSignalSpy opened(transport.get(), &collab::Transport::opened);
        if (!opened.wait())
            return nullptr;
        return transport;
    }

    std::unique_ptr<QWebSocket> accepted()
    {
        if (!QTest::qWaitFor([this] { return m_server->hasPendingConnections(); }))
            return nullptr;
        return std::unique_ptr<QWebSocket>(m_server->nextPendingConnection());
    }

    /// Answers any request with these bytes.
    std::unique_ptr<QTcpServer> rudeServer(const QByteArray &answer)
    {
        auto server = std::make_unique<QTcpServer>();
        server->listen(QHostAddress::LocalHost);
        connect(server.get(), &QTcpServer::newConnection, server.get(),
                [answer, listening = server.get()] {
                    auto *socket = listening->nextPendingConnection();
                    connect(socket, &QTcpSocket::readyRead, socket, [socket, answer] {
                        socket->readAll();
                        socket->write(answer);
                        if (!answer.isEmpty())
                            socket->disconnectFromHost();
                    });
                });
        return server;
    }

    static CloseReason reasonIn(const QSignalSpy &closed)
    {
        return closed.size() == 1 ? closed.first().first().value<CloseReason>() : CloseReason{-1};
    }

    std::unique_ptr<QWebSocketServer> m_server;

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning();
        m_server = std::make_unique<QWebSocketServer>(u"test"_s, QWebSocketServer::NonSecureMode);
        QVERIFY(m_server->listen(QHostAddress::LocalHost));
    }

    void messagesGoBothWaysInOrder()
    {
        const auto client = connected();
        QVERIFY(client && client->isOpen());
        WebSocketTransport peer(accepted());
        QSignalSpy arrived(&peer, &collab::Transport::received);
        QSignalSpy answered(client.get(), &collab::Transport::received);
        client->send("first");
        client->send(QByteArray(100'000, 'x'));
        QTRY_COMPARE(arrived.size(), 2);
        QCOMPARE(arrived.at(0).at(0).toByteArray(), "first");
        QCOMPARE(arrived.at(1).at(0).toByteArray().size(), 100'000);
        peer.send("answer");
        QTRY_COMPARE(answered.size(), 1);
    }

    void whatWasSentLastArrivesBeforeTheEnd()
    {
        const auto client = connected();
        QVERIFY(client);
        WebSocketTransport peer(accepted());
        QStringList seen;
        connect(&peer, &collab::Transport::received, this,
                [&](const QByteArray &message) { seen.append(QString::fromUtf8(message)); });
        connect(&peer, &collab::Transport::closed, this, [&](const CloseReason &reason) {
            seen.append(u"%1 %2"_s.arg(reason.code).arg(reason.text));
        });
        QSignalSpy closed(client.get(), &collab::Transport::closed);
        client->send("farewell");
        client->close({.code = CloseReason::GoingAway, .text = u"enough"_s});
        QCOMPARE(closed.size(), 1); // at once here
        QVERIFY(!client->isOpen());
        client->send("too late");
        client->close();
        QTRY_COMPARE(seen, (QStringList{u"farewell"_s, u"1001 enough"_s}));
        QCOMPARE(closed.size(), 1);
    }

    void aLongReasonIsCut()
    {
        const auto client = connected();
        QVERIFY(client);
        WebSocketTransport peer(accepted());
        QSignalSpy closed(&peer, &collab::Transport::closed);
        client->close({.code = CloseReason::ProtocolError, .text = QString(500, u'r')});
        QTRY_COMPARE(closed.size(), 1);
        QCOMPARE(reasonIn(closed).code, 1002);
        QCOMPARE(reasonIn(closed).text.size(), 120);
    }

    void anEndWithoutAWordIsAbnormal()
    {
        const auto client = connected();
        QVERIFY(client);
        QSignalSpy closed(client.get(), &collab::Transport::closed);
        accepted()->abort();
        QTRY_COMPARE(closed.size(), 1);
        QVERIFY(reasonIn(closed).code == CloseReason::Abnormal
                || reasonIn(closed).code == CloseReason::GoingAway
                || reasonIn(closed).code == CloseReason::Normal);
    }

    void nobodyThereIsToldOnce()
    {
        const auto url = address();
        m_server->close();
        WebSocketTransport transport(url);
        QSignalSpy closed(&transport, &collab::Transport::closed);
        QTRY_COMPARE(closed.size(), 1);
        QCOMPARE(reasonIn(closed).code, int(CloseReason::Abnormal));
        QVERIFY(!reasonIn(closed).text.isEmpty());
    }

    void aRefusedUpgradeIsTold_data()
    {
        QTest::addColumn<QByteArray>("status");
        QTest::addColumn<int>("code");
        QTest::newRow("401") << "401 Unauthorized"_ba << 4401;
        QTest::newRow("401 with a challenge")
            << "401 Unauthorized\r\nWWW-Authenticate: Basic realm=\"r\""_ba << 4401;
        QTest::newRow("403") << "403 Forbidden"_ba << 4403;
        QTest::newRow("404") << "404 Not Found"_ba << 1006;
        QTest::newRow("503") << "503 Service Unavailable"_ba << 1006;
    }
    void aRefusedUpgradeIsTold()
    {
        QFETCH(QByteArray, status);
        QFETCH(int, code);
        const auto server = rudeServer("HTTP/1.1 " + status + "\r\nContent-Length: 0\r\n\r\n");
        WebSocketTransport transport(QUrl(u"ws://127.0.0.1:%1/r"_s.arg(server->serverPort())));
        QSignalSpy closed(&transport, &collab::Transport::closed);
        QTRY_COMPARE(closed.size(), 1);
        QVERIFY2(reasonIn(closed).code == code, qPrintable(reasonIn(closed).text));
    }

    void aServerThatNeverAnswersIsGivenUp()
    {
        const auto server = rudeServer({});
        WebSocketTransport transport(QUrl(u"ws://127.0.0.1:%1/"_s.arg(server->serverPort())),
                                     {.pingAfter = std::chrono::milliseconds(10),
                                      .silentFor = std::chrono::milliseconds(50)});
        QSignalSpy closed(&transport, &collab::Transport::closed);
        QTRY_COMPARE(closed.size(), 1);
        QCOMPARE(reasonIn(closed).text, u"the peer is silent"_s);
    }

    void pingsKeepAQuietConnection()
    {
        const auto client = connected({.pingAfter = std::chrono::milliseconds(5),
                                       .silentFor = std::chrono::milliseconds(300)});
        QVERIFY(client);
        const auto peer = accepted(); // answers pings by itself
        QSignalSpy closed(client.get(), &collab::Transport::closed);
        QVERIFY(!closed.wait(700));
        QVERIFY(client->isOpen());
    }

    void textEndsIt()
    {
        const auto client = connected();
        QVERIFY(client);
        QSignalSpy closed(client.get(), &collab::Transport::closed);
        const auto peer = accepted();
        peer->sendTextMessage(u"hello"_s);
        QTRY_COMPARE(closed.size(), 1);
        QCOMPARE(reasonIn(closed).code, int(CloseReason::WrongData));
    }

    void aMessageThatIsTooLargeEndsIt()
    {
        const auto client = connected({.messageBytes = 1000});
        QVERIFY(client);
        QSignalSpy closed(client.get(), &collab::Transport::closed);
        QSignalSpy received(client.get(), &collab::Transport::received);
        const auto peer = accepted();
        peer->sendBinaryMessage(QByteArray(1000, 'x'));
        QTRY_COMPARE(received.size(), 1);
        peer->sendBinaryMessage(QByteArray(1001, 'x'));
        QTRY_COMPARE(closed.size(), 1);
        QCOMPARE(received.size(), 1);
    }

    void itMayGoWhileAMessageArrives()
    {
        auto client = connected();
        QVERIFY(client);
        const auto peer = accepted();
        connect(client.get(), &collab::Transport::received, this, [&] { client->close(); });
        QSignalSpy received(client.get(), &collab::Transport::received);
        for (int i = 0; i < 5; ++i)
            peer->sendBinaryMessage("x");
        QTRY_COMPARE(received.size(), 1);
        QTRY_COMPARE(peer->state(), QAbstractSocket::UnconnectedState);
        QCOMPARE(received.size(), 1);
    }
};

QTEST_GUILESS_MAIN(WebSocketTransportTest)
#include "tst_websockettransport.moc"
