// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/gateway/config/gatewayconfig.h"
#include "collab/relay/config/configkeys.h"

#include <expected>

namespace gateway {

/// Reads the part `gateway` of the relay's file, and what the environment says instead of it;
/// without either it is not enabled. `relay` is what the rest of the file says: its provider is the
/// gateway's, too, when that names none. An error is a line for each mistake: what is wrong, in
/// which line or variable, and what to write.
std::expected<GatewayConfig, QString>
parseGatewayConfig(const QByteArray &yaml, const relay::RelayConfig &relay = {},
                   const QProcessEnvironment &environment = QProcessEnvironment());

/// All keys of the part, the one key `gateway`, which read into `config` and show what it holds. It
/// is borrowed, and must outlive them.
std::vector<relay::ConfigKey> configKeys(GatewayConfig &config);

/// What is wrong with the whole, though each value is right; empty: nothing.
QStringList contradictionsIn(const GatewayConfig &config);

} // namespace gateway
