// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/config/kubeconfig.h"

namespace kube {

/// The three entries that make a connection. What the kubeconfig does not have is empty but for its
/// name; a missing user is an anonymous one.
struct ChosenContext
{
    KubeContext context = {};
    KubeconfigCluster cluster = {};
    KubeconfigUser user = {};
};

/// The entries of a context; an empty name means the current context.
ChosenContext chooseContext(const Kubeconfig &kubeconfig, const QString &contextName);

/// Why the entries cannot be used: a sentence or two each, with file, entry and remedy and without
/// secrets. Empty when all is well. The rules are those of kubectl.
QStringList problemsOf(const Kubeconfig &kubeconfig, const ChosenContext &chosen);

} // namespace kube
