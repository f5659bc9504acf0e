// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fuzz/fuzz.h"

#include "workspace/sharing/presence.h"

#include <QJsonDocument>
#include <QStringList>

#include <cmath>

using workspace::Presence;

static bool isNear(QPointF point)
{
    return std::abs(point.x()) <= Presence::Furthest && std::abs(point.y()) <= Presence::Furthest;
}

/// Whatever a peer says of itself: what is taken of it is within bounds, and can be said again.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const auto json = QJsonDocument::fromJson(fuzz::viewOf(data, size).toByteArray()).object();
    const auto presence = Presence::read(json);
    if (!presence)
        return 0;
    fuzz::require(!presence->name.isEmpty() && presence->name.size() <= Presence::LongestName,
                  "a person has a name that can be shown");
    fuzz::require(presence->userId.size() <= Presence::LongestId, "ids are bounded");
    fuzz::require(!presence->cursor || isNear(*presence->cursor), "a pointer is somewhere");
    fuzz::require(!presence->drag || isNear(presence->drag->by), "a krate is dragged somewhere");
    fuzz::require(presence->selection.size() <= Presence::MostSelected, "selections are bounded");
    fuzz::require(!presence->spotlightQuery
                      || presence->spotlightQuery->size() <= Presence::LongestQuery,
                  "what is looked for is bounded");
    (void)Presence::initials(presence->name);
    // Fractions of a unit are not sent.
    const auto again = Presence::read(presence->toJson());
    fuzz::require(again && again->name == presence->name, "a name is read as it was written");
    fuzz::require(Presence::read(again->toJson()) == again, "it is read as it was written");
    return 0;
}
