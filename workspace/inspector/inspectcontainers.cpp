// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/inspector/inspectwriter.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace workspace {
namespace {

using kube::Health;

struct ContainerState
{
    QString text = {};
    Health health = Health::Unknown;
};

ContainerState stateOf(const QJsonValue &status, const InspectWriter &out)
{
    const auto state = status["state"_L1];
    if (const auto running = state["running"_L1]; running.isObject()) {
        const auto age = out.age(running["startedAt"_L1].toString());
        const bool ready = status["ready"_L1].toBool();
        return {ready ? InspectTr::tr("running for %1").arg(age)
                      : InspectTr::tr("running for %1, not ready").arg(age),
                ready ? Health::Ok : Health::Pending};
    }
    if (const auto ended = state["terminated"_L1]; ended.isObject()) {
        const int code = ended["exitCode"_L1].toInt();
        const auto reason = ended["reason"_L1].toString();
        return {InspectTr::tr("ended %1 ago: %2, exit code %3")
                    .arg(out.age(ended["finishedAt"_L1].toString()), reason)
                    .arg(code),
                code == 0 ? Health::Done : Health::Error};
    }
    if (const auto waiting = state["waiting"_L1]; waiting.isObject()) {
        const auto reason = waiting["reason"_L1].toString();
        const bool early = reason == "ContainerCreating"_L1 || reason == "PodInitializing"_L1;
        return {InspectTr::tr("waits: %1").arg(reason), early ? Health::Pending : Health::Error};
    }
    return {};
}

QString portText(const QJsonValue &port)
{
    QString text = inLine(port["containerPort"_L1]) + u'/' + port["protocol"_L1].toString(u"TCP"_s);
    if (const auto name = port["name"_L1].toString(); !name.isEmpty())
        text.prepend(name + u' ');
    if (const int host = port["hostPort"_L1].toInt(); host > 0)
        text += InspectTr::tr(" (port %1 of the node)").arg(host);
    return text;
}

/// "50m CPU, 64Mi memory".
QString amountsText(const QJsonValue &amounts)
{
    QStringList parts;
    const auto map = amounts.toObject();
    for (auto amount = map.begin(); amount != map.end(); ++amount) {
        const auto what = amount.key() == "cpu"_L1 ? InspectTr::tr("CPU")
            : amount.key() == "memory"_L1          ? InspectTr::tr("memory")
                                                   : amount.key();
        parts.append(inLine(*amount) + u' ' + what);
    }
    return parts.join(u", "_s);
}

QString commandText(const QJsonObject &container)
{
    QStringList words;
    for (const auto key : {"command"_L1, "args"_L1}) {
        const auto list = container[key].toArray();
        for (const auto &one : list)
            words.append(one.toString());
    }
    return words.join(u' ');
}

void inspectMounts(InspectWriter &out, const QJsonObject &container)
{
    const auto mounts = container["volumeMounts"_L1].toArray();
    for (const auto &mount : mounts) {
        const auto path = mount["mountPath"_L1].toString();
        out.value(InspectTr::tr("Mount"), path);
        auto from = mount["name"_L1].toString();
        if (const auto part = mount["subPath"_L1].toString(); !part.isEmpty())
            from += u'/' + part;
        out.result.cards.back().items.back().source = mount["readOnly"_L1].toBool()
            ? InspectTr::tr("volume %1, read only").arg(from)
            : InspectTr::tr("volume %1").arg(from);
    }
}

void inspectContainer(InspectWriter &out, const QJsonObject &container, const QJsonValue &status,
                      const QString &role)
{
    const auto name = container["name"_L1].toString();
    const auto state = stateOf(status, out);
    QStringList notes;
    if (!role.isEmpty())
        notes.append(role);
    if (!state.text.isEmpty())
        notes.append(state.text);
    const bool known = status.isObject();
    out.heading(name, notes.join(u" · "_s), known ? std::optional(state.health) : std::nullopt);
    out.value(InspectTr::tr("Image"), container["image"_L1].toString());
    const auto digest = status["imageID"_L1].toString().section(u"@sha256:"_s, 1);
    if (!digest.isEmpty())
        out.result.cards.back().items.back().source = u"sha256:%1…"_s.arg(digest.left(12));
    if (const int restarts = status["restartCount"_L1].toInt(); restarts > 0)
        out.field(InspectTr::tr("Restarts"), QString::number(restarts), TextTone::Warn);
    out.value(InspectTr::tr("Command"), commandText(container));
    QStringList ports;
    const auto list = container["ports"_L1].toArray();
    for (const auto &port : list)
        ports.append(portText(port));
    out.field(InspectTr::tr("Ports"), ports.join(u", "_s));
    out.field(InspectTr::tr("Requests"), amountsText(container["resources"_L1]["requests"_L1]));
    out.field(InspectTr::tr("Limits"), amountsText(container["resources"_L1]["limits"_L1]));
    for (const auto &[label, key] : {std::pair(InspectTr::tr("Liveness"), "livenessProbe"_L1),
                                     std::pair(InspectTr::tr("Readiness"), "readinessProbe"_L1),
                                     std::pair(InspectTr::tr("Startup"), "startupProbe"_L1)}) {
        if (const auto probe = container[key]; probe.isObject())
            out.field(label, probeSentence(probe.toObject()));
    }
    inspectMounts(out, container);
    inspectEnvironment(out, container);
}

struct ContainerList
{
    QLatin1StringView key = {};
    QLatin1StringView statuses = {};
    QString role = {};
};

} // namespace

// https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#Probe
QString probeSentence(const QJsonObject &probe)
{
    QString what = InspectTr::tr("Unknown probe");
    if (const auto http = probe["httpGet"_L1]; http.isObject())
        what = InspectTr::tr("GET %1://%2:%3%4")
                   .arg(http["scheme"_L1].toString(u"HTTP"_s).toLower(),
                        http["host"_L1].toString(u"pod"_s), inLine(http["port"_L1]),
                        http["path"_L1].toString(u"/"_s));
    else if (const auto exec = probe["exec"_L1]; exec.isObject())
        what = InspectTr::tr("Runs %1").arg(inLine(exec["command"_L1]).replace(u", "_s, u" "_s));
    else if (const auto tcp = probe["tcpSocket"_L1]; tcp.isObject())
        what = InspectTr::tr("Connects to port %1").arg(inLine(tcp["port"_L1]));
    else if (const auto grpc = probe["grpc"_L1]; grpc.isObject())
        what = InspectTr::tr("Asks gRPC health at port %1").arg(inLine(grpc["port"_L1]));
    const int delay = probe["initialDelaySeconds"_L1].toInt();
    const auto often = InspectTr::tr("every %1 s").arg(probe["periodSeconds"_L1].toInt(10));
    const auto first =
        delay > 0 ? InspectTr::tr(", from %1 s after the start").arg(delay) : QString();
    const auto wait =
        InspectTr::tr("waits %1 s for an answer").arg(probe["timeoutSeconds"_L1].toInt(1));
    const auto after =
        InspectTr::tr("fails after %n misses", nullptr, probe["failureThreshold"_L1].toInt(3));
    return u"%1 %2%3; %4; %5"_s.arg(what, often, first, wait, after);
}

void inspectContainers(InspectWriter &out)
{
    const std::array lists{ContainerList{"containers"_L1, "containerStatuses"_L1, {}},
                           ContainerList{"initContainers"_L1, "initContainerStatuses"_L1,
                                         InspectTr::tr("init container")},
                           ContainerList{"ephemeralContainers"_L1, "ephemeralContainerStatuses"_L1,
                                         InspectTr::tr("debug container")}};
    out.card(InspectTr::tr("Containers"));
    for (const auto &list : lists) {
        const auto statuses = out.status[list.statuses].toArray();
        const auto containers = out.podSpec[list.key].toArray();
        for (const auto &container : containers) {
            const auto name = container["name"_L1];
            const auto status = std::ranges::find_if(
                statuses, [&name](const QJsonValue &one) { return one["name"_L1] == name; });
            const bool sidecar = list.key == "initContainers"_L1
                && container["restartPolicy"_L1].toString() == "Always"_L1;
            inspectContainer(out, container.toObject(),
                             status == statuses.end() ? QJsonValue() : QJsonValue(*status),
                             sidecar ? InspectTr::tr("sidecar") : list.role);
        }
    }
    out.dropEmptyCard();
}

} // namespace workspace
