// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/relay/oidc/jsonwebkeys.h"
#include "oidcfixture.h"

#include <QJsonArray>
#include <QMessageAuthenticationCode>
#include <QTest>

using namespace Qt::StringLiterals;
using oidc::Signer;
using relay::JsonWebKeys;
using Verdict = relay::JsonWebKeys::Verdict;

/// Tokens that somebody shows, and the keys that prove them or not.
class JsonWebTokenTest : public QObject
{
    Q_OBJECT

private:
    JsonWebKeys keysOf(const QJsonArray &keys) const
    {
        auto parsed = JsonWebKeys::parse(QJsonDocument(QJsonObject{{u"keys"_s, keys}}).toJson());
        return parsed ? std::move(*parsed) : JsonWebKeys();
    }
    JsonWebKeys bothKeys() const { return keysOf({m_rsa.publicKey(), m_ec.publicKey()}); }
    static std::optional<Verdict> judge(const JsonWebKeys &keys, const QByteArray &token)
    {
        const auto parsed = relay::parseToken(token);
        return parsed ? std::optional(keys.verify(*parsed)) : std::nullopt;
    }
    static QJsonObject with(QJsonObject object, const QString &key, const QJsonValue &value)
    {
        object[key] = value;
        return object;
    }

    const Signer m_rsa{Signer::Kind::Rsa, u"rsa"_s};
    const Signer m_ec{Signer::Kind::Ec, u"ec"_s};
    const QJsonObject m_claims{{u"iss"_s, u"https://id.example"_s},
                               {u"aud"_s, u"yard"_s},
                               {u"sub"_s, u"ada"_s},
                               {u"exp"_s, 10'000},
                               {u"nbf"_s, 5'000}};

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void whatTheIssuerSignedIsProven()
    {
        const auto keys = bothKeys();
        QCOMPARE(keys.count(), 2u);
        const auto token = m_rsa.token(m_claims, u"RS256"_s);
        QCOMPARE(relay::parseToken(token)->claims, m_claims);
        QCOMPARE(judge(keys, token), Verdict::Proven);
        QCOMPARE(judge(keys, m_rsa.token(m_claims, u"PS256"_s)), Verdict::Proven);
        QCOMPARE(judge(keys, m_ec.token(m_claims, u"ES256"_s)), Verdict::Proven);
        const auto nameless = m_ec.token(m_claims, QJsonObject{{u"alg"_s, u"ES256"_s}});
        QCOMPARE(judge(keys, nameless), Verdict::Proven);
    }

    void allTheWaysToSignAreKnown()
    {
        const Signer large(Signer::Kind::P384, u"large"_s);
        const Signer ed(Signer::Kind::Ed25519, u"ed"_s);
        const auto keys =
            keysOf({m_rsa.publicKey(), m_ec.publicKey(), large.publicKey(), ed.publicKey()});
        QCOMPARE(keys.count(), 4u);
        for (const auto &token :
             {m_rsa.token(m_claims, u"RS384"_s), m_rsa.token(m_claims, u"RS512"_s),
              large.token(m_claims, u"ES384"_s), ed.token(m_claims, u"EdDSA"_s),
              ed.token(m_claims, u"Ed25519"_s)}) {
            QCOMPARE(judge(keys, token), Verdict::Proven);
            auto forged = token;
            forged[token.size() / 2] = forged[token.size() / 2] == 'A' ? 'Q' : 'A';
            QVERIFY(judge(keys, forged) != Verdict::Proven);
        }
        // A signature is for one digest, and a curve for one way.
        const auto sha256 = m_rsa.token(m_claims, u"RS256"_s).split('.');
        const auto sha512 = m_rsa.token(m_claims, u"RS512"_s).split('.');
        QCOMPARE(judge(keys, sha512[0] + '.' + sha512[1] + '.' + sha256[2]), Verdict::Forged);
        for (const auto &name : {u"ES256"_s, u"ES384"_s, u"EdDSA"_s, u"RS384"_s}) {
            QVERIFY(judge(keys,
                          m_ec.token(m_claims, QJsonObject{{u"alg"_s, name}, {u"kid"_s, u"ed"_s}}))
                    == Verdict::Forged);
        }
        for (const auto &name : {u"ES512"_s, u"HS256"_s, u"HS512"_s, u"ES256K"_s, u"rs256"_s})
            QVERIFY(!relay::parseToken(m_rsa.token(m_claims, name)));
    }

    void everyFlippedBitIsNoticed()
    {
        const auto keys = bothKeys();
        for (const auto &token :
             {m_rsa.token(m_claims, u"RS256"_s), m_rsa.token(m_claims, u"PS256"_s),
              m_ec.token(m_claims, u"ES256"_s)}) {
            for (qsizetype at = 0; at < token.size(); ++at) {
                auto forged = token;
                forged[at] = forged[at] == 'A' ? 'Q' : 'A'; // differ in more than unused bits
                if (forged != token)
                    QVERIFY2(judge(keys, forged) != Verdict::Proven, forged.constData());
            }
            for (qsizetype size = 0; size < token.size(); size += 7)
                QVERIFY(judge(keys, token.first(size)) != Verdict::Proven);
        }
    }

    void aStrangersKeyProvesNothing()
    {
        const Signer stranger(Signer::Kind::Ec, u"ec"_s);
        QCOMPARE(judge(bothKeys(), stranger.token(m_claims, u"ES256"_s)), Verdict::Forged);
        const Signer unheardOf(Signer::Kind::Ec, u"new"_s);
        QCOMPARE(judge(bothKeys(), unheardOf.token(m_claims, u"ES256"_s)), Verdict::UnknownKey);
    }

    /// RFC 8725, 2.1: the algorithm that a token names is its sender's word.
    void algorithmsAreNotConfused()
    {
        const auto keys = bothKeys();
        const QJsonObject none{{u"alg"_s, u"none"_s}, {u"kid"_s, u"rsa"_s}};
        QVERIFY(!relay::parseToken(oidc::encoded(none) + '.' + oidc::encoded(m_claims) + '.'));
        QVERIFY(!judge(keys, m_rsa.token(m_claims, u"None"_s)));
        QVERIFY(!judge(keys, m_rsa.token(m_claims, u"RS1"_s)));

        const QJsonObject shared{{u"alg"_s, u"HS256"_s}, {u"kid"_s, u"rsa"_s}};
        const QByteArray text = oidc::encoded(shared) + '.' + oidc::encoded(m_claims);
        const auto secret = m_rsa.publicKey()["n"_L1].toString().toLatin1();
        QVERIFY(!relay::parseToken(text + '.'
                                   + oidc::encoded(QMessageAuthenticationCode::hash(
                                       text, secret, QCryptographicHash::Sha256))));

        QCOMPARE(
            judge(keys,
                  m_rsa.token(m_claims, QJsonObject{{u"alg"_s, u"ES256"_s}, {u"kid"_s, u"rsa"_s}})),
            Verdict::Forged);
        QCOMPARE(
            judge(keys,
                  m_ec.token(m_claims, QJsonObject{{u"alg"_s, u"RS256"_s}, {u"kid"_s, u"ec"_s}})),
            Verdict::Forged);
        const auto onlyPss = keysOf({with(m_rsa.publicKey(), u"alg"_s, u"PS256"_s)});
        QCOMPARE(judge(onlyPss, m_rsa.token(m_claims, u"RS256"_s)), Verdict::Forged);
        QCOMPARE(judge(onlyPss, m_rsa.token(m_claims, u"PS256"_s)), Verdict::Proven);
    }

    void tokensThatAreNoneAreRefused()
    {
        for (const auto &text :
             {""_ba, "."_ba, ".."_ba, "..."_ba, "a.b.c"_ba, "ky_abc"_ba, QByteArray(20'000, 'a'),
              "eyJhbGciOiJSUzI1NiJ9.bnVsbA."_ba, "eyJhbGciOiJSUzI1NiJ9.e30=.AA"_ba})
            QVERIFY2(!relay::parseToken(text), text.left(40).constData());
        const QJsonObject wants{{u"alg"_s, u"RS256"_s}, {u"crit"_s, QJsonArray{u"b64"_s}}};
        QVERIFY(!relay::parseToken(m_rsa.token(m_claims, wants)));
    }

    void keysThatAreNoneArePassedOver()
    {
        QVERIFY(!JsonWebKeys::parse("{}"));
        QVERIFY(!JsonWebKeys::parse("{\"keys\":[]}"));
        QVERIFY(!JsonWebKeys::parse("nonsense"));
        const auto rsa = m_rsa.publicKey();
        const auto ec = m_ec.publicKey();
        const QString small = QString::fromLatin1(oidc::encoded(QByteArray(128, '\xff')));
        const QString zeros = QString::fromLatin1(oidc::encoded(QByteArray(32, '\0')));
        for (const auto &key :
             {with(rsa, u"use"_s, u"enc"_s), with(rsa, u"n"_s, small), with(rsa, u"e"_s, small),
              with(rsa, u"n"_s, u"?"_s), with(rsa, u"kty"_s, u"oct"_s),
              with(ec, u"crv"_s, u"P-521"_s), with(ec, u"x"_s, zeros), with(ec, u"y"_s, u""_s)})
            QCOMPARE(keysOf({key}).count(), 0u);
        QCOMPARE(keysOf({with(rsa, u"kty"_s, u"oct"_s), ec, 5}).count(), 1u);
        QJsonArray many;
        for (int i = 0; i < 200; ++i)
            many.append(ec);
        QCOMPARE(keysOf(many).count(), 64u);
    }

    void claimsAreJudged_data()
    {
        QTest::addColumn<QString>("claim");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<bool>("isGood");
        QTest::newRow("as they are") << u"x"_s << QJsonValue(1) << true;
        QTest::newRow("another issuer")
            << u"iss"_s << QJsonValue(u"https://id.example/"_s) << false;
        QTest::newRow("another audience") << u"aud"_s << QJsonValue(u"shop"_s) << false;
        QTest::newRow("audiences")
            << u"aud"_s << QJsonValue(QJsonArray{u"shop"_s, u"yard"_s}) << true;
        QTest::newRow("other audiences") << u"aud"_s << QJsonValue(QJsonArray{u"shop"_s}) << false;
        QTest::newRow("no audience") << u"aud"_s << QJsonValue(QJsonValue::Undefined) << false;
        QTest::newRow("given to us") << u"azp"_s << QJsonValue(u"yard"_s) << true;
        QTest::newRow("a sign-out") << u"events"_s << QJsonValue(QJsonObject()) << false;
        QTest::newRow("nobody") << u"sub"_s << QJsonValue(QJsonValue::Undefined) << false;
        QTest::newRow("expired a moment ago") << u"exp"_s << QJsonValue(7'950) << true;
        QTest::newRow("expired") << u"exp"_s << QJsonValue(7'940) << false;
        QTest::newRow("a text for a time") << u"exp"_s << QJsonValue(u"10000"_s) << false;
        QTest::newRow("without an end") << u"exp"_s << QJsonValue(QJsonValue::Undefined) << false;
        QTest::newRow("soon") << u"nbf"_s << QJsonValue(8'060) << true;
        QTest::newRow("later") << u"nbf"_s << QJsonValue(8'061) << false;
        QTest::newRow("without a beginning")
            << u"nbf"_s << QJsonValue(QJsonValue::Undefined) << true;
        QTest::newRow("a text for a beginning") << u"nbf"_s << QJsonValue(u"0"_s) << false;
    }
    void claimsAreJudged()
    {
        QFETCH(const QString, claim);
        QFETCH(const QJsonValue, value);
        auto claims = m_claims;
        if (value.isUndefined())
            claims.remove(claim);
        else
            claims[claim] = value;
        const auto problem = relay::problemWith(claims, u"https://id.example"_s, u"yard"_s, 8'000);
        QTEST(problem.isEmpty(), "isGood");
    }
};

QTEST_GUILESS_MAIN(JsonWebTokenTest)
#include "tst_jsonwebtoken.moc"
