// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/health/judge.h"

using namespace Qt::StringLiterals;

namespace kube {
namespace {

/// Why no pod can be made: the API server's refusal as a controller repeats it.
Diagnosis refusal(const QString &message, bool nothingRuns)
{
    Diagnosis result{.health = nothingRuns ? Health::Error : Health::Warning,
                     .reason = Reason::ReplicaFailure,
                     .text = message.simplified()};
    if (message.contains("exceeded quota"_L1))
        result.reason = Reason::QuotaExceeded;
    else if (message.contains("forbidden"_L1) || message.contains("admission webhook"_L1)
             || message.contains("is invalid"_L1))
        result.reason = Reason::AdmissionRefused;
    return result;
}

/// The refusal that a condition or, for kinds without one, an event tells of.
std::optional<Diagnosis> diagnoseRefusal(const Judged &it, int have, int want)
{
    std::optional<Diagnosis> found;
    if (it.isTrue("ReplicaFailure"_L1))
        found = refusal(messageOf(it.condition("ReplicaFailure"_L1)), have == 0);
    else if (const auto *told = it.event({"FailedCreate"_L1}); told && have < want)
        found = refusal(told->message, have == 0);
    if (found) {
        found->have = have;
        found->want = want;
    }
    return found;
}

Diagnosis shortOf(const Judged &it, int have, int want, bool moving)
{
    Diagnosis result{.have = have, .want = want, .causes = it.podsToBlame()};
    const bool trouble =
        !result.causes.empty() && rankOf(result.causes[0].health) <= rankOf(Health::Warning);
    if (moving && !trouble) {
        result.health = Health::Pending;
        result.reason = Reason::RollingOut;
    } else {
        result.health = have == 0 ? Health::Error : Health::Warning;
        result.reason = Reason::Unavailable;
    }
    return result;
}

} // namespace

// https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#deployment-status
Diagnosis diagnoseDeployment(const Judged &it)
{
    const int want = it.spec["replicas"_L1].toInt(1);
    const int have = it.status["availableReplicas"_L1].toInt();
    const int updated = it.status["updatedReplicas"_L1].toInt();
    if (want == 0 && it.status["replicas"_L1].toInt() == 0)
        return {.health = Health::Done, .reason = Reason::ScaledToZero};
    if (auto refused = diagnoseRefusal(it, have, want))
        return *refused;
    const auto progress = it.condition("Progressing"_L1);
    if (progress["status"_L1] == "False"_L1
        && progress["reason"_L1] == "ProgressDeadlineExceeded"_L1)
        return {.health = have == 0 ? Health::Error : Health::Warning,
                .reason = Reason::ProgressDeadline,
                .text = messageOf(progress),
                .have = have,
                .want = want,
                .causes = it.podsToBlame()};
    const bool paused = it.spec["paused"_L1].toBool();
    const bool complete = progress["reason"_L1] == "NewReplicaSetAvailable"_L1;
    const bool moving = it.isOutdated() || updated < want || (!progress.isEmpty() && !complete);
    if (have < want)
        return shortOf(it, have, want, moving && !paused);
    if (paused)
        return {.health = updated < want ? Health::Pending : Health::Ok,
                .reason = Reason::Paused,
                .have = updated,
                .want = want};
    if (it.isOutdated() || updated < want || it.status["replicas"_L1].toInt() > want)
        return shortOf(it, updated, want, true);
    return {.health = Health::Ok, .have = have, .want = want};
}

Diagnosis diagnoseReplicaSet(const Judged &it)
{
    const int want = it.spec["replicas"_L1].toInt(1);
    const int have = it.status["readyReplicas"_L1].toInt();
    if (want == 0)
        return {.health = Health::Done, .reason = Reason::ScaledToZero};
    if (auto refused = diagnoseRefusal(it, have, want))
        return *refused;
    if (have < want)
        return shortOf(it, have, want, it.isOutdated());
    return {.health = Health::Ok, .have = have, .want = want};
}

Diagnosis diagnoseStatefulSet(const Judged &it)
{
    const int want = it.spec["replicas"_L1].toInt(1);
    const int have = it.status["readyReplicas"_L1].toInt();
    if (want == 0)
        return {.health = Health::Done, .reason = Reason::ScaledToZero};
    if (auto refused = diagnoseRefusal(it, have, want))
        return *refused;
    const auto current = it.status["currentRevision"_L1].toString();
    const auto update = it.status["updateRevision"_L1].toString();
    const bool byHand = it.spec["updateStrategy"_L1]["type"_L1] == "OnDelete"_L1
        || it.spec["updateStrategy"_L1]["rollingUpdate"_L1]["partition"_L1].toInt() > 0;
    const bool moving = it.isOutdated() || (!update.isEmpty() && current != update && !byHand);
    if (have < want)
        return shortOf(it, have, want, moving);
    if (moving)
        return shortOf(it, it.status["updatedReplicas"_L1].toInt(), want, true);
    return {.health = Health::Ok, .have = have, .want = want};
}

Diagnosis diagnoseDaemonSet(const Judged &it)
{
    const int want = it.status["desiredNumberScheduled"_L1].toInt();
    const int have = it.status["numberAvailable"_L1].toInt();
    const int updated = it.status["updatedNumberScheduled"_L1].toInt();
    const int astray = it.status["numberMisscheduled"_L1].toInt();
    if (auto refused = diagnoseRefusal(it, have, want))
        return *refused;
    if (have < want)
        return shortOf(it, have, want, it.isOutdated() || updated < want);
    if (astray > 0)
        return {.health = Health::Warning, .reason = Reason::Misscheduled, .count = astray};
    if (want == 0)
        return {.health = Health::Done, .reason = Reason::ScaledToZero};
    if (it.isOutdated()
        || (updated < want && it.spec["updateStrategy"_L1]["type"_L1] != "OnDelete"_L1))
        return shortOf(it, updated, want, true);
    return {.health = Health::Ok, .have = have, .want = want};
}

// https://kubernetes.io/docs/concepts/workloads/controllers/job/#terminal-job-conditions
Diagnosis diagnoseJob(const Judged &it)
{
    const auto failed =
        it.isTrue("Failed"_L1) ? it.condition("Failed"_L1) : it.condition("FailureTarget"_L1);
    const int failures = it.status["failed"_L1].toInt();
    const int done = it.status["succeeded"_L1].toInt();
    const int want = it.spec["completions"_L1].toInt(1);
    if (failed["status"_L1] == "True"_L1) {
        const auto why = failed["reason"_L1];
        const auto reason = why == "BackoffLimitExceeded"_L1 ? Reason::JobBackoffLimit
            : why == "DeadlineExceeded"_L1                   ? Reason::JobDeadline
                                                             : Reason::JobFailed;
        return {.health = Health::Error,
                .reason = reason,
                .text = messageOf(failed),
                .have = done,
                .want = want,
                .count = failures,
                .causes = it.podsToBlame()};
    }
    if (it.isTrue("Complete"_L1))
        return {.health = Health::Done, .reason = Reason::Completed, .have = done, .want = want};
    if (it.isTrue("Suspended"_L1) || it.spec["suspend"_L1].toBool())
        return {.health = Health::Done, .reason = Reason::Suspended};
    if (auto refused = diagnoseRefusal(it, it.status["active"_L1].toInt(), 1))
        return *refused;
    const auto causes = it.podsToBlame();
    const bool trouble = !causes.empty() && rankOf(causes[0].health) <= rankOf(Health::Warning);
    return {.health = trouble ? Health::Warning : Health::Pending,
            .reason = Reason::JobRunning,
            .have = done,
            .want = want,
            .count = failures,
            .causes = causes};
}

Diagnosis diagnoseCronJob(const Judged &it)
{
    if (it.spec["suspend"_L1].toBool())
        return {.health = Health::Done, .reason = Reason::Suspended};
    // lastSuccessfulTime exists since Kubernetes 1.21; without it nothing can be said.
    const auto scheduled = instantOf(it.status["lastScheduleTime"_L1]);
    const auto success = instantOf(it.status["lastSuccessfulTime"_L1]);
    const bool active = !it.status["active"_L1].toArray().isEmpty();
    if (scheduled.isValid() && success.isValid() && success < scheduled && !active)
        return {.health = Health::Warning, .reason = Reason::CronJobFailing, .since = success};
    if (const auto *told =
            it.event({"FailedCreate"_L1, "TooManyMissedTimes"_L1, "FailedNeedsStart"_L1,
                      "InvalidSchedule"_L1, "UnparseableSchedule"_L1}))
        return {.health = Health::Warning,
                .reason = Reason::Warned,
                .subject = told->reason,
                .text = told->message.simplified()};
    return {.health = Health::Ok};
}

} // namespace kube
