// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/describe/describewriter.h"

using namespace Qt::StringLiterals;

namespace workspace {

void describeService(DescribeWriter &out)
{
    out.section(u"Service"_s);
    out.field(u"Type"_s, out.spec["type"_L1].toString());
    out.field(u"Selector"_s, selectorText(out.spec["selector"_L1].toObject()));
    const auto ips = out.spec["clusterIPs"_L1].toArray();
    out.field(u"IPs"_s, ips.isEmpty() ? out.spec["clusterIP"_L1].toString() : inLine(ips));
    out.field(u"External name"_s, out.spec["externalName"_L1].toString());
    out.field(u"External IPs"_s, inLine(out.spec["externalIPs"_L1]));
    QStringList ingress;
    const auto balancers = out.status["loadBalancer"_L1]["ingress"_L1].toArray();
    for (const auto &one : balancers)
        ingress.append(one["ip"_L1].toString(one["hostname"_L1].toString()));
    out.field(u"Load balancer"_s, ingress.join(u", "_s));
    out.field(u"Session affinity"_s, out.spec["sessionAffinity"_L1].toString());
    out.field(u"External traffic"_s, out.spec["externalTrafficPolicy"_L1].toString());
    const auto ports = out.spec["ports"_L1].toArray();
    if (ports.isEmpty())
        return;
    out.section(u"Ports"_s);
    out.columns({u"Name"_s, u"Port"_s, u"Target"_s, u"Node port"_s});
    for (const auto &port : ports)
        out.row({{port["name"_L1].toString(u"-"_s)},
                 {inLine(port["port"_L1]) + u'/' + port["protocol"_L1].toString(u"TCP"_s)},
                 {inLine(port["targetPort"_L1])},
                 {port["nodePort"_L1].isDouble() ? inLine(port["nodePort"_L1]) : u"-"_s}});
}

void describeNode(DescribeWriter &out)
{
    QStringList roles;
    const auto labels = out.object["metadata"_L1]["labels"_L1].toObject();
    const auto prefix = "node-role.kubernetes.io/"_L1;
    for (auto label = labels.begin(); label != labels.end(); ++label) {
        if (label.key().startsWith(prefix))
            roles.append(label.key().mid(prefix.size()));
    }
    out.section(u"Node"_s);
    out.field(u"Roles"_s, roles.isEmpty() ? u"none"_s : roles.join(u", "_s));
    const bool cordoned = out.spec["unschedulable"_L1].toBool();
    out.field(u"Schedulable"_s, cordoned ? u"False (cordoned)"_s : u"True"_s, cordoned ? TextTone::Warn : TextTone::Ok);
    QStringList taints;
    const auto taintList = out.spec["taints"_L1].toArray();
    for (const auto &taint : taintList) {
        const auto value = taint["value"_L1].toString();
        taints.append(taint["key"_L1].toString() + (value.isEmpty() ? QString() : u'=' + value) + u':'
                      + taint["effect"_L1].toString());
    }
    out.texts(u"Taints"_s, taints);
    QStringList addresses;
    const auto addressList = out.status["addresses"_L1].toArray();
    for (const auto &address : addressList)
        addresses.append(u"%1: %2"_s.arg(address["type"_L1].toString(), address["address"_L1].toString()));
    out.texts(u"Addresses"_s, addresses);
    out.field(u"Pod CIDRs"_s, inLine(out.spec["podCIDRs"_L1]));

    const auto capacity = out.status["capacity"_L1].toObject();
    const auto allocatable = out.status["allocatable"_L1].toObject();
    if (!capacity.isEmpty()) {
        out.section(u"Resources"_s);
        out.columns({u"Resource"_s, u"Capacity"_s, u"Allocatable"_s});
        for (auto one = capacity.begin(); one != capacity.end(); ++one)
            out.row({{one.key()}, {inLine(*one)}, {inLine(allocatable[one.key()])}});
    }
    const auto info = out.status["nodeInfo"_L1].toObject();
    if (!info.isEmpty()) {
        out.section(u"System"_s);
        out.field(u"OS image"_s, info["osImage"_L1].toString());
        out.field(u"Kernel"_s, info["kernelVersion"_L1].toString());
        out.field(u"Architecture"_s, info["operatingSystem"_L1].toString() + u'/' + info["architecture"_L1].toString());
        out.field(u"Container runtime"_s, info["containerRuntimeVersion"_L1].toString());
        out.field(u"Kubelet"_s, info["kubeletVersion"_L1].toString());
    }
}

void describeConfigMap(DescribeWriter &out)
{
    const auto data = out.object["data"_L1].toObject();
    out.section(u"Data"_s);
    for (auto entry = data.begin(); entry != data.end(); ++entry) {
        const auto text = entry->toString();
        if (!text.contains(u'\n') && text.size() < 60) {
            out.field(entry.key(), text);
            continue;
        }
        out.values(entry.key(), {});
        out.deeper();
        out.field({}, text.endsWith(u'\n') ? text.chopped(1) : text, TextTone::Dim);
        out.higher();
    }
    const auto binary = out.object["binaryData"_L1].toObject();
    for (auto entry = binary.begin(); entry != binary.end(); ++entry)
        out.field(entry.key(), u"%1 bytes"_s.arg(QByteArray::fromBase64(entry->toString().toLatin1()).size()), TextTone::Dim);
    if (data.isEmpty() && binary.isEmpty())
        out.field({}, u"none"_s, TextTone::Faint);
}

void describeSecret(DescribeWriter &out)
{
    out.section(u"Secret"_s);
    out.field(u"Type"_s, out.object["type"_L1].toString());
    out.section(u"Data"_s);
    const auto data = out.object["data"_L1].toObject();
    for (auto entry = data.begin(); entry != data.end(); ++entry)
        out.field(entry.key(), u"%1 bytes"_s.arg(QByteArray::fromBase64(entry->toString().toLatin1()).size()), TextTone::Dim);
    if (data.isEmpty())
        out.field({}, u"none"_s, TextTone::Faint);
}

void describeClaim(DescribeWriter &out)
{
    const auto phase = out.status["phase"_L1].toString();
    out.section(u"Claim"_s);
    out.field(u"Status"_s, phase, phase == "Bound"_L1 ? TextTone::Ok : phase == "Lost"_L1 ? TextTone::Error : TextTone::Info);
    out.link(u"Volume"_s, u"v1"_s, u"PersistentVolume"_s, out.spec["volumeName"_L1].toString(), false);
    out.link(u"Storage class"_s, u"storage.k8s.io/v1"_s, u"StorageClass"_s, out.spec["storageClassName"_L1].toString(), false);
    out.field(u"Requested"_s, inLine(out.spec["resources"_L1]["requests"_L1]["storage"_L1]));
    out.field(u"Capacity"_s, inLine(out.status["capacity"_L1]["storage"_L1]));
    out.field(u"Access modes"_s, inLine(out.spec["accessModes"_L1]));
    out.field(u"Volume mode"_s, out.spec["volumeMode"_L1].toString());
}

static DescribedValue backendValue(DescribeWriter &out, const QJsonObject &backend)
{
    const auto service = backend["service"_L1].toObject();
    if (service.isEmpty())
        return {inLine(backend["resource"_L1])};
    const auto name = service["name"_L1].toString();
    const auto port = service["port"_L1].toObject();
    return {name + u':' + (port.contains("number"_L1) ? inLine(port["number"_L1]) : port["name"_L1].toString()),
            TextTone::Link, out.idOf(u"v1"_s, u"Service"_s, name)};
}

void describeIngress(DescribeWriter &out)
{
    out.section(u"Ingress"_s);
    out.link(u"Class"_s, u"networking.k8s.io/v1"_s, u"IngressClass"_s, out.spec["ingressClassName"_L1].toString(), false);
    QStringList addresses;
    const auto balancers = out.status["loadBalancer"_L1]["ingress"_L1].toArray();
    for (const auto &one : balancers)
        addresses.append(one["ip"_L1].toString(one["hostname"_L1].toString()));
    out.field(u"Address"_s, addresses.join(u", "_s));
    if (out.spec.contains("defaultBackend"_L1))
        out.values(u"Default backend"_s, {backendValue(out, out.spec["defaultBackend"_L1].toObject())});
    const auto tls = out.spec["tls"_L1].toArray();
    for (const auto &one : tls)
        out.link(u"TLS for %1"_s.arg(inLine(one["hosts"_L1])), u"v1"_s, u"Secret"_s, one["secretName"_L1].toString());
    out.section(u"Rules"_s);
    out.columns({u"Host"_s, u"Path"_s, u"Backend"_s});
    const auto rules = out.spec["rules"_L1].toArray();
    for (const auto &rule : rules) {
        const auto paths = rule["http"_L1]["paths"_L1].toArray();
        for (const auto &path : paths)
            out.row({{rule["host"_L1].toString(u"*"_s)}, {path["path"_L1].toString(u"/"_s)},
                     backendValue(out, path["backend"_L1].toObject())});
    }
}

void describeNamespace(DescribeWriter &out)
{
    const auto phase = out.status["phase"_L1].toString();
    out.section(u"Namespace"_s);
    out.field(u"Status"_s, phase, phase == "Active"_L1 ? TextTone::Ok : TextTone::Warn);
    out.field(u"Finalizers"_s, inLine(out.spec["finalizers"_L1]));
}

void describeOther(DescribeWriter &out)
{
    static const QStringList told {u"apiVersion"_s, u"kind"_s, u"metadata"_s, u"status"_s};
    const auto tell = [&out](const QString &heading, const QJsonObject &map) {
        if (map.isEmpty())
            return;
        out.section(heading);
        for (auto entry = map.begin(); entry != map.end(); ++entry)
            out.tree(entry.key(), *entry);
    };
    tell(u"Spec"_s, out.spec);
    auto status = out.status;
    status.remove("conditions"_L1); // they stand above
    tell(u"Status"_s, status);
    auto rest = out.object;
    for (const auto &key : told)
        rest.remove(key);
    rest.remove("spec"_L1);
    tell(u"More"_s, rest);
}

} // namespace workspace
