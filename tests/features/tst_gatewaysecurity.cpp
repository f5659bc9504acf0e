// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gatewayworld.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTimer>

using namespace Qt::StringLiterals;

/// What a gateway says to those who write their requests by hand.
class GatewaySecurityTest : public QObject
{
    Q_OBJECT

private:
    static constexpr auto Key = "Authorization: Bearer kyk_good";
    static gateway::GatewayConfig config()
    {
        gateway::GatewayConfig config{.isEnabled = true};
        config.auth.apiKeys.push_back({.name = u"ci"_s, .sha256 = relay::hashOf("kyk_good")});
        config.namespaces = {u"shop"_s, u"team-*"_s};
        config.corsOrigins = {u"https://dash.example.org"_s};
        return config;
    }
    support::RawAnswer get(const QByteArray &target) const
    {
        return m_world->ask("GET", target, {Key});
    }

    /// The head byte by byte, each well within the time of silence; how long the connection lasts.
    std::optional<qint64> dribble(quint16 port, int everyMs) const
    {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, port);
        QElapsedTimer time;
        time.start();
        QTimer more;
        connect(&more, &QTimer::timeout, &socket, [&] { socket.write("x"); });
        bool isOver = false;
        connect(&socket, &QTcpSocket::disconnected, &socket, [&] { isOver = true; });
        connect(&socket, &QTcpSocket::connected, &socket, [&] {
            socket.write("GET /healthz HTTP/1.1\r\nX-Slow: ");
            more.start(everyMs);
        });
        if (!QTest::qWaitFor([&] { return isOver; }, 10'000))
            return std::nullopt;
        return time.elapsed();
    }

    /// A server with a stream that goes on.
    struct Streaming
    {
        explicit Streaming(const relay::ConnectionLimits &limits)
            : server(limits)
        {
            router.add({{.method = "GET",
                         .path = u"/api/stream"_s,
                         .handle =
                             [this](const gateway::Request &, const auto &exchange) {
                                 stream = exchange->stream("text/event-stream");
                             }},
                        {.method = "PUT",
                         .path = u"/api/large"_s,
                         .handle =
                             [](const gateway::Request &, const auto &exchange) {
                                 exchange->send(relay::ApiAnswer::json({}));
                             },
                         .bodyLimit = 300'000}});
            server.addEndpoint(router);
            port = server.listen(QHostAddress::LocalHost, 0).value();
        }
        relay::Server server;
        const gateway::GatewayConfig ours = config();
        relay::AccessGate gate{[](const QString &, const QByteArray &) {
            return std::unexpected(relay::WebSocketEndpoint::Status::Unauthorized);
        }};
        const relay::RelayConfig relayConfig;
        gateway::Identity identity{{.config = ours, .relay = relayConfig, .gate = gate}};
        const gateway::Authorizer authorizer{ours};
        gateway::CallerRates rates{ours};
        gateway::Turns turns{ours};
        gateway::Router router{{.authenticator = identity,
                                .authorizer = &authorizer,
                                .server = server,
                                .rates = rates,
                                .turns = turns}};
        std::unique_ptr<gateway::ResponseStream> stream;
        quint16 port = 0;
    };

    std::unique_ptr<GatewayWorld> m_world;

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning();
        m_world = std::make_unique<GatewayWorld>(config());
    }
    void cleanup() { m_world.reset(); }

    void whatIsAllowedIsAnswered()
    {
        const auto answer = get("/api/probe/shop/web");
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.headers.value("Cache-Control"), "no-store");
        QCOMPARE(answer.headers.value("X-Content-Type-Options"), "nosniff");
        QCOMPARE(get("/api/probe/team-a/web").status, 200);
        QCOMPARE(get("/api/probe/secret/web").status, 403);
    }

    /// None leads out of the namespaces that are allowed, and none is answered with 200.
    void noSpellingLeadsToAnotherNamespace_data()
    {
        QTest::addColumn<QByteArray>("target");
        for (const auto &target : {"/api/probe/shop/../secret"_ba,
                                   "/api/probe/shop/..%2f..%2fsecret"_ba,
                                   "/api/probe/shop%2F..%2Fsecret/web"_ba,
                                   "/api/probe/%2e%2e/web"_ba,
                                   "/api/probe/shop/%2e%2e"_ba,
                                   "/api/probe/shop/%2E"_ba,
                                   "/api/probe/shop%252F..%252Fsecret/web"_ba,
                                   "/api/probe/shop%00secret/web"_ba,
                                   "/api/probe/shop/web%00.png"_ba,
                                   "/api/probe/%c0%ae%c0%ae/web"_ba,
                                   "/api/probe/shop/%c0%af"_ba,
                                   "/api/probe/shop%c0%afx/web"_ba,
                                   "/api/probe/%e0%80%afshop/web"_ba,
                                   "/api/probe/shop%0d%0aX-Evil:%201/web"_ba,
                                   "/api/probe/shop%2f/web"_ba,
                                   "/api/probe//shop/web"_ba,
                                   "/api/probe/shop//web"_ba,
                                   "/api/probe/shop/web/"_ba,
                                   "/api/probe/shop%20/web"_ba,
                                   "/api/probe/SHOP/web"_ba,
                                   "/api/probe/shop;x/web"_ba,
                                   "/api/probe/*/web"_ba,
                                   "/api/probe/team-%2F..%2Fsecret/web"_ba,
                                   "/api/probe/team-%2f/web"_ba,
                                   "/../api/probe/secret/web"_ba,
                                   "//evil.example/api/probe/secret/web"_ba,
                                   "/api/../../etc/passwd"_ba,
                                   "/api/probe/%EF%BC%8E%EF%BC%8E/web"_ba,
                                   "/api/probe/shop%5c..%5csecret/web"_ba,
                                   "/api/probe/%73ecret/web"_ba,
                                   "http://evil.example/api/probe/secret/web"_ba})
            QTest::newRow(target) << target;
    }
    void noSpellingLeadsToAnotherNamespace()
    {
        QFETCH(const QByteArray, target);
        const auto answer = get(target);
        QVERIFY2(answer.status == 400 || answer.status == 403 || answer.status == 404
                     || answer.status == 0,
                 answer.all);
        QVERIFY(!answer.headers.contains("X-Evil"));
        QCOMPARE(get("/healthz").status, 200);
    }

    void theSameNameSpeltOtherwiseIsThatName()
    {
        const auto answer = get("/api/probe/%73hop/w%65b");
        QCOMPARE(answer.status, 200);
        QCOMPARE(QJsonDocument::fromJson(answer.body)["namespace"_L1], u"shop"_s);
        const auto twice = get("/api/probe/team-%252Fx/web"); // decoded once: a name with a %
        QCOMPARE(QJsonDocument::fromJson(twice.body)["namespace"_L1], u"team-%2Fx"_s);
    }

    void whatIsTooLargeIsRefused()
    {
        const auto announced = support::rawRequest(
            m_world->port,
            support::requestText("PUT", "/api/probe/shop/web", {Key, "Content-Length: 99999999"})
                .replace("Content-Length: 0\r\n", ""));
        QCOMPARE(announced.status, 413);
        QCOMPARE(m_world->ask("PUT", "/api/probe/shop/web", {Key}, QByteArray(16'384, 'x')).status,
                 200);
        QCOMPARE(m_world->ask("PUT", "/api/probe/shop/web", {Key}, QByteArray(16'385, 'x')).status,
                 413);
        QByteArray chunked = "PUT /api/probe/shop/web HTTP/1.1\r\nHost: x\r\n" + QByteArray(Key)
            + "\r\nTransfer-Encoding: chunked\r\n\r\n";
        for (int i = 0; i < 200; ++i)
            chunked += "1000\r\n" + QByteArray(4'096, 'x') + "\r\n";
        const auto inChunks = support::rawRequest(m_world->port, chunked);
        QCOMPARE(inChunks.status, 413);
        for (const auto size : {33'000, 300'000, 3'000'000})
            QCOMPARE(m_world->ask("GET", "/healthz", {"X-Large: " + QByteArray(size, 'x')}).status,
                     431);
        QCOMPARE(m_world->ask("GET", "/" + QByteArray(40'000, 'x')).status, 431);
        QByteArrayList many;
        for (int i = 0; i < 200; ++i)
            many.append("X-" + QByteArray::number(i) + ": 1");
        QCOMPARE(m_world->ask("GET", "/healthz", many).status, 431);
        // Qt's WebSockets take no such line, and would end the connection without a word.
        const QByteArrayList upgrade{"Upgrade: websocket", "Connection: Upgrade",
                                     "Sec-WebSocket-Version: 13",
                                     "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=="};
        const auto withLine = [&](qsizetype size) {
            return m_world
                ->ask("GET", "/ws/watch", upgrade + QByteArrayList{"X: " + QByteArray(size, 'x')})
                .status;
        };
        QCOMPARE(withLine(8'000), 401);
        QCOMPARE(withLine(8'300), 431);
        QCOMPARE(withLine(20'000), 431);
        QCOMPARE(get("/healthz").status, 200);
    }

    void whatIsNoHttpIsToldSo_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::newRow("a blank in the address") << "GET /a b HTTP/1.1\r\nHost: x\r\n\r\n"_ba;
        QTest::newRow("a line without a colon") << "GET / HTTP/1.1\r\nHost x\r\n\r\n"_ba;
        QTest::newRow("a line without a name") << "GET / HTTP/1.1\r\n: x\r\n\r\n"_ba;
        QTest::newRow("a folded line") << "GET / HTTP/1.1\r\nHost: x\r\n y\r\n\r\n"_ba;
    }
    void whatIsNoHttpIsToldSo()
    {
        QFETCH(const QByteArray, request);
        const auto answer = support::rawRequest(m_world->port, request);
        QCOMPARE(answer.status, 400);
        QVERIFY(!QJsonDocument::fromJson(answer.body)["error"_L1].toString().isEmpty());
    }

    /// What a proxy before us might read as two requests is none.
    void bodiesOfTwoLengthsAreRefused()
    {
        for (const auto &headers :
             {QByteArrayList{"Content-Length: 5", "Content-Length: 50"},
              QByteArrayList{"Content-Length: 5", "Transfer-Encoding: chunked"},
              QByteArrayList{"Content-Length: +5"}, QByteArrayList{"Content-Length: 5, 5"},
              QByteArrayList{"Content-Length: -1"}})
            QCOMPARE(
                m_world->ask("GET", "/api/probe/shop/web", headers + QByteArrayList{Key}).status,
                400);
    }

    /// Whoever shows a proof may send more than 16 KiB at some addresses.
    void aLargeBodyThatDribblesIsEnded()
    {
        Streaming streaming({.bodyMs = 400, .bodyPace = 1024 * 1024});
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, streaming.port);
        socket.write("PUT /api/large HTTP/1.1\r\nHost: x\r\n" + QByteArray(Key)
                     + "\r\nContent-Length: 200000\r\n\r\n" + QByteArray(100'000, 'x'));
        QTimer more;
        connect(&more, &QTimer::timeout, &socket, [&] { socket.write("x"); });
        more.start(50);
        QTRY_COMPARE(socket.state(), QAbstractSocket::UnconnectedState);
        QVERIFY(!socket.readAll().startsWith("HTTP/1.1 200"));
    }

    void largeBodiesHaveSoMuchRoom()
    {
        Streaming streaming({.bodies = 500'000, .bodiesOfPeer = 450'000});
        const QByteArray head = "PUT /api/large HTTP/1.1\r\nHost: x\r\n" + QByteArray(Key)
            + "\r\nContent-Length: 200000\r\n\r\n";
        std::vector<std::unique_ptr<QTcpSocket>> sockets;
        const auto begin = [&] {
            auto &socket = *sockets.emplace_back(std::make_unique<QTcpSocket>());
            socket.connectToHost(QHostAddress::LocalHost, streaming.port);
            socket.write(head + QByteArray(1'000, 'x'));
            QTest::qWait(50);
            return socket.readAll();
        };
        QCOMPARE(begin(), QByteArray());
        QCOMPARE(begin(), QByteArray());
        QVERIFY(begin().startsWith("HTTP/1.1 503"));
        const auto small = support::rawRequest(
            streaming.port, support::requestText("PUT", "/api/large", {Key}, "small"));
        QCOMPARE(small.status, 200); // it takes none of that room
        sockets[0]->write(QByteArray(199'000, 'x'));
        QTRY_VERIFY(sockets[0]->bytesAvailable() > 12);
        QVERIFY(sockets[0]->readAll().startsWith("HTTP/1.1 200"));
        QCOMPARE(begin(), QByteArray()); // and there is some again
    }

    void aHeadThatDribblesIsEnded()
    {
        relay::Server server({.silenceMs = 5'000, .headMs = 400});
        const auto port = server.listen(QHostAddress::LocalHost, 0);
        QVERIFY(port);
        const auto lasted = dribble(*port, 50);
        QVERIFY(lasted);
        QVERIFY(*lasted >= 300 && *lasted < 4'000);
        QTRY_COMPARE(server.openConnections(), 0);
        QCOMPARE(support::rawRequest(*port, support::requestText("GET", "/healthz")).status, 200);
    }

    /// Who opens connections without a word ends nobody's stream.
    void aStreamOutlivesACrowd()
    {
        Streaming streaming({.connections = 3});
        const auto port = streaming.port;
        auto &stream = streaming.stream;
        QTcpSocket viewer;
        viewer.connectToHost(QHostAddress::LocalHost, port);
        viewer.write(support::requestText("GET", "/api/stream", {Key}));
        QTRY_VERIFY(stream);
        std::vector<std::unique_ptr<QTcpSocket>> crowd;
        for (int i = 0; i < 20; ++i) {
            crowd.push_back(std::make_unique<QTcpSocket>());
            crowd.back()->connectToHost(QHostAddress::LocalHost, port);
        }
        const auto isConnected = [](const auto &socket) {
            return socket->state() == QTcpSocket::ConnectedState;
        };
        QTRY_COMPARE(std::ranges::count_if(crowd, isConnected), 2);
        QVERIFY(stream->isOpen());
        stream->write("data: still here\n\n");
        QByteArray seen;
        QTRY_VERIFY((seen += viewer.readAll()).contains("still here"));
        stream.reset();
    }

    /// Nothing happens for long where nothing changes; who says nothing for long is another matter.
    void aQuietStreamGoesOn()
    {
        Streaming streaming({.silenceMs = 200});
        QTcpSocket viewer;
        viewer.connectToHost(QHostAddress::LocalHost, streaming.port);
        viewer.write(support::requestText("GET", "/api/stream", {Key}));
        QTRY_VERIFY(streaming.stream);
        for (int i = 0; i < 3; ++i) { // each is silent for as long as one may be
            QTcpSocket silent;
            silent.connectToHost(QHostAddress::LocalHost, streaming.port);
            QVERIFY(silent.waitForConnected());
            QTRY_COMPARE(silent.state(), QAbstractSocket::UnconnectedState);
        }
        QVERIFY(streaming.stream->isOpen());
        streaming.stream->write("data: still here\n\n");
        QByteArray seen;
        QTRY_VERIFY((seen += viewer.readAll()).contains("still here"));
        streaming.stream.reset();
    }

    void onlyPagesThatAreNamedMayAskFromElsewhere()
    {
        const QByteArray good = "Origin: https://dash.example.org";
        const auto asked = m_world->ask("OPTIONS", "/api/probe/shop/web",
                                        {good, "Access-Control-Request-Method: PUT",
                                         "Access-Control-Request-Headers: authorization"});
        QCOMPARE(asked.status, 204);
        QCOMPARE(asked.headers.value("Access-Control-Allow-Origin"), "https://dash.example.org");
        QCOMPARE(asked.headers.value("Access-Control-Allow-Methods"), "GET, PUT");
        QVERIFY(asked.headers.value("Access-Control-Allow-Headers").contains("Authorization"));
        QCOMPARE(asked.headers.value("Vary"), "Origin");
        QVERIFY(!asked.headers.contains("Access-Control-Allow-Credentials"));
        const auto answered = m_world->ask("GET", "/api/probe/shop/web", {good, Key});
        QCOMPARE(answered.status, 200);
        QCOMPARE(answered.headers.value("Access-Control-Allow-Origin"), "https://dash.example.org");
        QCOMPARE(get("/api/probe/shop/web").headers.value("Vary"), "Origin");
        for (const auto &origin :
             {"https://evil.example"_ba, "null"_ba, "http://dash.example.org"_ba,
              "https://dash.example.org:8443"_ba, "https://dash.example.org.evil.example"_ba,
              "https://evildash.example.org"_ba, "https://dash.example.org@evil.example"_ba}) {
            for (const auto &method : {"GET"_ba, "PUT"_ba, "OPTIONS"_ba}) {
                const auto refused =
                    m_world->ask(method, "/api/probe/shop/web",
                                 {"Origin: " + origin, Key, "Access-Control-Request-Method: GET"});
                QCOMPARE(refused.status, 403);
                QVERIFY(!refused.headers.contains("Access-Control-Allow-Origin"));
            }
        }
        // Yards are the relay's, and closed to them.
        QCOMPARE(m_world->ask("GET", "/api/v1/rooms", {good, Key}).status, 403);
    }

    void aWebSocketIsForOurPages()
    {
        const auto upgrade = [this](const QByteArray &origin) {
            return m_world
                ->ask("GET", "/ws/sync/shop",
                      {"Origin: " + origin, "Host: relay.example", "Connection: Upgrade",
                       "Upgrade: websocket", "Sec-WebSocket-Version: 13",
                       "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=="})
                .status;
        };
        QCOMPARE(upgrade("https://evil.example"), 403);
        QCOMPARE(upgrade("null"), 403);
        QCOMPARE(upgrade("https://dash.example.org"), 403); // named for the gateway only
    }

    void oldTlsIsRefused()
    {
        const auto openssl = QStandardPaths::findExecutable(u"openssl"_s);
        if (openssl.isEmpty())
            QSKIP("openssl is not installed: nothing can ask by an old TLS");
        QTemporaryDir folder;
        const auto run = [&](const QStringList &arguments,
                             const QByteArray &input = {}) -> QByteArray {
            auto process = std::make_unique<QProcess>();
            process->setWorkingDirectory(folder.path());
            process->setProcessChannelMode(QProcess::MergedChannels);
            process->start(openssl, arguments);
            process->write(input);
            process->closeWriteChannel();
            QByteArray said;
            (void)QTest::qWaitFor(
                [&] {
                    said += process->readAll();
                    return process->state() == QProcess::NotRunning || said.contains("\"ok\"");
                },
                20'000);
            process->kill(); // it would wait for more
            process->waitForFinished();
            return said + process->readAll();
        };
        run(u"req -x509 -newkey rsa:2048 -nodes -keyout k.pem -out c.pem -days 30 -subj /CN=x"_s
                .split(u' '));
        relay::RelayConfig relay;
        relay.tls = {.certificate = folder.filePath(u"c.pem"_s),
                     .key = folder.filePath(u"k.pem"_s)};
        const GatewayWorld world(config(), relay);
        const auto connect = [&](const QString &version) {
            return run({u"s_client"_s, u"-connect"_s, u"127.0.0.1:%1"_s.arg(world.port), version,
                        u"-cipher"_s, u"ALL:@SECLEVEL=0"_s, u"-quiet"_s},
                       "GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n");
        };
        for (const auto &old : {u"-tls1"_s, u"-tls1_1"_s}) {
            const auto said = connect(old);
            QVERIFY2(!said.contains("200 OK") && !said.contains("\"status\""), said);
            QVERIFY2(said.contains(":error:"), said);
        }
        for (const auto &fresh : {u"-tls1_2"_s, u"-tls1_3"_s}) {
            const auto said = connect(fresh);
            QVERIFY2(said.contains("{\"status\":\"ok\"}"), said);
        }
    }
};

QTEST_GUILESS_MAIN(GatewaySecurityTest)
#include "tst_gatewaysecurity.moc"
