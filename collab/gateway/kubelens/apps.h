// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/gateway/http/exchange.h"
#include "collab/gateway/policy/authorizer.h"
#include "kube/cluster.h"

#include <QFuture>
#include <QJsonObject>

#include <memory>
#include <vector>

namespace gateway {

/// A workload that may be an app.
struct App
{
    QString kind = {}; ///< "Deployment"
    QJsonObject object = {};
};

using AppsFound = std::expected<std::vector<App>, kube::Error>;

/// The apps of a namespace that the caller may see, in the order Deployment, StatefulSet,
/// DaemonSet, Job, ReplicaSet, then by name. With a name, those of that name; with a kind, of that
/// kind. Kinds that the caller may not list, or the cluster does not show, have none; an error
/// means that no kind could be read. `cluster` must live until it is answered.
QFuture<AppsFound> findApps(kube::Cluster &cluster, const Authorizer &authorizer,
                            const Caller &caller, const QString &nameSpace,
                            const QString &name = {}, const QString &kind = {});

} // namespace gateway
