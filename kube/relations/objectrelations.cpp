// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/relations/objectrelations.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kube {

void addReference(ObjectRelations &relations, Relation relation, ObjectKey to)
{
    if (to.name.isEmpty() || to.kind.isEmpty())
        return;
    Reference reference{relation, std::move(to)};
    if (!std::ranges::contains(relations.references, reference))
        relations.references.push_back(std::move(reference));
}

static void addOwners(ObjectRelations &relations, const QJsonObject &meta,
                      const ScopeRule &clusterScoped)
{
    const auto owners = meta["ownerReferences"_L1].toArray();
    for (const auto &owner : owners) {
        const auto group = groupOf(owner["apiVersion"_L1].toString());
        const auto kind = owner["kind"_L1].toString();
        // An owner lives in the same namespace or in none.
        const auto place = clusterScoped(group, kind) ? QString() : relations.object.nameSpace;
        addReference(relations,
                     owner["controller"_L1].toBool() ? Relation::ControlledBy : Relation::OwnedBy,
                     {group, kind, place, owner["name"_L1].toString()});
    }
}

/// The template of a workload; empty for other kinds.
static QJsonObject podTemplateOf(const QJsonObject &object, const ObjectKey &key)
{
    const auto spec = object["spec"_L1];
    if (key.kind == "CronJob"_L1)
        return spec["jobTemplate"_L1]["spec"_L1]["template"_L1].toObject();
    if (key.group == "apps"_L1 || key.kind == "Job"_L1 || key.kind == "ReplicationController"_L1)
        return spec["template"_L1].toObject();
    return {};
}

/// A stateful set names its claims "<template>-<set>-<ordinal>".
/// https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#stable-storage
static void addClaimTemplates(ObjectRelations &relations, const QJsonObject &spec)
{
    static constexpr int Most = 1000; // ordinals; the rest is found by its owner
    const auto first = qMax(0, spec["ordinals"_L1]["start"_L1].toInt());
    const auto count = qBound(0, spec["replicas"_L1].toInt(1), Most);
    const auto templates = spec["volumeClaimTemplates"_L1].toArray();
    for (const auto &one : templates) {
        const auto name = one["metadata"_L1]["name"_L1].toString();
        for (int i = 0; i < count && !name.isEmpty(); ++i)
            relations.references.push_back(
                {Relation::Claims,
                 {{},
                  u"PersistentVolumeClaim"_s,
                  relations.object.nameSpace,
                  u"%1-%2-%3"_s.arg(name, relations.object.name).arg(first + i)}});
    }
}

ObjectRelations relationsOf(const QJsonObject &object, const ScopeRule &clusterScoped)
{
    ObjectRelations relations{.object = keyOf(object)};
    const auto &key = relations.object;
    const auto meta = object["metadata"_L1].toObject();
    addOwners(relations, meta, clusterScoped);
    if (key.group.isEmpty() && key.kind == "Pod"_L1) {
        addPodSpec(relations, object["spec"_L1].toObject(), key.name);
        relations.podLabels = labelsIn(meta);
        return relations;
    }
    if (const auto podTemplate = podTemplateOf(object, key); !podTemplate.isEmpty()) {
        addPodSpec(relations, podTemplate["spec"_L1].toObject(), {});
        relations.podLabels = labelsIn(podTemplate["metadata"_L1]);
        addClaimTemplates(relations, object["spec"_L1].toObject());
        return relations;
    }
    addOfKind(relations, object);
    return relations;
}

} // namespace kube
