// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/gateway/config/gatewayconfig.h"
#include "collab/gateway/logs/storage.h"

#include <memory>

namespace gateway {

/// Where the relay keeps things, logs and sessions are kept, too: in Redis where relays share one,
/// else in PostgreSQL, in SQLite in the data folder, or in memory without one. An error is a
/// sentence.
std::expected<std::unique_ptr<Storage>, QString> openStorage(const GatewayConfig &config,
                                                             const relay::RelayConfig &relay);

} // namespace gateway
