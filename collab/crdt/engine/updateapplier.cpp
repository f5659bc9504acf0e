// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/crdt/engine/updateapplier.h"

#include "collab/crdt/errors.h"
#include "collab/crdt/store/content.h"
#include "collab/crdt/wire/structreader.h"
#include "collab/lib0/encoder.h"

#include <algorithm>

namespace crdt {

UpdateApplier::UpdateApplier(Replica &replica, QByteArrayView update)
    : m_replica(replica)
    , m_store(replica.store())
    , m_update(update)
{
}

Result<void> UpdateApplier::check()
{
    lib0::Decoder decoder(m_update);
    WireStruct wire;
    for (auto clients = decoder.readVarUint(); clients > 0 && decoder.ok(); --clients) {
        Block block;
        block.left = decoder.readVarUint();
        block.client = decoder.readVarUint();
        block.clock = decoder.readVarUint();
        block.at = decoder.position();
        auto clock = block.clock;
        for (auto left = block.left; left > 0 && decoder.ok(); --left) {
            if (readStruct(decoder, block.client, clock, wire))
                clock = wire.end();
        }
        block.end = decoder.position();
        if (block.left > 0)
            m_blocks.push_back(block);
    }
    m_deletesAt = decoder.position();
    DeleteSet::skip(decoder);
    if (!decoder.ok())
        return unreadable(decoder);
    std::ranges::stable_sort(m_blocks, {}, &Block::client);
    return {};
}

bool UpdateApplier::read(Block &block, Waiting &next)
{
    if (block.left == 0)
        return false;
    lib0::Decoder decoder(m_update.sliced(block.at, block.end - block.at));
    next.block = &block;
    next.leftWithIt = block.left;
    next.at = block.at;
    readStruct(decoder, block.client, block.clock, next.wire);
    --block.left;
    block.at += decoder.position();
    block.clock = next.wire.end();
    return true;
}

UpdateApplier::Block *UpdateApplier::blockOf(quint64 client)
{
    // A peer that has two blocks of one client means the last.
    const auto above = std::ranges::upper_bound(m_blocks, client, {}, &Block::client);
    if (above == m_blocks.begin() || std::prev(above)->client != client)
        return nullptr;
    return &*std::prev(above);
}

std::optional<quint64> UpdateApplier::missingClient(const WireStruct &wire) const
{
    const auto isMissing = [&](Id id) {
        return id.client != wire.client && id.clock >= m_store.clock(id.client);
    };
    if (wire.hasOrigin && isMissing(wire.origin))
        return wire.origin.client;
    if (wire.hasRightOrigin && isMissing(wire.rightOrigin))
        return wire.rightOrigin.client;
    if (wire.parent == WireStruct::Parent::Item && isMissing(wire.parentItem))
        return wire.parentItem.client;
    return std::nullopt;
}

void UpdateApplier::apply()
{
    const auto own = m_replica.clientId();
    const auto ownClock = m_store.clock(own);
    integrateAll();
    if (m_store.clock(own) != ownClock)
        m_replica.renewClientId(); // somebody else writes under it
    auto &pending = m_replica.pending();
    const bool retry = pending.hasStructs()
        && std::ranges::any_of(pending.missing().clocks(), [this](const auto &missing) {
                           return missing.second < m_store.clock(missing.first);
                       });
    keepPending();
    applyDeletes();
    if (!retry)
        return;
    const auto waiting = pending.takeStructs();
    UpdateApplier again(m_replica, waiting);
    if (again.check())
        again.apply();
}

void UpdateApplier::integrateAll()
{
    std::vector<Waiting> stack;
    Waiting next;
    for (auto block = m_blocks.rbegin(); block != m_blocks.rend(); ++block) {
        if (blockOf(block->client) != &*block)
            continue;
        while (!stack.empty() || read(*block, next)) {
            if (!stack.empty()) {
                next = std::move(stack.back());
                stack.pop_back();
            }
            const auto &wire = next.wire;
            const auto known = m_store.clock(wire.client);
            if (wire.kind == Kind::Skip)
                continue;
            if (wire.clock > known) { // one before it is missing
                waitFor(wire.client, wire.clock - 1);
                stack.push_back(std::move(next));
                setAside(stack);
                continue;
            }
            const auto missing = missingClient(wire);
            if (!missing && wire.clock < known)
                cutNeighbours(wire);
            if (wire.end() <= known)
                continue;
            if (!missing) {
                integrate(wire, known - wire.clock);
                continue;
            }
            stack.push_back(std::move(next));
            auto *other = blockOf(*missing);
            Waiting first;
            if (other != nullptr && read(*other, first)) {
                stack.push_back(std::move(first));
                continue;
            }
            waitFor(*missing, m_store.clock(*missing));
            setAside(stack);
        }
    }
}

void UpdateApplier::waitFor(quint64 client, quint64 clock)
{
    const auto known = m_missing.clocks().find(client);
    if (known == m_missing.clocks().end() || known->second > clock)
        m_missing.set(client, clock);
}

/// What the structs on the stack build on is not here: they wait, and with them what follows of
/// their clients.
void UpdateApplier::setAside(std::vector<Waiting> &stack)
{
    for (auto &waiting : stack) {
        waiting.block->left = 0;
        m_aside.push_back(std::move(waiting));
    }
    stack.clear();
}

void UpdateApplier::keepPending()
{
    if (m_aside.empty())
        return;
    // Of two structs of one client the first has the other behind it.
    std::ranges::sort(m_aside, [](const Waiting &a, const Waiting &b) {
        return std::pair(a.wire.client, b.at) > std::pair(b.wire.client, a.at);
    });
    const auto twice = std::ranges::unique(
        m_aside, {}, [](const Waiting &waiting) { return waiting.wire.client; });
    m_aside.erase(twice.begin(), twice.end());
    lib0::Encoder encoder;
    encoder.writeVarUint(m_aside.size());
    for (const auto &waiting : m_aside) {
        encoder.writeVarUint(waiting.leftWithIt);
        encoder.writeVarUint(waiting.wire.client);
        encoder.writeVarUint(waiting.wire.clock);
        encoder.writeRaw(m_update.sliced(waiting.at, waiting.block->end - waiting.at));
    }
    encoder.writeVarUint(0);
    m_replica.pending().add(encoder.take(), m_missing);
}

/// What is known was put between its neighbours before; but a replica that knows it as forgotten
/// may not have cut them, and a character that is cut in two is not the same any more. Yjs cuts.
void UpdateApplier::cutNeighbours(const WireStruct &wire)
{
    if (wire.hasOrigin)
        m_replica.itemCleanEnd(wire.origin);
    if (wire.hasRightOrigin)
        m_replica.itemCleanStart(wire.rightOrigin);
}

void UpdateApplier::integrate(const WireStruct &wire, quint64 offset)
{
    if (offset > 0) {
        auto rest = wire;
        cutFront(rest, offset);
        integrate(rest, 0);
        return;
    }
    const Ref left = wire.hasOrigin ? m_replica.itemCleanEnd(wire.origin) : NoRef;
    const Ref right = wire.hasRightOrigin ? m_replica.itemCleanStart(wire.rightOrigin) : NoRef;
    const auto client = m_store.clientIndex(wire.client);
    quint32 slot = 0;
    if (!wire.isItem() || (left != NoRef && !m_store.at(left).isItem())
        || (right != NoRef && !m_store.at(right).isItem()))
        slot = 0; // its place was forgotten
    else if (left != NoRef)
        slot = m_store.at(left).slot;
    else if (right != NoRef)
        slot = m_store.at(right).slot;
    else
        slot = slotOf(wire);
    if (slot == 0) {
        m_replica.addGC(client, wire.clock, wire.length);
        return;
    }
    m_replica.integrate(makeItem(wire, slot, client), left, right);
}

/// The list that the struct names; 0 when it was forgotten.
quint32 UpdateApplier::slotOf(const WireStruct &wire)
{
    quint32 type = 0;
    if (wire.parent == WireStruct::Parent::Root) {
        type = m_store.root(wire.rootName);
    } else {
        const auto &parent = m_store.at(m_store.find(wire.parentItem));
        if (parent.kind() != Kind::Type)
            return 0;
        type = quint32(parent.content);
    }
    return wire.isKeyed ? m_store.keySlot(type, wire.key) : m_store.type(type).list;
}

Ref UpdateApplier::makeItem(const WireStruct &wire, quint32 slot, quint32 client)
{
    const Ref ref = m_store.take(wire.hasRightOrigin);
    auto &item = m_store.at(ref);
    item.client = client;
    item.setClock(wire.clock);
    item.setKind(wire.kind);
    item.slot = slot;
    if (wire.hasOrigin) {
        item.setOrigin(m_store.clientIndex(wire.origin.client), wire.origin.clock);
    }
    if (wire.hasRightOrigin) {
        auto &wide = m_store.arena().wide(ref);
        wide.rightClient = m_store.clientIndex(wire.rightOrigin.client);
        wide.rightClock = wire.rightOrigin.clock;
    }
    if (hasBytes(wire.kind))
        setContentBytes(item, wire.bytes);
    item.setLength(wire.length);
    if (wire.kind == Kind::Type) {
        const auto type = m_store.newType(quint8(wire.type));
        m_store.type(type).name = wire.bytes.isEmpty() ? 0 : m_store.textId(wire.bytes);
        item.content = type;
    }
    return ref;
}

void UpdateApplier::applyDeletes()
{
    lib0::Decoder decoder(m_update.sliced(m_deletesAt));
    auto deletes = DeleteSet::read(decoder);
    auto &pending = m_replica.pending();
    const auto &waiting = pending.deletes().clients();
    const bool retry = std::ranges::any_of(waiting, [this](const auto &client) {
        return m_store.clock(client.first) > client.second.front().clock;
    });
    if (retry)
        deletes.add(pending.deletes());
    DeleteSet rest;
    for (const auto &[client, ranges] : deletes.clients()) {
        for (const auto &range : ranges) {
            if (const auto later = m_replica.deleteRange(client, range))
                rest.add(client, *later);
        }
    }
    if (retry)
        pending.setDeletes(std::move(rest));
    else if (!rest.isEmpty())
        pending.addDeletes(rest);
}

} // namespace crdt
