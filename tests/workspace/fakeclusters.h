// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/yarddoc/clusternames.h"

#include <map>

inline QString uid(int number)
{
    return QStringLiteral("uid:00000000-0000-0000-0000-%1").arg(number, 12, 10, QChar(u'0'));
}

inline QString api(int number)
{
    return QStringLiteral("api:%1").arg(number, 32, 10, QChar(u'0'));
}

/// What a person's kubeconfig knows of clusters, as a test says. Whoever changes it emits
/// changed().
class FakeClusters : public workspace::ClusterNames
{
public:
    std::map<QString, QStringList> ids = {{QStringLiteral("kind"), {uid(99)}}}; ///< by context

    QStringList idsOf(const QString &context) const override
    {
        const auto found = ids.find(context);
        return found == ids.end() ? QStringList() : found->second;
    }

    QStringList contextsOf(const QString &id) const override
    {
        QStringList contexts;
        for (const auto &[context, known] : ids) {
            if (known.contains(id))
                contexts.append(context);
        }
        return contexts;
    }
};
