// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/crdt/statevector.h"
#include "collab/crdt/store/arena.h"
#include "collab/crdt/store/keytable.h"
#include "collab/crdt/store/structindex.h"
#include "collab/crdt/value.h"

#include <QHash>

#include <unordered_map>

namespace crdt {

/// A list of items: that of a type, or that of all values a key ever had, of which the last counts.
struct Slot
{
    quint32 type = 0;
    quint32 key = 0; ///< 0: the type's list
    Ref first = NoRef;
    Ref last = NoRef;
};

/// Where a search for an index may begin: `index` units lie before the item.
struct SearchMarker
{
    Ref item = NoRef;
    quint64 index = 0;
};

/// A shared type: a root, which has a name, or the content of an item.
struct TypeNode
{
    static constexpr quint8 UnknownKind = 255; ///< a root that nobody has asked for yet

    Ref item = NoRef; ///< none: a root
    quint32 name = 0; ///< of the root, or of the XML element
    quint32 list = 0; ///< slot
    quint8 kind = UnknownKind;
    bool hasFormatting = false;
    bool gone = false; ///< was collected with its item
    quint32 change = 0; ///< its place in the running transaction's changes, from 1
    quint64 length = 0; ///< visible units of the list
    std::vector<quint32> keys = {}; ///< slots of keys, hashed by key; 0: free
    quint32 keyCount = 0;
    std::vector<SearchMarker> markers = {};
};

/// What one client has inserted.
struct ClientStructs
{
    quint64 id = 0;
    quint64 clock = 0; ///< expected next
    StructIndex structs = {};
    quint32 advance = 0; ///< its place in the running transaction's advances, from 1
};

/// All structs, types and keys of a document, and how they are found. Knows nothing of what a
/// change means: see Replica.
class StructStore
{
public:
    StructStore();
    ~StructStore();
    Q_DISABLE_COPY_MOVE(StructStore)

    Item &at(Ref ref) { return m_arena.at(ref); }
    const Item &at(Ref ref) const { return m_arena.at(ref); }
    Arena &arena() { return m_arena; }
    const Arena &arena() const { return m_arena; }

    quint32 clientIndex(quint64 id); ///< adds the client when it is new
    const ClientStructs *findClient(quint64 id) const;
    ClientStructs &client(quint32 index) { return m_clients[index]; }
    const ClientStructs &client(quint32 index) const { return m_clients[index]; }
    quint64 clock(quint64 client) const; ///< expected next
    /// Indexes of the clients that have structs, the highest id first.
    std::vector<quint32> clientsDescending() const;
    qsizetype structCount() const;

    Id idOf(const Item &item) const { return {m_clients[item.client].id, item.clock}; }
    Id lastId(const Item &item) const { return {m_clients[item.client].id, item.end() - 1}; }
    /// The struct in which the unit lies, which must be known.
    Ref find(Id id) const;
    Ref find(quint32 client, quint64 clock) const;

    /// Makes a record for a struct; append() puts it behind the client's others.
    Ref take(bool wide) { return m_arena.take(wide); }
    void append(Ref ref);
    /// Cuts an item, or a deleted run, in two; `offset` is in 1…length()-1. The right part.
    Ref split(StructIndex &index, StructIndex::Place place, quint64 offset);
    /// Whether the struct at `place` and the one before it belong together.
    bool mergesWithLeft(const StructIndex &index, StructIndex::Place place) const;
    /// Joins the struct at `place` to the one before it when they belong together.
    bool mergeWithLeft(StructIndex &index, StructIndex::Place &place);
    /// Gives the record back. The struct must be in no list.
    void free(Ref ref);

    quint32 newType(quint8 kind);
    TypeNode &type(quint32 index) { return m_types[index]; }
    const TypeNode &type(quint32 index) const { return m_types[index]; }
    quint32 typeCount() const { return quint32(m_types.size()); }
    quint32 root(QByteArrayView name); ///< made when there is none
    quint32 findRoot(QByteArrayView name) const; ///< 0 when there is none
    const std::vector<quint32> &roots() const { return m_roots; }

    Slot &slot(quint32 index) { return m_slots[index]; }
    const Slot &slot(quint32 index) const { return m_slots[index]; }
    quint32 keySlot(quint32 type, QByteArrayView key); ///< made when there is none
    quint32 findKeySlot(quint32 type, QByteArrayView key) const; ///< 0 when there is none
    /// The slots of the keys that the type ever had, in the order in which they came.
    std::vector<quint32> keySlots(quint32 type) const;
    QByteArrayView text(quint32 key) const { return m_keys.text(key); }
    quint32 textId(QByteArrayView text) { return m_keys.idOf(text); }
    /// Forgets the lists of a type whose items were all collected.
    void clearType(quint32 type);

    quint32 typeOf(const Item &item) const { return m_slots[item.slot].type; }
    bool isKeyed(const Item &item) const { return m_slots[item.slot].key != 0; }
    /// The item in which the struct's type lies; none for a root.
    Ref parentItem(const Item &item) const { return m_types[typeOf(item)].item; }

    /// Where an undo made the item anew; only when `redone` is set.
    Id redone(Ref ref) const { return m_redone.at(ref); }
    void setRedone(Ref ref, Id id);
    void forgetRedone(Ref ref);

    /// Forgets the marker that stands on the item.
    void dropMarker(Ref ref);

private:
    bool canMerge(const Item &left, const Item &right, Ref rightRef) const;
    bool sameRightOrigin(const Item &left, Ref leftRef, const Item &right, Ref rightRef) const;
    void moveMarker(Ref from, Ref to);

    Arena m_arena;
    std::vector<ClientStructs> m_clients;
    QHash<quint64, quint32> m_clientIndexes;
    std::vector<TypeNode> m_types;
    std::vector<quint32> m_roots;
    QHash<quint32, quint32> m_rootByName;
    std::vector<Slot> m_slots;
    KeyTable m_keys;
    std::unordered_map<Ref, Id> m_redone;
};

} // namespace crdt
