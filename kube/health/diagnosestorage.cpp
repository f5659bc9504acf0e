// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/health/judge.h"

using namespace Qt::StringLiterals;

namespace kube {

/// A claim that waits; what the volume controller said last tells for what.
static Diagnosis diagnoseUnbound(const Judged &it)
{
    const auto *told =
        it.event({"ProvisioningFailed"_L1, "FailedBinding"_L1, "WaitForFirstConsumer"_L1,
                  "WaitForPodScheduled"_L1, "ExternalProvisioning"_L1, "Provisioning"_L1});
    const auto storageClass = it.spec["storageClassName"_L1].toString();
    const auto why = told ? told->reason : QString();
    const auto text = told ? told->message.simplified() : QString();
    if (why == "ProvisioningFailed"_L1)
        return {.health = Health::Error,
                .reason = Reason::ProvisioningFailed,
                .object = storageClass,
                .text = text};
    if (why == "WaitForFirstConsumer"_L1 || why == "WaitForPodScheduled"_L1)
        return {.health = Health::Pending, .reason = Reason::WaitsForConsumer, .text = text};
    const bool noClass = storageClass.isEmpty() && !why.contains("Provisioning"_L1);
    if (why == "FailedBinding"_L1 || noClass)
        return {.health = Health::Warning, .reason = Reason::NoStorageClass, .text = text};
    return {.health = Health::Pending,
            .reason = Reason::WaitsForProvisioner,
            .object = storageClass,
            .text = text};
}

// https://kubernetes.io/docs/concepts/storage/persistent-volumes/#phase
Diagnosis diagnoseClaim(const Judged &it)
{
    const auto phase = it.status["phase"_L1].toString();
    if (phase == "Lost"_L1)
        return {.health = Health::Error,
                .reason = Reason::ClaimLost,
                .object = it.spec["volumeName"_L1].toString()};
    if (phase != "Bound"_L1)
        return diagnoseUnbound(it);
    for (const auto type : {"ControllerResizeError"_L1, "NodeResizeError"_L1,
                            "ModifyVolumeError"_L1, "Resizing"_L1, "FileSystemResizePending"_L1}) {
        if (const auto condition = it.condition(type); condition["status"_L1] == "True"_L1)
            return {.health = type.endsWith("Error"_L1) ? Health::Warning : Health::Pending,
                    .reason = Reason::Condition,
                    .subject = type,
                    .object = condition["reason"_L1].toString(),
                    .text = messageOf(condition)};
    }
    return {.health = Health::Ok};
}

Diagnosis diagnoseVolume(const Judged &it)
{
    const auto phase = it.status["phase"_L1].toString();
    if (phase == "Failed"_L1)
        return {
            .health = Health::Error, .reason = Reason::VolumeFailed, .text = messageOf(it.status)};
    if (phase == "Released"_L1) {
        const auto claim = it.spec["claimRef"_L1];
        return {.health = Health::Warning,
                .reason = Reason::VolumeReleased,
                .object = claim["namespace"_L1].toString() + u'/' + claim["name"_L1].toString()};
    }
    const bool fine = phase == "Bound"_L1 || phase == "Available"_L1;
    return {.health = fine ? Health::Ok : Health::Pending};
}

Diagnosis diagnoseService(const Judged &it)
{
    const auto type = it.spec["type"_L1].toString();
    const auto &pods = it.evidence.pods;
    const bool selects = type != "ExternalName"_L1 && !selectorOf(it.object).isEmpty();
    if (selects && pods && pods->counts.total - pods->counts.done <= 0)
        return {.health = Health::Warning,
                .reason = Reason::NoPods,
                .object = selectorOf(it.object),
                .count = pods->counts.total};
    if (selects && pods && pods->ready == 0 && !it.spec["publishNotReadyAddresses"_L1].toBool())
        return {.health = Health::Error,
                .reason = Reason::NoReadyPods,
                .count = pods->counts.total - pods->counts.done,
                .causes = it.podsToBlame()};
    const bool waits =
        type == "LoadBalancer"_L1 && it.status["loadBalancer"_L1]["ingress"_L1].toArray().isEmpty();
    if (!waits)
        return {.health = Health::Ok, .count = pods ? pods->ready : 0};
    const auto *failed = it.event({"SyncLoadBalancerFailed"_L1, "AllocationFailed"_L1});
    return {.health = failed ? Health::Warning : Health::Pending,
            .reason = Reason::LoadBalancerPending,
            .text = failed ? failed->message.simplified() : QString()};
}

Diagnosis diagnoseIngress(const Judged &it)
{
    const auto backends = backendsOf(it.object);
    const auto missing = it.evidence.missingServices.value_or(QStringList());
    if (!missing.isEmpty())
        return {.health = missing.size() >= backends.size() ? Health::Error : Health::Warning,
                .reason = Reason::NoBackend,
                .object = missing.join(", "_L1)};
    return {.health = Health::Ok};
}

} // namespace kube
