// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/relay/config/relayconfig.h"
#include "collab/relay/store/roomstore.h"

#include <memory>

namespace relay {

/// The store that `config` asks for: in memory without a data folder. A folder that is not there is
/// made, for its owner alone. An error is a sentence.
std::expected<std::unique_ptr<RoomStore>, QString> openStore(const RelayConfig &config);

} // namespace relay
