// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/gateway/http/route.h"
#include "collab/gateway/service/gatewayparts.h"
#include "collab/gateway/yard/collections.h"

#include <vector>

namespace gateway {

/// The Yard's REST endpoints: `/api/health`, `/api/cluster`, `/api/resources` and what lies below,
/// and `/api/resource/{kind}/{name}`. docs/gateway-api.md. Both are borrowed and must outlive the
/// routes.
std::vector<Route> objectRoutes(const GatewayParts &parts, Collections &collections);

/// What to say when the cluster does not give what was asked for.
Denial denialOf(const kube::Error &error);

/// The kind that a request names, as kubectl takes it: "pods", "po", "Pod", "deployments.apps".
struct Named
{
    kube::Cluster *cluster = nullptr;
    QString clusterName = {};
    kube::ApiResource resource = {};
};
/// In a cluster, of which an empty name is the first; else what to answer.
std::expected<Named, Denial> namedBy(const GatewayParts &parts, const QString &cluster,
                                     const QString &kind);

/// What a first look at a cluster is made of: the kinds of seed 000, as Kubernetes names them.
const QStringList &firstKinds();

} // namespace gateway
