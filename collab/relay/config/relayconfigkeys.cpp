// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/relay/config/relayconfigkeys.h"

#include "collab/relay/config/configvalues.h"
#include "collab/relay/oidc/oidckeys.h"

using namespace Qt::StringLiterals;

namespace relay {

namespace {

using Kind = ConfigKey::Kind;
using config::section;
using config::textIn;

/// Only how many there are, and their names: hashes are nobody's business.
template<typename T, typename NameOf>
QString shownNames(const std::vector<T> &all, const NameOf &nameOf)
{
    QStringList names;
    for (const auto &one : all)
        names.append(nameOf(one));
    return config::shownList(names);
}

template<typename T>
ConfigKey list(const QString &name, std::vector<T> &values, T (*read)(const YAML::Node &),
               QString (*nameOf)(const T &))
{
    return {.name = name,
            .kind = Kind::List,
            .read =
                [name, &values, read](const YAML::Node &node) {
                    if (!node.IsSequence())
                        complain(node, u"“%1” wants a list"_s.arg(name));
                    values.clear();
                    for (const auto &one : node)
                        values.push_back(read(one));
                },
            .shown = [&values, nameOf] { return shownNames(values, nameOf); }};
}

/// One of a few words.
template<typename T>
ConfigKey word(const QString &name, T &value, const std::vector<std::pair<T, QString>> &words)
{
    const auto read = [name, &value, words](const YAML::Node &node) {
        const auto said = textIn(node, name);
        const auto found = std::ranges::find(words, said, &std::pair<T, QString>::second);
        if (found == words.end()) {
            QStringList known;
            for (const auto &one : words)
                known.append(one.second);
            const auto last = known.takeLast();
            complain(node,
                     u"“%1” is “%2”: write %3 or %4"_s.arg(name, said, known.join(u", "_s), last));
        }
        value = found->first;
    };
    const auto shown = [&value, words] {
        return std::ranges::find(words, value, &std::pair<T, QString>::first)->second;
    };
    return {.name = name, .read = read, .shown = shown};
}

Role roleOf(const YAML::Node &node)
{
    Role role = Role::Viewer;
    word<Role>(
        u"role"_s, role,
        {{Role::Viewer, u"viewer"_s}, {Role::Editor, u"editor"_s}, {Role::Owner, u"owner"_s}})
        .read(node);
    return role;
}

QStringList yardsOf(const YAML::Node &node)
{
    if (!node.IsSequence() || node.size() == 0)
        complain(node, u"“yards” wants a list of names; without it, every yard is meant"_s);
    return config::textsIn(node, u"yards"_s);
}

AdminToken adminOf(const YAML::Node &node)
{
    AdminToken admin;
    readMap(node, u"admins"_s,
            {{u"name"_s, [&](const auto &value) { admin.name = textIn(value, u"name"_s); }},
             {u"sha256"_s, [&](const auto &value) { admin.sha256 = config::hashIn(value); }}});
    if (admin.sha256.isEmpty())
        complain(node, u"an admin needs “sha256”: krateyard relay --new-token writes it"_s);
    return admin;
}

AccessToken tokenOf(const YAML::Node &node)
{
    AccessToken token;
    readMap(node, u"tokens"_s,
            {{u"name"_s, [&](const auto &value) { token.person.name = textIn(value, u"name"_s); }},
             {u"role"_s, [&](const auto &value) { token.person.role = roleOf(value); }},
             {u"sha256"_s, [&](const auto &value) { token.sha256 = config::hashIn(value); }},
             {u"yards"_s, [&](const auto &value) { token.yards = yardsOf(value); }},
             {u"expires"_s,
              [&](const auto &value) { token.expires = config::dateIn(value, u"expires"_s); }}});
    if (token.sha256.isEmpty())
        complain(node, u"a token needs “sha256”: krateyard relay --new-token writes it"_s);
    return token;
}

OidcGrant grantOf(const YAML::Node &node)
{
    OidcGrant grant;
    readMap(node, u"grants"_s,
            {{u"group"_s, [&](const auto &value) { grant.group = textIn(value, u"group"_s); }},
             {u"role"_s, [&](const auto &value) { grant.role = roleOf(value); }},
             {u"yards"_s, [&](const auto &value) { grant.yards = yardsOf(value); }}});
    return grant;
}

QString shownGrant(const OidcGrant &grant)
{
    return nameOf(grant.role) + u" for "_s + (grant.group.isEmpty() ? u"everybody"_s : grant.group);
}

Subnet proxyOf(const YAML::Node &node)
{
    const auto text = textIn(node, u"trustedProxies"_s);
    const auto subnet = QHostAddress::parseSubnet(text);
    if (subnet.second < 0)
        complain(node, u"“%1” is neither an address nor a network"_s.arg(text));
    return {.address = subnet.first, .prefix = subnet.second};
}

QString shownProxy(const Subnet &proxy)
{
    return u"%1/%2"_s.arg(proxy.address.toString()).arg(proxy.prefix);
}

ConfigKey proxiesKey(std::vector<Subnet> &proxies)
{
    auto key = list<Subnet>(u"trustedProxies"_s, proxies, proxyOf, shownProxy);
    key.read = [read = key.read](const YAML::Node &node) {
        if (!node.IsSequence())
            complain(node,
                     u"“trustedProxies” wants a list of addresses: [127.0.0.1, 10.0.0.0/8]"_s);
        read(node);
    };
    return key;
}

ConfigKey issuerKey(QString &issuer)
{
    auto key = config::text(u"issuer"_s, issuer);
    key.read = [read = key.read, &issuer](const YAML::Node &node) {
        read(node);
        if (!isSafeAddress(QUrl(issuer, QUrl::StrictMode)))
            complain(node, u"“issuer” wants an address that begins with https://"_s);
    };
    return key;
}

ConfigKey authKey(RelayConfig &config)
{
    auto &oidc = config.oidc;
    return section(u"auth"_s,
                   {word<RelayConfig::Auth>(u"mode"_s, config.auth,
                                            {{RelayConfig::Auth::None, u"none"_s},
                                             {RelayConfig::Auth::Token, u"token"_s},
                                             {RelayConfig::Auth::Oidc, u"oidc"_s}}),
                    list<AccessToken>(u"tokens"_s, config.tokens, tokenOf,
                                      [](const AccessToken &token) { return token.person.name; }),
                    list<AdminToken>(u"admins"_s, config.admins, adminOf,
                                     [](const AdminToken &admin) { return admin.name; }),
                    issuerKey(oidc.issuer), config::text(u"audience"_s, oidc.audience),
                    config::text(u"groupsClaim"_s, oidc.groupsClaim),
                    config::text(u"nameClaim"_s, oidc.nameClaim),
                    config::time(u"leeway"_s, oidc.leeway),
                    list<OidcGrant>(u"grants"_s, oidc.grants, grantOf, shownGrant)});
}

/// Never with a password in it.
ConfigKey urlKey(const QString &name, QString &value)
{
    auto key = config::text(name, value);
    key.shown = [&value] { return config::shownText(QUrl(value).toString(QUrl::RemovePassword)); };
    return key;
}

ConfigKey tlsKey(TlsFiles &tls)
{
    return section(
        u"tls"_s,
        {config::text(u"certificate"_s, tls.certificate), config::text(u"key"_s, tls.key)},
        [&tls](const YAML::Node &node) {
            if (tls.certificate.isEmpty() != tls.key.isEmpty())
                complain(node, u"“tls” needs both “certificate” and “key”"_s);
        });
}

std::vector<ConfigKey> limitsOf(RoomLimits &rooms)
{
    return {config::number(u"peers"_s, rooms.peers),
            config::number(u"documentBytes"_s, rooms.documentBytes),
            config::number(u"messageBytes"_s, rooms.messageBytes),
            config::number(u"messagesPerSecond"_s, rooms.messagesPerSecond),
            config::number(u"bytesPerSecond"_s, rooms.bytesPerSecond),
            config::seconds(u"idleSeconds"_s, rooms.idleFor)};
}

/// Limits for some yards; what is not said is as for all.
YardLimits yardLimitsOf(const YAML::Node &node, const RoomLimits &usual)
{
    YardLimits limits{.limits = usual};
    ConfigReaders readers;
    for (const auto &key : limitsOf(limits.limits))
        readers.emplace_back(key.name, key.read);
    readers.emplace_back(
        u"name"_s, [&limits](const YAML::Node &given) { limits.yards = textIn(given, u"name"_s); });
    readMap(node, u"yards"_s, readers);
    if (limits.yards.isEmpty())
        complain(node, u"limits for some yards need “name”, in which * stands for anything"_s);
    return limits;
}

ConfigKey roomsKey(RelayConfig &config)
{
    auto given = std::make_shared<YAML::Node>(); // of the two functions
    auto keys = limitsOf(config.rooms);
    keys.push_back({.name = u"yards"_s,
                    .kind = Kind::List,
                    .read =
                        [given](const YAML::Node &node) {
                            if (!node.IsSequence())
                                complain(node, u"“yards” wants a list"_s);
                            given->reset(node);
                        },
                    .shown =
                        [&config] {
                            return shownNames(config.yardLimits, [](const YardLimits &limits) {
                                return limits.yards;
                            });
                        }});
    // After the limits for all, wherever those stand.
    const auto finish = [given, &config](const YAML::Node &) {
        for (const auto &yard : *given)
            config.yardLimits.push_back(yardLimitsOf(yard, config.rooms));
    };
    return section(u"rooms"_s, keys, finish);
}

ConfigKey versionsKey(VersionLimits &versions)
{
    return section(
        u"versions"_s,
        {config::seconds(u"everySeconds"_s, versions.every),
         config::number(u"recent"_s, versions.recent), config::number(u"daily"_s, versions.daily),
         config::number(u"named"_s, versions.named), config::number(u"bytes"_s, versions.bytes)});
}

ConfigKey publicUrlKey(QUrl &url)
{
    const auto read = [&url](const YAML::Node &node) {
        url = QUrl(textIn(node, u"publicUrl"_s), QUrl::StrictMode);
        const bool isWeb = url.scheme() == "https"_L1 || url.scheme() == "http"_L1;
        if (!isWeb || url.host().isEmpty() || url.path().size() > 1 || url.hasQuery())
            complain(node, u"“publicUrl” wants an address like https://relay.example.org"_s);
    };
    return {.name = u"publicUrl"_s, .read = read, .shown = [&url] {
                return config::shownText(url.toString());
            }};
}

} // namespace

std::vector<ConfigKey> configKeys(RelayConfig &config)
{
    return {config::text(u"listen"_s, config.listen),
            config::text(u"dataDir"_s, config.dataDir),
            section(u"store"_s,
                    {word<RelayConfig::Store>(u"kind"_s, config.store,
                                              {{RelayConfig::Store::Sqlite, u"sqlite"_s},
                                               {RelayConfig::Store::Postgres, u"postgres"_s}}),
                     urlKey(u"url"_s, config.postgresUrl),
                     config::text(u"passwordFile"_s, config.postgresPasswordFile)}),
            section(u"redis"_s,
                    {urlKey(u"url"_s, config.redisUrl),
                     config::text(u"passwordFile"_s, config.redisPasswordFile),
                     config::text(u"caFile"_s, config.redisAuthorityFile)}),
            tlsKey(config.tls),
            word<RelayConfig::Log>(
                u"log"_s, config.log,
                {{RelayConfig::Log::Text, u"text"_s}, {RelayConfig::Log::Json, u"json"_s}}),
            proxiesKey(config.trustedProxies),
            authKey(config),
            roomsKey(config),
            versionsKey(config.versions),
            publicUrlKey(config.publicUrl),
            // Read by who has the gateway: gateway/config.
            {.name = u"gateway"_s, .kind = Kind::Elsewhere}};
}

} // namespace relay
