// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/policies/networkpolicy.h"

#include "kube/apimachinery/labelselector.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kube {

static PolicyPort portFrom(const QJsonValue &json)
{
    PolicyPort port{.protocol = json["protocol"_L1].toString(u"TCP"_s)};
    const auto number = json["port"_L1];
    port.everyPort = number.isUndefined() || number.isNull();
    if (number.isString())
        port.name = number.toString();
    else
        port.port = number.toInt();
    port.endPort = json["endPort"_L1].toInt();
    return port;
}

static void readSelector(const QJsonValue &json, std::optional<LabelSelector> &into, bool &broken)
{
    if (!json.isObject())
        return;
    into = labelSelectorOf(json.toObject());
    broken = broken || !into;
}

static PolicyPeer peerFrom(const QJsonValue &json)
{
    PolicyPeer peer;
    readSelector(json["podSelector"_L1], peer.pods, peer.isBroken);
    readSelector(json["namespaceSelector"_L1], peer.nameSpaces, peer.isBroken);
    const auto block = json["ipBlock"_L1];
    peer.cidr = block["cidr"_L1].toString();
    for (const auto &except : block["except"_L1].toArray())
        peer.except.append(except.toString());
    return peer;
}

static std::vector<PolicyRule> rulesFrom(const QJsonValue &list, QLatin1StringView peers)
{
    std::vector<PolicyRule> rules;
    for (const auto &json : list.toArray()) {
        PolicyRule rule;
        for (const auto &peer : json[peers].toArray())
            rule.peers.push_back(peerFrom(peer));
        for (const auto &port : json["ports"_L1].toArray())
            rule.ports.push_back(portFrom(port));
        rules.push_back(std::move(rule));
    }
    return rules;
}

NetworkPolicy networkPolicyFrom(const QJsonObject &object)
{
    const auto meta = object["metadata"_L1];
    const auto spec = object["spec"_L1];
    NetworkPolicy policy{.nameSpace = meta["namespace"_L1].toString(),
                         .name = meta["name"_L1].toString(),
                         .ingress = rulesFrom(spec["ingress"_L1], "from"_L1),
                         .egress = rulesFrom(spec["egress"_L1], "to"_L1)};
    const auto pods = labelSelectorOf(spec["podSelector"_L1].toObject());
    policy.isBroken = !pods;
    policy.pods = pods.value_or(LabelSelector());
    const auto types = spec["policyTypes"_L1].toArray();
    policy.isIngress = types.isEmpty() || types.contains("Ingress"_L1);
    policy.isEgress = types.isEmpty() ? !policy.egress.empty() : types.contains("Egress"_L1);
    return policy;
}

bool NetworkPolicy::selects(const QString &podNamespace, const QMap<QString, QString> &labels) const
{
    return !isBroken && podNamespace == nameSpace && pods.matches(labels);
}

std::vector<NetworkPolicy> policiesOf(const std::vector<NetworkPolicy> &all,
                                      const QString &podNamespace,
                                      const QMap<QString, QString> &labels)
{
    std::vector<NetworkPolicy> result;
    std::ranges::copy_if(all, std::back_inserter(result), [&](const NetworkPolicy &policy) {
        return policy.selects(podNamespace, labels);
    });
    return result;
}

} // namespace kube
