// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/reflectorfixture.h"

#include <QTcpServer>
#include <QTcpSocket>

#include <memory>

/// What servers and networks do wrong, and that nothing is lost or doubled by it.
class ReflectorFaultsTest : public ReflectorFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { startServer(); }
    void cleanup() { stopServer(); }

    void aRestartedServerIsCaughtUpWith()
    {
        fill(20);
        const auto follower = follow();
        QTRY_COMPARE(follower->reflector->state(), State::Live);
        QTRY_COMPARE(m_server->openWatches(), 1);
        m_server->stop();
        QTRY_COMPARE(follower->reflector->state(), State::Stale);
        QVERIFY(follower->reflector->lastError());
        fill(5, u"2"_s);
        QVERIFY(m_server->store().remove(refOf(u"map-9"_s)));
        QVERIFY(m_server->listen(m_server->port()));
        QTRY_COMPARE(follower->reflector->state(), State::Live);
        QTRY_COMPARE(follower->known, truth());
        QVERIFY(!follower->reflector->lastError());
        QCOMPARE(follower->lists, 1); // watched on from where it was
        QCOMPARE(follower->changes, 6); // nothing twice
    }

    void aListCutShortStartsAgain()
    {
        fill(600);
        script().add({.action = demo::Fault::Action::Cut,
                      .path = MapsPath,
                      .queryContains = u"continue="_s,
                      .times = 1,
                      .cutAfter = 2000});
        const auto follower = follow();
        QTRY_COMPARE(follower->reflector->state(), State::Live);
        QCOMPARE(follower->known, truth());
        QVERIFY(!follower->doubled);
        QCOMPARE(follower->lists, 1);
    }

    void aConnectionCutInsideAnEventLosesNothing()
    {
        put(u"a"_s);
        script().add({.action = demo::Fault::Action::Cut,
                      .path = MapsPath,
                      .queryContains = u"watch=true"_s,
                      .times = 1,
                      .cutAfter = 100});
        const auto follower = follow();
        QTRY_COMPARE(m_server->openWatches(), 1);
        fill(5);
        QTRY_COMPARE(follower->known, truth());
        QTRY_COMPARE(follower->reflector->state(), State::Live);
        QCOMPARE(follower->lists, 1);
    }

    void garbageInTheWatchIsRecoveredFrom()
    {
        put(u"a"_s);
        script().add({.path = MapsPath,
                      .queryContains = u"watch=true"_s,
                      .times = 1,
                      .code = 200,
                      .body = "{\"type\":\"ADDED\",\"obj\xff!!\nnonsense\n"});
        script().add({.action = demo::Fault::Action::Garbage,
                      .path = MapsPath,
                      .queryContains = u"watch=true"_s,
                      .times = 1});
        const auto follower = follow();
        QTRY_COMPARE(m_server->openWatches(), 1);
        QTRY_COMPARE(follower->reflector->state(), State::Live);
        put(u"b"_s);
        QTRY_COMPARE(follower->known, truth());
        QVERIFY(follower->states.contains(State::Stale));
    }

    void aListThatIsNoListIsRecoveredFrom()
    {
        put(u"a"_s);
        script().answer(MapsPath, 200, "<html>sign in</html>", 2);
        const auto follower = follow();
        QTRY_COMPARE(follower->reflector->state(), State::Live);
        QCOMPARE(follower->known, truth());
    }

    void retryAfterIsKept_data()
    {
        QTest::addColumn<int>("code");
        QTest::newRow("too many requests") << 429;
        QTest::newRow("service unavailable") << 503;
    }

    void retryAfterIsKept()
    {
        QFETCH(int, code);
        script().throttle(MapsPath, code, 1, 1);
        QElapsedTimer timer;
        timer.start();
        const auto follower = follow();
        QTRY_COMPARE(follower->reflector->state(), State::Stale);
        QCOMPARE(follower->reflector->lastError()->code, code);
        QTRY_COMPARE(follower->reflector->state(), State::Live);
        QVERIFY(timer.elapsed() >= 1000);
    }

    void aWatchIsAskedForAgainWhenTheServerSays()
    {
        put(u"a"_s);
        script().add({.path = MapsPath,
                      .queryContains = u"watch=true"_s,
                      .times = 1,
                      .code = 429,
                      .body = R"({"kind":"Status","code":429,"details":{"retryAfterSeconds":1}})"});
        QElapsedTimer timer;
        timer.start();
        const auto follower = follow();
        QTRY_COMPARE(follower->reflector->state(), State::Stale);
        put(u"b"_s);
        QTRY_COMPARE(follower->known, truth());
        QVERIFY(timer.elapsed() >= 1000);
        QCOMPARE(follower->lists, 1); // from where it was
    }

    void goneInTheMiddleOfAWatchListsAgain()
    {
        fill(3);
        script().add({.path = MapsPath,
                      .queryContains = u"watch=true"_s,
                      .times = 1,
                      .code = 200,
                      .body = R"({"type":"BOOKMARK","object":{"kind":"ConfigMap","metadata":)"
                              R"({"resourceVersion":"1"}}})"
                              "\n"
                              R"({"type":"ERROR","object":{"kind":"Status","code":410,)"
                              R"("reason":"Expired","message":"too old resource version"}})"
                              "\n"});
        const auto follower = follow();
        QTRY_COMPARE(follower->lists, 2);
        QTRY_COMPARE(m_server->openWatches(), 1);
        QTRY_COMPARE(follower->reflector->state(), State::Live);
        put(u"b"_s);
        QTRY_COMPARE(follower->known, truth());
        QVERIFY(!follower->doubled);
    }

    void aRefusalSaysWhyAndIsAskedAgain()
    {
        script().forbid({.verb = u"list"_s, .resource = u"configmaps"_s});
        const auto follower = follow();
        QTRY_COMPARE(follower->reflector->state(), State::Refused);
        const auto error = *follower->reflector->lastError();
        QCOMPARE(error.kind, kube::Error::Kind::Forbidden);
        QVERIFY2(error.message.contains("cannot list resource"_L1), qPrintable(error.message));
        script().clear();
        QTRY_COMPARE(follower->reflector->state(), State::Live);
        QVERIFY(!follower->reflector->lastError());
    }

    void bookmarksMoveTheVersionOn()
    {
        m_server->options().bookmarkEvery = std::chrono::milliseconds(30);
        put(u"a"_s);
        const auto follower = follow();
        QTRY_COMPARE(m_server->openWatches(), 1);
        // Writes to another kind: this watch hears of them only by bookmarks.
        m_server->store().put(
            {{u"apiVersion"_s, u"v1"_s},
             {u"kind"_s, u"Secret"_s},
             {u"metadata"_s, QJsonObject{{u"name"_s, u"s"_s}, {u"namespace"_s, u"shop"_s}}}});
        m_server->store().compact();
        const auto revision = QString::number(m_server->store().revision());
        QTest::qWait(100); // a bookmark comes by
        m_server->dropConnections();
        QTRY_COMPARE(script().count(MapsPath, u"resourceVersion="_s + revision), 1);

        QTRY_COMPARE(m_server->openWatches(), 1);
        put(u"b"_s);
        QTRY_COMPARE(follower->known, truth());
        QCOMPARE(follower->lists, 1);
    }

    void aSilentConnectionIsGivenUpWhenTheServerIsBack()
    {
        put(u"a"_s);
        const auto follower = follow();
        QTRY_COMPARE(follower->reflector->state(), State::Live);
        QTRY_COMPARE(m_server->openWatches(), 1);
        script().setWatchesSilent(true);
        m_client->setReachable(false);
        QCOMPARE(follower->reflector->state(), State::Stale);
        put(u"b"_s); // lost on the silent connection
        script().setWatchesSilent(false);
        m_client->setReachable(true);
        QTRY_COMPARE(follower->reflector->state(), State::Live);
        QTRY_COMPARE(follower->known, truth());
    }

    void aSilentWatchIsGivenUpByItself()
    {
        auto impatient = options();
        impatient.pace.silentWatch = 100;
        Follower follower(*m_client, impatient);
        follower.reflector->start();
        QTRY_COMPARE(m_server->openWatches(), 1);
        script().setWatchesSilent(true);
        put(u"b"_s);
        script().setWatchesSilent(false);
        QTRY_COMPARE(follower.known, truth());
    }

    void aListThatStopsInTheMiddleIsGivenUp()
    {
        QTcpServer halfway;
        QVERIFY(halfway.listen(QHostAddress::LocalHost));
        const auto asked = std::make_shared<int>(0);
        connect(&halfway, &QTcpServer::newConnection, this, [&halfway, asked] {
            auto *socket = halfway.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [socket, asked] {
                if (socket->readAll().contains("\r\n\r\n"))
                    ++*asked;
                socket->write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
                              "Content-Length: 5000\r\n\r\n{\"kind\":\"List\",\"items\":[");
            });
        });
        kube::Identity identity({.server = u"http://127.0.0.1:%1"_s.arg(halfway.serverPort())});
        kube::ApiClient client(identity);
        auto impatient = options();
        impatient.pace.silentList = 100;
        Follower follower(client, impatient);
        follower.reflector->start();
        QTRY_COMPARE(follower.reflector->state(), State::Stale);
        QCOMPARE(follower.reflector->lastError()->kind, kube::Error::Kind::Timeout);
        QTRY_VERIFY(*asked > 1);

        // The same when somebody else has noticed that the server was away.
        *asked = 0;
        auto patient = options();
        Follower other(client, patient);
        other.reflector->start();
        follower.reflector->stop();
        QTRY_COMPARE(*asked, 1);
        client.setReachable(false);
        client.setReachable(true);
        QTRY_COMPARE(*asked, 2);
    }
};

QTEST_GUILESS_MAIN(ReflectorFaultsTest)
#include "tst_reflectorfaults.moc"
