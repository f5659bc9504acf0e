// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fakeissuer.h"
#include "keys.h"
#include "kube/api/apiclient.h"
#include "kube/auth/credentialsources.h"
#include "kube/auth/execplugin.h"
#include "kube/auth/identity.h"
#include "kube/cluster.h"
#include "kube/config/kubeconfigfiles.h"
#include "rawserver.h"

#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using kube::Error;

/// What an Identity does with OIDC users, failures and ends. The server speaks TLS and accepts one
/// token.
class SignInTest : public QObject
{
    Q_OBJECT

private:
    QByteArray answerTo(const QByteArray &head) const
    {
        return m_accepted.isEmpty() || head.contains(QByteArray("Bearer " + m_accepted + "\r\n"))
            ? RawServer::http(200, "{\"gitVersion\":\"v1.32.0\"}")
            : RawServer::http(401, R"({"kind":"Status","message":"Unauthorized"})");
    }

    kube::ClientConfig config() const
    {
        return {.userName = u"jane"_s, .server = m_server->url(), .insecureSkipTlsVerify = true};
    }

    kube::ClientConfig oidc(const QString &idToken) const
    {
        QFile file(m_folder->filePath(u"config"_s));
        if (!file.open(QIODevice::WriteOnly))
            return {};
        const auto text =
            u"clusters: [{name: c, cluster: {server: '%1', insecure-skip-tls-verify: true}}]\n"
            u"contexts: [{name: c, context: {cluster: c, user: jane}}]\n"
            u"users: [{name: jane, user: {auth-provider: {name: oidc, config: {client-id: a,"
            u" idp-issuer-url: '%2', id-token: '%3', refresh-token: refresh-1-of-this-test}}}}]\n"_s
                .arg(m_server->url(), m_issuer->url(), idToken);
        file.write(text.toUtf8());
        file.close();
        const auto kubeconfig = kube::Kubeconfig::load({file.fileName()});
        return kube::clientConfigFor(kubeconfig, u"c"_s).value_or(kube::ClientConfig());
    }

    static std::shared_ptr<kube::CredentialSources> sources()
    {
        return std::make_shared<kube::CredentialSources>(
            kube::CredentialSources::Options{.loginShell = u"/bin/sh"_s});
    }

    static kube::Result<kube::ApiAnswer> ask(kube::ApiClient &client)
    {
        const auto answer = client.send({.path = u"/x"_s});
        if (!QTest::qWaitFor([&] { return answer.isFinished(); }, 10'000))
            return std::unexpected(Error{.message = u"no answer to the test"_s});
        return answer.result();
    }

    std::unique_ptr<QTemporaryDir> m_keyFolder;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FakeIssuer> m_issuer;
    std::unique_ptr<RawServer> m_server;
    QSslConfiguration m_tls;
    QByteArray m_accepted; ///< empty: any

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
        m_issuer = std::make_unique<FakeIssuer>();
        m_server = std::make_unique<RawServer>(
            [this](const QByteArray &head) { return answerTo(head); }, &m_tls);
        m_accepted.clear();
    }

    void theIdTokenIsTheBearer()
    {
        const auto token = jwtThatEndsIn(600);
        m_accepted = token.toLatin1();
        kube::Identity identity(oidc(token), nullptr, {}, sources());
        kube::ApiClient client(identity);
        QVERIFY(ask(client));
        QCOMPARE(m_issuer->discoveries, 0);
        QVERIFY(identity.expiry() && identity.expiry()->renews);
    }

    void identitiesOfOneUserRenewOnceTogether()
    {
        const auto shared = sources();
        const auto expired = oidc(jwtThatEndsIn(-1));
        kube::Identity one(expired, nullptr, {}, shared);
        kube::Identity other(expired, nullptr, {}, shared);
        kube::ApiClient oneClient(one);
        kube::ApiClient otherClient(other);
        const auto a = oneClient.send({.path = u"/x"_s});
        const auto b = otherClient.send({.path = u"/x"_s});
        QTRY_VERIFY(a.isFinished() && b.isFinished());
        QVERIFY(a.result() && b.result());
        QCOMPARE(m_issuer->refreshes, 1);
    }

    void a401RenewsOnceForAllWhoGotIt()
    {
        const auto shared = sources();
        const auto revoked = oidc(jwtThatEndsIn(3000));
        m_accepted = "nothing";
        kube::Identity one(revoked, nullptr, {}, shared);
        kube::Identity other(revoked, nullptr, {}, shared);
        kube::ApiClient oneClient(one);
        kube::ApiClient otherClient(other);
        std::vector<QFuture<kube::Result<kube::ApiAnswer>>> answers;
        for (int i = 0; i < 5; ++i) {
            answers.push_back(oneClient.send({.path = u"/x"_s}));
            answers.push_back(otherClient.send({.path = u"/x"_s}));
        }
        for (const auto &answer : answers) {
            QTRY_VERIFY(answer.isFinished());
            QCOMPARE(answer.result().error().kind, Error::Kind::Unauthorized);
        }
        QCOMPARE_GE(m_issuer->refreshes, 1);
        for (int i = 0; i < 5; ++i)
            QVERIFY(!ask(oneClient) && !ask(otherClient));
        QCOMPARE_LE(m_issuer->refreshes, 2); // one for each identity, whichever got its 401 first
    }

    void anIssuerThatIsDownIsAskedOnceInAWhile()
    {
        m_issuer->fails = 1000;
        kube::Identity identity(oidc({}), nullptr, {}, sources());
        kube::ApiClient client(identity);
        for (int i = 0; i < 10; ++i)
            QCOMPARE(ask(client).error().kind, Error::Kind::Credentials);
        QCOMPARE(m_issuer->refreshes, 1);
        identity.tryAgain();
        QVERIFY(!ask(client));
        QCOMPARE(m_issuer->refreshes, 2);
        QVERIFY(m_server->heads().isEmpty());
    }

    void aTokenOfTheUsersOwnGoesFirst()
    {
        auto both = oidc(jwtThatEndsIn(-1));
        both.token = u"own-token"_s;
        m_accepted = "own-token";
        kube::Identity identity(both, nullptr, {}, sources());
        kube::ApiClient client(identity);
        QVERIFY(ask(client));
        QCOMPARE(m_issuer->discoveries, 0);
    }

    void providersThatAreGoneNameTheirSuccessor_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("remedy");
        QTest::newRow("gcp") << u"gcp"_s << u"gke-gcloud-auth-plugin"_s;
        QTest::newRow("azure") << u"azure"_s << u"kubelogin"_s;
        QTest::newRow("another") << u"openstack"_s << u"exec plugin"_s;
    }

    void providersThatAreGoneNameTheirSuccessor()
    {
        QFETCH(const QString, name);
        QFETCH(const QString, remedy);
        auto old = config();
        old.authProviderName = name;
        kube::Identity identity(old, nullptr, {}, sources());
        kube::ApiClient client(identity);
        const auto error = ask(client).error();
        QCOMPARE(error.kind, Error::Kind::Credentials);
        QVERIFY2(error.message.contains(remedy) && error.message.contains(name),
                 qPrintable(error.message));
    }

    void aPluginThatFailsIsNotRunForEachRequest()
    {
        const auto runs = m_folder->filePath(u"runs"_s);
        auto broken = config();
        broken.exec = kube::ExecConfig{.apiVersion = u"client.authentication.k8s.io/v1"_s,
                                       .command = u"/bin/sh"_s,
                                       .args = {u"-c"_s, u"echo x >> '%1'; exit 1"_s.arg(runs)}};
        kube::Identity identity(broken, nullptr, {.refreshPause = 10min}, sources());
        kube::ApiClient client(identity);
        for (int i = 0; i < 5; ++i)
            QCOMPARE(ask(client).error().kind, Error::Kind::Credentials);
        QCOMPARE(QFileInfo(runs).size(), 2);
        identity.tryAgain();
        QVERIFY(!ask(client));
        QCOMPARE(QFileInfo(runs).size(), 4);
    }

    void aPluginThatWaitsForAPersonIsOnlyRunWhenAsked()
    {
        const auto runs = m_folder->filePath(u"runs"_s);
        auto asking = config();
        asking.exec = kube::ExecConfig{
            .apiVersion = u"client.authentication.k8s.io/v1"_s,
            .command = u"/bin/sh"_s,
            .args = {u"-c"_s, u"echo x >> '%1'; echo no tty >&2; exit 1"_s.arg(runs)}};
        kube::Identity identity(asking, nullptr, {.refreshPause = 0ms, .longestPause = 0ms},
                                sources());
        kube::ApiClient client(identity);
        for (int i = 0; i < 5; ++i)
            QCOMPARE(ask(client).error().reason,
                     QLatin1StringView(kube::PluginProblem::NeedsTerminal));
        QCOMPARE(QFileInfo(runs).size(), 2);
        identity.tryAgain();
        QVERIFY(!ask(client));
        QCOMPARE(QFileInfo(runs).size(), 4);
    }

    void aPluginThatGoesOnFailingIsRunLessAndLess()
    {
        const auto runs = m_folder->filePath(u"runs"_s);
        auto broken = config();
        broken.exec = kube::ExecConfig{.apiVersion = u"client.authentication.k8s.io/v1"_s,
                                       .command = u"/bin/sh"_s,
                                       .args = {u"-c"_s, u"echo x >> '%1'; exit 1"_s.arg(runs)}};
        kube::Identity identity(broken, nullptr, {.refreshPause = 20ms, .longestPause = 10min},
                                sources());
        kube::ApiClient client(identity);
        QElapsedTimer clock;
        clock.start();
        QTRY_VERIFY(!ask(client) && QFileInfo(runs).size() >= 2 * 4); // 20 + 40 + 80 ms between
        QVERIFY(clock.elapsed() >= 140);
    }

    void theEndOfATokenIsTold()
    {
        auto fixed = config();
        fixed.token = jwtThatEndsIn(300);
        kube::Cluster cluster(fixed, nullptr, {}, sources());
        QSignalSpy changed(&cluster, &kube::Cluster::signInChanged);
        cluster.connectToServer();
        QTRY_COMPARE(cluster.signIn(), kube::Cluster::SignIn::Ending);
        QVERIFY(!changed.empty());
        const auto expiry = cluster.expiry();
        QVERIFY(expiry && !expiry->renews);
        QVERIFY(QDateTime::currentDateTimeUtc().secsTo(expiry->when) <= 300);
    }

    void theEndIsNoticedAsTimeGoesBy()
    {
        auto fixed = config();
        fixed.token = jwtThatEndsIn(2);
        kube::Cluster cluster(fixed, nullptr, {.ping = 50}, sources());
        cluster.connectToServer();
        QTRY_COMPARE(cluster.signIn(), kube::Cluster::SignIn::Ending);
        QTRY_COMPARE(cluster.signIn(), kube::Cluster::SignIn::Ended);
    }

    void whatNeverEndsIsNotTold()
    {
        auto fixed = config();
        fixed.token = u"opaque"_s;
        kube::Identity identity(fixed, nullptr, {}, sources());
        kube::ApiClient client(identity);
        QVERIFY(ask(client));
        QVERIFY(!identity.expiry());
    }

    void theClientCertificatesEndIsTold()
    {
        const Keys keys(m_keyFolder->path());
        QVERIFY(keys.makeKey(u"jane"_s));
        QVERIFY(keys.certify(u"jane"_s, u"ca"_s, "extendedKeyUsage=clientAuth"));
        auto certified = config();
        certified.clientCertificateData = keys.read(u"jane.crt"_s);
        certified.clientKeyData = keys.read(u"jane.key"_s);
        kube::Identity identity(certified, nullptr, {}, sources());
        kube::ApiClient client(identity);
        QVERIFY(ask(client));
        QVERIFY(identity.expiry() && !identity.expiry()->renews);
        const auto days = QDateTime::currentDateTimeUtc().daysTo(identity.expiry()->when);
        QVERIFY(days >= 29 && days <= 30);
    }

    void aRenewedTokenDoesNotMakeAnotherConnection()
    {
        const auto before = oidc(jwtThatEndsIn(1));
        auto after = oidc(jwtThatEndsIn(1000));
        QVERIFY(before != after);
        QVERIFY(before.connectsLike(after));
        after.authProviderConfig.insert(u"client-id"_s, u"b"_s);
        QVERIFY(!before.connectsLike(after));
    }
};

QTEST_GUILESS_MAIN(SignInTest)
#include "tst_signin.moc"
