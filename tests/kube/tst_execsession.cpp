// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/api/apiclient.h"
#include "kube/auth/identity.h"
#include "kube/streams/execsession.h"

#include <QAbstractEventDispatcher>
#include <QSignalSpy>
#include <QTest>
#include <QUrlQuery>
#include <QWebSocket>
#include <QWebSocketHandshakeOptions>
#include <QWebSocketServer>

using namespace Qt::StringLiterals;

// The server's end of exec, as far as a test scripts it.
class FakeExec : public QObject
{
    Q_OBJECT

public:
    explicit FakeExec(const QStringList &protocols)
        : m_server(u"exec"_s, QWebSocketServer::NonSecureMode)
    {
        m_server.setSupportedSubprotocols(protocols);
        m_server.listen(QHostAddress::LocalHost);
        connect(&m_server, &QWebSocketServer::newConnection, this, [this] {
            socket.reset(m_server.nextPendingConnection());
            ++connections;
            offered.append(socket->handshakeOptions().subprotocols());
            socket->sendBinaryMessage(QByteArray(1, '\0')); // real servers greet like this
            connect(socket.get(), &QWebSocket::binaryMessageReceived, this,
                    [this](const QByteArray &message) { messages.append(message); });
        });
    }

    QString url() const { return u"http://127.0.0.1:%1"_s.arg(m_server.serverPort()); }
    void send(char channel, const QByteArray &bytes)
    {
        socket->sendBinaryMessage(QByteArray(1, channel) + bytes);
    }
    QByteArray received(char channel) const
    {
        QByteArray bytes;
        for (const auto &message : messages) {
            if (message.startsWith(channel))
                bytes += message.sliced(1);
        }
        return bytes;
    }

    std::unique_ptr<QWebSocket> socket;
    QByteArrayList messages;
    QStringList offered;
    int connections = 0;

private:
    QWebSocketServer m_server;
};

class ExecSessionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    // client-go/tools/remotecommand/v4_test.go, TestV4ErrorDecoder
    void statusBecomesAnExit_data()
    {
        QTest::addColumn<QByteArray>("status");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("message");
        const auto row = [](const char *status, int code, const QString &message) {
            QTest::newRow(status) << QByteArray(status) << code << message;
        };
        row("{}", 0, u"error stream protocol error: unknown error"_s);
        row("{", 0, u"unexpected end of JSON input in \"{\""_s);
        row("", 0, u"error stream protocol error"_s);
        row("[]", 0, u"error stream protocol error"_s);
        row(R"({"status": "Success" })", 0, {});
        row(R"({"status": "Failure", "message": "foobar" })", 0, u"foobar"_s);
        row(R"({"status":"Failure","message":"foobar","reason":"NonZeroExitCode",)"
            R"("details":{"causes":[{"reason":"foo"}]}})",
            0, u"error stream protocol error: no ExitCode cause given"_s);
        row(R"({"status":"Failure","message":"foobar","reason":"NonZeroExitCode",)"
            R"("details":{"causes":[{"reason":"ExitCode"}]}})",
            0, u"error stream protocol error: invalid exit code value \"\""_s);
        row(R"({"status":"Failure","message":"foobar","reason":"NonZeroExitCode",)"
            R"("details":{"causes":[{"reason":"ExitCode","message":"42"}]}})",
            42, {});
    }

    void statusBecomesAnExit()
    {
        QFETCH(QByteArray, status);
        QFETCH(QString, message);
        const auto exit = kube::exitStatusFrom(status);
        QTEST(exit.code, "code");
        QCOMPARE(exit.error.has_value(), !message.isEmpty());
        if (exit.error)
            QVERIFY2(exit.error->message.contains(message), qPrintable(exit.error->message));
    }

    void bytesGoBothWays_data()
    {
        QTest::addColumn<QStringList>("protocols");
        QTest::addColumn<int>("connections");
        QTest::newRow("v5") << QStringList{u"v5.channel.k8s.io"_s, u"v4.channel.k8s.io"_s} << 1;
        QTest::newRow("v4") << QStringList{u"v4.channel.k8s.io"_s} << 2;
    }

    void bytesGoBothWays()
    {
        QFETCH(QStringList, protocols);
        FakeExec server(protocols);
        kube::Identity identity({.server = server.url()});
        kube::ApiClient client(identity);
        kube::ExecSession session(
            client, u"shop"_s, u"web"_s,
            {.container = u"app"_s, .command = {u"sh"_s, u"-c"_s, u"a+b & %41"_s}});
        QByteArray output;
        connect(&session, &kube::ExecSession::standardOutput, this,
                [&output](const QByteArray &bytes) { output += bytes; });
        QSignalSpy opened(&session, &kube::ExecSession::opened);
        QSignalSpy finished(&session, &kube::ExecSession::finished);
        session.resize({100, 30});
        QVERIFY(session.write("early"));
        session.start();

        QTRY_COMPARE(opened.size(), 1);
        QTEST(server.connections, "connections");
        const auto url = server.socket->requestUrl();
        QCOMPARE(url.path(), u"/api/v1/namespaces/shop/pods/web/exec"_s);
        QCOMPARE(url.query(QUrl::FullyEncoded),
                 u"command=sh&command=-c&command=a%2Bb+%26+%2541&container=app&stdin=true"
                 "&stdout=true&tty=true"_s);
        QTRY_COMPARE(server.received(0), "early");
        QCOMPARE(server.received(4), R"({"Width":100,"Height":30})");
        session.resize({80, 25});
        session.write(" late");
        QTRY_COMPARE(server.received(0), "early late");
        QCOMPARE(server.received(4), R"({"Width":100,"Height":30}{"Width":80,"Height":25})");
        const bool halfCloses = protocols.size() == 2;
        QCOMPARE(session.closeStandardInput(), halfCloses);
        if (halfCloses)
            QTRY_COMPARE(server.received('\xff'), QByteArray(1, '\0'));

        server.send(1, "hello ");
        server.send(1, {});
        server.send(1, "there");
        server.send(3,
                    R"({"status":"Failure","reason":"NonZeroExitCode","details":{"causes":)"
                    R"([{"reason":"ExitCode","message":"3"}]}})");
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(output, "hello there");
        const auto exit = finished[0][0].value<kube::ExitStatus>();
        QVERIFY(!exit.error);
        QCOMPARE(exit.code, 3);
        server.socket->close();
        QTest::qWait(0);
        QCOMPARE(finished.size(), 1);
    }

    void anOldServerIsRemembered()
    {
        FakeExec server({u"v4.channel.k8s.io"_s});
        kube::Identity identity({.server = server.url()});
        kube::ApiClient client(identity);
        for (int i = 0; i < 2; ++i) {
            kube::ExecSession session(client, u"a"_s, u"b"_s, {.command = {u"sh"_s}});
            QSignalSpy opened(&session, &kube::ExecSession::opened);
            session.start();
            QTRY_COMPARE(opened.size(), 1);
        }
        QCOMPARE(server.connections, 3); // v5 and v4, then v4 at once
    }

    void aSocketThatNobodyHoldsIsGone()
    {
        FakeExec server({u"v5.channel.k8s.io"_s});
        kube::Identity identity({.server = server.url()});
        kube::ApiClient client(identity);
        std::weak_ptr<QWebSocket> socket;
        {
            const auto answer = client.openWebSocket(u"/exec"_s, {}, {u"v5.channel.k8s.io"_s});
            QTRY_VERIFY(answer.isFinished());
            QVERIFY(answer.result());
            socket = *answer.result();
            QVERIFY(!socket.expired());
        }
        QVERIFY(socket.expired()); // though the client still is
    }

    /// A shell that is cut off and asked for again, for hours: nothing of it waits for a time-out.
    void aSessionThatHasEndedLeavesNothingBehind()
    {
        FakeExec server({u"v5.channel.k8s.io"_s});
        kube::Identity identity({.server = server.url()});
        kube::ApiClient client(identity);
        {
            kube::ExecSession session(client, u"a"_s, u"b"_s, {.command = {u"sh"_s}});
            QSignalSpy opened(&session, &kube::ExecSession::opened);
            QSignalSpy finished(&session, &kube::ExecSession::finished);
            session.start();
            QTRY_COMPARE(opened.size(), 1);
            server.socket->abort();
            QTRY_COMPARE(finished.size(), 1);
        }
        // What QTimer::singleShot() makes belongs to the thread's event dispatcher.
        QTRY_COMPARE(QAbstractEventDispatcher::instance()->findChildren<QObject *>().size(), 0);
    }

    void aTextMessageIsAnError()
    {
        FakeExec server({u"v5.channel.k8s.io"_s});
        kube::Identity identity({.server = server.url()});
        kube::ApiClient client(identity);
        kube::ExecSession session(client, u"a"_s, u"b"_s, {.command = {u"sh"_s}});
        QSignalSpy finished(&session, &kube::ExecSession::finished);
        session.start();
        QTRY_VERIFY(session.isOpen());
        server.socket->sendTextMessage(u"hello"_s);
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(finished[0][0].value<kube::ExitStatus>().error->kind,
                 kube::Error::Kind::Malformed);
        QVERIFY(!session.isOpen());
        QVERIFY(!session.write("more"));
    }

    void aLostConnectionIsAnError()
    {
        FakeExec server({u"v5.channel.k8s.io"_s});
        kube::Identity identity({.server = server.url()});
        kube::ApiClient client(identity);
        kube::ExecSession session(client, u"a"_s, u"b"_s, {.command = {u"sh"_s}});
        QSignalSpy finished(&session, &kube::ExecSession::finished);
        session.start();
        QTRY_VERIFY(session.isOpen());
        server.socket->abort();
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(finished[0][0].value<kube::ExitStatus>().error->kind,
                 kube::Error::Kind::Unreachable);
    }

    void closingFinishes()
    {
        FakeExec server({u"v5.channel.k8s.io"_s});
        kube::Identity identity({.server = server.url()});
        kube::ApiClient client(identity);
        kube::ExecSession session(client, u"a"_s, u"b"_s, {.command = {u"sh"_s}});
        QSignalSpy finished(&session, &kube::ExecSession::finished);
        session.start();
        QTRY_VERIFY(session.isOpen());
        session.close();
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(finished[0][0].value<kube::ExitStatus>().error->reason, u"Closed"_s);
    }

    void nobodyThereIsAnError()
    {
        kube::Identity identity({.server = u"http://127.0.0.1:9"_s});
        kube::ApiClient client(identity);
        kube::ExecSession session(client, u"a"_s, u"b"_s, {.command = {u"sh"_s}});
        QSignalSpy finished(&session, &kube::ExecSession::finished);
        session.start();
        QTRY_COMPARE(finished.size(), 1);
        QVERIFY(finished[0][0].value<kube::ExitStatus>().error);
    }

    void pausingHoldsTheServerBack()
    {
        FakeExec server({u"v5.channel.k8s.io"_s});
        kube::Identity identity({.server = server.url()});
        kube::ApiClient client(identity);
        kube::ExecSession session(client, u"a"_s, u"b"_s, {.command = {u"sh"_s}});
        qint64 arrived = 0;
        connect(&session, &kube::ExecSession::standardOutput, this,
                [&arrived](const QByteArray &bytes) { arrived += bytes.size(); });
        session.start();
        QTRY_VERIFY(session.isOpen());
        session.setPaused(true);
        const QByteArray block(32 * 1024, 'x');
        for (int i = 0; i < 1000; ++i)
            server.send(1, block);
        qint64 left = 0; // until the network takes no more
        QTRY_VERIFY(std::exchange(left, server.socket->bytesToWrite()) == left && left > 0);
        const auto before = arrived;
        QVERIFY(session.write("\x03")); // keys still pass
        QTRY_COMPARE(server.received(0), "\x03");
        QCOMPARE(arrived, before);
        session.setPaused(false);
        QTRY_COMPARE(arrived, 1000 * block.size());
    }

    void inputIsBounded()
    {
        FakeExec server({u"v5.channel.k8s.io"_s});
        kube::Identity identity({.server = server.url()});
        kube::ApiClient client(identity);
        kube::ExecSession session(client, u"a"_s, u"b"_s, {.command = {u"sh"_s}});
        QVERIFY(!session.write(QByteArray(64 * 1024 + 1, 'x')));
        session.start();
        QTRY_VERIFY(session.isOpen());
        QVERIFY(!session.write(QByteArray(5 * 1024 * 1024, 'x')));
        const QByteArray large(3 * 1024 * 1024, 'y');
        QVERIFY(session.write(large));
        QTRY_COMPARE(server.received(0), large);
    }
};

QTEST_GUILESS_MAIN(ExecSessionTest)
#include "tst_execsession.moc"
