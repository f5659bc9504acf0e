// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/gateway/caller.h"
#include "collab/gateway/config/gatewayconfig.h"
#include "kube/cluster.h"

#include <memory>
#include <vector>

namespace gateway {

/// The clusters that the gateway serves, asked with its own credentials.
class Clusters
{
public:
    explicit Clusters(std::vector<std::unique_ptr<kube::Cluster>> clusters)
        : m_clusters(std::move(clusters))
    {
    }

    /// By the name of its context; empty: the first. Null: there is none of that name.
    kube::Cluster *find(const QString &name) const;
    QStringList names() const;

private:
    std::vector<std::unique_ptr<kube::Cluster>> m_clusters;
};

} // namespace gateway
