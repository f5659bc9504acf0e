// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/gateway/logs/openstorage.h"

#include "collab/gateway/logs/memorystorage.h"
#include "collab/gateway/logs/redisstorage.h"
#include "collab/gateway/logs/sqlstorage.h"
#include "collab/relay/service/openstore.h"

namespace gateway {

std::expected<std::unique_ptr<Storage>, QString> openStorage(const GatewayConfig &config,
                                                             const relay::RelayConfig &relay)
{
    Storage::Limits limits{.logTtl = config.logs.terminatedTtl,
                           .bytesOfLog = config.logs.bufferBytes,
                           .sessionTtl = config.limits.sessionTtl};
    if (!relay.redisUrl.isEmpty()) {
        const auto address = relay::redisAddressOf(relay);
        if (!address)
            return std::unexpected(address.error());
        return std::make_unique<RedisStorage>(*address, limits);
    }
    const bool isShared = relay.store == relay::RelayConfig::Store::Postgres;
    if (!isShared && relay.dataDir.isEmpty()) {
        limits.bytes = 16 * config.logs.bufferBytes;
        return std::make_unique<MemoryStorage>(limits);
    }
    auto tables = relay::openTables(relay, SqlStorage::tables());
    if (!tables)
        return std::unexpected(tables.error());
    return std::make_unique<SqlStorage>(std::move(*tables), limits, isShared);
}

} // namespace gateway
