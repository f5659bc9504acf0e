// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/actions/change.h"

#include <QDateTime>
#include <QFuture>
#include <QJsonObject>

#include <vector>

namespace kube {

struct ApiResources;

/// A state that a workload's pods once were to have: a ReplicaSet of a Deployment, a
/// ControllerRevision of a DaemonSet or StatefulSet.
struct Revision
{
    qint64 number = 0;
    QString name = {}; ///< of the object that keeps it
    QDateTime created = {};
    QString changeCause = {}; ///< the annotation kubernetes.io/change-cause; mostly empty
    QStringList images = {};
    QJsonObject podTemplate = {}; ///< metadata and spec, without what a controller added
    bool isCurrent = false; ///< what the workload asks for now
    QJsonObject source = {}; ///< the object that keeps it

    bool operator==(const Revision &) const = default;
};

/// The revisions that a workload can go back to, newest first: `kubectl rollout history`.
/// k8s.io/kubectl/pkg/polymorphichelpers/history.go. `workload` is the object as it is now.
/// Answers on the client's thread; fails with kind Invalid for a kind that keeps none.
[[nodiscard]] QFuture<Result<std::vector<Revision>>> rolloutHistory(ApiClient &client,
                                                                    const ApiResources &resources,
                                                                    const ObjectTarget &target,
                                                                    const QJsonObject &workload);

/// The same out of what was listed; exposed for tests.
std::vector<Revision> revisionsFrom(const QJsonObject &workload, const QJsonArray &keepers);

/// Back to a revision: `kubectl rollout undo --to-revision=…`. A paused Deployment has to be
/// resumed first; the server would take it, and nothing would happen.
Change rollback(const ObjectTarget &target, const QJsonObject &workload, const Revision &revision);

} // namespace kube
