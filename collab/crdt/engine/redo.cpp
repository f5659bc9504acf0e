// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/crdt/engine/redo.h"

#include "collab/crdt/store/content.h"

#include <algorithm>
#include <ranges>

namespace crdt {

Reverter::Reverter(Replica &replica, const UndoStep &step, const Setting &setting)
    : m_replica(replica)
    , m_store(replica.store())
    , m_step(step)
    , m_setting(setting)
{
}

bool Reverter::run()
{
    std::vector<Ref> toDelete;
    m_replica.forEachStruct(m_step.insertions, [&](Ref ref) {
        if (!m_store.at(ref).isItem())
            return;
        ref = follow(ref);
        if (m_store.at(ref).isItem() && !m_store.at(ref).deleted
            && m_setting.scope.holds(m_store.at(ref)))
            toDelete.push_back(ref);
    });
    m_replica.forEachStruct(m_step.deletions, [this](Ref ref) { noteForRemaking(ref); });
    bool changed = false;
    for (const auto ref : m_toRemake)
        changed |= remake(ref) != NoRef;
    for (const auto ref : toDelete | std::views::reverse) { // children before their parents
        m_replica.deleteItem(ref);
        changed = true;
    }
    return changed;
}

void Reverter::noteForRemaking(Ref ref)
{
    const auto &item = m_store.at(ref);
    // What came and went within the step stays away.
    if (!item.isItem() || !m_setting.scope.holds(item)
        || m_step.insertions.contains(m_store.idOf(item)))
        return;
    m_toRemake.push_back(ref);
    m_remakes.insert(ref);
}

/// The item that stands for this one today.
Ref Reverter::follow(Ref ref)
{
    while (m_store.at(ref).redone)
        ref = m_replica.itemCleanStart(m_store.redone(ref));
    return ref;
}

/// Whether the item's parent is there, or is again: the item that is it then.
bool Reverter::remakeParent(Ref &parent)
{
    if (parent == NoRef || !m_store.at(parent).deleted)
        return true;
    if (!m_store.at(parent).redone && (!m_remakes.contains(parent) || remake(parent) == NoRef))
        return false;
    parent = follow(parent);
    return true;
}

/// The item, or what was made of it, that lies in `parent`; none otherwise.
Ref Reverter::trace(Ref ref, Ref parent)
{
    while (ref != NoRef && m_store.parentItem(m_store.at(ref)) != parent)
        ref = m_store.at(ref).redone ? m_replica.itemCleanStart(m_store.redone(ref)) : NoRef;
    return ref;
}

void Reverter::placeInList(const Item &item, Ref ref, Ref parent, Ref &left, Ref &right)
{
    for (left = item.left; left != NoRef; left = m_store.at(left).left) {
        if (const Ref found = trace(left, parent); found != NoRef) {
            left = found;
            break;
        }
    }
    for (right = ref; right != NoRef; right = m_store.at(right).right) {
        if (const Ref found = trace(right, parent); found != NoRef) {
            right = found;
            break;
        }
    }
}

bool Reverter::isDeletedByAStep(Ref ref) const
{
    const auto id = m_store.idOf(m_store.at(ref));
    const auto deletes = [&id](const UndoStep &step) { return step.deletions.contains(id); };
    return m_step.insertions.contains(id) || std::ranges::any_of(m_setting.undoSteps, deletes)
        || std::ranges::any_of(m_setting.redoSteps, deletes);
}

/// Behind what this person put there since; false when somebody else did.
bool Reverter::placeInKey(const Item &item, Ref ref, quint32 type, Ref &left)
{
    if (item.right == NoRef || m_setting.ignoreRemoteMapChanges) {
        const auto slot = slotIn(type, item);
        left = m_store.slot(slot).last;
        return true;
    }
    left = ref;
    for (Ref right = m_store.at(left).right;
         right != NoRef && (m_store.at(right).redone || isDeletedByAStep(right));
         right = m_store.at(left).right)
        left = follow(right);
    return m_store.at(left).right == NoRef;
}

quint32 Reverter::slotIn(quint32 type, const Item &item)
{
    if (!m_store.isKeyed(item))
        return m_store.type(type).list;
    const auto &slot = m_store.slot(item.slot);
    return slot.type == type ? item.slot
                             : m_store.keySlot(type, m_store.text(slot.key).toByteArray());
}

Ref Reverter::remake(Ref ref)
{
    const auto &item = m_store.at(ref);
    if (!item.isItem())
        return NoRef;
    if (item.redone)
        return m_replica.itemCleanStart(m_store.redone(ref));
    Ref parent = m_store.parentItem(item);
    if (!remakeParent(parent))
        return NoRef;
    if (parent != NoRef && m_store.at(parent).kind() != Kind::Type)
        return NoRef; // was forgotten
    const auto type = parent == NoRef ? m_store.typeOf(item) : quint32(m_store.at(parent).content);
    Ref left = NoRef;
    Ref right = NoRef;
    if (!m_store.isKeyed(item))
        placeInList(item, ref, parent, left, right);
    else if (!placeInKey(item, ref, type, left))
        return NoRef;
    const auto slot = slotIn(type, item);
    // What replaced the value lies in the old parent; an item's origin must lie in its own list.
    if (left != NoRef && m_store.at(left).slot != slot)
        left = m_store.slot(slot).last;
    const Ref copy = copyOf(item, slot, left, right);
    m_store.setRedone(ref, m_store.idOf(m_store.at(copy)));
    m_replica.keepItem(copy, true);
    m_replica.integrate(copy, left, right);
    return copy;
}

/// A new item that holds what the old one did; a type begins empty.
Ref Reverter::copyOf(const Item &item, quint32 slot, Ref left, Ref right)
{
    const Ref ref = m_replica.newItem(item.kind(), slot, left, right);
    auto &copy = m_store.at(ref);
    if (hasBytes(item.kind()))
        setContentBytes(copy, contentBytes(item));
    copy.setLength(item.length());
    if (item.kind() == Kind::Type) {
        const auto old = quint32(item.content);
        const auto type = m_store.newType(m_store.type(old).kind);
        m_store.type(type).name = m_store.type(old).name;
        copy.content = type;
    }
    return ref;
}

} // namespace crdt
