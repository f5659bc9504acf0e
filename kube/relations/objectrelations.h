// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/apimachinery/labelselector.h"
#include "kube/relations/objectkey.h"

#include <QJsonObject>
#include <QMap>

#include <functional>
#include <optional>
#include <vector>

namespace kube {

/// How one object refers to another. Read "the object … the other".
enum class Relation {
    OwnedBy, ///< is owned by: `metadata.ownerReferences`; deleted with it
    ControlledBy, ///< the same, of the one owner that is the controller
    RunsOn, ///< a pod runs on a node: `spec.nodeName`
    RunsAs, ///< a pod or pod template runs as a service account
    HasPriority, ///< a pod or pod template has a priority class
    HasRuntime, ///< a pod or pod template has a runtime class
    Mounts, ///< a volume holds a config map, secret or claim, also by a projected volume
    ReadsEnvironment, ///< `env` and `envFrom` take from a config map or secret
    PullsWith, ///< images are pulled with a secret: `imagePullSecrets`
    Claims, ///< a stateful set or an ephemeral volume made this claim for a pod
    BoundTo, ///< a claim is bound to a volume, a volume to its claim
    ProvisionedBy, ///< a claim or volume is of a storage class
    Selects, ///< a service sends to the pods that its selector matches
    EndpointsOf, ///< Endpoints or an EndpointSlice belong to a service
    PointsTo, ///< Endpoints or an EndpointSlice hold the address of a pod: `targetRef`
    RoutesTo, ///< an ingress sends to a service, or to an object of another kind
    TerminatesTlsWith, ///< an ingress has its certificate in a secret
    HandledBy, ///< an ingress is handled by an ingress class
    Restricts, ///< a network policy restricts the pods that its selector matches
    Scales, ///< an autoscaler scales a workload: `scaleTargetRef`
    Protects, ///< a disruption budget protects the pods that its selector matches
    Grants, ///< a binding grants a role
    GrantsTo, ///< a binding grants to a service account (users and groups are no objects)
    Holds, ///< a service account names a secret that pods may mount
};

struct Reference
{
    Relation relation = Relation::OwnedBy;
    ObjectKey to = {};

    bool operator==(const Reference &) const = default;
};

/// Pods of the object's own namespace, by their labels.
struct Selection
{
    Relation relation = Relation::Selects;
    LabelSelector selector = {};

    bool operator==(const Selection &) const = default;
};

/// What one object refers to, and nothing else of it: no contents.
struct ObjectRelations
{
    ObjectKey object = {};
    std::vector<Reference> references = {}; ///< each once
    std::vector<Selection> selections = {};
    /// What selectors are held against: a pod's labels, or those that a workload gives its pods.
    QMap<QString, QString> podLabels = {};

    bool operator==(const ObjectRelations &) const = default;
};

/// Whether the kind lives outside of namespaces, given its group and kind.
using ScopeRule = std::function<bool(const QString &group, const QString &kind)>;

/// Reads what an object refers to. The JSON needs its apiVersion and kind; what it lacks counts as
/// empty. `clusterScoped` tells where owners live; the built-in kinds are known.
/// https://kubernetes.io/docs/reference/kubernetes-api/
ObjectRelations relationsOf(const QJsonObject &object,
                            const ScopeRule &clusterScoped = isClusterScoped);

/// Adds what a pod spec refers to. `podName` is empty for a template.
void addPodSpec(ObjectRelations &relations, const QJsonObject &spec, const QString &podName);

/// Adds a reference unless it is there or names nothing.
void addReference(ObjectRelations &relations, Relation relation, ObjectKey to);

/// Adds what the kinds other than pods and workloads refer to.
void addOfKind(ObjectRelations &relations, const QJsonObject &object);

} // namespace kube
