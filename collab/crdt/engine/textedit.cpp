// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/crdt/engine/textedit.h"

#include "collab/crdt/engine/contentvalue.h"
#include "collab/crdt/engine/listedit.h"
#include "collab/lib0/json.h"

#include <algorithm>

namespace crdt {

const lib0::Any *Attributes::find(const QString &key) const
{
    const auto found = std::ranges::find(m_entries, key, &std::pair<QString, lib0::Any>::first);
    return found == m_entries.end() ? nullptr : &found->second;
}

lib0::Any Attributes::valueOr(const QString &key) const
{
    const auto *value = find(key);
    return value == nullptr ? lib0::Any(nullptr) : *value;
}

void Attributes::set(const QString &key, const lib0::Any &value)
{
    const auto found = std::ranges::find(m_entries, key, &std::pair<QString, lib0::Any>::first);
    if (found == m_entries.end())
        m_entries.emplace_back(key, value);
    else
        found->second = value;
}

void Attributes::remove(const QString &key)
{
    std::erase_if(m_entries, [&key](const auto &entry) { return entry.first == key; });
}

void Attributes::apply(const QString &key, const lib0::Any &value)
{
    if (value == lib0::Any(nullptr))
        remove(key);
    else
        set(key, value);
}

void TextPlace::forward(const StructStore &store)
{
    const auto &item = store.at(right);
    if (!item.deleted) {
        if (item.kind() == Kind::Format) {
            const auto mark = formatOf(item);
            attributes.apply(mark.key, mark.value);
        } else {
            index += item.length();
        }
    }
    left = right;
    right = item.right;
}

TextPlace placeInText(Replica &replica, quint32 type, quint64 index, Formatting formatting)
{
    auto &store = replica.store();
    TextPlace place{.type = type};
    if (!store.type(type).hasFormatting || (formatting == Formatting::Ignored && index == 0)) {
        place.left = leftOf(replica, type, index);
        place.right = rightOf(replica, type, place.left);
        place.index = index;
        return place;
    }
    place.right = store.slot(store.type(type).list).first;
    while (place.right != NoRef && place.index < index) {
        const auto &item = store.at(place.right);
        if (item.isVisible() && place.index + item.length() > index)
            replica.itemCleanStart(item.client, item.clock + (index - place.index));
        place.forward(store);
    }
    return place;
}

namespace {

bool isMark(const Item &item)
{
    return item.kind() == Kind::Format;
}

/// JSON has no undefined.
QByteArray jsonText(const lib0::Any &value)
{
    return lib0::stringify(value.isUndefined() ? lib0::Any(nullptr) : value);
}

Ref insertMark(Replica &replica, TextPlace &place, const QString &key, const lib0::Any &value)
{
    lib0::Encoder encoder;
    encoder.writeVarBytes(lib0::toUtf8(key));
    encoder.writeVarBytes(jsonText(value));
    place.right = insertItem(replica, replica.store().type(place.type).list, place.left,
                             place.right, Kind::Format, encoder.bytes());
    place.forward(replica.store());
    return place.left;
}

/// Past marks that say what is wished anyway.
void skipEqualMarks(Replica &replica, TextPlace &place, const Attributes &attributes)
{
    auto &store = replica.store();
    while (place.right != NoRef) {
        const auto &item = store.at(place.right);
        if (!item.deleted) {
            if (!isMark(item))
                return;
            const auto mark = formatOf(item);
            if (attributes.valueOr(mark.key) != mark.value)
                return;
        }
        place.forward(store);
    }
}

/// Begins the attributes. What must be said again where they end.
Attributes beginAttributes(Replica &replica, TextPlace &place, const Attributes &attributes)
{
    Attributes negated;
    for (const auto &[key, value] : attributes.entries()) {
        const auto current = place.attributes.valueOr(key);
        if (current == value)
            continue;
        negated.set(key, current);
        insertMark(replica, place, key, value);
    }
    return negated;
}

void endAttributes(Replica &replica, TextPlace &place, Attributes &negated)
{
    auto &store = replica.store();
    while (place.right != NoRef) {
        const auto &item = store.at(place.right);
        if (!item.deleted) {
            if (!isMark(item))
                break;
            const auto mark = formatOf(item);
            const auto *ended = negated.find(mark.key);
            if (ended == nullptr || *ended != mark.value)
                break;
            negated.remove(mark.key);
        }
        place.forward(store);
    }
    for (const auto &[key, value] : negated.entries())
        insertMark(replica, place, key, value);
}

/// Puts in what `insert` makes between left and right, with just these attributes.
template<typename Insert>
void insertFormatted(Replica &replica, TextPlace &place, Attributes attributes, quint64 units,
                     Insert &&insert)
{
    for (const auto &[key, value] : place.attributes.entries()) {
        if (attributes.find(key) == nullptr)
            attributes.set(key, nullptr);
    }
    const Ref before = place.left;
    skipEqualMarks(replica, place, attributes);
    // Past what was deleted a marker may stand on either side: it is given up.
    std::optional<Replica::MarkerKeeper> keeper;
    if (place.left == before) {
        keeper.emplace(replica);
        moveMarkersForInsert(replica.store().type(place.type), place.index, units);
    }
    auto negated = beginAttributes(replica, place, attributes);
    place.right = insert();
    place.forward(replica.store());
    endAttributes(replica, place, negated);
}

/// JavaScript's ===: objects and arrays are equal to themselves only.
bool isIdentical(const lib0::Any &a, const lib0::Any &b)
{
    return a.object() == nullptr && a.array() == nullptr && a == b;
}

} // namespace

void insertText(Replica &replica, TextPlace &place, QByteArrayView utf8,
                const Attributes &attributes)
{
    const auto units = lib0::utf16Length(utf8);
    insertFormatted(replica, place, attributes, units, [&] {
        return insertItem(replica, replica.store().type(place.type).list, place.left, place.right,
                          Kind::String, utf8, units);
    });
}

void insertEmbed(Replica &replica, TextPlace &place, const Input &value,
                 const Attributes &attributes)
{
    insertFormatted(replica, place, attributes, 1, [&] {
        const auto list = replica.store().type(place.type).list;
        if (const auto *any = std::get_if<lib0::Any>(&value))
            return insertItem(replica, list, place.left, place.right, Kind::Embed, jsonText(*any));
        return insertInput(replica, list, place.left, place.right, value);
    });
}

void formatText(Replica &replica, TextPlace &place, quint64 length, const Attributes &attributes)
{
    auto &store = replica.store();
    skipEqualMarks(replica, place, attributes);
    auto negated = beginAttributes(replica, place, attributes);
    // Up to the end of the stretch, and past the marks behind it: what they say need not be said
    // again.
    while (place.right != NoRef) {
        const auto &item = store.at(place.right);
        if (length == 0 && (negated.isEmpty() || (!item.deleted && !isMark(item))))
            break;
        if (!item.deleted && isMark(item)) {
            const auto mark = formatOf(item);
            const auto *wished = attributes.find(mark.key);
            if (wished == nullptr) {
                place.attributes.set(mark.key, mark.value);
            } else {
                if (*wished == mark.value)
                    negated.remove(mark.key);
                else if (length == 0)
                    break;
                else
                    negated.set(mark.key, mark.value);
                replica.deleteItem(place.right);
            }
        } else if (!item.deleted) {
            if (length < item.length())
                replica.itemCleanStart(item.client, item.clock + length);
            length -= store.at(place.right).length();
        }
        place.forward(store);
    }
    // Yjs fills up with line breaks, as Quill's texts end with one.
    if (length > 0) {
        place.right = insertItem(replica, store.type(place.type).list, place.left, place.right,
                                 Kind::String, QByteArray(qsizetype(length), '\n'), length);
        place.forward(store);
    }
    endAttributes(replica, place, negated);
}

void removeText(Replica &replica, TextPlace &place, quint64 length)
{
    auto &store = replica.store();
    const Replica::MarkerKeeper keeper(replica);
    const auto startAttributes = place.attributes;
    const auto start = place.right;
    const auto index = place.index;
    const auto wished = length;
    while (length > 0 && place.right != NoRef) {
        const auto &item = store.at(place.right);
        if (!item.deleted && !isMark(item)) {
            if (length < item.length())
                replica.itemCleanStart(item.client, item.clock + length);
            length -= store.at(place.right).length();
            replica.deleteItem(place.right);
        }
        place.forward(store);
    }
    if (start != NoRef)
        cleanFormattingGap(replica, start, place.right, startAttributes, place.attributes);
    moveMarkersForRemove(store.type(place.type), index, wished - length);
}

void cleanFormattingGap(Replica &replica, Ref start, Ref current, const Attributes &startAttributes,
                        Attributes &currentAttributes)
{
    auto &store = replica.store();
    Ref end = start;
    QHash<QString, Ref> lastMarks;
    for (; end != NoRef && !store.at(end).isVisible(); end = store.at(end).right) {
        if (!store.at(end).deleted && isMark(store.at(end)))
            lastMarks.insert(formatOf(store.at(end)).key, end);
    }
    bool reachedCurrent = false;
    for (; start != end; start = store.at(start).right) {
        reachedCurrent |= start == current;
        const auto &item = store.at(start);
        if (item.deleted || !isMark(item))
            continue;
        const auto mark = formatOf(item);
        const auto before = startAttributes.valueOr(mark.key);
        if (lastMarks.value(mark.key) != start || isIdentical(before, mark.value)) {
            const bool counted = !reachedCurrent
                && isIdentical(currentAttributes.valueOr(mark.key), mark.value)
                && !isIdentical(before, mark.value);
            if (counted)
                currentAttributes.apply(mark.key, before);
            replica.deleteItem(start);
        } else if (!reachedCurrent) {
            currentAttributes.apply(mark.key, mark.value);
        }
    }
}

} // namespace crdt
