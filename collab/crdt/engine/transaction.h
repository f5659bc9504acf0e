// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/crdt/deleteset.h"
#include "collab/crdt/event.h"
#include "collab/crdt/store/item.h"

#include <vector>

namespace crdt {

/// What is done at once: what it added and deleted, and which types it changed. While it runs, and
/// until its observers were told, nothing it deleted is forgotten.
struct Transaction
{
    /// A client whose clock moved, by its index in the store.
    struct Advance
    {
        quint32 client = 0;
        quint64 before = 0;
        quint64 after = 0; ///< set when the transaction ends
    };
    /// Which slots of a type were changed: its list, or keys.
    struct Change
    {
        quint32 type = 0;
        std::vector<quint32> slots = {}; ///< may name one twice
    };

    Origin origin = nullptr;
    bool local = true;
    bool renewedClientId = false;
    std::vector<Advance> advances = {}; ///< sorted by client when the transaction ends
    std::vector<Change> changes = {}; ///< in the order of the first change of each
    std::vector<std::pair<quint32, ClockRange>> deletions = {}; ///< client and units, as they came
    DeleteSet deleted = {}; ///< the same, normalised, when the transaction ends
    std::vector<Id> mergeCandidates = {}; ///< structs that may join a neighbour

    bool isEmpty() const { return advances.empty() && deletions.empty(); }
};

} // namespace crdt
