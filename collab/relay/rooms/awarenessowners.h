// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/awareness/awareness.h"
#include "collab/relay/rooms/roomlimits.h"

#include <QElapsedTimer>
#include <QHash>
#include <QPointer>

#include <vector>

namespace relay {

class Peer;

/// Over which connection each client's awareness comes, so that nobody speaks for another.
///
/// What others say of a client is passed over, and remembered for a while: clients of y-websocket
/// repeat what they hear from other tabs of their browser, sometimes before its owner says it here,
/// and guess who is gone. But what they repeat is what the owner says. One that says under the same
/// clock something else, or what its owner never says, has made it up.
class AwarenessOwners
{
public:
    using State = collab::Awareness::Entry;

    /// `limits` is borrowed.
    explicit AwarenessOwners(const RoomLimits &limits);

    /// Whether what a peer says of a client is to be taken. It is newer than all that was taken.
    bool mayTell(Peer &peer, const State &state);
    /// The client is gone: who says next that it is back owns it.
    void release(quint64 client);
    /// The peer has left. Whose clients it owned.
    QList<quint64> remove(Peer &peer);
    /// Those who made something up, each once; for the room to drop.
    std::vector<QPointer<Peer>> takeForgers() { return std::exchange(m_forgers, {}); }

private:
    struct Claim
    {
        quint64 client = 0;
        quint64 clock = 0;
        size_t said = 0; ///< hash of the state's text
        QElapsedTimer since = {};
    };

    void noteClaim(Peer &peer, const State &state);
    void judge(const State &told);

    const RoomLimits &m_limits;
    const size_t m_seed; ///< so that nobody can make two texts of one hash
    QHash<quint64, Peer *> m_owners;
    QHash<Peer *, std::vector<Claim>> m_claims; ///< of those who said something of others
    std::vector<QPointer<Peer>> m_forgers;
};

} // namespace relay
