// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/crdt/engine/replica.h"

#include "collab/crdt/engine/events.h"
#include "collab/crdt/engine/stateencoder.h"
#include "collab/crdt/engine/textcleanup.h"
#include "collab/crdt/store/content.h"

#include <QMetaMethod>
#include <QRandomGenerator>

#include <algorithm>
#include <utility>

namespace crdt {

Replica::Replica(Doc &doc, quint64 clientId, bool collectsGarbage)
    : m_doc(doc)
    , m_clientId(clientId)
    , m_collectsGarbage(collectsGarbage)
{
}

Replica::~Replica() = default;

void Replica::renewClientId()
{
    m_clientId = randomClientId();
    m_current->renewedClientId = true;
}

quint64 Replica::randomClientId()
{
    return QRandomGenerator::system()->generate();
}

void Replica::transact(const std::function<void()> &edit, Origin origin, Side side)
{
    if (m_current != nullptr) {
        edit();
        return;
    }
    m_queue.push_back(std::make_unique<Transaction>());
    m_current = m_queue.back().get();
    m_current->origin = origin;
    m_current->local = side == Side::Local;
    edit();
    endBody(*std::exchange(m_current, nullptr));
    if (m_finishing)
        return; // an observer's: its turn comes
    m_finishing = true;
    for (; !m_queue.empty(); m_queue.pop_front())
        finish(*m_queue.front());
    m_finishing = false;
}

void Replica::endBody(Transaction &transaction)
{
    for (auto &advance : transaction.advances) {
        auto &client = m_store.client(advance.client);
        advance.after = client.clock;
        client.advance = 0;
    }
    for (const auto &change : transaction.changes)
        m_store.type(change.type).change = 0;
    std::ranges::sort(transaction.advances, {}, &Transaction::Advance::client);
}

void Replica::finish(Transaction &transaction)
{
    if (transaction.isEmpty()) {
        mergeCandidates(transaction); // what was cut for a look
        return;
    }
    noteDeleted(transaction);
    if (transaction.renewedClientId)
        Q_EMIT m_doc.clientIdChanged();
    tellObservers(transaction);
    if (!transaction.local)
        cleanUpFormatting(*this, transaction);
    collect(transaction);
    mergeDeleted(transaction);
    mergeAdvanced(transaction);
    mergeCandidates(transaction);
    tellUpdate(transaction);
}

/// What was deleted, in ranges.
void Replica::noteDeleted(Transaction &transaction)
{
    auto &deletions = transaction.deletions;
    for (size_t i = 0; i < deletions.size();) {
        const auto client = deletions[i].first;
        DeleteSet::Ranges ranges;
        for (; i < deletions.size() && deletions[i].first == client; ++i)
            ranges.push_back(deletions[i].second);
        transaction.deleted.add(m_store.client(client).id, ranges);
    }
    transaction.deleted.normalise();
}

/// Where in the transaction's changes the first one within `type` is.
size_t Replica::firstChangeIn(const Transaction &transaction, quint32 type) const
{
    Nesting nesting(m_store, {{type}});
    const auto within = [&](const Transaction::Change &change) {
        return depthOf(change, nesting, m_store).has_value();
    };
    return size_t(std::ranges::find_if(transaction.changes, within) - transaction.changes.begin());
}

void Replica::tellObservers(Transaction &transaction)
{
    auto observers = m_observers; // one may stop observing
    if (observers.size() > 1) {
        std::ranges::stable_sort(observers, {}, [&](const Observation &observation) {
            return firstChangeIn(transaction, observation.type);
        });
    }
    const auto isThere = [this](int id) {
        return std::ranges::contains(m_observers, id, &Observation::id);
    };
    for (const auto &observation : observers) {
        if (!isThere(observation.id))
            continue; // another one ended it
        const auto events = eventsWithin(*this, transaction, observation.type);
        if (!events.empty())
            observation.observer(events, transaction.origin);
    }
    const auto watchers = m_watchers;
    for (const auto &[id, watcher] : watchers) {
        if (std::ranges::contains(m_watchers, id, &std::pair<int, Watcher>::first))
            watcher(transaction);
    }
}

int Replica::watch(const Watcher &watcher)
{
    m_watchers.emplace_back(++m_lastId, watcher);
    return m_lastId;
}

int Replica::observe(quint32 type, const Doc::Observer &observer)
{
    m_observers.push_back({++m_lastId, type, observer});
    return m_lastId;
}

void Replica::collect(const Transaction &transaction)
{
    if (!m_collectsGarbage)
        return;
    for (const auto &[id, ranges] : transaction.deleted.clients()) {
        auto &structs = m_store.client(m_store.clientIndex(id)).structs;
        for (const auto &range : ranges) {
            auto place = structs.find(m_store.arena(), range.clock);
            do {
                const Ref ref = structs.at(place);
                const auto &item = m_store.at(ref);
                if (item.clock >= range.end())
                    break;
                if (item.isItem() && item.deleted && !item.keep)
                    collectItem(ref);
            } while (structs.toNext(place));
        }
    }
}

/// Forgets what an item holds; of the items in a type also that they were there.
void Replica::collectItem(Ref ref)
{
    std::vector<Ref> items = {ref};
    const auto addSlot = [&](quint32 slot) {
        for (Ref child = m_store.slot(slot).first; child != NoRef; child = m_store.at(child).right)
            items.push_back(child);
    };
    for (size_t i = 0; i < items.size(); ++i) {
        auto &item = m_store.at(items[i]);
        if (item.kind() == Kind::Type) {
            const auto type = quint32(item.content);
            addSlot(m_store.type(type).list);
            for (const auto slot : m_store.type(type).keys) {
                if (slot != 0)
                    addSlot(slot);
            }
            m_store.clearType(type);
            m_store.type(type).gone = true;
            m_store.type(type).item = NoRef;
        }
    }
    for (const auto child : items) {
        auto &item = m_store.at(child);
        const auto length = item.length();
        freeContent(item);
        item.setKind(child == ref ? Kind::Deleted : Kind::GC);
        item.setLength(length);
        if (child == ref)
            continue;
        item.deleted = true;
        m_store.forgetRedone(child);
        item.left = item.right = NoRef;
        item.slot = 0;
        item.marked = false;
    }
}

/// Merges the struct at `place` with those on its left for as long as they go together. Where it
/// is then. From left to right, so that a long run grows at its end.
static StructIndex::Place mergeRun(StructStore &store, StructIndex &structs,
                                   StructIndex::Place place)
{
    qsizetype count = 0;
    for (; store.mergesWithLeft(structs, place); ++count)
        structs.toPrevious(place);
    for (; count > 0; --count) {
        auto next = place;
        structs.toNext(next);
        store.mergeWithLeft(structs, next);
        place = next;
    }
    return place;
}

/// Merges the structs from `place` on to the left, until one begins before `from`.
static void mergeLeftwards(StructStore &store, StructIndex &structs, StructIndex::Place place,
                           quint64 from)
{
    while (!structs.isFirst(place) && store.at(structs.at(place)).clock >= from) {
        place = mergeRun(store, structs, place);
        structs.toPrevious(place);
    }
}

void Replica::mergeDeleted(const Transaction &transaction)
{
    for (const auto &[id, ranges] : transaction.deleted.clients()) {
        auto &structs = m_store.client(m_store.clientIndex(id)).structs;
        for (auto range = ranges.rbegin(); range != ranges.rend(); ++range) {
            auto place = structs.find(m_store.arena(), range->end() - 1);
            structs.toNext(place);
            mergeLeftwards(m_store, structs, place, range->clock);
        }
    }
}

void Replica::mergeAdvanced(const Transaction &transaction)
{
    for (const auto &advance : transaction.advances) {
        auto &structs = m_store.client(advance.client).structs;
        mergeLeftwards(m_store, structs, structs.last(), advance.before);
    }
}

void Replica::mergeCandidates(const Transaction &transaction)
{
    const auto &candidates = transaction.mergeCandidates;
    for (auto id = candidates.rbegin(); id != candidates.rend(); ++id) {
        auto &structs = m_store.client(m_store.clientIndex(id->client)).structs;
        auto place = structs.find(m_store.arena(), id->clock);
        auto next = place;
        if (structs.toNext(next) && m_store.mergeWithLeft(structs, next)) {
            while (m_store.mergeWithLeft(structs, next)) { }
            continue;
        }
        while (m_store.mergeWithLeft(structs, place)) { }
    }
}

void Replica::tellUpdate(const Transaction &transaction)
{
    static const auto signal = QMetaMethod::fromSignal(&Doc::updated);
    if (m_doc.isSignalConnected(signal))
        Q_EMIT m_doc.updated(encodeTransaction(m_store, transaction), transaction.origin,
                             transaction.local);
}

} // namespace crdt
