// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/apimachinery/quantity.h"

#include <QJsonObject>

#include <map>

namespace workspace {

/// Amounts by resource: "cpu", "memory".
using Amounts = std::map<QString, kube::Quantity>;

/// What a pod asks for, or may take at most.
struct PodResources
{
    Amounts requests = {};
    Amounts limits = {};
};

/// What the scheduler counts for a pod: its containers together, or its hungriest init container if
/// that is more; sidecars run all along; overhead on top.
/// https://kubernetes.io/docs/concepts/workloads/pods/init-containers/#resource-sharing-within-containers
PodResources podResources(const QJsonObject &pod);

/// Adds amounts to a total.
void add(Amounts &total, const Amounts &more);

} // namespace workspace
