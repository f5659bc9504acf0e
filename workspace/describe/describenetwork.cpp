// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/describe/describewriter.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace workspace {

/// "10.0.0.1:80,10.0.0.2:80 + 3 more…" of the ready addresses of one service port; no text as long
/// as nobody knows them.
static QString endpointsText(const DescribeWriter &out, const QString &service,
                             const QString &portName)
{
    static constexpr int shown = 3; // as kubectl
    const auto *known = out.companions.of(u"Endpoints"_s);
    if (!known)
        return {};
    QStringList list;
    for (const auto &endpoints : *known) {
        if (endpoints["metadata"_L1]["name"_L1].toString() != service)
            continue;
        const auto subsets = endpoints["subsets"_L1].toArray();
        for (const auto &subset : subsets) {
            const auto addresses = subset["addresses"_L1].toArray();
            const auto ports = subset["ports"_L1].toArray();
            for (const auto &port : ports) {
                if (port["name"_L1].toString() != portName)
                    continue;
                for (const auto &address : addresses)
                    list.append(address["ip"_L1].toString() + u':' + inLine(port["port"_L1]));
            }
        }
    }
    if (list.isEmpty())
        return u"<none>"_s;
    const auto more = list.size() - shown;
    const auto text = list.first(qMin<qsizetype>(list.size(), shown)).join(u',');
    return more > 0 ? u"%1 + %2 more..."_s.arg(text).arg(more) : text;
}

static QString balancerText(const QJsonObject &status)
{
    QStringList parts;
    const auto list = status["loadBalancer"_L1]["ingress"_L1].toArray();
    for (const auto &one : list) {
        const auto ip = one["ip"_L1].toString();
        const auto mode = one["ipMode"_L1].toString();
        parts.append(ip.isEmpty()
                         ? one["hostname"_L1].toString()
                         : QString(ip + (mode.isEmpty() ? QString() : u" (%1)"_s.arg(mode))));
    }
    return parts.join(u", "_s);
}

static QString commaList(const QJsonValue &list)
{
    return inLine(list).replace(u", "_s, u","_s);
}

static void describeServicePort(DescribeWriter &out, const QJsonObject &port)
{
    const auto name = port["name"_L1].toString();
    const auto shown = name.isEmpty() ? u"<unset>"_s : name;
    const auto protocol = port["protocol"_L1].toString(u"TCP"_s);
    out.field(u"Port"_s, u"%1  %2/%3"_s.arg(shown, inLine(port["port"_L1]), protocol));
    out.deeper();
    out.field(u"TargetPort"_s, inLine(port["targetPort"_L1]) + u'/' + protocol);
    if (port["nodePort"_L1].toInt() != 0)
        out.field(u"NodePort"_s, u"%1  %2/%3"_s.arg(shown, inLine(port["nodePort"_L1]), protocol));
    const auto endpoints = endpointsText(out, out.meta["name"_L1].toString(), name);
    out.field(u"Endpoints"_s, endpoints,
              endpoints == "<none>"_L1 ? TextTone::Warn : TextTone::Plain);
    out.higher();
}

void describeService(DescribeWriter &out)
{
    const auto &spec = out.spec;
    out.section(u"Service"_s);
    out.value(u"Type"_s, spec["type"_L1]);
    out.field(u"Selector"_s, joinedMap(spec["selector"_L1].toObject()));
    out.value(u"IP Family Policy"_s, spec["ipFamilyPolicy"_L1]);
    out.field(u"IP Families"_s, commaList(spec["ipFamilies"_L1]));
    out.value(u"IP"_s, spec["clusterIP"_L1]);
    out.field(u"IPs"_s, commaList(spec["clusterIPs"_L1]));
    out.field(u"External IPs"_s, commaList(spec["externalIPs"_L1]));
    out.value(u"Desired LoadBalancer IP"_s, spec["loadBalancerIP"_L1]);
    out.value(u"External Name"_s, spec["externalName"_L1]);
    out.field(u"LoadBalancer Ingress"_s, balancerText(out.status));
    out.value(u"Session Affinity"_s, spec["sessionAffinity"_L1]);
    out.value(u"External Traffic Policy"_s, spec["externalTrafficPolicy"_L1]);
    out.value(u"Internal Traffic Policy"_s, spec["internalTrafficPolicy"_L1]);
    out.value(u"HealthCheck NodePort"_s, spec["healthCheckNodePort"_L1]);
    out.field(u"LoadBalancer Source Ranges"_s, commaList(spec["loadBalancerSourceRanges"_L1]));
    out.value(u"Traffic Distribution"_s, spec["trafficDistribution"_L1]);
    const auto ports = spec["ports"_L1].toArray();
    if (!ports.isEmpty())
        out.section(u"Ports"_s);
    out.sayMissing(u"Endpoints"_s, u"Endpoints"_s);
    for (const auto &port : ports)
        describeServicePort(out, port.toObject());
}

static void describePortRows(DescribeWriter &out, const QJsonArray &ports)
{
    out.columns({u"Name"_s, u"Port"_s, u"Protocol"_s});
    for (const auto &port : ports)
        out.row({{port["name"_L1].toString().isEmpty() ? u"<unset>"_s : port["name"_L1].toString()},
                 {port["port"_L1].isDouble() ? inLine(port["port"_L1]) : u"<unset>"_s},
                 {port["protocol"_L1].toString(u"TCP"_s)}});
}

static void describeAddresses(DescribeWriter &out, const QString &label, const QJsonArray &list)
{
    QStringList ips;
    std::vector<DescribedValue> targets;
    for (const auto &address : list) {
        ips.append(address["ip"_L1].toString());
        const auto target = address["targetRef"_L1];
        const auto name = target["name"_L1].toString();
        if (!name.isEmpty())
            targets.push_back({target["kind"_L1].toString() + u'/' + name, TextTone::Link,
                               out.idOf(u"v1"_s, target["kind"_L1].toString(), name)});
    }
    out.field(label, ips.join(u','));
    if (!targets.empty())
        out.values(u"Targets"_s, std::move(targets));
}

void describeEndpoints(DescribeWriter &out)
{
    const auto subsets = out.object["subsets"_L1].toArray();
    for (const auto &subset : subsets) {
        out.section(u"Subsets"_s);
        describeAddresses(out, u"Addresses"_s, subset["addresses"_L1].toArray());
        describeAddresses(out, u"NotReadyAddresses"_s, subset["notReadyAddresses"_L1].toArray());
        out.section(u"Ports"_s);
        describePortRows(out, subset["ports"_L1].toArray());
    }
}

void describeEndpointSlice(DescribeWriter &out)
{
    out.section(u"Ports"_s);
    out.value(u"AddressType"_s, out.object["addressType"_L1]);
    describePortRows(out, out.object["ports"_L1].toArray());
    const auto endpoints = out.object["endpoints"_L1].toArray();
    if (!endpoints.isEmpty())
        out.section(u"Endpoints"_s);
    for (const auto &endpoint : endpoints) {
        out.value(u"Addresses"_s, endpoint["addresses"_L1]);
        out.deeper();
        out.tree(u"Conditions"_s, endpoint["conditions"_L1]);
        out.value(u"Hostname"_s, endpoint["hostname"_L1]);
        const auto target = endpoint["targetRef"_L1];
        const auto name = target["name"_L1].toString();
        const auto kind = target["kind"_L1].toString();
        if (!name.isEmpty())
            out.values(u"TargetRef"_s,
                       {{kind + u'/' + name, TextTone::Link, out.idOf(u"v1"_s, kind, name)}});
        out.link(u"NodeName"_s, u"v1"_s, u"Node"_s, endpoint["nodeName"_L1].toString(), false);
        out.value(u"Zone"_s, endpoint["zone"_L1]);
        out.map(u"Topology"_s, endpoint["topology"_L1].toObject());
        out.higher();
    }
}

/// The name of the service's port that the backend means, by number or by name.
static QString backendPortName(const DescribeWriter &out, const QString &service,
                               const QJsonValue &wanted)
{
    const auto *known = out.companions.of(u"Service"_s);
    if (!known)
        return wanted.toString();
    for (const auto &one : *known) {
        if (one["metadata"_L1]["name"_L1].toString() != service)
            continue;
        const auto ports = one["spec"_L1]["ports"_L1].toArray();
        for (const auto &port : ports) {
            if (port["port"_L1] == wanted || port["name"_L1] == wanted)
                return port["name"_L1].toString();
        }
    }
    return wanted.toString();
}

static DescribedValue backendValue(const DescribeWriter &out, const QJsonObject &backend)
{
    const auto service = backend["service"_L1];
    const auto name = service["name"_L1].toString(backend["serviceName"_L1].toString());
    if (name.isEmpty()) {
        const auto resource = backend["resource"_L1];
        return {u"APIGroup: %1, Kind: %2, Name: %3"_s.arg(
            resource["apiGroup"_L1].toString(u"<none>"_s), resource["kind"_L1].toString(),
            resource["name"_L1].toString())};
    }
    auto port = service["port"_L1]["number"_L1];
    if (port.isUndefined())
        port = service["port"_L1]["name"_L1];
    if (port.isUndefined())
        port = backend["servicePort"_L1]; // v1beta1
    const auto endpoints = endpointsText(out, name, backendPortName(out, name, port));
    const QString text = name + u':' + inLine(port);
    return {endpoints.isEmpty() ? text : u"%1 (%2)"_s.arg(text, endpoints), TextTone::Link,
            out.idOf(u"v1"_s, u"Service"_s, name)};
}

static void describeTls(DescribeWriter &out)
{
    std::vector<DescribedValue> values;
    const auto tls = out.spec["tls"_L1].toArray();
    for (const auto &one : tls) {
        const auto secret = one["secretName"_L1].toString();
        const auto hosts = commaList(one["hosts"_L1]);
        if (secret.isEmpty())
            values.push_back({u"SNI routes "_s + hosts});
        else
            values.push_back({u"%1 terminates %2"_s.arg(secret, hosts), TextTone::Link,
                              out.idOf(u"v1"_s, u"Secret"_s, secret)});
    }
    if (!values.empty())
        out.values(u"TLS"_s, std::move(values));
}

void describeIngress(DescribeWriter &out)
{
    out.section(u"Ingress"_s);
    out.link(u"Ingress Class"_s, u"networking.k8s.io/v1"_s, u"IngressClass"_s,
             out.spec["ingressClassName"_L1].toString(), false);
    out.field(u"Address"_s, balancerText(out.status));
    auto backend = out.spec["defaultBackend"_L1];
    if (!backend.isObject())
        backend = out.spec["backend"_L1]; // v1beta1
    if (backend.isObject())
        out.values(u"Default backend"_s, {backendValue(out, backend.toObject())});
    else
        out.field(u"Default backend"_s, u"<default>"_s, TextTone::Dim);
    describeTls(out);
    out.section(u"Rules"_s);
    out.sayMissing(u"Endpoints"_s, u"Endpoints"_s);
    out.columns({u"Host"_s, u"Path"_s, u"Backends"_s});
    const auto rules = out.spec["rules"_L1].toArray();
    for (const auto &rule : rules) {
        const auto paths = rule["http"_L1]["paths"_L1].toArray();
        for (const auto &path : paths)
            out.row({{rule["host"_L1].toString(u"*"_s)},
                     {path["path"_L1].toString()},
                     backendValue(out, path["backend"_L1].toObject())});
    }
}

void describeIngressClass(DescribeWriter &out)
{
    out.section(u"IngressClass"_s);
    out.value(u"Controller"_s, out.spec["controller"_L1]);
    const auto parameters = out.spec["parameters"_L1];
    if (!parameters.isObject())
        return;
    out.group(u"Parameters"_s);
    out.value(u"APIGroup"_s, parameters["apiGroup"_L1]);
    out.value(u"Kind"_s, parameters["kind"_L1]);
    out.value(u"Namespace"_s, parameters["namespace"_L1]);
    out.value(u"Name"_s, parameters["name"_L1]);
    out.higher();
}

static void describePeer(DescribeWriter &out, const QString &label, const QJsonObject &peer)
{
    out.group(label);
    if (peer["namespaceSelector"_L1].isObject())
        out.field(u"NamespaceSelector"_s, selectorText(peer["namespaceSelector"_L1].toObject()));
    if (peer["podSelector"_L1].isObject())
        out.field(u"PodSelector"_s, selectorText(peer["podSelector"_L1].toObject()));
    if (const auto block = peer["ipBlock"_L1]; block.isObject()) {
        out.group(u"IPBlock"_s);
        out.value(u"CIDR"_s, block["cidr"_L1]);
        out.value(u"Except"_s, block["except"_L1]);
        out.higher();
    }
    out.higher();
}

static void describePolicyRule(DescribeWriter &out, const QJsonObject &rule, bool ingress)
{
    const auto ports = rule["ports"_L1].toArray();
    if (ports.isEmpty())
        out.field(u"To Port"_s, u"<any> (traffic allowed to all ports)"_s);
    for (const auto &port : ports) {
        const auto protocol = port["protocol"_L1].toString(u"TCP"_s);
        const auto first = inLine(port["port"_L1]);
        if (port["endPort"_L1].isDouble())
            out.field(u"To Port Range"_s,
                      u"%1-%2/%3"_s.arg(first, inLine(port["endPort"_L1]), protocol));
        else
            out.field(u"To Port"_s, first + u'/' + protocol);
    }
    const auto label = ingress ? u"From"_s : u"To"_s;
    const auto peers = rule[ingress ? "from"_L1 : "to"_L1].toArray();
    if (peers.isEmpty())
        out.field(label,
                  u"<any> (traffic not restricted by %1)"_s.arg(ingress ? u"source"_s
                                                                        : u"destination"_s));
    for (const auto &peer : peers)
        describePeer(out, label, peer.toObject());
}

static void describeDirection(DescribeWriter &out, bool ingress, bool affected)
{
    const auto word = ingress ? u"ingress"_s : u"egress"_s;
    if (!affected) {
        out.field({}, u"Not affecting %1 traffic"_s.arg(word), TextTone::Dim);
        return;
    }
    out.group(u"Allowing %1 traffic"_s.arg(word));
    const auto rules = out.spec[word].toArray();
    if (rules.isEmpty())
        out.field({}, u"<none> (Selected pods are isolated for %1 connectivity)"_s.arg(word),
                  TextTone::Warn);
    for (const auto &rule : rules)
        describePolicyRule(out, rule.toObject(), ingress);
    out.higher();
}

void describeNetworkPolicy(DescribeWriter &out)
{
    out.section(u"NetworkPolicy"_s);
    const auto selector = selectorText(out.spec["podSelector"_L1].toObject());
    out.field(u"PodSelector"_s,
              selector.isEmpty()
                  ? u"<none> (Allowing the specific traffic to all pods in this namespace)"_s
                  : selector);
    const auto types = out.spec["policyTypes"_L1].toArray();
    out.value(u"Policy Types"_s, types);
    describeDirection(out, true, types.contains(u"Ingress"_s));
    describeDirection(out, false, types.contains(u"Egress"_s));
}

} // namespace workspace
