// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/relations/objectrelations.h"
#include "workspace/inspector/inspectwriter.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace workspace {

/// "/etc/app in web, read only": where a volume is mounted.
static QStringList mountsOf(const QJsonObject &podSpec, const QString &volume)
{
    QStringList texts;
    for (const auto key : {"initContainers"_L1, "containers"_L1}) {
        const auto containers = podSpec[key].toArray();
        for (const auto &container : containers) {
            const auto mounts = container["volumeMounts"_L1].toArray();
            for (const auto &mount : mounts) {
                if (mount["name"_L1].toString() != volume)
                    continue;
                const auto text = mount["readOnly"_L1].toBool()
                    ? InspectTr::tr("%1 in %2, read only")
                    : InspectTr::tr("%1 in %2");
                texts.append(
                    text.arg(mount["mountPath"_L1].toString(), container["name"_L1].toString()));
            }
        }
    }
    return texts;
}

void inspectVolumes(InspectWriter &out)
{
    const auto volumes = out.podSpec["volumes"_L1].toArray();
    if (volumes.isEmpty())
        return;
    out.card(InspectTr::tr("Volumes"), QString::number(volumes.size()));
    for (const auto &volume : volumes) {
        const auto name = volume["name"_L1].toString();
        const auto mounts = mountsOf(out.podSpec, name);
        out.heading(name, mounts.isEmpty() ? InspectTr::tr("not mounted") : mounts.join(u" · "_s));
        DescribeWriter described(out.object, out.facts.now, {});
        described.section({});
        describeVolumeSource(described, volume.toObject());
        out.described(described.result);
        if (volume["hostPath"_L1].isObject())
            out.risk(InspectTr::tr("Risk"), InspectTr::tr("shares a folder of the node"));
    }
}

void inspectUsedConfiguration(InspectWriter &out)
{
    out.card(InspectTr::tr("Configuration used"));
    const auto relations = kube::relationsOf(out.object);
    QStringList told;
    for (const auto &[relation, to] : relations.references) {
        const bool known = to.kind == "ConfigMap"_L1 || to.kind == "Secret"_L1
            || to.kind == "PersistentVolumeClaim"_L1;
        const QString key = to.kind + u'/' + to.name;
        if (!known || told.contains(key))
            continue;
        told.append(key);
        out.link(to.kind, to.name, out.idOf(u"v1"_s, to.kind, to.name));
        auto &source = out.result.cards.back().items.back().source;
        if (relation == kube::Relation::ReadsEnvironment)
            source = InspectTr::tr("read into the environment");
        else if (relation == kube::Relation::PullsWith)
            source = InspectTr::tr("to pull images");
        else if (relation == kube::Relation::Mounts || relation == kube::Relation::Claims)
            source = InspectTr::tr("mounted");
    }
    out.dropEmptyCard();
}

/// "zone In (a, b)" of a node or pod selector term.
static QString expressionText(const QJsonValue &expression)
{
    const auto values = inLine(expression["values"_L1]);
    const auto key = expression["key"_L1].toString();
    const auto op = expression["operator"_L1].toString();
    if (op == "In"_L1)
        return InspectTr::tr("%1 is one of %2").arg(key, values);
    if (op == "NotIn"_L1)
        return InspectTr::tr("%1 is none of %2").arg(key, values);
    if (op == "Exists"_L1)
        return InspectTr::tr("has %1").arg(key);
    if (op == "DoesNotExist"_L1)
        return InspectTr::tr("has no %1").arg(key);
    return u"%1 %2 %3"_s.arg(key, op, values);
}

static QString nodeTermText(const QJsonValue &term)
{
    QStringList parts;
    for (const auto key : {"matchExpressions"_L1, "matchFields"_L1}) {
        const auto list = term[key].toArray();
        for (const auto &one : list)
            parts.append(expressionText(one));
    }
    return parts.join(InspectTr::tr(" and "));
}

// https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/
static void inspectNodeAffinity(InspectWriter &out, const QJsonValue &affinity)
{
    QStringList choices;
    const auto terms =
        affinity["requiredDuringSchedulingIgnoredDuringExecution"_L1]["nodeSelectorTerms"_L1]
            .toArray();
    for (const auto &term : terms)
        choices.append(nodeTermText(term));
    if (!choices.isEmpty())
        out.field(InspectTr::tr("Only on"),
                  InspectTr::tr("nodes where %1").arg(choices.join(InspectTr::tr(", or where "))));
    const auto wishes = affinity["preferredDuringSchedulingIgnoredDuringExecution"_L1].toArray();
    for (const auto &wish : wishes)
        out.field(InspectTr::tr("Rather on"),
                  InspectTr::tr("nodes where %1 (weight %2)")
                      .arg(nodeTermText(wish["preference"_L1]))
                      .arg(wish["weight"_L1].toInt()));
}

static void inspectPodAffinity(InspectWriter &out, const QJsonValue &affinity, bool anti)
{
    const auto tell = [&](const QJsonValue &term, const QString &label, int weight) {
        const auto pods = selectorText(term["labelSelector"_L1].toObject());
        auto text = (anti ? InspectTr::tr("away from pods with %1, by %2")
                          : InspectTr::tr("near pods with %1, by %2"))
                        .arg(pods, term["topologyKey"_L1].toString());
        if (weight > 0)
            text += InspectTr::tr(" (weight %1)").arg(weight);
        out.field(label, text);
    };
    const auto required = affinity["requiredDuringSchedulingIgnoredDuringExecution"_L1].toArray();
    for (const auto &term : required)
        tell(term, InspectTr::tr("Only"), 0);
    const auto wishes = affinity["preferredDuringSchedulingIgnoredDuringExecution"_L1].toArray();
    for (const auto &wish : wishes)
        tell(wish["podAffinityTerm"_L1], InspectTr::tr("Rather"), wish["weight"_L1].toInt());
}

void inspectScheduling(InspectWriter &out)
{
    out.card(InspectTr::tr("Scheduling"));
    out.chips(InspectTr::tr("Node selector"), out.podSpec["nodeSelector"_L1].toObject());
    const auto affinity = out.podSpec["affinity"_L1];
    inspectNodeAffinity(out, affinity["nodeAffinity"_L1]);
    inspectPodAffinity(out, affinity["podAffinity"_L1], false);
    inspectPodAffinity(out, affinity["podAntiAffinity"_L1], true);
    QString label = InspectTr::tr("Tolerates");
    const auto tolerations = out.podSpec["tolerations"_L1].toArray();
    for (const auto &one : tolerations) {
        out.value(label, tolerationText(one));
        label.clear();
    }
    const auto spread = out.podSpec["topologySpreadConstraints"_L1].toArray();
    for (const auto &one : spread)
        out.field(InspectTr::tr("Spread"),
                  InspectTr::tr("by %1, at most %2 apart")
                      .arg(one["topologyKey"_L1].toString())
                      .arg(one["maxSkew"_L1].toInt()));
    out.field(InspectTr::tr("Scheduler"), out.podSpec["schedulerName"_L1].toString());
    out.dropEmptyCard();
}

} // namespace workspace
