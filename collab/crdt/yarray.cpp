// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/crdt/engine/contentvalue.h"
#include "collab/crdt/engine/listedit.h"
#include "collab/crdt/engine/replica.h"
#include "collab/crdt/ytypes.h"

namespace crdt {

qsizetype YArray::size() const
{
    return qsizetype(m_doc->replica().store().type(m_type).length);
}

std::optional<Value> YArray::at(qsizetype index) const
{
    if (index < 0 || index >= size())
        return std::nullopt;
    auto &replica = m_doc->replica();
    const auto place = placeOfUnit(replica, m_type, quint64(index));
    auto values = valuesOf(replica, replica.store().at(place.item));
    const auto unit = size_t(index) - place.start;
    return unit < values.size() ? std::optional(std::move(values[unit])) : std::nullopt;
}

std::vector<Value> YArray::values() const
{
    auto &replica = m_doc->replica();
    const auto &store = replica.store();
    std::vector<Value> values;
    for (Ref ref = store.slot(store.type(m_type).list).first; ref != NoRef;
         ref = store.at(ref).right) {
        const auto &item = store.at(ref);
        if (!item.isVisible())
            continue;
        auto held = valuesOf(replica, item);
        std::ranges::move(held, std::back_inserter(values));
    }
    return values;
}

bool YArray::insert(qsizetype index, std::span<const Input> values)
{
    if (index < 0 || index > size() || isDeleted())
        return false;
    auto &replica = m_doc->replica();
    m_doc->transact([&] {
        const Replica::MarkerKeeper keeper(replica);
        const Ref left = leftOf(replica, m_type, quint64(index));
        moveMarkersForInsert(replica.store().type(m_type), quint64(index), values.size());
        insertIntoList(replica, m_type, left, values);
    });
    return true;
}

void YArray::push(std::span<const Input> values)
{
    if (isDeleted())
        return;
    auto &replica = m_doc->replica();
    m_doc->transact([&] {
        const Replica::MarkerKeeper keeper(replica);
        const auto &store = replica.store();
        insertIntoList(replica, m_type, store.slot(store.type(m_type).list).last, values);
    });
}

bool YArray::remove(qsizetype index, qsizetype length)
{
    if (index < 0 || length < 0 || length > size() - index)
        return false;
    auto &replica = m_doc->replica();
    m_doc->transact([&] { removeFromList(replica, m_type, quint64(index), quint64(length)); });
    return true;
}

} // namespace crdt
