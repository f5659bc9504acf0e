// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/crdt/engine/listedit.h"

#include "collab/crdt/engine/contentvalue.h"
#include "collab/crdt/store/content.h"
#include "collab/lib0/decoder.h"

#include <algorithm>

namespace crdt {

namespace {

constexpr size_t MostMarkers = 80;
/// From so many items away a marker of its own is worth while.
constexpr int FarAway = 16;

quint64 visibleLength(const Item &item)
{
    return item.isVisible() ? item.length() : 0;
}

quint64 distance(const SearchMarker &marker, quint64 index)
{
    return marker.index > index ? marker.index - index : index - marker.index;
}

void remember(Replica &replica, TypeNode &type, SearchMarker *from, ListPlace place, int steps)
{
    auto &store = replica.store();
    if (steps < FarAway || type.hasFormatting || store.at(place.item).marked)
        return;
    if (from == nullptr || type.markers.size() < MostMarkers) {
        type.markers.push_back({place.item, place.start});
    } else {
        store.at(from->item).marked = false;
        *from = {place.item, place.start};
    }
    store.at(place.item).marked = true;
}

} // namespace

ListPlace placeOfUnit(Replica &replica, quint32 index, quint64 unit)
{
    auto &store = replica.store();
    auto &type = store.type(index);
    const auto nearest = std::ranges::min_element(
        type.markers, {}, [unit](const SearchMarker &marker) { return distance(marker, unit); });
    ListPlace place{store.slot(type.list).first, 0};
    auto *from = nearest == type.markers.end() ? nullptr : &*nearest;
    if (from != nullptr && distance(*from, unit) < unit)
        place = {from->item, from->index};
    int steps = 0;
    while (place.start > unit && store.at(place.item).left != NoRef) {
        place.item = store.at(place.item).left;
        place.start -= visibleLength(store.at(place.item));
        ++steps;
    }
    while (place.start + visibleLength(store.at(place.item)) <= unit
           && store.at(place.item).right != NoRef) {
        place.start += visibleLength(store.at(place.item));
        place.item = store.at(place.item).right;
        ++steps;
    }
    remember(replica, type, from, place, steps);
    return place;
}

Ref leftOf(Replica &replica, quint32 type, quint64 index)
{
    if (index == 0)
        return NoRef;
    const auto place = placeOfUnit(replica, type, index - 1);
    const auto &item = replica.store().at(place.item);
    if (place.start + item.length() > index)
        replica.itemCleanStart(item.client, item.clock + (index - place.start));
    return place.item;
}

Ref rightOf(const Replica &replica, quint32 type, Ref left)
{
    const auto &store = replica.store();
    return left == NoRef ? store.slot(store.type(type).list).first : store.at(left).right;
}

void moveMarkersForInsert(TypeNode &type, quint64 index, quint64 length)
{
    for (auto &marker : type.markers) {
        if (marker.index >= index)
            marker.index += length;
    }
}

void moveMarkersForRemove(TypeNode &type, quint64 index, quint64 length)
{
    for (auto &marker : type.markers) {
        if (marker.index > index)
            marker.index = std::max(index, marker.index - std::min(marker.index, length));
    }
}

Ref insertItem(Replica &replica, quint32 slot, Ref left, Ref right, Kind kind, QByteArrayView bytes,
               quint64 units)
{
    const Ref ref = replica.newItem(kind, slot, left, right);
    auto &item = replica.store().at(ref);
    setContentBytes(item, bytes);
    item.setLength(units);
    replica.integrate(ref, left, right);
    return ref;
}

Ref insertType(Replica &replica, quint32 slot, Ref left, Ref right, TypeKind kind)
{
    const auto type = replica.store().newType(quint8(kind));
    const Ref ref = replica.newItem(Kind::Type, slot, left, right);
    replica.store().at(ref).content = type;
    replica.integrate(ref, left, right);
    return ref;
}

namespace {

/// Puts one value into a list or behind a key's last one.
struct Inserter
{
    Replica &replica;
    quint32 slot;
    Ref left;
    Ref right;

    Ref operator()(const lib0::Any &any) const
    {
        if (const auto *bytes = any.bytes())
            return insertItem(replica, slot, left, right, Kind::Binary, *bytes);
        return insertItem(replica, slot, left, right, Kind::Any, anyBytes(any));
    }
    Ref operator()(const NewMap &map) const
    {
        const Ref ref = insertType(replica, slot, left, right, TypeKind::Map);
        const auto type = quint32(replica.store().at(ref).content);
        for (const auto &[key, value] : map.entries)
            setKey(replica, type, key, value);
        return ref;
    }
    Ref operator()(const NewArray &array) const
    {
        const Ref ref = insertType(replica, slot, left, right, TypeKind::Array);
        insertIntoList(replica, quint32(replica.store().at(ref).content), NoRef, array.items);
        return ref;
    }
    Ref operator()(const NewText &text) const
    {
        const Ref ref = insertType(replica, slot, left, right, TypeKind::Text);
        const auto utf8 = lib0::toUtf8(text.text);
        const auto list = replica.store().type(quint32(replica.store().at(ref).content)).list;
        if (!utf8.isEmpty())
            insertItem(replica, list, NoRef, NoRef, Kind::String, utf8, lib0::utf16Length(utf8));
        return ref;
    }
};

bool isPacked(const Input &input)
{
    const auto *any = std::get_if<lib0::Any>(&input);
    return any != nullptr && any->bytes() == nullptr;
}

} // namespace

Ref insertInput(Replica &replica, quint32 slot, Ref left, Ref right, const Input &input)
{
    return std::visit(Inserter(replica, slot, left, right), input);
}

void insertIntoList(Replica &replica, quint32 type, Ref left, std::span<const Input> values)
{
    const auto slot = replica.store().type(type).list;
    const Ref right = rightOf(replica, type, left);
    for (size_t i = 0; i < values.size();) {
        if (!isPacked(values[i])) {
            left = insertInput(replica, slot, left, right, values[i++]);
            continue;
        }
        QByteArray packed; // plain values lie in one item
        quint64 count = 0;
        for (; i < values.size() && isPacked(values[i]); ++i, ++count)
            packed += anyBytes(std::get<lib0::Any>(values[i]));
        left = insertItem(replica, slot, left, right, Kind::Any, packed, count);
    }
}

void removeFromList(Replica &replica, quint32 type, quint64 index, quint64 length)
{
    if (length == 0)
        return;
    auto &store = replica.store();
    const Replica::MarkerKeeper keeper(replica);
    const auto place = placeOfUnit(replica, type, index);
    Ref ref = place.item;
    if (place.start < index)
        ref = replica.itemCleanStart(store.at(ref).client,
                                     store.at(ref).clock + (index - place.start));
    for (auto left = length; left > 0 && ref != NoRef; ref = store.at(ref).right) {
        const auto &item = store.at(ref);
        if (item.deleted)
            continue;
        if (item.length() > left)
            replica.itemCleanStart(item.client, item.clock + left);
        left -= std::min(left, item.length());
        replica.deleteItem(ref);
    }
    moveMarkersForRemove(store.type(type), index, length);
}

void setKey(Replica &replica, quint32 type, QStringView key, const Input &value)
{
    const auto slot = replica.store().keySlot(type, lib0::toUtf8(key));
    insertInput(replica, slot, replica.store().slot(slot).last, NoRef, value);
}

} // namespace crdt
