// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/policies/networkpolicy.h"

namespace kube {

/// One end of a connection, as policies see it.
struct PolicyEndpoint
{
    QString nameSpace = {}; ///< empty: outside of the cluster, known by its address alone
    QMap<QString, QString> labels = {}; ///< the pod's
    QMap<QString, QString> nameSpaceLabels = {};
    QString address = {}; ///< may be empty of a pod: then ipBlocks do not match it
    QMap<QString, int> namedPorts = {}; ///< "TCP/http" → 8080: the pod's container ports
    bool isHostNetwork = false; ///< policies do not hold for it

    bool isPod() const { return !nameSpace.isEmpty(); }
};

struct PolicyQuestion
{
    PolicyEndpoint from = {};
    PolicyEndpoint to = {};
    QString protocol = QStringLiteral("TCP");
    int port = 0; ///< of the pod, not of a service
};

/// How one side of a connection is decided.
struct PolicyVerdict
{
    bool allowed = true;
    bool isRestricted = false; ///< some policy selects the pod for this direction
    QStringList selecting = {}; ///< the names of those policies
    QStringList allowing = {}; ///< of them, those with a rule that allows it
};

struct PolicyAnswer
{
    PolicyVerdict egress = {}; ///< what restricts the one that connects
    PolicyVerdict ingress = {}; ///< what restricts the one that is connected to

    bool allowed() const { return egress.allowed && ingress.allowed; }
};

/// Whether `from` may reach `to`. Policies add up: a pod that any policy selects for a direction
/// may do what one of these allows, and nothing else; a pod that none selects may do everything.
/// Both sides must allow a connection. What a cluster's network plugin really enforces is its own
/// matter.
PolicyAnswer mayReach(const std::vector<NetworkPolicy> &policies, const PolicyQuestion &question);

/// Whether an address lies in a block ("10.0.0.0/8", "2001:db8::/32"); false when one of them is
/// none.
bool isInBlock(const QString &address, const QString &cidr);

} // namespace kube
