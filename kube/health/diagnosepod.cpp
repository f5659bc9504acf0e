// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/health/judge.h"

using namespace Qt::StringLiterals;

namespace kube {
namespace {

/// A pod goes away when its node says so: past its grace plus this it is stuck.
constexpr qint64 PatienceSeconds = 30;

Diagnosis diagnoseLeaving(const Judged &pod)
{
    if (pod.status["reason"_L1] == "NodeLost"_L1)
        return {.health = Health::Error,
                .reason = Reason::NodeLost,
                .object = pod.spec["nodeName"_L1].toString()};
    return diagnoseDeletion(pod);
}

/// Succeeded and Failed pods.
Diagnosis diagnoseEnded(const Judged &pod)
{
    if (pod.status["phase"_L1] == "Succeeded"_L1)
        return {.health = Health::Done, .reason = Reason::Completed};
    Diagnosis result{.health = Health::Error,
                     .reason = Reason::PodFailed,
                     .text = messageOf(pod.status).simplified()};
    const auto why = pod.status["reason"_L1].toString();
    if (why == "Evicted"_L1)
        result.reason = Reason::Evicted;
    else if (why == "NodeLost"_L1 || why == "NodeShutdown"_L1 || why == "Shutdown"_L1)
        result.reason = Reason::NodeLost;
    else if (why == "Preempting"_L1 || why == "Preempted"_L1)
        result.reason = Reason::Preempted;
    if (result.reason == Reason::NodeLost)
        result.object = pod.spec["nodeName"_L1].toString();
    if (!why.isEmpty())
        return result;
    for (const bool isInit : {true, false}) {
        const auto list =
            pod.status[isInit ? "initContainerStatuses"_L1 : "containerStatuses"_L1].toArray();
        for (const auto &status : list) {
            if (auto found = diagnoseContainer(pod, status.toObject(), isInit);
                found.reason != Reason::None)
                return found;
        }
    }
    return result;
}

std::optional<Diagnosis> diagnoseScheduling(const Judged &pod)
{
    if (!pod.spec["nodeName"_L1].toString().isEmpty())
        return {};
    const auto scheduled = pod.condition("PodScheduled"_L1);
    if (scheduled["reason"_L1] == "SchedulingGated"_L1)
        return Diagnosis{.health = Health::Pending, .reason = Reason::SchedulingGated};
    auto text = scheduled["status"_L1] == "False"_L1 ? messageOf(scheduled) : QString();
    if (text.isEmpty())
        if (const auto *told = pod.event({"FailedScheduling"_L1}))
            text = told->message.simplified();
    if (text.isEmpty())
        return Diagnosis{.health = Health::Pending, .reason = Reason::NotScheduled};
    return Diagnosis{.health = Health::Warning, .reason = Reason::Unschedulable, .text = text};
}

bool isSidecar(const Judged &pod, const QString &name)
{
    return containerOf(pod, name, true).value("restartPolicy"_L1) == "Always"_L1;
}

/// The first init container that holds the others up.
std::optional<Diagnosis> diagnoseInit(const Judged &pod)
{
    const auto statuses = pod.status["initContainerStatuses"_L1].toArray();
    int through = 0;
    for (const auto &one : statuses) {
        const auto status = one.toObject();
        const auto ended = status["state"_L1]["terminated"_L1];
        const bool done = ended.isObject() && ended["exitCode"_L1].toInt() == 0;
        const bool serves =
            isSidecar(pod, status["name"_L1].toString()) && status["started"_L1].toBool();
        if (done || serves) {
            ++through;
            continue;
        }
        auto found = diagnoseContainer(pod, status, true);
        if (found.reason != Reason::None)
            return found;
        if (const auto late = diagnosePreparation(pod);
            late && !status["state"_L1].toObject().contains("running"_L1))
            return late;
        found = {.health = Health::Pending,
                 .reason = Reason::Initializing,
                 .subject = status["name"_L1].toString(),
                 .have = through,
                 .want = int(pod.spec["initContainers"_L1].toArray().size())};
        return found;
    }
    return {};
}

Diagnosis diagnoseContainers(const Judged &pod)
{
    const auto statuses = pod.status["containerStatuses"_L1].toArray();
    const int wanted = int(pod.spec["containers"_L1].toArray().size());
    int ready = 0;
    int running = 0;
    QJsonObject unready;
    for (const auto &one : statuses) {
        const auto status = one.toObject();
        if (const auto found = diagnoseContainer(pod, status, false); found.reason != Reason::None)
            return found;
        const bool runs = status["state"_L1].toObject().contains("running"_L1);
        running += runs ? 1 : 0;
        ready += status["ready"_L1].toBool() ? 1 : 0;
        if (runs && !status["ready"_L1].toBool() && unready.isEmpty())
            unready = status;
    }
    if (!unready.isEmpty())
        return diagnoseUnready(pod, unready, ready, wanted);
    if (running < wanted && pod.status["phase"_L1] == "Pending"_L1) {
        if (const auto late = diagnosePreparation(pod))
            return *late;
        return {
            .health = Health::Pending, .reason = Reason::Starting, .have = running, .want = wanted};
    }
    if (pod.isFalse("Ready"_L1)) // a readiness gate, or a container that has completed
        return {.health = Health::Warning,
                .reason = Reason::NotReady,
                .text = messageOf(pod.condition("Ready"_L1)),
                .have = ready,
                .want = wanted};
    for (const auto &status : statuses) {
        if (const auto failing = diagnoseLiveness(pod, status.toObject(), ready, wanted))
            return *failing;
    }
    return {.health = Health::Ok, .have = ready, .want = wanted};
}

} // namespace

Diagnosis diagnoseDeletion(const Judged &it)
{
    const auto since = instantOf(it.meta["deletionTimestamp"_L1]);
    QStringList finalizers;
    const auto list = it.meta["finalizers"_L1].toArray();
    for (const auto &one : list)
        finalizers.append(one.toString());
    const bool late =
        since.isValid() && since.secsTo(it.evidence.now) > PatienceSeconds; // grace is in it
    return {.health = late ? Health::Warning : Health::Pending,
            .reason = late ? Reason::TerminatingStuck : Reason::Terminating,
            .object = finalizers.join(", "_L1),
            .since = since};
}

// The order is that of a pod's life:
// https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/
Diagnosis diagnosePod(const Judged &pod)
{
    if (pod.meta["deletionTimestamp"_L1].isString())
        return diagnoseLeaving(pod);
    const auto phase = pod.status["phase"_L1].toString();
    if (phase == "Succeeded"_L1 || phase == "Failed"_L1)
        return diagnoseEnded(pod);
    if (phase == "Unknown"_L1 || pod.status["reason"_L1] == "NodeLost"_L1)
        return {.health = Health::Error,
                .reason = Reason::NodeLost,
                .object = pod.spec["nodeName"_L1].toString()};
    if (phase == "Pending"_L1 || phase.isEmpty())
        if (const auto waiting = diagnoseScheduling(pod))
            return *waiting;
    if (const auto held = diagnoseInit(pod))
        return *held;
    return diagnoseContainers(pod);
}

} // namespace kube
