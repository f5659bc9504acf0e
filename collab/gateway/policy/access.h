// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace gateway {

/// What is asked of a cluster's objects.
struct Access
{
    QString verb = {}; ///< as in GroupRule::verbs
    QString resource = {}; ///< plural: "pods"
    QString nameSpace = {}; ///< empty: no namespace, or all of them
    QString name = {}; ///< empty: no single object
    /// Of a kind that has no namespaces: nodes, definitions. Then `nameSpace` is empty, and only
    /// rules without namespaces count; without rules the gateway must serve all namespaces.
    bool isClusterWide = false;

    bool operator==(const Access &) const = default;
};

} // namespace gateway
