// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/crdt/store/structindex.h"

#include <algorithm>

namespace crdt {

StructIndex::Place StructIndex::last() const
{
    return {quint32(m_leaves.size() - 1), quint32(m_leaves.back().refs.size() - 1)};
}

bool StructIndex::toNext(Place &place) const
{
    if (place.entry + 1 < m_leaves[place.leaf].refs.size()) {
        ++place.entry;
        return true;
    }
    if (place.leaf + 1 >= m_leaves.size())
        return false;
    place = {place.leaf + 1, 0};
    return true;
}

bool StructIndex::toPrevious(Place &place) const
{
    if (place.entry > 0) {
        --place.entry;
        return true;
    }
    if (place.leaf == 0)
        return false;
    --place.leaf;
    place.entry = quint32(m_leaves[place.leaf].refs.size() - 1);
    return true;
}

qsizetype StructIndex::countFrom(Place place) const
{
    auto count = qsizetype(m_leaves[place.leaf].refs.size() - place.entry);
    for (size_t leaf = place.leaf + 1; leaf < m_leaves.size(); ++leaf)
        count += qsizetype(m_leaves[leaf].refs.size());
    return count;
}

StructIndex::Place StructIndex::find(const Arena &arena, quint64 clock) const
{
    // Most of what is looked for was written last.
    const auto end = last();
    if (clock >= arena.at(at(end)).clock)
        return end;
    const auto above = std::ranges::upper_bound(m_leaves, clock, {}, &Leaf::clock);
    const auto leaf = quint32(above - m_leaves.begin() - 1);
    const auto &refs = m_leaves[leaf].refs;
    const auto next = std::ranges::upper_bound(
        refs, clock, {}, [&arena](Ref ref) -> quint64 { return arena.at(ref).clock; });
    return {leaf, quint32(next - refs.begin() - 1)};
}

void StructIndex::append(const Arena &arena, Ref ref)
{
    ++m_size;
    if (m_leaves.empty() || m_leaves.back().refs.size() >= LeafSize)
        m_leaves.push_back({arena.at(ref).clock, {}});
    m_leaves.back().refs.push_back(ref);
}

void StructIndex::insertAfter(const Arena &arena, Place place, Ref ref)
{
    if (place == last()) {
        append(arena, ref);
        return;
    }
    ++m_size;
    if (m_leaves[place.leaf].refs.size() >= LeafSize) { // before it grows: its memory would double
        auto &lower = m_leaves[place.leaf].refs;
        const auto half = lower.begin() + LeafSize / 2;
        Leaf upper{arena.at(*half).clock, {half, lower.end()}};
        lower.erase(half, lower.end());
        m_leaves.insert(m_leaves.begin() + place.leaf + 1, std::move(upper));
        if (place.entry >= LeafSize / 2)
            place = {place.leaf + 1, place.entry - LeafSize / 2};
    }
    auto &refs = m_leaves[place.leaf].refs;
    refs.insert(refs.begin() + place.entry + 1, ref);
}

StructIndex::Place StructIndex::erase(const Arena &arena, Place place)
{
    --m_size;
    auto before = place;
    toPrevious(before);
    auto &leaf = m_leaves[place.leaf];
    leaf.refs.erase(leaf.refs.begin() + place.entry);
    if (leaf.refs.empty())
        m_leaves.erase(m_leaves.begin() + place.leaf);
    else
        leaf.clock = arena.at(leaf.refs.front()).clock;
    return before;
}

} // namespace crdt
