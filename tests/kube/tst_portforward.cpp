// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/portforward/portforward.h"
#include "support/blasts.h"
#include "support/democlient.h"

#include <QJsonArray>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <sys/socket.h>

using namespace Qt::StringLiterals;
using Kind = kube::ForwardProblem::Kind;
using State = kube::PortForward::State;
using Carrier = kube::ForwardSession::Carrier;

namespace {

constexpr kube::ForwardPace Fast{.firstWait = 20, .forPod = 400, .traffic = 10};

QJsonObject podNamed(const QString &name, const QString &owner = {}, bool ready = true)
{
    QJsonObject meta{{u"name"_s, name},
                     {u"namespace"_s, u"shop"_s},
                     {u"labels"_s, QJsonObject{{u"app"_s, u"web"_s}}}};
    if (!owner.isEmpty())
        meta.insert(u"ownerReferences"_s,
                    QJsonArray{QJsonObject{{u"apiVersion"_s, u"apps/v1"_s},
                                           {u"kind"_s, u"ReplicaSet"_s},
                                           {u"name"_s, owner},
                                           {u"uid"_s, owner},
                                           {u"controller"_s, true}}});
    const QJsonObject port{{u"name"_s, u"http"_s}, {u"containerPort"_s, 8080}};
    const QJsonObject container{{u"name"_s, u"web"_s}, {u"ports"_s, QJsonArray{port}}};
    const QJsonObject condition{{u"type"_s, u"Ready"_s},
                                {u"status"_s, ready ? u"True"_s : u"False"_s}};
    return {{u"apiVersion"_s, u"v1"_s},
            {u"kind"_s, u"Pod"_s},
            {u"metadata"_s, meta},
            {u"spec"_s, QJsonObject{{u"containers"_s, QJsonArray{container}}}},
            {u"status"_s,
             QJsonObject{{u"phase"_s, u"Running"_s}, {u"conditions"_s, QJsonArray{condition}}}}};
}

QJsonObject service()
{
    const QJsonObject port{{u"name"_s, u"web"_s}, {u"port"_s, 80}, {u"targetPort"_s, u"http"_s}};
    return {{u"apiVersion"_s, u"v1"_s},
            {u"kind"_s, u"Service"_s},
            {u"metadata"_s, QJsonObject{{u"name"_s, u"web"_s}, {u"namespace"_s, u"shop"_s}}},
            {u"spec"_s,
             QJsonObject{{u"clusterIP"_s, u"10.0.0.1"_s},
                         {u"selector"_s, QJsonObject{{u"app"_s, u"web"_s}}},
                         {u"ports"_s, QJsonArray{port}}}}};
}

QJsonObject workload(const QString &kind, const QString &name, const QString &owner = {})
{
    auto meta = podNamed(name, owner)["metadata"_L1].toObject();
    if (!owner.isEmpty()) {
        auto reference = meta["ownerReferences"_L1][0].toObject();
        reference.insert(u"kind"_s, u"Deployment"_s);
        meta.insert(u"ownerReferences"_s, QJsonArray{reference});
    }
    const QJsonObject labels{{u"matchLabels"_s, QJsonObject{{u"app"_s, u"web"_s}}}};
    return {{u"apiVersion"_s, u"apps/v1"_s},
            {u"kind"_s, kind},
            {u"metadata"_s, meta},
            {u"spec"_s, QJsonObject{{u"selector"_s, labels}}}};
}

const kube::ForwardTarget ThePod{u"Pod"_s, u"shop"_s, u"web-1"_s};
const kube::ForwardTarget TheService{u"Service"_s, u"shop"_s, u"web"_s};

/// What runs in a pod: says back what it hears, and ends when the other side has.
class Echo : public QTcpServer
{
public:
    Echo()
    {
        setListenBacklogSize(200);
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            while (auto *socket = nextPendingConnection()) {
                ++taken;
                connect(socket, &QTcpSocket::readyRead, socket,
                        [socket] { socket->write(socket->readAll()); });
            }
        });
    }
    int taken = 0;
};

} // namespace

/// Port-forward against the demo server, by both ways that servers offer.
class PortForwardTest : public QObject, private support::DemoClient
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning();
        QVERIFY(serve());
        m_server->store().put(podNamed(u"web-1"_s));
        m_server->store().put(service());
        m_server->podPorts().lead(u"shop"_s, u"web-1"_s, 8080, m_echo.serverPort());
        m_echo.taken = 0;
    }

    void cleanup() { stop(); }

    void aPodAnswersThroughEitherCarrier_data()
    {
        QTest::addColumn<bool>("tunnels");
        QTest::newRow("websocket") << true;
        QTest::newRow("spdy") << false;
    }

    void aPodAnswersThroughEitherCarrier()
    {
        QFETCH(const bool, tunnels);
        m_server->options().forwardTunnels = tunnels;
        const auto forward = started(ThePod, u"8080"_s);
        QTRY_COMPARE(forward->state(), State::Listening);
        QCOMPARE(forward->carrier(), tunnels ? Carrier::WebSocket : Carrier::Spdy);
        QCOMPARE(forward->place().pod, u"web-1"_s);
        const auto socket = connected(*forward);
        socket->write("hello");
        QTRY_COMPARE(socket->bytesAvailable(), 5);
        QCOMPARE(socket->readAll(), "hello");
        QCOMPARE(forward->state(), State::Live);
        QCOMPARE(forward->connections(), 1);
        QCOMPARE(forward->bytesSent(), 5);
        QCOMPARE(forward->bytesReceived(), 5);
        socket->disconnectFromHost();
        QTRY_COMPARE(forward->state(), State::Listening);
        QCOMPARE(forward->sessions(), 1);
    }

    void aServerWithoutTunnelsIsAskedForOneOnlyOnce()
    {
        m_server->options().forwardTunnels = false;
        for (int i = 0; i < 2; ++i) {
            const auto forward = started(ThePod, u"8080"_s);
            QTRY_COMPARE(forward->state(), State::Listening);
        }
        const auto asked = std::ranges::count(m_server->script().requests(), true,
                                              &demo::HttpRequest::isWebSocket);
        QCOMPARE(asked, 1);
    }

    void bothFamiliesAreListenedOnWithOnePort()
    {
        const auto forward = started(ThePod, u"8080"_s);
        QTRY_COMPARE(forward->state(), State::Listening);
        QTcpSocket six;
        six.connectToHost(QHostAddress::LocalHostIPv6, forward->localPort());
        if (!six.waitForConnected(1000))
            QSKIP("no IPv6 here");
        six.write("x");
        QTRY_COMPARE(six.bytesAvailable(), 1);
    }

    void eachDirectionEndsOnItsOwn()
    {
        QTcpServer counter; // says how much it heard, once it has heard all
        counter.listen(QHostAddress::LocalHost);
        connect(&counter, &QTcpServer::newConnection, this, [this, &counter] {
            auto *socket = counter.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [socket] {
                if (socket->peek(100).endsWith('.'))
                    socket->write(QByteArray::number(socket->readAll().size()));
            });
        });
        m_server->podPorts().lead(u"shop"_s, u"web-1"_s, 8081, counter.serverPort());
        const auto forward = started(ThePod, u"8081"_s);
        QTRY_COMPARE(forward->state(), State::Listening);
        const auto socket = connected(*forward);
        QSignalSpy ended(socket.get(), &QTcpSocket::disconnected);
        socket->write("12345.");
        QTRY_COMPARE(socket->bytesAvailable(), 1);
        QCOMPARE(socket->readAll(), "6");
        ::shutdown(int(socket->socketDescriptor()), SHUT_WR);
        QTRY_COMPARE(ended.size(), 1); // the demo's pod ends when we have
        QTRY_COMPARE(forward->connections(), 0);
    }

    void aHundredConnectionsAtOnceKeepTheirBytesApart()
    {
        const auto forward = started(TheService, u"80"_s);
        QTRY_COMPARE(forward->state(), State::Listening);
        std::vector<std::unique_ptr<QTcpSocket>> sockets;
        for (int i = 0; i < 100; ++i) {
            sockets.push_back(connected(*forward));
            sockets.back()->write(QByteArray::number(i).repeated(1000));
        }
        for (int i = 0; i < 100; ++i) {
            const auto expected = QByteArray::number(i).repeated(1000);
            QTRY_COMPARE_WITH_TIMEOUT(sockets[size_t(i)]->bytesAvailable(), expected.size(),
                                      20'000);
            QCOMPARE(sockets[size_t(i)]->readAll(), expected);
        }
        QCOMPARE(forward->connections(), 100);
        QCOMPARE(forward->sessions(), 1);
        sockets.clear();
        QTRY_COMPARE(forward->connections(), 0);
        QCOMPARE(forward->totalConnections(), 100);
    }

    void muchGoesBothWaysUnharmed_data() { aPodAnswersThroughEitherCarrier_data(); }

    void muchGoesBothWaysUnharmed()
    {
        QFETCH(const bool, tunnels);
        m_server->options().forwardTunnels = tunnels;
        const auto forward = started(ThePod, u"8080"_s);
        QTRY_COMPARE(forward->state(), State::Listening);
        const auto socket = connected(*forward);
        auto blast = std::make_shared<support::Blast>(20'000'000);
        QCryptographicHash back(QCryptographicHash::Sha256);
        qint64 got = 0;
        connect(socket.get(), &QTcpSocket::readyRead, this, [&] {
            const auto bytes = socket->readAll();
            got += bytes.size();
            back.addData(bytes);
        });
        support::pour(*socket, blast, false);
        QTRY_COMPARE_WITH_TIMEOUT(got, blast->size(), 60'000);
        QCOMPARE(back.result(), blast->hash());
    }

    void whoDoesNotReadHoldsNobodyElse()
    {
        QTcpServer source; // sends without end
        source.listen(QHostAddress::LocalHost);
        connect(&source, &QTcpServer::newConnection, this, [&source] {
            support::pour(*source.nextPendingConnection(),
                          std::make_shared<support::Blast>(1LL << 40), false);
        });
        m_server->podPorts().lead(u"shop"_s, u"web-1"_s, 8080, source.serverPort());
        const auto forward = started(ThePod, u"8080"_s);
        QTRY_COMPARE(forward->state(), State::Listening);
        const auto lazy = connected(*forward);
        lazy->setReadBufferSize(1000);
        // The demo's server keeps windows, so the lazy one costs nobody else anything.
        QTRY_VERIFY(forward->bytesReceived() > 64 * 1024);
        const auto keen = connected(*forward);
        qint64 got = 0;
        connect(keen.get(), &QTcpSocket::readyRead, this, [&] { got += keen->readAll().size(); });
        QTRY_VERIFY_WITH_TIMEOUT(got > 10'000'000, 30'000);
    }

    void aServicesPortIsFoundByNameAndNumber()
    {
        for (const auto &port : {u"80"_s, u"web"_s}) {
            const auto forward = started(TheService, port);
            QTRY_COMPARE(forward->state(), State::Listening);
            QCOMPARE(forward->place().port, 8080);
        }
        const auto forward = started(TheService, u"81"_s);
        QTRY_COMPARE(forward->state(), State::Failed);
        QCOMPARE(forward->problem().kind, Kind::NoPort);
        QCOMPARE(forward->problem().choices, QStringList{u"80 (web)"_s});
    }

    void aTakenPortIsSaid()
    {
        QTcpServer other;
        QVERIFY(other.listen(QHostAddress::LocalHost));
        kube::PortForward forward(
            *m_client, {.target = ThePod, .port = u"8080"_s, .localPort = other.serverPort()},
            nullptr, Fast);
        forward.start();
        QCOMPARE(forward.state(), State::Failed);
        QCOMPARE(forward.problem().kind, Kind::PortTaken);
        const auto free = kube::ForwardListener::freePort();
        QVERIFY(free > 0 && free != other.serverPort());
    }

    void whatThePodSaysOfAClosedPortIsShown()
    {
        const auto forward = started(ThePod, u"9"_s);
        QTRY_COMPARE(forward->state(), State::Listening);
        const auto socket = connected(*forward);
        QSignalSpy ended(socket.get(), &QTcpSocket::disconnected);
        QTRY_COMPARE(ended.size(), 1);
        QTRY_COMPARE(forward->problem().kind, Kind::PodRefused);
        QVERIFY(forward->problem().detail.contains("connection refused"_L1));
        QCOMPARE(forward->state(), State::Listening);
    }

    void aKilledPodIsFollowedByItsReplacement()
    {
        m_server->store().put(workload(u"Deployment"_s, u"web"_s));
        m_server->store().put(workload(u"ReplicaSet"_s, u"web-a"_s, u"web"_s));
        m_server->store().put(podNamed(u"web-1"_s, u"web-a"_s));
        const auto forward = started(ThePod, u"8080"_s);
        QTRY_COMPARE(forward->state(), State::Listening);
        const auto old = connected(*forward);
        QSignalSpy ended(old.get(), &QTcpSocket::disconnected);
        old->write("a");
        QTRY_COMPARE(old->bytesAvailable(), 1);

        QVERIFY(m_server->store().remove(podRef(u"web-1"_s)));
        QTRY_COMPARE(ended.size(), 1);
        QTRY_COMPARE(forward->state(), State::Waiting);
        QCOMPARE(forward->problem().kind, Kind::NoPod);

        const auto early = connected(*forward); // waits a little
        early->write("b");
        m_server->podPorts().lead(u"shop"_s, u"web-2"_s, 8080, m_echo.serverPort());
        m_server->store().put(podNamed(u"web-2"_s, u"web-b"_s));
        QTRY_COMPARE(early->bytesAvailable(), 1);
        QCOMPARE(forward->place().pod, u"web-2"_s);
        QCOMPARE(forward->state(), State::Live);
    }

    void aRolloutMovesNewConnectionsAndLeavesTheOldOnesAlone()
    {
        const auto forward = started(TheService, u"80"_s);
        QTRY_COMPARE(forward->state(), State::Listening);
        const auto old = connected(*forward);
        old->write("a");
        QTRY_COMPARE(old->bytesAvailable(), 1);
        m_server->podPorts().lead(u"shop"_s, u"web-2"_s, 8080, m_echo.serverPort());
        m_server->store().put(podNamed(u"web-2"_s));
        auto leaving = *m_server->store().get(podRef(u"web-1"_s));
        auto meta = leaving["metadata"_L1].toObject();
        meta.insert(u"deletionTimestamp"_s, u"2026-01-01T00:00:00Z"_s);
        leaving.insert(u"metadata"_s, meta);
        m_server->store().put(leaving);
        QTRY_COMPARE(forward->place().pod, u"web-2"_s);
        old->write("b");
        QTRY_COMPARE(old->bytesAvailable(), 2);
        QVERIFY(m_server->store().remove(podRef(u"web-1"_s), 0));
        QSignalSpy ended(old.get(), &QTcpSocket::disconnected);
        QTRY_COMPARE(ended.size(), 1);
        QTRY_COMPARE(forward->state(), State::Listening);
        QCOMPARE(forward->sessions(), 1);
    }

    void withoutAPodLocalConnectionsAreRefusedAfterAWhile()
    {
        QVERIFY(m_server->store().remove(podRef(u"web-1"_s)));
        const auto forward = started(TheService, u"80"_s);
        QTRY_COMPARE(forward->state(), State::Waiting);
        QCOMPARE(forward->problem().kind, Kind::NoPod);
        const auto socket = connected(*forward);
        QSignalSpy ended(socket.get(), &QTcpSocket::disconnected);
        QTRY_COMPARE(ended.size(), 1);
        QCOMPARE(forward->connections(), 0);
    }

    void aLostServerIsFoundAgain()
    {
        const auto forward = started(ThePod, u"8080"_s);
        QTRY_COMPARE(forward->state(), State::Listening);
        const auto port = m_server->port();
        m_server->stop();
        QTRY_COMPARE(forward->state(), State::Waiting);
        QCOMPARE(forward->problem().kind, Kind::Refused);
        QVERIFY(m_server->listen(port));
        QTRY_COMPARE_WITH_TIMEOUT(forward->state(), State::Listening, 20'000);
        const auto socket = connected(*forward);
        socket->write("x");
        QTRY_COMPARE(socket->bytesAvailable(), 1);
    }

    void aRefusalIsSaidInTheServersWords()
    {
        m_server->script().forbid({.resource = u"pods/portforward"_s});
        const auto forward = started(ThePod, u"8080"_s);
        QTRY_COMPARE(forward->state(), State::Failed);
        QCOMPARE(forward->problem().kind, Kind::Refused);
        QCOMPARE(forward->problem().error.kind, kube::Error::Kind::Forbidden);
        QVERIFY(forward->problem().error.message.contains("cannot create"_L1));
    }

    void stoppingEndsEverything()
    {
        const auto forward = started(ThePod, u"8080"_s);
        QTRY_COMPARE(forward->state(), State::Listening);
        const auto socket = connected(*forward);
        socket->write("x");
        QTRY_COMPARE(socket->bytesAvailable(), 1);
        QSignalSpy ended(socket.get(), &QTcpSocket::disconnected);
        forward->stop();
        QCOMPARE(forward->state(), State::Stopped);
        QCOMPARE(forward->localPort(), 0);
        QTRY_COMPARE(ended.size(), 1);
        forward->start();
        QTRY_COMPARE(forward->state(), State::Listening);
    }

private:
    static kube::ObjectRef podRef(const QString &name)
    {
        return {{{}, u"v1"_s, u"pods"_s}, u"shop"_s, name};
    }
    std::unique_ptr<kube::PortForward> started(const kube::ForwardTarget &target,
                                               const QString &port)
    {
        auto forward = std::make_unique<kube::PortForward>(
            *m_client, kube::ForwardSpec{.target = target, .port = port}, nullptr, Fast);
        forward->start();
        return forward;
    }
    static std::unique_ptr<QTcpSocket> connected(const kube::PortForward &forward)
    {
        auto socket = std::make_unique<QTcpSocket>();
        socket->connectToHost(QHostAddress::LocalHost, forward.localPort());
        if (!socket->waitForConnected(5000))
            qWarning("the local port does not answer");
        return socket;
    }

    Echo m_echo;
};

QTEST_GUILESS_MAIN(PortForwardTest)
#include "tst_portforward.moc"
