// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What Room says to those who come, ask, or missed something.

#include "collab/relay/rooms/room.h"

#include <algorithm>

using Kind = collab::Message::Kind;

namespace relay {

static constexpr auto SlowCheckEvery = std::chrono::milliseconds(100);

/// As much as what waits to be taken in: nobody can be asked to store it yet either.
bool Room::keepEarly(qsizetype bytes)
{
    if (m_earlyBytes + bytes > m_limits.unsavedBytes)
        return false;
    m_earlyBytes += bytes;
    return true;
}

/// What may be said is stored, or is all that is.
void Room::answerWaiting()
{
    const bool asks = std::exchange(m_asksAgain, false);
    for (auto *peer : everybody()) {
        peer->goOn();
        if (asks)
            peer->ask();
    }
}

/// The store takes nothing at the moment. Those who come see what it has.
void Room::loadStored()
{
    const QPointer<Room> alive(this);
    m_store.load(m_name, [alive](const std::expected<RoomStore::Content, QString> &content) {
        if (!alive || !content || alive->m_fresh.empty() || alive->m_stored)
            return;
        auto doc = std::make_unique<crdt::Doc>();
        for (const auto &update : content->updates)
            (void)doc->applyUpdate(update, &Stored);
        alive->m_stored = std::move(doc);
        alive->answerWaiting();
    });
}

/// Much that was told is the whole document, which is the same for all who are far behind.
QByteArray Room::updateSince(quint64 before)
{
    const auto missed = m_told.updates - before;
    if (missed > m_recent.size())
        return stateFor({});
    const std::vector<QByteArray> updates(m_recent.end() - std::ptrdiff_t(missed), m_recent.end());
    if (missed == 1)
        return updates.front();
    const auto merged = crdt::mergeUpdates(updates);
    return merged ? *merged : stateFor({});
}

QByteArray Room::awarenessSince(quint64 before) const
{
    QList<quint64> clients;
    for (const auto &[client, at] : m_toldAt.asKeyValueRange()) {
        if (at > before)
            clients.append(client);
    }
    std::ranges::sort(clients);
    return m_awareness.encode(clients);
}

const std::vector<QByteArray> &Room::framesSince(const Told &before)
{
    if (m_since.before == before && m_since.until == m_told)
        return m_since.frames;
    m_since = {.before = before, .until = m_told};
    if (before.updates < m_told.updates)
        m_since.frames.push_back(frameOf(Kind::Update, updateSince(before.updates)));
    if (before.awareness < m_told.awareness)
        m_since.frames.push_back(frameOf(Kind::Awareness, awarenessSince(before.awareness)));
    return m_since.frames;
}

QByteArray Room::stateFor(const crdt::StateVector &known)
{
    if (!known.isEmpty() || &answering() != &m_doc)
        return answering().encodeStateAsUpdate(known);
    if (m_state.isEmpty())
        m_state = m_doc.encodeStateAsUpdate();
    return m_state;
}

QByteArray Room::awareness() const
{
    return m_awareness.clients().isEmpty() ? QByteArray() : m_awareness.encodeAll();
}

void Room::watchSlowPeers()
{
    if (!m_slow.isActive())
        m_slow.start(SlowCheckEvery);
}

void Room::catchUpSlowPeers()
{
    for (auto *peer : everybody()) {
        if (m_fresh.empty()) // what they get is stored then
            peer->catchUp();
        if (peer->isBehind())
            watchSlowPeers();
    }
}

} // namespace relay
