// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/relay/server.h"
#include "collab/relay/tls/servertls.h"
#include "collab/sync/websockettransport.h"
#include "kube/keys.h"

#include <QSignalSpy>
#include <QSslSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

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
    QTimer turns; ///< of the event loop
};

/// The relay's own certificate, and connections that are encrypted with it.
class ServerTlsTest : public QObject
{
    Q_OBJECT

private:
    relay::TlsFiles files(const QString &certificate, const QString &key) const
    {
        return {.certificate = m_keys->path(certificate), .key = m_keys->path(key)};
    }
    QString refusal(const QString &certificate, const QString &key) const
    {
        const auto tls = relay::loadServerTls(files(certificate, key));
        return tls ? u"none"_s : tls.error();
    }
    void start(relay::ConnectionLimits limits = {})
    {
        m_server = std::make_unique<relay::Server>(limits);
        use(u"server"_s);
        const auto port = m_server->listen(QHostAddress::LocalHost, 0);
        QVERIFY(port);
        m_port = *port;
    }
    void use(const QString &name)
    {
        const auto tls = relay::loadServerTls(files(name + u".crt"_s, name + u".key"_s));
        QVERIFY2(tls, tls ? "" : qPrintable(tls.error()));
        m_server->setTls(tls->configuration);
    }
    std::unique_ptr<QSslSocket> connected(QSsl::SslProtocol protocol = QSsl::SecureProtocols)
    {
        auto socket = std::make_unique<QSslSocket>();
        QSslConfiguration tls;
        tls.setCaCertificates(QSslCertificate::fromData(m_keys->read(u"ca.crt"_s), QSsl::Pem));
        tls.setProtocol(protocol);
        socket->setSslConfiguration(tls);
        socket->connectToHostEncrypted(u"127.0.0.1"_s, m_port);
        return socket;
    }
    static QByteArray ask(QSslSocket &socket)
    {
        socket.write("GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n");
        [&] { QTRY_VERIFY(socket.canReadLine()); }();
        const auto status = socket.readLine().split(' ').value(1);
        [&] { QTRY_VERIFY(socket.readAll().contains("ok") || socket.bytesAvailable() == 0); }();
        return status;
    }

    QTemporaryDir m_folder;
    std::unique_ptr<Keys> m_keys;
    std::unique_ptr<relay::Server> m_server;
    quint16 m_port = 0;

private Q_SLOTS:
    void initTestCase()
    {
        if (!Keys::isUsable())
            QSKIP("the openssl program is not installed");
        m_keys = std::make_unique<Keys>(m_folder.path());
        QVERIFY(m_keys->makeAuthority(u"ca"_s));
        QVERIFY(m_keys->makeServer(u"server"_s, u"ca"_s));
        QVERIFY(m_keys->makeServer(u"next"_s, u"ca"_s));
        QVERIFY(m_keys->openssl(u"pkcs8 -topk8 -in server.key -out locked.key -passout pass:x"_s));
        QVERIFY(m_keys->openssl(u"genpkey -algorithm ed25519 -out ed.key"_s));
        QVERIFY(m_keys->certify(u"ed"_s, u"ca"_s, "subjectAltName=IP:127.0.0.1"));
        QVERIFY(m_keys->openssl(u"genpkey -algorithm RSA -out rsa.key"_s));
        QVERIFY(m_keys->certify(u"rsa"_s, u"ca"_s, "subjectAltName=IP:127.0.0.1"));
    }
    void init() { QTest::failOnWarning(); }
    void cleanup() { m_server.reset(); }

    void whatIsWrongWithTheFilesIsSaid()
    {
        QCOMPARE(refusal(u"server.crt"_s, u"server.key"_s), u"none"_s);
        QVERIFY(refusal(u"none.crt"_s, u"server.key"_s).contains(u"cannot read"_s));
        QVERIFY(refusal(u"server.key"_s, u"server.key"_s).contains(u"no certificate"_s));
        QVERIFY(refusal(u"server.crt"_s, u"server.crt"_s).contains(u"no private key"_s));
        QVERIFY(refusal(u"server.crt"_s, u"next.key"_s).contains(u"does not belong"_s));
        QVERIFY(refusal(u"server.crt"_s, u"locked.key"_s).contains(u"protected by a password"_s));
        QVERIFY(!relay::loadServerTls({.certificate = m_keys->path(u"server.crt"_s)}));
    }

    void anEndThatIsNearIsSaid()
    {
        const QDateTime now(QDate(2026, 11, 23), QTime(0, 0), QTimeZone::utc());
        QCOMPARE(relay::expiryWarning(now.addDays(15), now), QString());
        QVERIFY(relay::expiryWarning(now.addDays(3), now).contains(u"in 3 days"_s));
        QVERIFY(relay::expiryWarning(now.addDays(-1), now).contains(u"expired on 2026-11-22"_s));
    }

    void everyKindOfKeyWorks_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("EC") << u"server"_s;
        QTest::newRow("RSA") << u"rsa"_s;
        QTest::newRow("Ed25519") << u"ed"_s;
    }
    void everyKindOfKeyWorks()
    {
        QFETCH(const QString, name);
        start();
        use(name);
        const auto socket = connected();
        QTRY_VERIFY(socket->isEncrypted());
        QCOMPARE(socket->peerCertificate().subjectInfo(QSslCertificate::CommonName),
                 QStringList(name));
        QCOMPARE(ask(*socket), "200");
        QCOMPARE(m_server->openConnections(), 1);
    }

    void aNewCertificateIsForNewConnections()
    {
        start();
        const auto before = connected();
        QTRY_VERIFY(before->isEncrypted());
        use(u"next"_s);
        const auto after = connected();
        QTRY_VERIFY(after->isEncrypted());
        QCOMPARE(after->peerCertificate().subjectInfo(QSslCertificate::CommonName),
                 QStringList(u"next"_s));
        QCOMPARE(ask(*before), "200");
    }

    void whoDoesNotShakeHandsIsClosed()
    {
        start({.handshakeMs = 100});
        QTcpSocket silent;
        silent.connectToHost(QHostAddress::LocalHost, m_port);
        QTRY_COMPARE(m_server->openConnections(), 1);
        const auto other = connected();
        QTRY_COMPARE(silent.state(), QTcpSocket::UnconnectedState);
        QTRY_COMPARE(m_server->openConnections(), 1);
        QCOMPARE(ask(*other), "200");
    }

    void plainTextIsRefused()
    {
        start();
        QTcpSocket plain;
        plain.connectToHost(QHostAddress::LocalHost, m_port);
        plain.write("GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n");
        QTRY_COMPARE(plain.state(), QTcpSocket::UnconnectedState);
        QVERIFY(!plain.readAll().contains("HTTP"));
        QTRY_COMPARE(m_server->openConnections(), 0);
    }

    void handshakesCountInTheLimit()
    {
        start({.connections = 2});
        std::vector<std::unique_ptr<QTcpSocket>> silent;
        for (int i = 0; i < 2; ++i) {
            silent.push_back(std::make_unique<QTcpSocket>());
            silent.back()->connectToHost(QHostAddress::LocalHost, m_port);
        }
        QTRY_COMPARE(m_server->openConnections(), 2);
        const auto third = connected(); // takes the place of the oldest
        QTRY_COMPARE(silent[0]->state(), QTcpSocket::UnconnectedState);
        QCOMPARE(silent[1]->state(), QTcpSocket::ConnectedState);
        QTRY_COMPARE(m_server->openConnections(), 2);
        QCOMPARE(ask(*third), "200");
    }

    void requestsKeepTheirLimits()
    {
        start({.unanswered = 20'000});
        const auto socket = connected();
        QTRY_VERIFY(socket->isEncrypted());
        socket->write("POST /healthz HTTP/1.1\r\nHost: x\r\nContent-Length: 9000000\r\n\r\n");
        const QByteArray block(10'000, 'x');
        QTRY_VERIFY((socket->write(block), socket->state() == QSslSocket::UnconnectedState));
        QTRY_COMPARE(m_server->openConnections(), 0);
    }

    /// What is encrypted already, but not on its way yet, waits as well.
    void aPeerThatDoesNotReadIsSeen()
    {
        start();
        Taker taker;
        m_server->addEndpoint(taker);
        const auto socket = connected();
        socket->setReadBufferSize(1'000);
        QTRY_VERIFY(socket->isEncrypted());
        socket->write("GET / HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\n"
                      "Connection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                      "Sec-WebSocket-Version: 13\r\n\r\n");
        QTRY_VERIFY(taker.transport);
        const QByteArray block(1'000'000, 'x');
        constexpr int Blocks = 50; // more than any system's buffers hold
        for (int i = 0; i < Blocks; ++i)
            taker.transport->send(block);
        QSignalSpy waiting(&taker.turns, &QTimer::timeout);
        taker.turns.start(0);
        QTRY_VERIFY(waiting.size() > 100);
        QVERIFY2(taker.transport->backlog() > Blocks * block.size() / 2,
                 qPrintable(QString::number(taker.transport->backlog())));
    }

    void oldProtocolsAreRefused()
    {
        start();
        QT_WARNING_PUSH
        QT_WARNING_DISABLE_DEPRECATED
        const auto old = connected(QSsl::TlsV1_1);
        QT_WARNING_POP
        QTRY_COMPARE(old->state(), QSslSocket::UnconnectedState);
        QVERIFY(!old->isEncrypted());
    }
};

QTEST_GUILESS_MAIN(ServerTlsTest)
#include "tst_servertls.moc"
