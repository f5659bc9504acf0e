// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/crdt/deleteset.h"

#include <QByteArray>

#include <vector>

namespace crdt {

/// What a replica was sent and cannot use yet, because what it builds on is missing.
///
/// Structs are kept as the updates in which they came, and joined only when they are asked for:
/// what waits long costs nothing while it grows.
class Pending
{
public:
    bool hasStructs() const { return !m_updates.empty(); }
    bool hasDeletes() const { return !m_deletes.isEmpty(); }
    /// About as many as it has on the wire.
    qsizetype bytes() const { return m_bytes + BytesOfRange * m_deletes.rangeCount(); }

    /// `update` waits for the clocks in `missing`: of each client the one that must be known.
    void add(const QByteArray &update, const StateVector &missing);
    /// For which clocks something waits: the lowest of each client.
    const StateVector &missing() const { return m_missing; }
    /// All that waits, as one update. It does not wait any more.
    QByteArray takeStructs();
    /// All that waits, as one update.
    const QByteArray &structs() const;

    const DeleteSet &deletes() const { return m_deletes; }
    void setDeletes(DeleteSet deletes);
    void addDeletes(const DeleteSet &deletes);

private:
    static constexpr qsizetype BytesOfRange = 4;

    mutable std::vector<QByteArray> m_updates;
    StateVector m_missing;
    qsizetype m_bytes = 0;
    DeleteSet m_deletes;
};

} // namespace crdt
