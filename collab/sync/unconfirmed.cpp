// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/sync/unconfirmed.h"

#include <algorithm>
#include <utility>

namespace collab {

static constexpr size_t MostApart = 1000;

void Unconfirmed::add(QByteArrayView update)
{
    const auto units = crdt::unitsOfUpdate(update);
    if (!units)
        return; // it is the document's own
    ++m_count;
    if (m_changes.size() < MostApart) {
        m_changes.push_back({.units = *units});
        return;
    }
    auto &last = m_changes.back();
    ++last.count;
    last.units.inserted.add(units->inserted);
    last.units.inserted.normalise();
    last.units.deleted.add(units->deleted);
    last.units.deleted.normalise();
}

bool Unconfirmed::confirm(QByteArrayView update)
{
    if (m_changes.empty())
        return false;
    const auto heard = crdt::unitsOfUpdate(update);
    if (!heard)
        return false; // the document tells what is wrong with it
    int count = 0;
    for (auto &[units, changes] : m_changes) {
        units.inserted.remove(heard->inserted);
        units.deleted.remove(heard->deleted);
        if (!units.inserted.isEmpty() || !units.deleted.isEmpty())
            count += changes;
    }
    std::erase_if(m_changes, [](const Change &change) {
        return change.units.inserted.isEmpty() && change.units.deleted.isEmpty();
    });
    return std::exchange(m_count, count) != count;
}

crdt::StateVector Unconfirmed::question(const crdt::StateVector &known) const
{
    crdt::StateVector vector = known;
    for (const auto &change : m_changes) {
        for (const auto &[client, ranges] : change.units.inserted.clients())
            vector.set(client, std::min(vector.clock(client), ranges.front().clock));
    }
    return vector;
}

} // namespace collab
