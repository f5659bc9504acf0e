// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <optional>

namespace kube {

/// Whose logs are read: of one pod, of the pods that a label selector selects, or of those of all
/// Jobs of a CronJob.
struct LogSubject
{
    QString nameSpace = {};
    QString pod = {};
    QString selector = {};
    QString cronJob = {}; ///< its uid
    QStringList containers = {}; ///< of a pod, where they are known: the default one first

    bool operator==(const LogSubject &) const = default;
};

/// Of a Pod, a CronJob, or whatever has a selector in its spec: Deployment, StatefulSet, DaemonSet,
/// ReplicaSet, ReplicationController, Job, Service. No value for others, and for selectors that
/// select everything.
std::optional<LogSubject> logSubjectOf(const QJsonObject &object);

} // namespace kube
