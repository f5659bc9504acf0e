// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/crdt/store/item.h"

#include <memory>
#include <vector>

namespace crdt {

/// Blocks of records of one size that never move. Records that were freed are used again.
template<typename T>
class Blocks
{
public:
    T &at(quint32 index) { return m_blocks[index >> Bits][index & Mask]; }
    const T &at(quint32 index) const { return m_blocks[index >> Bits][index & Mask]; }

    quint32 take()
    {
        if (!m_free.empty()) {
            const auto index = m_free.back();
            m_free.pop_back();
            return index;
        }
        if ((m_count >> Bits) == m_blocks.size())
            m_blocks.push_back(std::make_unique_for_overwrite<T[]>(size_t(Mask) + 1));
        return m_count++;
    }
    void free(quint32 index) { m_free.push_back(index); }

private:
    static constexpr int Bits = 10;
    static constexpr quint32 Mask = (1u << Bits) - 1;

    std::vector<std::unique_ptr<T[]>> m_blocks;
    std::vector<quint32> m_free;
    quint32 m_count = 1; // 0 is nobody
};

/// Where the items of a document lie. A Ref says by its highest bit whether its item is wide.
class Arena
{
public:
    Item &at(Ref ref) { return isWide(ref) ? m_wide.at(ref & ~Wide) : m_narrow.at(ref); }
    const Item &at(Ref ref) const
    {
        return isWide(ref) ? m_wide.at(ref & ~Wide) : m_narrow.at(ref);
    }
    /// Only for an item that has a right origin.
    WideItem &wide(Ref ref) { return m_wide.at(ref & ~Wide); }
    const WideItem &wide(Ref ref) const { return m_wide.at(ref & ~Wide); }

    /// A record with nothing in it but whether it is wide.
    Ref take(bool wide)
    {
        const Ref ref = wide ? m_wide.take() | Wide : m_narrow.take();
        Item &item = at(ref);
        item = {};
        item.originClient = Item::NoClient;
        item.inlineSize = Item::NotInline;
        item.hasRightOrigin = wide;
        return ref;
    }
    void free(Ref ref)
    {
        if (isWide(ref))
            m_wide.free(ref & ~Wide);
        else
            m_narrow.free(ref);
    }

private:
    static constexpr Ref Wide = Ref(1) << 31;
    static bool isWide(Ref ref) { return (ref & Wide) != 0; }

    Blocks<Item> m_narrow;
    Blocks<WideItem> m_wide;
};

} // namespace crdt
