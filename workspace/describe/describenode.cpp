// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/describe/describewriter.h"
#include "workspace/describe/podresources.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace workspace {

static void describeTaints(DescribeWriter &out)
{
    std::vector<std::pair<QString, QString>> taints; // to be sorted by effect and key
    const auto list = out.spec["taints"_L1].toArray();
    for (const auto &taint : list) {
        const auto key = taint["key"_L1].toString();
        const auto value = taint["value"_L1].toString();
        const auto effect = taint["effect"_L1].toString();
        taints.emplace_back(effect + u',' + key,
                            key + (value.isEmpty() ? QString() : u'=' + value) + u':' + effect);
    }
    std::ranges::sort(taints);
    QStringList texts;
    for (const auto &[order, text] : taints)
        texts.append(text);
    out.texts(u"Taints"_s, texts);
}

static void describeLease(DescribeWriter &out)
{
    if (out.sayMissing(u"Lease"_s, u"Lease"_s))
        return;
    const auto *leases = out.companions.of(u"Lease"_s);
    if (!leases || leases->empty())
        return;
    const auto spec = leases->front()["spec"_L1];
    out.group(u"Lease"_s);
    out.value(u"HolderIdentity"_s, spec["holderIdentity"_L1]);
    out.time(u"AcquireTime"_s, spec["acquireTime"_L1]);
    out.time(u"RenewTime"_s, spec["renewTime"_L1]);
    out.higher();
}

static void describeSystem(DescribeWriter &out)
{
    const auto info = out.status["nodeInfo"_L1].toObject();
    out.section(u"System Info"_s);
    for (const auto &[label, key] : {
             std::pair(u"Machine ID"_s, "machineID"_L1),
             std::pair(u"System UUID"_s, "systemUUID"_L1),
             std::pair(u"Boot ID"_s, "bootID"_L1),
             std::pair(u"Kernel Version"_s, "kernelVersion"_L1),
             std::pair(u"OS Image"_s, "osImage"_L1),
             std::pair(u"Operating System"_s, "operatingSystem"_L1),
             std::pair(u"Architecture"_s, "architecture"_L1),
             std::pair(u"Container Runtime Version"_s, "containerRuntimeVersion"_L1),
             std::pair(u"Kubelet Version"_s, "kubeletVersion"_L1),
             std::pair(u"Kube-Proxy Version"_s, "kubeProxyVersion"_L1),
         })
        out.value(label, info[key]);
}

void describeNode(DescribeWriter &out)
{
    QStringList roles;
    const auto labels = out.meta["labels"_L1].toObject();
    const auto prefix = "node-role.kubernetes.io/"_L1;
    for (auto label = labels.begin(); label != labels.end(); ++label) {
        if (label.key().startsWith(prefix))
            roles.append(label.key().mid(prefix.size()));
        else if (label.key() == "kubernetes.io/role"_L1)
            roles.append(label->toString());
    }
    roles.sort();
    out.section(u"Node"_s);
    out.field(u"Roles"_s, roles.isEmpty() ? u"<none>"_s : roles.join(u','));
    const bool cordoned = out.spec["unschedulable"_L1].toBool();
    out.field(u"Unschedulable"_s, inLine(cordoned), cordoned ? TextTone::Warn : TextTone::Plain);
    describeTaints(out);
    out.group(u"Addresses"_s);
    const auto addresses = out.status["addresses"_L1].toArray();
    for (const auto &address : addresses)
        out.value(address["type"_L1].toString(), address["address"_L1]);
    out.higher();
    out.value(u"PodCIDR"_s, out.spec["podCIDR"_L1]);
    out.field(u"PodCIDRs"_s, inLine(out.spec["podCIDRs"_L1]).replace(u", "_s, u","_s));
    out.value(u"ProviderID"_s, out.spec["providerID"_L1]);
    describeLease(out);
    describeSystem(out);
    out.section(u"Resources"_s);
    out.entries(u"Capacity"_s, out.status["capacity"_L1].toObject());
    out.entries(u"Allocatable"_s, out.status["allocatable"_L1].toObject());
    describeNodePods(out);
}

namespace {

/// Amounts with their share of what the node can give.
class Shares
{
public:
    explicit Shares(const DescribeWriter &out)
    {
        auto given = out.status["allocatable"_L1].toObject();
        if (given.isEmpty())
            given = out.status["capacity"_L1].toObject();
        for (auto one = given.begin(); one != given.end(); ++one) {
            if (const auto amount = kube::Quantity::parse(inLine(*one)))
                m_given[one.key()] = *amount;
        }
    }

    const Amounts &given() const { return m_given; }

    static QString amount(const Amounts &amounts, const QString &resource)
    {
        const auto found = amounts.find(resource);
        return found == amounts.end() ? u"0"_s : found->second.toString();
    }

    /// "100m (5%)", the share rounded down.
    QString text(const Amounts &amounts, const QString &resource) const
    {
        const auto found = amounts.find(resource);
        const auto whole = m_given.find(resource);
        double share = 0;
        if (found != amounts.end() && whole != m_given.end() && !whole->second.isZero()) {
            const bool fine = resource == "cpu"_L1; // of cpu, thousandths count
            share = fine ? double(found->second.milliValue()) / double(whole->second.milliValue())
                         : double(found->second.value()) / double(whole->second.value());
        }
        return u"%1 (%2%)"_s.arg(amount(amounts, resource)).arg(qint64(share * 100));
    }

private:
    Amounts m_given;
};

} // namespace

static void describeAllocated(DescribeWriter &out, const Shares &shares, const PodResources &total)
{
    QStringList resources{u"cpu"_s, u"memory"_s, u"ephemeral-storage"_s};
    QStringList extended;
    for (const auto &[resource, amount] : shares.given()) {
        if (resource.startsWith("hugepages-"_L1))
            resources.append(resource);
        else if (!resources.contains(resource) && resource != "pods"_L1)
            extended.append(resource);
    }
    out.section(u"Allocated Resources"_s);
    out.columns({u"Resource"_s, u"Requests"_s, u"Limits"_s});
    for (const auto &resource : std::as_const(resources))
        out.row({{resource},
                 {shares.text(total.requests, resource)},
                 {shares.text(total.limits, resource)}});
    for (const auto &resource : std::as_const(extended))
        out.row({{resource},
                 {Shares::amount(total.requests, resource)},
                 {Shares::amount(total.limits, resource)}});
}

void describeNodePods(DescribeWriter &out)
{
    const auto heading = u"Non-terminated Pods"_s;
    const auto *known = out.companions.of(u"Pod"_s);
    if (!known) {
        out.section(heading);
        out.sayMissing(u"Pods"_s, u"Pod"_s);
        return;
    }
    auto pods = *known;
    std::ranges::sort(pods, {}, [](const QJsonObject &pod) {
        return std::pair(pod["metadata"_L1]["namespace"_L1].toString(),
                         pod["metadata"_L1]["name"_L1].toString());
    });
    const Shares shares(out);
    const auto cpu = u"cpu"_s;
    const auto memory = u"memory"_s;
    PodResources total;
    out.section(heading);
    out.field(heading, u"(%1 in total)"_s.arg(pods.size()), TextTone::Dim);
    out.columns({u"Namespace"_s, u"Name"_s, u"CPU Requests"_s, u"CPU Limits"_s,
                 u"Memory Requests"_s, u"Memory Limits"_s, u"Age"_s});
    for (const auto &pod : pods) {
        const auto meta = pod["metadata"_L1];
        const auto place = meta["namespace"_L1].toString();
        const auto name = meta["name"_L1].toString();
        const auto resources = podResources(pod);
        add(total.requests, resources.requests);
        add(total.limits, resources.limits);
        out.row({{place},
                 {name, TextTone::Link, {u"v1"_s, u"Pod"_s, place, name}},
                 {shares.text(resources.requests, cpu)},
                 {shares.text(resources.limits, cpu)},
                 {shares.text(resources.requests, memory)},
                 {shares.text(resources.limits, memory)},
                 {out.age(meta["creationTimestamp"_L1].toString()), TextTone::Dim}});
    }
    describeAllocated(out, shares, total);
}

} // namespace workspace
