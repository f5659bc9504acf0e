// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/streams/containerlife.h"

#include "kube/apimachinery/conditions.h"
#include "kube/logstore/stamp.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace kube {

/// After a container has ended: by the pod's restartPolicy.
static bool isRestarted(const QJsonObject &pod, int exitCode)
{
    const auto policy = pod.value("spec"_L1)["restartPolicy"_L1].toString(u"Always"_s);
    return policy == "Always"_L1 || (policy == "OnFailure"_L1 && exitCode != 0);
}

static QString endOf(const QJsonValue &terminated)
{
    return u"%1 (%2)"_s.arg(terminated["reason"_L1].toString(u"Ended"_s))
        .arg(terminated["exitCode"_L1].toInt());
}

static ContainerLife lifeIn(const QJsonValue &status, bool isMain, const QJsonObject &pod)
{
    const auto state = status["state"_L1];
    const auto now = state["terminated"_L1];
    ContainerLife life{.isKnown = true,
                       .isRunning = state["running"_L1].isObject(),
                       .restarts = status["restartCount"_L1].toInt()};
    life.mayWrite = !now.isObject() || (isMain && isRestarted(pod, now["exitCode"_L1].toInt()));
    const auto ended = now.isObject() ? now : status["lastState"_L1]["terminated"_L1];
    if (ended.isObject()) {
        life.hasEnded = !life.isRunning;
        life.ended = timeOf(ended["finishedAt"_L1].toString());
        life.end = endOf(ended);
    }
    return life;
}

ContainerLife lifeOf(const QJsonObject &pod, const QString &container)
{
    const auto status = pod.value("status"_L1);
    const auto phase = status["phase"_L1].toString();
    for (const auto list :
         {"containerStatuses"_L1, "initContainerStatuses"_L1, "ephemeralContainerStatuses"_L1}) {
        const auto entries = status[list].toArray();
        for (const auto &entry : entries) {
            if (!container.isEmpty() && entry["name"_L1].toString() != container)
                continue;
            auto life = lifeIn(entry, list == "containerStatuses"_L1, pod);
            if (phase == "Succeeded"_L1 || phase == "Failed"_L1)
                life.mayWrite = life.isRunning = false;
            return life;
        }
    }
    return {.mayWrite = phase == "Pending"_L1};
}

PodReadiness readinessOf(const QJsonObject &pod)
{
    const auto ready = conditionIn(conditionsOf(pod), "Ready"_L1);
    return {.isReady = ready["status"_L1] == "True"_L1,
            .since = timeOf(ready["lastTransitionTime"_L1].toString()),
            .reason = ready["reason"_L1].toString()};
}

qint64 timeOf(const QString &rfc3339)
{
    const auto bytes = rfc3339.toLatin1().append(' '); // as at the beginning of a line
    const auto stamp = logstore::stampOf(bytes);
    return stamp.length > 0 ? stamp.time : logstore::NoTime;
}

} // namespace kube
