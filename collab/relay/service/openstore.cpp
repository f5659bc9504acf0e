// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/relay/service/openstore.h"

#include "collab/relay/nodes/redisbackplane.h"
#include "collab/relay/store/memoryroomstore.h"
#include "collab/relay/store/postgresroomstore.h"
#include "collab/relay/store/sqlroomstore.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace relay {

/// The file's first line, the value of the variable, or what the address says.
static std::expected<QString, QString> passwordOf(const QString &path, const char *variable,
                                                  const QString &given)
{
    if (path.isEmpty())
        return given.isEmpty() ? qEnvironmentVariable(variable) : given;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::unexpected(
            u"cannot read the password in %1: %2"_s.arg(path, file.errorString()));
    static constexpr qint64 Longest = 4096;
    return QString::fromUtf8(file.readLine(Longest)).trimmed();
}

static std::expected<PostgresAddress, QString> postgresOf(const RelayConfig &config)
{
    if (config.postgresUrl.isEmpty())
        return std::unexpected(u"the store postgres needs the address of its server: --postgres "
                               "URL, or store.url in the configuration"_s);
    auto address = parsePostgresUrl(config.postgresUrl);
    if (!address)
        return std::unexpected(address.error());
    const auto password = passwordOf(config.postgresPasswordFile, "PGPASSWORD", address->password);
    if (!password)
        return std::unexpected(password.error());
    address->password = *password;
    return address;
}

static std::expected<std::unique_ptr<RoomStore>, QString> openPostgres(const RelayConfig &config)
{
    const auto address = postgresOf(config);
    if (!address)
        return std::unexpected(address.error());
    return std::make_unique<PostgresRoomStore>(*address);
}

std::expected<std::unique_ptr<SqlQueue>, QString> openTables(const RelayConfig &config,
                                                             const SqlTables &tables)
{
    if (config.store == RelayConfig::Store::Postgres) {
        const auto address = postgresOf(config);
        if (!address)
            return std::unexpected(address.error());
        return std::make_unique<SqlQueue>(postgresDialect(*address, tables));
    }
    const auto file = config.dataDir.isEmpty()
        ? u":memory:"_s
        : QDir(config.dataDir).filePath(tables.name + u".sqlite"_s);
    return std::make_unique<SqlQueue>(sqliteDialect(file, tables));
}

std::expected<RedisAddress, QString> redisAddressOf(const RelayConfig &config)
{
    auto address = parseRedisUrl(config.redisUrl);
    if (!address)
        return address;
    const auto password = passwordOf(config.redisPasswordFile, "REDISCLI_AUTH", address->password);
    if (!password)
        return std::unexpected(password.error());
    address->password = *password;
    address->authorityFile = config.redisAuthorityFile;
    return address;
}

std::expected<std::unique_ptr<Backplane>, QString> openBackplane(const RelayConfig &config)
{
    if (config.redisUrl.isEmpty())
        return nullptr;
    if (config.store != RelayConfig::Store::Postgres)
        return std::unexpected(
            u"relays that share yards over --redis need a store that they share, "
            "too: --store postgres"_s);
    const auto address = redisAddressOf(config);
    if (!address)
        return std::unexpected(address.error());
    return std::make_unique<RedisBackplane>(*address);
}

std::expected<std::unique_ptr<RoomStore>, QString> openStore(const RelayConfig &config)
{
    if (config.store == RelayConfig::Store::Postgres)
        return openPostgres(config);
    const auto &folder = config.dataDir;
    if (folder.isEmpty())
        return std::make_unique<MemoryRoomStore>();
    static constexpr auto OwnerOnly =
        QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner;
    const QFileInfo place(folder);
    const bool isThere =
        place.isDir() || (QDir().mkpath(place.absolutePath()) && QDir().mkdir(folder, OwnerOnly));
    if (!isThere || !QFileInfo(folder).isWritable())
        return std::unexpected(u"cannot write in --data-dir %1"_s.arg(folder));
    return std::make_unique<SqlRoomStore>(QDir(folder).filePath(u"relay.sqlite"_s));
}

} // namespace relay
