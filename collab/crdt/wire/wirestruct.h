// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/crdt/statevector.h"
#include "collab/crdt/store/item.h"
#include "collab/crdt/value.h"

namespace crdt {

/// One struct as an update has it, read but not yet part of a document. Its views point into the
/// update, or into `owned` where the update's own form is not the one that documents keep.
struct WireStruct
{
    enum class Parent : quint8 { OfNeighbour, Root, Item };

    quint64 client = 0;
    quint64 clock = 0;
    quint64 length = 0;
    Kind kind = Kind::GC;
    bool hasOrigin = false;
    bool hasRightOrigin = false;
    bool isKeyed = false; ///< belongs to a map; the key itself is there only with a parent
    Parent parent = Parent::OfNeighbour;
    TypeKind type = TypeKind::Array; ///< of a shared type, whose name (XML) is `bytes`
    Id origin = {};
    Id rightOrigin = {};
    Id parentItem = {};
    QByteArrayView rootName = {};
    QByteArrayView key = {};
    QByteArrayView bytes = {}; ///< as content.h has them; Type: the name of the XML element

    QByteArray owned[3] = {};

    quint64 end() const { return clock + length; }
    bool isItem() const { return kind != Kind::GC && kind != Kind::Skip; }
};

// The bits of the info byte of a struct, in both versions.
inline constexpr quint8 OriginBit = 0x80;
inline constexpr quint8 RightOriginBit = 0x40;
inline constexpr quint8 KeyBit = 0x20;
inline constexpr quint8 KindBits = 0x1f;

quint8 infoOf(const WireStruct &wire);
/// Takes over what the byte says: the kind and, of an item, the three bits.
void readInfo(WireStruct &wire, quint8 info);

/// Whether a type of that kind has a name of its own on the wire.
inline bool hasTypeName(TypeKind kind)
{
    return kind == TypeKind::XmlElement || kind == TypeKind::XmlHook;
}

/// Takes away the first `units` of the struct's units, fewer than it has: it begins later then, and
/// the unit before is its origin.
void cutFront(WireStruct &wire, quint64 units);

} // namespace crdt
