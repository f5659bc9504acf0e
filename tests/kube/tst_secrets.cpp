// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fakeissuer.h"
#include "keys.h"
#include "kube/auth/credentialsources.h"
#include "kube/cluster.h"
#include "kube/config/kubeconfigfiles.h"
#include "rawserver.h"

#include <QFile>
#include <QLoggingCategory>
#include <QMutex>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

QMutex &heardMutex()
{
    static QMutex mutex;
    return mutex;
}

QStringList &heard()
{
    static QStringList lines;
    return lines;
}

void hear(QtMsgType, const QMessageLogContext &context, const QString &text)
{
    const QMutexLocker lock(&heardMutex());
    heard().append(QString::fromUtf8(context.category) + u": "_s + text);
}

} // namespace

/// Every way to sign in, with every category logging everything: what is secret is never said,
/// neither in a log nor in an error.
class SecretsTest : public QObject
{
    Q_OBJECT

private:
    /// Each secret of these tests holds this.
    static constexpr auto Marker = "S3CR3TMARK";

    void write(const QByteArray &user, const QByteArray &cluster = {}) const
    {
        QFile file(m_folder->filePath(u"config"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("clusters: [{name: c, cluster: {insecure-skip-tls-verify: true, server: '"
                   + m_server->url().toUtf8() + "'" + cluster + "}}]\n"
                   + "contexts: [{name: c, context: {cluster: c, user: jane}}]\n"
                     "current-context: c\nusers:\n- name: jane\n  user: "
                   + user + "\n");
    }

    QByteArray script(const QByteArray &text) const
    {
        const auto name = m_folder->filePath(u"plugin"_s);
        QFile file(name);
        if (!file.open(QIODevice::WriteOnly))
            return {};
        file.write("#!/bin/sh\n" + text + '\n');
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        return name.toUtf8();
    }

    QByteArray oidc(const QByteArray &idToken, const QByteArray &refreshToken) const
    {
        return "{auth-provider: {name: oidc, config: {client-id: a, client-secret: S3CR3TMARKcs, "
               "idp-issuer-url: '"
            + m_issuer->url().toUtf8() + "', id-token: '" + idToken + "', refresh-token: '"
            + refreshToken + "'}}}";
    }

    static QByteArray plugin(const QByteArray &command)
    {
        return "{exec: {apiVersion: client.authentication.k8s.io/v1, interactiveMode: Never, "
               "command: '"
            + command + "', env: [{name: CLOUD_SECRET, value: S3CR3TMARKenv}]}}";
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FakeIssuer> m_issuer;
    std::unique_ptr<RawServer> m_server;
    QSslConfiguration m_tls;
    QtMessageHandler m_before = nullptr;

private Q_SLOTS:
    void initTestCase()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        const Keys keys(m_folder->path());
        if (!keys.isUsable())
            QSKIP("the openssl program is not installed");
        QVERIFY(keys.makeAuthority(u"ca"_s));
        QVERIFY(keys.makeServer(u"server"_s, u"ca"_s));
        m_tls = keys.serverConfiguration(u"server"_s);
    }

    void init()
    {
        m_issuer = std::make_unique<FakeIssuer>();
        m_issuer->echoes = true;
        m_server = std::make_unique<RawServer>(
            [](const QByteArray &head) {
                return head.startsWith("GET /version ")
                    ? RawServer::http(401, "{\"kind\":\"Status\",\"message\":\"Unauthorized\"}")
                    : RawServer::http(404, "{}");
            },
            &m_tls);
        heard().clear();
        QLoggingCategory::setFilterRules(u"*=true"_s);
        m_before = qInstallMessageHandler(hear);
    }

    void cleanup()
    {
        qInstallMessageHandler(m_before);
        QLoggingCategory::setFilterRules({});
    }

    void nothingSecretIsSaid_data()
    {
        QTest::addColumn<QByteArray>("kind");
        for (const auto *kind :
             {"token", "password", "oidc refused", "oidc token refused", "exec fails",
              "exec prints rubbish", "exec works", "bad key", "proxy", "broken file", "twice"})
            QTest::newRow(kind) << QByteArray(kind);
    }

    void nothingSecretIsSaid()
    {
        QFETCH(const QByteArray, kind);
        if (kind == "token")
            write("{token: S3CR3TMARKtoken}");
        else if (kind == "password")
            write("{username: jane, password: S3CR3TMARKpw}");
        else if (kind == "oidc refused")
            write(oidc("", "S3CR3TMARKrefresh"));
        else if (kind == "oidc token refused")
            write(oidc(jwtThatEndsIn(600, u"S3CR3TMARK"_s).toUtf8(), "S3CR3TMARKrefresh"));
        else if (kind == "exec fails")
            write(plugin(script("echo \"bad $CLOUD_SECRET\" >&2; exit 1")));
        else if (kind == "exec prints rubbish")
            write(plugin(script("echo S3CR3TMARKout")));
        else if (kind == "exec works")
            write(plugin(script("echo '{\"kind\":\"ExecCredential\",\"apiVersion\":"
                                "\"client.authentication.k8s.io/v1\",\"status\":"
                                "{\"token\":\"S3CR3TMARKexec\"}}'")));
        else if (kind == "bad key")
            write("{client-certificate-data: UzNDUjNUTUFSSw==, client-key-data: UzNDUjNUTUFSSw==}");
        else if (kind == "proxy")
            write("{token: S3CR3TMARKtoken}", ", proxy-url: 'http://jo:S3CR3TMARKpw@127.0.0.1:1'");
        else if (kind == "broken file")
            write("{token: S3CR3TMARKtoken");
        else
            write("{token: S3CR3TMARKtoken, username: jane, password: S3CR3TMARKpw}");

        const auto kubeconfig = kube::Kubeconfig::load({m_folder->filePath(u"config"_s)});
        const auto config = kube::clientConfigFor(kubeconfig);
        QStringList said;
        for (const auto &problem : kubeconfig.problems)
            said.append(problem.message);
        if (config) {
            auto sources = std::make_shared<kube::CredentialSources>(
                kube::CredentialSources::Options{.loginShell = u"/bin/sh"_s});
            kube::Cluster cluster(*config, nullptr, {}, sources);
            cluster.connectToServer();
            QTRY_VERIFY_WITH_TIMEOUT(cluster.lastError(), 20'000);
            said.append(cluster.lastError()->message);
            said.append(cluster.signInNotice());
        } else {
            said.append(config.error().message);
        }
        QVERIFY(!said.join(QString()).isEmpty());
        const QMutexLocker lock(&heardMutex());
        said += heard();
        for (const auto &line : said) {
            QVERIFY2(!line.contains(QLatin1StringView(Marker)), qPrintable(line));
            QVERIFY2(!line.contains("UzNDUjNU"_L1), qPrintable(line)); // in base64
            QVERIFY2(!line.contains("Bearer"_L1), qPrintable(line));
        }
    }

    void theListenerHearsDebugMessages()
    {
        const QLoggingCategory category("kube.cluster");
        qCDebug(category) << Marker;
        const QMutexLocker lock(&heardMutex());
        QVERIFY(heard().join(u'\n').contains(QLatin1StringView(Marker)));
    }
};

QTEST_GUILESS_MAIN(SecretsTest)
#include "tst_secrets.moc"
