// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/crdt/doc.h"
#include "collab/crdt/engine/pending.h"
#include "collab/crdt/engine/structstore.h"
#include "collab/crdt/engine/transaction.h"

#include <deque>

namespace crdt {

/// The engine of a document: integrates structs, deletes them, forgets what was deleted, and runs
/// transactions. What the words mean: docs/collab.md, "integration".
class Replica
{
public:
    Replica(Doc &doc, quint64 clientId, bool collectsGarbage);
    ~Replica();
    Q_DISABLE_COPY_MOVE(Replica)

    Doc &doc() { return m_doc; }
    StructStore &store() { return m_store; }
    const StructStore &store() const { return m_store; }
    Pending &pending() { return m_pending; }
    const Pending &pending() const { return m_pending; }

    quint64 clientId() const { return m_clientId; }
    void setClientId(quint64 id) { m_clientId = id; }
    bool collectsGarbage() const { return m_collectsGarbage; }
    /// Another replica uses ours: a new one from now on. Within a transaction.
    void renewClientId();
    /// Whether a transaction runs, or its observers are being told.
    bool isBusy() const { return m_current != nullptr || m_finishing; }
    static quint64 randomClientId(); ///< 32 bits, as Yjs 13 has it

    enum class Side { Local, Remote };
    /// Runs `edit` in the running transaction, or in one of its own.
    void transact(const std::function<void()> &edit, Origin origin, Side side = Side::Local);

    // What follows runs within a transaction only.

    /// A record for a new item of this replica; `left` and `right` are its neighbours to be.
    Ref newItem(Kind kind, quint32 slot, Ref left, Ref right);
    /// Puts an item into its list, between `left` and `right` or, if others were put there at the
    /// same time, in the place that all replicas find; and at the end of its client's structs.
    void integrate(Ref ref, Ref left, Ref right);
    /// Adds a run that holds nothing.
    void addGC(quint32 client, quint64 clock, quint64 length);
    void deleteItem(Ref ref);

    /// The item that begins (ends) with the unit, cut off from what is before (behind) it. The unit
    /// must be known. A GC is never cut.
    Ref itemCleanStart(Id id);
    Ref itemCleanStart(quint32 client, quint64 clock);
    Ref itemCleanEnd(Id id);
    /// Calls `visit` with each struct of the ranges, cut to them. Ranges beyond what is known are
    /// left out.
    void forEachStruct(const DeleteSet &ranges, const std::function<void(Ref)> &visit);
    /// Deletes what of a range is known; the rest of it is the answer.
    std::optional<ClockRange> deleteRange(quint64 client, ClockRange range);

    /// The client's clock when the transaction began.
    quint64 clockBefore(quint32 client) const;
    bool isNewIn(const Transaction &transaction, const Item &item) const;
    bool isDeletedIn(const Transaction &transaction, const Item &item) const;

    /// While one lives, changes of lists leave the search markers alone: its owner moves them.
    class MarkerKeeper
    {
    public:
        explicit MarkerKeeper(Replica &replica)
            : m_replica(replica)
        {
            ++m_replica.m_markerKeepers;
        }
        ~MarkerKeeper() { --m_replica.m_markerKeepers; }
        Q_DISABLE_COPY_MOVE(MarkerKeeper)

    private:
        Replica &m_replica;
    };

    /// Marks an item and those in which it lies as needed, or not, by an undo step.
    void keepItem(Ref ref, bool keep);

    /// Called after each transaction's observers, before anything is forgotten.
    using Watcher = std::function<void(const Transaction &)>;
    int watch(const Watcher &watcher);
    void unwatch(int watcher)
    {
        std::erase_if(m_watchers, [=](auto &w) { return w.first == watcher; });
    }

    int observe(quint32 type, const Doc::Observer &observer);
    void unobserve(int observer)
    {
        std::erase_if(m_observers, [=](auto &o) { return o.id == observer; });
    }

private:
    struct Observation
    {
        int id = 0;
        quint32 type = 0;
        Doc::Observer observer = {};
    };

    Ref placeAmongConflicts(const Item &item, Ref ref, Ref left, Ref right) const;
    void noteAdvance(quint32 client);
    void noteChange(quint32 type, quint32 slot);
    void dropMarkers(quint32 type);
    void integrateContent(Ref ref);
    void markDeleted(Ref ref);
    std::vector<Ref> childrenOf(Ref ref) const;

    void endBody(Transaction &transaction);
    void finish(Transaction &transaction);
    void noteDeleted(Transaction &transaction);
    void tellObservers(Transaction &transaction);
    size_t firstChangeIn(const Transaction &transaction, quint32 type) const;
    void collect(const Transaction &transaction);
    void collectItem(Ref ref);
    void mergeDeleted(const Transaction &transaction);
    void mergeAdvanced(const Transaction &transaction);
    void mergeCandidates(const Transaction &transaction);
    void tellUpdate(const Transaction &transaction);

    Doc &m_doc;
    StructStore m_store;
    Pending m_pending;
    quint64 m_clientId;
    bool m_collectsGarbage;
    int m_markerKeepers = 0;
    std::deque<std::unique_ptr<Transaction>> m_queue; ///< whose observers are still to be told
    Transaction *m_current = nullptr;
    bool m_finishing = false;
    std::vector<std::pair<int, Watcher>> m_watchers;
    std::vector<Observation> m_observers;
    int m_lastId = 0;
};

} // namespace crdt
