// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/crdt/engine/contentvalue.h"
#include "collab/crdt/engine/listedit.h"
#include "collab/crdt/engine/replica.h"
#include "collab/crdt/ytypes.h"

#include <QStringList>

namespace crdt {

/// The key's item, when it has a value.
static const Item *valueItem(const StructStore &store, quint32 slot)
{
    if (slot == 0 || store.slot(slot).last == NoRef)
        return nullptr;
    const auto &item = store.at(store.slot(slot).last);
    return item.deleted ? nullptr : &item;
}

/// Calls `visit` with each slot whose key has a value.
template<typename Visit>
static void forEachKey(const StructStore &store, quint32 type, Visit &&visit)
{
    for (const auto slot : store.keySlots(type)) {
        if (valueItem(store, slot) != nullptr)
            visit(slot);
    }
}

std::optional<Value> YMap::get(QStringView key) const
{
    auto &replica = m_doc->replica();
    const auto slot = replica.store().findKeySlot(m_type, lib0::toUtf8(key));
    const auto *item = valueItem(replica.store(), slot);
    return item == nullptr ? std::nullopt : lastValueOf(replica, *item);
}

lib0::Any YMap::any(QStringView key) const
{
    const auto value = get(key);
    const auto *any = value ? std::get_if<lib0::Any>(&*value) : nullptr;
    return any == nullptr ? lib0::Any() : *any;
}

YMap YMap::map(QStringView key) const
{
    const auto value = get(key);
    const auto *type = value ? std::get_if<SharedType>(&*value) : nullptr;
    return type != nullptr && type->kind() == TypeKind::Map ? YMap(*type) : YMap();
}

qsizetype YMap::size() const
{
    qsizetype size = 0;
    forEachKey(m_doc->replica().store(), m_type, [&size](quint32) { ++size; });
    return size;
}

QStringList YMap::keys() const
{
    QStringList keys;
    const auto &store = m_doc->replica().store();
    forEachKey(store, m_type, [&](quint32 slot) {
        keys.append(QString::fromUtf8(store.text(store.slot(slot).key)));
    });
    keys.sort();
    return keys;
}

void YMap::set(QStringView key, const Input &value)
{
    if (isDeleted())
        return;
    m_doc->transact([&] { setKey(m_doc->replica(), m_type, key, value); });
}

YMap YMap::setMap(QStringView key, const NewMap &entries)
{
    set(key, entries);
    return isDeleted() ? YMap() : map(key);
}

void YMap::remove(QStringView key)
{
    auto &replica = m_doc->replica();
    const auto slot = replica.store().findKeySlot(m_type, lib0::toUtf8(key));
    if (valueItem(replica.store(), slot) != nullptr)
        m_doc->transact([&] { replica.deleteItem(replica.store().slot(slot).last); });
}

void YMap::clear()
{
    auto &replica = m_doc->replica();
    m_doc->transact([&] {
        forEachKey(replica.store(), m_type, [&replica](quint32 slot) {
            replica.deleteItem(replica.store().slot(slot).last);
        });
    });
}

} // namespace crdt
