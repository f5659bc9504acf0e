// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/relay/config/configkeys.h"
#include "collab/relay/config/relayconfig.h"

namespace relay {

/// All keys of the relay's file, which read into `config` and show what it holds. It is borrowed,
/// and must outlive them.
std::vector<ConfigKey> configKeys(RelayConfig &config);

} // namespace relay
