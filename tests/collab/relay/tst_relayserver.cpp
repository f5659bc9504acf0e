// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/relay/server.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTcpSocket>
#include <QTest>

using namespace Qt::StringLiterals;

class RelayServerTest : public QObject
{
    Q_OBJECT

private:
    struct Answer
    {
        int status = 0;
        QJsonObject body = {};
    };

    void start(relay::ConnectionLimits limits = {})
    {
        m_server = std::make_unique<relay::Server>(limits);
        const auto port = m_server->listen(QHostAddress::LocalHost, 0);
        QVERIFY(port);
        m_port = *port;
    }

    Answer get(const QString &path)
    {
        QNetworkAccessManager network;
        std::unique_ptr<QNetworkReply> reply(
            network.get(QNetworkRequest(QUrl(u"http://127.0.0.1:%1%2"_s.arg(m_port).arg(path)))));
        [&] { QTRY_VERIFY(reply->isFinished()); }();
        return {.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(),
                .body = QJsonDocument::fromJson(reply->readAll()).object()};
    }

    std::unique_ptr<QTcpSocket> connected()
    {
        auto socket = std::make_unique<QTcpSocket>();
        socket->connectToHost(QHostAddress::LocalHost, m_port);
        [&] { QTRY_COMPARE(socket->state(), QTcpSocket::ConnectedState); }();
        return socket;
    }

    std::unique_ptr<relay::Server> m_server;
    quint16 m_port = 0;

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }
    void cleanup() { m_server.reset(); }

    void healthIsAnsweredWhateverTheChecksSay()
    {
        start();
        m_server->addReadinessCheck(u"store"_s, [] { return u"is full"_s; });
        QCOMPARE(get(u"/healthz"_s).status, 200);
    }

    void readyNamesThePartThatIsNot()
    {
        start();
        QString problem;
        m_server->addReadinessCheck(u"store"_s, [&] { return problem; });
        m_server->addReadinessCheck(u"cluster"_s, [] { return QString(); });
        auto answer = get(u"/readyz"_s);
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.body.value("ready"_L1).toBool(), true);

        problem = u"is full"_s;
        answer = get(u"/readyz"_s);
        QCOMPARE(answer.status, 503);
        QCOMPARE(answer.body.value("ready"_L1).toBool(), false);
        const auto checks = answer.body.value("checks"_L1).toObject();
        QCOMPARE(checks.value("store"_L1).toString(), u"is full"_s);
        QCOMPARE(checks.value("cluster"_L1).toString(), u"ok"_s);
    }

    void otherAddressesAreNotFound()
    {
        start();
        QCOMPARE(get(u"/etc/passwd"_s).status, 404);
    }

    void aTakenPortSaysWhy()
    {
        start();
        relay::Server second;
        const auto port = second.listen(QHostAddress::LocalHost, m_port);
        QVERIFY(!port);
        QVERIFY(!port.error().isEmpty());
    }

    void aRequestWithoutAnEndCostsItsConnectionOnly()
    {
        start({.unanswered = 20'000});
        const auto other = connected();
        const auto socket = connected();
        socket->write("POST /healthz HTTP/1.1\r\nHost: x\r\nContent-Length: 9000000\r\n\r\n");
        const QByteArray block(10'000, 'x');
        QTRY_VERIFY((socket->write(block), socket->state() == QTcpSocket::UnconnectedState));
        QCOMPARE(other->state(), QTcpSocket::ConnectedState);
        QCOMPARE(get(u"/healthz"_s).status, 200);
    }

    void aConnectionThatGoesOnAskingIsKept()
    {
        start({.unanswered = 500});
        const auto socket = connected();
        qsizetype answers = 0;
        connect(socket.get(), &QTcpSocket::readyRead, socket.get(),
                [&] { answers += socket->readAll().count("HTTP/1.1 200"); });
        for (int asked = 1; asked <= 50; ++asked) {
            socket->write("GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n");
            QTRY_COMPARE(answers, asked);
        }
    }

    void aConnectionThatGivesWayMayBeInTheMiddleOfItsQuestions()
    {
        start({.connections = 1});
        for (int i = 0; i < 20; ++i) {
            const auto asks = connected();
            asks->write(QByteArray("GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n").repeated(200));
            QTRY_VERIFY(asks->bytesAvailable() > 0);
            const auto next = connected();
            QTRY_COMPARE(asks->state(), QTcpSocket::UnconnectedState);
        }
        QCOMPARE(get(u"/healthz"_s).status, 200);
    }

    /// Answers to one that asks and does not read would fill the memory.
    void whoDoesNotReadGetsNoMoreAnswers()
    {
        start();
        int answers = 0;
        m_server->addText(u"/large"_s, "text/plain", [&answers] {
            ++answers;
            return QByteArray(1024 * 1024, 'x');
        });
        const auto socket = connected();
        socket->setReadBufferSize(1);
        socket->write(QByteArray("GET /large HTTP/1.1\r\nHost: x\r\n\r\n").repeated(200));
        QTRY_COMPARE(m_server->openConnections(), 0);
        QCOMPARE_LT(answers, 100); // what the system takes for both ends is some MiB
    }

    void silenceEndsAConnection()
    {
        start({.silenceMs = 50});
        const auto socket = connected();
        QTRY_COMPARE(socket->state(), QTcpSocket::UnconnectedState);
        QTRY_COMPARE(m_server->openConnections(), 0);
    }

    /// Who only opens connections keeps nobody out.
    void aNewConnectionTakesThePlaceOfTheOldest()
    {
        start({.connections = 2});
        const auto first = connected();
        auto second = connected();
        QTRY_COMPARE(m_server->openConnections(), 2);
        const auto third = connected();
        QTRY_COMPARE(first->state(), QTcpSocket::UnconnectedState);
        QTRY_COMPARE(m_server->openConnections(), 2);
        QCOMPARE(second->state(), QTcpSocket::ConnectedState);
        QCOMPARE(get(u"/healthz"_s).status, 200);
        QTRY_COMPARE(second->state(), QTcpSocket::UnconnectedState);
        QCOMPARE(third->state(), QTcpSocket::ConnectedState);
    }
};

QTEST_GUILESS_MAIN(RelayServerTest)
#include "tst_relayserver.moc"
