// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QHash>

#include <vector>

namespace crdt {

/// Gives each text a number, from 1, and the text for a number. For keys and names of roots, of
/// which a yard has a few that occur a million times. Nothing is ever forgotten.
class KeyTable
{
public:
    quint32 idOf(QByteArrayView text);
    quint32 find(QByteArrayView text) const; ///< 0 when there is none
    QByteArrayView text(quint32 id) const
    {
        return QByteArrayView(m_texts).sliced(m_begins[id - 1], m_begins[id] - m_begins[id - 1]);
    }

private:
    size_t place(QByteArrayView text) const; ///< in m_table: where it is or would be
    void grow();

    QByteArray m_texts; ///< all, one behind the other
    std::vector<qsizetype> m_begins = {0};
    std::vector<quint32> m_table; ///< open addressing; 0: free
};

} // namespace crdt
