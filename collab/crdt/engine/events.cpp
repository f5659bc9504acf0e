// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/crdt/engine/events.h"

#include "collab/crdt/engine/contentvalue.h"
#include "collab/crdt/engine/textdelta.h"

#include <QHash>

#include <algorithm>

namespace crdt {

namespace {

class EventMaker
{
public:
    EventMaker(Replica &replica, const Transaction &transaction)
        : m_replica(replica)
        , m_store(replica.store())
        , m_transaction(transaction)
    {
    }

    Event make(const Transaction::Change &change, quint32 root)
    {
        const auto &type = m_store.type(change.type);
        Event event{.target = SharedType(&m_replica.doc(), change.type),
                    .path = pathTo(change.type, root)};
        auto slots_ = change.slots;
        std::ranges::sort(slots_);
        const auto twice = std::ranges::unique(slots_);
        slots_.erase(twice.begin(), twice.end());
        for (const auto slot : slots_) {
            if (slot != type.list)
                addKey(event, slot);
            else if (type.kind == quint8(TypeKind::Text) || type.kind == quint8(TypeKind::XmlText))
                event.delta = textDelta(m_replica, m_transaction, change.type);
            else
                event.delta = listDelta(change.type);
        }
        return event;
    }

private:
    bool adds(const Item &item) const { return m_replica.isNewIn(m_transaction, item); }
    bool deletes(const Item &item) const { return m_replica.isDeletedIn(m_transaction, item); }

    std::vector<Event::PathPart> pathTo(quint32 type, quint32 root)
    {
        std::vector<Event::PathPart> path;
        while (type != root) {
            const Ref ref = m_store.type(type).item;
            const auto slot = m_store.at(ref).slot;
            if (const auto key = m_store.slot(slot).key; key != 0)
                path.emplace_back(keyText(key));
            else
                path.emplace_back(indexOf(ref, slot));
            type = m_store.slot(slot).type;
        }
        std::ranges::reverse(path);
        return path;
    }

    /// Paths share the text of a key.
    QString keyText(quint32 key)
    {
        auto &text = m_keyTexts[key];
        if (text.isNull())
            text = QString::fromUtf8(m_store.text(key));
        return text;
    }

    /// Of a shared type in a list. Each list is walked once, as far as it must.
    quint64 indexOf(Ref ref, quint32 slot)
    {
        auto &walk = m_walks[slot];
        while (!walk.indexes.contains(ref)) {
            walk.last = walk.last == NoRef ? m_store.slot(slot).first : m_store.at(walk.last).right;
            const auto &item = m_store.at(walk.last);
            if (item.kind() == Kind::Type)
                walk.indexes.insert(walk.last, walk.index);
            walk.index += item.isVisible() ? item.length() : 0;
        }
        return walk.indexes[ref];
    }

    void addKey(Event &event, quint32 slot)
    {
        const auto key = QString::fromUtf8(m_store.text(m_store.slot(slot).key));
        const auto &item = m_store.at(m_store.slot(slot).last);
        using enum Event::Action;
        if (!adds(item)) {
            if (deletes(item))
                event.keys[key] = {Delete, lastValueOf(m_replica, item)};
            return;
        }
        Ref before = item.left;
        while (before != NoRef && adds(m_store.at(before)))
            before = m_store.at(before).left;
        const bool replaced = before != NoRef && deletes(m_store.at(before));
        if (deletes(item) && !replaced)
            return; // came and went
        event.keys[key] = {deletes(item)  ? Delete
                               : replaced ? Update
                                          : Add,
                           replaced ? lastValueOf(m_replica, m_store.at(before)) : std::nullopt};
    }

    template<typename Kind>
    Kind &step(std::vector<Event::Step> &delta)
    {
        if (delta.empty() || !std::holds_alternative<Kind>(delta.back().change))
            delta.push_back({.change = Kind()});
        return std::get<Kind>(delta.back().change);
    }

    std::vector<Event::Step> listDelta(quint32 type)
    {
        std::vector<Event::Step> delta;
        for (Ref ref = m_store.slot(m_store.type(type).list).first; ref != NoRef;
             ref = m_store.at(ref).right) {
            const auto &item = m_store.at(ref);
            if (item.deleted) {
                if (deletes(item) && !adds(item))
                    step<Event::Delete>(delta).length += item.length();
            } else if (adds(item)) {
                auto values = valuesOf(m_replica, item);
                auto &insert = step<Event::Insert>(delta);
                std::ranges::move(values, std::back_inserter(insert));
            } else {
                step<Event::Retain>(delta).length += item.length();
            }
        }
        if (!delta.empty() && std::holds_alternative<Event::Retain>(delta.back().change))
            delta.pop_back();
        return delta;
    }

    struct Walk
    {
        Ref last = NoRef;
        quint64 index = 0; ///< behind it
        QHash<Ref, quint64> indexes = {}; ///< of the shared types up to it
    };

    Replica &m_replica;
    StructStore &m_store;
    const Transaction &m_transaction;
    QHash<quint32, QString> m_keyTexts;
    QHash<quint32, Walk> m_walks;
};

} // namespace

std::optional<qint64> depthOf(const Transaction::Change &change, Nesting &nesting,
                              const StructStore &store)
{
    const auto &type = store.type(change.type);
    if (type.gone || (type.item != NoRef && store.at(type.item).deleted))
        return std::nullopt; // nobody asks for it any more
    const auto depth = nesting.depthOf(change.type);
    return depth && *depth <= Event::MostParts ? depth : std::nullopt;
}

std::vector<Event> eventsWithin(Replica &replica, const Transaction &transaction, quint32 root)
{
    const auto &store = replica.store();
    Nesting nesting(store, {{root}});
    EventMaker maker(replica, transaction);
    std::vector<Event> events;
    for (const auto &change : transaction.changes) {
        if (depthOf(change, nesting, store))
            events.push_back(maker.make(change, root));
    }
    std::ranges::stable_sort(events, {}, [](const Event &event) { return event.path.size(); });
    return events;
}

} // namespace crdt
