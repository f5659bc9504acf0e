// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/gateway/config/readgatewayconfig.h"

#include "kube/apimachinery/labelselector.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using gateway::GatewayConfig;
using gateway::parseGatewayConfig;

static const QByteArray Provider = "    issuer: https://id.example\n    clientId: krateyard\n";

/// The part `gateway` is read to the letter, and mistakes in it are named with their line.
class GatewayConfigTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void withoutThePartThereIsNoGateway()
    {
        QVERIFY(!parseGatewayConfig({})->isEnabled);
        QVERIFY(!parseGatewayConfig("listen: 127.0.0.1:0\n")->isEnabled);
        QProcessEnvironment environment;
        environment.insert(u"KRATEYARD_LISTEN"_s, u"x"_s);
        QVERIFY(!parseGatewayConfig({}, {}, environment)->isEnabled);
    }

    void everyKeyIsTaken()
    {
        QByteArray yaml = R"(
gateway:
  kubeconfig: /etc/kubeconfig
  contexts: [a, b]
  impersonate: true
  namespaces: [shop, team-*]
  corsOrigins: [https://app.example, 'http://localhost:5173']
  auth:
    issuer: https://id.example/realms/team
    audience: gateway
    clientId: web
    clientSecretFile: /etc/secret
    groupsClaim: realm_access.roles
    nameClaim: nickname
    allowedGroups: [k8s-logs-access]
    adminGroups: [ops]
    secretGroups: [ops]
    apiKeys:
      - {name: ci, sha256: HASH, groups: [ci], expires: 2030-01-31T00:00:00Z}
    leeway: 30s
    sessionTtl: 12h
  rules:
    - {group: ops, kinds: ['*'], verbs: ['*']}
    - {kinds: [pods], verbs: [get, logs], namespaces: [shop]}
  filters:
    pods: {include: ['^a'], exclude: ['-tmp$'], excludeLabels: ['hidden=true', 'tier in (a, b)']}
    apps: {include: ['^b'], exclude: ['x'], excludeLabels: ['!app']}
  logs: {tailLines: 1, maxTailLines: 2, maxLineLength: 3, bufferBytes: 4KiB, totalBytes: 5KiB, terminatedLogTtl: 5m, heartbeat: 6s}
  limits: {shellsPerUser: 1, logsPerUser: 2, watchesPerUser: 3, streams: 4, requestsPerSecond: 5.5, requestBurst: 6,
           requestsAtOnce: 12, clusterRequestsAtOnce: 13, qps: 7.5, burst: 8, backlogBytes: 9, sessionBytes: 10KiB, sessionTtl: 11h}
  audit: {retention: 7d, queue: 8, reads: true}
)";
        const auto config = parseGatewayConfig(yaml.replace("HASH", relay::hashOf("x").toHex()));
        QVERIFY2(config, qPrintable(config ? QString() : config.error()));
        GatewayConfig expected{.isEnabled = true};
        expected.auth = {
            .oidc = {.issuer = u"https://id.example/realms/team"_s,
                     .audience = u"gateway"_s,
                     .groupsClaim = u"realm_access.roles"_s,
                     .nameClaim = u"nickname"_s},
            .clientId = u"web"_s,
            .clientSecretFile = u"/etc/secret"_s,
            .allowedGroups = {u"k8s-logs-access"_s},
            .adminGroups = {u"ops"_s},
            .secretGroups = {u"ops"_s},
            .apiKeys = {{.name = u"ci"_s,
                         .sha256 = relay::hashOf("x"),
                         .groups = {u"ci"_s},
                         .expires = QDateTime::fromString(u"2030-01-31T00:00:00Z"_s, Qt::ISODate)}},
            .leeway = std::chrono::seconds(30),
            .sessionTtl = std::chrono::hours(12)};
        expected.namespaces = {u"shop"_s, u"team-*"_s};
        expected.rules = {
            {.group = u"ops"_s, .kinds = {u"*"_s}, .verbs = {u"*"_s}},
            {.namespaces = {u"shop"_s}, .kinds = {u"pods"_s}, .verbs = {u"get"_s, u"logs"_s}}};
        expected.pods = {.include = {u"^a"_s},
                         .exclude = {u"-tmp$"_s},
                         .excludeLabels = {u"hidden=true"_s, u"tier in (a, b)"_s}};
        expected.apps = {.include = {u"^b"_s}, .exclude = {u"x"_s}, .excludeLabels = {u"!app"_s}};
        expected.isImpersonating = true;
        expected.logs = {.tailLines = 1,
                         .maxTailLines = 2,
                         .maxLineLength = 3,
                         .bufferBytes = 4096,
                         .totalBytes = 5120,
                         .terminatedTtl = std::chrono::minutes(5),
                         .heartbeat = std::chrono::seconds(6)};
        expected.limits = {.shellsPerUser = 1,
                           .logsPerUser = 2,
                           .watchesPerUser = 3,
                           .streams = 4,
                           .requestsPerSecond = 5.5,
                           .requestBurst = 6,
                           .requestsAtOnce = 12,
                           .clusterRequestsAtOnce = 13,
                           .qps = 7.5,
                           .burst = 8,
                           .backlogBytes = 9,
                           .sessionBytes = 10240,
                           .sessionTtl = std::chrono::hours(11)};
        expected.audit = {.retention = std::chrono::days(7), .queue = 8, .isOfReads = true};
        expected.kubeconfig = u"/etc/kubeconfig"_s;
        expected.contexts = {u"a"_s, u"b"_s};
        expected.corsOrigins = {u"https://app.example"_s, u"http://localhost:5173"_s};
        QVERIFY(*config == expected);
    }

    void kubeLensNamesAreTaken()
    {
        const auto config = parseGatewayConfig(R"(
gateway:
  auth:
    keycloak: {base_url: 'https://sso.example/', realm: team, client_id: kubelens}
    allows_groups: [k8s-logs-access]
  namespaces: [shop]
  filters:
    pods: {include_regex: [web], exclude_regex: [tmp], label_exclusions: [hidden]}
  logs: {default_tail_lines: 500, max_tail_lines: 1000, max_line_length: 100, terminated_log_ttl: 60}
  limits: {qps: 20, burst: 40}
)");
        QVERIFY2(config, qPrintable(config ? QString() : config.error()));
        QCOMPARE(config->auth.oidc.issuer, u"https://sso.example/realms/team"_s);
        QCOMPARE(config->auth.clientId, u"kubelens"_s);
        QCOMPARE(config->auth.oidc.audience, u"kubelens"_s);
        QCOMPARE(config->auth.allowedGroups, QStringList{u"k8s-logs-access"_s});
        QCOMPARE(config->pods.include, QStringList{u"web"_s});
        QCOMPARE(config->pods.exclude, QStringList{u"tmp"_s});
        QCOMPARE(config->pods.excludeLabels, QStringList{u"hidden"_s});
        QCOMPARE(config->logs.tailLines, 500);
        QCOMPARE(config->logs.terminatedTtl, std::chrono::minutes(60));
        QCOMPARE(config->limits.qps, 20.0);
    }

    void theRelaysProviderIsTheGatewaysToo()
    {
        relay::RelayConfig relay{.auth = relay::RelayConfig::Auth::Oidc};
        relay.oidc = {.issuer = u"https://id.example"_s, .audience = u"krateyard"_s};
        const auto config = parseGatewayConfig("gateway:\n", relay);
        QVERIFY2(config, qPrintable(config ? QString() : config.error()));
        QVERIFY(config->isEnabled);
        QCOMPARE(config->auth.oidc.issuer, u"https://id.example"_s);
        QCOMPARE(config->auth.clientId, u"krateyard"_s);
    }

    void theEnvironmentCountsMoreThanTheFile()
    {
        QProcessEnvironment environment;
        environment.insert(u"KRATEYARD_GATEWAY_AUTH_ISSUER"_s, u"https://id.example"_s);
        environment.insert(u"KRATEYARD_GATEWAY_AUTH_CLIENT_ID"_s, u"krateyard"_s);
        environment.insert(u"KRATEYARD_GATEWAY_AUTH_ALLOWED_GROUPS"_s, u"a, b"_s);
        environment.insert(u"KRATEYARD_GATEWAY_LOGS_TERMINATED_LOG_TTL"_s, u"90m"_s);
        environment.insert(u"KRATEYARD_GATEWAY_RULES"_s,
                           u"[{group: a, kinds: [pods], verbs: [get]}]"_s);
        const auto config = parseGatewayConfig({}, {}, environment);
        QVERIFY2(config, qPrintable(config ? QString() : config.error()));
        QVERIFY(config->isEnabled); // even without the part
        QCOMPARE(config->auth.allowedGroups, QStringList({u"a"_s, u"b"_s}));
        QCOMPARE(config->logs.terminatedTtl, std::chrono::minutes(90));
        QCOMPARE(config->rules.size(), 1u);
        environment.insert(u"KRATEYARD_GATEWAY_NAMESPACES"_s, u"Shop"_s);
        QCOMPARE(parseGatewayConfig({}, {}, environment).error(),
                 u"KRATEYARD_GATEWAY_NAMESPACES: “Shop” is no name of a namespace; * stands for "
                 "anything: team-*"_s);
    }

    void mistakesAreNamed_data()
    {
        QTest::addColumn<QByteArray>("yaml");
        QTest::addColumn<QString>("error");
        const auto gateway = [](const QByteArray &rest) {
            return "gateway:\n  auth:\n" + Provider + rest;
        };
        QTest::newRow("an unknown key")
            << gateway("  colour: red\n")
            << u"line 5: there is no “colour” in “gateway”; there are: kubeconfig, contexts, "
               "impersonate, namespaces, corsOrigins, auth, rules, filters, logs, limits, audit"_s;
        QTest::newRow("a wrong type") << gateway("  namespaces: shop\n")
                                      << u"line 5: “namespaces” wants a list: [one, two]"_s;
        QTest::newRow("no flag") << gateway("  impersonate: maybe\n")
                                 << u"line 5: “impersonate” wants true or false"_s;
        QTest::newRow("no expression")
            << gateway("  filters:\n    pods:\n      include: ['a', '([']\n")
            << u"line 7: “([” is no regular expression: missing terminating ] for character "
               "class, at character 3"_s;
        QTest::newRow("no selector")
            << gateway("  filters: {apps: {exclude_labels: ['a in b']}}\n")
            << u"line 5: “a in b” is no label selector: %1; write app=web, tier in (a, b) or "
               "!legacy"_s.arg(kube::LabelSelector::parse(u"a in b").error().message);
        QTest::newRow("both names")
            << gateway("    allowed_groups: [a]\n    allows_groups: [b]\n")
            << u"line 6: “allowedGroups” is there twice, under this name or another: keep one"_s;
        QTest::newRow("both providers")
            << gateway("    keycloak: {baseUrl: 'https://a', realm: r, clientId: c}\n")
            << u"line 3: “keycloak” and “issuer” say the same thing: keep one"_s;
        QTest::newRow("half of Keycloak")
            << "gateway:\n  auth:\n    keycloak: {baseUrl: 'https://a', clientId: c}\n"_ba
            << u"line 3: “keycloak” needs “realm”, too"_s;
        QTest::newRow("no encryption")
            << "gateway:\n  auth: {issuer: 'http://id.example'}\n"_ba
            << u"line 2: “issuer” wants an address that begins with https://"_s;
        QTest::newRow("no audience")
            << "gateway:\n  auth: {issuer: 'https://id.example'}\n"_ba
            << u"gateway.auth.issuer needs auth.audience or auth.clientId: for whom tokens must "
               "be meant"_s;
        QTest::newRow("nobody may enter")
            << "gateway:\n"_ba
            << u"gateway: nobody could come in: it needs auth.issuer (or auth.keycloak) with "
               "auth.clientId, or auth.apiKeys"_s;
        QTest::newRow("no verb")
            << gateway("  rules:\n    - {kinds: [pods], verbs: [read]}\n")
            << u"line 6: “read” is no verb; there are: get, list, watch, create, update, patch, "
               "delete, exec, logs, *"_s;
        QTest::newRow("half a rule")
            << gateway("  rules:\n    - {group: dev, verbs: [get]}\n")
            << u"line 6: a rule needs “kinds” and “verbs”: {group: dev, kinds: [pods], verbs: "
               "[get, list, watch, logs]}, or ['*']"_s;
        QTest::newRow("a key without a hash")
            << gateway("    apiKeys: [{name: a}]\n")
            << u"line 5: an API key needs “name” and “sha256”: krateyard relay --new-token NAME "
               "writes both"_s;
        QTest::newRow("no time") << gateway("  logs: {terminatedLogTtl: soon}\n")
                                 << u"line 5: “terminatedLogTtl” wants a time: 90s, 60m, 8h or "
                                    "30d; a number alone counts 1m"_s;
        QTest::newRow("half a minute") << gateway("  logs: {terminatedLogTtl: 90s}\n")
                                       << u"line 5: “terminatedLogTtl” is in steps of 1m"_s;
        QTest::newRow("no bytes")
            << gateway("  logs: {bufferBytes: 8MB}\n")
            << u"line 5: “bufferBytes” wants a number of bytes: 65536, 256KiB or 8MiB"_s;
        QTest::newRow("more by default than at most")
            << gateway("  logs: {tailLines: 20000}\n")
            << u"gateway.logs.tailLines (20000) is more than maxTailLines (10000)"_s;
        QTest::newRow("no origin")
            << gateway("  corsOrigins: ['*']\n")
            << u"line 5: “*” is no origin: write https://app.example.org, without a path"_s;
    }
    void mistakesAreNamed()
    {
        QFETCH(const QByteArray, yaml);
        const auto config = parseGatewayConfig(yaml);
        QVERIFY(!config);
        QTEST(config.error(), "error");
    }

    void nothingThatIsShownIsASecret()
    {
        GatewayConfig config;
        config.auth.apiKeys.push_back({.name = u"ci"_s, .sha256 = relay::hashOf("secret")});
        const auto hash = QString::fromLatin1(relay::hashOf("secret").toHex());
        for (const auto &entry : relay::entriesOf(gateway::configKeys(config)))
            QVERIFY2(!entry.shown.isEmpty() && !entry.shown.contains(hash), qPrintable(entry.path));
    }

    /// docs/gateway.md has a row for each key, with its variable and its default, and no other.
    void thePageHasEveryKey()
    {
        QFile page(QStringLiteral(TEST_GATEWAY_PAGE));
        QVERIFY(page.open(QIODevice::ReadOnly));
        QStringList rows;
        for (const auto &line : QString::fromUtf8(page.readAll()).split(u'\n')) {
            if (line.startsWith("| `gateway."_L1))
                rows.append(line.section(u'|', 1, 3).simplified());
        }
        GatewayConfig defaults;
        QStringList expected;
        for (const auto &entry : relay::entriesOf(gateway::configKeys(defaults)))
            expected.append(u"`%1` | `%2` | `%3`"_s.arg(entry.path, entry.variable, entry.shown));
        QCOMPARE(rows.join(u'\n'), expected.join(u'\n'));
    }
};

QTEST_GUILESS_MAIN(GatewayConfigTest)
#include "tst_gatewayconfig.moc"
