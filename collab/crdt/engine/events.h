// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/crdt/engine/replica.h"

namespace crdt {

/// Whether the change is one of `root` or of a type in it that is still there.
bool isChangeIn(const Replica &replica, const Transaction::Change &change, quint32 root);

/// What a transaction that has just ended did to `type` and to the types in it, those of outer
/// types first.
std::vector<Event> eventsWithin(Replica &replica, const Transaction &transaction, quint32 type);

} // namespace crdt
