// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/health/judge.h"

using namespace Qt::StringLiterals;

namespace kube {

// https://kubernetes.io/docs/reference/node/node-status/#condition
Diagnosis diagnoseNode(const Judged &it)
{
    const auto ready = it.condition("Ready"_L1);
    if (ready["status"_L1] == "Unknown"_L1)
        return {.health = Health::Error,
                .reason = Reason::NodeSilent,
                .text = messageOf(ready),
                .since = instantOf(ready["lastTransitionTime"_L1])};
    if (ready["status"_L1] != "True"_L1)
        return {.health = ready.isEmpty() ? Health::Unknown : Health::Error,
                .reason = ready.isEmpty() ? Reason::None : Reason::NodeNotReady,
                .text = messageOf(ready)};
    struct Trouble
    {
        QLatin1StringView type;
        Health health;
        Reason reason;
    };
    static constexpr Trouble troubles[]{
        {"NetworkUnavailable"_L1, Health::Error, Reason::NetworkUnavailable},
        {"MemoryPressure"_L1, Health::Warning, Reason::MemoryPressure},
        {"DiskPressure"_L1, Health::Warning, Reason::DiskPressure},
        {"PIDPressure"_L1, Health::Warning, Reason::PidPressure},
    };
    for (const auto &trouble : troubles) {
        if (it.isTrue(trouble.type))
            return {.health = trouble.health,
                    .reason = trouble.reason,
                    .text = messageOf(it.condition(trouble.type))};
    }
    if (it.spec["unschedulable"_L1].toBool())
        return {.health = Health::Warning, .reason = Reason::Cordoned};
    return {.health = Health::Ok};
}

// The namespace controller says in conditions what it waits for:
// https://kubernetes.io/docs/reference/kubernetes-api/cluster-resources/namespace-v1/
Diagnosis diagnoseNamespace(const Judged &it)
{
    const bool leaving =
        it.status["phase"_L1] == "Terminating"_L1 || it.meta["deletionTimestamp"_L1].isString();
    if (!leaving)
        return {.health = Health::Ok};
    Diagnosis result{.health = Health::Pending,
                     .reason = Reason::NamespaceTerminating,
                     .since = instantOf(it.meta["deletionTimestamp"_L1])};
    QStringList remains;
    for (const auto type :
         {"NamespaceDeletionDiscoveryFailure"_L1, "NamespaceDeletionGroupVersionParsingFailure"_L1,
          "NamespaceDeletionContentFailure"_L1, "NamespaceFinalizersRemaining"_L1,
          "NamespaceContentRemaining"_L1}) {
        if (!it.isTrue(type))
            continue;
        remains.append(messageOf(it.condition(type)));
        if (type != "NamespaceContentRemaining"_L1)
            result.health = Health::Warning;
    }
    result.text = remains.join(u' ');
    return result;
}

} // namespace kube
