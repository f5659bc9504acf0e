// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/watch/objectstore.h"

namespace kube {

// QArrayData's head, and the allocator's own.
constexpr qsizetype BlockHead = 16 + 8;

void ObjectStore::shareLabels(PackedItem &item)
{
    if (item.labelBytes().isEmpty())
        return;
    if (m_labels.size() >= m_sweepAt) {
        m_labels.removeIf([](const QByteArray &labels) { return labels.isDetached(); });
        m_sweepAt = qMax<qsizetype>(1024, m_labels.size() * 2);
    }
    item.shareLabels(*m_labels.insert(item.labelBytes()));
}

ObjectStore::Put ObjectStore::put(PackedItem &item)
{
    const auto known = m_slots.find(item.uidKey());
    if (known == m_slots.end()) {
        shareLabels(item);
        m_slots.insert({item, m_list});
        return Put::Added;
    }
    known->list = m_list;
    if (known->item == item || (!m_otherCells && known->item.isSameVersion(item)))
        return Put::Same;
    shareLabels(item);
    auto node = m_slots.extract(known);
    node.value().item = item;
    m_slots.insert(std::move(node));
    return Put::Modified;
}

bool ObjectStore::remove(const PackedItem &item)
{
    const auto known = m_slots.find(item.uidKey());
    if (known == m_slots.end())
        return false;
    m_slots.erase(known);
    return true;
}

const PackedItem *ObjectStore::find(std::string_view uidKey) const
{
    const auto known = m_slots.find(uidKey);
    return known == m_slots.end() ? nullptr : &known->item;
}

std::vector<PackedItem> ObjectStore::endList()
{
    std::vector<PackedItem> gone;
    for (auto it = m_slots.begin(); it != m_slots.end();) {
        if (it->list == m_list) {
            ++it;
            continue;
        }
        gone.push_back(it->item);
        it = m_slots.erase(it);
    }
    m_otherCells = false;
    return gone;
}

std::vector<PackedItem> ObjectStore::all() const
{
    std::vector<PackedItem> items;
    items.reserve(m_slots.size());
    for (const auto &slot : m_slots)
        items.push_back(slot.item);
    return items;
}

qsizetype ObjectStore::bytes() const
{
    constexpr qsizetype node = sizeof(Slot) + 2 * sizeof(void *) + 8; // next, hash, allocator
    auto sum = qsizetype(m_slots.bucket_count()) * qsizetype(sizeof(void *));
    for (const auto &slot : m_slots)
        sum += node + BlockHead + slot.item.rowBytes().capacity();
    for (const auto &labels : m_labels)
        sum += qsizetype(sizeof(QByteArray)) + 2 + BlockHead + labels.capacity();
    return sum;
}

} // namespace kube
