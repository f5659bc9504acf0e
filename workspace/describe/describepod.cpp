// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/describe/describewriter.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace workspace {

/// Running since …, Waiting because …, Terminated with …
static void describeState(DescribeWriter &out, const QString &label, const QJsonObject &state)
{
    if (const auto running = state["running"_L1].toObject(); state.contains("running"_L1)) {
        out.field(label, u"Running for %1"_s.arg(out.age(running["startedAt"_L1].toString())), TextTone::Ok);
    } else if (const auto waiting = state["waiting"_L1].toObject(); state.contains("waiting"_L1)) {
        const auto reason = waiting["reason"_L1].toString();
        const bool early = reason == "ContainerCreating"_L1 || reason == "PodInitializing"_L1;
        out.field(label, u"Waiting: %1"_s.arg(reason), early ? TextTone::Info : TextTone::Error);
        out.field({}, waiting["message"_L1].toString(), TextTone::Dim);
    } else if (state.contains("terminated"_L1)) {
        const auto ended = state["terminated"_L1].toObject();
        const int code = ended["exitCode"_L1].toInt();
        out.field(label,
                  u"Terminated: %1, exit code %2, %3 ago"_s.arg(ended["reason"_L1].toString())
                      .arg(code).arg(out.age(ended["finishedAt"_L1].toString())),
                  code == 0 ? TextTone::Dim : TextTone::Error);
        out.field({}, ended["message"_L1].toString(), TextTone::Dim);
    }
}

static void describeEnvironment(DescribeWriter &out, const QJsonObject &container)
{
    std::vector<DescribedValue> values;
    const auto sources = container["envFrom"_L1].toArray();
    for (const auto &source : sources) {
        const auto map = source["configMapRef"_L1]["name"_L1].toString();
        const auto secret = source["secretRef"_L1]["name"_L1].toString();
        if (!map.isEmpty())
            values.push_back({u"all of ConfigMap "_s + map, TextTone::Link, out.idOf(u"v1"_s, u"ConfigMap"_s, map)});
        if (!secret.isEmpty())
            values.push_back({u"all of Secret "_s + secret, TextTone::Link, out.idOf(u"v1"_s, u"Secret"_s, secret)});
    }
    const auto env = container["env"_L1].toArray();
    for (const auto &one : env) {
        const auto name = one["name"_L1].toString();
        const auto from = one["valueFrom"_L1].toObject();
        const auto map = from["configMapKeyRef"_L1].toObject();
        const auto secret = from["secretKeyRef"_L1].toObject();
        const auto path = from["fieldRef"_L1]["fieldPath"_L1].toString();
        if (!map.isEmpty())
            values.push_back({u"%1: key %2 of ConfigMap %3"_s.arg(name, map["key"_L1].toString(), map["name"_L1].toString()),
                              TextTone::Link, out.idOf(u"v1"_s, u"ConfigMap"_s, map["name"_L1].toString())});
        else if (!secret.isEmpty())
            values.push_back({u"%1: key %2 of Secret %3"_s.arg(name, secret["key"_L1].toString(), secret["name"_L1].toString()),
                              TextTone::Link, out.idOf(u"v1"_s, u"Secret"_s, secret["name"_L1].toString())});
        else if (!path.isEmpty())
            values.push_back({u"%1: (%2)"_s.arg(name, path)});
        else
            values.push_back({u"%1: %2"_s.arg(name, one["value"_L1].toString())});
    }
    if (!values.empty())
        out.values(u"Environment"_s, std::move(values));
}

static QString probeText(const QJsonObject &probe)
{
    if (probe.isEmpty())
        return {};
    QString what;
    if (const auto http = probe["httpGet"_L1].toObject(); !http.isEmpty())
        what = u"http-get %1:%2%3"_s.arg(http["scheme"_L1].toString(u"HTTP"_s).toLower(), inLine(http["port"_L1]), http["path"_L1].toString());
    else if (const auto tcp = probe["tcpSocket"_L1].toObject(); !tcp.isEmpty())
        what = u"tcp-socket :%1"_s.arg(inLine(tcp["port"_L1]));
    else if (const auto exec = probe["exec"_L1].toObject(); !exec.isEmpty())
        what = u"exec %1"_s.arg(inLine(exec["command"_L1]).remove(u','));
    else if (const auto grpc = probe["grpc"_L1].toObject(); !grpc.isEmpty())
        what = u"grpc :%1"_s.arg(inLine(grpc["port"_L1]));
    return u"%1 delay=%2s timeout=%3s period=%4s #success=%5 #failure=%6"_s.arg(what)
        .arg(probe["initialDelaySeconds"_L1].toInt()).arg(probe["timeoutSeconds"_L1].toInt(1))
        .arg(probe["periodSeconds"_L1].toInt(10)).arg(probe["successThreshold"_L1].toInt(1))
        .arg(probe["failureThreshold"_L1].toInt(3));
}

static void describeSettings(DescribeWriter &out, const QJsonObject &container)
{
    QStringList ports;
    const auto portList = container["ports"_L1].toArray();
    for (const auto &port : portList)
        ports.append(u"%1/%2 %3"_s.arg(inLine(port["containerPort"_L1]), port["protocol"_L1].toString(u"TCP"_s),
                                       port["name"_L1].toString()).trimmed());
    out.field(u"Ports"_s, ports.join(u", "_s));
    out.field(u"Command"_s, inLine(container["command"_L1]).replace(u", "_s, u" "_s));
    out.field(u"Args"_s, inLine(container["args"_L1]).replace(u", "_s, u" "_s));
    out.field(u"Requests"_s, inLine(container["resources"_L1]["requests"_L1]));
    out.field(u"Limits"_s, inLine(container["resources"_L1]["limits"_L1]));
    out.field(u"Liveness"_s, probeText(container["livenessProbe"_L1].toObject()));
    out.field(u"Readiness"_s, probeText(container["readinessProbe"_L1].toObject()));
    out.field(u"Startup"_s, probeText(container["startupProbe"_L1].toObject()));
    describeEnvironment(out, container);
    QStringList mounts;
    const auto mountList = container["volumeMounts"_L1].toArray();
    for (const auto &mount : mountList)
        mounts.append(u"%1 from %2 (%3)"_s.arg(mount["mountPath"_L1].toString(), mount["name"_L1].toString(),
                                               mount["readOnly"_L1].toBool() ? u"ro"_s : u"rw"_s));
    out.texts(u"Mounts"_s, mounts);
}

void describeContainers(DescribeWriter &out, const QString &heading, const QJsonArray &containers,
                        const QJsonArray &statuses)
{
    if (containers.isEmpty())
        return;
    out.section(heading);
    for (const auto &one : containers) {
        const auto container = one.toObject();
        const auto name = container["name"_L1].toString();
        const auto status = std::ranges::find_if(statuses, [&name](const QJsonValue &candidate) {
            return candidate["name"_L1].toString() == name;
        });
        out.values(name, {});
        out.deeper();
        out.field(u"Image"_s, container["image"_L1].toString());
        if (status != statuses.end()) {
            describeState(out, u"State"_s, (*status)["state"_L1].toObject());
            describeState(out, u"Last state"_s, (*status)["lastState"_L1].toObject());
            const bool ready = (*status)["ready"_L1].toBool();
            out.field(u"Ready"_s, ready ? u"True"_s : u"False"_s, ready ? TextTone::Ok : TextTone::Warn);
            const int restarts = (*status)["restartCount"_L1].toInt();
            out.field(u"Restarts"_s, QString::number(restarts), restarts > 0 ? TextTone::Warn : TextTone::Plain);
        }
        describeSettings(out, container);
        out.higher();
    }
}

void describeVolumes(DescribeWriter &out, const QJsonArray &volumes)
{
    if (volumes.isEmpty())
        return;
    out.section(u"Volumes"_s);
    for (const auto &one : volumes) {
        const auto volume = one.toObject();
        const auto name = volume["name"_L1].toString();
        const auto map = volume["configMap"_L1]["name"_L1].toString();
        const auto secret = volume["secret"_L1]["secretName"_L1].toString();
        const auto claim = volume["persistentVolumeClaim"_L1]["claimName"_L1].toString();
        if (!map.isEmpty())
            out.values(name, {{u"ConfigMap "_s + map, TextTone::Link, out.idOf(u"v1"_s, u"ConfigMap"_s, map)}});
        else if (!secret.isEmpty())
            out.values(name, {{u"Secret "_s + secret, TextTone::Link, out.idOf(u"v1"_s, u"Secret"_s, secret)}});
        else if (!claim.isEmpty())
            out.values(name, {{u"PersistentVolumeClaim "_s + claim, TextTone::Link,
                               out.idOf(u"v1"_s, u"PersistentVolumeClaim"_s, claim)}});
        else {
            auto kinds = volume.keys();
            kinds.removeAll(u"name"_s);
            const auto kind = kinds.value(0);
            const auto detail = kind == "projected"_L1 ? QString() : inLine(volume[kind]);
            out.field(name, detail.isEmpty() ? kind : u"%1: %2"_s.arg(kind, detail));
        }
    }
}

void describePodTemplate(DescribeWriter &out, const QJsonObject &podTemplate)
{
    const auto spec = podTemplate["spec"_L1].toObject();
    out.section(u"Pod template"_s);
    out.map(u"Labels"_s, podTemplate["metadata"_L1]["labels"_L1].toObject());
    out.link(u"Service account"_s, u"v1"_s, u"ServiceAccount"_s, spec["serviceAccountName"_L1].toString());
    out.field(u"Node selector"_s, inLine(spec["nodeSelector"_L1]));
    describeContainers(out, u"Init containers"_s, spec["initContainers"_L1].toArray(), {});
    describeContainers(out, u"Containers"_s, spec["containers"_L1].toArray(), {});
    describeVolumes(out, spec["volumes"_L1].toArray());
}

static void describeScheduling(DescribeWriter &out)
{
    out.section(u"Scheduling"_s);
    out.field(u"QoS class"_s, out.status["qosClass"_L1].toString());
    out.field(u"Priority class"_s, out.spec["priorityClassName"_L1].toString());
    out.field(u"Node selector"_s, inLine(out.spec["nodeSelector"_L1]));
    QStringList tolerations;
    const auto list = out.spec["tolerations"_L1].toArray();
    for (const auto &one : list) {
        auto text = one["key"_L1].toString();
        if (const auto value = one["value"_L1].toString(); !value.isEmpty())
            text += u'=' + value;
        text += u':' + one["effect"_L1].toString();
        if (one["operator"_L1].toString() == "Exists"_L1)
            text += u" op=Exists"_s;
        if (one["tolerationSeconds"_L1].isDouble())
            text += u" for %1s"_s.arg(one["tolerationSeconds"_L1].toInt());
        tolerations.append(text);
    }
    out.texts(u"Tolerations"_s, tolerations);
}

void describePod(DescribeWriter &out)
{
    const auto phase = out.status["phase"_L1].toString();
    const auto reason = out.status["reason"_L1].toString();
    out.section(u"Pod"_s);
    out.field(u"Status"_s, reason.isEmpty() ? phase : u"%1 (%2)"_s.arg(phase, reason),
              phase == "Running"_L1 ? TextTone::Ok
              : phase == "Failed"_L1 ? TextTone::Error
              : phase == "Pending"_L1 ? TextTone::Info : TextTone::Plain);
    out.field(u"Message"_s, out.status["message"_L1].toString());
    out.link(u"Node"_s, u"v1"_s, u"Node"_s, out.spec["nodeName"_L1].toString(), false);
    out.field(u"IP"_s, out.status["podIP"_L1].toString());
    const auto started = out.status["startTime"_L1].toString();
    if (!started.isEmpty())
        out.field(u"Started"_s, u"%1 ago"_s.arg(out.age(started)));
    out.link(u"Service account"_s, u"v1"_s, u"ServiceAccount"_s, out.spec["serviceAccountName"_L1].toString());
    describeContainers(out, u"Init containers"_s, out.spec["initContainers"_L1].toArray(),
                       out.status["initContainerStatuses"_L1].toArray());
    describeContainers(out, u"Containers"_s, out.spec["containers"_L1].toArray(),
                       out.status["containerStatuses"_L1].toArray());
    describeContainers(out, u"Ephemeral containers"_s, out.spec["ephemeralContainers"_L1].toArray(),
                       out.status["ephemeralContainerStatuses"_L1].toArray());
    describeVolumes(out, out.spec["volumes"_L1].toArray());
    describeScheduling(out);
}

} // namespace workspace
