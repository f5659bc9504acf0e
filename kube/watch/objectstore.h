// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/watch/packeditem.h"

#include <QSet>

#include <unordered_set>
#include <vector>

namespace kube {

/// The objects that one list and watch told, each packed, known by uid.
///
/// Equal labels are kept once. Not a QObject; lives on the thread of whoever owns it. What it costs
/// is printed by bench_decode and bounded by tst_objectstore: less than 400 bytes for a pod's row.
class ObjectStore
{
public:
    enum class Put { Added, Modified, Same };

    /// Takes in one object. Same: nothing but an age may differ from what is known.
    Put put(PackedItem &item);
    bool remove(const PackedItem &item);
    const PackedItem *find(std::string_view uidKey) const;
    bool contains(std::string_view uidKey) const { return find(uidKey) != nullptr; }

    /// From here to endList() a whole list is put: endList() drops what was not in it and says what
    /// that was. Beginning anew forgets a list that was not ended.
    void beginList() { ++m_list; }
    std::vector<PackedItem> endList();
    /// The next put of each object counts, even when its version is known: the columns are others.
    void expectOtherCells() { m_otherCells = true; }

    std::vector<PackedItem> all() const; ///< shares the bytes
    size_t size() const { return m_slots.size(); }
    /// What the objects take, in bytes, with the blocks' heads and the hash table.
    qsizetype bytes() const;

private:
    struct Slot
    {
        PackedItem item = {};
        mutable quint32 list = 0; ///< the last list that it was in
    };
    struct Hash
    {
        using is_transparent = void;
        size_t operator()(const Slot &slot) const { return (*this)(slot.item.uidKey()); }
        size_t operator()(std::string_view key) const { return std::hash<std::string_view>()(key); }
    };
    struct Equal
    {
        using is_transparent = void;
        bool operator()(const Slot &a, const Slot &b) const
        {
            return a.item.uidKey() == b.item.uidKey();
        }
        bool operator()(const Slot &a, std::string_view key) const
        {
            return a.item.uidKey() == key;
        }
        bool operator()(std::string_view key, const Slot &b) const
        {
            return b.item.uidKey() == key;
        }
    };

    void shareLabels(PackedItem &item);

    std::unordered_set<Slot, Hash, Equal> m_slots;
    QSet<QByteArray> m_labels; ///< each set of labels once; some may belong to nobody any more
    qsizetype m_sweepAt = 1024; ///< how many sets of labels there may be before a look at that
    quint32 m_list = 0;
    bool m_otherCells = false;
};

} // namespace kube
