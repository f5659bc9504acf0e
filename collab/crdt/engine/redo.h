// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/crdt/engine/nesting.h"
#include "collab/crdt/engine/replica.h"

#include <QSet>

namespace crdt {

/// What a tracked transaction did, or several that followed each other quickly.
struct UndoStep
{
    DeleteSet insertions = {};
    DeleteSet deletions = {};
    QString note = {};
};

/// Takes one step back: deletes what it inserted, and makes anew what it deleted, at its old place.
/// Within a transaction.
class Reverter
{
public:
    struct Setting
    {
        Nesting &scope;
        const std::vector<UndoStep> &undoSteps; ///< that are left
        const std::vector<UndoStep> &redoSteps;
        bool ignoreRemoteMapChanges = false;
    };

    /// All are borrowed and must outlive the reverter.
    Reverter(Replica &replica, const UndoStep &step, const Setting &setting);

    /// Whether anything changed.
    bool run();

private:
    void noteForRemaking(Ref ref);
    Ref remake(Ref ref);
    bool remakeParent(Ref &parent);
    Ref follow(Ref ref);
    Ref trace(Ref ref, Ref parent);
    void placeInList(const Item &item, Ref ref, Ref parent, Ref &left, Ref &right);
    bool placeInKey(const Item &item, Ref ref, quint32 type, Ref &left);
    bool isDeletedByAStep(Ref ref) const;
    Ref copyOf(const Item &item, quint32 slot, Ref left, Ref right);
    quint32 slotIn(quint32 type, const Item &item);

    Replica &m_replica;
    StructStore &m_store;
    const UndoStep &m_step;
    const Setting m_setting;
    std::vector<Ref> m_toRemake;
    QSet<Ref> m_remakes; ///< the same
};

} // namespace crdt
