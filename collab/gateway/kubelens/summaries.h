// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

/// Kubernetes objects as KubeLens' pages know them. Fields that an object does not have are empty,
/// not missing.
namespace gateway::kubelens {

/// `{"name", "namespace", "phase", "ready": "1/2", "restarts", "node", "ip", "createdAt",
/// "labels", "app", "containers": [names]}`. `phase` is the reason of a container that waits or
/// failed, where there is one: "CrashLoopBackOff".
QJsonObject podSummary(const QJsonObject &pod);

/// The same with all about its containers, conditions and volumes. Without `isRevealing` the values
/// of variables that are named like secrets, and annotations that repeat the whole object, are left
/// out.
QJsonObject podDetails(const QJsonObject &pod, bool isRevealing);

/// `{"name", "namespace", "kind", "replicas": {"desired", "ready"}, "images", "createdAt",
/// "labels", "selector"}`.
QJsonObject appSummary(const QJsonObject &object, const QString &kind);

/// Of PodMetrics: `{"name", "namespace", "timestamp", "window", "cpuMillicores", "memoryBytes",
/// "containers": [{"name", "cpuMillicores", "memoryBytes"}]}`.
QJsonObject podMetrics(const QJsonObject &metrics);

/// Names of the secrets that a pod's volumes and variables refer to, each once, sorted.
QStringList secretsOf(const QJsonObject &pod);

/// Its name, type and keys; the values, in base64 as they are, only when they are revealed.
QJsonObject secretSummary(const QJsonObject &secret, bool isRevealing);

} // namespace gateway::kubelens
