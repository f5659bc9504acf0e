// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonObject>
#include <QString>

namespace kube {

/// How far a rollout has come, by the rules of `kubectl rollout status`:
/// k8s.io/kubectl/pkg/polymorphichelpers/rollout_status.go.
struct RolloutStatus
{
    enum class Phase {
        NotRolling, ///< its pods are only replaced when they are deleted (OnDelete), or it is no
                    ///< Deployment, DaemonSet or StatefulSet
        Unobserved, ///< the controller has not seen the change yet
        Updating, ///< `count` of `total` pods are of the new revision
        Terminating, ///< `count` pods of old revisions still have to go
        Starting, ///< `count` of `total` pods of the new revision are available
        Partitioned, ///< `count` of `total` pods above the partition are new; no more will come
        Failed, ///< its progress deadline is exceeded
        Done,
    };

    Phase phase = Phase::NotRolling;
    int count = 0;
    int total = 0;
    bool paused = false; ///< of a Deployment: goes on when it is resumed

    bool operator==(const RolloutStatus &) const = default;
};

RolloutStatus rolloutStatus(const QJsonObject &workload);

} // namespace kube
