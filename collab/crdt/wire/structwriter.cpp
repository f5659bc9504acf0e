// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/crdt/wire/structwriter.h"

namespace crdt {

static void writeId(lib0::Encoder &encoder, Id id)
{
    encoder.writeVarUint(id.client);
    encoder.writeVarUint(id.clock);
}

static void writeParent(lib0::Encoder &encoder, const WireStruct &wire)
{
    if (wire.parent == WireStruct::Parent::Root) {
        encoder.writeVarUint(1);
        encoder.writeVarBytes(wire.rootName);
    } else {
        encoder.writeVarUint(0);
        writeId(encoder, wire.parentItem);
    }
    if (wire.isKeyed)
        encoder.writeVarBytes(wire.key);
}

static void writeContent(lib0::Encoder &encoder, const WireStruct &wire)
{
    switch (wire.kind) {
    case Kind::GC:
    case Kind::Deleted:
    case Kind::Skip: encoder.writeVarUint(wire.length); return;
    case Kind::Json:
    case Kind::Any:
        encoder.writeVarUint(wire.length);
        encoder.writeRaw(wire.bytes);
        return;
    case Kind::Binary:
    case Kind::String:
    case Kind::Embed: encoder.writeVarBytes(wire.bytes); return;
    case Kind::Type:
        encoder.writeVarUint(quint64(wire.type));
        if (hasTypeName(wire.type))
            encoder.writeVarBytes(wire.bytes);
        return;
    case Kind::Format:
    case Kind::Doc: encoder.writeRaw(wire.bytes); return;
    }
}

void writeStruct(lib0::Encoder &encoder, const WireStruct &wire)
{
    encoder.writeUint8(infoOf(wire));
    if (wire.hasOrigin)
        writeId(encoder, wire.origin);
    if (wire.hasRightOrigin)
        writeId(encoder, wire.rightOrigin);
    if (wire.isItem() && !wire.hasOrigin && !wire.hasRightOrigin)
        writeParent(encoder, wire);
    writeContent(encoder, wire);
}

void StructWriter::write(const WireStruct &wire)
{
    if (m_count > 0 && (wire.client != m_client || wire.clock != m_clock))
        endClient();
    m_clock = wire.end();
    if (m_count++ == 0) {
        m_client = wire.client;
        m_structs.writeVarUint(wire.client);
        m_structs.writeVarUint(wire.clock);
    }
    writeStruct(m_structs, wire);
}

void StructWriter::writeFrom(WireStruct wire, quint64 units)
{
    if (units > 0)
        cutFront(wire, units);
    write(wire);
}

void StructWriter::endClient()
{
    if (m_count == 0)
        return;
    m_clients.writeVarUint(m_count);
    m_clients.writeRaw(m_structs.bytes());
    m_structs.take();
    m_count = 0;
    ++m_clientCount;
}

QByteArray StructWriter::finish(const DeleteSet &deletes)
{
    endClient();
    lib0::Encoder update;
    update.writeVarUint(m_clientCount);
    update.writeRaw(m_clients.bytes());
    deletes.write(update);
    return update.take();
}

} // namespace crdt
