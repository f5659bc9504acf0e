// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/actions/change.h"

#include <QFuture>
#include <QJsonArray>
#include <QJsonObject>

#include <vector>

namespace kube {

class ApiClient;

/// What a person allows a drain to do: the options of `kubectl drain`.
struct DrainChoices
{
    bool deleteEmptyDirData = false; ///< pods whose emptyDir volumes are lost with them
    bool force = false; ///< pods that nothing will start again
    std::optional<int> graceSeconds = {}; ///< no value: each pod's own

    bool operator==(const DrainChoices &) const = default;
};

/// What a drain does with one pod of the node.
struct PlannedPod
{
    enum class Fate {
        Evict,
        StayMirror, ///< the kubelet's own, from a file on the node
        StayDaemonSet, ///< its DaemonSet would bring it back at once
        NeedsForce, ///< no controller: gone for good
        NeedsEmptyDir, ///< has local data
    };

    ObjectTarget pod = {};
    QString uid = {};
    Fate fate = Fate::Evict;

    bool operator==(const PlannedPod &) const = default;
};

/// The pods that run on that node, as the server has them now: the items of a PodList. Answers in
/// the caller's thread. `client` is borrowed.
QFuture<Result<QJsonArray>> podsOnNode(ApiClient &client, const QString &node);

/// What would become of each pod, by the rules of `kubectl drain --ignore-daemonsets`:
/// k8s.io/kubectl/pkg/drain/filters.go. `pods` are the items of a PodList, `resource` the discovery
/// entry of pods.
std::vector<PlannedPod> planDrain(const QJsonArray &pods, const ApiResource &resource,
                                  const DrainChoices &choices);

} // namespace kube
