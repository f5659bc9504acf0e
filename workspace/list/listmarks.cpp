// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/list/listmarks.h"

namespace workspace {

void ListMarks::clear()
{
    m_ids.clear();
    m_anchor = -1;
}

void ListMarks::toggle(const QString &id)
{
    if (!m_ids.remove(id))
        m_ids.insert(id);
    m_anchor = -1;
}

} // namespace workspace
