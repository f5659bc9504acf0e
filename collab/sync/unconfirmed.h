// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/crdt/updates.h"

#include <deque>

namespace collab {

/// Local changes of which no relay has said that it has them.
///
/// y-websocket has no receipts. But its relays tell an update to everybody, its sender included,
/// and say on request what they have: both show what has arrived. What a relay of ours tells is
/// stored. Not a QObject; any one thread.
class Unconfirmed
{
public:
    /// The update of a local change.
    void add(QByteArrayView update);
    /// An update from the relay, which has what it says. Whether count() is another one now.
    bool confirm(QByteArrayView update);
    int count() const { return m_count; }

    /// A state vector to ask the relay with: its answer tells of every change that is still here.
    crdt::StateVector question(const crdt::StateVector &known) const;

private:
    struct Change
    {
        crdt::UpdateUnits units = {}; ///< of which nothing was heard
        int count = 1; ///< of changes, when there were too many to tell them apart
    };

    std::deque<Change> m_changes;
    int m_count = 0;
};

} // namespace collab
