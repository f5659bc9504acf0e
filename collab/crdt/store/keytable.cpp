// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/crdt/store/keytable.h"

namespace crdt {

static constexpr size_t SmallestTable = 16;

size_t KeyTable::place(QByteArrayView text) const
{
    // Qt seeds its hash for each process, so that nobody can aim at one place.
    const size_t mask = m_table.size() - 1;
    auto place = qHash(text, QHashSeed::globalSeed()) & mask;
    while (m_table[place] != 0 && this->text(m_table[place]) != text)
        place = (place + 1) & mask;
    return place;
}

quint32 KeyTable::find(QByteArrayView text) const
{
    return m_table.empty() ? 0 : m_table[place(text)];
}

quint32 KeyTable::idOf(QByteArrayView text)
{
    if (m_begins.size() * 4 > m_table.size() * 3)
        grow();
    const auto found = place(text);
    if (m_table[found] == 0) {
        m_texts.append(text);
        m_begins.push_back(m_texts.size());
        m_table[found] = quint32(m_begins.size() - 1);
    }
    return m_table[found];
}

void KeyTable::grow()
{
    m_table.assign(std::max(SmallestTable, m_table.size() * 2), 0);
    for (quint32 id = 1; id < m_begins.size(); ++id)
        m_table[place(text(id))] = id;
}

} // namespace crdt
