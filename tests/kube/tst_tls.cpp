// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "keys.h"
#include "kube/api/apiclient.h"
#include "kube/auth/identity.h"
#include "kube/auth/tlsidentity.h"
#include "rawserver.h"

#include <QTemporaryDir>
#include <QTest>
#include <QWebSocket>

using namespace Qt::StringLiterals;
using kube::Error;

class TlsTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<RawServer> serve(const QString &name, bool wantsCertificate = false) const
    {
        auto tls = m_keys->serverConfiguration(name);
        if (wantsCertificate) {
            tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
            tls.setCaCertificates(QSslCertificate::fromData(m_keys->read(u"ca.crt"_s), QSsl::Pem));
        }
        return std::make_unique<RawServer>(RawServer::Answer(), &tls);
    }

    kube::ClientConfig config(const RawServer &server) const
    {
        return {.clusterName = u"shop"_s,
                .userName = u"jane"_s,
                .origin = u"/home/jane/.kube/config"_s,
                .server = server.url(),
                .certificateAuthorityData = m_keys->read(u"ca.crt"_s)};
    }

    static std::optional<Error> errorOf(const kube::ClientConfig &config)
    {
        kube::Identity identity(config);
        kube::ApiClient client(identity);
        const auto answer = client.send({.path = u"/x"_s});
        if (!QTest::qWaitFor([&] { return answer.isFinished(); }, 5000))
            return Error{.message = u"no answer to the test"_s};
        const auto result = answer.result();
        return result ? std::nullopt : std::optional(result.error());
    }

    static std::optional<Error> webSocketErrorOf(const kube::ClientConfig &config)
    {
        kube::Identity identity(config);
        kube::ApiClient client(identity);
        const auto answer = client.openWebSocket(u"/x"_s, {}, {});
        if (!QTest::qWaitFor([&] { return answer.isFinished(); }, 5000))
            return Error{.message = u"no answer to the test"_s};
        const auto result = answer.result();
        return result ? std::nullopt : std::optional(result.error());
    }

    bool makeClient(const QString &name, const QString &keyCommand, const QString &from = {},
                    const QString &until = {}) const
    {
        return m_keys->openssl(keyCommand)
            && m_keys->certify(name, u"ca"_s, "extendedKeyUsage=clientAuth", from, until);
    }

    QTemporaryDir m_folder;
    std::unique_ptr<Keys> m_keys;

private Q_SLOTS:
    void initTestCase()
    {
        if (!Keys::isUsable())
            QSKIP("the openssl program is not installed");
        m_keys = std::make_unique<Keys>(m_folder.path());
        QVERIFY(m_keys->makeAuthority(u"ca"_s));
        QVERIFY(m_keys->makeAuthority(u"other"_s));
        QVERIFY(m_keys->makeServer(u"server"_s, u"ca"_s));
        QVERIFY(m_keys->makeServer(u"named"_s, u"ca"_s, "DNS:kube.example"));
        QVERIFY(m_keys->makeServer(u"wild"_s, u"ca"_s, "DNS:*.example"));
        QVERIFY(m_keys->makeServer(u"old"_s, u"ca"_s, "IP:127.0.0.1", u"20200101000000Z"_s,
                                   u"20200201000000Z"_s));
        QVERIFY(makeClient(u"good"_s, u"genpkey -algorithm ED25519 -out good.key"_s));
    }
    void init() { QTest::failOnWarning(); }

    void theAuthorityComesFromDataOrFile()
    {
        const auto server = serve(u"server"_s);
        QVERIFY(!errorOf(config(*server)));
        auto fromFile = config(*server);
        fromFile.certificateAuthorityData.clear();
        fromFile.certificateAuthority = m_keys->path(u"ca.crt"_s);
        QVERIFY(!errorOf(fromFile));
    }

    void anotherAuthorityIsNotTrusted()
    {
        const auto server = serve(u"server"_s);
        auto wrong = config(*server);
        wrong.certificateAuthorityData = m_keys->read(u"other.crt"_s);
        for (const auto &error : {errorOf(wrong), webSocketErrorOf(wrong)}) {
            QVERIFY(error);
            QCOMPARE(error->kind, Error::Kind::Tls);
            QVERIFY2(error->message.contains("certificate"_L1), qPrintable(error->message));
        }
        QCOMPARE(server->heads().size(), 0);
        wrong.certificateAuthorityData.clear(); // the system's
        QCOMPARE(errorOf(wrong)->kind, Error::Kind::Tls);
        QCOMPARE(server->heads().size(), 0);
    }

    void anExpiredServerIsNotTrusted()
    {
        const auto server = serve(u"old"_s);
        const auto error = errorOf(config(*server));
        QVERIFY(error);
        QCOMPARE(error->kind, Error::Kind::Tls);
        QVERIFY2(error->message.contains("expired"_L1) && error->message.contains("2020-02-01"_L1),
                 qPrintable(error->message));
    }

    void skippingVerificationWorks()
    {
        const auto server = serve(u"old"_s);
        auto trusting = config(*server);
        trusting.certificateAuthorityData.clear();
        trusting.insecureSkipTlsVerify = true;
        QVERIFY(!errorOf(trusting));
        const auto error = webSocketErrorOf(trusting);
        QVERIFY(error && error->kind != Error::Kind::Tls); // the server speaks no WebSocket
        QCOMPARE(server->heads().size(), 2);
    }

    void theServerNameIsVerified_data()
    {
        QTest::addColumn<QString>("server");
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("good");
        QTest::newRow("no name") << u"named"_s << QString() << false;
        QTest::newRow("its name") << u"named"_s << u"kube.example"_s << true;
        QTest::newRow("another name") << u"named"_s << u"other.example"_s << false;
        QTest::newRow("wildcard") << u"wild"_s << u"kube.example"_s << true;
        QTest::newRow("wildcard, two deep") << u"wild"_s << u"a.kube.example"_s << false;
        QTest::newRow("address, but a name is wanted") << u"server"_s << u"kube.example"_s << false;
    }

    void theServerNameIsVerified()
    {
        QFETCH(QString, server);
        QFETCH(QString, name);
        QFETCH(bool, good);
        const auto running = serve(server);
        auto named = config(*running);
        named.tlsServerName = name;
        const auto error = errorOf(named);
        QVERIFY2(error.has_value() != good, error ? qPrintable(error->message) : "");
        QCOMPARE(running->heads().size(), good ? 1 : 0);
        if (!good)
            QCOMPARE(error->kind, Error::Kind::Tls);
        const auto socketError = webSocketErrorOf(named);
        QVERIFY(socketError);
        QCOMPARE(socketError->kind == Error::Kind::Tls, !good);
        QCOMPARE(running->heads().size(), good ? 2 : 0);
    }

    void theClientShowsItsCertificate_data()
    {
        QTest::addColumn<QString>("makeKey");
        QTest::newRow("RSA PKCS #1") << u"genrsa -traditional -out %1.key 2048"_s;
        QTest::newRow("RSA PKCS #8")
            << u"genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out %1.key"_s;
        QTest::newRow("EC SEC 1") << u"ecparam -name prime256v1 -genkey -noout -out %1.key"_s;
        QTest::newRow("EC SEC 1 with parameters")
            << u"ecparam -name prime256v1 -genkey -out %1.key"_s;
        QTest::newRow("EC PKCS #8")
            << u"genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out %1.key"_s;
        QTest::newRow("EC P-384")
            << u"genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-384 -out %1.key"_s;
        QTest::newRow("Ed25519") << u"genpkey -algorithm ED25519 -out %1.key"_s;
    }

    void theClientShowsItsCertificate()
    {
        QFETCH(QString, makeKey);
        const auto name = u"user"_s;
        QVERIFY(makeClient(name, makeKey.arg(name)));
        const auto server = serve(u"server"_s, true);
        auto user = config(*server);
        user.clientCertificateData = m_keys->read(u"user.crt"_s);
        user.clientKeyData = m_keys->read(u"user.key"_s);
        auto error = errorOf(user);
        QVERIFY2(!error, error ? qPrintable(error->message) : "");
        QCOMPARE(server->clientNames(), QList<QString>{name});
        error = webSocketErrorOf(user);
        QVERIFY(error && error->kind != Error::Kind::Tls);
        QCOMPARE(server->clientNames(), (QList<QString>{name, name}));

        user.clientCertificateData.clear();
        user.clientKeyData.clear();
        user.clientCertificate = m_keys->path(u"user.crt"_s);
        user.clientKey = m_keys->path(u"user.key"_s);
        QVERIFY(!errorOf(user));
        QCOMPARE(server->clientNames().size(), 3);
    }

    void aRenewedCertificateIsShown()
    {
        QVERIFY(makeClient(u"first"_s, u"genpkey -algorithm ED25519 -out first.key"_s));
        const auto server = serve(u"server"_s, true);
        auto user = config(*server);
        user.clientCertificate = m_keys->path(u"current.crt"_s);
        user.clientKey = m_keys->path(u"current.key"_s);
        const auto use = [this](const QString &name) {
            for (const auto &suffix : {u".crt"_s, u".key"_s}) {
                QFile::remove(m_keys->path(u"current"_s + suffix));
                QVERIFY(
                    QFile::copy(m_keys->path(name + suffix), m_keys->path(u"current"_s + suffix)));
            }
        };
        use(u"first"_s);
        kube::Identity identity(user, nullptr, {.cache = std::chrono::milliseconds(10)});
        kube::ApiClient client(identity);
        const auto ask = [&] {
            const auto answer = client.send({.path = u"/x"_s});
            return QTest::qWaitFor([&] { return answer.isFinished(); }) && answer.result();
        };
        QVERIFY(ask());
        use(u"good"_s);
        QTest::qWait(20);
        QVERIFY(ask());
        QCOMPARE(server->clientNames(), (QList<QString>{u"first"_s, u"good"_s}));
    }

    void anExpiredClientCertificateIsNamed()
    {
        QVERIFY(makeClient(u"late"_s, u"genpkey -algorithm ED25519 -out late.key"_s,
                           u"20200101000000Z"_s, u"20200201000000Z"_s));
        const auto server = serve(u"server"_s);
        auto user = config(*server);
        user.clientCertificateData = m_keys->read(u"late.crt"_s);
        user.clientKeyData = m_keys->read(u"late.key"_s);
        const auto error = errorOf(user);
        QVERIFY(error);
        QCOMPARE(error->kind, Error::Kind::Tls);
        for (const auto &part :
             {u"\"jane\""_s, u"/home/jane/.kube/config"_s, u"2020-02-01"_s, u"Renew"_s})
            QVERIFY2(error->message.contains(part), qPrintable(error->message));
        QCOMPARE(server->heads().size(), 0);
    }

    void unusableKeysAreNamed_data()
    {
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<QString>("says");
        QVERIFY(m_keys->openssl(u"pkcs8 -topk8 -in good.key -passout pass:x -out locked8.key"_s));
        QVERIFY(m_keys->openssl(u"genrsa -traditional -aes128 -passout pass:x -out locked1.key"_s));
        QTest::newRow("encrypted PKCS #8") << m_keys->read(u"locked8.key"_s) << u"password"_s;
        QTest::newRow("encrypted PKCS #1") << m_keys->read(u"locked1.key"_s) << u"password"_s;
        QTest::newRow("no PEM") << QByteArray("hello") << u"PEM"_s;
        QTest::newRow("a certificate") << m_keys->read(u"good.crt"_s) << u"PEM"_s;
        QTest::newRow("nothing") << QByteArray() << u"PEM"_s;
        QTest::newRow("somebody else's") << m_keys->read(u"ca.key"_s) << u"belong"_s;
        QTest::newRow("half") << m_keys->read(u"good.key"_s).first(60) << u"PEM"_s;
    }

    void unusableKeysAreNamed()
    {
        QFETCH(QByteArray, key);
        QFETCH(QString, says);
        const auto server = serve(u"server"_s);
        auto user = config(*server);
        user.clientCertificateData = m_keys->read(u"good.crt"_s);
        user.clientKeyData = key;
        const auto error = errorOf(user);
        QVERIFY(error);
        QCOMPARE(error->kind, Error::Kind::Config);
        for (const auto &part : {says, u"\"jane\""_s, u"/home/jane/.kube/config"_s})
            QVERIFY2(error->message.contains(part), qPrintable(error->message));
        QVERIFY(!error->message.contains("-----"_L1));
    }

    void filesThatAreMissingAreNamed()
    {
        const auto server = serve(u"server"_s);
        auto user = config(*server);
        user.clientCertificate = u"/nowhere/jane.crt"_s;
        user.clientKey = u"/nowhere/jane.key"_s;
        const auto error = errorOf(user);
        QVERIFY(error && error->kind == Error::Kind::Config);
        QVERIFY(error->message.contains("/nowhere/jane.crt"_L1));
        auto empty = config(*server);
        empty.certificateAuthorityData = "hello";
        QVERIFY(errorOf(empty)->message.contains("holds no PEM certificate"_L1));
    }

    void aServerThatWantsACertificateSaysSo()
    {
        const auto server = serve(u"server"_s, true);
        const auto error = errorOf(config(*server));
        QVERIFY(error);
        QCOMPARE(server->heads().size(), 0);
        QVERIFY(!error->message.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TlsTest)
#include "tst_tls.moc"
