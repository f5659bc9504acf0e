// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/crdt/deleteset.h"

#include <QByteArray>

namespace crdt {

class Replica;
class StructStore;
struct Transaction;

/// What a transaction added and deleted, as update v1.
QByteArray encodeTransaction(const StructStore &store, const Transaction &transaction);
/// All that a replica lacks that knows `known`, all deletions, and what waits, as update v1.
QByteArray encodeState(const Replica &replica, const StateVector &known);
/// All that was deleted in the document.
DeleteSet deletesOf(const StructStore &store);
StateVector stateVectorOf(const StructStore &store);

} // namespace crdt
