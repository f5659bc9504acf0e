// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/gateway/proxy/tunnel.h"
#include "collab/sync/unsent.h"
#include "gatewaysetup.h"

#include "kube/portforward/forwardsession.h"
#include "kube/portforward/spdyconnection.h"
#include "kube/streams/execsession.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>

using namespace Qt::StringLiterals;
using gateway::GatewayConfig;

namespace {

class Trusting final : public gateway::Authenticator
{
public:
    std::expected<gateway::Caller, gateway::Denial> identify(const relay::RequestHead &) override
    {
        return gateway::Caller{};
    }
};

/// A tunnel between a client and a cluster that are sockets of the test.
struct Pair
{
    Pair()
    {
        front.listen(QHostAddress::LocalHost);
        back.listen(QHostAddress::LocalHost);
        client.connectToHost(QHostAddress::LocalHost, front.serverPort());
        upstream->connectToHost(QHostAddress::LocalHost, back.serverPort());
        [&] { QTRY_VERIFY(front.hasPendingConnections() && back.hasPendingConnections()); }();
        [&] { QTRY_COMPARE(upstream->state(), QAbstractSocket::ConnectedState); }();
        inner = front.nextPendingConnection();
        cluster = back.nextPendingConnection();
        new gateway::Tunnel({.authenticator = trusting}, *inner, {.socket = upstream});
        upstream.reset();
    }
    Trusting trusting;
    QTcpServer front;
    QTcpServer back;
    QTcpSocket client;
    std::shared_ptr<QSslSocket> upstream = std::make_shared<QSslSocket>(); ///< the tunnel's, then
    QPointer<QTcpSocket> inner; ///< the relay's end of the client's connection
    QTcpSocket *cluster = nullptr;
};

} // namespace

/// Shells and port forwards through the gateway, which leave HTTP.
class PodTunnelsTest : public QObject
{
    Q_OBJECT

private:
    static GatewayConfig open()
    {
        auto config = GatewaySetup::withKeys({u"dev"_s, u"ops"_s});
        config.rules = {{.kinds = {u"*"_s}, .verbs = {u"get"_s, u"list"_s}},
                        {.group = u"ops"_s, .kinds = {u"pods"_s}, .verbs = {u"exec"_s}}};
        return config;
    }

    std::unique_ptr<kube::Cluster> through(const QString &key) const
    {
        return std::make_unique<kube::Cluster>(
            kube::ClientConfig{.contextName = u"relay"_s,
                               .server = m_setup->url().toString() + u"/k8s/demo"_s,
                               .certificateAuthority = m_setup->authority(),
                               .token = key});
    }

    struct Shell
    {
        Shell(kube::Cluster &cluster, const QString &pod)
            : session(cluster.client(), u"shop"_s, pod,
                      {.container = u"app"_s, .command = {u"sh"_s}})
        {
            QObject::connect(&session, &kube::ExecSession::standardOutput, &session,
                             [this](const QByteArray &bytes) { output += bytes; });
            QObject::connect(&session, &kube::ExecSession::finished, &session,
                             [this](const kube::ExitStatus &status) { ended = status; });
            session.start();
        }
        kube::ExecSession session;
        QByteArray output;
        std::optional<kube::ExitStatus> ended;
    };

    /// What a socket of its own is answered with.
    QByteArray raw(const QByteArray &request)
    {
        QSslSocket socket;
        socket.setPeerVerifyMode(QSslSocket::VerifyNone);
        socket.connectToHostEncrypted(u"127.0.0.1"_s, quint16(m_setup->url().port()));
        socket.write(request);
        [&] { QTRY_COMPARE(socket.state(), QAbstractSocket::UnconnectedState); }();
        return socket.readAll();
    }
    static QByteArray upgradeTo(const QByteArray &path, const QByteArray &headers)
    {
        return "GET " + path
            + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
              "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
            + headers + "\r\n";
    }

    std::unique_ptr<GatewaySetup> m_setup;

private Q_SLOTS:
    void init()
    {
        m_setup = std::make_unique<GatewaySetup>();
        QVERIFY(m_setup->isListening());
        if (!m_setup->encrypt()) // no client sends a token without
            QSKIP("SKIPPED: there is no openssl program here");
        m_setup->putRunningPod(u"shop"_s, u"web"_s);
    }
    void cleanup() { m_setup.reset(); }

    void aShellIsTypedInto()
    {
        m_setup->start(open());
        const auto cluster = through(u"ops"_s);
        Shell shell(*cluster, u"web"_s);
        QTRY_VERIFY(!shell.output.isEmpty());
        shell.session.resize({100, 30});
        QVERIFY(shell.session.write("echo text\r"));
        QTRY_VERIFY(shell.output.count("text") >= 2);
        QVERIFY(shell.session.write("exit\r"));
        QTRY_VERIFY(shell.ended.has_value());
        QVERIFY(!shell.ended->error);
        QCOMPARE(shell.ended->code, 0);
    }

    void whoMayNotGetsNoShell()
    {
        auto config = open();
        config.pods.excludeLabels = {u"quiet=yes"_s};
        m_setup->start(config);
        m_setup->putRunningPod(u"shop"_s, u"hidden"_s, {{u"quiet"_s, u"yes"_s}});
        const auto dev = through(u"dev"_s);
        Shell refused(*dev, u"web"_s);
        QTRY_VERIFY(refused.ended.has_value());
        QCOMPARE(refused.ended->error->kind, kube::Error::Kind::Forbidden);
        const auto ops = through(u"ops"_s);
        Shell hidden(*ops, u"hidden"_s);
        QTRY_VERIFY(hidden.ended.has_value());
        QCOMPARE(hidden.ended->error->kind, kube::Error::Kind::NotFound);
        const auto nobody = through(u"wrong"_s);
        Shell unknown(*nobody, u"web"_s);
        QTRY_VERIFY(unknown.ended.has_value());
        QCOMPARE(unknown.ended->error->kind, kube::Error::Kind::Unauthorized);
    }

    void thereAreOnlySoManyShells()
    {
        auto config = open();
        config.limits.shellsPerUser = 1;
        m_setup->start(config);
        const auto cluster = through(u"ops"_s);
        auto first = std::make_unique<Shell>(*cluster, u"web"_s);
        QTRY_VERIFY(!first->output.isEmpty());
        Shell second(*cluster, u"web"_s);
        QTRY_VERIFY(second.ended.has_value());
        QCOMPARE(second.ended->error->code, 429);
        first.reset();
        const auto again = [&] {
            Shell shell(*cluster, u"web"_s);
            [&] { QTRY_VERIFY(!shell.output.isEmpty() || shell.ended); }();
            return !shell.output.isEmpty();
        };
        QTRY_VERIFY(again()); // once the relay has noticed
    }

    void aShellEndsWithItsProof()
    {
        auto config = open();
        config.auth.apiKeys[1].expires = QDateTime::currentDateTimeUtc().addSecs(3);
        m_setup->start(config);
        const auto cluster = through(u"ops"_s);
        Shell shell(*cluster, u"web"_s);
        QTRY_VERIFY(!shell.output.isEmpty());
        QTRY_VERIFY_WITH_TIMEOUT(shell.ended.has_value(), 15'000);
        QVERIFY(shell.ended->error.has_value());
    }

    void muchOutputComesWhole()
    {
        m_setup->start(open());
        const auto cluster = through(u"ops"_s);
        Shell shell(*cluster, u"web"_s);
        QTRY_VERIFY(!shell.output.isEmpty());
        shell.output.clear();
        // Typed back by the terminal, in more blocks than one.
        const QByteArray line = "echo " + QByteArray(1'000, 'x') + '\r';
        int typed = 0;
        while (typed < 1'000) {
            if (shell.session.write(line))
                ++typed;
            else
                QCoreApplication::processEvents();
        }
        QTRY_VERIFY_WITH_TIMEOUT(shell.output.count('x') >= 2'000'000, 60'000);
    }

    void aPortIsForwarded_data()
    {
        QTest::addColumn<bool>("tunnels");
        QTest::newRow("websocket") << true;
        QTest::newRow("spdy") << false;
    }
    void aPortIsForwarded()
    {
        QFETCH(const bool, tunnels);
        m_setup->api().options().forwardTunnels = tunnels;
        QTcpServer echo;
        QVERIFY(echo.listen(QHostAddress::LocalHost));
        connect(&echo, &QTcpServer::newConnection, this, [&echo] {
            auto *socket = echo.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket,
                    [socket] { socket->write(socket->readAll()); });
        });
        m_setup->api().podPorts().lead(u"shop"_s, u"web"_s, 8080, echo.serverPort());
        m_setup->start(open());
        const auto cluster = through(u"ops"_s);
        kube::ForwardSession session(cluster->client(), u"shop"_s, u"web"_s);
        session.start();
        QTRY_VERIFY(session.isOpen());
        using Carrier = kube::ForwardSession::Carrier;
        QCOMPARE(session.carrier(), tunnels ? Carrier::WebSocket : Carrier::Spdy);
        const auto streams = session.open(8080);
        QVERIFY(streams.data);
        QByteArray heard;
        connect(streams.data, &kube::SpdyStream::received, this, [&](const QByteArray &bytes) {
            heard += bytes;
            streams.data->consume(bytes.size());
        });
        QTRY_VERIFY(streams.data->room() > 0);
        streams.data->write("hello");
        QTRY_COMPARE(heard, "hello");
    }

    void whatIsNoTunnelIsRefused_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("headers");
        QTest::addColumn<int>("status");
        const QByteArray key = "Authorization: Bearer ops\r\n";
        const QByteArray shell = "/k8s/demo/api/v1/namespaces/shop/pods/web/exec?command=sh";
        QTest::newRow("nobody") << shell << ""_ba << 401;
        QTest::newRow("another cluster")
            << "/k8s/other/api/v1/namespaces/shop/pods/web/exec"_ba << key << 404;
        QTest::newRow("no pod") << "/k8s/demo/api/v1/nodes/n1/proxy/"_ba << key << 404;
        QTest::newRow("a list") << "/k8s/demo/api/v1/pods"_ba << key << 404;
        QTest::newRow("a way out")
            << "/k8s/demo/api/v1/namespaces/shop/pods/..%2f..%2fx/exec"_ba << key << 404;
        QTest::newRow("no such pod")
            << "/k8s/demo/api/v1/namespaces/shop/pods/none/exec?command=sh"_ba << key << 404;
    }
    void whatIsNoTunnelIsRefused()
    {
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, headers);
        m_setup->start(open());
        const auto answer = raw(upgradeTo(path, headers));
        QTEST(answer.mid(9, 3).toInt(), "status");
        const auto body = answer.sliced(answer.indexOf("\r\n\r\n") + 4);
        QCOMPARE(QJsonDocument::fromJson(body).object()["kind"_L1].toString(), u"Status"_s);
    }

    void otherPagesOpenNone()
    {
        m_setup->start(open());
        const auto answer = raw(upgradeTo("/k8s/demo/api/v1/namespaces/shop/pods/web/exec",
                                          "Authorization: Bearer ops\r\n"
                                          "Origin: https://evil.example\r\n"));
        QVERIFY(!answer.startsWith("HTTP/1.1 101"));
    }

    /// What is said before it is known whether it is heard belongs to nobody.
    void nothingFollowsBeforeTheAnswer()
    {
        m_setup->start(open());
        const auto answer = raw(upgradeTo("/k8s/demo/api/v1/namespaces/shop/pods/web/exec",
                                          "Authorization: Bearer ops\r\n")
                                + "GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n");
        QVERIFY(!answer.startsWith("HTTP/1.1 101"));
    }

    void aHeadMayComeInPieces()
    {
        m_setup->start(open());
        const auto head = upgradeTo("/k8s/demo/api/v1/namespaces/shop/pods/web/"
                                    "exec?command=sh&stdout=true&stdin=true&tty=true",
                                    "Authorization: Bearer ops\r\n"
                                    "Sec-WebSocket-Protocol: v5.channel.k8s.io\r\n");
        QSslSocket socket;
        socket.setPeerVerifyMode(QSslSocket::VerifyNone);
        socket.connectToHostEncrypted(u"127.0.0.1"_s, quint16(m_setup->url().port()));
        QTRY_VERIFY(socket.isEncrypted());
        for (const auto &piece : {head.first(40), head.sliced(40, 90), head.sliced(130)}) {
            socket.write(piece);
            QTRY_COMPARE(socket.bytesToWrite(), 0);
            QTest::qWait(20); // a packet of its own
        }
        QTRY_VERIFY(socket.bytesAvailable() > 12);
        const auto answer = socket.peek(4096);
        QVERIFY2(answer.startsWith("HTTP/1.1 101"), answer);
        QVERIFY(answer.toLower().contains("sec-websocket-protocol: v5.channel.k8s.io"));
    }

    /// As curl --http2 and Java's HttpClient ask.
    void anotherProtocolIsPassedOver()
    {
        m_setup->start(open());
        QSslSocket socket;
        socket.setPeerVerifyMode(QSslSocket::VerifyNone);
        socket.connectToHostEncrypted(u"127.0.0.1"_s, quint16(m_setup->url().port()));
        socket.write("GET /k8s/demo/api/v1/namespaces/shop/pods HTTP/1.1\r\nHost: 127.0.0.1\r\n"
                     "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\n"
                     "HTTP2-Settings: AAMAAABk\r\nAuthorization: Bearer dev\r\n\r\n");
        QTRY_VERIFY(socket.bytesAvailable() > 12);
        const auto answer = socket.readAll();
        QVERIFY2(answer.startsWith("HTTP/1.1 200"), answer);
    }

    void whoReadsNothingDoesNotStay()
    {
        Pair pair;
        pair.client.setReadBufferSize(1'000);
        // As much as stays here, and less than would keep the tunnel from reading on.
        while (collab::unsentIn(*pair.inner) < gateway::Tunnel::Block / 2) {
            pair.cluster->write(QByteArray(64 * 1024, 'x'));
            QTRY_COMPARE(pair.cluster->bytesToWrite(), 0);
            QCoreApplication::processEvents();
        }
        pair.cluster->disconnectFromHost();
        QTRY_COMPARE(pair.inner->state(), QAbstractSocket::ClosingState);
        QTRY_COMPARE_WITH_TIMEOUT(pair.inner->state(), QAbstractSocket::UnconnectedState, 15'000);
    }

    void whatWasSaidLastIsPassedOn_data()
    {
        QTest::addColumn<bool>("isToCluster");
        QTest::newRow("to the cluster") << true;
        QTest::newRow("to the client") << false;
    }
    void whatWasSaidLastIsPassedOn()
    {
        QFETCH(const bool, isToCluster);
        Pair pair;
        auto &from = isToCluster ? pair.client : *pair.cluster;
        auto &to = isToCluster ? *pair.cluster : pair.client;
        QByteArray heard;
        connect(&to, &QTcpSocket::readyRead, &to, [&] { heard += to.readAll(); });
        from.write(QByteArray(3'000'000, 'x'));
        from.disconnectFromHost();
        QTRY_COMPARE(heard.size(), 3'000'000);
    }

    void theGatewayMayEndFirst()
    {
        m_setup->start(open());
        const auto cluster = through(u"ops"_s);
        Shell shell(*cluster, u"web"_s);
        QTRY_VERIFY(!shell.output.isEmpty());
        m_setup->stop();
        QTRY_VERIFY(shell.ended.has_value());
    }
};

QTEST_GUILESS_MAIN(PodTunnelsTest)
#include "tst_podtunnels.moc"
