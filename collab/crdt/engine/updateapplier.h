// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/crdt/engine/replica.h"
#include "collab/crdt/wire/wirestruct.h"

namespace crdt {

/// Takes an update v1 into a replica. First all of it is read, so that one that makes no sense
/// changes nothing; then each struct is integrated as soon as what it builds on is there. What
/// builds on something unknown waits in the replica's Pending.
class UpdateApplier
{
public:
    /// Both are borrowed and must outlive the applier.
    UpdateApplier(Replica &replica, QByteArrayView update);

    /// Whether it can be taken at all.
    Result<void> check();
    /// Takes it, within the running transaction; once, after check().
    void apply();

private:
    /// The structs of one client in the update.
    struct Block
    {
        quint64 client = 0;
        quint64 left = 0; ///< structs that were not read yet
        quint64 clock = 0; ///< of the next one
        qsizetype at = 0; ///< where that begins, in bytes
        qsizetype end = 0;
    };
    /// A struct that waits for others of the same update, and where it lies.
    struct Waiting
    {
        Block *block = nullptr;
        WireStruct wire = {};
        quint64 leftWithIt = 0;
        qsizetype at = 0;
    };

    bool read(Block &block, Waiting &next);
    Block *blockOf(quint64 client);
    std::optional<quint64> missingClient(const WireStruct &wire) const;
    void integrateAll();
    void waitFor(quint64 client, quint64 clock);
    void setAside(std::vector<Waiting> &stack);
    void keepPending();
    void cutNeighbours(const WireStruct &wire);
    void integrate(const WireStruct &wire, quint64 offset);
    quint32 slotOf(const WireStruct &wire);
    Ref makeItem(const WireStruct &wire, quint32 slot, quint32 client);
    void applyDeletes();

    Replica &m_replica;
    StructStore &m_store;
    QByteArrayView m_update;
    std::vector<Block> m_blocks; ///< the lowest client first
    qsizetype m_deletesAt = 0;
    std::vector<Waiting> m_aside;
    StateVector m_missing;
};

} // namespace crdt
