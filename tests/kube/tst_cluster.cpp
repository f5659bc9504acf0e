// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/cluster.h"

#include "kube/api/apiclient.h"
#include "kube/demo/apiserver.h"
#include "rawserver.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using kube::Cluster;
using kube::Error;
using State = Cluster::State;

static constexpr kube::ClusterPace Fast{.ping = 50,
                                        .pingWhileAway = 30,
                                        .pingTimeout = 150,
                                        .failedGroupsAgain = 100,
                                        .resourcesAgain = 100};

class ClusterTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Cluster> connected(kube::ClusterPace pace = Fast, const QString &token = {})
    {
        auto cluster = std::make_unique<Cluster>(
            kube::ClientConfig{.server = m_server->url().toString(), .token = token}, nullptr,
            pace);
        cluster->connectToServer();
        return cluster;
    }
    demo::Script &script() { return m_server->script(); }

    std::unique_ptr<demo::ApiServer> m_server;

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning();
        m_server = std::make_unique<demo::ApiServer>();
        QVERIFY(m_server->listen());
    }
    void cleanup() { m_server.reset(); }

    void becomesReadyWithVersionAndKinds()
    {
        Cluster cluster({.server = m_server->url().toString()});
        QSignalSpy states(&cluster, &Cluster::stateChanged);
        QSignalSpy resources(&cluster, &Cluster::resourcesChanged);
        QCOMPARE(cluster.state(), State::Connecting);
        cluster.connectToServer();
        QCOMPARE(cluster.state(), State::Connecting);
        QTRY_COMPARE(cluster.state(), State::Ready);
        QCOMPARE(cluster.version(), u"v1.32.3"_s);
        QVERIFY(cluster.lastHeard().isValid());
        QTRY_COMPARE(resources.size(), 1);
        QVERIFY(cluster.hasResources());
        QVERIFY(cluster.resources().find(u"deploy"_s));
        QCOMPARE(states.size(), 1);
    }

    void aServerThatIsAwayIsReachedWhenItComes()
    {
        m_server->stop();
        const auto cluster = connected();
        QTRY_COMPARE(cluster->state(), State::Unreachable);
        QCOMPARE(cluster->lastError()->kind, Error::Kind::Unreachable);
        QVERIFY(!cluster->lastError()->message.isEmpty());
        QVERIFY(!cluster->client().isReachable());
        QVERIFY(m_server->listen(m_server->port()));
        QTRY_COMPARE(cluster->state(), State::Ready);
        QVERIFY(!cluster->lastError());
        QVERIFY(cluster->client().isReachable());
    }

    void silenceIsNoticedAndForgiven()
    {
        const auto cluster = connected();
        QTRY_VERIFY(cluster->hasResources());
        script().hang(u"*"_s);
        QTRY_COMPARE(cluster->state(), State::Unreachable);
        QCOMPARE(cluster->lastError()->kind, Error::Kind::Timeout);
        QTest::qWait(400);
        QVERIFY2(m_server->openConnections() < 5, "pings pile up");
        script().clear();
        QTRY_COMPARE(cluster->state(), State::Ready);
    }

    void anUnknownUserIsRefused()
    {
        m_server->options().tokens = {{"good", u"jane"_s}};
        const auto cluster = connected();
        QTRY_COMPARE(cluster->state(), State::Refused);
        QCOMPARE(cluster->lastError()->kind, Error::Kind::Unauthorized);
        QCOMPARE(cluster->lastError()->message, u"Unauthorized"_s);
        m_server->options().tokens.clear();
        cluster->retry();
        QTRY_COMPARE(cluster->state(), State::Ready);
    }

    void aServerThatHidesItsVersionIsReady()
    {
        script().fail(u"/version"_s, 403, u"Forbidden"_s);
        const auto cluster = connected();
        QTRY_COMPARE(cluster->state(), State::Ready);
        QCOMPARE(cluster->version(), QString());
        QTRY_VERIFY(cluster->hasResources());
    }

    void aSignInPageIsNoCluster()
    {
        RawServer page([](const QByteArray &) { return RawServer::http(200, "<html>Hello"); });
        Cluster cluster({.server = page.url()}, nullptr, Fast);
        cluster.connectToServer();
        QTRY_COMPARE(cluster.state(), State::Unreachable);
        QCOMPARE(cluster.lastError()->kind, Error::Kind::Malformed);
        QVERIFY(!cluster.lastError()->message.isEmpty());
    }

    void anUnusableEntryIsRefused()
    {
        Cluster cluster(
            {.server = u"https://127.0.0.1:1"_s, .certificateAuthority = u"/nowhere/ca.crt"_s},
            nullptr, Fast);
        cluster.connectToServer();
        QTRY_COMPARE(cluster.state(), State::Refused);
        QCOMPARE(cluster.lastError()->kind, Error::Kind::Config);
        QVERIFY(cluster.lastError()->message.contains("/nowhere/ca.crt"_L1));
    }

    void discoveryThatFailsIsTriedAgain()
    {
        script().fail(u"/api"_s, 503, u"ServiceUnavailable"_s, 1);
        const auto cluster = connected();
        QSignalSpy resources(cluster.get(), &Cluster::resourcesChanged);
        QTRY_COMPARE(cluster->state(), State::Ready);
        QTRY_COMPARE(resources.size(), 1);
        QVERIFY(cluster->resources().find(u"po"_s));
        QVERIFY(script().count(u"/api"_s) >= 2);
    }

    void groupsThatFailedAreAskedForAgain()
    {
        script().fail(u"/apis"_s, 503, u"ServiceUnavailable"_s, 1);
        const auto cluster = connected();
        std::vector<bool> hadDeployments;
        connect(cluster.get(), &Cluster::resourcesChanged, this, [&] {
            hadDeployments.push_back(cluster->resources().find(u"deploy"_s) != nullptr);
        });
        QTRY_VERIFY(!hadDeployments.empty());
        QVERIFY(!hadDeployments.front());
        QTRY_VERIFY(cluster->resources().find(u"deploy"_s));
        QVERIFY(cluster->resources().failedGroups.empty());

        // What is known stays known while a group is away.
        script().fail(u"/apis"_s, 503, u"ServiceUnavailable"_s);
        QTRY_COMPARE(cluster->resources().failedGroups.size(), 1);
        QVERIFY(cluster->resources().find(u"deploy"_s));
    }

    void aServerThatAsksToComeBackLaterIsLeftAlone()
    {
        script().throttle(u"/apis"_s, 503, 1, 1);
        const auto cluster = connected();
        QTRY_VERIFY(cluster->hasResources());
        QTest::qWait(300); // several pings
        QCOMPARE(script().count(u"/apis"_s), 1);
        QTRY_VERIFY(cluster->resources().find(u"deploy"_s));

        script().throttle(u"/version"_s, 429, 1, 1);
        const int asked = script().count(u"/version"_s);
        QTRY_VERIFY(script().count(u"/version"_s) > asked);
        const int before = script().count(u"/version"_s);
        QTest::qWait(300);
        QCOMPARE(script().count(u"/version"_s), before);
        QCOMPARE(cluster->state(), State::Ready); // it did answer
        QTRY_VERIFY(script().count(u"/version"_s) > before);
    }

    void aServerThatIsBusyFromTheStartIsLeftAlone()
    {
        script().throttle(u"/version"_s, 503, 1, 1);
        const auto cluster = connected();
        QTRY_COMPARE(cluster->state(), State::Unreachable);
        QTest::qWait(300);
        QCOMPARE(script().count(u"/version"_s), 1);
        QTRY_COMPARE(cluster->state(), State::Ready);
    }

    void newKindsAreFound()
    {
        const auto cluster = connected();
        QTRY_VERIFY(cluster->hasResources());
        QSignalSpy resources(cluster.get(), &Cluster::resourcesChanged);
        QTest::qWait(250);
        QCOMPARE(resources.size(), 0);
        m_server->store().addResource({.group = u"x.example"_s,
                                       .version = u"v1"_s,
                                       .resource = u"boxes"_s,
                                       .singular = u"box"_s,
                                       .kind = u"Box"_s,
                                       .verbs = {u"list"_s}});
        QTRY_VERIFY(cluster->resources().find(u"boxes"_s));
        QCOMPARE(resources.size(), 1);
    }

    void droppingItFromItsOwnSignalIsSafe_data()
    {
        QTest::addColumn<State>("when");
        QTest::newRow("ready") << State::Ready;
        QTest::newRow("unreachable") << State::Unreachable;
    }

    void droppingItFromItsOwnSignalIsSafe()
    {
        QFETCH(State, when);
        if (when == State::Unreachable)
            m_server->stop();
        auto cluster = connected();
        connect(cluster.get(), &Cluster::stateChanged, this, [&] { cluster.reset(); });
        QTRY_VERIFY(!cluster);
        QTest::qWait(20);
    }
};

QTEST_GUILESS_MAIN(ClusterTest)
#include "tst_cluster.moc"
