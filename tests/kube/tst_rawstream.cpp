// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "keys.h"
#include "kube/api/apiclient.h"
#include "kube/api/rawstream.h"
#include "kube/auth/identity.h"
#include "rawserver.h"
#include "testproxy.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using kube::Error;

static const QByteArray Chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";

/// A log as our own HTTP reads it: bodies, ends, refusals, hostile answers, TLS and proxies.
class RawStreamTest : public QObject
{
    Q_OBJECT

private:
    /// One stream and what it said.
    struct Read
    {
        kube::Identity identity;
        kube::ApiClient client;
        std::unique_ptr<kube::RawStream> stream;
        QByteArray bytes = {};
        std::vector<qsizetype> blocks = {};
        int opened = 0;
        int ends = 0;
        std::optional<Error> error = {};

        explicit Read(const kube::ClientConfig &config)
            : identity(config)
            , client(identity)
            , stream(client.rawStream({.path = u"/log"_s}))
        {
            connect(stream.get(), &kube::RawStream::opened, &client, [this] { ++opened; });
            connect(stream.get(), &kube::RawStream::received, &client,
                    [this](const QByteArray &more) {
                        bytes += more;
                        blocks.push_back(more.size());
                    });
            connect(stream.get(), &kube::RawStream::ended, &client,
                    [this](const std::optional<Error> &why) {
                        ++ends;
                        error = why;
                    });
        }
        bool isOver()
        {
            return QTest::qWaitFor([this] { return ends > 0; }, 10'000);
        }
    };

    static RawServer::Answer saying(const QByteArray &answer)
    {
        return [answer](const QByteArray &) { return answer; };
    }

    kube::ClientConfig trusting(const RawServer &server) const
    {
        return {.server = server.url(), .certificateAuthorityData = m_keys->read(u"ca.crt"_s)};
    }

    QTemporaryDir m_folder;
    std::unique_ptr<Keys> m_keys; ///< null without the openssl program

private Q_SLOTS:
    void initTestCase()
    {
        for (const auto *name : {"HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy"})
            qunsetenv(name);
        if (!Keys::isUsable())
            return;
        m_keys = std::make_unique<Keys>(m_folder.path());
        QVERIFY(m_keys->makeAuthority(u"ca"_s));
        QVERIFY(m_keys->makeAuthority(u"other"_s));
        QVERIFY(m_keys->makeServer(u"server"_s, u"ca"_s));
        QVERIFY(m_keys->makeKey(u"jane"_s));
        QVERIFY(m_keys->certify(u"jane"_s, u"ca"_s, "extendedKeyUsage=clientAuth"));
    }

    void init() { QTest::failOnWarning(); }

    void aBodyArrives_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<bool>("closes");
        QTest::newRow("in chunks")
            << QByteArray(Chunked + "4\r\none\n\r\n4\r\ntwo\n\r\n0\r\n\r\n") << false;
        QTest::newRow("of a length") << RawServer::http(200, "one\ntwo\n") << false;
        QTest::newRow("up to the end") << QByteArray("HTTP/1.1 200 OK\r\n\r\none\ntwo\n") << true;
    }

    void aBodyArrives()
    {
        QFETCH(const QByteArray, answer);
        QFETCH(const bool, closes);
        RawServer server(saying(answer));
        server.setCloseAfterAnswer(closes);
        Read read({.server = server.url()});
        read.stream->start();
        QVERIFY(read.isOver());
        QVERIFY2(!read.error, qPrintable(read.error ? read.error->message : QString()));
        QCOMPARE(read.bytes, "one\ntwo\n");
        QCOMPARE(read.opened, 1);
        QCOMPARE(read.ends, 1);
    }

    void linesArriveAsTheyAreWritten()
    {
        RawServer server(saying(Chunked + "4\r\none\n\r\n"));
        Read read({.server = server.url()});
        read.stream->start();
        QTRY_COMPARE(read.bytes, "one\n");
        server.writeToAll("2\r\ntw\r\n");
        server.writeToAll("7\r\no\nthree\r\n");
        QTRY_COMPARE(read.bytes, "one\ntwo\n");
        server.writeToAll("0\r\n\r\n");
        QVERIFY(read.isOver());
        QCOMPARE(read.bytes, "one\ntwo\nthree"); // the end has no newline
    }

    void blocksEndWithLines()
    {
        QByteArray body;
        for (int i = 0; i < 100'000; ++i)
            body += "line " + QByteArray::number(i) + '\n';
        RawServer server(saying(RawServer::http(200, body)));
        Read read({.server = server.url()});
        read.stream->start();
        QVERIFY(read.isOver());
        QVERIFY(read.bytes == body);
        for (qsizetype at = 0; const auto size : read.blocks) {
            QCOMPARE(body[(at += size) - 1], '\n');
            QCOMPARE_LE(size, 256 * 1024);
        }
    }

    void aLineLongerThanABlockArrives()
    {
        const QByteArray body = QByteArray(3'000'000, 'x') + "\nend\n";
        RawServer server(saying(RawServer::http(200, body)));
        Read read({.server = server.url()});
        read.stream->start();
        QVERIFY(read.isOver());
        QVERIFY(!read.error && read.bytes == body);
    }

    void aCutAnswerIsALostConnection_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("in a chunk")
            << QByteArray(Chunked + "9\r\none\ntw") << QByteArray("one\ntw");
        QTest::newRow("between chunks")
            << QByteArray(Chunked + "4\r\none\n\r\n") << QByteArray("one\n");
        QTest::newRow("before its length")
            << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\none\n")
            << QByteArray("one\n");
        QTest::newRow("in the head") << QByteArray("HTTP/1.1 200 O") << QByteArray();
        QTest::newRow("without a word") << QByteArray() << QByteArray();
    }

    void aCutAnswerIsALostConnection()
    {
        QFETCH(const QByteArray, answer);
        QFETCH(const QByteArray, body);
        RawServer server(saying(answer));
        server.setCloseAfterAnswer(true);
        Read read({.server = server.url()});
        QSignalSpy lost(&read.client, &kube::ApiClient::connectionLost);
        read.stream->start();
        QVERIFY(read.isOver());
        QVERIFY(read.error);
        QCOMPARE(read.error->kind, Error::Kind::Unreachable);
        QVERIFY(!read.error->message.isEmpty());
        QCOMPARE(read.bytes, body);
        QCOMPARE(lost.size(), 1);
    }

    void aRefusalHasTheServersWords()
    {
        const QByteArray status = "{\"kind\":\"Status\",\"reason\":\"BadRequest\",\"message\":"
                                  "\"container is waiting to start\"}";
        RawServer server(saying(RawServer::http(400, status)));
        Read read({.server = server.url()});
        read.stream->start();
        QVERIFY(read.isOver());
        QVERIFY(read.error);
        QCOMPARE(read.error->kind, Error::Kind::Invalid);
        QCOMPARE(read.error->code, 400);
        QCOMPARE(read.error->reason, u"BadRequest"_s);
        QCOMPARE(read.error->message, u"container is waiting to start"_s);
        QCOMPARE(read.opened, 0);
        QVERIFY(read.bytes.isEmpty());
    }

    void aLongRefusalIsReadAsFarAsItMatters()
    {
        for (const auto size : {20'000, 60'000, 300'000}) {
            RawServer server(saying(RawServer::http(503, QByteArray(size, 'x'))));
            Read read({.server = server.url()});
            read.stream->start();
            QVERIFY(read.isOver());
            QVERIFY(read.error);
            QCOMPARE(read.error->kind, Error::Kind::Server);
            QVERIFY(read.error->message.startsWith("xxx"_L1));
        }
    }

    void aRefusalSaysWhenToComeBack()
    {
        RawServer server(saying(RawServer::http(429, "slow down", "Retry-After: 7\r\n")));
        Read read({.server = server.url()});
        read.stream->start();
        QVERIFY(read.isOver());
        QVERIFY(read.error);
        QCOMPARE(read.error->kind, Error::Kind::TooManyRequests);
        QCOMPARE(read.error->retryAfterSeconds, 7);
    }

    void aRedirectIsNotFollowed()
    {
        RawServer other(saying(RawServer::http(200, "elsewhere\n")));
        RawServer server(
            saying(RawServer::http(302, {}, "Location: " + other.url().toLatin1() + "\r\n")));
        Read read({.server = server.url()});
        read.stream->start();
        QVERIFY(read.isOver());
        QVERIFY(read.error);
        QCOMPARE(read.error->code, 302);
        QVERIFY(other.heads().isEmpty());
    }

    void hostileAnswersAreErrors_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("no HTTP") << QByteArray("220 smtp\r\n\r\n");
        QTest::newRow("endless head")
            << QByteArray("HTTP/1.1 200 OK\r\nX: " + QByteArray(100'000, 'x'));
        QTest::newRow("no chunk") << QByteArray(Chunked + "what?\r\n");
        QTest::newRow("endless size") << QByteArray(Chunked + "1;" + QByteArray(10'000, 'x'));
        QTest::newRow("packed") << RawServer::http(200, "xx", "Content-Encoding: gzip\r\n");
        QTest::newRow("a change nobody asked for")
            << QByteArray("HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\n");
    }

    void hostileAnswersAreErrors()
    {
        QFETCH(const QByteArray, answer);
        RawServer server(saying(answer));
        Read read({.server = server.url()});
        read.stream->start();
        QVERIFY(read.isOver());
        QVERIFY(read.error);
        QCOMPARE(read.error->kind, Error::Kind::Malformed);
        QVERIFY(read.bytes.isEmpty());
    }

    void nobodyThereIsSaid()
    {
        QTcpServer closed;
        QVERIFY(closed.listen(QHostAddress::LocalHost));
        const auto url = u"http://127.0.0.1:%1"_s.arg(closed.serverPort());
        closed.close();
        Read read({.server = url});
        read.stream->start();
        QVERIFY(read.isOver());
        QVERIFY(read.error);
        QCOMPARE(read.error->kind, Error::Kind::Unreachable);
    }

    void whilePausedTheServerIsHeldBack()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        const QByteArray body =
            QByteArray(QByteArray(99, 'x') + '\n').repeated(640 * 1024); // 64 MB
        QTcpSocket *socket = nullptr;
        connect(&server, &QTcpServer::newConnection, this, [&] {
            socket = server.nextPendingConnection();
            socket->write(RawServer::http(200, body));
        });
        Read read({.server = u"http://127.0.0.1:%1"_s.arg(server.serverPort())});
        read.stream->setPaused(true);
        read.stream->start();
        QTRY_COMPARE(read.opened, 1);
        qint64 left = -1;
        QTRY_VERIFY(left == std::exchange(left, socket->bytesToWrite())); // it takes no more
        QCOMPARE_GT(left, body.size() / 2);
        QVERIFY(read.bytes.isEmpty());
        read.stream->setPaused(false);
        QTRY_VERIFY(!read.bytes.isEmpty());
        read.stream->setPaused(true);
        const auto got = read.bytes.size();
        QCoreApplication::processEvents();
        QCOMPARE(read.bytes.size(), got);
        read.stream->setPaused(false);
        QTRY_COMPARE_WITH_TIMEOUT(read.ends, 1, 20'000);
        QVERIFY(!read.error);
        QVERIFY(read.bytes == body);
    }

    void destroyingAStreamIsQuiet()
    {
        // More was announced than comes.
        RawServer server(saying("HTTP/1.1 200 OK\r\nContent-Length: 99000000\r\n\r\n"
                                + QByteArray(10'000'000, '\n')));
        for (int i = 0; i < 20; ++i) {
            Read read({.server = server.url()});
            read.stream->start();
            if (i % 2)
                QTRY_VERIFY(!read.bytes.isEmpty());
            const auto got = read.bytes.size();
            read.stream.reset();
            QCoreApplication::processEvents();
            QCOMPARE(read.bytes.size(), got);
            QCOMPARE(read.ends, 0);
        }
    }

    void aStreamMayGoInItsOwnSignal()
    {
        RawServer server(saying(RawServer::http(200, "one\n")));
        Read read({.server = server.url()});
        connect(read.stream.get(), &kube::RawStream::received, &read.client,
                [&read] { read.stream.reset(); });
        read.stream->start();
        QTRY_VERIFY(!read.stream);
        QCOMPARE(read.bytes, "one\n");
    }

    void whoAsksIsSaid()
    {
        if (!m_keys)
            QSKIP("the openssl program is not installed");
        const auto tls = m_keys->serverConfiguration(u"server"_s);
        RawServer server(saying(RawServer::http(200, {})), &tls);
        auto config = trusting(server);
        config.token = u"the-bearer-token"_s;
        config.impersonate = {.user = u"jo"_s, .groups = {u"one"_s, u"two"_s}};
        Read read(config);
        read.stream->start();
        QVERIFY(read.isOver());
        QVERIFY2(!read.error, qPrintable(read.error ? read.error->message : QString()));
        const auto head = server.heads().value(0);
        QVERIFY(head.startsWith("GET /log HTTP/1.1\r\nHost: 127.0.0.1:"));
        for (const auto *line : {"Authorization: Bearer the-bearer-token", "Impersonate-User: jo",
                                 "Impersonate-Group: one", "Impersonate-Group: two",
                                 "Connection: close", "Accept-Encoding: identity"})
            QVERIFY2(head.contains(QByteArray(QByteArray("\r\n") + line + "\r\n")), line);
    }

    void aRefusedTokenIsReadAnew()
    {
        if (!m_keys)
            QSKIP("the openssl program is not installed");
        QFile file(m_folder.filePath(u"token"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("old");
        file.close();
        const auto tls = m_keys->serverConfiguration(u"server"_s);
        RawServer server(
            [&file](const QByteArray &head) {
                if (head.contains("Bearer new"))
                    return RawServer::http(200, "one\n");
                if (file.open(QIODevice::WriteOnly))
                    file.write("new");
                file.close();
                return RawServer::http(401, "{}");
            },
            &tls);
        auto config = trusting(server);
        config.tokenFile = file.fileName();
        Read read(config);
        read.stream->start();
        QVERIFY(read.isOver());
        QVERIFY(!read.error);
        QCOMPARE(read.bytes, "one\n");
        QCOMPARE(server.heads().size(), 2);
    }

    void onlyTrustedServersAreRead()
    {
        if (!m_keys)
            QSKIP("the openssl program is not installed");
        auto tls = m_keys->serverConfiguration(u"server"_s);
        tls.setPeerVerifyMode(QSslSocket::QueryPeer);
        RawServer server(saying(Chunked + "4\r\none\n\r\n0\r\n\r\n"), &tls);
        auto config = trusting(server);
        config.clientCertificateData = m_keys->read(u"jane.crt"_s);
        config.clientKeyData = m_keys->read(u"jane.key"_s);
        Read known(config);
        known.stream->start();
        QVERIFY(known.isOver());
        QVERIFY2(!known.error, qPrintable(known.error ? known.error->message : QString()));
        QCOMPARE(known.bytes, "one\n");
        QCOMPARE(server.clientNames().value(0), u"jane"_s);

        config.certificateAuthorityData = m_keys->read(u"other.crt"_s);
        Read unknown(config);
        unknown.stream->start();
        QVERIFY(unknown.isOver());
        QVERIFY(unknown.error);
        QCOMPARE(unknown.error->kind, Error::Kind::Tls);
        QCOMPARE(server.heads().size(), 1); // no request, no token

        config = trusting(server);
        config.tlsServerName = u"api.krateyard.invalid"_s;
        Read misnamed(config);
        misnamed.stream->start();
        QVERIFY(misnamed.isOver());
        QVERIFY(misnamed.error);
        QCOMPARE(misnamed.error->kind, Error::Kind::Tls);

        Read careless({.server = server.url(), .insecureSkipTlsVerify = true});
        careless.stream->start();
        QVERIFY(careless.isOver());
        QVERIFY(!careless.error);
        QCOMPARE(careless.bytes, "one\n");
    }

    void muchArrivesOverTls()
    {
        if (!m_keys)
            QSKIP("the openssl program is not installed");
        const auto tls = m_keys->serverConfiguration(u"server"_s);
        QByteArray body;
        for (int i = 0; i < 500'000; ++i)
            body += "a line of a log, number " + QByteArray::number(i) + '\n';
        RawServer server(saying("HTTP/1.1 200 OK\r\n\r\n" + body), &tls);
        server.setCloseAfterAnswer(true);
        Read read(trusting(server));
        read.stream->start();
        QTRY_VERIFY(!read.bytes.isEmpty());
        read.stream->setPaused(true);
        QTest::qWait(1); // the server goes on for as long as somebody takes it
        read.stream->setPaused(false);
        QTRY_COMPARE_WITH_TIMEOUT(read.ends, 1, 20'000);
        QVERIFY2(!read.error, qPrintable(read.error ? read.error->message : QString()));
        QVERIFY(read.bytes == body);
    }

    void theWayLeadsThroughProxies_data()
    {
        QTest::addColumn<QString>("scheme");
        QTest::newRow("http") << u"http"_s;
        QTest::newRow("socks5") << u"socks5"_s;
    }

    void theWayLeadsThroughProxies()
    {
        if (!m_keys)
            QSKIP("the openssl program is not installed");
        QFETCH(const QString, scheme);
        const auto tls = m_keys->serverConfiguration(u"server"_s);
        RawServer server(saying(RawServer::http(200, "one\n")), &tls);
        TestProxy proxy(scheme == "http"_L1 ? TestProxy::Kind::Http : TestProxy::Kind::Socks5, "jo",
                        "p@ss:w");
        const QString port = QString::number(QUrl(server.url()).port());
        Read read({.server = u"https://api.krateyard.invalid:"_s + port,
                   .insecureSkipTlsVerify = true,
                   .proxyUrl =
                       scheme + u"://jo:p%40ss%3Aw@127.0.0.1:"_s + QString::number(proxy.port())});
        read.stream->start();
        QVERIFY(read.isOver());
        QVERIFY2(!read.error, qPrintable(read.error ? read.error->message : QString()));
        QCOMPARE(read.bytes, "one\n");
        QCOMPARE(proxy.asked.value(0), QString(u"api.krateyard.invalid:"_s + port));
    }

    void anHttpProxyIsGivenTheWholeAddress()
    {
        RawServer proxy(saying(RawServer::http(200, "one\n")));
        Read read({.server = u"http://api.krateyard.invalid:8001/prefix"_s,
                   .proxyUrl = u"http://jo:p%40ss@127.0.0.1:"_s
                       + QString::number(QUrl(proxy.url()).port())});
        read.stream->start();
        QVERIFY(read.isOver());
        QVERIFY2(!read.error, qPrintable(read.error ? read.error->message : QString()));
        QCOMPARE(read.bytes, "one\n");
        const auto head = proxy.heads().value(0);
        QVERIFY(head.startsWith("GET http://api.krateyard.invalid:8001/prefix/log HTTP/1.1\r\n"
                                "Host: api.krateyard.invalid:8001\r\n"));
        const QByteArray signedIn =
            "\r\nProxy-Authorization: Basic " + QByteArray("jo:p@ss").toBase64() + "\r\n";
        QVERIFY(head.contains(signedIn));
    }
};

QTEST_GUILESS_MAIN(RawStreamTest)
#include "tst_rawstream.moc"
