// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "../../features/gatewayworld.h"
#include "collab/gateway/identity/cookies.h"
#include "collab/gateway/identity/loginstate.h"
#include "collab/gateway/identity/proof.h"

#include <QPointer>
#include <QSignalSpy>
#include <QUrlQuery>

using namespace Qt::StringLiterals;
using gateway::Caller;
using gateway::LoginStates;
using gateway::Proof;
using gateway::Sessions;

namespace {

Caller person(const QString &subject)
{
    return {.subject = subject, .name = subject, .groups = {u"dev"_s}};
}

/// A WebSocket of the gateway, as far as who may open one.
class Doorkeeper final : public relay::WebSocketEndpoint
{
public:
    explicit Doorkeeper(gateway::Authenticator &authenticator)
        : m_authenticator(authenticator)
    {
    }

    bool serves(const QUrl &url) const override { return url.path() == "/ws/probe"_L1; }
    std::optional<relay::Refusal> refuses(const QHttpServerRequest &request) override
    {
        const auto caller = m_authenticator.identify(relay::headOf(request));
        if (caller)
            return std::nullopt;
        return relay::Refusal{.status = caller.error().status,
                              .retryAfter = caller.error().retryAfter};
    }
    void take(std::unique_ptr<QWebSocket> socket, QTcpSocket *) override
    {
        m_open.push_back(std::move(socket));
    }

private:
    gateway::Authenticator &m_authenticator;
    std::vector<std::unique_ptr<QWebSocket>> m_open;
};

/// Says of everybody what a test wants.
class Verdict final : public gateway::Authenticator
{
public:
    std::expected<Caller, gateway::Denial> identify(const relay::RequestHead &) override
    {
        return Caller();
    }
    bool holds(const Caller &caller) const override
    {
        return isGood && Authenticator::holds(caller);
    }

    bool isGood = true;
};

} // namespace

/// Sessions, what proves them, and what tells that a proof has ended.
class GatewayIdentityTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void sessionsAreBounded()
    {
        Sessions sessions({.all = 5, .ofOne = 2});
        const auto first = sessions.open(person(u"ada"_s), std::chrono::hours(1));
        const auto second = sessions.open(person(u"ada"_s), std::chrono::hours(1));
        const auto other = sessions.open(person(u"eve"_s), std::chrono::hours(1));
        QCOMPARE(sessions.find(first)->subject, u"ada"_s);
        QVERIFY(sessions.find(first)->isBySession);
        sessions.open(person(u"ada"_s), std::chrono::hours(1));
        QVERIFY(!sessions.find(first)); // her own oldest
        QVERIFY(sessions.find(second) && sessions.find(other));
        for (int i = 0; i < 20; ++i)
            sessions.open(person(QString::number(i)), std::chrono::hours(1));
        QCOMPARE(sessions.count(), 5);
        QVERIFY(!sessions.find(other));
        const auto over = sessions.open(person(u"bob"_s), std::chrono::seconds(0));
        QVERIFY(!sessions.find(over));
        QVERIFY(!sessions.find(""));
    }

    void aSessionsTokenIsItsOwn()
    {
        Sessions sessions;
        const auto first = sessions.open(person(u"ada"_s), std::chrono::hours(1));
        const auto second = sessions.open(person(u"ada"_s), std::chrono::hours(1));
        QVERIFY(first.size() >= 43 && first != second);
        QVERIFY(Sessions::csrfTokenOf(first) != Sessions::csrfTokenOf(second));
        QVERIFY(!Sessions::csrfTokenOf(first).contains(first));
        const auto proof = sessions.find(first)->proof;
        QVERIFY(sessions.has(proof) && proof != first);
        sessions.close(proof);
        QVERIFY(!sessions.has(proof) && !sessions.find(first));
    }

    void aSignInThatHasBegunIsReadByWhoWroteIt()
    {
        const LoginStates states;
        auto login = gateway::Login::begin(u"http://x/auth/callback"_s, u"/a?b=c#d"_s);
        const auto cookie = states.written(login);
        QCOMPARE(states.read(cookie)->state, login.state);
        QCOMPARE(states.read(cookie)->verifier, login.verifier);
        QCOMPARE(states.read(cookie)->path, u"/a?b=c#d"_s);
        QVERIFY(!LoginStates().read(cookie)); // with another key
        for (qsizetype at = 0; at < cookie.size() - 1; ++at) {
            auto forged = cookie;
            forged[at] = forged[at] == 'A' ? 'Q' : 'A';
            QVERIFY(forged == cookie || !states.read(forged));
        }
        for (const auto &text : {""_ba, "."_ba, ".."_ba, "a.b"_ba})
            QVERIFY(!states.read(text));
        login.until = QDateTime::currentSecsSinceEpoch() - 1;
        QVERIFY(!states.read(states.written(login)));
    }

    void cookiesAreForThisServerOnly()
    {
        const gateway::Cookie cookie{.name = "a", .value = "b", .age = std::chrono::seconds(9)};
        QCOMPARE(cookie.text(true),
                 "__Host-a=b; Path=/; SameSite=Lax; Max-Age=9; HttpOnly; Secure");
        QCOMPARE(cookie.text(false), "a=b; Path=/; SameSite=Lax; Max-Age=9; HttpOnly");
        QHttpHeaders headers;
        headers.append("Cookie", "aa=1; a=2; __Host-a=3;a=4");
        QCOMPARE(gateway::cookieIn(headers, "a"), "2");
        QCOMPARE(gateway::cookieIn(headers, "__Host-a"), "3");
        QCOMPARE(gateway::cookieIn(headers, "b"), "");
    }

    void aProofEndsWhenItsTimeIsOver()
    {
        const Verdict authenticator;
        auto caller = person(u"ada"_s);
        caller.until = QDateTime::currentDateTimeUtc().addMSecs(150);
        Proof proof(caller, authenticator);
        QSignalSpy ended(&proof, &Proof::ended);
        QVERIFY(proof.holds());
        QTRY_COMPARE(ended.size(), 1);
        QVERIFY(QDateTime::currentDateTimeUtc() >= caller.until);
        QVERIFY(!proof.holds());
    }

    void aProofEndsWhenItIsTakenBack()
    {
        Verdict authenticator;
        Proof proof(person(u"ada"_s), authenticator);
        QSignalSpy ended(&proof, &Proof::ended);
        QTest::qWait(1);
        QCOMPARE(ended.size(), 0);
        authenticator.isGood = false;
        QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, 15'000);
    }

    void aWebSocketNeedsAProofThatCountsThere()
    {
        gateway::GatewayConfig config{.isEnabled = true};
        config.corsOrigins = {u"https://dash.example.org"_s};
        config.auth.apiKeys.push_back({.name = u"ci"_s, .sha256 = relay::hashOf("kyk_good")});
        GatewayWorld world(config);
        auto &identity = dynamic_cast<gateway::Identity &>(world.gateway->parts().authenticator);
        world.gateway->add(std::make_unique<Doorkeeper>(identity));
        const auto id = identity.sessions().open(person(u"ada"_s), std::chrono::hours(1));
        const QByteArray cookie = "Cookie: krateyard-session=" + id;
        const QByteArray own = "Origin: http://127.0.0.1";
        const auto open = [&](const QByteArrayList &headers, const QByteArray &query = {}) {
            return world
                .ask("GET", "/ws/probe" + query,
                     QByteArrayList{"Connection: Upgrade", "Upgrade: websocket",
                                    "Sec-WebSocket-Version: 13",
                                    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=="}
                         + headers)
                .status;
        };
        QCOMPARE(open({own}), 401);
        QCOMPARE(open({cookie, own}), 101);
        QCOMPARE(open({cookie}), 403); // who says not whose page it is
        QCOMPARE(open({cookie, "Origin: http://127.0.0.1:9"}), 401);
        QCOMPARE(open({cookie, "Origin: https://evil.example"}), 403);
        QCOMPARE(open({cookie, "Origin: https://dash.example.org"}), 401); // a cookie is not theirs
        QCOMPARE(open({"Origin: https://dash.example.org"}, "?access_token=kyk_good"), 101);
        QCOMPARE(open({"Origin: https://evil.example"}, "?access_token=kyk_good"), 403);
        QCOMPARE(open({}, "?access_token=kyk_good"), 101);
        QCOMPARE(open({}, "?access_token=kyk_bad"), 401);
        QCOMPARE(open({"Authorization: Bearer kyk_good"}), 101);
        QVERIFY(identity.holds(*identity.sessions().find(id)));
        const auto ada = *identity.sessions().find(id);
        identity.sessions().close(ada.proof);
        QVERIFY(!identity.holds(ada));
        QCOMPARE(open({cookie, own}), 401);
    }
};

QTEST_GUILESS_MAIN(GatewayIdentityTest)
#include "tst_gatewayidentity.moc"
