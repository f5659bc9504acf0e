// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/canvas/selection.h"

namespace workspace {

QStringList Selection::ids() const
{
    QStringList ids(m_ids.begin(), m_ids.end());
    ids.sort();
    return ids;
}

void Selection::set(const QStringList &ids)
{
    const QSet<QString> wanted(ids.begin(), ids.end());
    if (wanted == m_ids)
        return;
    m_ids = wanted;
    Q_EMIT changed();
}

void Selection::toggle(const QString &id)
{
    if (!m_ids.remove(id))
        m_ids.insert(id);
    Q_EMIT changed();
}

void Selection::add(const QString &id)
{
    if (m_ids.contains(id))
        return;
    m_ids.insert(id);
    Q_EMIT changed();
}

void Selection::remove(const QStringList &ids)
{
    const auto before = m_ids.size();
    for (const auto &id : ids)
        m_ids.remove(id);
    if (m_ids.size() != before)
        Q_EMIT changed();
}

} // namespace workspace
