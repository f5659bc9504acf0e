// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/relations/relationneeds.h"

#include <QHash>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace kube {

namespace {

/// The groups of the kinds that have relations.
QString groupOfKind(const QString &kind)
{
    static const QHash<QString, QString> Groups{
        {u"Deployment"_s, u"apps"_s},
        {u"ReplicaSet"_s, u"apps"_s},
        {u"StatefulSet"_s, u"apps"_s},
        {u"DaemonSet"_s, u"apps"_s},
        {u"Job"_s, u"batch"_s},
        {u"CronJob"_s, u"batch"_s},
        {u"Ingress"_s, u"networking.k8s.io"_s},
        {u"NetworkPolicy"_s, u"networking.k8s.io"_s},
        {u"HorizontalPodAutoscaler"_s, u"autoscaling"_s},
        {u"PodDisruptionBudget"_s, u"policy"_s},
        {u"RoleBinding"_s, u"rbac.authorization.k8s.io"_s},
        {u"ClusterRoleBinding"_s, u"rbac.authorization.k8s.io"_s},
    };
    return Groups.value(kind);
}

// What names config maps, secrets, claims and accounts.
const QStringList PodMakers{u"Pod"_s,       u"Deployment"_s, u"StatefulSet"_s,
                            u"DaemonSet"_s, u"Job"_s,        u"CronJob"_s};
const QStringList PodSelectors{u"Service"_s, u"NetworkPolicy"_s, u"PodDisruptionBudget"_s};
const QStringList Anything{
    u"Deployment"_s, u"ReplicaSet"_s, u"StatefulSet"_s, u"DaemonSet"_s, u"Job"_s,
    u"Pod"_s,        u"Service"_s,    u"ConfigMap"_s,   u"Secret"_s,    u"PersistentVolumeClaim"_s};

QStringList namesFor(const QString &kind)
{
    static const QStringList Scalers{u"HorizontalPodAutoscaler"_s};
    static const QHash<QString, QStringList> Needs{
        {u"/Pod"_s, PodSelectors + QStringList{u"ReplicaSet"_s, u"Job"_s}},
        {u"apps/Deployment"_s, PodSelectors + Scalers + QStringList{u"ReplicaSet"_s, u"Pod"_s}},
        {u"apps/ReplicaSet"_s, PodSelectors + Scalers + QStringList{u"Pod"_s}},
        {u"apps/StatefulSet"_s,
         PodSelectors + Scalers + QStringList{u"Pod"_s, u"PersistentVolumeClaim"_s}},
        {u"apps/DaemonSet"_s, PodSelectors + QStringList{u"Pod"_s}},
        {u"/ReplicationController"_s, PodSelectors + Scalers + QStringList{u"Pod"_s}},
        {u"batch/Job"_s, {u"Pod"_s}},
        {u"batch/CronJob"_s, {u"Job"_s, u"Pod"_s}},
        {u"/Service"_s, {u"Pod"_s, u"Ingress"_s, u"Endpoints"_s}},
        {u"/Endpoints"_s, {u"Service"_s, u"Pod"_s}},
        {u"discovery.k8s.io/EndpointSlice"_s, {u"Service"_s, u"Pod"_s}},
        {u"networking.k8s.io/Ingress"_s, {u"Service"_s, u"Pod"_s}},
        {u"networking.k8s.io/IngressClass"_s, {u"Ingress"_s}},
        {u"networking.k8s.io/NetworkPolicy"_s, {u"Pod"_s}},
        {u"policy/PodDisruptionBudget"_s, {u"Pod"_s}},
        {u"autoscaling/HorizontalPodAutoscaler"_s, {}},
        {u"/ConfigMap"_s, PodMakers},
        {u"/Secret"_s, PodMakers + QStringList{u"Ingress"_s, u"ServiceAccount"_s}},
        {u"/PersistentVolumeClaim"_s, PodMakers},
        {u"/PersistentVolume"_s, {}},
        {u"storage.k8s.io/StorageClass"_s, {u"PersistentVolume"_s, u"PersistentVolumeClaim"_s}},
        {u"/ServiceAccount"_s,
         PodMakers + QStringList{u"RoleBinding"_s, u"ClusterRoleBinding"_s, u"Secret"_s}},
        {u"rbac.authorization.k8s.io/Role"_s, {u"RoleBinding"_s}},
        {u"rbac.authorization.k8s.io/ClusterRole"_s, {u"RoleBinding"_s, u"ClusterRoleBinding"_s}},
        {u"rbac.authorization.k8s.io/RoleBinding"_s, {}},
        {u"rbac.authorization.k8s.io/ClusterRoleBinding"_s, {}},
        // A node's pods come with its description; these have no relations.
        {u"/Node"_s, {}},
        {u"/Namespace"_s, {}},
        {u"/Event"_s, {}},
        {u"/ResourceQuota"_s, {}},
        {u"/LimitRange"_s, {}},
        {u"scheduling.k8s.io/PriorityClass"_s, {}},
        {u"coordination.k8s.io/Lease"_s, {}},
        {u"events.k8s.io/Event"_s, {}},
        {u"apiextensions.k8s.io/CustomResourceDefinition"_s, {}},
    };
    return Needs.value(kind, Anything);
}

} // namespace

std::vector<RelatedKind> kindsRelatedTo(const QString &group, const QString &kind)
{
    std::vector<RelatedKind> result;
    const auto names = namesFor(QString(group + u'/' + kind));
    for (const auto &name : names)
        result.push_back({groupOfKind(name), name});
    return result;
}

bool isMetadataOnly(const QString &group, const QString &kind)
{
    return group.isEmpty() && (kind == "Secret"_L1 || kind == "ConfigMap"_L1);
}

} // namespace kube
