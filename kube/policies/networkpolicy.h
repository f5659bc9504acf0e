// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/apimachinery/labelselector.h"

#include <QJsonObject>

#include <optional>
#include <vector>

namespace kube {

/// One port that a rule of a NetworkPolicy allows.
struct PolicyPort
{
    QString protocol = {}; ///< "TCP" when the policy names none
    int port = 0; ///< 0 when it is a name, or every port
    int endPort = 0; ///< the last of a range; 0: one port only
    QString name = {}; ///< of a container's port
    bool everyPort = false; ///< of this protocol

    bool operator==(const PolicyPort &) const = default;
};

/// One peer of a rule: pods, or addresses.
struct PolicyPeer
{
    std::optional<LabelSelector> pods = {};
    /// Of namespaces. Without it, with `pods`: those of the policy's own namespace.
    std::optional<LabelSelector> nameSpaces = {};
    QString cidr = {}; ///< "10.0.0.0/8"; then there are no selectors
    QStringList except = {};
    bool isBroken = false; ///< a selector or an address that cannot be read: matches nothing

    bool operator==(const PolicyPeer &) const = default;
};

/// One entry of `ingress` or `egress`.
struct PolicyRule
{
    std::vector<PolicyPeer> peers = {}; ///< none: everybody
    std::vector<PolicyPort> ports = {}; ///< none: every port

    bool operator==(const PolicyRule &) const = default;
};

/// What a NetworkPolicy says.
/// https://kubernetes.io/docs/reference/kubernetes-api/policy-resources/network-policy-v1/
/// https://kubernetes.io/docs/concepts/services-networking/network-policies/
struct NetworkPolicy
{
    QString nameSpace = {};
    QString name = {};
    LabelSelector pods = {}; ///< whom it restricts; empty: every pod of the namespace
    bool isBroken = false; ///< the selector cannot be read: restricts nobody
    /// Without `policyTypes`: ingress always, egress when it has egress rules.
    bool isIngress = false;
    bool isEgress = false;
    std::vector<PolicyRule> ingress = {}; ///< none, of an ingress policy: nothing comes in
    std::vector<PolicyRule> egress = {};

    bool operator==(const NetworkPolicy &) const = default;

    /// Whether it restricts a pod of its namespace with these labels.
    bool selects(const QString &podNamespace, const QMap<QString, QString> &labels) const;
};

/// Reads a NetworkPolicy (networking.k8s.io/v1) from its JSON.
NetworkPolicy networkPolicyFrom(const QJsonObject &object);

/// The policies that restrict a pod, in their order.
std::vector<NetworkPolicy> policiesOf(const std::vector<NetworkPolicy> &all,
                                      const QString &podNamespace,
                                      const QMap<QString, QString> &labels);

} // namespace kube
