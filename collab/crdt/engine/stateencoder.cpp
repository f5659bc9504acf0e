// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/crdt/engine/stateencoder.h"

#include "collab/crdt/engine/replica.h"
#include "collab/crdt/store/content.h"
#include "collab/crdt/wire/structwriter.h"

#include <algorithm>

namespace crdt {

namespace {

/// Turns items into what the wire has of them.
class ItemReader
{
public:
    explicit ItemReader(const StructStore &store)
        : m_store(store)
    {
    }

    /// Valid until the next call.
    const WireStruct &read(Ref ref)
    {
        const auto &item = m_store.at(ref);
        m_wire.client = m_store.client(item.client).id;
        m_wire.clock = item.clock;
        m_wire.length = item.length();
        m_wire.kind = item.kind();
        m_wire.hasOrigin = m_wire.hasRightOrigin = m_wire.isKeyed = false;
        if (!item.isItem())
            return m_wire;
        m_wire.isKeyed = m_store.isKeyed(item);
        m_wire.hasOrigin = item.hasOrigin();
        if (m_wire.hasOrigin)
            m_wire.origin = {m_store.client(item.originClient).id, item.originClock};
        m_wire.hasRightOrigin = item.hasRightOrigin;
        if (m_wire.hasRightOrigin) {
            const auto &wide = m_store.arena().wide(ref);
            m_wire.rightOrigin = {m_store.client(wide.rightClient).id, wide.rightClock};
        }
        if (!m_wire.hasOrigin && !m_wire.hasRightOrigin)
            readParent(item);
        readContent(item);
        return m_wire;
    }

    void write(lib0::Encoder &encoder, Ref ref, quint64 offset)
    {
        const auto &wire = read(ref);
        if (offset == 0) {
            writeStruct(encoder, wire);
            return;
        }
        auto rest = wire;
        cutFront(rest, offset);
        writeStruct(encoder, rest);
    }

private:
    void readParent(const Item &item)
    {
        const auto &slot = m_store.slot(item.slot);
        const auto &type = m_store.type(slot.type);
        if (type.item == NoRef) {
            m_wire.parent = WireStruct::Parent::Root;
            m_wire.rootName = m_store.text(type.name);
        } else {
            m_wire.parent = WireStruct::Parent::Item;
            m_wire.parentItem = m_store.idOf(m_store.at(type.item));
        }
        if (slot.key != 0)
            m_wire.key = m_store.text(slot.key);
    }
    void readContent(const Item &item)
    {
        if (hasBytes(item.kind())) {
            m_wire.bytes = contentBytes(item);
        } else if (item.kind() == Kind::Type) {
            const auto &type = m_store.type(quint32(item.content));
            m_wire.type = TypeKind(type.kind);
            m_wire.bytes = type.name != 0 ? m_store.text(type.name) : QByteArrayView();
        }
    }

    const StructStore &m_store;
    WireStruct m_wire;
};

/// Writes the structs of a client from `clock` on, which is below its own.
void writeClient(lib0::Encoder &encoder, ItemReader &reader, const StructStore &store,
                 const ClientStructs &client, quint64 clock)
{
    auto place = client.structs.find(store.arena(), clock);
    encoder.writeVarUint(quint64(client.structs.countFrom(place)));
    encoder.writeVarUint(client.id);
    encoder.writeVarUint(clock);
    auto offset = clock - store.at(client.structs.at(place)).clock;
    do
        reader.write(encoder, client.structs.at(place), std::exchange(offset, 0));
    while (client.structs.toNext(place));
}

} // namespace

QByteArray encodeTransaction(const StructStore &store, const Transaction &transaction)
{
    auto advances = transaction.advances;
    std::ranges::sort(advances, std::greater<>(), [&](const Transaction::Advance &advance) {
        return store.client(advance.client).id;
    });
    lib0::Encoder encoder;
    ItemReader reader(store);
    encoder.writeVarUint(advances.size());
    for (const auto &advance : advances)
        writeClient(encoder, reader, store, store.client(advance.client), advance.before);
    transaction.deleted.write(encoder);
    return encoder.take();
}

DeleteSet deletesOf(const StructStore &store)
{
    DeleteSet deletes;
    for (const auto index : store.clientsDescending()) {
        const auto &structs = store.client(index).structs;
        DeleteSet::Ranges ranges;
        auto place = structs.first();
        do {
            const auto &item = store.at(structs.at(place));
            if (!item.deleted)
                continue;
            if (!ranges.empty() && ranges.back().end() == item.clock)
                ranges.back().length += item.length();
            else
                ranges.push_back({item.clock, item.length()});
        } while (structs.toNext(place));
        if (!ranges.empty())
            deletes.add(store.client(index).id, ranges);
    }
    return deletes;
}

StateVector stateVectorOf(const StructStore &store)
{
    StateVector vector;
    for (const auto index : store.clientsDescending())
        vector.set(store.client(index).id, store.client(index).clock);
    return vector;
}

static QByteArray encodeStructs(const StructStore &store, const StateVector &known)
{
    auto clients = store.clientsDescending();
    std::erase_if(clients, [&](quint32 index) {
        return store.client(index).clock <= known.clock(store.client(index).id);
    });
    lib0::Encoder encoder;
    ItemReader reader(store);
    encoder.writeVarUint(clients.size());
    for (const auto index : clients)
        writeClient(encoder, reader, store, store.client(index),
                    known.clock(store.client(index).id));
    deletesOf(store).write(encoder);
    return encoder.take();
}

QByteArray encodeState(const Replica &replica, const StateVector &known)
{
    const auto &pending = replica.pending();
    std::vector<QByteArray> updates = {encodeStructs(replica.store(), known)};
    if (pending.hasDeletes()) {
        lib0::Encoder encoder;
        encoder.writeVarUint(0);
        pending.deletes().write(encoder);
        updates.push_back(encoder.take());
    }
    if (pending.hasStructs())
        updates.push_back(diffUpdate(pending.structs(), known).value_or(QByteArray("\0\0", 2)));
    return mergeUpdates(updates).value_or(updates.front());
}

} // namespace crdt
