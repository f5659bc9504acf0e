// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/crdt/wire/wirestruct.h"

#include "collab/crdt/store/content.h"

namespace crdt {

quint8 infoOf(const WireStruct &wire)
{
    return quint8(quint8(wire.kind) | (wire.hasOrigin ? OriginBit : 0)
                  | (wire.hasRightOrigin ? RightOriginBit : 0) | (wire.isKeyed ? KeyBit : 0));
}

void readInfo(WireStruct &wire, quint8 info)
{
    wire.kind = Kind(info & KindBits);
    wire.hasOrigin = wire.isItem() && (info & OriginBit) != 0;
    wire.hasRightOrigin = wire.isItem() && (info & RightOriginBit) != 0;
    wire.isKeyed = wire.isItem() && (info & KeyBit) != 0;
}

void cutFront(WireStruct &wire, quint64 units)
{
    if (wire.isItem()) {
        wire.hasOrigin = true;
        wire.origin = {wire.client, wire.clock + units - 1};
        wire.parent = WireStruct::Parent::OfNeighbour;
        if (hasBytes(wire.kind)) {
            wire.owned[0] = bytesFromUnit(wire.kind, wire.bytes, units);
            wire.bytes = wire.owned[0];
        }
    }
    wire.clock += units;
    wire.length -= units;
}

} // namespace crdt
