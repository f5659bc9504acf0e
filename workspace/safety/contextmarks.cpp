// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/safety/contextmarks.h"

namespace workspace {

void ContextMarks::restore(const QMap<QString, ContextMark> &marks)
{
    const auto before = std::exchange(m_marks, marks);
    for (auto it = before.begin(); it != before.end(); ++it) {
        if (of(it.key()) != it.value())
            Q_EMIT changed(it.key());
    }
    for (auto it = marks.begin(); it != marks.end(); ++it) {
        if (!before.contains(it.key()))
            Q_EMIT changed(it.key());
    }
}

void ContextMarks::set(const QString &context, const ContextMark &mark)
{
    if (of(context) == mark)
        return;
    if (mark == ContextMark())
        m_marks.remove(context);
    else
        m_marks.insert(context, mark);
    Q_EMIT changed(context);
}

} // namespace workspace
