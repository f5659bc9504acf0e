// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/crdt/engine/textdelta.h"

#include "collab/crdt/engine/contentvalue.h"
#include "collab/crdt/engine/textedit.h"

namespace crdt {

namespace {

/// Walks a text once, and notes what is new, gone, or formatted otherwise. Deletes marks on the way
/// that say nothing new, as Yjs does.
class DeltaMaker
{
public:
    DeltaMaker(Replica &replica, const Transaction &transaction)
        : m_replica(replica)
        , m_transaction(transaction)
    {
    }

    std::vector<Event::Step> make(quint32 type)
    {
        const auto &store = m_replica.store();
        for (Ref ref = store.slot(store.type(type).list).first; ref != NoRef;
             ref = store.at(ref).right) {
            const auto &item = store.at(ref);
            if (item.kind() == Kind::Format)
                takeMark(ref);
            else
                takeContent(item);
        }
        endStep();
        while (!m_delta.empty() && std::holds_alternative<Event::Retain>(m_delta.back().change)
               && !m_delta.back().attributes)
            m_delta.pop_back();
        return std::move(m_delta);
    }

private:
    using Change = decltype(Event::Step::change);

    void endStep()
    {
        if (!m_step)
            return;
        Event::Step step{.change = std::move(*m_step)};
        m_step.reset();
        const bool isInsert = std::holds_alternative<QString>(step.change)
            || std::holds_alternative<Event::Insert>(step.change);
        if (isInsert && !m_attributes.isEmpty())
            step.attributes = m_attributes.entries();
        if (std::holds_alternative<Event::Retain>(step.change) && !m_changed.isEmpty())
            step.attributes = m_changed.entries();
        m_delta.push_back(std::move(step));
    }

    template<typename Kind>
    Kind &step()
    {
        if (!m_step || !std::holds_alternative<Kind>(*m_step)) {
            endStep();
            m_step = Kind();
        }
        return std::get<Kind>(*m_step);
    }

    void takeContent(const Item &item)
    {
        const bool isNew = m_replica.isNewIn(m_transaction, item);
        const bool isGone = m_replica.isDeletedIn(m_transaction, item);
        if (isNew && !isGone && !item.deleted) {
            if (item.kind() == Kind::String) {
                step<QString>() += textOf(item);
                return;
            }
            endStep();
            step<Event::Insert>() = valuesOf(m_replica, item);
            endStep();
        } else if (!isNew && isGone) {
            step<Event::Delete>().length += item.length();
        } else if (!isNew && !item.deleted) {
            step<Event::Retain>().length += item.length();
        }
    }

    void endRetain()
    {
        if (m_step && std::holds_alternative<Event::Retain>(*m_step))
            endStep();
    }

    void takeMark(Ref ref)
    {
        const auto &item = m_replica.store().at(ref);
        const auto mark = formatOf(item);
        const bool isNew = m_replica.isNewIn(m_transaction, item);
        if (isNew && !item.deleted)
            takeNewMark(ref, mark);
        else if (isNew)
            return;
        else if (m_replica.isDeletedIn(m_transaction, item))
            takeGoneMark(mark);
        else if (!item.deleted)
            takeOldMark(ref, mark);
        if (item.deleted)
            return;
        if (m_step && std::holds_alternative<QString>(*m_step))
            endStep();
        m_attributes.apply(mark.key, mark.value);
    }

    void takeNewMark(Ref ref, const FormatMark &mark)
    {
        if (m_attributes.valueOr(mark.key) == mark.value) {
            if (mark.value != lib0::Any(nullptr))
                m_replica.deleteItem(ref);
            return;
        }
        endRetain();
        if (m_old.valueOr(mark.key) == mark.value)
            m_changed.remove(mark.key);
        else
            m_changed.set(mark.key, mark.value);
    }

    void takeGoneMark(const FormatMark &mark)
    {
        m_old.set(mark.key, mark.value);
        const auto current = m_attributes.valueOr(mark.key);
        if (current == mark.value)
            return;
        endRetain();
        m_changed.set(mark.key, current);
    }

    void takeOldMark(Ref ref, const FormatMark &mark)
    {
        m_old.set(mark.key, mark.value);
        const auto *changed = m_changed.find(mark.key);
        if (changed == nullptr)
            return;
        if (*changed == mark.value) {
            if (mark.value != lib0::Any(nullptr))
                m_replica.deleteItem(ref);
            return;
        }
        endRetain();
        if (mark.value == lib0::Any(nullptr))
            m_changed.remove(mark.key);
        else
            m_changed.set(mark.key, mark.value);
    }

    Replica &m_replica;
    const Transaction &m_transaction;
    std::vector<Event::Step> m_delta;
    std::optional<Change> m_step;
    Attributes m_attributes; ///< that hold where the walk is
    Attributes m_old; ///< that held there before
    Attributes m_changed; ///< what a retained stretch got
};

} // namespace

std::vector<Event::Step> textDelta(Replica &replica, const Transaction &transaction, quint32 type)
{
    std::vector<Event::Step> delta;
    replica.transact([&] { delta = DeltaMaker(replica, transaction).make(type); }, nullptr);
    return delta;
}

} // namespace crdt
