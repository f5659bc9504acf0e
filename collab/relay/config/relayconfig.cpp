// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/relay/config/relayconfig.h"

#include "collab/relay/oidc/oidckeys.h"

#include <yaml-cpp/yaml.h>

using namespace Qt::StringLiterals;

namespace relay {

namespace {

constexpr qsizetype LargestFile = 1024 * 1024;

/// Ends the reading; what the caller sees of it is the text.
struct Mistake
{
    QString text = {};
};

[[noreturn]] void complain(const YAML::Node &node, const QString &text)
{
    throw Mistake{u"line %1: %2"_s.arg(node.Mark().line + 1).arg(text)};
}

QString textOf(const YAML::Node &node, QLatin1StringView key)
{
    if (!node.IsScalar())
        complain(node, u"“%1” wants a text"_s.arg(key));
    return QString::fromStdString(node.Scalar());
}

/// A positive whole number.
template<typename Number>
void readNumber(const YAML::Node &node, QLatin1StringView key, Number &number)
{
    bool isNumber = false;
    const auto value = textOf(node, key).toLongLong(&isNumber);
    constexpr qint64 Most = 1'000'000'000'000;
    if (!isNumber || value <= 0 || value > std::min<qint64>(Most, std::numeric_limits<int>::max()))
        complain(node, u"“%1” wants a whole number above 0"_s.arg(key));
    number = Number(value);
}

using Reader = std::function<void(const YAML::Node &)>;

/// Each key has its reader; there are no others.
void readMap(const YAML::Node &node, QLatin1StringView name,
             const std::vector<std::pair<QLatin1StringView, Reader>> &readers)
{
    if (!node.IsMap())
        complain(node, u"“%1” wants keys and values"_s.arg(name));
    for (const auto &entry : node) {
        const auto key = QString::fromStdString(entry.first.Scalar());
        const auto found =
            std::ranges::find(readers, key, &std::pair<QLatin1StringView, Reader>::first);
        if (found != readers.end()) {
            found->second(entry.second);
            continue;
        }
        QStringList known;
        for (const auto &reader : readers)
            known.append(reader.first);
        complain(entry.first,
                 u"there is no “%1” in “%2”; there are: %3"_s.arg(key, name, known.join(u", "_s)));
    }
}

Role roleOf(const YAML::Node &node)
{
    const auto text = textOf(node, "role"_L1);
    if (text == "viewer"_L1)
        return Role::Viewer;
    if (text == "editor"_L1)
        return Role::Editor;
    if (text == "owner"_L1)
        return Role::Owner;
    complain(node, u"“role” is “%1”: write viewer, editor or owner"_s.arg(text));
}

QStringList yardsOf(const YAML::Node &node)
{
    if (!node.IsSequence() || node.size() == 0)
        complain(node, u"“yards” wants a list of names; without it, every yard is meant"_s);
    QStringList yards;
    for (const auto &yard : node)
        yards.append(textOf(yard, "yards"_L1));
    return yards;
}

void readHash(const YAML::Node &node, QByteArray &hash)
{
    hash = QByteArray::fromHex(textOf(node, "sha256"_L1).toLatin1());
    if (hash.size() != 32)
        complain(node,
                 u"“sha256” wants 64 hexadecimal digits: krateyard relay --new-token "
                 "writes them"_s);
}

AdminToken adminOf(const YAML::Node &node)
{
    AdminToken admin;
    readMap(node, "admins"_L1,
            {{"name"_L1, [&admin](const auto &value) { admin.name = textOf(value, "name"_L1); }},
             {"sha256"_L1, [&admin](const auto &value) { readHash(value, admin.sha256); }}});
    if (admin.sha256.isEmpty())
        complain(node, u"an admin needs “sha256”: krateyard relay --new-token writes it"_s);
    return admin;
}

AccessToken tokenOf(const YAML::Node &node)
{
    AccessToken token;
    const auto readExpiry = [&token](const YAML::Node &value) {
        token.expires = QDateTime::fromString(textOf(value, "expires"_L1), Qt::ISODate);
        if (!token.expires.isValid())
            complain(value, u"“expires” wants a date and a time: 2027-01-31T00:00:00Z"_s);
    };
    readMap(node, "tokens"_L1,
            {{"name"_L1, [&](const auto &value) { token.person.name = textOf(value, "name"_L1); }},
             {"role"_L1, [&](const auto &value) { token.person.role = roleOf(value); }},
             {"sha256"_L1, [&](const auto &value) { readHash(value, token.sha256); }},
             {"yards"_L1, [&](const auto &value) { token.yards = yardsOf(value); }},
             {"expires"_L1, readExpiry}});
    if (token.sha256.isEmpty())
        complain(node, u"a token needs “sha256”: krateyard relay --new-token writes it"_s);
    return token;
}

OidcGrant grantOf(const YAML::Node &node)
{
    OidcGrant grant;
    readMap(node, "grants"_L1,
            {{"group"_L1, [&](const auto &value) { grant.group = textOf(value, "group"_L1); }},
             {"role"_L1, [&](const auto &value) { grant.role = roleOf(value); }},
             {"yards"_L1, [&](const auto &value) { grant.yards = yardsOf(value); }}});
    return grant;
}

void readIssuer(const YAML::Node &node, OidcConfig &oidc)
{
    oidc.issuer = textOf(node, "issuer"_L1);
    if (!isSafeAddress(QUrl(oidc.issuer, QUrl::StrictMode)))
        complain(node, u"“issuer” wants an address that begins with https://"_s);
}

void readProxies(const YAML::Node &node, std::vector<Subnet> &proxies)
{
    if (!node.IsSequence())
        complain(node, u"“trustedProxies” wants a list of addresses: [127.0.0.1, 10.0.0.0/8]"_s);
    for (const auto &proxy : node) {
        const auto text = textOf(proxy, "trustedProxies"_L1);
        const auto subnet = QHostAddress::parseSubnet(text);
        if (subnet.second < 0)
            complain(proxy, u"“%1” is neither an address nor a network"_s.arg(text));
        proxies.push_back({.address = subnet.first, .prefix = subnet.second});
    }
}

void readAuth(const YAML::Node &node, RelayConfig &config)
{
    const auto readMode = [&config](const YAML::Node &value) {
        const auto text = textOf(value, "mode"_L1);
        const auto mode = authOf(text);
        if (!mode)
            complain(value, u"“mode” is “%1”: write none, token or oidc"_s.arg(text));
        config.auth = *mode;
    };
    const auto readTokens = [&config](const YAML::Node &value) {
        if (!value.IsSequence())
            complain(value, u"“tokens” wants a list"_s);
        for (const auto &token : value)
            config.tokens.push_back(tokenOf(token));
    };
    const auto readAdmins = [&config](const YAML::Node &value) {
        if (!value.IsSequence())
            complain(value, u"“admins” wants a list"_s);
        for (const auto &admin : value)
            config.admins.push_back(adminOf(admin));
    };
    const auto readGrants = [&config](const YAML::Node &value) {
        if (!value.IsSequence())
            complain(value, u"“grants” wants a list"_s);
        for (const auto &grant : value)
            config.oidc.grants.push_back(grantOf(grant));
    };
    const auto text = [&config](QLatin1StringView key, QString OidcConfig::*member) {
        return std::pair(key, Reader([key, member, &config](const YAML::Node &value) {
                             config.oidc.*member = textOf(value, key);
                         }));
    };
    readMap(node, "auth"_L1,
            {{"mode"_L1, readMode},
             {"tokens"_L1, readTokens},
             {"admins"_L1, readAdmins},
             {"issuer"_L1, [&config](const auto &value) { readIssuer(value, config.oidc); }},
             text("audience"_L1, &OidcConfig::audience),
             text("groupsClaim"_L1, &OidcConfig::groupsClaim),
             text("nameClaim"_L1, &OidcConfig::nameClaim),
             {"grants"_L1, readGrants}});
}

void readTls(const YAML::Node &node, TlsFiles &tls)
{
    readMap(node, "tls"_L1,
            {{"certificate"_L1,
              [&tls](const auto &value) { tls.certificate = textOf(value, "certificate"_L1); }},
             {"key"_L1, [&tls](const auto &value) { tls.key = textOf(value, "key"_L1); }}});
    if (tls.certificate.isEmpty() || tls.key.isEmpty())
        complain(node, u"“tls” needs both “certificate” and “key”"_s);
}

void readLog(const YAML::Node &node, RelayConfig &config)
{
    const auto text = textOf(node, "log"_L1);
    const auto log = logOf(text);
    if (!log)
        complain(node, u"“log” is “%1”: write text or json"_s.arg(text));
    config.log = *log;
}

/// A key whose value is a text.
std::pair<QLatin1StringView, Reader> textReader(QLatin1StringView key, QString &text)
{
    return {key, [key, &text](const YAML::Node &value) { text = textOf(value, key); }};
}

void readStore(const YAML::Node &node, RelayConfig &config)
{
    const auto readKind = [&config](const YAML::Node &value) {
        const auto text = textOf(value, "kind"_L1);
        const auto kind = storeOf(text);
        if (!kind)
            complain(value, u"“kind” is “%1”: write sqlite or postgres"_s.arg(text));
        config.store = *kind;
    };
    readMap(node, "store"_L1,
            {{"kind"_L1, readKind},
             textReader("url"_L1, config.postgresUrl),
             textReader("passwordFile"_L1, config.postgresPasswordFile)});
}

void readRedis(const YAML::Node &node, RelayConfig &config)
{
    readMap(node, "redis"_L1,
            {textReader("url"_L1, config.redisUrl),
             textReader("passwordFile"_L1, config.redisPasswordFile),
             textReader("caFile"_L1, config.redisAuthorityFile)});
}

using Readers = std::vector<std::pair<QLatin1StringView, Reader>>;

template<typename Number>
Readers::value_type number(QLatin1StringView key, Number &value)
{
    return {key, [key, &value](const YAML::Node &given) { readNumber(given, key, value); }};
}

Readers::value_type seconds(QLatin1StringView key, auto &time)
{
    return {key, [key, &time](const YAML::Node &given) {
                int count = 0;
                readNumber(given, key, count);
                time = std::chrono::seconds(count);
            }};
}

Readers limitsOf(RoomLimits &rooms)
{
    return {number("peers"_L1, rooms.peers),
            number("documentBytes"_L1, rooms.documentBytes),
            number("messageBytes"_L1, rooms.messageBytes),
            number("messagesPerSecond"_L1, rooms.messagesPerSecond),
            number("bytesPerSecond"_L1, rooms.bytesPerSecond),
            seconds("idleSeconds"_L1, rooms.idleFor)};
}

/// Limits for some yards; what is not said is as for all.
YardLimits yardLimitsOf(const YAML::Node &node, const RoomLimits &usual)
{
    YardLimits limits{.limits = usual};
    auto readers = limitsOf(limits.limits);
    readers.emplace_back(
        "name"_L1, [&limits](const YAML::Node &given) { limits.yards = textOf(given, "name"_L1); });
    readMap(node, "yards"_L1, readers);
    if (limits.yards.isEmpty())
        complain(node, u"limits for some yards need “name”, in which * stands for anything"_s);
    return limits;
}

void readRooms(const YAML::Node &node, RelayConfig &config)
{
    YAML::Node yards;
    auto readers = limitsOf(config.rooms);
    readers.emplace_back("yards"_L1, [&yards](const YAML::Node &given) { yards.reset(given); });
    readMap(node, "rooms"_L1, readers);
    if (!yards.IsNull() && !yards.IsSequence())
        complain(yards, u"“yards” wants a list"_s);
    for (const auto &yard : yards) // after the limits for all, wherever those stand
        config.yardLimits.push_back(yardLimitsOf(yard, config.rooms));
}

void readVersions(const YAML::Node &node, VersionLimits &versions)
{
    readMap(node, "versions"_L1,
            {seconds("everySeconds"_L1, versions.every), number("recent"_L1, versions.recent),
             number("daily"_L1, versions.daily), number("named"_L1, versions.named),
             number("bytes"_L1, versions.bytes)});
}

void readPublicUrl(const YAML::Node &node, QUrl &url)
{
    url = QUrl(textOf(node, "publicUrl"_L1), QUrl::StrictMode);
    const bool isWeb = url.scheme() == "https"_L1 || url.scheme() == "http"_L1;
    if (!isWeb || url.host().isEmpty() || url.path().size() > 1 || url.hasQuery())
        complain(node, u"“publicUrl” wants an address like https://relay.example.org"_s);
}

} // namespace

std::optional<RelayConfig::Auth> authOf(QStringView text)
{
    if (text == "none"_L1)
        return RelayConfig::Auth::None;
    if (text == "token"_L1)
        return RelayConfig::Auth::Token;
    if (text == "oidc"_L1)
        return RelayConfig::Auth::Oidc;
    return std::nullopt;
}

QString missingIn(const RelayConfig &config)
{
    switch (config.auth) {
    case RelayConfig::Auth::None: return {};
    case RelayConfig::Auth::Token:
        return config.tokens.empty() ? u"auth.mode is token, but there are no auth.tokens: nobody "
                                       "could enter"_s
                                     : QString();
    case RelayConfig::Auth::Oidc:
        if (config.oidc.issuer.isEmpty() || config.oidc.audience.isEmpty())
            return u"auth.mode is oidc: that needs auth.issuer and auth.audience"_s;
        return config.oidc.grants.empty() ? u"auth.mode is oidc, but there are no auth.grants: "
                                            "nobody could enter"_s
                                          : QString();
    }
    return {};
}

std::optional<RelayConfig::Log> logOf(QStringView text)
{
    if (text == "text"_L1)
        return RelayConfig::Log::Text;
    if (text == "json"_L1)
        return RelayConfig::Log::Json;
    return std::nullopt;
}

std::optional<RelayConfig::Store> storeOf(QStringView text)
{
    if (text == "sqlite"_L1)
        return RelayConfig::Store::Sqlite;
    if (text == "postgres"_L1)
        return RelayConfig::Store::Postgres;
    return std::nullopt;
}

std::expected<RelayConfig, QString> parseConfig(const QByteArray &yaml)
{
    if (yaml.size() > LargestFile)
        return std::unexpected(u"it is larger than 1 MiB"_s);
    RelayConfig config;
    try {
        const auto root = YAML::Load(yaml.toStdString());
        if (root.IsNull())
            return config;
        readMap(
            root, "relay"_L1,
            {{"listen"_L1, [&](const auto &value) { config.listen = textOf(value, "listen"_L1); }},
             {"dataDir"_L1,
              [&](const auto &value) { config.dataDir = textOf(value, "dataDir"_L1); }},
             {"store"_L1, [&](const auto &value) { readStore(value, config); }},
             {"redis"_L1, [&](const auto &value) { readRedis(value, config); }},
             {"tls"_L1, [&](const auto &value) { readTls(value, config.tls); }},
             {"log"_L1, [&](const auto &value) { readLog(value, config); }},
             {"trustedProxies"_L1,
              [&](const auto &value) { readProxies(value, config.trustedProxies); }},
             {"auth"_L1, [&](const auto &value) { readAuth(value, config); }},
             {"rooms"_L1, [&](const auto &value) { readRooms(value, config); }},
             {"versions"_L1, [&](const auto &value) { readVersions(value, config.versions); }},
             {"publicUrl"_L1, [&](const auto &value) { readPublicUrl(value, config.publicUrl); }}});
    } catch (const Mistake &mistake) {
        return std::unexpected(mistake.text);
    } catch (const YAML::Exception &error) {
        return std::unexpected(
            u"line %1: %2"_s.arg(error.mark.line + 1).arg(QString::fromStdString(error.msg)));
    }
    if (const auto missing = missingIn(config); !missing.isEmpty())
        return std::unexpected(missing);
    return config;
}

} // namespace relay
