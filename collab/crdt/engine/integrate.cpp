// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/crdt/engine/replica.h"
#include "collab/crdt/store/content.h"

#include <algorithm>

namespace crdt {

namespace {

/// The items that a walk has passed, and since when they are in conflict with the new one.
class Passed
{
public:
    void add(Ref ref)
    {
        if (m_order.size() == Few) {
            for (size_t i = 0; i < Few; ++i)
                m_places.insert(m_order[i], i);
        }
        if (m_order.size() >= Few)
            m_places.insert(ref, m_order.size());
        m_order.push_back(ref);
    }
    std::optional<size_t> find(Ref ref) const
    {
        if (m_order.size() > Few) {
            const auto place = m_places.constFind(ref);
            return place == m_places.cend() ? std::nullopt : std::optional(*place);
        }
        const auto place = std::ranges::find(m_order, ref);
        return place == m_order.end() ? std::nullopt
                                      : std::optional(size_t(place - m_order.begin()));
    }
    bool isConflicting(size_t place) const { return place >= m_conflictsFrom; }
    void clearConflicts() { m_conflictsFrom = m_order.size(); }

private:
    static constexpr size_t Few = 16;
    std::vector<Ref> m_order;
    QHash<Ref, size_t> m_places; ///< once there are more than a few
    size_t m_conflictsFrom = 0;
};

} // namespace

Ref Replica::newItem(Kind kind, quint32 slot, Ref left, Ref right)
{
    const Ref ref = m_store.take(right != NoRef);
    auto &item = m_store.at(ref);
    item.client = m_store.clientIndex(m_clientId);
    item.setClock(m_store.client(item.client).clock);
    item.setKind(kind);
    item.slot = slot;
    item.units = 1;
    if (left != NoRef) {
        const auto &neighbour = m_store.at(left);
        item.setOrigin(neighbour.client, neighbour.end() - 1);
    }
    if (right != NoRef) {
        auto &wide = m_store.arena().wide(ref);
        wide.rightClient = m_store.at(right).client;
        wide.rightClock = m_store.at(right).clock;
    }
    return ref;
}

/// The left neighbour that every replica finds for the item when others were put between `left` and
/// `right`: collab.md, "Position".
Ref Replica::placeAmongConflicts(const Item &item, Ref ref, Ref left, Ref right) const
{
    const auto rightOriginOf = [this](const Item &of,
                                      Ref at) -> std::optional<std::pair<quint32, quint64>> {
        if (!of.hasRightOrigin)
            return std::nullopt;
        const auto &wide = m_store.arena().wide(at);
        return std::pair(wide.rightClient, wide.rightClock);
    };
    const auto mine = rightOriginOf(item, ref);
    const auto myClient = m_store.client(item.client).id;
    Passed passed;
    Ref other = left != NoRef ? m_store.at(left).right : m_store.slot(item.slot).first;
    for (; other != NoRef && other != right; other = m_store.at(other).right) {
        const auto &o = m_store.at(other);
        passed.add(other);
        const bool sameOrigin = o.originClient == item.originClient
            && (!item.hasOrigin() || o.originClock == item.originClock);
        if (sameOrigin) {
            if (m_store.client(o.client).id < myClient) {
                left = other;
                passed.clearConflicts();
            } else if (rightOriginOf(o, other) == mine) {
                break;
            }
            continue;
        }
        const auto origin =
            o.hasOrigin() ? passed.find(m_store.find(o.originClient, o.originClock)) : std::nullopt;
        if (!origin)
            break;
        if (!passed.isConflicting(*origin)) {
            left = other;
            passed.clearConflicts();
        }
    }
    return left;
}

void Replica::integrate(Ref ref, Ref left, Ref right)
{
    auto &item = m_store.at(ref);
    auto &slot = m_store.slot(item.slot);
    if ((left != NoRef ? m_store.at(left).right : slot.first) != right)
        left = placeAmongConflicts(item, ref, left, right);

    const bool keyed = slot.key != 0;
    Ref &next = left != NoRef ? m_store.at(left).right : slot.first;
    item.left = left;
    item.right = std::exchange(next, ref);
    if (item.right != NoRef) {
        m_store.at(item.right).left = ref;
    } else {
        slot.last = ref;
        if (keyed && left != NoRef)
            deleteItem(left); // another value counts now
    }
    const auto type = slot.type;
    if (!keyed && isCountable(item.kind()))
        m_store.type(type).length += item.length();
    if (!keyed && m_markerKeepers == 0)
        dropMarkers(type);
    noteAdvance(item.client);
    m_store.append(ref);
    integrateContent(ref);
    noteChange(type, item.slot);
    const auto parent = m_store.type(type).item;
    if ((parent != NoRef && m_store.at(parent).deleted) || (keyed && item.right != NoRef))
        deleteItem(ref);
}

void Replica::integrateContent(Ref ref)
{
    auto &item = m_store.at(ref);
    const auto type = m_store.typeOf(item);
    switch (item.kind()) {
    case Kind::Deleted:
        item.deleted = true;
        m_current->deletions.emplace_back(item.client, ClockRange{item.clock, item.length()});
        return;
    case Kind::Format:
        dropMarkers(type);
        m_store.type(type).hasFormatting = true;
        return;
    case Kind::Type: m_store.type(quint32(item.content)).item = ref; return;
    default: return;
    }
}

void Replica::addGC(quint32 client, quint64 clock, quint64 length)
{
    const Ref ref = m_store.take(false);
    auto &item = m_store.at(ref);
    item.client = client;
    item.setClock(clock);
    item.deleted = true;
    item.setLength(length);
    noteAdvance(client);
    m_store.append(ref);
}

void Replica::deleteItem(Ref ref)
{
    if (m_store.at(ref).deleted)
        return;
    markDeleted(ref);
    if (m_store.at(ref).kind() != Kind::Type)
        return;
    // What lies in a type goes with it, in Yjs's order: each child with all that lies in it. Types
    // lie in types as deep as a peer likes: no recursion.
    struct Level
    {
        std::vector<Ref> children = {};
        size_t next = 0;
    };
    std::vector<Level> levels = {{childrenOf(ref)}};
    while (!levels.empty()) {
        auto &level = levels.back();
        if (level.next == level.children.size()) {
            levels.pop_back();
            continue;
        }
        const Ref child = level.children[level.next++];
        const auto &item = m_store.at(child);
        if (!item.deleted) {
            markDeleted(child);
            if (item.kind() == Kind::Type)
                levels.push_back({childrenOf(child)});
        } else if (item.clock < clockBefore(item.client)) {
            m_current->mergeCandidates.push_back(m_store.idOf(item)); // becomes a GC
        }
    }
}

/// The items of the list of a type, and those that are its keys' values.
std::vector<Ref> Replica::childrenOf(Ref ref) const
{
    const auto type = quint32(m_store.at(ref).content);
    std::vector<Ref> children;
    Ref child = m_store.slot(m_store.type(type).list).first;
    for (; child != NoRef; child = m_store.at(child).right)
        children.push_back(child);
    for (const auto slot : m_store.keySlots(type)) {
        if (m_store.slot(slot).last != NoRef)
            children.push_back(m_store.slot(slot).last);
    }
    return children;
}

void Replica::markDeleted(Ref ref)
{
    auto &item = m_store.at(ref);
    const auto &slot = m_store.slot(item.slot);
    auto &type = m_store.type(slot.type);
    if (slot.key == 0) {
        if (isCountable(item.kind()))
            type.length -= item.length();
        if (m_markerKeepers == 0)
            dropMarkers(slot.type);
    }
    item.deleted = true;
    m_current->deletions.emplace_back(item.client, ClockRange{item.clock, item.length()});
    noteChange(slot.type, item.slot);
}

void Replica::noteAdvance(quint32 index)
{
    auto &client = m_store.client(index);
    if (client.advance != 0)
        return;
    m_current->advances.push_back({.client = index, .before = client.clock});
    client.advance = quint32(m_current->advances.size());
}

quint64 Replica::clockBefore(quint32 index) const
{
    const auto &client = m_store.client(index);
    return client.advance == 0 ? client.clock : m_current->advances[client.advance - 1].before;
}

void Replica::noteChange(quint32 index, quint32 slot)
{
    auto &type = m_store.type(index);
    if (type.item != NoRef) {
        const auto &item = m_store.at(type.item);
        if (item.deleted || item.clock >= clockBefore(item.client))
            return; // is new or gone itself: nobody knows it
    }
    if (type.change == 0) {
        m_current->changes.push_back({.type = index});
        type.change = quint32(m_current->changes.size());
    }
    auto &slots = m_current->changes[type.change - 1].slots;
    if (slots.empty() || slots.back() != slot)
        slots.push_back(slot);
}

void Replica::dropMarkers(quint32 index)
{
    auto &markers = m_store.type(index).markers;
    for (const auto &marker : markers)
        m_store.at(marker.item).marked = false;
    markers.clear();
}

Ref Replica::itemCleanStart(quint32 client, quint64 clock)
{
    auto &structs = m_store.client(client).structs;
    const auto place = structs.find(m_store.arena(), clock);
    const Ref ref = structs.at(place);
    const auto &item = m_store.at(ref);
    if (item.clock == clock || !item.isItem())
        return ref;
    m_current->mergeCandidates.push_back({m_store.client(client).id, clock});
    return m_store.split(structs, place, clock - item.clock);
}

Ref Replica::itemCleanStart(Id id)
{
    return itemCleanStart(m_store.clientIndex(id.client), id.clock);
}

Ref Replica::itemCleanEnd(Id id)
{
    const auto client = m_store.clientIndex(id.client);
    auto &structs = m_store.client(client).structs;
    const auto place = structs.find(m_store.arena(), id.clock);
    const Ref ref = structs.at(place);
    const auto &item = m_store.at(ref);
    if (item.isItem() && item.end() - 1 != id.clock) {
        m_current->mergeCandidates.push_back({id.client, id.clock + 1});
        m_store.split(structs, place, id.clock + 1 - item.clock);
    }
    return ref;
}

void Replica::forEachStruct(const DeleteSet &ranges, const std::function<void(Ref)> &visit)
{
    for (const auto id : ranges.asAdded()) { // an undo makes what it makes in this order
        if (m_store.clock(id) == 0)
            continue;
        const auto client = m_store.clientIndex(id);
        for (const auto &range : ranges.clients().at(id)) {
            const auto end = std::min(range.end(), m_store.client(client).clock);
            for (auto clock = range.clock; clock < end;) {
                const Ref ref = itemCleanStart(client, clock);
                if (m_store.at(ref).isItem() && m_store.at(ref).end() > end)
                    itemCleanStart(client, end);
                clock = m_store.at(ref).end();
                visit(ref);
            }
        }
    }
}

std::optional<ClockRange> Replica::deleteRange(quint64 id, ClockRange range)
{
    const auto known = m_store.clock(id);
    const auto end = std::min(range.end(), known);
    if (range.clock < end) {
        const auto client = m_store.clientIndex(id);
        auto &structs = m_store.client(client).structs;
        auto place = structs.find(m_store.arena(), range.clock);
        do {
            Ref ref = structs.at(place);
            const auto clock = m_store.at(ref).clock;
            if (clock >= end)
                break;
            if (m_store.at(ref).deleted)
                continue;
            if (clock < range.clock)
                ref = itemCleanStart(client, range.clock);
            if (m_store.at(ref).end() > end)
                itemCleanStart(client, end);
            place = structs.find(m_store.arena(), m_store.at(ref).clock);
            deleteItem(ref);
        } while (structs.toNext(place));
    }
    if (range.end() <= known)
        return std::nullopt;
    const auto begin = std::max(range.clock, known);
    return ClockRange{begin, range.end() - begin};
}

bool Replica::isNewIn(const Transaction &transaction, const Item &item) const
{
    const auto advance = std::ranges::lower_bound(transaction.advances, item.client, {},
                                                  &Transaction::Advance::client);
    return advance != transaction.advances.end() && advance->client == item.client
        && item.clock >= advance->before;
}

bool Replica::isDeletedIn(const Transaction &transaction, const Item &item) const
{
    return item.deleted && transaction.deleted.contains(m_store.idOf(item));
}

void Replica::keepItem(Ref ref, bool keep)
{
    while (ref != NoRef && m_store.at(ref).isItem() && m_store.at(ref).keep != keep) {
        m_store.at(ref).keep = keep;
        ref = m_store.parentItem(m_store.at(ref));
    }
}

} // namespace crdt
