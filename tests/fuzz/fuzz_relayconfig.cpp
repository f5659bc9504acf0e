// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fuzz/fuzz.h"

#include "collab/relay/config/relayconfig.h"

/// Whatever is in the relay's file: it is taken, or refused with a reason, and no limit that is
/// taken lets everything or nothing through.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const auto config = relay::parseConfig(fuzz::viewOf(data, size).toByteArray());
    if (!config) {
        fuzz::require(!config.error().isEmpty(), "a refusal has a reason");
        return 0;
    }
    fuzz::require(config->rooms.peers > 0, "somebody may enter");
    fuzz::require(config->rooms.messageBytes > 0, "a message may be sent");
    fuzz::require(config->rooms.documentBytes > 0, "a yard may hold something");
    return 0;
}
