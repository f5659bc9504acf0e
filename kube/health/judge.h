// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/health/diagnose.h"

#include <QJsonArray>

#include <initializer_list>

namespace kube {

/// An object in front of its judge. Private to the sources of diagnose().
struct Judged
{
    Judged(const QJsonObject &object, const Evidence &evidence);

    const QJsonObject &object;
    const Evidence &evidence;
    const QJsonObject meta;
    const QJsonObject spec;
    const QJsonObject status;
    const QJsonArray conditions;

    /// The last condition of that type; empty when there is none.
    QJsonObject condition(QLatin1StringView type) const;
    bool isTrue(QLatin1StringView type) const;
    bool isFalse(QLatin1StringView type) const;
    /// The event with one of these reasons that was seen last, not before `since`; nullptr when
    /// there is none.
    const EventGroup *event(std::initializer_list<QLatin1StringView> reasons,
                            const QDateTime &since = {}) const;
    /// Whether the controller has not seen the newest spec yet.
    bool isOutdated() const;
    /// The worst selected pod, if it is in trouble or late.
    std::vector<Diagnosis> podsToBlame() const;
};

/// A time as the API server writes it; invalid when the value is none.
QDateTime instantOf(const QJsonValue &value);
QString messageOf(const QJsonObject &condition);

/// A container of the pod's spec by its name; empty when there is none.
QJsonObject containerOf(const Judged &pod, const QString &name, bool isInit);
/// What is wrong with one container, by its entry in `containerStatuses`; Reason::None when nothing
/// is. `image` is what was asked for.
Diagnosis diagnoseContainer(const Judged &pod, const QJsonObject &status, bool isInit);
/// A pod that cannot be made ready to start: FailedMount and the like.
std::optional<Diagnosis> diagnosePreparation(const Judged &pod);
/// A container that runs but is not ready.
Diagnosis diagnoseUnready(const Judged &pod, const QJsonObject &status, int ready, int wanted);
/// A container that is ready and about to be restarted all the same.
std::optional<Diagnosis> diagnoseLiveness(const Judged &pod, const QJsonObject &status, int ready,
                                          int wanted);

Diagnosis diagnosePod(const Judged &pod);
Diagnosis diagnoseDeployment(const Judged &it);
Diagnosis diagnoseReplicaSet(const Judged &it);
Diagnosis diagnoseStatefulSet(const Judged &it);
Diagnosis diagnoseDaemonSet(const Judged &it);
Diagnosis diagnoseJob(const Judged &it);
Diagnosis diagnoseCronJob(const Judged &it);
Diagnosis diagnoseService(const Judged &it);
Diagnosis diagnoseIngress(const Judged &it);
Diagnosis diagnoseClaim(const Judged &it);
Diagnosis diagnoseVolume(const Judged &it);
Diagnosis diagnoseNode(const Judged &it);
Diagnosis diagnoseNamespace(const Judged &it);
Diagnosis diagnoseAutoscaler(const Judged &it);
Diagnosis diagnoseDisruptionBudget(const Judged &it);
Diagnosis diagnoseQuota(const Judged &it);
Diagnosis diagnoseDefinition(const Judged &it);
Diagnosis diagnoseEvent(const Judged &it);
/// By conditions that most custom resources have.
Diagnosis diagnoseOther(const Judged &it);
/// Of what is being deleted.
Diagnosis diagnoseDeletion(const Judged &it);

} // namespace kube
