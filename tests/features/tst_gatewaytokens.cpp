// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "../collab/relay/oidcfixture.h"
#include "gatewayworld.h"

#include <QMessageAuthenticationCode>

using namespace Qt::StringLiterals;
using oidc::Signer;

/// Tokens that are shown to the gateway by those who have none.
class GatewayTokensTest : public QObject
{
    Q_OBJECT

private:
    gateway::GatewayConfig config() const
    {
        gateway::GatewayConfig config{.isEnabled = true};
        config.auth.oidc.issuer = m_issuer->url();
        config.auth.oidc.audience = u"yard"_s;
        config.auth.leeway = std::chrono::seconds(5);
        return config;
    }
    static QByteArrayList bearer(const QByteArray &token)
    {
        return {"Authorization: Bearer " + token};
    }
    support::RawAnswer show(const QByteArray &token) const
    {
        return m_world->ask("GET", "/api/probe/shop/web", bearer(token));
    }
    QJsonObject with(const QString &claim, const QJsonValue &value) const
    {
        auto claims = m_issuer->claims();
        if (value.isUndefined())
            claims.remove(claim);
        else
            claims[claim] = value;
        return claims;
    }
    void start(const gateway::GatewayConfig &config, const relay::RelayConfig &relay = {})
    {
        m_world = std::make_unique<GatewayWorld>(config, relay);
        QTRY_COMPARE(m_world->ask("GET", "/readyz").status, 200);
    }
    QByteArray inHs256(const QByteArray &secret) const
    {
        const QByteArray text =
            oidc::encoded(QJsonObject{{u"alg"_s, u"HS256"_s}, {u"kid"_s, u"rsa"_s}}) + '.'
            + oidc::encoded(m_issuer->claims());
        return text + '.'
            + oidc::encoded(
                   QMessageAuthenticationCode::hash(text, secret, QCryptographicHash::Sha256));
    }

    const Signer m_rsa{Signer::Kind::Rsa, u"rsa"_s};
    const Signer m_ec{Signer::Kind::Ec, u"ec"_s};
    const Signer m_ed{Signer::Kind::Ed25519, u"ed"_s};
    std::unique_ptr<Issuer> m_issuer;
    std::unique_ptr<GatewayWorld> m_world;

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning();
        m_issuer = std::make_unique<Issuer>();
        m_issuer->keys = {m_rsa.publicKey(), m_ec.publicKey(), m_ed.publicKey()};
    }
    void cleanup()
    {
        m_world.reset();
        m_issuer.reset();
    }

    void whatTheProviderSignedLetsIn()
    {
        start(config());
        const auto claims = m_issuer->claims();
        for (const auto &algorithm : {u"RS256"_s, u"RS384"_s, u"RS512"_s, u"PS256"_s})
            QCOMPARE(show(m_rsa.token(claims, algorithm)).status, 200);
        QCOMPARE(show(m_ec.token(claims, u"ES256"_s)).status, 200);
        QCOMPARE(show(m_ed.token(claims, u"EdDSA"_s)).status, 200);
        const auto inAddress = m_world->ask(
            "GET", "/api/probe/shop/web?access_token=" + m_ec.token(claims, u"ES256"_s));
        QCOMPARE(inAddress.status, 200);
        const auto writing = m_world->ask(
            "PUT", "/api/probe/shop/web?access_token=" + m_ec.token(claims, u"ES256"_s));
        QCOMPARE(writing.status, 401); // an address is for those who can send no headers
    }

    void claimsThatAreNotGoodKeepOut_data()
    {
        QTest::addColumn<QString>("claim");
        QTest::addColumn<QJsonValue>("value");
        const auto now = QDateTime::currentSecsSinceEpoch();
        QTest::newRow("expired") << u"exp"_s << QJsonValue(now - 6);
        QTest::newRow("without an end") << u"exp"_s << QJsonValue(QJsonValue::Undefined);
        QTest::newRow("not yet") << u"nbf"_s << QJsonValue(now + 60);
        QTest::newRow("wrong audience") << u"aud"_s << QJsonValue(u"other"_s);
        QTest::newRow("no audience") << u"aud"_s << QJsonValue(QJsonValue::Undefined);
        QTest::newRow("wrong audiences") << u"aud"_s << QJsonValue(QJsonArray{u"a"_s, u"b"_s});
        QTest::newRow("wrong issuer") << u"iss"_s << QJsonValue(u"https://evil.example"_s);
        QTest::newRow("no issuer") << u"iss"_s << QJsonValue(QJsonValue::Undefined);
        QTest::newRow("nobody") << u"sub"_s << QJsonValue(u""_s);
        QTest::newRow("a sign-out") << u"events"_s << QJsonValue(QJsonObject());
    }
    void claimsThatAreNotGoodKeepOut()
    {
        QFETCH(const QString, claim);
        QFETCH(const QJsonValue, value);
        start(config());
        const auto answer = show(m_ec.token(with(claim, value), u"ES256"_s));
        QCOMPARE(answer.status, 401);
        QCOMPARE(answer.headers.value("WWW-Authenticate"), "Bearer");
        QVERIFY(answer.body.contains("\"error\""));
    }

    void forgedOnesKeepOut()
    {
        start(config());
        const auto good = m_rsa.token(m_issuer->claims(), u"RS256"_s);
        const QJsonObject none{{u"alg"_s, u"none"_s}, {u"kid"_s, u"rsa"_s}};
        const auto claims = oidc::encoded(m_issuer->claims());
        const Signer stranger(Signer::Kind::Rsa, u"rsa"_s);
        auto changed = good.split('.');
        changed[1] = oidc::encoded(with(u"sub"_s, u"eve"_s));
        for (const QByteArray &token : std::initializer_list<QByteArray>{
                 ""_ba, "nonsense"_ba, oidc::encoded(none) + '.' + claims + '.',
                 oidc::encoded(none) + '.' + claims + '.' + good.split('.').last(),
                 stranger.token(m_issuer->claims(), u"RS256"_s), changed.join('.'),
                 good.chopped(6) + "AAAAAA", inHs256(m_rsa.pem()), inHs256(m_rsa.pem().trimmed()),
                 inHs256(m_rsa.publicKey()["n"_L1].toString().toLatin1()),
                 inHs256(QJsonDocument(m_rsa.publicKey()).toJson(QJsonDocument::Compact)),
                 inHs256(""),
                 m_rsa.token(m_issuer->claims(),
                             QJsonObject{{u"alg"_s, u"ES256"_s}, {u"kid"_s, u"rsa"_s}}),
                 m_ec.token(m_issuer->claims(),
                            QJsonObject{{u"alg"_s, u"EdDSA"_s}, {u"kid"_s, u"ec"_s}})}) {
            const auto answer = show(token);
            QVERIFY2(answer.status == 401, answer.all);
            QVERIFY(token.size() < 10 || !answer.all.contains(token));
        }
        QCOMPARE(m_world->ask("GET", "/api/probe/shop/web").status, 401);
        QCOMPARE(show(good).status, 200);
    }

    void aKeyThatWasRotatedOutProvesNothing()
    {
        start(config());
        const auto old = m_ec.token(m_issuer->claims(), u"ES256"_s);
        QCOMPARE(show(old).status, 200);
        const Signer next(Signer::Kind::Ed25519, u"next"_s);
        m_issuer->keys = {next.publicKey()};
        const auto fresh = next.token(m_issuer->claims(), u"EdDSA"_s);
        const auto first = show(fresh);
        QCOMPARE(first.status, 503);
        QCOMPARE(first.headers.value("Retry-After"), "2");
        QTRY_COMPARE(show(fresh).status, 200);
        QCOMPARE(show(old).status, 401);
        const auto asked = m_issuer->discoveries;
        for (int i = 0; i < 5; ++i)
            show(Signer(Signer::Kind::Ed25519, QString::number(i))
                     .token(m_issuer->claims(), u"EdDSA"_s));
        QCOMPARE(m_issuer->discoveries, asked); // made-up keys fetch nothing
    }

    void groupsComeAsKeycloakAndDexHaveThem()
    {
        auto ours = config();
        ours.auth.oidc.groupsClaim = u"groups, realm_access.roles, resource_access.my.app.roles"_s;
        start(ours);
        const auto who = [this](const QJsonObject &claims) {
            const auto answer = show(m_rsa.token(claims, u"RS256"_s));
            return QJsonDocument::fromJson(answer.body).object();
        };
        auto keycloak = m_issuer->claims();
        keycloak[u"aud"_s] = u"account"_s;
        keycloak[u"azp"_s] = u"yard"_s;
        keycloak[u"groups"_s] = QJsonArray{u"/platform"_s, u"/system:masters"_s};
        keycloak[u"realm_access"_s] =
            QJsonObject{{u"roles"_s, QJsonArray{u"offline_access"_s, u"system:masters"_s}}};
        keycloak[u"resource_access"_s] =
            QJsonObject{{u"my.app"_s, QJsonObject{{u"roles"_s, QJsonArray{u"reader"_s}}}}};
        keycloak[u"email"_s] = u"ada@example.org"_s;
        keycloak[u"email_verified"_s] = true;
        const auto ada = who(keycloak);
        QCOMPARE(ada["user"_L1], u"ada@example.org"_s);
        // What would be the cluster's own group, were somebody impersonated, is left out.
        QCOMPARE(ada["groups"_L1].toArray(),
                 QJsonArray({u"/platform"_s, u"platform"_s, u"/system:masters"_s,
                             u"offline_access"_s, u"reader"_s}));
        auto dex = m_issuer->claims();
        dex[u"groups"_s] = QJsonArray{u"team:dev"_s};
        dex[u"federated_claims"_s] = QJsonObject{{u"connector_id"_s, u"ldap"_s}};
        dex[u"email"_s] = u"eve@example.org"_s;
        QCOMPARE(who(dex)["groups"_L1].toArray(), QJsonArray{u"team:dev"_s});
        QCOMPARE(who(dex)["user"_L1], u"ada"_s); // nobody has checked that address
        dex[u"sub"_s] = u"system:admin"_s;
        QCOMPARE(who(dex)["user"_L1], u"oidc:system:admin"_s);
    }

    void tokensTriedAtSpeedAreRefusedEverywhere()
    {
        relay::RelayConfig relay;
        relay.trustedProxies = {{.address = QHostAddress::LocalHost, .prefix = 32}};
        auto ours = config();
        ours.auth.apiKeys.push_back({.name = u"ci"_s, .sha256 = relay::hashOf("kyk_good")});
        start(ours, relay);
        const auto from = [this](const QByteArray &address, const QByteArray &token) {
            return m_world->ask("GET", "/api/probe/shop/web",
                                {"X-Forwarded-For: " + address, "Authorization: Bearer " + token});
        };
        const auto welcome = from("192.0.2.7", "kyk_good");
        QCOMPARE(welcome.status, 200);
        QCOMPARE(QJsonDocument::fromJson(welcome.body)["address"_L1], u"192.0.2.7"_s);
        QCOMPARE(QJsonDocument::fromJson(welcome.body)["subject"_L1], u"apikey/ci"_s);
        for (int i = 0; i < 20; ++i)
            QCOMPARE(from("192.0.2.7", "kyk_" + QByteArray::number(i)).status, 401);
        const auto refused = from("192.0.2.7", "kyk_21");
        QCOMPARE(refused.status, 429);
        QVERIFY(refused.headers.value("Retry-After").toByteArray().toInt() > 0);
        QCOMPARE(from("192.0.2.7", "kyk_good").status, 429);
        QCOMPARE(from("192.0.2.8", "kyk_good").status, 200);
        // Who writes the header itself is still the one that the proxy saw.
        QCOMPARE(from("192.0.2.8, 192.0.2.7", "kyk_good").status, 429);
        // The same for yards.
        QCOMPARE(
            m_world
                ->ask("GET", "/ws/sync/shop",
                      {"X-Forwarded-For: 192.0.2.7", "Connection: Upgrade", "Upgrade: websocket",
                       "Sec-WebSocket-Version: 13", "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=="})
                .status,
            429);
    }

    void aKeyHoldsUntilItIsTakenBack()
    {
        auto ours = config();
        ours.auth.apiKeys.push_back({.name = u"ci"_s, .sha256 = relay::hashOf("kyk_good")});
        ours.auth.apiKeys.push_back({.name = u"old"_s,
                                     .sha256 = relay::hashOf("kyk_old"),
                                     .expires = QDateTime::currentDateTimeUtc().addSecs(-1)});
        start(ours);
        QCOMPARE(show("kyk_good").status, 200);
        QCOMPARE(show("kyk_old").status, 401);
        const gateway::Caller caller{.subject = u"apikey/ci"_s, .proof = relay::hashOf("kyk_good")};
        QVERIFY(m_world->gateway->parts().authenticator.holds(caller));
        ours.auth.apiKeys.clear();
        m_world->gateway->reload(ours);
        QCOMPARE(show("kyk_good").status, 401);
        QVERIFY(!m_world->gateway->parts().authenticator.holds(caller));
    }
};

QTEST_GUILESS_MAIN(GatewayTokensTest)
#include "tst_gatewaytokens.moc"
