// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/health/health.h"

#include <QDateTime>
#include <QString>

#include <optional>
#include <vector>

namespace kube {

/// Why an object is as it is. What each needs of a Diagnosis stands behind it; `text` is always the
/// cluster's own English words, where there are any.
enum class Reason {
    None, ///< nothing to say: it is fine, or nothing is known

    // Pods
    CrashLoop, ///< subject: container; end, count: restarts
    ContainerEnded, ///< subject, end; of a container that failed and does not wait yet
    ImagePull, ///< subject; object: image; text: the registry's answer
    ImageName, ///< subject; object: image
    ContainerConfig, ///< subject, text: a ConfigMap, Secret or key is missing
    ContainerCreate, ///< subject, text
    Unschedulable, ///< text: the scheduler's
    SchedulingGated,
    NotScheduled, ///< the scheduler has not looked yet
    Mount, ///< text: why a volume cannot be mounted
    Sandbox, ///< text: why the pod's network or sandbox cannot be made
    Starting, ///< have of want containers run
    Initializing, ///< have of want init containers are through
    ReadinessProbe, ///< subject, text: what the probe answered, count
    LivenessProbe,
    StartupProbe,
    NotReady, ///< have of want containers are ready; subject: one that is not
    Evicted, ///< text
    Preempted, ///< text
    NodeLost, ///< object: node
    PodFailed, ///< text
    Terminating, ///< since
    TerminatingStuck, ///< since; object: the finalizers that hold it
    Completed,

    // Workloads: have of want replicas, causes: the pods to blame
    Unavailable,
    RollingOut,
    ProgressDeadline, ///< text
    QuotaExceeded, ///< text
    AdmissionRefused, ///< text: forbidden, invalid, a webhook's word
    ReplicaFailure, ///< text
    Paused,
    ScaledToZero,
    Misscheduled, ///< count
    JobRunning,
    JobBackoffLimit, ///< count: failed pods; text
    JobDeadline, ///< text
    JobFailed, ///< text
    Suspended,
    CronJobFailing, ///< since: the last success, if any

    // Network
    NoPods, ///< object: the selector that no pod matches
    NoReadyPods, ///< count: pods that match
    LoadBalancerPending, ///< text
    NoBackend, ///< object: the missing Services

    // Storage
    ProvisioningFailed, ///< text
    WaitsForConsumer,
    WaitsForProvisioner, ///< object: provisioner or class; text
    NoStorageClass,
    ClaimLost, ///< object: the volume that is gone
    VolumeFailed, ///< text
    VolumeReleased, ///< object: the claim it belonged to

    // Nodes
    NodeNotReady, ///< text
    NodeSilent, ///< the kubelet stopped telling; since
    MemoryPressure, ///< text
    DiskPressure, ///< text
    PidPressure, ///< text
    NetworkUnavailable, ///< text
    Cordoned,

    // Others
    NamespaceTerminating, ///< text: what remains
    PodsInTrouble, ///< have of want pods fail, count others need a look
    ScalingUnable, ///< text
    ScalingLimited, ///< text; have of want
    ScalingUnmeasured, ///< text: no metrics
    DisruptionBlocked, ///< have of want healthy pods
    QuotaFull, ///< object: "pods 10/10, …"
    NotEstablished, ///< text
    NamesTaken, ///< text
    Condition, ///< subject: the condition's type; object: its reason; text
    Outdated, ///< its controller has not seen the newest spec yet
    Warned, ///< an Event of type Warning; subject: its reason; text
    Worded, ///< subject: the one word that a row of a Table gives
};

/// How a container came to its end.
struct ContainerEnd
{
    int exitCode = 0;
    int signal = 0; ///< 0 when the server named none
    QString reason = {}; ///< "Error", "OOMKilled"
    QString message = {}; ///< what it left in its termination message

    bool operator==(const ContainerEnd &) const = default;
};

/// How an object is doing and why, as data; sentences are made from it where people read.
struct Diagnosis
{
    Health health = Health::Unknown;
    Reason reason = Reason::None;
    QString subject = {}; ///< the part it is about, mostly a container
    bool isInit = false; ///< the container is an init container
    QString object = {}; ///< what it needs, waits for, or is held by
    QString text = {}; ///< the cluster's own words
    std::optional<ContainerEnd> end = {};
    int have = 0;
    int want = 0;
    int count = 0;
    QDateTime since = {};
    QString about = {}; ///< of a cause: the name of the pod it tells about
    std::vector<Diagnosis> causes = {}; ///< what the trouble of others has to do with it

    bool operator==(const Diagnosis &) const = default;
};

} // namespace kube
