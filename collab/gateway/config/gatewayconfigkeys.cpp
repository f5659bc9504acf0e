// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/gateway/config/readgatewayconfig.h"
#include "collab/gateway/policy/namefilter.h"
#include "collab/relay/config/configvalues.h"
#include "collab/relay/oidc/oidckeys.h"
#include "kube/apimachinery/labelselector.h"

#include <QRegularExpression>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace gateway {

namespace {

using relay::complain;
using relay::ConfigKey;
using relay::config::section;
using relay::config::textIn;
using relay::config::textsIn;
namespace values = relay::config;

/// A list each of whose entries is looked at; `check` complains.
ConfigKey checkedTexts(const QString &name, QStringList &value,
                       std::function<void(const YAML::Node &, const QString &)> check)
{
    auto key = values::texts(name, value);
    key.read = [name, &value, check = std::move(check)](const YAML::Node &node) {
        value = textsIn(node, name);
        for (size_t i = 0; i < node.size(); ++i)
            check(node[i], value.at(qsizetype(i)));
    };
    return key;
}

void checkNamespace(const YAML::Node &node, const QString &text)
{
    static const QRegularExpression form(u"^[a-z0-9*]([-a-z0-9*]{0,61}[a-z0-9*])?$"_s);
    if (!form.match(text).hasMatch())
        complain(node,
                 u"“%1” is no name of a namespace; * stands for anything: team-*"_s.arg(text));
}

void checkExpression(const YAML::Node &node, const QString &text)
{
    const auto problem = problemInExpression(text);
    if (!problem.isEmpty())
        complain(node, u"“%1” is no regular expression: %2"_s.arg(text, problem));
}

void checkSelector(const YAML::Node &node, const QString &text)
{
    const auto selector = kube::LabelSelector::parse(text);
    if (!selector)
        complain(node,
                 u"“%1” is no label selector: %2; write app=web, tier in (a, b) or !legacy"_s.arg(
                     text, selector.error().message));
    if (selector->isEmpty())
        complain(node, u"an empty selector fits everything: leave it out"_s);
}

void checkOrigin(const YAML::Node &node, const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    const bool isWeb = url.scheme() == "https"_L1 || url.scheme() == "http"_L1;
    if (!isWeb || url.host().isEmpty() || !url.path().isEmpty() || url.hasQuery()
        || !url.userInfo().isEmpty())
        complain(node,
                 u"“%1” is no origin: write https://app.example.org, without a path"_s.arg(text));
}

void checkVerb(const YAML::Node &node, const QString &text)
{
    static const QStringList known{u"get"_s,   u"list"_s,   u"watch"_s, u"create"_s, u"update"_s,
                                   u"patch"_s, u"delete"_s, u"exec"_s,  u"logs"_s,   u"*"_s};
    if (!known.contains(text))
        complain(node, u"“%1” is no verb; there are: %2"_s.arg(text, known.join(u", "_s)));
}

QStringList checkedIn(const YAML::Node &node, const QString &name,
                      void (*check)(const YAML::Node &, const QString &))
{
    const auto texts = textsIn(node, name);
    for (size_t i = 0; i < node.size(); ++i)
        check(node[i], texts.at(qsizetype(i)));
    return texts;
}

GroupRule ruleOf(const YAML::Node &node)
{
    GroupRule rule;
    relay::readMap(
        node, u"rules"_s,
        {{u"group"_s, [&](const auto &value) { rule.group = textIn(value, u"group"_s); }},
         {u"namespaces"_s,
          [&](const auto &value) {
              rule.namespaces = checkedIn(value, u"namespaces"_s, checkNamespace);
          }},
         {u"kinds"_s, [&](const auto &value) { rule.kinds = textsIn(value, u"kinds"_s); }},
         {u"verbs"_s,
          [&](const auto &value) { rule.verbs = checkedIn(value, u"verbs"_s, checkVerb); }}});
    if (rule.kinds.isEmpty() || rule.verbs.isEmpty())
        complain(node,
                 u"a rule needs “kinds” and “verbs”: {group: dev, kinds: [pods], "
                 "verbs: [get, list, watch, logs]}, or ['*']"_s);
    return rule;
}

QString shownRule(const GroupRule &rule)
{
    return u"%1 may %2 %3 in %4"_s.arg(rule.group.isEmpty() ? u"everybody"_s : rule.group,
                                       rule.verbs.join(u'+'), rule.kinds.join(u'+'),
                                       rule.namespaces.isEmpty() ? u"all namespaces"_s
                                                                 : rule.namespaces.join(u'+'));
}

ApiKey keyOf(const YAML::Node &node)
{
    ApiKey key;
    relay::readMap(
        node, u"apiKeys"_s,
        {{u"name"_s, [&](const auto &value) { key.name = textIn(value, u"name"_s); }},
         {u"sha256"_s, [&](const auto &value) { key.sha256 = values::hashIn(value); }},
         {u"groups"_s, [&](const auto &value) { key.groups = textsIn(value, u"groups"_s); }},
         {u"expires"_s,
          [&](const auto &value) { key.expires = values::dateIn(value, u"expires"_s); }}});
    if (key.name.isEmpty() || key.sha256.isEmpty())
        complain(node,
                 u"an API key needs “name” and “sha256”: krateyard relay --new-token NAME "
                 "writes both"_s);
    return key;
}

template<typename T>
ConfigKey list(const QString &name, std::vector<T> &all, T (*read)(const YAML::Node &),
               QString (*shown)(const T &))
{
    return {.name = name,
            .kind = ConfigKey::Kind::List,
            .read =
                [name, &all, read](const YAML::Node &node) {
                    if (!node.IsSequence())
                        complain(node, u"“%1” wants a list"_s.arg(name));
                    all.clear();
                    for (const auto &one : node)
                        all.push_back(read(one));
                },
            .shown =
                [&all, shown] {
                    QStringList texts;
                    for (const auto &one : all)
                        texts.append(shown(one));
                    return values::shownList(texts);
                }};
}

ConfigKey apiKeysKey(std::vector<ApiKey> &keys)
{
    auto key = list<ApiKey>(u"apiKeys"_s, keys, keyOf, [](const ApiKey &one) { return one.name; });
    key.read = [read = key.read, &keys](const YAML::Node &node) {
        read(node);
        QStringList names;
        for (const auto &one : keys) {
            if (names.contains(one.name))
                complain(node, u"two API keys are called “%1”"_s.arg(one.name));
            names.append(one.name);
        }
    };
    return key;
}

void checkProvider(const YAML::Node &node, const QString &key, const QString &address)
{
    if (!relay::isSafeAddress(QUrl(address, QUrl::StrictMode)))
        complain(node, u"“%1” wants an address that begins with https://"_s.arg(key));
}

ConfigKey addressKey(const QString &name, QString &value)
{
    auto key = values::text(name, value);
    key.read = [name, &value](const YAML::Node &node) {
        value = textIn(node, name);
        checkProvider(node, name, value);
    };
    return key;
}

/// Keycloak's three values instead of an issuer and a client's id, as KubeLens has them.
/// https://www.keycloak.org/securing-apps/oidc-layers#_oidc-endpoints
struct Keycloak
{
    QString baseUrl = {};
    QString realm = {};
    QString clientId = {};
};

void takeKeycloak(const YAML::Node &node, const Keycloak &keycloak, GatewayConfig::Auth &auth)
{
    if (keycloak.baseUrl.isEmpty() && keycloak.realm.isEmpty() && keycloak.clientId.isEmpty())
        return;
    for (const auto &[name, value] :
         {std::pair(u"baseUrl"_s, keycloak.baseUrl), std::pair(u"realm"_s, keycloak.realm),
          std::pair(u"clientId"_s, keycloak.clientId)}) {
        if (value.isEmpty())
            complain(node, u"“keycloak” needs “%1”, too"_s.arg(name));
    }
    if (!auth.oidc.issuer.isEmpty())
        complain(node, u"“keycloak” and “issuer” say the same thing: keep one"_s);
    auto base = keycloak.baseUrl;
    while (base.endsWith(u'/'))
        base.chop(1);
    auth.oidc.issuer = base + u"/realms/"_s + keycloak.realm;
    if (auth.clientId.isEmpty())
        auth.clientId = keycloak.clientId;
}

ConfigKey authKey(GatewayConfig::Auth &auth)
{
    const auto keycloak = std::make_shared<Keycloak>(); // of the section's functions
    auto groups = values::texts(u"allowedGroups"_s, auth.allowedGroups);
    groups.aliases = {u"allowsGroups"_s};
    return section(
        u"auth"_s,
        {addressKey(u"issuer"_s, auth.oidc.issuer),
         section(u"keycloak"_s,
                 {addressKey(u"baseUrl"_s, keycloak->baseUrl),
                  values::text(u"realm"_s, keycloak->realm),
                  values::text(u"clientId"_s, keycloak->clientId)}),
         values::text(u"audience"_s, auth.oidc.audience),
         values::text(u"clientId"_s, auth.clientId),
         values::text(u"clientSecretFile"_s, auth.clientSecretFile),
         values::text(u"groupsClaim"_s, auth.oidc.groupsClaim),
         values::text(u"nameClaim"_s, auth.oidc.nameClaim), groups,
         values::texts(u"adminGroups"_s, auth.adminGroups),
         values::texts(u"secretGroups"_s, auth.secretGroups), apiKeysKey(auth.apiKeys),
         values::time(u"leeway"_s, auth.leeway), values::time(u"sessionTtl"_s, auth.sessionTtl)},
        [keycloak, &auth](const YAML::Node &node) { takeKeycloak(node, *keycloak, auth); });
}

std::vector<ConfigKey> filterKeys(GatewayConfig::Filters &filters)
{
    auto include = checkedTexts(u"include"_s, filters.include, checkExpression);
    include.aliases = {u"includeRegex"_s};
    auto exclude = checkedTexts(u"exclude"_s, filters.exclude, checkExpression);
    exclude.aliases = {u"excludeRegex"_s};
    auto labels = checkedTexts(u"excludeLabels"_s, filters.excludeLabels, checkSelector);
    labels.aliases = {u"labelExclusions"_s};
    return {include, exclude, labels};
}

ConfigKey logsKey(GatewayConfig::Logs &logs)
{
    auto tail = values::number(u"tailLines"_s, logs.tailLines);
    tail.aliases = {u"defaultTailLines"_s};
    return section(u"logs"_s,
                   {tail, values::number(u"maxTailLines"_s, logs.maxTailLines),
                    values::number(u"maxLineLength"_s, logs.maxLineLength),
                    values::bytes(u"bufferBytes"_s, logs.bufferBytes),
                    values::bytes(u"totalBytes"_s, logs.totalBytes),
                    values::time(u"terminatedLogTtl"_s, logs.terminatedTtl),
                    values::time(u"heartbeat"_s, logs.heartbeat)});
}

ConfigKey limitsKey(GatewayConfig::Limits &limits)
{
    return section(u"limits"_s,
                   {values::number(u"shellsPerUser"_s, limits.shellsPerUser),
                    values::number(u"logsPerUser"_s, limits.logsPerUser),
                    values::number(u"watchesPerUser"_s, limits.watchesPerUser),
                    values::number(u"forwardsPerUser"_s, limits.forwardsPerUser),
                    values::number(u"apiWatchesPerUser"_s, limits.apiWatchesPerUser),
                    values::number(u"streams"_s, limits.streams),
                    values::decimal(u"requestsPerSecond"_s, limits.requestsPerSecond),
                    values::number(u"requestBurst"_s, limits.requestBurst),
                    values::number(u"requestsAtOnce"_s, limits.requestsAtOnce),
                    values::number(u"clusterRequestsAtOnce"_s, limits.clusterRequestsAtOnce),
                    values::decimal(u"qps"_s, limits.qps), values::number(u"burst"_s, limits.burst),
                    values::bytes(u"backlogBytes"_s, limits.backlogBytes),
                    values::bytes(u"sessionBytes"_s, limits.sessionBytes),
                    values::time(u"sessionTtl"_s, limits.sessionTtl)});
}

} // namespace

std::vector<ConfigKey> configKeys(GatewayConfig &config)
{
    auto &audit = config.audit;
    return {
        section(u"gateway"_s,
                {values::text(u"kubeconfig"_s, config.kubeconfig),
                 values::texts(u"contexts"_s, config.contexts),
                 values::flag(u"impersonate"_s, config.isImpersonating),
                 checkedTexts(u"namespaces"_s, config.namespaces, checkNamespace),
                 checkedTexts(u"corsOrigins"_s, config.corsOrigins, checkOrigin),
                 authKey(config.auth), list<GroupRule>(u"rules"_s, config.rules, ruleOf, shownRule),
                 section(u"filters"_s,
                         {section(u"pods"_s, filterKeys(config.pods)),
                          section(u"apps"_s, filterKeys(config.apps))}),
                 logsKey(config.logs), limitsKey(config.limits),
                 section(u"audit"_s,
                         {values::time(u"retention"_s, audit.retention),
                          values::number(u"queue"_s, audit.queue),
                          values::flag(u"reads"_s, audit.isOfReads)})})};
}

} // namespace gateway
