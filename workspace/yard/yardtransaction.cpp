// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/yard/yardtransaction.h"

#include <algorithm>

namespace workspace {

void YardTransaction::keep(const QString &id)
{
    const auto place = m_before.lower_bound(id);
    if (place != m_before.end() && place->first == id)
        return;
    const auto found = m_krates.find(id);
    m_before.emplace_hint(place, id,
                          found == m_krates.end() ? std::nullopt : std::optional(found->second));
}

KrateRecord *YardTransaction::edit(const QString &id)
{
    const auto found = m_krates.find(id);
    if (found == m_krates.end())
        return nullptr;
    keep(id);
    return &found->second;
}

void YardTransaction::put(const KrateRecord &krate)
{
    keep(krate.id);
    m_krates.insert_or_assign(krate.id, krate);
    if (m_highest)
        m_highest = std::max(*m_highest, krate.seq);
}

void YardTransaction::remove(const QString &id)
{
    keep(id);
    m_krates.erase(id);
}

quint64 YardTransaction::nextSeq()
{
    if (!m_highest) {
        m_highest = 0;
        for (const auto &[id, krate] : m_krates)
            m_highest = std::max(*m_highest, krate.seq);
    }
    return ++*m_highest;
}

std::vector<YardTransaction::Delta> YardTransaction::finish()
{
    std::vector<Delta> deltas;
    for (auto &[id, before] : m_before) {
        Delta delta{.id = id, .before = before};
        const auto now = m_krates.find(id);
        if (now != m_krates.end())
            delta.after = std::move(now->second);
        if (!before)
            m_krates.erase(id);
        else if (now != m_krates.end())
            now->second = std::move(*before);
        else
            m_krates.emplace(id, std::move(*before));
        if (delta.before != delta.after)
            deltas.push_back(std::move(delta));
    }
    m_before.clear();
    return deltas;
}

} // namespace workspace
