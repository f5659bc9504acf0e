// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/awareness/awareness.h"

#include <vector>

struct Told
{
    collab::AwarenessChange change = {};
    collab::Awareness::Origin origin = nullptr;
};

/// Notes what an awareness tells.
struct Notes
{
    explicit Notes(collab::Awareness &awareness)
    {
        QObject::connect(
            &awareness, &collab::Awareness::updated, &context,
            [this](const collab::AwarenessChange &change, collab::Awareness::Origin origin) {
                updates.push_back({change, origin});
            });
        QObject::connect(
            &awareness, &collab::Awareness::changed, &context,
            [this](const collab::AwarenessChange &change, collab::Awareness::Origin origin) {
                changes.push_back({change, origin});
            });
    }

    QObject context;
    std::vector<Told> updates;
    std::vector<Told> changes;
};
