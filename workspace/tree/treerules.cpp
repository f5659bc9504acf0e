// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/tree/treerules.h"

#include "kube/relations/relationtree.h"
#include "workspace/yard/kinds.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace workspace {

using kube::ObjectKey;
using kube::Relation;

static bool isOwnership(Relation relation)
{
    return relation == Relation::OwnedBy || relation == Relation::ControlledBy;
}

/// What a reader expects below something. A pod's node or account is above it, in their minds.
static bool isBranch(Relation relation)
{
    switch (relation) {
    case Relation::OwnedBy:
    case Relation::ControlledBy:
    case Relation::Mounts:
    case Relation::ReadsEnvironment:
    case Relation::PullsWith:
    case Relation::Claims:
    case Relation::BoundTo:
    case Relation::Selects:
    case Relation::RoutesTo:
    case Relation::TerminatesTlsWith:
    case Relation::Restricts:
    case Relation::Scales:
    case Relation::Protects:
    case Relation::Holds: return true;
    case Relation::RunsOn:
    case Relation::RunsAs:
    case Relation::HasPriority:
    case Relation::HasRuntime:
    case Relation::ProvisionedBy:
    case Relation::EndpointsOf:
    case Relation::PointsTo:
    case Relation::HandledBy:
    case Relation::Grants:
    case Relation::GrantsTo: return false;
    }
    Q_UNREACHABLE_RETURN(false);
}

bool isUsedKind(const QString &kind)
{
    static const QSet<QString> Kinds{u"ConfigMap"_s,        u"Secret"_s, u"PersistentVolumeClaim"_s,
                                     u"PersistentVolume"_s, u"Node"_s,   u"ServiceAccount"_s,
                                     u"StorageClass"_s};
    return Kinds.contains(kind);
}

int rankOfKind(const QString &kind)
{
    static const QStringList Order{u"Ingress"_s,
                                   u"Service"_s,
                                   u"Deployment"_s,
                                   u"StatefulSet"_s,
                                   u"DaemonSet"_s,
                                   u"CronJob"_s,
                                   u"Job"_s,
                                   u"Pod"_s,
                                   u"ConfigMap"_s,
                                   u"Secret"_s,
                                   u"PersistentVolumeClaim"_s};
    const auto place = Order.indexOf(kind);
    return place < 0 ? int(Order.size()) : int(place);
}

std::vector<kube::RelatedKind> mainKinds()
{
    return {{u"apps"_s, u"Deployment"_s},
            {u"apps"_s, u"StatefulSet"_s},
            {u"apps"_s, u"DaemonSet"_s},
            {u"batch"_s, u"CronJob"_s},
            {u"batch"_s, u"Job"_s},
            {{}, u"Pod"_s},
            {{}, u"Service"_s},
            {u"networking.k8s.io"_s, u"Ingress"_s},
            {{}, u"ConfigMap"_s},
            {{}, u"Secret"_s},
            {{}, u"PersistentVolumeClaim"_s}};
}

bool hasTree(const kube::ApiResource &kind)
{
    return kind.kind == "Node"_L1 || !kube::kindsRelatedTo(kind.group, kind.kind).empty();
}

std::vector<kube::RelatedKind> kindsInTree(const kube::ApiResource &kind)
{
    std::vector<kube::RelatedKind> kinds{{kind.group, kind.kind}};
    const auto add = [&kinds](const kube::RelatedKind &more) {
        if (!std::ranges::contains(kinds, more))
            kinds.push_back(more);
    };
    const auto &name = kind.kind;
    const bool isPart = name == "Pod"_L1 || name == "ReplicaSet"_L1 || name == "Job"_L1;
    const bool isTarget = name == "Service"_L1 || name == "Ingress"_L1;
    for (const auto &main : mainKinds()) {
        const bool isWorkload = hasPods(main.kind);
        const bool isLeaf = main.kind == "PersistentVolumeClaim"_L1;
        if (isTarget ? main.kind == "Service"_L1 || main.kind == "Pod"_L1 || isLeaf
                : isPart || isUsedKind(name) ? isWorkload || isLeaf
                : hasPods(name) ? main.kind == "Pod"_L1 || main.kind == "Job"_L1 || isLeaf
                                : isWorkload || isLeaf || main.kind == "Service"_L1)
            add(main);
    }
    return kinds;
}

std::vector<kube::RelatedKind> relationsNeeded(const std::vector<kube::RelatedKind> &kinds)
{
    auto needed = kinds;
    const auto add = [&needed](const QString &group, const QString &kind) {
        const kube::RelatedKind more{group, kind};
        if (!std::ranges::contains(needed, more))
            needed.push_back(more);
    };
    if (std::ranges::contains(kinds, u"Pod"_s, &kube::RelatedKind::kind)) {
        add(u"apps"_s, u"ReplicaSet"_s);
        add({}, u"ConfigMap"_s); // their names only, so that one that lacks is seen
        add({}, u"Secret"_s);
        add({}, u"PersistentVolumeClaim"_s);
    }
    return needed;
}

std::vector<ObjectKey> branchesOf(const kube::RelationGraph &graph, const ObjectKey &object)
{
    std::vector<ObjectKey> owned;
    std::vector<ObjectKey> used;
    const auto put = [](std::vector<ObjectKey> &keys, const ObjectKey &key) {
        if (!std::ranges::contains(keys, key))
            keys.push_back(key);
    };
    for (const auto &end : kube::childrenOf(graph, object)) {
        if (!isOwnership(end.relation)) {
            if (isBranch(end.relation))
                put(used, end.object);
        } else if (object.kind == "Deployment"_L1 && end.object.kind == "ReplicaSet"_L1) {
            for (const auto &pod : kube::childrenOf(graph, end.object)) {
                if (isOwnership(pod.relation))
                    put(owned, pod.object);
            }
        } else {
            put(owned, end.object);
        }
    }
    const bool isWorkload = hasPods(object.kind) && object.kind != "Pod"_L1;
    if (isWorkload && !owned.empty())
        return owned; // what they use, their pods do
    for (const auto &key : used)
        put(owned, key);
    return owned;
}

static bool isControlled(const kube::RelationGraph &graph, const ObjectKey &object)
{
    return std::ranges::contains(graph.uses(object), Relation::ControlledBy,
                                 &kube::RelationEnd::relation);
}

std::vector<ObjectKey> usersIn(const kube::RelationGraph &graph, const ObjectKey &object)
{
    std::vector<ObjectKey> users;
    for (const auto &end : kube::usersOf(graph, object)) {
        const bool isOnNode = end.relation == Relation::RunsOn;
        if (std::ranges::contains(users, end.object) || end.relation == Relation::HandledBy)
            continue;
        if (isOnNode || !hasPods(end.object.kind) || !isControlled(graph, end.object))
            users.push_back(end.object);
    }
    return users;
}

ObjectKey topOf(const kube::RelationGraph &graph, const ObjectKey &object)
{
    ObjectKey top = object;
    for (int steps = 0; steps < 4; ++steps) {
        const auto ends = graph.uses(top);
        const auto owner =
            std::ranges::find(ends, Relation::ControlledBy, &kube::RelationEnd::relation);
        if (owner == ends.end() || !hasPods(owner->object.kind))
            return top;
        top = owner->object;
    }
    return top;
}

} // namespace workspace
