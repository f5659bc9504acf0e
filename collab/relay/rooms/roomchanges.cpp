// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What of a room the relay itself and its operator use.

#include "collab/relay/rooms/room.h"

#include <algorithm>
#include <utility>

namespace relay {

void Room::whenOpen(const std::function<void(bool)> &ready)
{
    if (m_peers.empty())
        m_idle.start(m_limits.idleFor); // stays for what is done with it now
    if (m_isOpen)
        ready(true);
    else
        m_waiting.push_back(ready);
}

void Room::tellOpen(bool isOpen)
{
    for (const auto &ready : std::exchange(m_waiting, {}))
        ready(isOpen);
}

void Room::change(const Change &change)
{
    if (!hasIncoming())
        m_sinceIncoming.start();
    m_changes.push_back(change);
    soon();
}

void Room::whenStored(const std::function<void()> &ready)
{
    if (isSaved())
        ready();
    else
        change({.edit = [](const crdt::Doc &) { }, .stored = ready});
}

/// Within the tick's transaction.
void Room::makeChanges()
{
    for (const auto &change : std::exchange(m_changes, {})) {
        change.edit(m_doc);
        m_made.push_back(change);
    }
}

void Room::confirmChanges()
{
    for (const auto &change : std::exchange(m_made, {})) {
        if (change.stored)
            change.stored();
    }
}

std::vector<const Peer *> Room::peers() const
{
    std::vector<const Peer *> peers;
    for (const auto &peer : m_peers)
        peers.push_back(peer.get());
    return peers;
}

bool Room::dropPeer(quint64 id, const collab::CloseReason &reason)
{
    const auto found =
        std::ranges::find_if(m_peers, [id](const auto &peer) { return peer->id() == id; });
    if (found == m_peers.end())
        return false;
    (*found)->drop(reason);
    return true;
}

} // namespace relay
