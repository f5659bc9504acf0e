// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/describe/describewriter.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace workspace {

QString tolerationText(const QJsonValue &toleration)
{
    auto text = toleration["key"_L1].toString();
    const auto value = toleration["value"_L1].toString();
    const auto effect = toleration["effect"_L1].toString();
    if (!value.isEmpty())
        text += u'=' + value;
    if (!effect.isEmpty())
        text += u':' + effect;
    if (toleration["operator"_L1].toString() == "Exists"_L1 && value.isEmpty())
        text += text.isEmpty() ? u"op=Exists"_s : u" op=Exists"_s;
    if (toleration["tolerationSeconds"_L1].isDouble())
        text += u" for %1s"_s.arg(inLine(toleration["tolerationSeconds"_L1]));
    return text;
}

static QStringList spreadTexts(const QJsonArray &constraints)
{
    QStringList texts;
    for (const auto &one : constraints) {
        auto text = u"%1:%2 when max skew %3 is exceeded"_s.arg(
            one["topologyKey"_L1].toString(), one["whenUnsatisfiable"_L1].toString(),
            inLine(one["maxSkew"_L1]));
        if (one["labelSelector"_L1].isObject())
            text += u" for selector "_s + selectorText(one["labelSelector"_L1].toObject());
        texts.append(text);
    }
    texts.sort();
    return texts;
}

void describeScheduling(DescribeWriter &out, const QJsonObject &podSpec)
{
    out.map(u"Node-Selectors"_s, podSpec["nodeSelector"_L1].toObject());
    QStringList tolerations;
    const auto list = podSpec["tolerations"_L1].toArray();
    for (const auto &one : list)
        tolerations.append(tolerationText(one));
    tolerations.sort();
    out.texts(u"Tolerations"_s, tolerations);
    out.texts(u"Topology Spread Constraints"_s,
              spreadTexts(podSpec["topologySpreadConstraints"_L1].toArray()));
}

static void describeSeccomp(DescribeWriter &out, const QJsonValue &context)
{
    const auto profile = context["seccompProfile"_L1];
    out.value(u"SeccompProfile"_s, profile["type"_L1]);
    out.value(u"LocalhostProfile"_s, profile["localhostProfile"_L1]);
}

void describePodTemplate(DescribeWriter &out, const QJsonObject &podTemplate)
{
    const auto spec = podTemplate["spec"_L1].toObject();
    out.section(u"Pod Template"_s);
    out.map(u"Labels"_s, podTemplate["metadata"_L1]["labels"_L1].toObject());
    QStringList annotations;
    const auto map = podTemplate["metadata"_L1]["annotations"_L1].toObject();
    for (auto one = map.begin(); one != map.end(); ++one)
        annotations.append(one.key() + u": "_s + inLine(*one));
    out.texts(u"Annotations"_s, annotations);
    out.link(u"Service Account"_s, u"v1"_s, u"ServiceAccount"_s,
             spec["serviceAccountName"_L1].toString());
    out.link(u"Priority Class Name"_s, u"scheduling.k8s.io/v1"_s, u"PriorityClass"_s,
             spec["priorityClassName"_L1].toString(), false);
    describeSeccomp(out, spec["securityContext"_L1]);
    describeScheduling(out, spec);
    describeContainers(out, u"Init Containers"_s, spec["initContainers"_L1].toArray(), {});
    describeContainers(out, u"Containers"_s, spec["containers"_L1].toArray(), {});
    describeVolumes(out, spec["volumes"_L1].toArray());
}

static void describePhase(DescribeWriter &out)
{
    const auto phase = out.status["phase"_L1].toString();
    const auto deleted = out.meta["deletionTimestamp"_L1].toString();
    if (!deleted.isEmpty() && phase != "Failed"_L1 && phase != "Succeeded"_L1) {
        out.field(u"Status"_s, u"Terminating (lasts %1)"_s.arg(out.age(deleted)), TextTone::Warn);
        out.field(u"Termination Grace Period"_s,
                  inLine(out.meta["deletionGracePeriodSeconds"_L1]) + u's');
    } else {
        out.field(u"Status"_s, phase,
                  phase == "Running"_L1       ? TextTone::Ok
                      : phase == "Failed"_L1  ? TextTone::Error
                      : phase == "Pending"_L1 ? TextTone::Info
                                              : TextTone::Plain);
    }
    out.field(u"Reason"_s, out.status["reason"_L1].toString(), TextTone::Warn);
    out.field(u"Message"_s, out.status["message"_L1].toString(), TextTone::Dim);
}

static void describeGates(DescribeWriter &out)
{
    const auto gates = out.spec["readinessGates"_L1].toArray();
    if (gates.isEmpty())
        return;
    const auto conditions = out.status["conditions"_L1].toArray();
    out.section(u"Readiness Gates"_s);
    out.columns({u"Type"_s, u"Status"_s});
    for (const auto &gate : gates) {
        const auto type = gate["conditionType"_L1].toString();
        const auto met = std::ranges::find_if(conditions, [&type](const QJsonValue &one) {
            return one["type"_L1].toString() == type;
        });
        out.row({{type}, {met == conditions.end() ? u"<none>"_s : (*met)["status"_L1].toString()}});
    }
}

void describePod(DescribeWriter &out)
{
    out.section(u"Pod"_s);
    describePhase(out);
    const auto node = out.spec["nodeName"_L1].toString();
    const auto host = out.status["hostIP"_L1].toString();
    if (!node.isEmpty())
        out.values(u"Node"_s,
                   {{host.isEmpty() ? node : QString(node + u'/' + host), TextTone::Link,
                     out.idOf(u"v1"_s, u"Node"_s, node, false)}});
    out.time(u"Start Time"_s, out.status["startTime"_L1]);
    out.value(u"IP"_s, out.status["podIP"_L1]);
    QStringList ips;
    const auto list = out.status["podIPs"_L1].toArray();
    for (const auto &one : list)
        ips.append(one["ip"_L1].toString());
    out.texts(u"IPs"_s, ips);
    out.link(u"Service Account"_s, u"v1"_s, u"ServiceAccount"_s,
             out.spec["serviceAccountName"_L1].toString());
    out.value(u"Priority"_s, out.spec["priority"_L1]);
    out.link(u"Priority Class Name"_s, u"scheduling.k8s.io/v1"_s, u"PriorityClass"_s,
             out.spec["priorityClassName"_L1].toString(), false);
    out.value(u"Runtime Class Name"_s, out.spec["runtimeClassName"_L1]);
    describeSeccomp(out, out.spec["securityContext"_L1]);
    out.value(u"NominatedNodeName"_s, out.status["nominatedNodeName"_L1]);
    out.value(u"QoS Class"_s, out.status["qosClass"_L1]);
    describeScheduling(out, out.spec);
    describeGates(out);
    describeContainers(out, u"Init Containers"_s, out.spec["initContainers"_L1].toArray(),
                       out.status["initContainerStatuses"_L1].toArray());
    describeContainers(out, u"Containers"_s, out.spec["containers"_L1].toArray(),
                       out.status["containerStatuses"_L1].toArray());
    describeContainers(out, u"Ephemeral Containers"_s, out.spec["ephemeralContainers"_L1].toArray(),
                       out.status["ephemeralContainerStatuses"_L1].toArray());
    describeVolumes(out, out.spec["volumes"_L1].toArray());
}

} // namespace workspace
