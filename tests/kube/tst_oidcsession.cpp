// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/auth/oidcsession.h"

#include "fakeissuer.h"
#include "kube/auth/credentialsources.h"
#include "kube/auth/jwt.h"
#include "kube/config/kubeconfigfiles.h"

#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using kube::Error;

class OidcSessionTest : public QObject
{
    Q_OBJECT

private:
    QString file() const { return m_folder->filePath(u"config"_s); }

    void write(const QString &idToken, const QString &refreshToken, const QString &more = {}) const
    {
        QFile out(file());
        QVERIFY(out.open(QIODevice::WriteOnly));
        QString text = u"# by hand\nusers:\n- name: jane\n  user:\n    auth-provider:\n"
                       u"      name: oidc\n      config:\n        client-id: app\n"
                       u"        idp-issuer-url: %1\n"_s.arg(m_issuer->url());
        text += more;
        if (!idToken.isEmpty())
            text += u"        id-token: "_s + idToken + u'\n';
        if (!refreshToken.isEmpty())
            text += u"        refresh-token: "_s + refreshToken + u'\n';
        text += u"clusters: [{name: c, cluster: {server: 'https://127.0.0.1:1'}}]\n"
                u"contexts: [{name: c, context: {cluster: c, user: jane}}]\n"_s;
        out.write(text.toUtf8());
        out.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    }

    kube::ClientConfig config() const
    {
        const auto read = kube::clientConfigFor(kube::Kubeconfig::load({file()}), u"c"_s);
        return read.value_or(kube::ClientConfig());
    }

    QString inFile(const QString &key) const
    {
        return kube::readAuthProviderConfig(file(), u"jane"_s)
            .value_or(kube::AuthProviderConfig())
            .value(key);
    }

    static kube::Result<QString> ask(kube::OidcSession &session)
    {
        const auto answer = session.token();
        if (!QTest::qWaitFor([&] { return answer.isFinished(); }, 5000))
            return std::unexpected(Error{.message = u"no answer to the test"_s});
        return answer.result();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FakeIssuer> m_issuer;

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning();
        m_folder = std::make_unique<QTemporaryDir>();
        m_issuer = std::make_unique<FakeIssuer>();
    }

    void aTokenThatIsStillGoodIsUsed()
    {
        const auto token = jwtThatEndsIn(60);
        write(token, u"refresh-1-of-this-test"_s);
        kube::OidcSession session(config());
        QCOMPARE(ask(session), token);
        QCOMPARE(m_issuer->refreshes, 0);
    }

    void aTokenAboutToEndIsRenewedAndWrittenBack()
    {
        write(jwtThatEndsIn(5), u"refresh-1-of-this-test"_s);
        kube::OidcSession session(config());
        const auto token = ask(session);
        QVERIFY(token);
        QVERIFY(kube::jwtExpiry(*token) > QDateTime::currentDateTimeUtc().addSecs(3000));
        QCOMPARE(inFile(u"id-token"_s), *token);
        QCOMPARE(inFile(u"refresh-token"_s), u"refresh-2-of-this-test"_s);
        QCOMPARE(inFile(u"client-id"_s), u"app"_s);
        QVERIFY(session.notice().isEmpty());
        QCOMPARE(m_issuer->lastForm.queryItemValue(u"grant_type"_s), u"refresh_token"_s);
        QCOMPARE(m_issuer->lastForm.queryItemValue(u"client_id"_s), u"app"_s);
        QVERIFY(!m_issuer->lastForm.hasQueryItem(u"scope"_s));
        QFile read(file());
        QVERIFY(read.open(QIODevice::ReadOnly));
        QVERIFY(read.readAll().startsWith("# by hand\n"));
        QVERIFY(!(read.permissions() & (QFile::ReadGroup | QFile::ReadOther)));
    }

    void theSecretGoesTheWayTheIssuerSays_data()
    {
        QTest::addColumn<QString>("method");
        QTest::newRow("unsaid") << QString();
        QTest::newRow("basic") << u"client_secret_basic"_s;
        QTest::newRow("post") << u"client_secret_post"_s;
    }

    void theSecretGoesTheWayTheIssuerSays()
    {
        QFETCH(const QString, method);
        if (!method.isEmpty())
            m_issuer->extraDiscovery = {
                {u"token_endpoint_auth_methods_supported"_s, QJsonArray{method}}};
        write({}, u"refresh-1-of-this-test"_s, u"        client-secret: 'a:b+c'\n"_s);
        kube::OidcSession session(config());
        QVERIFY(ask(session));
        const auto inForm =
            m_issuer->lastForm.queryItemValue(u"client_secret"_s, QUrl::FullyDecoded);
        if (method == "client_secret_post"_L1) {
            QCOMPARE(inForm, u"a:b+c"_s);
            QVERIFY(m_issuer->lastAuthorization.isEmpty());
        } else {
            QVERIFY(inForm.isEmpty());
            QCOMPARE(m_issuer->lastAuthorization,
                     QByteArray("Basic " + QByteArray("app:a%3Ab%2Bc").toBase64()));
        }
    }

    void severalWhoAskShareOneRefresh()
    {
        write({}, u"refresh-1-of-this-test"_s);
        kube::CredentialSources sources;
        const auto first = sources.oidcSession(config());
        QCOMPARE(sources.oidcSession(config()), first);
        const auto a = first->token();
        const auto b = first->token();
        QTRY_VERIFY(a.isFinished() && b.isFinished());
        QVERIFY(a.result());
        QCOMPARE(a.result(), b.result());
        QCOMPARE(m_issuer->refreshes, 1);
    }

    void aRejectedTokenIsRenewedOnce()
    {
        const auto token = jwtThatEndsIn(3000);
        write(token, u"refresh-1-of-this-test"_s);
        kube::OidcSession session(config());
        session.reject(token);
        const auto next = ask(session);
        QVERIFY(next);
        QVERIFY(*next != token);
        session.reject(token); // by another who was late
        QCOMPARE(ask(session), next);
        QCOMPARE(m_issuer->refreshes, 1);
    }

    void whatKubectlPutIntoTheFileIsTakenFirst()
    {
        write(jwtThatEndsIn(-5), u"refresh-1-of-this-test"_s);
        kube::OidcSession session(config());
        const auto theirs = jwtThatEndsIn(500, u"kubectl"_s);
        write(theirs, u"refresh-7-of-this-test"_s);
        QCOMPARE(ask(session), theirs);
        QCOMPARE(m_issuer->refreshes, 0);
    }

    void aFailureIsNotRepeatedAtOnce()
    {
        write({}, u"refresh-1-of-this-test"_s);
        m_issuer->fails = 1;
        kube::OidcSession session(config(), {.refreshPause = 300ms});
        for (int i = 0; i < 5; ++i) {
            const auto token = ask(session);
            QVERIFY(!token);
            QCOMPARE(token.error().kind, Error::Kind::Credentials);
            for (const auto &part : {u"jane"_s, file(), m_issuer->url(), u"503"_s})
                QVERIFY2(token.error().message.contains(part), qPrintable(token.error().message));
        }
        QCOMPARE(m_issuer->refreshes, 1);
        QTRY_VERIFY(ask(session));
        QCOMPARE(m_issuer->refreshes, 2);
    }

    void aRefusedRefreshTokenIsNotTriedAgainUntilAnotherIsThere()
    {
        write({}, u"revoked-token"_s);
        m_issuer->echoes = true;
        kube::OidcSession session(config(), {.refreshPause = 0ms});
        for (int i = 0; i < 3; ++i) {
            const auto message = ask(session).error().message;
            QVERIFY2(message.contains("invalid_grant"_L1), qPrintable(message));
            QVERIFY2(!message.contains("revoked-token"_L1), qPrintable(message));
        }
        QCOMPARE(m_issuer->refreshes, 1);
        session.forgive();
        QVERIFY(!ask(session));
        QCOMPARE(m_issuer->refreshes, 2);
        write({}, u"refresh-1-of-this-test"_s);
        QVERIFY(ask(session));
    }

    void withoutARefreshTokenThePersonIsAsked()
    {
        write(jwtThatEndsIn(-60), {});
        kube::OidcSession session(config());
        const auto token = ask(session);
        QVERIFY(!token);
        QVERIFY2(token.error().message.contains("no refresh-token"_L1),
                 qPrintable(token.error().message));
        QVERIFY(!session.canRenew());
        QCOMPARE(m_issuer->discoveries, 0);
    }

    void aLockedFileKeepsTheTokenInMemory()
    {
        write({}, u"refresh-1-of-this-test"_s);
        QFile lock(file() + u".lock"_s);
        QVERIFY(lock.open(QIODevice::WriteOnly));
        kube::OidcSession session(config(), {.lockPause = 1ms, .lockTries = 3});
        const auto token = ask(session);
        QVERIFY(token);
        QTRY_VERIFY(session.notice().contains(lock.fileName()));
        QVERIFY(!session.notice().contains(*token));
        QCOMPARE(inFile(u"refresh-token"_s), u"refresh-1-of-this-test"_s);
        lock.remove();
        session.reject(*token);
        QVERIFY(ask(session)); // with refresh-2, which is in memory only
        QCOMPARE(inFile(u"refresh-token"_s), u"refresh-3-of-this-test"_s);
        QVERIFY(session.notice().isEmpty());
    }

    void aLockThatIsGivenBackIsWaitedFor()
    {
        write({}, u"refresh-1-of-this-test"_s);
        QFile lock(file() + u".lock"_s);
        QVERIFY(lock.open(QIODevice::WriteOnly));
        kube::OidcSession session(config(), {.lockPause = 1ms, .lockTries = 100'000});
        QVERIFY(ask(session));
        lock.remove();
        QTRY_COMPARE(inFile(u"refresh-token"_s), u"refresh-2-of-this-test"_s);
        QVERIFY(session.notice().isEmpty());
    }

    void secretsOnlyGoWhereTheyAreEncrypted()
    {
        m_issuer->extraDiscovery = {{u"token_endpoint"_s, u"http://example.com/token"_s}};
        write({}, u"refresh-1-of-this-test"_s);
        kube::OidcSession session(config());
        const auto token = ask(session);
        QVERIFY(!token);
        QVERIFY2(token.error().message.contains("https"_L1), qPrintable(token.error().message));
        QCOMPARE(m_issuer->refreshes, 0);
    }

    void anIssuerThatIsSilentIsGivenUp()
    {
        write({}, u"refresh-1-of-this-test"_s);
        m_issuer->mute = true;
        kube::OidcSession session(config(), {.silence = 100ms});
        QCOMPARE(ask(session).error().kind, Error::Kind::Credentials);
        QCOMPARE(inFile(u"refresh-token"_s), u"refresh-1-of-this-test"_s);
    }

    void theEndOfATokenIsRead()
    {
        QVERIFY(kube::jwtExpiry(jwtThatEndsIn(60)).isValid());
        for (const auto &text : {QString(), u"a.b.c"_s, u"opaque"_s, u"a..c"_s,
                                 u"e30.eyJleHAiOiJ4In0.e30"_s, QString(200'000, u'.')})
            QVERIFY2(!kube::jwtExpiry(text).isValid(), qPrintable(text.left(50)));
    }
};

QTEST_GUILESS_MAIN(OidcSessionTest)
#include "tst_oidcsession.moc"
