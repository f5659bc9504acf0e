// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/crdt/engine/nesting.h"
#include "collab/crdt/engine/replica.h"

namespace crdt {

/// How deep the change lies below the type that `nesting` begins with; none when it lies elsewhere,
/// in what is gone, or deeper than events are told.
std::optional<qint64> depthOf(const Transaction::Change &change, Nesting &nesting,
                              const StructStore &store);

/// What a transaction that has just ended did to `type` and to the types in it, those of outer
/// types first.
std::vector<Event> eventsWithin(Replica &replica, const Transaction &transaction, quint32 type);

} // namespace crdt
