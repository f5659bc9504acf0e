// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/gateway/clusters/clusters.h"

#include <algorithm>

namespace gateway {

kube::Cluster *Clusters::find(const QString &name) const
{
    const auto found = std::ranges::find_if(m_clusters, [&name](const auto &cluster) {
        return name.isEmpty() || cluster->config().contextName == name;
    });
    return found == m_clusters.end() ? nullptr : found->get();
}

QStringList Clusters::names() const
{
    QStringList names;
    for (const auto &cluster : m_clusters)
        names.append(cluster->config().contextName);
    return names;
}

} // namespace gateway
