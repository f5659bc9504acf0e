// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/crdt/deleteset.h"
#include "collab/crdt/statevector.h"

#include <span>
#include <vector>

namespace crdt {

/// The two encodings of an update (docs/collab.md). The sync protocol sends V1.
enum class Encoding { V1, V2 };

// What can be done with updates (V1 unless named otherwise) that belong to no document. All are
// bounded: time and memory follow the size of what is given, and bytes that make no sense are an
// Error. Any thread.

/// One update that says what all of them say. Does not join neighbours as a document does.
Result<QByteArray> mergeUpdates(std::span<const QByteArray> updates);
/// `update` without what `known` covers; its deletions stay.
Result<QByteArray> diffUpdate(QByteArrayView update, const StateVector &known);
/// What a document knows that has only taken this update: up to the first gap of each client.
Result<StateVector> stateVectorFromUpdate(QByteArrayView update);
Result<QByteArray> convertUpdate(QByteArrayView update, Encoding from, Encoding to);

/// The clocks that an update brings, from `begin` to before `end`, gaps included. What Yjs wrote
/// has one range for each client.
struct ClientRange
{
    quint64 client = 0;
    quint64 begin = 0;
    quint64 end = 0;
    bool operator==(const ClientRange &) const = default;
};
/// Who wrote the structs of an update: to check that a peer sends only its own.
Result<std::vector<ClientRange>> rangesOfUpdate(QByteArrayView update);
/// The units that an update brings, and those that it deletes; normalised.
struct UpdateUnits
{
    DeleteSet inserted = {};
    DeleteSet deleted = {};
};
Result<UpdateUnits> unitsOfUpdate(QByteArrayView update);
/// Whether the update brings and deletes nothing: `00 00`.
bool isEmptyUpdate(QByteArrayView update);

} // namespace crdt
