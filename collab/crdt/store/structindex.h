// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/crdt/store/arena.h"

#include <vector>

namespace crdt {

/// The structs of one client by clock, without a gap. In leaves, so that a struct in the middle of
/// a million is added or taken out in constant time.
class StructIndex
{
public:
    /// A place in the index; whoever changes the index gets new ones.
    struct Place
    {
        quint32 leaf = 0;
        quint32 entry = 0;
        bool operator==(const Place &) const = default;
    };

    bool isEmpty() const { return m_leaves.empty(); }
    qsizetype size() const { return m_size; }
    Ref at(Place place) const { return m_leaves[place.leaf].refs[place.entry]; }

    Place first() const { return {}; }
    Place last() const;
    bool isFirst(Place place) const { return place == Place(); }
    /// Whether a struct follows; the place is then that one's.
    bool toNext(Place &place) const;
    bool toPrevious(Place &place) const;

    /// How many structs there are from `place` on.
    qsizetype countFrom(Place place) const;
    /// The struct in which `clock` lies, which must be below the client's clock.
    Place find(const Arena &arena, quint64 clock) const;

    void append(const Arena &arena, Ref ref);
    /// Adds a struct behind `place`.
    void insertAfter(const Arena &arena, Place place, Ref ref);
    /// Takes out the struct at `place`, which is not the first. The struct before it is then at the
    /// answer.
    Place erase(const Arena &arena, Place place);

private:
    static constexpr quint32 LeafSize = 512;
    struct Leaf
    {
        quint64 clock = 0; ///< of its first struct
        std::vector<Ref> refs;
    };

    std::vector<Leaf> m_leaves;
    qsizetype m_size = 0;
};

} // namespace crdt
