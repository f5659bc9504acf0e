// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "keys.h"
#include "kube/api/apiclient.h"
#include "kube/api/apistream.h"
#include "kube/auth/identity.h"
#include "kube/cluster.h"
#include "rawserver.h"
#include "testproxy.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QWebSocket>
#include <QWebSocketServer>

using namespace Qt::StringLiterals;
using kube::Error;

/// The way to the server through a proxy, for answers, watches and WebSockets. The server's name is
/// known to the proxy alone.
class ProxiesTest : public QObject
{
    Q_OBJECT

private:
    static QByteArray answerTo(const QByteArray &head)
    {
        return head.startsWith("GET /watch")
            ? "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n"
            : RawServer::http(200, "{}");
    }

    kube::ClientConfig config(quint16 port, const QString &proxyUrl = {}) const
    {
        return {.server = u"https://api.krateyard.invalid:%1"_s.arg(port),
                .insecureSkipTlsVerify = true,
                .proxyUrl = proxyUrl,
                .certificateAuthorityData = m_authority,
                .token = u"the-bearer-token"_s};
    }

    static void useForHttps(const TestProxy &proxy)
    {
        qputenv("HTTPS_PROXY", QByteArray("127.0.0.1:" + QByteArray::number(proxy.port())));
    }

    quint16 port() const { return quint16(QUrl(m_server->url()).port()); }

    static kube::Result<kube::ApiAnswer> ask(const kube::ClientConfig &config)
    {
        kube::Identity identity(config);
        kube::ApiClient client(identity);
        const auto answer = client.send({.path = u"/x"_s, .silenceMs = 5000});
        if (!QTest::qWaitFor([&] { return answer.isFinished(); }, 10'000))
            return std::unexpected(Error{.message = u"no answer to the test"_s});
        return answer.result();
    }

    void askEveryWay(const kube::ClientConfig &config, quint16 webSocketPort)
    {
        const auto answer = ask(config);
        QVERIFY2(answer, answer ? "" : qPrintable(answer.error().message));
        kube::Identity identity(config);
        kube::ApiClient client(identity);
        const auto watch = client.stream({.path = u"/watch"_s});
        QSignalSpy received(watch.get(), &kube::ApiStream::received);
        watch->start();
        QTRY_COMPARE(received.size(), 1);
        m_server->writeToAll("2\r\n{}\r\n");
        QTRY_COMPARE(received.size(), 2);
        if (webSocketPort)
            talk(config, webSocketPort);
    }

    void talk(kube::ClientConfig config, quint16 webSocketPort)
    {
        config.server = u"https://api.krateyard.invalid:%1"_s.arg(webSocketPort);
        kube::Identity identity(config);
        kube::ApiClient client(identity);
        const auto opened = client.openWebSocket(u"/exec"_s, {}, {u"v4.channel.k8s.io"_s});
        QTRY_VERIFY(opened.isFinished());
        const auto socket = opened.result();
        QVERIFY2(socket, socket ? "" : qPrintable(socket.error().message));
        QSignalSpy messages(socket->get(), &QWebSocket::textMessageReceived);
        (*socket)->sendTextMessage(u"hello"_s);
        QTRY_COMPARE(messages.size(), 1);
        QCOMPARE(messages.first().first().toString(), u"hello"_s);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QByteArray m_authority;
    QSslConfiguration m_tls;
    std::unique_ptr<RawServer> m_server;
    std::unique_ptr<QWebSocketServer> m_sockets;
    std::vector<std::unique_ptr<QWebSocket>> m_open;

private Q_SLOTS:
    void initTestCase()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        const Keys keys(m_folder->path());
        if (!keys.isUsable())
            QSKIP("the openssl program is not installed");
        QVERIFY(keys.makeAuthority(u"ca"_s));
        QVERIFY(keys.makeServer(u"server"_s, u"ca"_s));
        m_authority = keys.read(u"ca.crt"_s);
        m_tls = keys.serverConfiguration(u"server"_s);
        for (const auto *name : {"HTTPS_PROXY", "https_proxy", "NO_PROXY", "no_proxy"})
            qunsetenv(name);
    }

    void init()
    {
        QTest::failOnWarning();
        m_server = std::make_unique<RawServer>(answerTo, &m_tls);
        m_sockets = std::make_unique<QWebSocketServer>(u"s"_s, QWebSocketServer::SecureMode);
        m_sockets->setSslConfiguration(m_tls);
        m_sockets->setSupportedSubprotocols({u"v4.channel.k8s.io"_s});
        QVERIFY(m_sockets->listen(QHostAddress::LocalHost));
        connect(m_sockets.get(), &QWebSocketServer::newConnection, this, [this] {
            auto *socket = m_sockets->nextPendingConnection();
            m_open.emplace_back(socket);
            connect(socket, &QWebSocket::textMessageReceived, socket,
                    [socket](const QString &text) { socket->sendTextMessage(text); });
        });
    }

    void cleanup()
    {
        m_open.clear();
        m_sockets.reset();
        m_server.reset();
        qunsetenv("HTTPS_PROXY");
        qunsetenv("NO_PROXY");
    }

    void everyCallGoesThroughTheProxy_data()
    {
        QTest::addColumn<QString>("scheme");
        QTest::addColumn<QByteArray>("user");
        QTest::addColumn<QByteArray>("password");
        for (const auto &scheme : {u"http"_s, u"https"_s, u"socks5"_s, u"socks5h"_s}) {
            QTest::newRow(qPrintable(scheme)) << scheme << QByteArray() << QByteArray();
            QTest::newRow(qPrintable(QString(scheme + u" with password"_s)))
                << scheme << QByteArray("jo") << QByteArray("p@ss:w");
        }
    }

    void everyCallGoesThroughTheProxy()
    {
        QFETCH(const QString, scheme);
        QFETCH(const QByteArray, user);
        QFETCH(const QByteArray, password);
        const auto kind =
            scheme.startsWith("socks"_L1) ? TestProxy::Kind::Socks5 : TestProxy::Kind::Http;
        TestProxy proxy(kind, user, password, scheme == "https"_L1 ? &m_tls : nullptr);
        QUrl url(u"%1://127.0.0.1:%2"_s.arg(scheme).arg(proxy.port()));
        url.setUserName(QString::fromLatin1(user), QUrl::DecodedMode);
        url.setPassword(QString::fromLatin1(password), QUrl::DecodedMode);
        const auto webSocketPort = m_sockets->serverPort();
        askEveryWay(config(port(), url.toString(QUrl::FullyEncoded)), webSocketPort);
        QVERIFY(proxy.asked.contains(u"api.krateyard.invalid:%1"_s.arg(port())));
        QVERIFY(proxy.asked.contains(u"api.krateyard.invalid:%1"_s.arg(webSocketPort)));
        for (const auto &head : m_server->heads())
            QVERIFY(!head.toLower().contains("proxy-authorization"));
    }

    void aWrongPasswordEndsInOneError_data()
    {
        QTest::addColumn<TestProxy::Kind>("kind");
        QTest::addColumn<QString>("scheme");
        QTest::newRow("http") << TestProxy::Kind::Http << u"http"_s;
        QTest::newRow("socks5") << TestProxy::Kind::Socks5 << u"socks5"_s;
    }

    void aWrongPasswordEndsInOneError()
    {
        QFETCH(const TestProxy::Kind, kind);
        QFETCH(const QString, scheme);
        TestProxy proxy(kind, "jo", "right");
        const auto answer =
            ask(config(port(), u"%1://jo:wr0ng-pw@127.0.0.1:%2"_s.arg(scheme).arg(proxy.port())));
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, Error::Kind::Unreachable);
        QVERIFY(!answer.error().message.contains("wr0ng-pw"_L1));
        QVERIFY(proxy.refused >= 1 && proxy.refused <= 3);
        QVERIFY(m_server->heads().isEmpty());
    }

    void anHttpsProxyMustBeTrusted()
    {
        TestProxy proxy(TestProxy::Kind::Http, {}, {}, &m_tls);
        auto untrusting = config(port(), u"https://127.0.0.1:%1"_s.arg(proxy.port()));
        untrusting.certificateAuthorityData.clear();
        kube::Cluster cluster(untrusting);
        cluster.connectToServer();
        QTRY_VERIFY_WITH_TIMEOUT(cluster.lastError(), 20'000);
        const auto error = *cluster.lastError();
        QCOMPARE(error.kind, Error::Kind::Unreachable);
        QVERIFY2(error.message.contains("cannot be reached securely"_L1),
                 qPrintable(error.message));
        QVERIFY(proxy.asked.isEmpty());
    }

    void theEnvironmentNamesAProxyForAll()
    {
        TestProxy proxy(TestProxy::Kind::Http);
        useForHttps(proxy);
        askEveryWay(config(port()), m_sockets->serverPort());
        QVERIFY(proxy.asked.size() >= 3);
    }

    void noProxyIsObeyed()
    {
        TestProxy proxy(TestProxy::Kind::Http);
        useForHttps(proxy);
        qputenv("NO_PROXY", ".krateyard.invalid");
        QVERIFY(!ask(config(port()))); // nobody here knows the name
        QVERIFY(proxy.asked.isEmpty());
    }

    void theEntrysOwnProxyGoesFirst()
    {
        TestProxy own(TestProxy::Kind::Socks5);
        TestProxy general(TestProxy::Kind::Http);
        useForHttps(general);
        QVERIFY(ask(config(port(), u"socks5://127.0.0.1:%1"_s.arg(own.port()))));
        QCOMPARE(own.asked.size(), 1);
        QVERIFY(general.asked.isEmpty());
    }

    void aServerOfThisMachineNeedsNoProxy()
    {
        TestProxy proxy(TestProxy::Kind::Http);
        useForHttps(proxy);
        auto local = config(port());
        local.server = m_server->url();
        QVERIFY(ask(local));
        QVERIFY(proxy.asked.isEmpty());
    }

    void tlsServerNameAndProxyGoTogether()
    {
        TestProxy proxy(TestProxy::Kind::Http, "jo", "pw");
        auto named = config(port(), u"http://jo:pw@127.0.0.1:%1"_s.arg(proxy.port()));
        named.insecureSkipTlsVerify = false;
        named.tlsServerName = u"localhost"_s;
        askEveryWay(named, m_sockets->serverPort());
        QVERIFY(proxy.asked.contains(u"api.krateyard.invalid:%1"_s.arg(m_sockets->serverPort())));
    }
};

QTEST_GUILESS_MAIN(ProxiesTest)
#include "tst_proxies.moc"
