// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/yard/yarddocument.h"

#include <QUuid>

#include <algorithm>
#include <set>

namespace workspace {

static constexpr size_t UndoDepth = 200;

YardTransaction::YardTransaction(const Krates &base)
    : m_krates(base)
{
}

KrateRecord *YardTransaction::edit(const QString &id)
{
    const auto found = m_krates.find(id);
    return found == m_krates.end() ? nullptr : &found->second;
}

void YardTransaction::put(const KrateRecord &krate)
{
    m_krates.insert_or_assign(krate.id, krate);
}

void YardTransaction::remove(const QString &id)
{
    m_krates.erase(id);
}

quint64 YardTransaction::nextSeq() const
{
    quint64 highest = 0;
    for (const auto &[id, krate] : m_krates)
        highest = std::max(highest, krate.seq);
    return highest + 1;
}

YardDocument::YardDocument(QObject *parent)
    : QObject(parent)
{
}

const KrateRecord *YardDocument::krate(const QString &id) const
{
    const auto found = m_krates.find(id);
    return found == m_krates.end() ? nullptr : &found->second;
}

void YardDocument::transact(const QString &label, const Edit &edit)
{
    YardTransaction transaction(m_krates);
    edit(transaction);
    auto deltas = difference(m_krates, transaction.krates());
    if (deltas.empty())
        return;
    m_redo.clear();
    m_undo.push_back({label, deltas});
    if (m_undo.size() > UndoDepth)
        m_undo.erase(m_undo.begin());
    apply(deltas, Direction::Forth, YardChange::Origin::Edit);
    Q_EMIT undoChanged();
}

QString YardDocument::undoLabel() const
{
    return m_undo.empty() ? QString() : m_undo.back().label;
}

QString YardDocument::redoLabel() const
{
    return m_redo.empty() ? QString() : m_redo.back().label;
}

void YardDocument::undo()
{
    if (m_undo.empty())
        return;
    const Step step = m_undo.back();
    m_undo.pop_back();
    m_redo.push_back(step);
    apply(step.deltas, Direction::Back, YardChange::Origin::Undo);
    Q_EMIT undoChanged();
}

void YardDocument::redo()
{
    if (m_redo.empty())
        return;
    const Step step = m_redo.back();
    m_redo.pop_back();
    m_undo.push_back(step);
    apply(step.deltas, Direction::Forth, YardChange::Origin::Undo);
    Q_EMIT undoChanged();
}

void YardDocument::reset(const Krates &krates)
{
    m_undo.clear();
    m_redo.clear();
    const auto deltas = difference(m_krates, krates);
    if (!deltas.empty())
        apply(deltas, Direction::Forth, YardChange::Origin::Load);
    Q_EMIT undoChanged();
}

QString YardDocument::makeId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

std::vector<YardDocument::Delta> YardDocument::difference(const Krates &before, const Krates &after)
{
    std::vector<Delta> deltas;
    for (const auto &[id, krate] : before) {
        const auto now = after.find(id);
        if (now == after.end())
            deltas.push_back({id, krate, std::nullopt});
        else if (now->second != krate)
            deltas.push_back({id, krate, now->second});
    }
    for (const auto &[id, krate] : after) {
        if (!before.contains(id))
            deltas.push_back({id, std::nullopt, krate});
    }
    return deltas;
}

void YardDocument::apply(const std::vector<Delta> &deltas, Direction direction,
                         YardChange::Origin origin)
{
    YardChange change{.origin = origin};
    for (const auto &delta : deltas) {
        const auto &record = direction == Direction::Forth ? delta.after : delta.before;
        if (!record) {
            if (m_krates.erase(delta.id) > 0)
                change.removed.append(delta.id);
            continue;
        }
        const bool isNew = m_krates.insert_or_assign(delta.id, *record).second;
        (isNew ? change.added : change.updated).append(delta.id);
    }
    if (!change.isEmpty())
        Q_EMIT changed(change);
}

} // namespace workspace
