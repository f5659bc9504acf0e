// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/auth/identity.h"

#include "keys.h"
#include "kube/api/apiclient.h"
#include "kube/api/apistream.h"
#include "rawserver.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using kube::Error;

/// Credentials go over TLS only, so the server speaks it. It accepts one token.
class IdentityTest : public QObject
{
    Q_OBJECT

private:
    QByteArray answerTo(const QByteArray &head) const
    {
        if (head.startsWith("GET /watch"))
            return "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n";
        if (head.contains(QByteArray("Bearer " + m_accepted + "\r\n")))
            return RawServer::http(200, "{}");
        return RawServer::http(401, R"({"kind":"Status","message":"Unauthorized"})");
    }

    kube::ClientConfig config() const
    {
        return {.userName = u"jane"_s,
                .origin = u"/home/jane/.kube/config"_s,
                .server = m_server->url(),
                .insecureSkipTlsVerify = true};
    }

    /// A plugin that notes each run, and gives token-1, token-2 and so on.
    kube::ClientConfig withPlugin(const QString &expires = {}) const
    {
        const auto name = m_folder->filePath(u"plugin"_s);
        QFile file(name);
        if (!file.open(QIODevice::WriteOnly))
            return {};
        file.write("#!/bin/sh\necho run >> '" + runsFile().toUtf8() + "'\nn=$(wc -l < '"
                   + runsFile().toUtf8()
                   + "')\nsleep 0.1\necho '{\"kind\":\"ExecCredential\",\"apiVersion\":"
                     "\"client.authentication.k8s.io/v1\",\"status\":{\"token\":\"token-'$n'\""
                   + (expires.isEmpty() ? QByteArray()
                                        : ",\"expirationTimestamp\":\"" + expires.toUtf8() + '"')
                   + "}}'\n");
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        auto result = config();
        result.exec =
            kube::ExecConfig{.apiVersion = u"client.authentication.k8s.io/v1"_s, .command = name};
        return result;
    }

    QString runsFile() const { return m_folder->filePath(u"runs"_s); }
    int runs() const
    {
        QFile file(runsFile());
        return file.open(QIODevice::ReadOnly) ? int(file.readAll().count('\n')) : 0;
    }

    void writeToken(const QByteArray &token) const
    {
        QFile file(m_folder->filePath(u"token"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(token);
    }

    static kube::Result<kube::ApiAnswer> ask(kube::ApiClient &client)
    {
        const auto answer = client.send({.path = u"/x"_s});
        if (!QTest::qWaitFor([&] { return answer.isFinished(); }, 5000))
            return std::unexpected(Error{.message = u"no answer to the test"_s});
        return answer.result();
    }

    std::unique_ptr<QTemporaryDir> m_keyFolder;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<RawServer> m_server;
    QSslConfiguration m_tls;
    QByteArray m_accepted;

private Q_SLOTS:
    void initTestCase()
    {
        m_keyFolder = std::make_unique<QTemporaryDir>();
        const Keys keys(m_keyFolder->path());
        if (!keys.isUsable())
            QSKIP("the openssl program is not installed");
        QVERIFY(keys.makeAuthority(u"ca"_s));
        QVERIFY(keys.makeServer(u"server"_s, u"ca"_s));
        m_tls = keys.serverConfiguration(u"server"_s);
    }
    void init()
    {
        QTest::failOnWarning();
        m_folder = std::make_unique<QTemporaryDir>();
        m_server = std::make_unique<RawServer>(
            [this](const QByteArray &head) { return answerTo(head); }, &m_tls);
        m_accepted = "token-1";
    }
    void cleanup() { m_server.reset(); }

    void aPlainServerNeedsNoCertificates()
    {
        kube::Identity identity(kube::ClientConfig{.server = u"http://127.0.0.1:1"_s});
        const auto known = identity.credentials();
        QTRY_VERIFY(known.isFinished());
        QVERIFY(known.result() && !known.result()->tls);
    }

    void simultaneousRequestsShareOneRun()
    {
        kube::Identity identity(withPlugin());
        kube::ApiClient client(identity);
        std::vector<QFuture<kube::Result<kube::ApiAnswer>>> answers;
        answers.reserve(5);
        for (int i = 0; i < 5; ++i)
            answers.push_back(client.send({.path = u"/x"_s}));
        for (const auto &answer : answers) {
            QTRY_VERIFY(answer.isFinished());
            QVERIFY(answer.result());
        }
        QVERIFY(ask(client));
        QCOMPARE(runs(), 1);
    }

    void anExpiredTokenIsFetchedAgain()
    {
        const auto soon = QDateTime::currentDateTimeUtc().addSecs(2);
        kube::Identity identity(withPlugin(soon.toString(Qt::ISODate)));
        kube::ApiClient client(identity);
        QVERIFY(ask(client));
        QCOMPARE(runs(), 1);
        m_accepted = "token-2";
        QTRY_VERIFY(QDateTime::currentDateTimeUtc() > soon);
        QVERIFY(ask(client));
        QCOMPARE(runs(), 2);
    }

    void a401FetchesOnceAndTriesAgain()
    {
        kube::Identity identity(withPlugin());
        kube::ApiClient client(identity);
        m_accepted = "token-2"; // the first has been revoked
        QVERIFY(ask(client));
        QCOMPARE(runs(), 2);
        QCOMPARE(m_server->heads().size(), 2);
    }

    void aServerThatAlwaysSays401StartsNoStorm()
    {
        kube::Identity identity(withPlugin());
        kube::ApiClient client(identity);
        m_accepted = "nothing";
        std::vector<QFuture<kube::Result<kube::ApiAnswer>>> answers;
        answers.reserve(5);
        for (int i = 0; i < 5; ++i)
            answers.push_back(client.send({.path = u"/x"_s}));
        for (const auto &answer : answers) {
            QTRY_VERIFY(answer.isFinished());
            QCOMPARE(answer.result().error().kind, Error::Kind::Unauthorized);
        }
        QCOMPARE(runs(), 2);
        for (int i = 0; i < 5; ++i)
            QCOMPARE(ask(client).error().kind, Error::Kind::Unauthorized);
        QCOMPARE(runs(), 2);
        QVERIFY(m_server->heads().size() <= 5 * 2 + 5);
    }

    void aStaticTokenIsNotTriedTwice()
    {
        auto fixed = config();
        fixed.token = u"wrong"_s;
        kube::Identity identity(fixed);
        kube::ApiClient client(identity);
        QCOMPARE(ask(client).error().kind, Error::Kind::Unauthorized);
        QCOMPARE(m_server->heads().size(), 1);
    }

    void aTokenFileIsReadAgainAfter401()
    {
        writeToken("token-1\n");
        auto fromFile = config();
        fromFile.tokenFile = m_folder->filePath(u"token"_s);
        kube::Identity identity(fromFile);
        kube::ApiClient client(identity);
        QVERIFY(ask(client));
        m_accepted = "token-2";
        writeToken("token-2\n");
        QVERIFY(ask(client));
        QCOMPARE(m_server->heads().size(), 3);
    }

    void aTokenFileIsReadAgainAsTimeGoesBy()
    {
        writeToken("token-1");
        auto fromFile = config();
        fromFile.tokenFile = m_folder->filePath(u"token"_s);
        kube::Identity identity(fromFile, nullptr, {.cache = 50ms});
        kube::ApiClient client(identity);
        QVERIFY(ask(client));
        m_accepted = "token-2";
        writeToken("token-2");
        QTest::qWait(60);
        QVERIFY(ask(client));
        QCOMPARE(m_server->heads().size(), 2); // without a 401
    }

    void anUnreadableTokenFileIsNamed()
    {
        auto fromFile = config();
        fromFile.tokenFile = u"/nowhere/token"_s;
        fromFile.token = u"s3cret"_s;
        kube::Identity identity(fromFile);
        kube::ApiClient client(identity);
        const auto error = ask(client).error();
        QCOMPARE(error.kind, Error::Kind::Credentials);
        for (const auto &part : {u"/nowhere/token"_s, u"jane"_s, u"/home/jane/.kube/config"_s})
            QVERIFY2(error.message.contains(part), qPrintable(error.message));
        QVERIFY(!error.message.contains("s3cret"_L1));
    }

    void newCredentialsLeaveOpenStreamsAlone()
    {
        kube::Identity identity(withPlugin());
        kube::ApiClient client(identity);
        QVERIFY(ask(client));
        const auto watch = client.stream({.path = u"/watch"_s});
        QSignalSpy received(watch.get(), &kube::ApiStream::received);
        QSignalSpy ended(watch.get(), &kube::ApiStream::ended);
        watch->start();
        QTRY_COMPARE(received.size(), 1);
        m_accepted = "token-2";
        QVERIFY(ask(client)); // after a 401
        m_server->writeToAll("2\r\n{}\r\n");
        QTRY_COMPARE(received.size(), 2);
        QCOMPARE(ended.size(), 0);
    }

    void pluginsThatFailSaySoOnce()
    {
        auto broken = withPlugin();
        broken.exec->command = u"/bin/false"_s;
        kube::Identity identity(broken);
        kube::ApiClient client(identity);
        const auto error = ask(client).error();
        QCOMPARE(error.kind, Error::Kind::Credentials);
        QVERIFY(error.message.contains("/bin/false"_L1));
        QCOMPARE(m_server->heads().size(), 0);
    }
};

QTEST_GUILESS_MAIN(IdentityTest)
#include "tst_identity.moc"
