// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QSet>
#include <QString>

namespace workspace {

/// Which rows of a list a person has marked to do something to all of them, by their ids. A value.
class ListMarks
{
public:
    bool isEmpty() const { return m_ids.isEmpty(); }
    bool contains(const QString &id) const { return m_ids.contains(id); }
    const QSet<QString> &ids() const { return m_ids; }

    void clear();
    void toggle(const QString &id);
    /// Marks all from where the marking began to `row`, and nothing else. `idOf` names a row.
    template<typename IdOf>
    void extend(int from, int row, const IdOf &idOf)
    {
        if (m_anchor < 0)
            m_anchor = from;
        m_ids.clear();
        for (int i = qMin(m_anchor, row); i <= qMax(m_anchor, row); ++i)
            m_ids.insert(idOf(i));
    }
    template<typename IdOf>
    void markAll(int count, const IdOf &idOf)
    {
        clear();
        for (int i = 0; i < count; ++i)
            m_ids.insert(idOf(i));
    }
    /// The next extend() begins where the selection is then.
    void endRange() { m_anchor = -1; }

private:
    QSet<QString> m_ids;
    int m_anchor = -1;
};

} // namespace workspace
