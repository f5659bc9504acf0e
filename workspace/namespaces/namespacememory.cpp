// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/namespaces/namespacememory.h"

namespace workspace {

void NamespaceMemory::restore(const QMap<QString, QStringList> &remembered)
{
    m_remembered = remembered;
    for (auto &names : m_remembered)
        names.resize(qMin(names.size(), Most));
}

void NamespaceMemory::remember(const QString &context, const QStringList &nameSpaces)
{
    auto names = nameSpaces;
    for (const auto &name : of(context)) {
        if (!names.contains(name))
            names.append(name);
    }
    names.resize(qMin(names.size(), Most));
    if (names == of(context))
        return;
    m_remembered[context] = names;
    Q_EMIT changed(context);
}

} // namespace workspace
