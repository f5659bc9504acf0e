// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fuzz/fuzz.h"

#include "collab/gateway/kubelens/session.h"
#include "collab/gateway/logs/logline.h"

#include <QJsonDocument>

/// What a browser brings back: the id of an event, and a saved session; and what a storage does:
/// lines of a log.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const auto bytes = fuzz::viewOf(data, size).toByteArray();
    if (const auto cursor = gateway::LogCursor::parse(bytes)) {
        const auto again = gateway::LogCursor::parse(cursor->toId());
        fuzz::require(again == cursor, "an id said again is the same place");
    }
    if (const auto session = gateway::Session::checked(bytes)) {
        fuzz::require(gateway::Session::checked(*session) == session,
                      "what is kept of a session is a session");
    }
    static constexpr int MostCharacters = 100;
    gateway::LineCounter counter(MostCharacters);
    auto before = counter.last();
    for (const auto &line : counter.read(bytes)) {
        fuzz::require(line.at > before, "positions grow");
        before = line.at;
    }
    return 0;
}
