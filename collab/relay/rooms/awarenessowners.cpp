// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/relay/rooms/awarenessowners.h"

#include "collab/relay/rooms/peer.h"

#include <QRandomGenerator>

#include <algorithm>

namespace relay {

static constexpr size_t MostClaims = 64; // of one peer; what it says beyond them is not judged

AwarenessOwners::AwarenessOwners(const RoomLimits &limits)
    : m_limits(limits)
    , m_seed(size_t(QRandomGenerator::system()->generate64()))
{
}

bool AwarenessOwners::mayTell(Peer &peer, const State &state)
{
    auto *owner = m_owners.value(state.client);
    if (owner == &peer) {
        judge(state);
        return true;
    }
    if (owner != nullptr && !owner->isSilentFor(m_limits.silentFor)) {
        noteClaim(peer, state);
        return false;
    }
    if (state.json.isEmpty() || peer.clients().size() >= m_limits.clientsPerPeer)
        return false;
    if (owner != nullptr)
        owner->clients().remove(state.client); // it came back over another connection
    m_owners.insert(state.client, &peer);
    peer.clients().insert(state.client);
    return true;
}

void AwarenessOwners::noteClaim(Peer &peer, const State &state)
{
    auto &claims = m_claims[&peer];
    if (claims.size() >= MostClaims)
        return;
    claims.push_back(
        {.client = state.client, .clock = state.clock, .said = qHash(state.json, m_seed)});
    claims.back().since.start();
}

/// An owner speaks: what others said for it turns out to be true or not.
void AwarenessOwners::judge(const State &told)
{
    if (m_claims.isEmpty())
        return;
    const auto said = qHash(told.json, m_seed);
    const auto isForged = [&](const Claim &claim) {
        if (claim.client != told.client)
            return false;
        const bool isLate = claim.since.durationElapsed() >= m_limits.claimedFor;
        return claim.clock > told.clock ? isLate : claim.clock == told.clock && claim.said != said;
    };
    for (auto [peer, claims] : m_claims.asKeyValueRange()) {
        if (std::ranges::any_of(claims, isForged))
            m_forgers.emplace_back(peer);
        std::erase_if(claims, [&told](const Claim &claim) {
            return claim.client == told.client && claim.clock <= told.clock;
        });
    }
    m_claims.removeIf([](auto it) { return it.value().empty(); });
}

void AwarenessOwners::release(quint64 client)
{
    if (auto *owner = m_owners.take(client))
        owner->clients().remove(client);
}

QList<quint64> AwarenessOwners::remove(Peer &peer)
{
    const auto clients = std::exchange(peer.clients(), {}).values();
    for (const auto client : clients)
        m_owners.remove(client);
    m_claims.remove(&peer);
    return clients;
}

} // namespace relay
