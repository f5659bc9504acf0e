// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/crdt/engine/nesting.h"

#include <ranges>

namespace crdt {

Nesting::Nesting(const StructStore &store, std::span<const quint32> types)
    : m_store(store)
{
    for (const auto type : types)
        m_depths.insert(type, 0);
}

std::optional<qint64> Nesting::depthOf(quint32 type)
{
    std::vector<quint32> within;
    auto known = m_depths.constFind(type);
    while (known == m_depths.cend()) {
        within.push_back(type);
        const Ref item = m_store.type(type).item;
        if (item == NoRef)
            break;
        type = m_store.typeOf(m_store.at(item));
        known = m_depths.constFind(type);
    }
    auto depth = known == m_depths.cend() ? std::nullopt : *known;
    for (const auto inner : within | std::views::reverse) {
        if (depth)
            ++*depth;
        m_depths.insert(inner, depth);
    }
    return depth;
}

} // namespace crdt
