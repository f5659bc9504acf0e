// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/apimachinery/quantity.h"
#include "workspace/inspector/inspectwriter.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace workspace {
namespace {

void inspectCapacity(InspectWriter &out)
{
    const auto capacity = out.status["capacity"_L1].toObject();
    const auto allocatable = out.status["allocatable"_L1].toObject();
    out.card(InspectTr::tr("Capacity"));
    if (out.facts.pods) {
        const int have = int(out.facts.pods->size());
        const int most = capacity["pods"_L1].toVariant().toInt();
        const double share = most > 0 ? double(have) / most : 0;
        out.bar(InspectTr::tr("Pods"), InspectTr::tr("%1 of %2").arg(have).arg(most), share,
                share > 0.9 ? TextTone::Warn : TextTone::Ok);
    }
    for (auto amount = allocatable.begin(); amount != allocatable.end(); ++amount) {
        if (amount.key() == "pods"_L1)
            continue; // the bar says it
        out.value(amount.key(), inLine(*amount));
        if (capacity[amount.key()] != *amount)
            out.result.cards.back().items.back().source =
                InspectTr::tr("allocatable, of %1").arg(inLine(capacity[amount.key()]));
    }
    out.dropEmptyCard();
}

void inspectConditions(InspectWriter &out)
{
    out.card(InspectTr::tr("Conditions"));
    const auto conditions = out.status["conditions"_L1].toArray();
    for (const auto &condition : conditions) {
        const auto type = condition["type"_L1].toString();
        const auto status = condition["status"_L1].toString();
        // Of a node Ready is good when it holds, all others when they do not.
        const bool good = (type == "Ready"_L1) == (status == "True"_L1);
        const bool unknown = status == "Unknown"_L1;
        out.field(type, status, good && !unknown ? TextTone::Ok : TextTone::Error);
        auto &item = out.result.cards.back().items.back();
        item.health = unknown ? kube::Health::Unknown
            : good            ? kube::Health::Ok
                              : kube::Health::Error;
        item.source = condition["message"_L1].toString();
    }
    out.dropEmptyCard();
}

void inspectTaints(InspectWriter &out)
{
    out.card(InspectTr::tr("Taints"));
    if (out.spec["unschedulable"_L1].toBool())
        out.field(InspectTr::tr("Cordoned"), InspectTr::tr("takes no new pods"), TextTone::Warn);
    const auto taints = out.spec["taints"_L1].toArray();
    for (const auto &taint : taints) {
        const auto value = taint["value"_L1].toString();
        const auto key = taint["key"_L1].toString();
        out.value(taint["effect"_L1].toString(), value.isEmpty() ? key : key + u'=' + value);
    }
    out.dropEmptyCard();
}

/// "web 80/TCP → http, on each node 30080".
QString portText(const QJsonValue &port)
{
    auto text =
        u"%1/%2 → %3"_s.arg(inLine(port["port"_L1]), port["protocol"_L1].toString(u"TCP"_s),
                            port["targetPort"_L1].isUndefined() ? inLine(port["port"_L1])
                                                                : inLine(port["targetPort"_L1]));
    if (const int node = port["nodePort"_L1].toInt(); node > 0)
        text += InspectTr::tr(", port %1 of each node").arg(node);
    return text;
}

void inspectAddresses(InspectWriter &out, const QJsonValue &subset, bool ready)
{
    const auto ports = subset["ports"_L1].toArray();
    const auto addresses = subset[ready ? "addresses"_L1 : "notReadyAddresses"_L1].toArray();
    for (const auto &address : addresses) {
        QStringList places;
        const auto ip = address["ip"_L1].toString();
        for (const auto &port : ports)
            places.append(ip + u':' + inLine(port["port"_L1]));
        if (places.isEmpty())
            places.append(ip);
        const auto target = address["targetRef"_L1];
        const auto name = target["name"_L1].toString();
        if (name.isEmpty())
            out.value({}, places.join(u", "_s));
        else
            out.link({}, name, out.idOf(u"v1"_s, target["kind"_L1].toString(), name));
        auto &item = out.result.cards.back().items.back();
        item.health = ready ? kube::Health::Ok : kube::Health::Pending;
        if (!name.isEmpty())
            item.source = ready ? places.join(u", "_s)
                                : InspectTr::tr("%1, not ready").arg(places.join(u", "_s));
    }
}

} // namespace

void inspectNode(InspectWriter &out)
{
    inspectCapacity(out);
    inspectConditions(out);
    inspectTaints(out);
    out.card(InspectTr::tr("Addresses"));
    const auto addresses = out.status["addresses"_L1].toArray();
    for (const auto &address : addresses)
        out.value(address["type"_L1].toString(), address["address"_L1].toString());
    const auto info = out.status["nodeInfo"_L1];
    out.field(InspectTr::tr("System"), info["osImage"_L1].toString());
    out.field(InspectTr::tr("Kubelet"), info["kubeletVersion"_L1].toString());
    out.field(InspectTr::tr("Runtime"), info["containerRuntimeVersion"_L1].toString());
    out.dropEmptyCard();
}

void inspectService(InspectWriter &out)
{
    out.card(InspectTr::tr("Service"));
    out.field(InspectTr::tr("Type"), out.spec["type"_L1].toString(u"ClusterIP"_s));
    out.value(InspectTr::tr("Cluster IP"), out.spec["clusterIP"_L1].toString());
    out.value(InspectTr::tr("External name"), out.spec["externalName"_L1].toString());
    const auto ingress = out.status["loadBalancer"_L1]["ingress"_L1].toArray();
    for (const auto &one : ingress)
        out.value(InspectTr::tr("Outside"), one["ip"_L1].toString(one["hostname"_L1].toString()));
    out.chips(InspectTr::tr("Selector"), out.spec["selector"_L1].toObject());
    const auto ports = out.spec["ports"_L1].toArray();
    for (const auto &port : ports)
        out.value(port["name"_L1].toString(InspectTr::tr("Port")), portText(port));
    if (!out.facts.endpoints)
        return;
    out.card(InspectTr::tr("Endpoints"));
    const auto subsets = (*out.facts.endpoints)["subsets"_L1].toArray();
    for (const auto &subset : subsets) {
        inspectAddresses(out, subset, true);
        inspectAddresses(out, subset, false);
    }
    if (out.result.cards.back().items.empty())
        out.text(InspectTr::tr("Nothing answers for this service."), TextTone::Warn);
}

} // namespace workspace
