// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/crdt/engine/replica.h"

#include <span>

namespace crdt {

// How this replica's own code changes lists and maps; within a transaction.

/// Where a unit of a list lies: in `item`, before which `start` units come.
struct ListPlace
{
    Ref item = NoRef;
    quint64 start = 0;
};
/// The visible item that holds unit `index`, which must be below the type's length.
ListPlace placeOfUnit(Replica &replica, quint32 type, quint64 index);
/// What is left of a new unit at `index`: the item that holds the unit before, cut off behind it.
/// NoRef for the first.
Ref leftOf(Replica &replica, quint32 type, quint64 index);
/// What comes after `left` in the type's list, whatever its state.
Ref rightOf(const Replica &replica, quint32 type, Ref left);

/// `length` units were put at `index`, or taken away from there: markers behind it move.
void moveMarkersForInsert(TypeNode &type, quint64 index, quint64 length);
void moveMarkersForRemove(TypeNode &type, quint64 index, quint64 length);

/// Puts one item that keeps `bytes` and has `units` between the two. The new item.
Ref insertItem(Replica &replica, quint32 slot, Ref left, Ref right, Kind kind, QByteArrayView bytes,
               quint64 units = 1);
/// Puts a new shared type, without anything in it, between the two. The new item.
Ref insertType(Replica &replica, quint32 slot, Ref left, Ref right, TypeKind kind);
/// Puts a value, or a shared type with what is to be in it, between the two. The new item.
Ref insertInput(Replica &replica, quint32 slot, Ref left, Ref right, const Input &input);

void insertIntoList(Replica &replica, quint32 type, Ref left, std::span<const Input> values);
void removeFromList(Replica &replica, quint32 type, quint64 index, quint64 length);
void setKey(Replica &replica, quint32 type, QStringView key, const Input &value);

} // namespace crdt
