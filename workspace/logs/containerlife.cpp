// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/logs/containerlife.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace workspace {

/// After a container has ended: by the pod's restartPolicy.
static bool isRestarted(const QJsonObject &pod, int exitCode)
{
    const auto policy = pod.value("spec"_L1)["restartPolicy"_L1].toString(u"Always"_s);
    return policy == "Always"_L1 || (policy == "OnFailure"_L1 && exitCode != 0);
}

bool mayStillWrite(const QJsonObject &pod, const QString &container)
{
    const auto status = pod.value("status"_L1);
    const auto phase = status["phase"_L1].toString();
    if (phase == "Succeeded"_L1 || phase == "Failed"_L1)
        return false;
    for (const auto list :
         {"containerStatuses"_L1, "initContainerStatuses"_L1, "ephemeralContainerStatuses"_L1}) {
        const auto entries = status[list].toArray();
        for (const auto &entry : entries) {
            if (!container.isEmpty() && entry["name"_L1].toString() != container)
                continue;
            const auto terminated = entry["state"_L1]["terminated"_L1];
            return !terminated.isObject()
                || (list == "containerStatuses"_L1
                    && isRestarted(pod, terminated["exitCode"_L1].toInt()));
        }
    }
    return false;
}

} // namespace workspace
