// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/describe/describewriter.h"
#include "workspace/describe/envtext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace workspace {

/// Running since …, Waiting because …, Terminated with …
static void describeState(DescribeWriter &out, const QString &label, const QJsonObject &state)
{
    if (const auto ended = state["terminated"_L1]; ended.isObject()) {
        const bool well = ended["exitCode"_L1].toInt() == 0;
        out.field(label, u"Terminated"_s, well ? TextTone::Dim : TextTone::Error);
        out.deeper();
        out.value(u"Reason"_s, ended["reason"_L1]);
        out.field(u"Message"_s, ended["message"_L1].toString(), TextTone::Dim);
        out.field(u"Exit Code"_s, inLine(ended["exitCode"_L1]),
                  well ? TextTone::Plain : TextTone::Error);
        if (ended["signal"_L1].toInt() > 0)
            out.value(u"Signal"_s, ended["signal"_L1]);
        out.time(u"Started"_s, ended["startedAt"_L1]);
        out.time(u"Finished"_s, ended["finishedAt"_L1]);
    } else if (const auto running = state["running"_L1]; running.isObject()) {
        out.field(label, u"Running"_s, TextTone::Ok);
        out.deeper();
        out.time(u"Started"_s, running["startedAt"_L1]);
    } else {
        const auto waiting = state["waiting"_L1];
        const auto reason = waiting["reason"_L1].toString();
        const bool early =
            reason.isEmpty() || reason == "ContainerCreating"_L1 || reason == "PodInitializing"_L1;
        out.field(label, u"Waiting"_s, early ? TextTone::Info : TextTone::Error);
        out.deeper();
        out.field(u"Reason"_s, reason, early ? TextTone::Plain : TextTone::Error);
        out.field(u"Message"_s, waiting["message"_L1].toString(), TextTone::Dim);
    }
    out.higher();
}

static void describeEnvironment(DescribeWriter &out, const QJsonObject &container)
{
    std::vector<DescribedValue> from;
    const auto sources = container["envFrom"_L1].toArray();
    for (const auto &source : sources) {
        const bool map = source["configMapRef"_L1].isObject();
        const auto kind = map ? u"ConfigMap"_s : u"Secret"_s;
        const auto ref = source[map ? "configMapRef"_L1 : "secretRef"_L1];
        const auto name = ref["name"_L1].toString();
        const auto prefix = source["prefix"_L1].toString();
        const auto with = prefix.isEmpty() ? QString() : u" with prefix '%1'"_s.arg(prefix);
        from.push_back(
            {u"%1  %2%3  Optional: %4"_s.arg(name, kind, with, inLine(ref["optional"_L1].toBool())),
             TextTone::Link, out.idOf(u"v1"_s, kind, name)});
    }
    if (!from.empty())
        out.values(u"Environment Variables from"_s, std::move(from));
    const auto env = container["env"_L1].toArray();
    if (env.isEmpty())
        return;
    out.group(u"Environment"_s);
    for (const auto &one : env)
        out.values(one["name"_L1].toString(), {environmentValue(out, container, one.toObject())});
    out.higher();
}

static QString probeText(const QJsonObject &probe)
{
    QString what = u"unknown"_s;
    if (const auto exec = probe["exec"_L1]; exec.isObject())
        what = u"exec "_s + bracketed(exec["command"_L1]);
    else if (const auto http = probe["httpGet"_L1]; http.isObject())
        what = u"http-get %1://%2:%3%4"_s.arg(http["scheme"_L1].toString(u"HTTP"_s).toLower(),
                                              http["host"_L1].toString(), inLine(http["port"_L1]),
                                              http["path"_L1].toString());
    else if (const auto tcp = probe["tcpSocket"_L1]; tcp.isObject())
        what = u"tcp-socket %1:%2"_s.arg(tcp["host"_L1].toString(), inLine(tcp["port"_L1]));
    else if (const auto grpc = probe["grpc"_L1]; grpc.isObject())
        what = u"grpc <pod>:%1 %2"_s.arg(inLine(grpc["port"_L1]), grpc["service"_L1].toString());
    return u"%1 delay=%2s timeout=%3s period=%4s #success=%5 #failure=%6"_s.arg(what)
        .arg(probe["initialDelaySeconds"_L1].toInt())
        .arg(probe["timeoutSeconds"_L1].toInt(1))
        .arg(probe["periodSeconds"_L1].toInt(10))
        .arg(probe["successThreshold"_L1].toInt(1))
        .arg(probe["failureThreshold"_L1].toInt(3));
}

static void describeProbes(DescribeWriter &out, const QJsonObject &container)
{
    for (const auto &[label, key] : {std::pair(u"Liveness"_s, "livenessProbe"_L1),
                                     std::pair(u"Readiness"_s, "readinessProbe"_L1),
                                     std::pair(u"Startup"_s, "startupProbe"_L1)}) {
        if (const auto probe = container[key]; probe.isObject())
            out.field(label, probeText(probe.toObject()));
    }
}

static void describePorts(DescribeWriter &out, const QJsonArray &ports)
{
    QStringList own;
    QStringList host;
    QStringList named;
    for (const auto &port : ports) {
        const auto protocol = port["protocol"_L1].toString(u"TCP"_s);
        const auto number = inLine(port["containerPort"_L1]);
        own.append(number + u'/' + protocol);
        host.append(QString::number(port["hostPort"_L1].toInt()) + u'/' + protocol);
        if (const auto name = port["name"_L1].toString(); !name.isEmpty())
            named.append(name + u'=' + number);
    }
    const bool many = own.size() > 1;
    out.field(many ? u"Ports"_s : u"Port"_s, own.join(u", "_s));
    out.field(many ? u"Host Ports"_s : u"Host Port"_s, host.join(u", "_s), TextTone::Dim);
    out.field(u"Port Names"_s, named.join(u", "_s));
}

static QStringList linesOf(const QJsonValue &arguments)
{
    QStringList lines;
    const auto list = arguments.toArray();
    for (const auto &one : list)
        lines += one.toString().split(u'\n');
    return lines;
}

static void describeMounts(DescribeWriter &out, const QJsonObject &container)
{
    QStringList mounts;
    const auto list = container["volumeMounts"_L1].toArray();
    for (const auto &mount : list) {
        auto flags = mount["readOnly"_L1].toBool() ? u"ro"_s : u"rw"_s;
        if (const auto path = mount["subPath"_L1].toString(); !path.isEmpty())
            flags += u",path=\"%1\""_s.arg(path);
        mounts.append(u"%1 from %2 (%3)"_s.arg(mount["mountPath"_L1].toString(),
                                               mount["name"_L1].toString(), flags));
    }
    mounts.sort();
    out.texts(u"Mounts"_s, mounts);
    QStringList devices;
    const auto deviceList = container["volumeDevices"_L1].toArray();
    for (const auto &device : deviceList)
        devices.append(
            u"%1 from %2"_s.arg(device["devicePath"_L1].toString(), device["name"_L1].toString()));
    devices.sort();
    out.texts(u"Devices"_s, devices);
}

static void describeContainer(DescribeWriter &out, const QJsonObject &container,
                              const QJsonValue &status)
{
    const bool known = status.isObject();
    if (known) {
        describeState(out, u"State"_s, status["state"_L1].toObject());
        if (status["lastState"_L1]["terminated"_L1].isObject())
            describeState(out, u"Last State"_s, status["lastState"_L1].toObject());
        const bool ready = status["ready"_L1].toBool();
        out.field(u"Ready"_s, yesNo(ready), ready ? TextTone::Ok : TextTone::Warn);
        const int restarts = status["restartCount"_L1].toInt();
        out.field(u"Restart Count"_s, QString::number(restarts),
                  restarts > 0 ? TextTone::Warn : TextTone::Plain);
    }
    out.value(u"Image"_s, container["image"_L1]);
    if (known) {
        out.field(u"Image ID"_s, status["imageID"_L1].toString(), TextTone::Dim);
        out.field(u"Container ID"_s, status["containerID"_L1].toString(), TextTone::Dim);
    }
    describePorts(out, container["ports"_L1].toArray());
    out.value(u"SeccompProfile"_s, container["securityContext"_L1]["seccompProfile"_L1]["type"_L1]);
    out.texts(u"Command"_s, linesOf(container["command"_L1]));
    out.texts(u"Args"_s, linesOf(container["args"_L1]));
    out.entries(u"Limits"_s, container["resources"_L1]["limits"_L1].toObject());
    out.entries(u"Requests"_s, container["resources"_L1]["requests"_L1].toObject());
    describeProbes(out, container);
    describeEnvironment(out, container);
    describeMounts(out, container);
}

void describeContainers(DescribeWriter &out, const QString &heading, const QJsonArray &containers,
                        const QJsonArray &statuses)
{
    if (containers.isEmpty())
        return;
    out.section(heading);
    for (const auto &container : containers) {
        const auto name = container["name"_L1].toString();
        const auto status = std::ranges::find_if(statuses, [&name](const QJsonValue &candidate) {
            return candidate["name"_L1].toString() == name;
        });
        out.group(name);
        describeContainer(out, container.toObject(),
                          status == statuses.end() ? QJsonValue() : QJsonValue(*status));
        out.higher();
    }
}

} // namespace workspace
