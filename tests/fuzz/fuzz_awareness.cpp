// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fuzz/fuzz.h"

#include "collab/awareness/awareness.h"

using collab::Awareness;

namespace {

collab::AwarenessOptions smallOptions()
{
    auto options = collab::AwarenessOptions::manual();
    options.stateBytes = 200;
    options.states = 20;
    options.totalBytes = 1000;
    options.remembered = 30;
    options.now = [] { return 0; };
    return options;
}

void requireBounds(const Awareness &awareness)
{
    const auto clients = awareness.clients();
    qsizetype bytes = 0;
    for (const auto client : clients)
        bytes += awareness.json(client).size();
    fuzz::require(clients.size() <= 20 && bytes <= 1000 + 400, "states are bounded");
    fuzz::require(awareness.clocks().size() <= 20 + 30 + 1, "clocks are bounded");
}

} // namespace

/// Two messages after each other; what is kept of them is sent on to one who knows nothing.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static constexpr auto Remote = "remote";
    const auto bytes = fuzz::viewOf(data, size);
    const auto half = bytes.indexOf('\xff') < 0 ? bytes.size() : bytes.indexOf('\xff');
    Awareness awareness(1, smallOptions());
    for (const auto message : {bytes.first(half), bytes.sliced(half), bytes}) {
        const auto before = awareness.encodeAll();
        if (!awareness.apply(message, Remote))
            fuzz::require(awareness.encodeAll() == before, "a bad message changes nothing");
        requireBounds(awareness);
    }
    Awareness other(2, collab::AwarenessOptions::manual());
    fuzz::require(other.apply(awareness.encodeAll(), Remote).has_value(), "what is sent is good");
    for (const auto client : awareness.clients()) {
        if (client != 2 && awareness.clocks().at(client) > 0)
            fuzz::require(other.json(client) == awareness.json(client),
                          "states arrive as they are");
    }
    awareness.renew();
    awareness.check();
    awareness.setClientId(7);
    awareness.forget(awareness.clients(), Remote);
    fuzz::require(awareness.clients().size() <= 1, "all others are gone");
    return 0;
}
