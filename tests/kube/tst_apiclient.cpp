// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/api/apiclient.h"

#include "kube/api/apistream.h"
#include "kube/auth/identity.h"
#include "kube/demo/apiserver.h"
#include "rawserver.h"
#include "support/pods.h"

#include <QSignalSpy>
#include <QTest>
#include <QWebSocket>

using namespace Qt::StringLiterals;
using kube::Error;

static const kube::ObjectRef WebPod{
    .gvr = {{}, u"v1"_s, u"pods"_s}, .nameSpace = u"shop"_s, .name = u"web"_s};
static const QString PodPath = u"/api/v1/namespaces/shop/pods/web"_s;

static QList<QByteArray> linesOf(const QByteArray &head, const QByteArray &name)
{
    QList<QByteArray> values;
    for (const auto &line : head.split('\n')) {
        const auto colon = line.indexOf(':');
        if (colon > 0 && line.first(colon).toLower() == name.toLower())
            values.append(line.mid(colon + 1).trimmed());
    }
    return values;
}

class ApiClientTest : public QObject
{
    Q_OBJECT

private:
    struct Client
    {
        explicit Client(const kube::ClientConfig &config)
            : identity(config)
            , client(std::make_unique<kube::ApiClient>(identity))
        {
        }
        explicit Client(const QString &server)
            : Client(kube::ClientConfig{.server = server})
        {
        }
        kube::Identity identity;
        std::unique_ptr<kube::ApiClient> client;
        kube::ApiClient *operator->() const { return client.get(); }
    };

    template<typename T>
    static kube::Result<T> wait(const QFuture<kube::Result<T>> &future)
    {
        if (!QTest::qWaitFor([&] { return future.isFinished(); }, 5000) || future.isCanceled())
            return std::unexpected(Error{.message = u"no answer to the test"_s});
        return future.result();
    }

    demo::ApiServer m_server;

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_server.listen()); }
    void init() { QTest::failOnWarning(); }
    void cleanup()
    {
        m_server.script().clear();
        m_server.script().clearRequests();
    }

    void getReadsAnObject()
    {
        Client client(m_server.url().toString());
        m_server.script().answer(PodPath, 200, R"({"kind": "Pod"})");
        const auto answer = wait(client->get(WebPod));
        QVERIFY(answer.has_value());
        QCOMPARE(answer->value("kind"_L1).toString(), u"Pod"_s);
    }

    void sendHandsOutWhatTheHeadersSay()
    {
        RawServer server([](const QByteArray &) {
            return RawServer::http(200, "x", "Content-Type: text/y\r\nWarning: 299 - \"old\"\r\n");
        });
        Client client(server.url());
        const auto answer = wait(client->send({.path = u"/x"_s}));
        QVERIFY(answer.has_value());
        QCOMPARE(*answer, (kube::ApiAnswer{"x", "text/y", "299 - \"old\""}));
    }

    void anAnswerThatIsNoObjectIsMalformed()
    {
        Client client(m_server.url().toString());
        m_server.script().answer(PodPath, 200, "[1]");
        QCOMPARE(wait(client->get(WebPod)).error().kind, Error::Kind::Malformed);
    }

    void eachStatusHasItsKind_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<Error::Kind>("kind");
        using enum Error::Kind;
        const std::vector<std::pair<int, Error::Kind>> kinds{
            {302, Other},    {400, Invalid}, {401, Unauthorized},    {403, Forbidden},
            {404, NotFound}, {405, Other},   {408, Timeout},         {409, Conflict},
            {410, Gone},     {422, Invalid}, {429, TooManyRequests}, {500, Server},
            {502, Server},   {503, Server},  {504, Timeout}};
        for (const auto &[code, kind] : kinds)
            QTest::addRow("%d", code) << code << kind;
    }

    void eachStatusHasItsKind()
    {
        QFETCH(int, code);
        QFETCH(Error::Kind, kind);
        Client client(m_server.url().toString());
        m_server.script().fail(PodPath, code, u"TheReason"_s);
        const auto answer = wait(client->get(WebPod));
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, kind);
        QCOMPARE(answer.error().code, code);
        QCOMPARE(answer.error().reason, u"TheReason"_s);
        QCOMPARE(answer.error().message, u"scripted failure: TheReason"_s);
        QCOMPARE(m_server.script().count(PodPath), 1);
    }

    void retryAfterIsReadAsSecondsAndAsADate()
    {
        const auto date = QLocale::c().toString(QDateTime::currentDateTimeUtc().addSecs(120),
                                                u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s);
        QByteArray header = "Retry-After: 7\r\n";
        RawServer server(
            [&](const QByteArray &) { return RawServer::http(429, "slow down", header); });
        Client client(server.url());
        QCOMPARE(wait(client->send({.path = u"/x"_s})).error().retryAfterSeconds, 7);
        header = "Retry-After: " + date.toLatin1() + "\r\n";
        const int seconds = wait(client->send({.path = u"/x"_s})).error().retryAfterSeconds;
        QVERIFY2(seconds > 110 && seconds <= 120, qPrintable(QString::number(seconds)));
        header = "Retry-After: -5\r\n";
        QCOMPARE(wait(client->send({.path = u"/x"_s})).error().retryAfterSeconds, 0);
        header = "Retry-After: soon\r\n";
        QCOMPARE(wait(client->send({.path = u"/x"_s})).error().retryAfterSeconds, 0);
    }

    void retryAfterIsReadFromTheStatus()
    {
        Client client(m_server.url().toString());
        m_server.script().answer(PodPath, 503,
                                 R"({"kind": "Status", "details": {"retryAfterSeconds": 3}})");
        QCOMPARE(wait(client->get(WebPod)).error().retryAfterSeconds, 3);
    }

    void anHtmlBodyIsKeptInShort()
    {
        Client client(m_server.url().toString());
        m_server.script().answer(PodPath, 502,
                                 "<html>\n <h1>Bad Gateway</h1>" + QByteArray(9000, 'x'));
        const auto error = wait(client->get(WebPod)).error();
        QCOMPARE(error.kind, Error::Kind::Server);
        QCOMPARE(error.reason, QString());
        QVERIFY(error.message.startsWith("<html> <h1>Bad Gateway</h1>"_L1));
        QVERIFY(error.message.size() <= 500);
    }

    void nobodyListensIsUnreachable()
    {
        QString nowhere;
        {
            RawServer server;
            nowhere = server.url();
        }
        Client client(kube::ClientConfig{.server = nowhere, .token = u"s3cret"_s});
        const auto error =
            wait(client->send({.path = u"/x"_s, .query = QUrlQuery(u"token=s3cret"_s)})).error();
        QCOMPARE(error.kind, Error::Kind::Unreachable);
        QCOMPARE(error.code, 0);
        QVERIFY(!error.message.isEmpty());
        QVERIFY(!error.message.contains("s3cret"_L1));
    }

    void aServerThatSaysNothingTimesOut()
    {
        Client client(m_server.url().toString());
        m_server.script().hang(u"/x"_s);
        const auto answer = wait(client->send({.path = u"/x"_s, .silenceMs = 100}));
        QCOMPARE(answer.error().kind, Error::Kind::Timeout);
        QCOMPARE(answer.error().code, 0);
    }

    void aConnectionCutInTheBodyIsAnError()
    {
        RawServer server([](const QByteArray &) {
            return QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{}");
        });
        server.setCloseAfterAnswer(true);
        Client client(server.url());
        const auto answer = wait(client->send({.path = u"/x"_s}));
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, Error::Kind::Unreachable);
    }

    void aChunkedBodyCutShortIsAnError()
    {
        RawServer server([](const QByteArray &) {
            return QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n");
        });
        server.setCloseAfterAnswer(true);
        Client client(server.url());
        QVERIFY(!wait(client->send({.path = u"/x"_s})));
    }

    void bytesThatAreNoHttpAreAnError()
    {
        m_server.script().garbage(u"/x"_s);
        Client client(m_server.url().toString());
        const auto answer = wait(client->send({.path = u"/x"_s}));
        QVERIFY(!answer);
        QVERIFY(!answer.error().message.isEmpty());
    }

    void aBodyOverTheLimitIsMalformed()
    {
        Client client(m_server.url().toString());
        m_server.script().answer(u"/x"_s, 200, QByteArray(200'000, ' '));
        const auto answer = wait(client->send({.path = u"/x"_s, .bodyLimit = 100'000}));
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, Error::Kind::Malformed);
        QVERIFY(answer.error().message.contains("100000"_L1));
    }

    void destroyingTheClientCancelsItsCalls()
    {
        m_server.script().hang(u"*"_s);
        QFuture<kube::Result<QJsonObject>> object;
        QFuture<kube::Result<kube::ApiAnswer>> answer;
        QFuture<kube::Result<std::shared_ptr<QWebSocket>>> socket;
        {
            Client client(m_server.url().toString());
            object = client->get(WebPod);
            answer = client->send({.path = u"/x"_s});
            socket = client->openWebSocket(u"/ws"_s, {}, {u"v5.channel.k8s.io"_s});
            QTRY_VERIFY(m_server.script().count(u"/ws"_s) == 1
                        && m_server.script().count(u"/x"_s) == 1);
        }
        QVERIFY(object.isCanceled());
        QVERIFY(answer.isCanceled());
        QVERIFY(socket.isCanceled());
    }

    void destroyingTheClientFromItsOwnAnswerIsSafe()
    {
        Client client(m_server.url().toString());
        bool answered = false;
        client->send({.path = u"/version"_s}).then(this, [&](const auto &) {
            client.client.reset();
            answered = true;
        });
        QTRY_VERIFY(answered);
    }

    void aRefusedWebSocketNamesTheStatus()
    {
        RawServer server([](const QByteArray &) { return RawServer::http(500, "no"); });
        Client client(server.url());
        const auto answer = wait(client->openWebSocket(u"/x"_s, {}, {}));
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, Error::Kind::Server);
        QCOMPARE(answer.error().code, 500);
        QVERIFY2(answer.error().message.startsWith("HTTP 500"_L1),
                 qPrintable(answer.error().message)); // nothing of Qt's inside
    }

    void impersonationGoesInSeparateLines_data()
    {
        QTest::addColumn<bool>("webSocket");
        QTest::newRow("http") << false;
        QTest::newRow("web socket") << true;
    }

    // The server takes each line for one group: "a, b" in one line would be a group of that name.
    void impersonationGoesInSeparateLines()
    {
        QFETCH(bool, webSocket);
        RawServer server([](const QByteArray &) { return RawServer::http(403, "no"); });
        kube::ClientConfig config{.server = server.url()};
        config.impersonate = {.user = u"jane"_s,
                              .uid = u"u-1"_s,
                              .groups = {u"devs"_s, u"ops, night"_s, u"système"_s},
                              .extra = {{u"Example.com/Scopes"_s, {u"view"_s, u"edit"_s}}}};
        Client client(config);
        if (webSocket)
            QVERIFY(!wait(client->openWebSocket(u"/x"_s, {}, {})));
        else
            QVERIFY(!wait(client->send({.path = u"/x"_s})));
        QCOMPARE(server.heads().size(), 1);
        const auto head = server.heads().first();
        QCOMPARE(linesOf(head, "Impersonate-User"), QList<QByteArray>{"jane"});
        QCOMPARE(linesOf(head, "Impersonate-Uid"), QList<QByteArray>{"u-1"});
        QCOMPARE(linesOf(head, "Impersonate-Group"),
                 (QList<QByteArray>{"devs", "ops, night", "syst\xc3\xa8me"}));
        QCOMPARE(linesOf(head, "Impersonate-Extra-example.com%2Fscopes"),
                 (QList<QByteArray>{"view", "edit"}));
    }

    void everyRequestNamesTheProgram()
    {
        RawServer server;
        Client client(server.url());
        QVERIFY(wait(client->send({.path = u"/x"_s})));
        QVERIFY(linesOf(server.heads().first(), "User-Agent").value(0).startsWith("krateyard"));
    }

    void aTokenNeverGoesOverPlainHttp()
    {
        RawServer server([](const QByteArray &) { return RawServer::http(403, "no"); });
        Client client(kube::ClientConfig{
            .server = server.url(), .token = u"s3cret"_s, .username = u"u"_s, .password = u"p"_s});
        QVERIFY(!wait(client->send({.path = u"/x"_s})));
        QVERIFY(!wait(client->openWebSocket(u"/x"_s, {}, {})));
        QCOMPARE(server.heads().size(), 2);
        for (const auto &head : server.heads())
            QVERIFY2(linesOf(head, "Authorization").isEmpty(), head.constData());
    }

    void pathAndQueryArriveAsGiven()
    {
        RawServer server;
        Client client(server.url() + u"/clusters/a%2Fb/"_s);
        QUrlQuery query;
        query.addQueryItem(u"labelSelector"_s, u"a%3D1%2B%262"_s);
        QVERIFY(wait(client->send({.path = u"/api/x%2Fy"_s, .query = query})));
        QVERIFY2(server.heads().first().startsWith(
                     "GET /clusters/a%2Fb/api/x%2Fy?labelSelector=a%3D1%2B%262 HTTP/1.1"),
                 server.heads().first().constData());
    }

    void aStreamEndsOnce()
    {
        Client client(m_server.url().toString());
        m_server.script().answer(u"/x"_s, 200, QByteArray(1'000'000, 'x'));
        const auto stream = client->stream({.path = u"/x"_s});
        qint64 bytes = 0;
        connect(stream.get(), &kube::ApiStream::received, this, [&](const QByteArray &more) {
            bytes += more.size();
            stream->setPaused(true);
            QMetaObject::invokeMethod(
                stream.get(), [&] { stream->setPaused(false); }, Qt::QueuedConnection);
        });
        QSignalSpy ended(stream.get(), &kube::ApiStream::ended);
        stream->start();
        QTRY_COMPARE(ended.size(), 1);
        QCOMPARE(bytes, 1'000'000);
        QVERIFY(!ended[0][0].value<std::optional<Error>>());
        QTest::qWait(0);
        QCOMPARE(ended.size(), 1);
    }

    void aStreamThatWasCutSaysSo()
    {
        Client client(m_server.url().toString());
        m_server.script().answer(u"/x"_s, 403, R"({"kind": "Status", "message": "no"})");
        QSignalSpy lost(client.client.get(), &kube::ApiClient::connectionLost);
        const auto refused = client->stream({.path = u"/x"_s});
        QSignalSpy refusedEnd(refused.get(), &kube::ApiStream::ended);
        refused->start();
        QTRY_COMPARE(refusedEnd.size(), 1);
        QCOMPARE(refusedEnd[0][0].value<std::optional<Error>>()->message, u"no"_s);
        QCOMPARE(lost.size(), 0);

        const auto pods = u"/api/v1/pods"_s;
        const auto watch = client->stream({.path = pods, .query = QUrlQuery(u"watch=true"_s)});
        QSignalSpy opened(watch.get(), &kube::ApiStream::opened);
        QSignalSpy ended(watch.get(), &kube::ApiStream::ended);
        watch->start();
        QTRY_COMPARE(m_server.openWatches(), 1);
        QTRY_COMPARE(opened.size(), 1);
        m_server.dropConnections();
        QTRY_COMPARE(ended.size(), 1);
        QCOMPARE(ended[0][0].value<std::optional<Error>>()->kind, Error::Kind::Unreachable);
        QCOMPARE(lost.size(), 1);
    }

    /// The last reply takes its manager along, while the manager's own thread is still telling it
    /// of bytes. Qt warns when that thread is the one that does it, and then hangs or crashes.
    void aManagerEndsOnTheThreadOfItsReplies()
    {
        m_server.store().put(support::podOf(u"web"_s, {support::containerOf(u"app"_s)}));
        for (int line = 0; line < 20'000; ++line)
            m_server.logs().append({u"shop"_s, u"web"_s, u"app"_s}, QByteArray(100, 'x'));
        Client client(m_server.url().toString());
        const QString path = PodPath + u"/log"_s;
        for (int round = 0; round < 100; ++round) {
            std::vector<std::unique_ptr<kube::ApiStream>> streams;
            int begun = 0;
            for (int i = 0; i < 4; ++i) {
                streams.push_back(client->stream({.path = path}));
                connect(streams.back().get(), &kube::ApiStream::opened, this, [&] { ++begun; });
                streams.back()->start();
            }
            QTRY_COMPARE(begun, 4);
            client->dropConnections();
            streams.clear();
        }
    }
};

QTEST_GUILESS_MAIN(ApiClientTest)
#include "tst_apiclient.moc"
