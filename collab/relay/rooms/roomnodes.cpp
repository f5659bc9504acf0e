// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What Room does when other relays have the same room.

#include "collab/relay/relaylog.h"
#include "collab/relay/rooms/room.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace relay {

void Room::linkWith(Nodes &nodes)
{
    m_link = std::make_unique<RoomLink>(nodes, m_name);
    auto *link = m_link.get();
    connect(link, &RoomLink::stored, this, &Room::takeStored);
    connect(link, &RoomLink::added, this, &Room::lookAt);
    connect(link, &RoomLink::replaced, this, &Room::noteReplaced);
    connect(link, &RoomLink::awareness, this, &Room::takeAwarenessFrom);
    connect(link, &RoomLink::asked, this, [this] {
        if (const auto clients = m_owners.clients(); !clients.isEmpty())
            m_link->tellAwareness(m_awareness.encode(clients));
    });
    connect(link, &RoomLink::gone, this, [this](const QList<quint64> &clients) {
        m_awareness.removeStates(clients, m_link.get());
    });
}

/// What comes before the document is there is in the store, and looked for then.
void Room::takeStored(const std::vector<StoredUpdate> &updates)
{
    if (!m_isOpen)
        return;
    for (const auto &stored : updates) {
        if (!m_seqs.contains(stored.seq))
            m_arrived.push_back(stored);
    }
    if (!m_arrived.empty())
        soon();
}

/// Records of other relays, as one change. They are stored. What waited here for what they bring is
/// not: then all that comes of it is stored once more, before it is told.
void Room::takeArrived()
{
    const bool hadPending = m_doc.pendingBytes() > 0;
    if (m_arrived.empty() || (hadPending && !m_fresh.empty()))
        return;
    const auto take = [this](const StoredUpdate &stored) {
        if (m_seqs.contains(stored.seq))
            return;
        const auto waiting = m_doc.pendingBytes();
        if (!m_doc.applyUpdate(stored.update, m_link.get()))
            qCWarning(relayLog).noquote()
                << "room" << m_name << "got a change from another relay that makes no sense";
        if (m_stored)
            (void)m_stored->applyUpdate(stored.update, &Stored);
        m_seqs.insert(stored.seq);
        if (m_doc.pendingBytes() > waiting)
            m_unsettled.insert(stored.seq);
        ++m_records.count;
        m_records.bytes += stored.update.size();
    };
    m_doc.transact([&] { std::ranges::for_each(std::exchange(m_arrived, {}), take); },
                   m_link.get());
    if (m_doc.pendingBytes() == 0)
        m_unsettled.clear();
    const auto updates = std::exchange(m_elsewhere, {});
    if (!hadPending) {
        for (const auto &update : updates)
            tellUpdate(update);
        return;
    }
    m_sinceFresh.start();
    for (const auto &update : updates)
        m_fresh.push_back(update);
    if (!m_fresh.empty())
        save();
}

/// What waited was forgotten; of records that is not the end.
void Room::readAgain()
{
    const Seqs waited(m_unsettled.begin(), m_unsettled.end());
    m_unsettled.clear();
    for (const auto seq : waited)
        m_seqs.remove(seq);
    if (!waited.empty())
        m_link->read(waited);
}

void Room::lookAt(const Seqs &added)
{
    Seqs unknown;
    std::ranges::copy_if(added, std::back_inserter(unknown), [this](Seq seq) {
        return !m_seqs.contains(seq)
            && std::ranges::find(m_arrived, seq, &StoredUpdate::seq) == m_arrived.end();
    });
    if (m_isOpen && !unknown.empty())
        m_link->read(unknown);
}

/// Who has taken in all that was replaced need not read what took its place.
void Room::noteReplaced(Seq made, qint64 bytes, const Seqs &replaced)
{
    const bool knowsAll = m_unsettled.isEmpty()
        && std::ranges::all_of(replaced, [this](Seq seq) { return m_seqs.contains(seq); });
    if (!m_isOpen || !knowsAll || m_isCompacting)
        return; // looking at what was added will show it
    for (const auto seq : replaced)
        m_seqs.remove(seq);
    m_seqs.insert(made);
    const auto left = m_records.count - qsizetype(replaced.size());
    m_records = {std::max<qsizetype>(left, 0) + 1, qsizetype(bytes)};
    compactLater(qsizetype(bytes));
}

void Room::takeAwarenessFrom(quint64 node, const QByteArray &message)
{
    const auto leftOut = m_awareness.apply(message, m_link.get(), [this, node](const auto &state) {
        return mayTellFrom(node, state);
    });
    if (!leftOut)
        qCWarning(relayLog).noquote()
            << "room" << m_name << "got awareness from another relay that makes no sense";
}

bool Room::mayTellFrom(quint64 node, const collab::Awareness::Entry &state)
{
    return m_owners.giveUp(state.client, state.json.isEmpty())
        && m_link->mayTell(node, state.client, state.json.isEmpty(), m_limits.silentFor);
}

/// Whether a peer here may be the one whose client that is.
bool Room::isHere(const collab::Awareness::Entry &state)
{
    return !m_link || !m_link->isElsewhere(state.client)
        || (!state.json.isEmpty() && m_link->takeOver(state.client, m_limits.silentFor));
}

/// Each relay tells the others of those who are connected to it.
void Room::noteChange(const collab::AwarenessChange &change, collab::Awareness::Origin by)
{
    for (const auto client : change.clients()) {
        m_changed.insert(client);
        if (m_link && by != m_link.get() && !m_link->isElsewhere(client))
            m_changedHere.insert(client);
    }
    for (const auto client : change.removed) {
        if (m_link)
            m_link->forget(client);
    }
}

} // namespace relay
