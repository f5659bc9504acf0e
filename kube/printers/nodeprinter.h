// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>
#include <QJsonObject>
#include <QString>

namespace kube {

/// What `kubectl get nodes -o wide` prints of one node.
struct NodeRow
{
    QString name = {};
    QString status = {}; ///< "Ready", "NotReady,SchedulingDisabled", "Unknown"
    QString roles = {}; ///< sorted, with commas, or "<none>"
    QString age = {};
    QString version = {}; ///< of the kubelet
    QString internalIP = {};
    QString externalIP = {};
    QString osImage = {};
    QString kernelVersion = {};
    QString containerRuntime = {};

    bool operator==(const NodeRow &) const = default;
};

/// `node` is a v1 Node. What it lacks counts as empty.
NodeRow nodeRow(const QJsonObject &node, const QDateTime &now);

} // namespace kube
