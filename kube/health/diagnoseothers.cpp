// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/health/judge.h"

#include "kube/apimachinery/quantity.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace kube {
namespace {

/// autoscaling/v1 keeps the conditions in an annotation.
QJsonObject autoscalerCondition(const Judged &it, QLatin1StringView type)
{
    if (!it.conditions.isEmpty())
        return it.condition(type);
    const auto note =
        it.meta["annotations"_L1]["autoscaling.alpha.kubernetes.io/conditions"_L1].toString();
    const auto conditions = QJsonDocument::fromJson(note.toUtf8()).array();
    for (const auto &one : conditions) {
        if (one["type"_L1] == type)
            return one.toObject();
    }
    return {};
}

Diagnosis ofCondition(Health health, const QJsonObject &condition)
{
    return {.health = health,
            .reason = Reason::Condition,
            .subject = condition["type"_L1].toString(),
            .object = condition["reason"_L1].toString(),
            .text = condition["message"_L1].toString().simplified()};
}

/// Whether a condition that is not there yet is only late.
bool isUnderWay(const QJsonObject &condition)
{
    static const QStringList words{u"Progressing"_s,  u"Pending"_s,     u"Creating"_s,
                                   u"Provisioning"_s, u"Reconciling"_s, u"Initializing"_s,
                                   u"InProgress"_s,   u"Issuing"_s,     u"DependencyNotReady"_s,
                                   u"Installing"_s,   u"Waiting"_s};
    return condition["status"_L1] == "Unknown"_L1
        || words.contains(condition["reason"_L1].toString());
}

} // namespace

// https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/#appendix-horizontal-pod-autoscaler-status-conditions
Diagnosis diagnoseAutoscaler(const Judged &it)
{
    const auto able = autoscalerCondition(it, "AbleToScale"_L1);
    const auto active = autoscalerCondition(it, "ScalingActive"_L1);
    const auto limited = autoscalerCondition(it, "ScalingLimited"_L1);
    Diagnosis result{.health = Health::Warning,
                     .have = it.status["currentReplicas"_L1].toInt(),
                     .want = it.spec["maxReplicas"_L1].toInt()};
    if (able["status"_L1] == "False"_L1) {
        result.health = Health::Error;
        result.reason = Reason::ScalingUnable;
        result.text = messageOf(able);
    } else if (active["status"_L1] == "False"_L1 && active["reason"_L1] == "ScalingDisabled"_L1) {
        result.health = Health::Done;
        result.reason = Reason::ScaledToZero;
    } else if (active["status"_L1] == "False"_L1) {
        result.reason = Reason::ScalingUnmeasured;
        result.text = messageOf(active);
    } else if (limited["status"_L1] == "True"_L1 && limited["reason"_L1] == "TooManyReplicas"_L1) {
        result.reason = Reason::ScalingLimited;
        result.text = messageOf(limited);
    } else {
        result.health = Health::Ok;
    }
    return result;
}

Diagnosis diagnoseDisruptionBudget(const Judged &it)
{
    const int healthy = it.status["currentHealthy"_L1].toInt();
    const int wanted = it.status["desiredHealthy"_L1].toInt();
    if (it.isOutdated() || it.status["disruptionsAllowed"_L1].toInt() > 0
        || it.status["expectedPods"_L1].toInt() == 0)
        return {.health = Health::Ok};
    return {.health = healthy < wanted ? Health::Warning : Health::Ok,
            .reason = Reason::DisruptionBlocked,
            .have = healthy,
            .want = wanted};
}

Diagnosis diagnoseQuota(const Judged &it)
{
    QStringList full;
    const auto hard = it.status["hard"_L1].toObject();
    const auto used = it.status["used"_L1].toObject();
    for (auto limit = hard.begin(); limit != hard.end(); ++limit) {
        const auto most = Quantity::parse(limit.value().toString());
        const auto now = Quantity::parse(used[limit.key()].toString());
        if (most && now && !(most->isZero() && now->isZero()) && *now >= *most)
            full.append(u"%1 %2/%3"_s.arg(limit.key(), used[limit.key()].toString(),
                                          limit.value().toString()));
    }
    if (full.isEmpty())
        return {.health = Health::Ok};
    return {.health = Health::Warning, .reason = Reason::QuotaFull, .object = full.join(", "_L1)};
}

Diagnosis diagnoseDefinition(const Judged &it)
{
    if (it.isFalse("NamesAccepted"_L1))
        return {.health = Health::Error,
                .reason = Reason::NamesTaken,
                .text = messageOf(it.condition("NamesAccepted"_L1))};
    if (it.isTrue("Established"_L1))
        return {.health = Health::Ok};
    const auto established = it.condition("Established"_L1);
    return {.health = established.isEmpty() ? Health::Pending : Health::Error,
            .reason = Reason::NotEstablished,
            .text = messageOf(established)};
}

Diagnosis diagnoseEvent(const Judged &it)
{
    if (it.object["type"_L1] != "Warning"_L1)
        return {.health = Health::Ok};
    const auto text = it.object["message"_L1].toString();
    return {.health = Health::Warning,
            .reason = Reason::Warned,
            .subject = it.object["reason"_L1].toString(),
            .text = (text.isEmpty() ? it.object["note"_L1].toString() : text).simplified()};
}

// https://github.com/kubernetes/community/blob/master/contributors/devel/sig-architecture/api-conventions.md#typical-status-properties
Diagnosis diagnoseOther(const Judged &it)
{
    for (const auto type : {"Failed"_L1, "Stalled"_L1, "Error"_L1, "Failure"_L1}) {
        if (it.isTrue(type))
            return ofCondition(Health::Error, it.condition(type));
    }
    for (const auto type : {"Degraded"_L1, "Unavailable"_L1, "NotReady"_L1, "Conflict"_L1}) {
        if (it.isTrue(type))
            return ofCondition(Health::Warning, it.condition(type));
    }
    if (it.isOutdated())
        return {.health = Health::Pending, .reason = Reason::Outdated};
    bool fine = false;
    for (const auto type :
         {"Ready"_L1, "Available"_L1, "Healthy"_L1, "Established"_L1, "Accepted"_L1, "Synced"_L1,
          "Programmed"_L1, "Reconciled"_L1, "Succeeded"_L1}) {
        const auto condition = it.condition(type);
        if (condition.isEmpty())
            continue;
        if (condition["status"_L1] == "True"_L1)
            fine = true;
        else
            return ofCondition(isUnderWay(condition) ? Health::Pending : Health::Error, condition);
    }
    const auto phase = it.status["phase"_L1].toString();
    static const QStringList bad{u"Failed"_s, u"Error"_s, u"Degraded"_s};
    if (!fine && bad.contains(phase))
        return {.health = Health::Error,
                .reason = Reason::Worded,
                .subject = phase,
                .text = it.status["message"_L1].toString().simplified()};
    return {.health = Health::Ok};
}

} // namespace kube
