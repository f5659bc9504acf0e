// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/crdt/engine/pending.h"

#include "collab/crdt/updates.h"

namespace crdt {

void Pending::add(const QByteArray &update, const StateVector &missing)
{
    m_updates.push_back(update);
    m_bytes += update.size();
    for (const auto &[client, clock] : missing.clocks()) {
        const auto known = m_missing.clocks().find(client);
        if (known == m_missing.clocks().end() || known->second > clock)
            m_missing.set(client, clock);
    }
}

void Pending::setDeletes(DeleteSet deletes)
{
    m_deletes = std::move(deletes);
    m_deletes.normalise();
}

void Pending::addDeletes(const DeleteSet &deletes)
{
    m_deletes.add(deletes);
    m_deletes.normalise();
}

const QByteArray &Pending::structs() const
{
    if (m_updates.size() > 1) {
        // Each was read without an error before it came here.
        auto merged = mergeUpdates(m_updates).value_or(QByteArray());
        m_updates.assign(1, std::move(merged));
    }
    return m_updates.front();
}

QByteArray Pending::takeStructs()
{
    const auto update = structs();
    m_updates.clear();
    m_missing = {};
    m_bytes = 0;
    return update;
}

} // namespace crdt
