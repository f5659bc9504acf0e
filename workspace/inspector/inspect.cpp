// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/inspector/inspect.h"

#include "workspace/health/healthtext.h"
#include "workspace/inspector/inspectwriter.h"
#include "workspace/yard/kinds.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace workspace {

QJsonObject podSpecOf(const QJsonObject &object)
{
    const auto kind = object["kind"_L1].toString();
    const auto spec = object["spec"_L1];
    if (kind == "Pod"_L1)
        return spec.toObject();
    if (kind == "CronJob"_L1)
        return spec["jobTemplate"_L1]["spec"_L1]["template"_L1]["spec"_L1].toObject();
    return hasPods(kind) ? spec["template"_L1]["spec"_L1].toObject() : QJsonObject();
}

static TextTone toneOf(kube::Health health)
{
    switch (health) {
    case kube::Health::Error: return TextTone::Error;
    case kube::Health::Warning: return TextTone::Warn;
    case kube::Health::Pending: return TextTone::Info;
    case kube::Health::Ok:
    case kube::Health::Unknown:
    case kube::Health::Done: return TextTone::Plain;
    }
    Q_UNREACHABLE_RETURN(TextTone::Plain);
}

static void inspectOwners(InspectWriter &out)
{
    const auto owners = out.meta["ownerReferences"_L1].toArray();
    for (const auto &owner : owners) {
        const auto kind = owner["kind"_L1].toString();
        const auto name = owner["name"_L1].toString();
        const bool clusterWide = kind == "Node"_L1;
        out.link(owner["controller"_L1].toBool() ? InspectTr::tr("Controlled by")
                                                 : InspectTr::tr("Owned by"),
                 kind + u'/' + name,
                 out.idOf(owner["apiVersion"_L1].toString(), kind, name, !clusterWide));
    }
}

static void inspectPodStatus(InspectWriter &out)
{
    if (const auto node = out.spec["nodeName"_L1].toString(); !node.isEmpty())
        out.link(InspectTr::tr("Node"), node, out.idOf(u"v1"_s, u"Node"_s, node, false));
    QStringList ips;
    const auto list = out.status["podIPs"_L1].toArray();
    for (const auto &one : list)
        ips.append(one["ip"_L1].toString());
    if (ips.isEmpty())
        ips.append(out.status["podIP"_L1].toString());
    for (const auto &ip : std::as_const(ips))
        out.value(InspectTr::tr("IP"), ip);
    out.value(InspectTr::tr("Host IP"), out.status["hostIP"_L1].toString());
    out.field(InspectTr::tr("QoS class"), out.status["qosClass"_L1].toString());
    out.field(InspectTr::tr("Priority"), out.spec["priorityClassName"_L1].toString());
}

static void inspectOverview(InspectWriter &out)
{
    out.card(InspectTr::tr("Overview"));
    auto &state = out.item(InspectItem::Kind::Heading);
    state.text = out.status["phase"_L1].toString();
    if (state.text.isEmpty() || !out.meta["deletionTimestamp"_L1].isUndefined())
        state.text = out.meta["deletionTimestamp"_L1].isUndefined()
            ? healthWord(out.facts.health.health)
            : InspectTr::tr("Terminating");
    state.health = out.facts.health.health;
    out.text(healthSentence(out.facts.health), toneOf(out.facts.health.health));
    const auto created = out.meta["creationTimestamp"_L1].toString();
    out.field(InspectTr::tr("Age"), out.age(created));
    if (!created.isEmpty() && !out.result.cards.back().items.empty())
        out.result.cards.back().items.back().source = created;
    if (!out.nameSpace.isEmpty())
        out.link(InspectTr::tr("Namespace"), out.nameSpace,
                 out.idOf(u"v1"_s, u"Namespace"_s, out.nameSpace, false));
    inspectOwners(out);
    if (out.kind == "Pod"_L1)
        inspectPodStatus(out);
    if (const auto account = out.podSpec["serviceAccountName"_L1].toString(); !account.isEmpty())
        out.link(InspectTr::tr("Service account"), account,
                 out.idOf(u"v1"_s, u"ServiceAccount"_s, account));
}

static void inspectLabels(InspectWriter &out)
{
    out.card(InspectTr::tr("Labels and annotations"));
    out.chips(InspectTr::tr("Labels"), out.meta["labels"_L1].toObject());
    auto annotations = out.meta["annotations"_L1].toObject();
    // It repeats the object, and of a Secret what is secret.
    annotations.remove("kubectl.kubernetes.io/last-applied-configuration"_L1);
    out.chips(InspectTr::tr("Annotations"), annotations);
    if (!out.podSpec.isEmpty() && out.kind != "Pod"_L1) {
        const auto pattern = out.kind == "CronJob"_L1
            ? out.spec["jobTemplate"_L1]["spec"_L1]["template"_L1]
            : out.spec["template"_L1];
        out.chips(InspectTr::tr("Labels of the pods"),
                  pattern["metadata"_L1]["labels"_L1].toObject());
    }
    out.dropEmptyCard();
}

Inspection inspect(const InspectFacts &facts)
{
    InspectWriter out(facts);
    if (facts.object.isEmpty())
        return {};
    inspectOverview(out);
    inspectReplicas(out);
    inspectUsage(out);
    if (out.kind == "Node"_L1)
        inspectNode(out);
    else if (out.kind == "Service"_L1)
        inspectService(out);
    inspectPods(out);
    if (!out.podSpec.isEmpty()) {
        inspectContainers(out);
        inspectVolumes(out);
        inspectUsedConfiguration(out);
        inspectSecurity(out);
        inspectScheduling(out);
    }
    inspectLabels(out);
    return std::move(out.result);
}

} // namespace workspace
