// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/api/apiclient.h"
#include "kube/auth/identity.h"

#include <QSslSocket>
#include <QTcpServer>
#include <QTest>

using namespace Qt::StringLiterals;

/// Leaving HTTP: credentials, refusals, answers that are none.
class RawUpgradeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void whatTheServerSaysAfterTheHeadIsKept()
    {
        const auto answer = answered("HTTP/1.1 101 Switching Protocols\r\nUpgrade: SPDY/3.1\r\n"
                                     "X-Stream-Protocol-Version: p\r\n\r\nfirst words");
        QVERIFY(answer.has_value());
        QCOMPARE(answer->headers.value("Upgrade"), "SPDY/3.1");
        QTRY_COMPARE(answer->socket->bytesAvailable(), 11);
        QCOMPARE(answer->socket->readAll(), "first words");
    }

    void aRefusalIsReadInFull_data()
    {
        QTest::addColumn<QByteArray>("body");
        const QByteArray status =
            "{\"kind\":\"Status\",\"reason\":\"Forbidden\",\"message\":\"not you\"}";
        QTest::newRow("with a length") << QByteArray(
            "Content-Length: " + QByteArray::number(status.size()) + "\r\n\r\n" + status);
        QTest::newRow("in chunks") << QByteArray("Transfer-Encoding: chunked\r\n\r\n"
                                                 + QByteArray::number(status.size(), 16) + "\r\n"
                                                 + status + "\r\n0\r\n\r\n");
    }

    void aRefusalIsReadInFull()
    {
        QFETCH(const QByteArray, body);
        const auto answer = answered("HTTP/1.1 403 Forbidden\r\n" + body);
        QVERIFY(!answer.has_value());
        QCOMPARE(answer.error().kind, kube::Error::Kind::Forbidden);
        QCOMPARE(answer.error().reason, u"Forbidden"_s);
        QCOMPARE(answer.error().message, u"not you"_s);
    }

    void whatIsNoAnswerEnds_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("no HTTP") << QByteArray("garbage\r\n\r\n");
        QTest::newRow("endless head")
            << QByteArray("HTTP/1.1 101 X\r\nA: ") + QByteArray(70'000, 'a');
        QTest::newRow("success without a change")
            << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
    }

    void whatIsNoAnswerEnds()
    {
        QFETCH(const QByteArray, bytes);
        QVERIFY(!answered(bytes).has_value());
    }

    void nobodyThereIsSaid()
    {
        QTcpServer server;
        server.listen(QHostAddress::LocalHost);
        const auto url = u"http://127.0.0.1:%1"_s.arg(server.serverPort());
        server.close();
        kube::Identity identity({.server = url});
        kube::ApiClient client(identity);
        const auto answer = client.openUpgrade({.path = u"/x"_s, .upgrade = "SPDY/3.1"});
        QTRY_VERIFY(answer.isFinished());
        QCOMPARE(answer.result().error().kind, kube::Error::Kind::Unreachable);
    }

private:
    static kube::Result<kube::UpgradedSocket> answered(const QByteArray &bytes)
    {
        QTcpServer server;
        server.listen(QHostAddress::LocalHost);
        QByteArray request;
        QObject::connect(&server, &QTcpServer::newConnection, &server, [&] {
            auto *socket = server.nextPendingConnection();
            QObject::connect(socket, &QTcpSocket::readyRead, socket, [&request, socket, bytes] {
                request += socket->readAll();
                if (request.endsWith("\r\n\r\n"))
                    socket->write(bytes);
            });
        });
        kube::Identity identity(
            {.server = u"http://127.0.0.1:%1/prefix"_s.arg(server.serverPort())});
        kube::ApiClient client(identity);
        const auto answer = client.openUpgrade({.path = u"/a/b"_s, .upgrade = "SPDY/3.1"});
        [&] { QTRY_VERIFY(answer.isFinished()); }();
        [&] {
            QVERIFY(request.startsWith("POST /prefix/a/b HTTP/1.1\r\n"));
            QVERIFY(request.contains("\r\nUpgrade: SPDY/3.1\r\n"));
        }();
        return answer.result();
    }
};

QTEST_GUILESS_MAIN(RawUpgradeTest)
#include "tst_rawupgrade.moc"
