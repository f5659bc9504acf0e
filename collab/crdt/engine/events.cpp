// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/crdt/engine/events.h"

#include "collab/crdt/engine/contentvalue.h"
#include "collab/crdt/engine/textdelta.h"

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

    std::vector<Event::PathPart> pathTo(quint32 type, quint32 root) const
    {
        std::vector<Event::PathPart> path;
        while (type != root) {
            const Ref ref = m_store.type(type).item;
            const auto &slot = m_store.slot(m_store.at(ref).slot);
            if (slot.key != 0)
                path.emplace_back(QString::fromUtf8(m_store.text(slot.key)));
            else
                path.emplace_back(indexOf(ref, slot.first));
            type = slot.type;
        }
        std::ranges::reverse(path);
        return path;
    }

    quint64 indexOf(Ref ref, Ref first) const
    {
        quint64 index = 0;
        for (; first != ref && first != NoRef; first = m_store.at(first).right)
            index += m_store.at(first).isVisible() ? m_store.at(first).length() : 0;
        return index;
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

    Replica &m_replica;
    StructStore &m_store;
    const Transaction &m_transaction;
};

} // namespace

bool isChangeIn(const Replica &replica, const Transaction::Change &change, quint32 root)
{
    const auto &store = replica.store();
    const auto &type = store.type(change.type);
    if (type.gone || (type.item != NoRef && store.at(type.item).deleted))
        return false; // nobody asks for it any more
    return change.type == root || (type.item != NoRef && replica.liesIn(root, store.at(type.item)));
}

std::vector<Event> eventsWithin(Replica &replica, const Transaction &transaction, quint32 root)
{
    EventMaker maker(replica, transaction);
    std::vector<Event> events;
    for (const auto &change : transaction.changes) {
        if (isChangeIn(replica, change, root))
            events.push_back(maker.make(change, root));
    }
    std::ranges::stable_sort(events, {}, [](const Event &event) { return event.path.size(); });
    return events;
}

} // namespace crdt
