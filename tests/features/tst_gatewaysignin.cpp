// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/relay/config/accesstokens.h"
#include "collab/signin/relaysession.h"
#include "collab/signin/relaysignin.h"
#include "kube/demo/apiserver.h"
#include "signinclients.h"
#include "support/npm.h"
#include "support/relayprocess.h"
#include "support/skipall.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QUrlQuery>

using namespace Qt::StringLiterals;
using support::Answer;
using support::Browser;
using support::LoggedRelay;

/// People sign in at the program's gateway by "oidc-provider" of npm: with a browser, and from the
/// desktop.
class GatewaySignInTest : public QObject
{
    Q_OBJECT

private:
    static constexpr auto Secret = "tell/no+body:1"_L1;
    static constexpr auto Key = "kyk_abcdefghijklmnopqrstuvwxyz0123456789"_L1;

    QString write(const QString &name, const QString &text) const
    {
        QFile file(m_folder.filePath(name));
        if (file.open(QIODevice::WriteOnly))
            file.write(text.toUtf8());
        return file.fileName();
    }
    QString configFor(const QString &issuer, bool hasSecret)
    {
        const auto kubeconfig =
            write(u"kubeconfig"_s,
                  u"apiVersion: v1\nkind: Config\ncurrent-context: demo\n"
                  "clusters: [{name: c, cluster: {server: '%1'}}]\n"
                  "users: [{name: u, user: {}}]\n"
                  "contexts: [{name: demo, context: {cluster: c, user: u}}]\n"_s.arg(
                      m_api.url().toString()));
        auto text = u"gateway:\n  kubeconfig: %1\n  auth:\n    issuer: %2\n    clientId: yard\n    "
                    u"adminGroups: [dev]\n"
                    "    apiKeys: [{name: ci, groups: [dev], sha256: \"%3\"}]\n"_s.arg(
                        kubeconfig, issuer,
                        QString::fromLatin1(relay::hashOf(QByteArray(Key.data())).toHex()));
        if (hasSecret)
            text +=
                u"    clientSecretFile: %1\n"_s.arg(write(u"secret"_s, QString(Secret) + u'\n'));
        return write(u"relay.yaml"_s, text);
    }
    void start(bool hasSecret, const QString &logFormat = u"text"_s)
    {
        QStringList arguments{m_script, u"yard"_s};
        if (hasSecret)
            arguments.append(Secret);
        m_provider = std::make_unique<support::LineProcess>(u"node"_s, arguments);
        m_issuer = QJsonDocument::fromJson(m_provider->line())["issuer"_L1].toString();
        QVERIFY(!m_issuer.isEmpty());
        m_relay = std::make_unique<LoggedRelay>(configFor(m_issuer, hasSecret), logFormat);
        QTRY_COMPARE_WITH_TIMEOUT(Browser().ask("GET", m_relay->url(u"/auth/config"_s)).status, 200,
                                  15'000);
    }
    /// The address with the code, where the provider leads back to.
    QUrl cameBack(Browser &browser, const QString &path = u"/"_s)
    {
        auto url = m_relay->url(u"/auth/login"_s);
        url.setQuery(u"return="_s + QString::fromLatin1(QUrl::toPercentEncoding(path)));
        return browser.followed(url, u"/auth/callback"_s);
    }
    Answer me(Browser &browser, const Browser::Headers &headers = {})
    {
        return browser.ask("GET", m_relay->url(u"/auth/me"_s), headers);
    }

    QTemporaryDir m_folder;
    demo::ApiServer m_api;
    QString m_script;
    QString m_issuer;
    std::unique_ptr<support::LineProcess> m_provider;
    std::unique_ptr<LoggedRelay> m_relay;

private Q_SLOTS:
    void initTestCase()
    {
        const auto npm =
            support::npmPackages(u"oidc"_s, QStringLiteral(OIDC_SCRIPTS "/package.json"));
        if (!npm.problem.isEmpty())
            SKIP_ALL(qPrintable(u"no sign-in with a real OpenID provider: %1"_s.arg(npm.problem)));
        m_script = support::placeScript(QStringLiteral(OIDC_SCRIPTS "/browser.mjs"), npm.folder);
        QVERIFY(!m_script.isEmpty());
        QVERIFY(m_api.listen());
    }
    void cleanup()
    {
        m_relay.reset();
        m_provider.reset();
    }

    void aBrowserSignsIn_data()
    {
        QTest::addColumn<bool>("hasSecret");
        QTest::newRow("public client") << false;
        QTest::newRow("with a secret") << true;
    }
    void aBrowserSignsIn()
    {
        QFETCH(const bool, hasSecret);
        start(hasSecret);
        Browser browser;
        const auto begun =
            browser.ask("GET", m_relay->url(u"/auth/login?return=%2Fdash%3Fx%3D1"_s));
        QCOMPARE(begun.status, 302);
        const QUrlQuery query(begun.location);
        QVERIFY(begun.location.toString().startsWith(m_issuer));
        QCOMPARE(query.queryItemValue(u"code_challenge_method"_s), u"S256"_s);
        QVERIFY(!query.queryItemValue(u"nonce"_s).isEmpty());
        QVERIFY(begun.cookies.value(0).contains("HttpOnly"));
        QVERIFY(begun.cookies.value(0).contains("SameSite=Lax"));

        const auto back = browser.followed(begun.location, u"/auth/callback"_s);
        QCOMPARE(back.path(), u"/auth/callback"_s);
        Browser another; // that was made to visit somebody else's sign-in
        QCOMPARE(another.ask("GET", back).status, 403);
        const auto done = browser.ask("GET", back);
        QCOMPARE(done.status, 302);
        QCOMPARE(done.location, m_relay->url(u"/dash?x=1"_s));
        QVERIFY(done.cookies.value(0).contains("HttpOnly"));
        QVERIFY(done.cookies.value(0).contains("Max-Age=28800"));
        QCOMPARE(browser.ask("GET", back).status, 403); // once

        const auto who = me(browser).json();
        QCOMPARE(who["subject"_L1], u"jane"_s);
        QCOMPARE(who["groups"_L1].toArray(), QJsonArray({u"/dev"_s, u"dev"_s}));
        QCOMPARE(who["csrfToken"_L1].toString().toLatin1(),
                 browser.cookie(m_relay->url(u"/"_s), "krateyard-csrf"));
        QCOMPARE(me(another).status, 401);
    }

    void nobodyIsLedElsewhere()
    {
        start(false);
        for (const auto &path : {u"//evil.example"_s, u"/\\evil.example"_s,
                                 u"https://evil.example"_s, u"javascript:x"_s, u"/a\r\nX: y"_s}) {
            Browser browser;
            QCOMPARE(browser.ask("GET", cameBack(browser, path)).location, m_relay->url(u"/"_s));
        }
    }

    void pagesOfOthersCannotUseASession()
    {
        start(false);
        Browser browser;
        QCOMPARE(browser.ask("GET", cameBack(browser)).status, 302);
        const auto token = me(browser).json()["csrfToken"_L1].toString().toLatin1();
        const auto leave = [&](const Browser::Headers &headers) {
            return browser.ask("POST", m_relay->url(u"/auth/logout"_s), headers).status;
        };
        const auto own = m_relay->url().toString().toLatin1();
        QCOMPARE(leave({}), 403);
        QCOMPARE(leave({{"X-CSRF-Token", "wrong"}}), 403);
        QCOMPARE(leave({{"X-CSRF-Token", token}, {"Origin", "https://evil.example"}}), 403);
        QCOMPARE(leave({{"X-CSRF-Token", token}, {"Origin", "null"}}), 403);
        QCOMPARE(leave({{"X-CSRF-Token", token}, {"Sec-Fetch-Site", "cross-site"}}), 403);
        QCOMPARE(leave({{"X-CSRF-Token", token}, {"Sec-Fetch-Site", "same-site"}}), 403);
        // Another port is another's page, though it has our name.
        QCOMPARE(leave({{"X-CSRF-Token", token}, {"Origin", "http://127.0.0.1:9"}}), 401);
        QCOMPARE(me(browser, {{"Origin", "http://127.0.0.1:9"}}).status, 401);
        QCOMPARE(me(browser).status, 200);
        QCOMPARE(
            leave({{"X-CSRF-Token", token}, {"Origin", own}, {"Sec-Fetch-Site", "same-origin"}}),
            204);
        QCOMPARE(me(browser).status, 401);
        QCOMPARE(browser.cookie(m_relay->url(u"/"_s), "krateyard-session"), ""_ba);
    }

    void aSessionThatWasLeftIsOver()
    {
        start(false);
        Browser browser;
        QCOMPARE(browser.ask("GET", cameBack(browser)).status, 302);
        const QByteArray stolen =
            "krateyard-session=" + browser.cookie(m_relay->url(u"/"_s), "krateyard-session");
        Browser thief;
        QCOMPARE(me(thief, {{"Cookie", stolen}}).status, 200);
        const auto token = me(browser).json()["csrfToken"_L1].toString().toLatin1();
        browser.ask("POST", m_relay->url(u"/auth/logout"_s), {{"X-CSRF-Token", token}});
        QCOMPARE(me(thief, {{"Cookie", stolen}}).status, 401);
        QCOMPARE(me(thief, {{"Cookie", stolen + "x"}}).status, 401);
    }

    void theDesktopSignsInAndStaysSo()
    {
        start(false);
        collab::RelaySignIn signIn(m_relay->url());
        QSignalSpy wanted(&signIn, &collab::RelaySignIn::browserWanted);
        QSignalSpy finished(&signIn, &collab::RelaySignIn::finished);
        signIn.start();
        QTRY_COMPARE_WITH_TIMEOUT(wanted.size(), 1, 15'000);
        Browser browser;
        const auto back = browser.followed(wanted.first().first().toUrl(), u"/callback"_s);
        auto forged = back;
        forged.setQuery(u"code=x&state=guessed"_s);
        QCOMPARE(browser.ask("GET", forged).status, 404);
        QCOMPARE(browser.ask("GET", back).status, 200);
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 15'000);
        const auto tokens = finished.first().first().value<collab::SignInTokens>();
        QVERIFY(!tokens.refreshToken.isEmpty());
        const auto asJane = me(browser, {{"Authorization", "Bearer " + tokens.idToken.toLatin1()}});
        QCOMPARE(asJane.json()["subject"_L1], u"jane"_s);
        QCOMPARE(asJane.json()["session"_L1], false);

        collab::RelaySession session(m_relay->url(), tokens.refreshToken); // after a new start
        QSignalSpy changed(&session, &collab::RelaySession::refreshTokenChanged);
        auto first = session.token();
        auto second = session.token();
        QTRY_VERIFY_WITH_TIMEOUT(first.isFinished() && second.isFinished(), 15'000);
        QVERIFY(first.result());
        QCOMPARE(*first.result(), *second.result());
        QCOMPARE(changed.size(), 1); // asked once for both
        QCOMPARE(me(browser, {{"Authorization", "Bearer " + first.result()->toLatin1()}}).status,
                 200);
        session.reject(*first.result());
        auto third = session.token();
        QTRY_VERIFY_WITH_TIMEOUT(third.isFinished(), 15'000);
        QVERIFY(third.result());
        QCOMPARE(changed.size(), 2); // not the one that was rejected

        collab::RelaySession again(m_relay->url(), tokens.refreshToken); // which was used
        auto refused = again.token();
        QTRY_VERIFY_WITH_TIMEOUT(refused.isFinished(), 15'000);
        QCOMPARE(refused.result().error().kind, collab::SignInError::Kind::Refused);
        QVERIFY(!refused.result().error().message.contains(tokens.refreshToken));
    }

    void aSignInThatCannotBeSaysWhy()
    {
        using Kind = collab::SignInError::Kind;
        start(false);
        const auto failureOf = [](const QUrl &relay, std::chrono::milliseconds patience) {
            collab::RelaySignIn signIn(relay, {.patience = patience});
            QSignalSpy failed(&signIn, &collab::RelaySignIn::failed);
            signIn.start();
            [&] { QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, 15'000); }();
            return failed.first().first().value<collab::SignInError>().kind;
        };
        QCOMPARE(failureOf(m_relay->url(), std::chrono::milliseconds(500)), Kind::TookTooLong);
        QCOMPARE(failureOf(QUrl(u"http://relay.example"_s), std::chrono::minutes(1)), Kind::Unsafe);
        QCOMPARE(failureOf(QUrl(u"http://127.0.0.1:1"_s), std::chrono::minutes(1)),
                 Kind::Unreachable);
        QCOMPARE(failureOf(QUrl(m_issuer), std::chrono::minutes(1)), Kind::NoSignIn);
    }

    void secretsAreNotSaidAnywhere_data()
    {
        QTest::addColumn<QString>("logFormat");
        QTest::newRow("text") << u"text"_s;
        QTest::newRow("json") << u"json"_s;
    }
    void secretsAreNotSaidAnywhere()
    {
        QFETCH(const QString, logFormat);
        start(true, logFormat);
        Browser browser;
        const auto back = cameBack(browser);
        QCOMPARE(browser.ask("GET", back).status, 302);
        const auto csrf = me(browser).json()["csrfToken"_L1].toString().toLatin1();
        const QByteArray key(Key.data());
        const QByteArray forged =
            "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJldmUifQ.c2lnbmF0dXJlc2lnbmF0dXJl";
        Browser tool;
        QByteArray said;
        said += me(tool, {{"Authorization", "Bearer " + key}}).body;
        said += me(tool, {{"Authorization", "Bearer " + forged}}).body;
        said += me(tool, {{"Authorization", "Bearer " + key + "x"}}).body;
        said +=
            tool.ask("GET", m_relay->url(u"/auth/me?access_token="_s + QString::fromLatin1(key)))
                .body;
        said +=
            tool.ask("GET", m_relay->url(u"/auth/me?access_token="_s + QString::fromLatin1(forged)))
                .body;
        said += tool.ask("GET", m_relay->url(u"/auth/callback?code=madeupcodemadeupcode&state=x"_s))
                    .body;
        said +=
            tool.ask("GET", m_relay->url(u"/no/such?access_token="_s + QString::fromLatin1(key)))
                .body;
        said += browser.ask("POST", m_relay->url(u"/auth/logout"_s)).body;
        said += tool.ask("GET", m_relay->url(u"/metrics"_s)).body;
        said += tool.ask("GET", m_relay->url(u"/readyz"_s)).body;
        said += tool.ask("GET", m_relay->url(u"/auth/config"_s)).body;
        QByteArray audit;
        QTRY_VERIFY((audit = tool.ask("GET", m_relay->url(u"/api/v1/admin/audit?limit=1000"_s),
                                      {{"Authorization", "Bearer " + key}})
                                 .body)
                        .contains("\"login\""));
        QVERIFY2(audit.contains("jane"), audit);
        said += audit;
        const QUrlQuery query(back);
        const QByteArrayList secrets{key,
                                     forged,
                                     QByteArray(Secret.data()),
                                     csrf,
                                     browser.cookie(m_relay->url(u"/"_s), "krateyard-session"),
                                     query.queryItemValue(u"code"_s).toLatin1(),
                                     query.queryItemValue(u"state"_s).toLatin1(),
                                     "madeupcodemadeupcode"};
        said += m_relay->saidUntilTheEnd();
        QVERIFY(said.contains("usable keys")); // it did write
        for (const auto &secret : secrets) {
            QVERIFY(secret.size() > 10);
            QVERIFY2(!said.contains(secret), secret);
            QVERIFY(!said.contains(QUrl::toPercentEncoding(QString::fromLatin1(secret))));
        }
    }
};

QTEST_GUILESS_MAIN(GatewaySignInTest)
#include "tst_gatewaysignin.moc"
