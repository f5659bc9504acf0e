// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/relay/nodes/roomlink.h"

#include "collab/relay/nodes/nodes.h"

#include <algorithm>

namespace relay {

using Clock = std::chrono::steady_clock;

/// Redis keeps the last messages in memory. Others read more than this in the store.
static constexpr qsizetype LargestMessage = 32 * 1024;

RoomLink::RoomLink(Nodes &nodes, const QString &room)
    : m_nodes(nodes)
    , m_room(room)
{
    m_nodes.add(*this);
}

RoomLink::~RoomLink()
{
    m_nodes.remove(*this);
}

void RoomLink::open()
{
    m_nodes.lookSoon();
}

void RoomLink::tell(const NodeMessage &message)
{
    m_nodes.tell(m_room, message);
}

void RoomLink::tellStored(const Seqs &seqs, const std::vector<QByteArray> &updates)
{
    NodeMessage message{.kind = NodeMessage::Kind::Stored};
    for (size_t i = 0; i < std::min(seqs.size(), updates.size()); ++i)
        message.stored.push_back({.seq = seqs[i], .update = updates[i]});
    qsizetype bytes = 0;
    for (const auto &stored : message.stored)
        bytes += stored.update.size();
    if (bytes > LargestMessage)
        message.stored.clear();
    tell(message);
}

void RoomLink::tellReplaced(Seq made, qint64 bytes, const Seqs &replaced)
{
    tell({.kind = NodeMessage::Kind::Replaced, .made = made, .bytes = bytes, .replaced = replaced});
}

void RoomLink::tellAwareness(const QByteArray &message)
{
    tell({.kind = NodeMessage::Kind::Awareness, .awareness = message});
}

bool RoomLink::isSilent(const Elsewhere &where, std::chrono::milliseconds silentFor) const
{
    return !m_nodes.isAlive(where.node) || Clock::now() - where.heard >= silentFor;
}

bool RoomLink::mayTell(quint64 node, quint64 client, bool isGone,
                       std::chrono::milliseconds silentFor)
{
    const auto found = m_clients.find(client);
    const bool isOthers = found != m_clients.end() && found->node != node;
    if (isOthers && (isGone || !isSilent(*found, silentFor)))
        return false;
    if (found == m_clients.end() && isGone)
        return false;
    m_clients.insert(client, {.node = node, .heard = Clock::now()});
    return true;
}

bool RoomLink::takeOver(quint64 client, std::chrono::milliseconds silentFor)
{
    const auto found = m_clients.find(client);
    if (found != m_clients.end() && !isSilent(*found, silentFor))
        return false;
    m_clients.remove(client);
    return true;
}

void RoomLink::receive(const NodeMessage &message)
{
    switch (message.kind) {
    case NodeMessage::Kind::Stored:
        if (message.stored.empty())
            m_nodes.lookSoon();
        else
            Q_EMIT stored(message.stored);
        break;
    case NodeMessage::Kind::Replaced:
        Q_EMIT replaced(message.made, message.bytes, message.replaced);
        break;
    case NodeMessage::Kind::Awareness: Q_EMIT awareness(message.node, message.awareness); break;
    case NodeMessage::Kind::Query: Q_EMIT asked(); break;
    case NodeMessage::Kind::Alive:
    case NodeMessage::Kind::Gone: break; // not in the channel of a room
    }
}

/// Both sides may have missed what the other said of its peers.
void RoomLink::noteSubscribed()
{
    tell({.kind = NodeMessage::Kind::Query});
    Q_EMIT asked();
}

void RoomLink::noteGone(quint64 node)
{
    QList<quint64> clients;
    for (const auto &[client, where] : m_clients.asKeyValueRange()) {
        if (where.node == node)
            clients.append(client);
    }
    for (const auto client : clients)
        m_clients.remove(client);
    if (!clients.isEmpty())
        Q_EMIT gone(clients);
}

void RoomLink::read(const Seqs &seqs)
{
    m_nodes.read(*this, seqs);
}

} // namespace relay
