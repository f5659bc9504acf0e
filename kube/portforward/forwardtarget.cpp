// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/portforward/forwardtarget.h"

#include "kube/apimachinery/conditions.h"
#include "kube/apimachinery/controllerref.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kube {
namespace {

using Kind = ForwardProblem::Kind;

ApiResource resourceOf(const QString &group, const QString &plural, const QString &kind)
{
    return {.group = group, .version = u"v1"_s, .resource = plural, .kind = kind};
}

bool isTcp(const QJsonValue &port)
{
    const auto protocol = port["protocol"_L1].toString();
    return protocol.isEmpty() || protocol == "TCP"_L1;
}

quint16 numberOf(const QJsonValue &value)
{
    const auto number = value.toInteger();
    return number > 0 && number <= 65535 ? quint16(number) : quint16(0);
}

void addContainerPorts(std::vector<ForwardablePort> &ports, const QJsonValue &podSpec)
{
    for (const auto list : {"containers"_L1, "initContainers"_L1}) {
        const auto containers = podSpec[list].toArray();
        for (const auto &container : containers) {
            // Of init containers only sidecars still run.
            if (list == "initContainers"_L1
                && container["restartPolicy"_L1].toString() != "Always"_L1)
                continue;
            const auto listed = container["ports"_L1].toArray();
            for (const auto &port : listed) {
                if (const auto number = numberOf(port["containerPort"_L1]))
                    ports.push_back({number, port["name"_L1].toString(),
                                     container["name"_L1].toString(), isTcp(port)});
            }
        }
    }
}

QStringList textsOf(const std::vector<ForwardablePort> &ports)
{
    QStringList texts;
    for (const auto &port : ports) {
        const auto number = QString::number(port.number);
        texts.append(port.name.isEmpty() ? number : u"%1 (%2)"_s.arg(number, port.name));
    }
    texts.removeDuplicates();
    return texts;
}

std::expected<quint16, ForwardProblem> containerPort(const ForwardPod &pod, const QString &port)
{
    bool isNumber = false;
    const auto number = port.toUShort(&isNumber);
    if (isNumber && number > 0)
        return number; // a container need not declare what it listens on
    const auto named = std::ranges::find(pod.ports, port, &ForwardablePort::name);
    if (named == pod.ports.end() || port.isEmpty())
        return std::unexpected(
            ForwardProblem{.kind = Kind::NoPort, .detail = port, .choices = textsOf(pod.ports)});
    if (!named->isTcp)
        return std::unexpected(ForwardProblem{.kind = Kind::NotTcp, .detail = port});
    return named->number;
}

} // namespace

std::optional<ApiResource> forwardResource(QStringView kind)
{
    static const std::vector<ApiResource> known{
        resourceOf({}, u"pods"_s, u"Pod"_s),
        resourceOf({}, u"services"_s, u"Service"_s),
        resourceOf({}, u"replicationcontrollers"_s, u"ReplicationController"_s),
        resourceOf(u"apps"_s, u"deployments"_s, u"Deployment"_s),
        resourceOf(u"apps"_s, u"replicasets"_s, u"ReplicaSet"_s),
        resourceOf(u"apps"_s, u"statefulsets"_s, u"StatefulSet"_s),
        resourceOf(u"apps"_s, u"daemonsets"_s, u"DaemonSet"_s),
        resourceOf(u"batch"_s, u"jobs"_s, u"Job"_s),
    };
    const auto found = std::ranges::find(known, kind, &ApiResource::kind);
    return found == known.end() ? std::nullopt : std::optional(*found);
}

std::vector<ForwardablePort> forwardablePorts(const QJsonObject &object)
{
    std::vector<ForwardablePort> ports;
    const auto spec = object["spec"_L1];
    if (object["kind"_L1].toString() == "Service"_L1) {
        const auto listed = spec["ports"_L1].toArray();
        for (const auto &port : listed) {
            if (const auto number = numberOf(port["port"_L1]))
                ports.push_back({number, port["name"_L1].toString(), {}, isTcp(port)});
        }
        return ports;
    }
    addContainerPorts(ports, spec);
    addContainerPorts(ports, spec["template"_L1]["spec"_L1]);
    return ports;
}

ForwardPod forwardPodFrom(const QJsonObject &pod)
{
    const auto meta = pod["metadata"_L1];
    const auto status = pod["status"_L1];
    const auto phase = status["phase"_L1].toString();
    ForwardPod result{.name = meta["name"_L1].toString(),
                      .uid = meta["uid"_L1].toString(),
                      .created = meta["creationTimestamp"_L1].toString(),
                      .running = phase == "Running"_L1,
                      .leaving = !meta["deletionTimestamp"_L1].toString().isEmpty()
                          || phase == "Succeeded"_L1 || phase == "Failed"_L1};
    result.ready = isConditionTrue(conditionsOf(pod), "Ready"_L1);
    const auto controller = controllerRef(pod);
    result.controllerKind = controller["kind"_L1].toString();
    result.controllerName = controller["name"_L1].toString();
    addContainerPorts(result.ports, pod["spec"_L1]);
    return result;
}

const ForwardPod *choosePod(const std::vector<ForwardPod> &pods, const QString &current,
                            bool unready)
{
    const ForwardPod *best = nullptr;
    for (const auto &pod : pods) {
        if (pod.leaving || !pod.running)
            continue;
        if (pod.uid == current)
            return &pod;
        if (!pod.ready && !unready)
            continue;
        const auto rank = [](const ForwardPod &one) { return std::pair(one.ready, one.created); };
        if (!best || rank(pod) > rank(*best))
            best = &pod;
    }
    return best;
}

std::expected<quint16, ForwardProblem> portIn(const ForwardPod &pod, const QJsonObject &object,
                                              const QString &port)
{
    if (object["kind"_L1].toString() != "Service"_L1)
        return containerPort(pod, port);
    const auto listed = object["spec"_L1]["ports"_L1].toArray();
    for (const auto &one : listed) {
        const auto number = numberOf(one["port"_L1]);
        if (QString::number(number) != port && one["name"_L1].toString() != port)
            continue;
        if (!isTcp(one))
            return std::unexpected(ForwardProblem{.kind = Kind::NotTcp, .detail = port});
        const auto target = one["targetPort"_L1];
        if (object["spec"_L1]["clusterIP"_L1].toString() == "None"_L1)
            return number;
        if (target.isString())
            return containerPort(pod, target.toString());
        return numberOf(target) ? numberOf(target) : number;
    }
    return std::unexpected(ForwardProblem{
        .kind = Kind::NoPort, .detail = port, .choices = textsOf(forwardablePorts(object))});
}

} // namespace kube
