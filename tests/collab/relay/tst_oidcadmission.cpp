// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/relay/oidc/oidcadmission.h"
#include "collab/relay/service/service.h"
#include "collab/relay/store/memoryroomstore.h"
#include "oidcfixture.h"
#include "roomfixture.h"

#include <QHttpServer>
#include <QJsonArray>
#include <QTcpServer>
#include <QTest>

using namespace Qt::StringLiterals;
using oidc::Signer;
using relay::Role;
using Status = relay::WebSocketEndpoint::Status;

/// An OpenID provider as far as a relay sees it: two documents.
class Issuer
{
public:
    Issuer()
    {
        auto server = std::make_unique<QTcpServer>();
        server->listen(QHostAddress::LocalHost);
        m_url = u"http://127.0.0.1:%1"_s.arg(server->serverPort());
        name = m_url;
        m_http.route(u"/.well-known/openid-configuration"_s, [this] {
            ++discoveries;
            return QHttpServerResponse(
                QJsonObject{{u"issuer"_s, name}, {u"jwks_uri"_s, QString(keysAt)}});
        });
        keysAt = m_url + u"/keys"_s;
        m_http.route(u"/keys"_s, [this] {
            if (isBroken)
                return QHttpServerResponse(QHttpServerResponse::StatusCode::InternalServerError);
            return QHttpServerResponse(QJsonObject{{u"keys"_s, keys}});
        });
        m_http.bind(server.release());
    }

    const QString &url() const { return m_url; }

    QString name;
    QString keysAt;
    QJsonArray keys;
    bool isBroken = false;
    int discoveries = 0;

private:
    QHttpServer m_http;
    QString m_url;
};

/// Who signed in with a provider may enter, as what their groups say, until their token ends.
class OidcAdmissionTest : public QObject
{
    Q_OBJECT

private:
    relay::OidcConfig config() const
    {
        return {.issuer = m_issuer->url(),
                .audience = u"yard"_s,
                .grants = {{.group = u"dev"_s, .role = Role::Editor, .yards = {u"shop-*"_s}},
                           {.group = u"lead"_s, .role = Role::Owner},
                           {.role = Role::Viewer, .yards = {u"lobby"_s}}}};
    }
    QJsonObject claims(const QJsonValue &groups = {}, qint64 forSeconds = 600) const
    {
        return {{u"iss"_s, m_issuer->url()},
                {u"aud"_s, u"yard"_s},
                {u"sub"_s, u"0815"_s},
                {u"name"_s, u"Ada"_s},
                {u"groups"_s, groups},
                {u"exp"_s, QDateTime::currentSecsSinceEpoch() + forSeconds}};
    }
    QByteArray token(const QJsonValue &groups = {}) const
    {
        return m_signer.token(claims(groups), u"ES256"_s);
    }
    static void settle(relay::OidcAdmission &admission) { QTRY_VERIFY(admission.keys().keys()); }

    const Signer m_signer{Signer::Kind::Ec, u"first"_s};
    std::unique_ptr<Issuer> m_issuer;

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning();
        m_issuer = std::make_unique<Issuer>();
        m_issuer->keys = {m_signer.publicKey()};
    }
    void cleanup() { m_issuer.reset(); }

    void nobodyEntersBeforeTheKeysAreThere()
    {
        relay::OidcAdmission admission(config());
        QCOMPARE(admission.admit(u"lobby"_s, token()).error(), Status::ServiceUnavailable);
        QVERIFY(!admission.keys().problem().isEmpty());
        QCOMPARE(admission.admit(u"lobby"_s, "none").error(), Status::Unauthorized);
        settle(admission);
        QVERIFY(admission.admit(u"lobby"_s, token()));
        QCOMPARE(admission.keys().problem(), QString());
    }

    void groupsSayWhatSomebodyMayDo()
    {
        relay::OidcAdmission admission(config());
        settle(admission);
        const auto person = admission.admit(u"lobby"_s, token());
        QCOMPARE(person->role, Role::Viewer);
        QCOMPARE(person->name, u"Ada"_s);
        QCOMPARE(person->credential, "oidc/0815");
        QVERIFY(relay::isOfOidc(*person));
        const auto left = QDateTime::currentDateTimeUtc().secsTo(person->until);
        QVERIFY(left > 600 && left <= 600 + relay::ClockLeeway);
        QCOMPARE(admission.admit(u"shop-1"_s, token()).error(), Status::Forbidden);
        QCOMPARE(admission.admit(u"shop-1"_s, token(u"dev"_s))->role, Role::Editor);
        QCOMPARE(admission.admit(u"lobby"_s, token(u"dev"_s))->role, Role::Viewer);
        const QJsonArray both{u"dev"_s, u"lead"_s, 5};
        QCOMPARE(admission.admit(u"shop-1"_s, token(both))->role, Role::Owner);
    }

    void claimsAreFoundByTheirPath()
    {
        const QJsonObject nested{{u"roles"_s, QJsonArray{u"a"_s, u"b"_s}}};
        const QJsonObject all{
            {u"realm_access"_s, nested}, {u"https://x.example/g"_s, u"c"_s}, {u"n"_s, 1}};
        QCOMPARE(relay::textsIn(all, u"realm_access.roles"_s), QStringList({u"a"_s, u"b"_s}));
        QCOMPARE(relay::textsIn(all, u"https://x.example/g"_s), QStringList(u"c"_s));
        QCOMPARE(relay::textsIn(all, u"n"_s), QStringList());
        QCOMPARE(relay::textsIn(all, u"no.such"_s), QStringList());
        const QJsonObject ofClient{{u"my.app"_s, nested}};
        QCOMPARE(
            relay::textsIn({{u"resource_access"_s, ofClient}}, u"resource_access.my.app.roles"_s),
            QStringList({u"a"_s, u"b"_s}));
        const QJsonObject keycloak{{u"groups"_s, QJsonArray{u"/dev"_s, u"/a/b"_s, u"/"_s}},
                                   {u"realm_access"_s, nested}};
        QCOMPARE(relay::groupsIn(keycloak, u"groups, realm_access.roles"_s),
                 QStringList({u"/dev"_s, u"dev"_s, u"/a/b"_s, u"a/b"_s, u"/"_s, u"a"_s, u"b"_s}));
    }

    void whatIsForgedOrOverIsRefused()
    {
        relay::OidcAdmission admission(config());
        settle(admission);
        const Signer stranger(Signer::Kind::Ec, u"first"_s);
        QCOMPARE(admission.admit(u"lobby"_s, stranger.token(claims(), u"ES256"_s)).error(),
                 Status::Unauthorized);
        const auto over = m_signer.token(claims({}, -relay::ClockLeeway - 1), u"ES256"_s);
        QCOMPARE(admission.admit(u"lobby"_s, over).error(), Status::Unauthorized);
        QCOMPARE(m_issuer->discoveries, 1);
    }

    void aNewKeyIsFetchedOnceAndAnOldOneHoldsNoMore()
    {
        relay::OidcAdmission admission(config());
        settle(admission);
        const auto old = token();
        QVERIFY(admission.admit(u"lobby"_s, old));
        const Signer next(Signer::Kind::Rsa, u"next"_s);
        m_issuer->keys = {next.publicKey()};
        const auto fresh = next.token(claims(), u"RS256"_s);
        QCOMPARE(admission.admit(u"lobby"_s, fresh).error(), Status::ServiceUnavailable);
        QTRY_VERIFY(admission.admit(u"lobby"_s, fresh));
        QCOMPARE(m_issuer->discoveries, 2);
        // Whoever makes up keys gets nothing fetched for a while.
        for (int i = 0; i < 20; ++i) {
            const Signer madeUp(Signer::Kind::Ec, u"made up %1"_s.arg(i));
            QCOMPARE(admission.admit(u"lobby"_s, madeUp.token(claims(), u"ES256"_s)).error(),
                     Status::Unauthorized);
        }
        QCOMPARE(admission.admit(u"lobby"_s, old).error(), Status::Unauthorized);
        QCOMPARE(m_issuer->discoveries, 2);
    }

    void aProviderThatFailsIsAskedAgain()
    {
        m_issuer->isBroken = true;
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"/keys cannot be fetched"_s));
        relay::OidcAdmission admission(
            config(),
            {.renew = std::chrono::milliseconds(20), .retry = std::chrono::milliseconds(20)});
        QTRY_VERIFY(m_issuer->discoveries > 2);
        QVERIFY(admission.keys().problem().contains(u"cannot be fetched"_s));
        m_issuer->isBroken = false;
        settle(admission);
        QVERIFY(admission.admit(u"lobby"_s, token()));

        m_issuer->isBroken = true; // what was fetched holds
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"/keys cannot be fetched"_s));
        QTRY_VERIFY(!admission.keys().problem().isEmpty());
        QVERIFY(admission.admit(u"lobby"_s, token()));
    }

    void aProviderOfAnotherNameIsNoProvider()
    {
        m_issuer->name = u"https://evil.example"_s;
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"calls itself"_s));
        relay::OidcAdmission admission(config());
        QTRY_VERIFY(admission.keys().problem().contains(u"evil.example"_s));
        QVERIFY(!admission.keys().keys());
    }

    void keysComeOverTlsOnly()
    {
        m_issuer->keysAt = u"http://keys.example/"_s;
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"no https address"_s));
        relay::OidcAdmission admission(config());
        QTRY_VERIFY(admission.keys().problem().contains(u"https"_s));
        QVERIFY(relay::isSafeAddress(QUrl(u"https://id.example/a"_s)));
        QVERIFY(relay::isSafeAddress(QUrl(u"http://[::1]:1"_s)));
        QVERIFY(!relay::isSafeAddress(QUrl(u"http://localhost.evil.example"_s)));
        QVERIFY(!relay::isSafeAddress(QUrl(u"file:///etc/passwd"_s)));
    }

    void aServiceTakesBothKindsOfTokensAndNewRules()
    {
        relay::RelayConfig all;
        all.auth = relay::RelayConfig::Auth::Oidc;
        all.oidc = config();
        all.tokens = {{.sha256 = relay::hashOf("robot"), .person = {.role = Role::Editor}}};
        relay::Service service(all, std::make_unique<relay::MemoryRoomStore>());
        QTRY_VERIFY(service.admission().admit(u"lobby"_s, token()));
        const auto ada = service.admission().admit(u"lobby"_s, token());
        const auto robot = service.admission().admit(u"lobby"_s, "robot");
        QVERIFY(ada && robot);
        QCOMPARE(service.admission().admit(u"lobby"_s, "nobody").error(), Status::Unauthorized);
        const rooms::Raw first(service.rooms(), u"lobby"_s, *ada);
        const rooms::Raw second(service.rooms(), u"lobby"_s, *robot);
        QCOMPARE(service.reload(all).value_or(QStringList(u"failed"_s)), QStringList());
        QVERIFY(!first.reason && !second.reason);
        all.oidc.grants.pop_back();
        QVERIFY(service.reload(all));
        QCOMPARE(first.reason->code, collab::CloseReason::TryLater);
        QVERIFY(!second.reason);
        QTRY_COMPARE(service.admission().admit(u"lobby"_s, token()).error(), Status::Forbidden);
    }
};

QTEST_GUILESS_MAIN(OidcAdmissionTest)
#include "tst_oidcadmission.moc"
