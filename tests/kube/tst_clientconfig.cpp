// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/config/kubeconfig.h"
#include "oracle/calls.h"
#include "oracle/vectors.h"

#include <QFile>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using kube::Kubeconfig;

namespace {

// One context "x" of cluster "c" as user "u", with these fields.
Kubeconfig configWith(const QByteArray &cluster, const QByteArray &user,
                      const QString &fileName = u"/k/config"_s)
{
    const QByteArray text = QByteArray("current-context: x\n"
                                       "contexts: [{name: x, context: {cluster: c, user: u}}]\n"
                                       "clusters: [{name: c, cluster: {")
                                .append(cluster)
                                .append("}}]\nusers: [{name: u, user: {")
                                .append(user)
                                .append("}}]\n");
    return Kubeconfig::parse(text, fileName).value_or(Kubeconfig());
}

QString problemOf(const Kubeconfig &kubeconfig, const QString &context = {})
{
    const auto config = kube::clientConfigFor(kubeconfig, context);
    return config ? QString() : config.error().message;
}

} // namespace

class ClientConfigTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void resolvesLikeTheReference_data()
    {
        QTest::addColumn<QJsonObject>("recorded");
        for (const auto &recorded : oracle::cases(u"kubeconfig_merge_oracle.json"_s))
            QTest::addRow("%s", qPrintable(recorded["case"_L1]["name"_L1].toString()))
                << recorded.toObject();
    }

    void resolvesLikeTheReference()
    {
        QFETCH(const QJsonObject, recorded);
        const auto answer = oracle::kubeconfigCall(oracle::kubeconfigRequest(recorded));
        QCOMPARE(answer["client_config"_L1], recorded["client_config"_L1]);
        QCOMPARE(answer.contains("client_config_error"_L1),
                 recorded.contains("client_config_error"_L1));
        QCOMPARE(oracle::withoutErrorTexts(answer["namespace"_L1]),
                 oracle::withoutErrorTexts(recorded["namespace"_L1]));
    }

    void decodesData()
    {
        const auto config = kube::clientConfigFor(
            configWith("server: https://h, certificate-authority-data: Q0E=",
                       "client-certificate-data: Q0VSVA==, client-key-data: S0VZ"));
        QVERIFY(config.has_value());
        QCOMPARE(config->certificateAuthorityData, "CA");
        QCOMPARE(config->clientCertificateData, "CERT");
        QCOMPARE(config->clientKeyData, "KEY");
        QCOMPARE(config->nameSpace, u"default"_s);
        QCOMPARE(config->contextName, u"x"_s);
        QCOMPARE(config->origin, u"/k/config"_s);
    }

    void sendsNoCredentialsToAnUnencryptedServer()
    {
        const auto config = kube::clientConfigFor(
            configWith("server: http://h, certificate-authority-data: Q0E=", "token: t, as: jane"));
        QVERIFY(config.has_value());
        QCOMPARE(config->token, QString());
        QCOMPARE(config->certificateAuthorityData, QByteArray());
        QCOMPARE(config->impersonate.user, u"jane"_s);
    }

    void dropsQueryAndFragmentOfTheServer_data()
    {
        QTest::addColumn<QByteArray>("server");
        QTest::addColumn<QString>("expected");
        QTest::newRow("path") << QByteArray("https://h/a/b?x=1#y") << u"https://h/a/b"_s;
        QTest::newRow("slash") << QByteArray("https://h:6443/") << u"https://h:6443/"_s;
        QTest::newRow("prefix") << QByteArray("https://[::1]:6443/p/")
                                << u"https://[::1]:6443/p/"_s;
    }

    void dropsQueryAndFragmentOfTheServer()
    {
        QFETCH(const QByteArray, server);
        const auto config =
            kube::clientConfigFor(configWith("server: \"" + server + '"', "token: t"));
        QVERIFY(config.has_value());
        QTEST(config->server, "expected");
    }

    void readsATokenFile()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"token"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("secret");
        file.close();
        const auto fileName = folder.filePath(u"config"_s);
        const auto config =
            kube::clientConfigFor(configWith("server: https://h", "tokenFile: token", fileName));
        QVERIFY(config.has_value());
        QCOMPARE(config->tokenFile, file.fileName());
        QCOMPARE(config->token, u"secret"_s);
        QVERIFY(problemOf(configWith("server: https://h", "tokenFile: none", fileName))
                    .contains(u"tokenFile"));
    }

    void tellsAnExecPluginAboutTheCluster()
    {
        const auto config = kube::clientConfigFor(configWith(
            "server: https://h, tls-server-name: sni, certificate-authority-data: Q0E=, "
            "extensions: "
            "[{name: client.authentication.k8s.io/exec, extension: {audience: a}}]",
            "exec: {apiVersion: client.authentication.k8s.io/v1, command: login, args: [a], "
            "env: [{name: K, value: V}], interactiveMode: Always, provideClusterInfo: true, "
            "installHint: \"\\e[1mbold\"}"));
        QVERIFY(config.has_value() && config->exec);
        QCOMPARE(config->exec->interactiveMode, kube::ExecConfig::InteractiveMode::Always);
        QCOMPARE(config->exec->env.value(0), (std::pair{u"K"_s, u"V"_s}));
        QCOMPARE(config->exec->installHint, u"U+001B[1mbold"_s);
        const auto info = QJsonDocument::fromJson(config->exec->clusterInfo).object();
        QCOMPARE(info,
                 (QJsonObject{{u"server"_s, u"https://h"_s},
                              {u"tls-server-name"_s, u"sni"_s},
                              {u"certificate-authority-data"_s, u"Q0E="_s},
                              {u"config"_s, QJsonObject{{u"audience"_s, u"a"_s}}}}));
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("cluster");
        QTest::addColumn<QByteArray>("user");
        QTest::addColumn<QString>("hint");
        const QByteArray server = "server: https://h";
        const auto ofUser = [&](const char *name, const QByteArray &user, const QString &hint) {
            QTest::newRow(name) << server << user << hint;
        };
        const auto ofCluster = [&](const char *name, const QByteArray &cluster) {
            QTest::newRow(name) << cluster << QByteArray() << u"cluster \"c\" in \"/k/config\""_s;
        };
        ofCluster("no server", "");
        ofCluster("proxy of another scheme", "server: https://h, proxy-url: \"ftp://p\"");
        ofCluster("CA file and data",
                  "server: https://h, certificate-authority: /dev/null, "
                  "certificate-authority-data: Q0E=");
        ofCluster("no CA file", "server: https://h, certificate-authority: /nowhere");
        ofUser("token and password", "token: t, username: a, password: b", u"token"_s);
        ofUser(
            "certificate twice",
            "client-certificate: /dev/null, client-certificate-data: QQ==, client-key-data: QQ==",
            u"client-certificate-data"_s);
        ofUser("key twice",
               "client-certificate-data: QQ==, client-key: /dev/null, client-key-data: QQ==",
               u"client-key-data"_s);
        ofUser("no key", "client-certificate-data: QQ==", u"without its key"_s);
        ofUser("no key file", "client-certificate-data: QQ==, client-key: /nowhere", u"/nowhere"_s);
        ofUser("no command", "exec: {apiVersion: v, interactiveMode: Never}", u"command"_s);
        ofUser("no mode", "exec: {apiVersion: client.authentication.k8s.io/v1, command: c}",
               u"interactiveMode"_s);
        ofUser("odd mode", "exec: {apiVersion: v, command: c, interactiveMode: Sometimes}",
               u"interactiveMode"_s);
        ofUser("nameless variable",
               "exec: {apiVersion: v, command: c, interactiveMode: Never, env: [{value: v}]}",
               u"environment variable"_s);
        ofUser("groups without user", "as-groups: [g]", u"\"as\""_s);
    }

    void refuses()
    {
        QFETCH(const QByteArray, cluster);
        QFETCH(const QByteArray, user);
        QFETCH(const QString, hint);
        const auto problem = problemOf(configWith(cluster, user));
        QVERIFY2(problem.contains(hint), qPrintable(problem));
        QVERIFY2(problem.contains(u"/k/config"), qPrintable(problem));
        QCOMPARE(kube::nameSpaceFor(configWith(cluster, user)).has_value(), false);
    }

    void namesAMissingContext()
    {
        QVERIFY(problemOf(configWith("server: https://h", ""), u"zzz"_s).contains(u"\"zzz\""));
        QVERIFY(problemOf(Kubeconfig()).contains(u"KUBECONFIG"));
    }

    void aMissingUserIsAnonymous()
    {
        auto kubeconfig = configWith("server: https://h", "token: t");
        kubeconfig.users.clear();
        const auto config = kube::clientConfigFor(kubeconfig);
        QVERIFY(config.has_value());
        QCOMPARE(config->token, QString());
    }
};

QTEST_GUILESS_MAIN(ClientConfigTest)
#include "tst_clientconfig.moc"
