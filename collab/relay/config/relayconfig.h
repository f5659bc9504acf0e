// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/relay/auth/accessgate.h"
#include "collab/relay/config/accesstokens.h"
#include "collab/relay/oidc/oidcconfig.h"
#include "collab/relay/rooms/roomlimits.h"
#include "collab/relay/tls/servertls.h"
#include "collab/relay/versions/versionlimits.h"

#include <QProcessEnvironment>
#include <QUrl>

namespace relay {

/// What the relay's YAML file says; docs/relay.md has an example with every key.
struct RelayConfig
{
    enum class Auth {
        None, ///< everybody may do everything
        Token,
        Oidc, ///< who signed in with a provider; tokens let in, too
    };

    enum class Log {
        Text,
        Json, ///< an object a line
    };

    enum class Store {
        Sqlite, ///< in the data folder; without one, in memory
        Postgres,
    };

    QString listen = QStringLiteral("127.0.0.1:8080");
    QString dataDir = {}; ///< empty: yards are kept in memory, as long as the relay runs
    Store store = Store::Sqlite;
    QString postgresUrl = {};
    QString postgresPasswordFile = {}; ///< its first line counts more than the URL's password
    QString redisUrl = {}; ///< empty: no other relay has the same yards
    QString redisPasswordFile = {}; ///< likewise
    QString redisAuthorityFile = {}; ///< PEM, for rediss: whom to believe; empty: the system's
    TlsFiles tls = {}; ///< empty: connections are not encrypted
    Log log = Log::Text;
    Auth auth = Auth::None;
    std::vector<AccessToken> tokens = {};
    OidcConfig oidc = {};
    std::vector<Subnet> trustedProxies = {}; ///< that may say for whom they ask
    RoomLimits rooms = {};
    std::vector<YardLimits> yardLimits = {}; ///< the first that fits holds instead
    VersionLimits versions = {};
    std::vector<AdminToken> admins = {};
    QUrl publicUrl = {}; ///< under which people reach it; empty: as they asked
};

/// Reads the file's text, and what the environment says instead of it. An error is a line for each
/// mistake: what is wrong, in which line or variable, and what to write. What is in the part
/// `gateway` is not looked at.
std::expected<RelayConfig, QString>
parseConfig(const QByteArray &yaml, const QProcessEnvironment &environment = QProcessEnvironment());

std::optional<RelayConfig::Store> storeOf(QStringView text); ///< sqlite, postgres
std::optional<RelayConfig::Log> logOf(QStringView text); ///< text, json
std::optional<RelayConfig::Auth> authOf(QStringView text); ///< none, token, oidc

/// What the way in that was chosen lacks, in a sentence; empty: nothing.
QString missingIn(const RelayConfig &config);

} // namespace relay
