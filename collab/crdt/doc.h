// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/crdt/event.h"
#include "collab/crdt/updates.h"

#include <QObject>

#include <functional>
#include <memory>
#include <vector>

namespace crdt {

class Replica;

/// A shared document that any number of replicas change at once and that ends up equal everywhere.
/// Speaks Yjs's formats: see docs/collab.md.
///
/// All calls and signals are on the thread that owns it. A bad update costs an Error: it is read to
/// its end before anything of it is taken. Nothing throws.
class Doc : public QObject
{
    Q_OBJECT

public:
    struct Options
    {
        std::optional<quint64> clientId = {}; ///< below 2^53; at random when none is given
        bool collectsGarbage =
            true; ///< forgets deleted content; not for a doc of which snapshots are taken
    };

    explicit Doc(QObject *parent = nullptr);
    explicit Doc(const Options &options, QObject *parent = nullptr);
    ~Doc() override;

    /// Under which changes are made here. Changes when another replica turns out to use it, too.
    quint64 clientId() const;
    /// For a new session; never one that was used by another replica.
    void setClientId(quint64 id);

    /// The root of that name, made when there is none.
    YMap map(QStringView name);
    YArray array(QStringView name);
    YText text(QStringView name);
    QStringList
    roots() const; ///< sorted names of the roots that were asked for or that hold something

    /// Makes all that `edit` does one transaction: one update, one round of events. Nested calls
    /// belong to the outermost.
    void transact(const std::function<void()> &edit, Origin origin = nullptr);

    /// Takes in what another replica sent. What it builds on and is not here yet waits, and is
    /// tried again with every later update. `origin` must not be null.
    Result<void> applyUpdate(QByteArrayView update, Origin origin,
                             Encoding encoding = Encoding::V1);
    /// All that a replica lacks that knows `known`; all deletions; and what waits.
    QByteArray encodeStateAsUpdate(const StateVector &known = {},
                                   Encoding encoding = Encoding::V1) const;
    StateVector stateVector() const;

    bool hasPendingStructs() const; ///< something waits for what it builds on
    bool hasPendingDeletes() const; ///< something was deleted that is not here yet
    qsizetype pendingBytes() const; ///< how much waits, as V1
    void forgetPending(); ///< those who sent it have to be asked for it again

    /// How many structs it is made of: what memory and loading time follow.
    qsizetype structCount() const;

    /// Calls `observer` after each transaction that changed `type` or a type in it, with the
    /// events, those of outer types first, until stopObserving(). `origin` is the transaction's.
    using Observer = std::function<void(const std::vector<Event> &events, Origin origin)>;
    int observeDeep(const SharedType &type, const Observer &observer);
    void stopObserving(int observer);

    /// The engine behind it, for the classes of this module.
    Replica &replica() { return *m_replica; }
    const Replica &replica() const { return *m_replica; }

Q_SIGNALS:
    /// A transaction changed the document: what to send to the other replicas (V1).
    void updated(const QByteArray &update, crdt::Origin origin, bool local);
    void clientIdChanged();

private:
    friend class Replica;
    std::unique_ptr<Replica> m_replica;
};

} // namespace crdt
