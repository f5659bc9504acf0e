// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/relay/config/relayconfig.h"

#include "collab/relay/config/relayconfigkeys.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using relay::RelayConfig;
using relay::Role;
using Status = relay::WebSocketEndpoint::Status;

/// The relay's file is read to the letter, and mistakes in it are named with their line.
class RelayConfigTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void nothingMeansTheDefaults()
    {
        const auto config = relay::parseConfig({});
        QVERIFY(config);
        QCOMPARE(config->listen, u"127.0.0.1:8080"_s);
        QCOMPARE(config->auth, RelayConfig::Auth::None);
    }

    void everyKeyIsTaken()
    {
        const auto config = relay::parseConfig(R"(
listen: 0.0.0.0:9000
dataDir: /var/lib/krateyard
tls: {certificate: /etc/relay.crt, key: /etc/relay.key}
log: json
store: {kind: postgres, url: "postgresql://krateyard@db/yards", passwordFile: /etc/postgres.password}
redis: {url: "redis://redis:6379/team-a", passwordFile: /etc/redis.password, caFile: /etc/redis.crt}
auth:
  mode: token
  tokens:
    - name: Ada
      role: owner
      sha256: ")" + relay::hashOf("secret").toHex()
                                               + R"("
      yards: [shop-*, test]
      expires: 2030-01-31T00:00:00Z
  admins:
    - {name: Op, sha256: ")" + relay::hashOf("admin").toHex()
                                               + R"("}
rooms:
  yards:
    - {name: test-*, peers: 2}
  peers: 7
  documentBytes: 1000
  messageBytes: 2000
  messagesPerSecond: 3
  bytesPerSecond: 4
  idleSeconds: 5
versions: {everySeconds: 60, recent: 2, daily: 3, named: 4, bytes: 5}
publicUrl: https://relay.example.org
)");
        QVERIFY2(config, qPrintable(config ? QString() : config.error()));
        QCOMPARE(config->listen, u"0.0.0.0:9000"_s);
        QCOMPARE(config->dataDir, u"/var/lib/krateyard"_s);
        QCOMPARE(config->tls.certificate, u"/etc/relay.crt"_s);
        QCOMPARE(config->tls.key, u"/etc/relay.key"_s);
        QCOMPARE(config->log, RelayConfig::Log::Json);
        QCOMPARE(config->store, RelayConfig::Store::Postgres);
        QCOMPARE(config->postgresUrl, u"postgresql://krateyard@db/yards"_s);
        QCOMPARE(config->postgresPasswordFile, u"/etc/postgres.password"_s);
        QCOMPARE(config->redisUrl, u"redis://redis:6379/team-a"_s);
        QCOMPARE(config->redisPasswordFile, u"/etc/redis.password"_s);
        QCOMPARE(config->redisAuthorityFile, u"/etc/redis.crt"_s);
        QCOMPARE(config->auth, RelayConfig::Auth::Token);
        QCOMPARE(config->tokens.size(), 1u);
        QCOMPARE(config->tokens[0].person.name, u"Ada"_s);
        QCOMPARE(config->tokens[0].person.role, Role::Owner);
        QCOMPARE(config->tokens[0].yards, QStringList({u"shop-*"_s, u"test"_s}));
        QCOMPARE(config->rooms.peers, 7);
        QCOMPARE(config->rooms.documentBytes, 1000);
        QCOMPARE(config->rooms.messageBytes, 2000);
        QCOMPARE(config->rooms.messagesPerSecond, 3.0);
        QCOMPARE(config->rooms.bytesPerSecond, 4.0);
        QCOMPARE(config->rooms.idleFor, std::chrono::seconds(5));
        QCOMPARE(config->yardLimits.size(), 1u);
        QCOMPARE(config->yardLimits[0].yards, u"test-*"_s);
        QCOMPARE(config->yardLimits[0].limits.peers, 2);
        QCOMPARE(config->yardLimits[0].limits.documentBytes, 1000); // as for all
        QCOMPARE(config->admins.size(), 1u);
        QCOMPARE(config->admins[0].name, u"Op"_s);
        QCOMPARE(config->admins[0].sha256, relay::hashOf("admin"));
        QVERIFY(config->versions
                == (relay::VersionLimits{.every = std::chrono::minutes(1),
                                         .recent = 2,
                                         .daily = 3,
                                         .named = 4,
                                         .bytes = 5}));
        QCOMPARE(config->publicUrl, QUrl(u"https://relay.example.org"_s));
    }

    void aProviderIsTaken()
    {
        const auto config = relay::parseConfig(R"(
trustedProxies: [127.0.0.1, 10.0.0.0/8]
auth:
  mode: oidc
  issuer: https://id.example/realms/team
  audience: krateyard
  groupsClaim: realm_access.roles
  nameClaim: nickname
  grants:
    - {group: developers, role: editor, yards: [shop-*]}
    - {role: viewer}
)");
        QVERIFY2(config, qPrintable(config ? QString() : config.error()));
        QCOMPARE(config->auth, RelayConfig::Auth::Oidc);
        const relay::OidcConfig expected{
            .issuer = u"https://id.example/realms/team"_s,
            .audience = u"krateyard"_s,
            .groupsClaim = u"realm_access.roles"_s,
            .nameClaim = u"nickname"_s,
            .grants = {{.group = u"developers"_s, .role = Role::Editor, .yards = {u"shop-*"_s}},
                       {.role = Role::Viewer}}};
        QVERIFY(config->oidc == expected);
        QCOMPARE(config->trustedProxies.size(), 2u);
        QCOMPARE(config->trustedProxies[0].prefix, 32);
        QCOMPARE(config->trustedProxies[1].prefix, 8);
    }

    void mistakesAreNamed_data()
    {
        QTest::addColumn<QByteArray>("yaml");
        QTest::addColumn<QString>("error");
        QTest::newRow("an unknown key")
            << "listen: x\nport: 1\n"_ba
            << u"line 2: there is no “port” in “relay”; there are: "
               "listen, dataDir, store, redis, tls, log, trustedProxies, auth, rooms, versions, publicUrl, gateway"_s;
        QTest::newRow("an unknown way")
            << "auth:\n  mode: oauth\n"_ba
            << u"line 2: “mode” is “oauth”: write none, token or oidc"_s;
        QTest::newRow("a word for a number")
            << "rooms: {peers: many}\n"_ba << u"line 1: “peers” wants a whole number above 0"_s;
        QTest::newRow("nothing") << "rooms: {peers: 0}\n"_ba
                                 << u"line 1: “peers” wants a whole number above 0"_s;
        QTest::newRow("half of TLS")
            << "tls: {key: a}\n"_ba << u"line 1: “tls” needs both “certificate” and “key”"_s;
        QTest::newRow("a third kind of log")
            << "log: xml\n"_ba << u"line 1: “log” is “xml”: write text or json"_s;
        QTest::newRow("no hash") << "auth:\n  tokens:\n    - name: Ada\n"_ba
                                 << u"line 3: a token needs “sha256”: krateyard relay --new-token "
                                    "writes it"_s;
        QTest::newRow("no tokens")
            << "auth: {mode: token}\n"_ba
            << u"auth.mode is token, but there are no auth.tokens: nobody could enter"_s;
        QTest::newRow("no issuer")
            << "auth: {mode: oidc}\n"_ba
            << u"auth.mode is oidc: that needs auth.issuer and auth.audience"_s;
        QTest::newRow("an issuer without encryption")
            << "auth: {issuer: 'http://id.example'}\n"_ba
            << u"line 1: “issuer” wants an address that begins with https://"_s;
        QTest::newRow("nobody may enter")
            << "auth: {mode: oidc, issuer: 'https://id.example', audience: a}\n"_ba
            << u"auth.mode is oidc, but there are no auth.grants: nobody could enter"_s;
        QTest::newRow("no network") << "trustedProxies: [everybody]\n"_ba
                                    << u"line 1: “everybody” is neither an address nor a network"_s;
        QTest::newRow("an admin without a token")
            << "auth:\n  admins:\n    - name: Op\n"_ba
            << u"line 3: an admin needs “sha256”: krateyard relay --new-token writes it"_s;
        QTest::newRow("limits for no yard")
            << "rooms:\n  yards:\n    - peers: 2\n"_ba
            << u"line 3: limits for some yards need “name”, in which * stands for anything"_s;
        QTest::newRow("no address") << "publicUrl: relay.example.org\n"_ba
                                    << u"line 1: “publicUrl” wants an address like "
                                       "https://relay.example.org"_s;
        QTest::newRow("no map") << "[]\n"_ba << u"line 1: “relay” wants keys and values"_s;
        QTest::newRow("no YAML") << "a: [\n"_ba << u"line 2: end of sequence flow not found"_s;
    }
    void mistakesAreNamed()
    {
        QFETCH(const QByteArray, yaml);
        const auto config = relay::parseConfig(yaml);
        QVERIFY(!config);
        QTEST(config.error(), "error");
    }

    void allMistakesAreNamedAtOnce()
    {
        const auto config = relay::parseConfig("log: xml\nrooms: {peers: 0, persons: 1}\n");
        QVERIFY(!config);
        QCOMPARE(config.error().split(u'\n').size(), 3);
    }

    void keysMayHaveUnderscoresButNotBoth()
    {
        const auto config = relay::parseConfig("data_dir: /a\nrooms: {idle_seconds: 5}\n");
        QVERIFY2(config, qPrintable(config ? QString() : config.error()));
        QCOMPARE(config->dataDir, u"/a"_s);
        QCOMPARE(config->rooms.idleFor, std::chrono::seconds(5));
        const auto both = relay::parseConfig("data_dir: /a\ndataDir: /b\n");
        QCOMPARE(both.error(),
                 u"line 2: “dataDir” is there twice, under this name or another: keep one"_s);
    }

    void theEnvironmentCountsMoreThanTheFile()
    {
        QProcessEnvironment environment;
        environment.insert(u"KRATEYARD_LISTEN"_s, u"[::1]:9000"_s);
        environment.insert(u"KRATEYARD_DATA_DIR"_s, u"/data"_s);
        environment.insert(u"KRATEYARD_STORE_KIND"_s, u"postgres"_s);
        environment.insert(u"KRATEYARD_TRUSTED_PROXIES"_s, u"127.0.0.1, 10.0.0.0/8"_s);
        environment.insert(u"KRATEYARD_ROOMS_PEERS"_s, u"7"_s);
        environment.insert(u"KRATEYARD_ROOMS_YARDS"_s, u"[{name: test-*, idle_seconds: 3}]"_s);
        environment.insert(u"KRATEYARD_LOG"_s, QString()); // says nothing
        const auto config =
            relay::parseConfig("listen: 127.0.0.1:1\nlog: json\nrooms: {peers: 2}\n", environment);
        QVERIFY2(config, qPrintable(config ? QString() : config.error()));
        QCOMPARE(config->listen, u"[::1]:9000"_s);
        QCOMPARE(config->dataDir, u"/data"_s);
        QCOMPARE(config->store, RelayConfig::Store::Postgres);
        QCOMPARE(config->trustedProxies.size(), 2u);
        QCOMPARE(config->rooms.peers, 7);
        QCOMPARE(config->yardLimits.at(0).limits.peers, 7);
        QCOMPARE(config->yardLimits.at(0).limits.idleFor, std::chrono::seconds(3));
        QCOMPARE(config->log, RelayConfig::Log::Json);
        environment.insert(u"KRATEYARD_ROOMS_PEERS"_s, u"many"_s);
        QCOMPARE(relay::parseConfig({}, environment).error(),
                 u"KRATEYARD_ROOMS_PEERS: “peers” wants a whole number above 0"_s);
    }

    void thePageHasEveryKey()
    {
        QFile page(QStringLiteral(TEST_RELAY_PAGE));
        QVERIFY(page.open(QIODevice::ReadOnly));
        const auto text = QString::fromUtf8(page.readAll());
        RelayConfig config;
        for (const auto &entry : relay::entriesOf(relay::configKeys(config))) {
            const auto name = entry.path.section(u'.', -1);
            QVERIFY2(text.contains(name + u":"_s), qPrintable(entry.path));
        }
    }

    void whatHoldsIsShownWithoutSecrets()
    {
        RelayConfig config{.postgresUrl = u"postgresql://me:hunter2@db/yards"_s};
        config.tokens.push_back({.sha256 = relay::hashOf("secret"), .person = {.name = u"Ada"_s}});
        QString all;
        for (const auto &entry : relay::entriesOf(relay::configKeys(config))) {
            QVERIFY2(!entry.shown.isEmpty(), qPrintable(entry.path));
            all += entry.path + u": "_s + entry.shown + u'\n';
        }
        QVERIFY(all.contains("auth.tokens: [Ada]\n"_L1));
        QVERIFY(all.contains("store.url: postgresql://me@db/yards\n"_L1));
        QVERIFY(all.contains("rooms.peers: 2000\n"_L1));
        QVERIFY(!all.contains("hunter2"_L1));
        QVERIFY(!all.contains(QString::fromLatin1(relay::hashOf("secret").toHex())));
    }

    void aTokenIsForItsYardsAndItsTime()
    {
        const auto now = QDateTime::currentDateTimeUtc();
        const auto token = relay::makeToken();
        const auto old = relay::makeToken();
        QVERIFY(token.startsWith("ky_"));
        QCOMPARE(token.size(), 3 + 43);
        QVERIFY(token != old);
        const auto admit =
            relay::admissionBy({{.sha256 = relay::hashOf(token),
                                 .person = {.name = u"Ada"_s, .role = Role::Viewer},
                                 .yards = {u"shop-*"_s},
                                 .expires = now.addSecs(3600)},
                                {.sha256 = relay::hashOf(old), .expires = now.addSecs(-1)}});
        QCOMPARE(admit(u"shop-1"_s, token)->name, u"Ada"_s);
        QCOMPARE(admit(u"shop-1"_s, token)->role, Role::Viewer);
        QCOMPARE(admit(u"other"_s, token).error(), Status::Forbidden);
        QCOMPARE(admit(u"shop-1"_s, old).error(), Status::Unauthorized);
        QCOMPARE(admit(u"shop-1"_s, "ky_x").error(), Status::Unauthorized);
        QCOMPARE(admit(u"shop-1"_s, {}).error(), Status::Unauthorized);
    }
};

QTEST_GUILESS_MAIN(RelayConfigTest)
#include "tst_relayconfig.moc"
