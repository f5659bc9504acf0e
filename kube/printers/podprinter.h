// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>
#include <QJsonObject>
#include <QString>

namespace kube {

/// What `kubectl get pods -o wide` prints of one pod.
struct PodRow
{
    QString name = {};
    QString ready = {}; ///< "1/2": containers that are ready of all but plain init containers
    QString status = {}; ///< "Running", "CrashLoopBackOff", "Init:1/2", "Terminating", …
    QString restarts = {}; ///< "3" or "3 (5m ago)"
    QString age = {};
    QString ip = {};
    QString node = {};
    QString nominatedNode = {};
    QString readinessGates = {}; ///< "1/3" or "<none>"

    bool operator==(const PodRow &) const = default;
};

/// `pod` is a v1 Pod. What it lacks counts as empty.
PodRow podRow(const QJsonObject &pod, const QDateTime &now);

} // namespace kube
