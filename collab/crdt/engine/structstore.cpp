// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/crdt/engine/structstore.h"

#include "collab/crdt/store/content.h"

#include <algorithm>

namespace crdt {

StructStore::StructStore()
    : m_types(1)
    , m_slots(1)
{
}

StructStore::~StructStore()
{
    for (const auto &client : m_clients) {
        if (client.structs.isEmpty())
            continue;
        auto place = client.structs.first();
        do
            freeContent(at(client.structs.at(place)));
        while (client.structs.toNext(place));
    }
}

quint32 StructStore::clientIndex(quint64 id)
{
    const auto found = m_clientIndexes.constFind(id);
    if (found != m_clientIndexes.cend())
        return *found;
    m_clients.push_back({.id = id});
    const auto index = quint32(m_clients.size() - 1);
    m_clientIndexes.insert(id, index);
    return index;
}

const ClientStructs *StructStore::findClient(quint64 id) const
{
    const auto found = m_clientIndexes.constFind(id);
    return found == m_clientIndexes.cend() ? nullptr : &m_clients[*found];
}

quint64 StructStore::clock(quint64 client) const
{
    const auto *structs = findClient(client);
    return structs == nullptr ? 0 : structs->clock;
}

std::vector<quint32> StructStore::clientsDescending() const
{
    std::vector<quint32> indexes;
    for (quint32 i = 0; i < m_clients.size(); ++i) {
        if (m_clients[i].clock > 0)
            indexes.push_back(i);
    }
    std::ranges::sort(indexes, std::greater<>(), [this](quint32 i) { return m_clients[i].id; });
    return indexes;
}

qsizetype StructStore::structCount() const
{
    qsizetype count = 0;
    for (const auto &client : m_clients)
        count += client.structs.size();
    return count;
}

Ref StructStore::find(Id id) const
{
    return find(*m_clientIndexes.constFind(id.client), id.clock);
}

Ref StructStore::find(quint32 client, quint64 clock) const
{
    const auto &structs = m_clients[client].structs;
    return structs.at(structs.find(m_arena, clock));
}

void StructStore::append(Ref ref)
{
    const auto &item = at(ref);
    auto &client = m_clients[item.client];
    client.structs.append(m_arena, ref);
    client.clock = item.end();
}

Ref StructStore::split(StructIndex &index, StructIndex::Place place, quint64 offset)
{
    const Ref leftRef = index.at(place);
    const Ref ref = take(at(leftRef).hasRightOrigin);
    auto &left = at(leftRef);
    auto &right = at(ref);
    right.client = left.client;
    right.setClock(left.clock + offset);
    right.setKind(left.kind());
    right.deleted = left.deleted;
    right.keep = left.keep;
    right.slot = left.slot;
    right.setOrigin(left.client, right.clock - 1);
    if (left.hasRightOrigin) {
        m_arena.wide(ref).rightClock = m_arena.wide(leftRef).rightClock;
        m_arena.wide(ref).rightClient = m_arena.wide(leftRef).rightClient;
    }
    const auto length = left.length();
    if (hasBytes(left.kind()))
        splitContent(left, offset, right);
    left.setLength(offset);
    right.setLength(length - offset);
    right.left = leftRef;
    right.right = left.right;
    left.right = ref;
    if (right.right != NoRef)
        at(right.right).left = ref;
    else
        m_slots[left.slot].last = ref;
    if (left.redone)
        setRedone(ref, {redone(leftRef).client, redone(leftRef).clock + offset});
    index.insertAfter(m_arena, place, ref);
    return ref;
}

bool StructStore::sameRightOrigin(const Item &left, Ref leftRef, const Item &right,
                                  Ref rightRef) const
{
    if (left.hasRightOrigin != right.hasRightOrigin)
        return false;
    if (!left.hasRightOrigin)
        return true;
    const auto &a = m_arena.wide(leftRef);
    const auto &b = m_arena.wide(rightRef);
    return a.rightClient == b.rightClient && a.rightClock == b.rightClock;
}

bool StructStore::canMerge(const Item &left, const Item &right, Ref rightRef) const
{
    if (left.kind() != right.kind() || left.deleted != right.deleted)
        return false;
    switch (left.kind()) {
    case Kind::GC: return true;
    case Kind::Deleted:
    case Kind::Any:
    case Kind::Json:
    case Kind::String: break;
    default: return false;
    }
    return left.right == rightRef && right.originClient == left.client
        && right.originClock == left.end() - 1 && !left.redone && !right.redone
        && sameRightOrigin(left, right.left, right, rightRef)
        && (left.kind() == Kind::Deleted || left.length() + right.length() < Item::NoClient);
}

bool StructStore::mergesWithLeft(const StructIndex &index, StructIndex::Place place) const
{
    const Ref right = index.at(place);
    return index.toPrevious(place) && canMerge(at(index.at(place)), at(right), right);
}

bool StructStore::mergeWithLeft(StructIndex &index, StructIndex::Place &place)
{
    if (!mergesWithLeft(index, place))
        return false;
    auto before = place;
    index.toPrevious(before);
    const Ref leftRef = index.at(before);
    const Ref rightRef = index.at(place);
    auto &left = at(leftRef);
    auto &right = at(rightRef);
    if (right.marked)
        moveMarker(rightRef, leftRef);
    if (hasBytes(left.kind()))
        appendContentBytes(left, contentBytes(right));
    left.setLength(left.length() + right.length());
    if (left.isItem()) {
        left.keep = left.keep || right.keep;
        left.right = right.right;
        if (left.right != NoRef)
            at(left.right).left = leftRef;
        else
            m_slots[left.slot].last = leftRef;
    }
    place = index.erase(m_arena, place);
    free(rightRef);
    return true;
}

void StructStore::free(Ref ref)
{
    auto &item = at(ref);
    forgetRedone(ref);
    if (item.marked)
        dropMarker(ref);
    freeContent(item);
    m_arena.free(ref);
}

quint32 StructStore::newType(quint8 kind)
{
    const auto index = quint32(m_types.size());
    m_types.push_back({.list = quint32(m_slots.size()), .kind = kind});
    m_slots.push_back({.type = index});
    return index;
}

quint32 StructStore::root(QByteArrayView name)
{
    const auto id = m_keys.idOf(name);
    if (const auto known = m_rootByName.value(id); known != 0)
        return known;
    const auto index = newType(TypeNode::UnknownKind);
    m_types[index].name = id;
    m_roots.push_back(index);
    m_rootByName.insert(id, index);
    return index;
}

quint32 StructStore::findRoot(QByteArrayView name) const
{
    return m_rootByName.value(m_keys.find(name));
}

static size_t keyPlace(const std::vector<quint32> &table, quint32 key)
{
    return (size_t(key) * 0x9E3779B97F4A7C15ull >> 20) & (table.size() - 1);
}

quint32 StructStore::findKeySlot(quint32 type, QByteArrayView key) const
{
    const auto id = m_keys.find(key);
    const auto &table = m_types[type].keys;
    if (id == 0 || table.empty())
        return 0;
    for (auto place = keyPlace(table, id); table[place] != 0;
         place = (place + 1) & (table.size() - 1)) {
        if (m_slots[table[place]].key == id)
            return table[place];
    }
    return 0;
}

quint32 StructStore::keySlot(quint32 type, QByteArrayView key)
{
    if (const auto known = findKeySlot(type, key); known != 0)
        return known;
    auto &node = m_types[type];
    const auto add = [this](std::vector<quint32> &table, quint32 slot) {
        auto place = keyPlace(table, m_slots[slot].key);
        while (table[place] != 0)
            place = (place + 1) & (table.size() - 1);
        table[place] = slot;
    };
    if ((node.keyCount + 1) * 4 > node.keys.size() * 3) {
        std::vector<quint32> larger(std::max<size_t>(4, node.keys.size() * 2), 0);
        for (const auto slot : node.keys) {
            if (slot != 0)
                add(larger, slot);
        }
        node.keys = std::move(larger);
    }
    m_slots.push_back({.type = type, .key = m_keys.idOf(key)});
    const auto slot = quint32(m_slots.size() - 1);
    add(node.keys, slot);
    ++node.keyCount;
    return slot;
}

std::vector<quint32> StructStore::keySlots(quint32 type) const
{
    auto slots_ = m_types[type].keys;
    std::erase(slots_, 0);
    std::ranges::sort(slots_);
    return slots_;
}

void StructStore::clearType(quint32 index)
{
    auto &node = m_types[index];
    const auto clear = [](Slot &slot) { slot.first = slot.last = NoRef; };
    clear(m_slots[node.list]);
    for (const auto slot : node.keys) {
        if (slot != 0)
            clear(m_slots[slot]);
    }
    node.keys = {};
    node.keyCount = 0;
    node.markers = {};
}

void StructStore::setRedone(Ref ref, Id id)
{
    at(ref).redone = true;
    m_redone[ref] = id;
}

void StructStore::forgetRedone(Ref ref)
{
    if (at(ref).redone)
        m_redone.erase(ref);
    at(ref).redone = false;
}

void StructStore::dropMarker(Ref ref)
{
    at(ref).marked = false;
    std::erase_if(type(typeOf(at(ref))).markers,
                  [ref](const SearchMarker &marker) { return marker.item == ref; });
}

void StructStore::moveMarker(Ref from, Ref to)
{
    auto &left = at(to);
    at(from).marked = false;
    if (left.marked) {
        at(from).marked = true;
        dropMarker(from);
        return;
    }
    left.marked = true;
    for (auto &marker : type(typeOf(left)).markers) {
        if (marker.item != from)
            continue;
        marker.item = to;
        if (left.isVisible())
            marker.index -= left.length();
    }
}

} // namespace crdt
