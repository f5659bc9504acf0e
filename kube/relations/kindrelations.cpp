// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/relations/objectrelations.h"

#include <QHash>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace kube {

static const QString StorageGroup = u"storage.k8s.io"_s;
static const QString RbacGroup = u"rbac.authorization.k8s.io"_s;

static ObjectKey sibling(const ObjectRelations &relations, const QString &kind,
                         const QJsonValue &name)
{
    return {{}, kind, relations.object.nameSpace, name.toString()};
}

static void addService(ObjectRelations &relations, const QJsonObject &object)
{
    // No selector: somebody else keeps the endpoints.
    const auto selector = object["spec"_L1]["selector"_L1].toObject();
    if (selector.isEmpty())
        return;
    if (auto parsed = labelSelectorOf(selector))
        relations.selections.push_back({Relation::Selects, *std::move(parsed)});
}

static void addTarget(ObjectRelations &relations, const QJsonValue &target)
{
    if (target["kind"_L1].toString() == "Pod"_L1)
        addReference(relations, Relation::PointsTo,
                     sibling(relations, u"Pod"_s, target["name"_L1]));
}

static void addEndpoints(ObjectRelations &relations, const QJsonObject &object)
{
    addReference(relations, Relation::EndpointsOf,
                 sibling(relations, u"Service"_s, relations.object.name));
    const auto subsets = object["subsets"_L1].toArray();
    for (const auto &subset : subsets) {
        for (const auto key : {"addresses"_L1, "notReadyAddresses"_L1}) {
            const auto addresses = subset[key].toArray();
            for (const auto &address : addresses)
                addTarget(relations, address["targetRef"_L1]);
        }
    }
}

static void addEndpointSlice(ObjectRelations &relations, const QJsonObject &object)
{
    addReference(relations, Relation::EndpointsOf,
                 sibling(relations, u"Service"_s,
                         object["metadata"_L1]["labels"_L1]["kubernetes.io/service-name"_L1]));
    const auto endpoints = object["endpoints"_L1].toArray();
    for (const auto &endpoint : endpoints)
        addTarget(relations, endpoint["targetRef"_L1]);
}

static void addBackend(ObjectRelations &relations, const QJsonValue &backend)
{
    addReference(relations, Relation::RoutesTo,
                 sibling(relations, u"Service"_s, backend["service"_L1]["name"_L1]));
    addReference(relations, Relation::RoutesTo, // v1beta1
                 sibling(relations, u"Service"_s, backend["serviceName"_L1]));
    const auto resource = backend["resource"_L1];
    addReference(relations, Relation::RoutesTo,
                 {resource["apiGroup"_L1].toString(), resource["kind"_L1].toString(),
                  relations.object.nameSpace, resource["name"_L1].toString()});
}

static void addIngress(ObjectRelations &relations, const QJsonObject &object)
{
    const auto spec = object["spec"_L1].toObject();
    addBackend(relations, spec["defaultBackend"_L1]);
    addBackend(relations, spec["backend"_L1]); // v1beta1
    const auto rules = spec["rules"_L1].toArray();
    for (const auto &rule : rules) {
        const auto paths = rule["http"_L1]["paths"_L1].toArray();
        for (const auto &path : paths)
            addBackend(relations, path["backend"_L1]);
    }
    const auto tls = spec["tls"_L1].toArray();
    for (const auto &one : tls)
        addReference(relations, Relation::TerminatesTlsWith,
                     sibling(relations, u"Secret"_s, one["secretName"_L1]));
    auto handler = spec["ingressClassName"_L1].toString();
    if (handler.isEmpty()) // deprecated, and still common
        handler =
            object["metadata"_L1]["annotations"_L1]["kubernetes.io/ingress.class"_L1].toString();
    addReference(relations, Relation::HandledBy,
                 {u"networking.k8s.io"_s, u"IngressClass"_s, {}, handler});
}

static void addNetworkPolicy(ObjectRelations &relations, const QJsonObject &object)
{
    // An empty selector means every pod of the namespace.
    if (auto selector = labelSelectorOf(object["spec"_L1]["podSelector"_L1].toObject()))
        relations.selections.push_back({Relation::Restricts, *std::move(selector)});
}

static void addBudget(ObjectRelations &relations, const QJsonObject &object)
{
    // https://kubernetes.io/docs/reference/using-api/deprecation-guide/#poddisruptionbudget-v125:
    // an empty selector means no pod in v1beta1, every pod in v1; none at all means no pod.
    const auto selector = object["spec"_L1]["selector"_L1];
    const bool old = object["apiVersion"_L1].toString() == "policy/v1beta1"_L1;
    if (!selector.isObject() || (old && selector.toObject().isEmpty()))
        return;
    if (auto parsed = labelSelectorOf(selector.toObject()))
        relations.selections.push_back({Relation::Protects, *std::move(parsed)});
}

static void addAutoscaler(ObjectRelations &relations, const QJsonObject &object)
{
    const auto target = object["spec"_L1]["scaleTargetRef"_L1];
    addReference(relations, Relation::Scales,
                 {groupOf(target["apiVersion"_L1].toString()), target["kind"_L1].toString(),
                  relations.object.nameSpace, target["name"_L1].toString()});
}

static void addClaim(ObjectRelations &relations, const QJsonObject &object)
{
    const auto spec = object["spec"_L1];
    addReference(relations, Relation::BoundTo,
                 {{}, u"PersistentVolume"_s, {}, spec["volumeName"_L1].toString()});
    addReference(relations, Relation::ProvisionedBy,
                 {StorageGroup, u"StorageClass"_s, {}, spec["storageClassName"_L1].toString()});
}

static void addVolume(ObjectRelations &relations, const QJsonObject &object)
{
    const auto spec = object["spec"_L1];
    const auto claim = spec["claimRef"_L1];
    addReference(relations, Relation::BoundTo,
                 {{},
                  u"PersistentVolumeClaim"_s,
                  claim["namespace"_L1].toString(),
                  claim["name"_L1].toString()});
    addReference(relations, Relation::ProvisionedBy,
                 {StorageGroup, u"StorageClass"_s, {}, spec["storageClassName"_L1].toString()});
}

static void addBinding(ObjectRelations &relations, const QJsonObject &object)
{
    const auto role = object["roleRef"_L1];
    const auto kind = role["kind"_L1].toString();
    addReference(relations, Relation::Grants,
                 {RbacGroup, kind,
                  kind == "ClusterRole"_L1 ? QString() : relations.object.nameSpace,
                  role["name"_L1].toString()});
    const auto subjects = object["subjects"_L1].toArray();
    for (const auto &subject : subjects) {
        if (subject["kind"_L1].toString() == "ServiceAccount"_L1)
            addReference(relations, Relation::GrantsTo,
                         {{},
                          u"ServiceAccount"_s,
                          subject["namespace"_L1].toString(relations.object.nameSpace),
                          subject["name"_L1].toString()});
    }
}

static void addAccount(ObjectRelations &relations, const QJsonObject &object)
{
    const auto secrets = object["secrets"_L1].toArray();
    for (const auto &secret : secrets)
        addReference(relations, Relation::Holds,
                     sibling(relations, u"Secret"_s, secret["name"_L1]));
    const auto pulls = object["imagePullSecrets"_L1].toArray();
    for (const auto &pull : pulls)
        addReference(relations, Relation::PullsWith,
                     sibling(relations, u"Secret"_s, pull["name"_L1]));
}

void addOfKind(ObjectRelations &relations, const QJsonObject &object)
{
    static const QHash<QString, void (*)(ObjectRelations &, const QJsonObject &)> Readers{
        {u"/Service"_s, addService},
        {u"/Endpoints"_s, addEndpoints},
        {u"/PersistentVolumeClaim"_s, addClaim},
        {u"/PersistentVolume"_s, addVolume},
        {u"/ServiceAccount"_s, addAccount},
        {u"discovery.k8s.io/EndpointSlice"_s, addEndpointSlice},
        {u"networking.k8s.io/Ingress"_s, addIngress},
        {u"extensions/Ingress"_s, addIngress},
        {u"networking.k8s.io/NetworkPolicy"_s, addNetworkPolicy},
        {u"policy/PodDisruptionBudget"_s, addBudget},
        {u"autoscaling/HorizontalPodAutoscaler"_s, addAutoscaler},
        {QString(RbacGroup + u"/RoleBinding"_s), addBinding},
        {QString(RbacGroup + u"/ClusterRoleBinding"_s), addBinding},
    };
    const auto &key = relations.object;
    if (const auto reader = Readers.value(QString(key.group + u'/' + key.kind)))
        reader(relations, object);
}

} // namespace kube
