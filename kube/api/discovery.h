// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/error.h"
#include "kube/objectref.h"

#include <QFuture>
#include <QObject>

#include <chrono>
#include <vector>

namespace kube {

class ApiClient;

/// What kinds of object a server knows, and what went wrong while asking.
struct ApiResources
{
    std::vector<ApiResource> resources = {}; ///< preferred version of each, core group first
    std::vector<std::pair<QString, Error>> failedGroups = {}; ///< "metrics.k8s.io/v1beta1" and why

    bool operator==(const ApiResources &) const = default;

    /// The resource that a person means by "po", "pods", "Pod", "deploy", "deployments.apps" or
    /// "deployments.v1.apps"; nullptr when there is none. Case does not matter. A full name wins
    /// over another group's short name.
    const ApiResource *find(QStringView alias) const;
    /// The resource of an apiVersion ("apps/v1") and kind ("Deployment"); any version of the group
    /// will do.
    const ApiResource *findKind(QStringView apiVersion, QStringView kind) const;
};

/// Asks a server which kinds it knows: aggregated discovery where offered, else group by group. A
/// group that fails or hangs (10 s) is named in `failedGroups` and does not hurt the others; the
/// whole call fails only when the core group cannot be read.
/// https://kubernetes.io/docs/concepts/overview/kubernetes-api/#discovery-api
[[nodiscard]] QFuture<Result<ApiResources>>
discover(ApiClient &client, std::chrono::milliseconds groupTimeout = std::chrono::seconds(10));

} // namespace kube
