// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/relay/config/relayconfig.h"
#include "collab/relay/nodes/backplane.h"
#include "collab/relay/nodes/redisconnection.h"
#include "collab/relay/store/roomstore.h"
#include "collab/relay/store/sqltables.h"

#include <memory>

namespace relay {

/// The store that `config` asks for: in memory without a data folder. A folder that is not there is
/// made, for its owner alone. An error is a sentence.
std::expected<std::unique_ptr<RoomStore>, QString> openStore(const RelayConfig &config);

/// The tables of another part beside the yards: NAME.sqlite in the data folder, which must be there
/// (in memory without one), or the schema krateyard_NAME of the relay's PostgreSQL.
std::expected<std::unique_ptr<SqlQueue>, QString> openTables(const RelayConfig &config,
                                                             const SqlTables &tables);

/// The Redis of RelayConfig::redisUrl, with its password. An error is a sentence.
std::expected<RedisAddress, QString> redisAddressOf(const RelayConfig &config);

/// What ties the relay to others, if `config` asks for that, else null. An error is a sentence.
std::expected<std::unique_ptr<Backplane>, QString> openBackplane(const RelayConfig &config);

} // namespace relay
