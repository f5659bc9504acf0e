// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/events/eventgroup.h"
#include "kube/health/diagnosis.h"

#include <QJsonObject>
#include <QStringList>

#include <optional>
#include <vector>

namespace kube {

/// The pods that a workload or Service selects, rolled up.
struct SelectedPods
{
    HealthCounts counts = {};
    int ready = 0; ///< running with all containers ready
    std::optional<Diagnosis> worst = {}; ///< of the one that is worst off; `about` names it

    bool operator==(const SelectedPods &) const = default;
};

/// What is known besides the object itself. The less there is of it, the shorter the answer.
struct Evidence
{
    QDateTime now = {};
    std::vector<EventGroup> events = {}; ///< about the object, in any order
    std::optional<SelectedPods> pods = {}; ///< for what selects pods; no value: not known
    std::optional<QStringList> missingServices = {}; ///< for an Ingress
};

/// Says how an object is and why, from the whole object. Pure; reads only.
///
/// The words follow what the kubelet, scheduler and controllers write:
/// https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/,
/// https://kubernetes.io/docs/reference/kubernetes-api/ (the conditions of each kind).
Diagnosis diagnose(const QJsonObject &object, const Evidence &evidence);

/// The same without the trouble of a caller: whether `diagnose` wants to know of the pods that
/// `object` selects, and by which label selector; empty when it does not.
QString selectorOf(const QJsonObject &object);

/// The Services that an Ingress sends traffic to, each once.
QStringList backendsOf(const QJsonObject &ingress);

} // namespace kube
