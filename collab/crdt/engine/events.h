// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/crdt/engine/replica.h"

namespace crdt {

/// What a transaction that has just ended did to `type` and to the types in it, those of outer
/// types first.
std::vector<Event> eventsWithin(Replica &replica, const Transaction &transaction, quint32 type);

} // namespace crdt
