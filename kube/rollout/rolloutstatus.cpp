// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/rollout/rolloutstatus.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace kube {

using Phase = RolloutStatus::Phase;

static bool isUnobserved(const QJsonObject &workload)
{
    const auto generation = workload["metadata"_L1]["generation"_L1].toInteger();
    return generation > workload["status"_L1]["observedGeneration"_L1].toInteger();
}

static bool isOutOfTime(const QJsonValue &status)
{
    for (const auto &condition : status["conditions"_L1].toArray()) {
        if (condition["type"_L1] == "Progressing"_L1
            && condition["reason"_L1] == "ProgressDeadlineExceeded"_L1)
            return true;
    }
    return false;
}

static RolloutStatus ofDeployment(const QJsonObject &deployment)
{
    const auto status = deployment["status"_L1];
    const int wanted = deployment["spec"_L1]["replicas"_L1].toInt(1);
    const int all = status["replicas"_L1].toInt();
    const int updated = status["updatedReplicas"_L1].toInt();
    const int available = status["availableReplicas"_L1].toInt();
    if (isUnobserved(deployment))
        return {Phase::Unobserved};
    if (isOutOfTime(status))
        return {Phase::Failed, available, wanted};
    if (updated < wanted)
        return {Phase::Updating, updated, wanted};
    if (all > updated)
        return {Phase::Terminating, all - updated, wanted};
    if (available < updated)
        return {Phase::Starting, available, updated};
    return {Phase::Done, available, wanted};
}

static RolloutStatus ofDaemonSet(const QJsonObject &set)
{
    if (set["spec"_L1]["updateStrategy"_L1]["type"_L1].toString() == "OnDelete"_L1)
        return {Phase::NotRolling};
    const auto status = set["status"_L1];
    const int wanted = status["desiredNumberScheduled"_L1].toInt();
    const int updated = status["updatedNumberScheduled"_L1].toInt();
    const int available = status["numberAvailable"_L1].toInt();
    if (isUnobserved(set))
        return {Phase::Unobserved};
    if (updated < wanted)
        return {Phase::Updating, updated, wanted};
    if (available < wanted)
        return {Phase::Starting, available, wanted};
    return {Phase::Done, available, wanted};
}

static RolloutStatus ofStatefulSet(const QJsonObject &set)
{
    const auto strategy = set["spec"_L1]["updateStrategy"_L1];
    if (strategy["type"_L1].toString() == "OnDelete"_L1)
        return {Phase::NotRolling};
    const auto status = set["status"_L1];
    const int wanted = set["spec"_L1]["replicas"_L1].toInt(1);
    const int updated = status["updatedReplicas"_L1].toInt();
    const int ready = status["readyReplicas"_L1].toInt();
    const int partition = strategy["rollingUpdate"_L1]["partition"_L1].toInt();
    if (status["observedGeneration"_L1].toInteger() == 0 || isUnobserved(set))
        return {Phase::Unobserved};
    if (ready < wanted)
        return {Phase::Starting, ready, wanted};
    if (partition > 0) {
        const int above = qMax(0, wanted - partition);
        return {updated < above ? Phase::Updating : Phase::Partitioned, qMin(updated, above),
                above};
    }
    if (status["updateRevision"_L1] != status["currentRevision"_L1])
        return {Phase::Updating, updated, wanted};
    return {Phase::Done, ready, wanted};
}

RolloutStatus rolloutStatus(const QJsonObject &workload)
{
    const auto kind = workload["kind"_L1].toString();
    auto status = kind == "Deployment"_L1 ? ofDeployment(workload)
        : kind == "DaemonSet"_L1          ? ofDaemonSet(workload)
        : kind == "StatefulSet"_L1        ? ofStatefulSet(workload)
                                          : RolloutStatus();
    status.paused = workload["spec"_L1]["paused"_L1].toBool();
    return status;
}

} // namespace kube
