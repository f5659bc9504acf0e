// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/logstore/linetable.h"

#include <QJsonObject>
#include <QString>

namespace kube {

/// What a pod's status says about one of its containers, as far as its log goes.
/// https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#ContainerStatus
struct ContainerLife
{
    bool isKnown = false; ///< the status tells of the container
    bool isRunning = false;
    bool hasEnded = false; ///< it does not run, but has: what it wrote is all there is for now
    /// It runs, waits to, or will be restarted.
    bool mayWrite = false;
    int restarts = 0;
    qint64 ended = logstore::NoTime; ///< when the instance before this one, or this one, ended
    QString end = {}; ///< how it did: "OOMKilled (137)"

    bool operator==(const ContainerLife &) const = default;
};

/// An empty name means the pod's first container.
ContainerLife lifeOf(const QJsonObject &pod, const QString &container);

/// The pod's condition Ready: since when it is or is not, and why it is not.
struct PodReadiness
{
    bool isReady = false;
    qint64 since = logstore::NoTime;
    QString reason = {};

    bool operator==(const PodReadiness &) const = default;
};
PodReadiness readinessOf(const QJsonObject &pod);

/// Nanoseconds since 1970 of an RFC 3339 time as metav1.Time writes it; NoTime for anything else.
qint64 timeOf(const QString &rfc3339);

} // namespace kube
