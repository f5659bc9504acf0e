// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/policies/reach.h"

#include <QHostAddress>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kube {

bool isInBlock(const QString &address, const QString &cidr)
{
    const QHostAddress host(address);
    const auto block = QHostAddress::parseSubnet(cidr);
    if (host.isNull() || block.first.isNull() || block.second < 0
        || host.protocol() != block.first.protocol())
        return false;
    return host.isInSubnet(block);
}

static bool matches(const PolicyPeer &peer, const PolicyEndpoint &end, const QString &nameSpace)
{
    if (peer.isBroken)
        return false;
    if (!peer.cidr.isEmpty()) {
        const auto inside = [&end](const QString &cidr) { return isInBlock(end.address, cidr); };
        return inside(peer.cidr) && !std::ranges::any_of(peer.except, inside);
    }
    if (!end.isPod() || (!peer.pods && !peer.nameSpaces))
        return false;
    const bool place = peer.nameSpaces ? peer.nameSpaces->matches(end.nameSpaceLabels)
                                       : end.nameSpace == nameSpace;
    return place && (!peer.pods || peer.pods->matches(end.labels));
}

/// Named ports are those of the pod that is connected to.
static bool matches(const PolicyPort &port, const PolicyQuestion &question)
{
    if (port.protocol != question.protocol)
        return false;
    if (port.everyPort)
        return true;
    if (!port.name.isEmpty())
        return question.to.namedPorts.value(port.protocol + u'/' + port.name) == question.port
            && question.port > 0;
    const int last = port.endPort > 0 ? port.endPort : port.port;
    return question.port >= port.port && question.port <= last;
}

static bool allows(const PolicyRule &rule, const PolicyEndpoint &peer, const QString &nameSpace,
                   const PolicyQuestion &question)
{
    const bool isPeer = rule.peers.empty() || std::ranges::any_of(rule.peers, [&](const auto &one) {
                            return matches(one, peer, nameSpace);
                        });
    const bool isPort = rule.ports.empty()
        || std::ranges::any_of(rule.ports, [&](const auto &one) { return matches(one, question); });
    return isPeer && isPort;
}

enum class Direction { In, Out };

static PolicyVerdict verdict(const std::vector<NetworkPolicy> &policies,
                             const PolicyQuestion &question, Direction direction)
{
    const bool in = direction == Direction::In;
    const auto &pod = in ? question.to : question.from;
    const auto &peer = in ? question.from : question.to;
    PolicyVerdict result;
    if (!pod.isPod() || pod.isHostNetwork)
        return result;
    for (const auto &policy : policies) {
        if (!(in ? policy.isIngress : policy.isEgress)
            || !policy.selects(pod.nameSpace, pod.labels))
            continue;
        result.selecting.append(policy.name);
        const auto &rules = in ? policy.ingress : policy.egress;
        if (std::ranges::any_of(rules, [&](const PolicyRule &rule) {
                return allows(rule, peer, policy.nameSpace, question);
            }))
            result.allowing.append(policy.name);
    }
    result.isRestricted = !result.selecting.isEmpty();
    result.allowed = !result.isRestricted || !result.allowing.isEmpty();
    return result;
}

PolicyAnswer mayReach(const std::vector<NetworkPolicy> &policies, const PolicyQuestion &question)
{
    return {.egress = verdict(policies, question, Direction::Out),
            .ingress = verdict(policies, question, Direction::In)};
}

} // namespace kube
