// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/config/kubeconfig.h"

namespace kube {

/// Where a program that runs in a pod finds its API server:
/// https://kubernetes.io/docs/tasks/run-application/access-api-from-pod/#directly-accessing-the-rest-api
struct InCluster
{
    QString host = {}; ///< KUBERNETES_SERVICE_HOST
    QString port = {}; ///< KUBERNETES_SERVICE_PORT
    QString folder = {}; ///< holds token, ca.crt and namespace

    bool operator==(const InCluster &) const = default;

    /// From the environment of this process and the folder that kubelets mount.
    static InCluster fromEnvironment();

    /// A kubeconfig with the one context "in-cluster", current; no context outside of a pod. The
    /// token and the authorities are named as files, because kubelets write them anew.
    Kubeconfig kubeconfig() const;
};

} // namespace kube
