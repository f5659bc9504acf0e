// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/auth/jwt.h"
#include "kube/auth/oidcsession.h"
#include "kube/config/kubeconfigfiles.h"
#include "support/npm.h"
#include "support/skipall.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>

using namespace Qt::StringLiterals;

/// Renewing with a certified provider, "oidc-provider" of npm. It is fetched once, with npm's own
/// configuration, into the person's cache.
class OidcProviderTest : public QObject
{
    Q_OBJECT

private:
    static QByteArray contentOf(const QString &name)
    {
        QFile file(name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    void write(const QString &refreshToken) const
    {
        QFile file(m_folder->filePath(u"config"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const auto text =
            u"clusters: [{name: c, cluster: {server: 'https://127.0.0.1:1'}}]\n"
            u"contexts: [{name: c, context: {cluster: c, user: jane}}]\n"
            u"users:\n- name: jane\n  user:\n    auth-provider:\n      name: oidc\n      config:\n"
            u"        client-id: krateyard\n        client-secret: tell/no+body:1\n"
            u"        idp-issuer-url: %1\n        refresh-token: %2 # by the test\n"_s.arg(
                m_issuer, refreshToken);
        file.write(text.toUtf8());
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    }

    kube::ClientConfig config() const
    {
        const auto files = kube::Kubeconfig::load({m_folder->filePath(u"config"_s)});
        return kube::clientConfigFor(files, u"c"_s).value_or(kube::ClientConfig());
    }

    static kube::Result<QString> ask(kube::OidcSession &session)
    {
        const auto answer = session.token();
        if (!QTest::qWaitFor([&] { return answer.isFinished(); }, 20'000))
            return std::unexpected(kube::Error{.message = u"no answer to the test"_s});
        return answer.result();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QProcess> m_provider;
    QString m_script;
    QString m_issuer;
    QString m_refreshToken;

private Q_SLOTS:
    void initTestCase()
    {
        const auto npm =
            support::npmPackages(u"oidc"_s, QStringLiteral(OIDC_SCRIPTS "/package.json"));
        if (!npm.problem.isEmpty())
            SKIP_ALL(qPrintable(u"no interop with a real OpenID provider: %1"_s.arg(npm.problem)));
        m_script = support::placeScript(QStringLiteral(OIDC_SCRIPTS "/provider.mjs"), npm.folder);
        QVERIFY(!m_script.isEmpty());
        m_folder = std::make_unique<QTemporaryDir>();
    }

    void init()
    {
        QTest::failOnWarning();
        m_provider = std::make_unique<QProcess>();
        m_provider->setStandardErrorFile(QProcess::nullDevice());
        m_provider->start(u"node"_s, {m_script, u"krateyard"_s, u"tell/no+body:1"_s});
        QTRY_VERIFY_WITH_TIMEOUT(m_provider->canReadLine(), 30'000);
        const auto said = QJsonDocument::fromJson(m_provider->readLine()).object();
        m_issuer = said["issuer"_L1].toString();
        m_refreshToken = said["refreshToken"_L1].toString();
        QVERIFY(!m_refreshToken.isEmpty());
    }

    void cleanup()
    {
        m_provider->kill();
        QVERIFY(m_provider->waitForFinished());
    }

    void aSignInIsRenewedAndWrittenBack()
    {
        write(m_refreshToken);
        kube::OidcSession session(config());
        const auto token = ask(session);
        QVERIFY2(token, token ? "" : qPrintable(token.error().message));
        QVERIFY(kube::jwtExpiry(*token) > QDateTime::currentDateTimeUtc().addSecs(500));
        const auto claims = QJsonDocument::fromJson(QByteArray::fromBase64(
            token->section(u'.', 1, 1).toLatin1(), QByteArray::Base64UrlEncoding));
        QCOMPARE(claims["iss"_L1].toString(), m_issuer);
        QCOMPARE(claims["sub"_L1].toString(), u"jane"_s);

        const auto written = config().authProviderConfig;
        QCOMPARE(written.value(u"id-token"_s), *token);
        QVERIFY(written.value(u"refresh-token"_s) != m_refreshToken); // it rotates
        const auto text = contentOf(m_folder->filePath(u"config"_s));
        QVERIFY(text.contains(" # by the test\n"));
        QVERIFY(session.notice().isEmpty());

        kube::OidcSession next(config()); // after a restart
        QCOMPARE(ask(next), token);
        next.reject(*token);
        const auto second = ask(next);
        QVERIFY2(second, second ? "" : qPrintable(second.error().message));
        QCOMPARE(config().authProviderConfig.value(u"id-token"_s), *second);
    }

    void aTokenThatWasUsedUpIsRefusedOnce()
    {
        write(m_refreshToken);
        kube::OidcSession session(config());
        QVERIFY(ask(session));
        write(m_refreshToken); // an old copy of the file came back
        kube::OidcSession late(config());
        const auto token = ask(late);
        QVERIFY(!token);
        QVERIFY2(token.error().message.contains("invalid_grant"_L1),
                 qPrintable(token.error().message));
        QVERIFY(!token.error().message.contains(m_refreshToken));
    }
};

QTEST_GUILESS_MAIN(OidcProviderTest)
#include "tst_oidcprovider.moc"
