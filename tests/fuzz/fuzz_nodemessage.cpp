// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fuzz/fuzz.h"

#include "collab/relay/nodes/nodemessage.h"

/// What is taken for a message of another relay is one, and reads as it was written.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const auto message = relay::decodeNodeMessage(fuzz::viewOf(data, size));
    if (!message) {
        fuzz::require(!message.error().isEmpty(), "a refusal has a reason");
        return 0;
    }
    const auto again = relay::decodeNodeMessage(relay::encode(*message));
    fuzz::require(again && *again == *message, "it is read as it was written");
    return 0;
}
