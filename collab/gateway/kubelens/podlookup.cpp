// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/gateway/kubelens/podlookup.h"

#include "kube/api/apiclient.h"

#include <QTimer>

#include <utility>

using namespace Qt::StringLiterals;

namespace gateway {

void PodLookup::find(kube::Cluster &cluster, const QString &nameSpace, const QString &name,
                     Then then)
{
    const Key key{&cluster, nameSpace, name};
    const auto [at, isNew] = m_lookups.try_emplace(key);
    auto &lookup = at->second;
    if (lookup.found)
        return then(Found(*lookup.found)); // of its own: the one here may go
    lookup.waiting.push_back(std::move(then));
    if (isNew)
        cluster.client()
            .get({.gvr = {{}, u"v1"_s, u"pods"_s}, .nameSpace = nameSpace, .name = name})
            .then(this, [this, key](const Found &found) { take(key, found); });
}

void PodLookup::take(const Key &key, const Found &found)
{
    auto &lookup = m_lookups[key];
    const auto waiting = std::exchange(lookup.waiting, {});
    if (found) {
        lookup.found = found;
        QTimer::singleShot(Fresh, this, [this, key] { m_lookups.erase(key); });
    } else {
        m_lookups.erase(key);
    }
    for (const auto &then : waiting)
        then(found);
}

} // namespace gateway
