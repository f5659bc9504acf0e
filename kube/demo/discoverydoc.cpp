// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/demo/discoverydoc.h"

#include "kube/apimachinery/versionsort.h"
#include "kube/demo/openapischemas.h"
#include "kube/demo/store.h"

#include <QJsonArray>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace demo {

static const QStringList allVerbs{u"create"_s, u"delete"_s, u"deletecollection"_s, u"get"_s,
                                  u"list"_s,   u"patch"_s,  u"update"_s,           u"watch"_s};
static const QString cluster = u"cluster"_s;

static kube::ApiResource kind(const QString &apiVersion, const QString &plural, const QString &name,
                              const QStringList &shortNames = {}, const QString &scope = {},
                              const QStringList &categories = {})
{
    const auto slash = apiVersion.indexOf(u'/');
    return {.group = slash < 0 ? QString() : apiVersion.first(slash),
            .version = apiVersion.sliced(slash + 1),
            .resource = plural,
            .singular = name.toLower(),
            .kind = name,
            .namespaced = scope != cluster,
            .shortNames = shortNames,
            .categories = categories,
            .verbs = allVerbs};
}

static kube::ApiResource onlyCreate(kube::ApiResource resource)
{
    resource.verbs = {u"create"_s};
    return resource;
}

std::vector<kube::ApiResource> builtinResources()
{
    const QStringList all{u"all"_s};
    const auto apps = u"apps/v1"_s;
    const auto rbac = u"rbac.authorization.k8s.io/v1"_s;
    const auto authorization = u"authorization.k8s.io/v1"_s;
    return {
        kind(u"v1"_s, u"configmaps"_s, u"ConfigMap"_s, {u"cm"_s}),
        kind(u"v1"_s, u"endpoints"_s, u"Endpoints"_s, {u"ep"_s}),
        kind(u"v1"_s, u"events"_s, u"Event"_s, {u"ev"_s}),
        kind(u"v1"_s, u"limitranges"_s, u"LimitRange"_s, {u"limits"_s}),
        kind(u"v1"_s, u"namespaces"_s, u"Namespace"_s, {u"ns"_s}, cluster),
        kind(u"v1"_s, u"nodes"_s, u"Node"_s, {u"no"_s}, cluster),
        kind(u"v1"_s, u"persistentvolumeclaims"_s, u"PersistentVolumeClaim"_s, {u"pvc"_s}),
        kind(u"v1"_s, u"persistentvolumes"_s, u"PersistentVolume"_s, {u"pv"_s}, cluster),
        kind(u"v1"_s, u"pods"_s, u"Pod"_s, {u"po"_s}, {}, all),
        kind(u"v1"_s, u"replicationcontrollers"_s, u"ReplicationController"_s, {u"rc"_s}, {}, all),
        kind(u"v1"_s, u"resourcequotas"_s, u"ResourceQuota"_s, {u"quota"_s}),
        kind(u"v1"_s, u"secrets"_s, u"Secret"_s),
        kind(u"v1"_s, u"serviceaccounts"_s, u"ServiceAccount"_s, {u"sa"_s}),
        kind(u"v1"_s, u"services"_s, u"Service"_s, {u"svc"_s}, {}, all),
        kind(apps, u"controllerrevisions"_s, u"ControllerRevision"_s),
        kind(apps, u"daemonsets"_s, u"DaemonSet"_s, {u"ds"_s}, {}, all),
        kind(apps, u"deployments"_s, u"Deployment"_s, {u"deploy"_s}, {}, all),
        kind(apps, u"replicasets"_s, u"ReplicaSet"_s, {u"rs"_s}, {}, all),
        kind(apps, u"statefulsets"_s, u"StatefulSet"_s, {u"sts"_s}, {}, all),
        kind(u"batch/v1"_s, u"cronjobs"_s, u"CronJob"_s, {u"cj"_s}, {}, all),
        kind(u"batch/v1"_s, u"jobs"_s, u"Job"_s, {}, {}, all),
        kind(u"autoscaling/v2"_s, u"horizontalpodautoscalers"_s, u"HorizontalPodAutoscaler"_s,
             {u"hpa"_s}, {}, all),
        kind(u"networking.k8s.io/v1"_s, u"ingresses"_s, u"Ingress"_s, {u"ing"_s}),
        kind(u"networking.k8s.io/v1"_s, u"ingressclasses"_s, u"IngressClass"_s, {}, cluster),
        kind(u"networking.k8s.io/v1"_s, u"networkpolicies"_s, u"NetworkPolicy"_s, {u"netpol"_s}),
        kind(u"discovery.k8s.io/v1"_s, u"endpointslices"_s, u"EndpointSlice"_s),
        kind(u"policy/v1"_s, u"poddisruptionbudgets"_s, u"PodDisruptionBudget"_s, {u"pdb"_s}),
        kind(rbac, u"clusterrolebindings"_s, u"ClusterRoleBinding"_s, {}, cluster),
        kind(rbac, u"clusterroles"_s, u"ClusterRole"_s, {}, cluster),
        kind(rbac, u"rolebindings"_s, u"RoleBinding"_s),
        kind(rbac, u"roles"_s, u"Role"_s),
        kind(u"storage.k8s.io/v1"_s, u"storageclasses"_s, u"StorageClass"_s, {u"sc"_s}, cluster),
        kind(u"coordination.k8s.io/v1"_s, u"leases"_s, u"Lease"_s),
        kind(u"apiextensions.k8s.io/v1"_s, u"customresourcedefinitions"_s,
             u"CustomResourceDefinition"_s, {u"crd"_s, u"crds"_s}, cluster, {u"api-extensions"_s}),
        onlyCreate(kind(u"authentication.k8s.io/v1"_s, u"selfsubjectreviews"_s,
                        u"SelfSubjectReview"_s, {}, cluster)),
        onlyCreate(kind(authorization, u"selfsubjectaccessreviews"_s, u"SelfSubjectAccessReview"_s,
                        {}, cluster)),
        onlyCreate(kind(authorization, u"selfsubjectrulesreviews"_s, u"SelfSubjectRulesReview"_s,
                        {}, cluster)),
    };
}

static QStringList stringsOf(const QJsonValue &array)
{
    QStringList strings;
    for (const auto &value : array.toArray())
        strings.append(value.toString());
    return strings;
}

std::vector<kube::ApiResource> resourcesOf(const QJsonObject &definition)
{
    std::vector<kube::ApiResource> resources;
    const auto spec = definition["spec"_L1].toObject();
    const auto names = spec["names"_L1].toObject();
    for (const auto &version : spec["versions"_L1].toArray())
        if (version["served"_L1].toBool())
            resources.push_back({.group = spec["group"_L1].toString(),
                                 .version = version["name"_L1].toString(),
                                 .resource = names["plural"_L1].toString(),
                                 .singular = names["singular"_L1].toString(),
                                 .kind = names["kind"_L1].toString(),
                                 .namespaced = spec["scope"_L1].toString() == "Namespaced"_L1,
                                 .shortNames = stringsOf(names["shortNames"_L1]),
                                 .categories = stringsOf(names["categories"_L1]),
                                 .verbs = allVerbs});
    return resources;
}

DiscoveryDoc::DiscoveryDoc(const Store &store)
    : m_store(store)
{
}

struct Subresource
{
    QString name;
    QString kind;
    QString group;
    QString version;
    QStringList verbs;
};

static std::vector<Subresource> subresourcesOf(const kube::ApiResource &resource)
{
    const QStringList readWrite{u"get"_s, u"patch"_s, u"update"_s};
    std::vector<Subresource> subresources;
    if (resource.resource == "pods"_L1 && resource.group.isEmpty()) {
        subresources.push_back(
            {u"attach"_s, u"PodAttachOptions"_s, {}, u"v1"_s, {u"create"_s, u"get"_s}});
        subresources.push_back(
            {u"exec"_s, u"PodExecOptions"_s, {}, u"v1"_s, {u"create"_s, u"get"_s}});
        subresources.push_back({u"eviction"_s, u"Eviction"_s, u"policy"_s, u"v1"_s, {u"create"_s}});
        subresources.push_back({u"log"_s, u"Pod"_s, {}, u"v1"_s, {u"get"_s}});
    }
    static const QStringList scalable{u"deployments"_s, u"replicasets"_s, u"statefulsets"_s};
    if (scalable.contains(resource.resource) && resource.group == "apps"_L1)
        subresources.push_back({u"scale"_s, u"Scale"_s, u"autoscaling"_s, u"v1"_s, readWrite});
    if (resource.can(u"update") && resource.resource != "configmaps"_L1
        && resource.resource != "secrets"_L1 && resource.resource != "events"_L1)
        subresources.push_back(
            {u"status"_s, resource.kind, resource.group, resource.version, readWrite});
    return subresources;
}

QStringList DiscoveryDoc::groupNames() const
{
    QStringList names;
    for (const auto &resource : m_store.resources())
        if (!resource.group.isEmpty() && !names.contains(resource.group))
            names.append(resource.group);
    return names;
}

QStringList DiscoveryDoc::versionsOf(const QString &group) const
{
    QStringList versions;
    for (const auto &resource : m_store.resources())
        if (resource.group == group && !versions.contains(resource.version))
            versions.append(resource.version);
    std::ranges::stable_sort(versions, [](const QString &left, const QString &right) {
        return kube::compareKubeVersions(left, right) > 0;
    });
    return versions;
}

std::vector<kube::ApiResource> DiscoveryDoc::kindsOf(const QString &group,
                                                     const QString &version) const
{
    std::vector<kube::ApiResource> kinds;
    for (const auto &resource : m_store.resources())
        if (resource.group == group && resource.version == version)
            kinds.push_back(resource);
    std::ranges::sort(kinds, {}, &kube::ApiResource::resource);
    return kinds;
}

QJsonObject DiscoveryDoc::coreVersions() const
{
    return {{u"kind"_s, u"APIVersions"_s}, {u"versions"_s, QJsonArray{u"v1"_s}}};
}

QJsonObject DiscoveryDoc::groups() const
{
    QJsonArray list;
    for (const auto &name : groupNames()) {
        auto entry = group(name);
        entry.remove("kind"_L1);
        entry.remove("apiVersion"_L1);
        list.append(entry);
    }
    return {{u"kind"_s, u"APIGroupList"_s}, {u"apiVersion"_s, u"v1"_s}, {u"groups"_s, list}};
}

QJsonObject DiscoveryDoc::group(const QString &name) const
{
    QJsonArray versions;
    for (const auto &version : versionsOf(name))
        versions.append(QJsonObject{{u"groupVersion"_s, QString(name + u'/' + version)},
                                    {u"version"_s, version}});
    if (versions.isEmpty() || name.isEmpty())
        return {};
    return {{u"kind"_s, u"APIGroup"_s},
            {u"apiVersion"_s, u"v1"_s},
            {u"name"_s, name},
            {u"versions"_s, versions},
            {u"preferredVersion"_s, versions.first()}};
}

QJsonObject DiscoveryDoc::resources(const QString &group, const QString &version) const
{
    QJsonArray list;
    for (const auto &resource : kindsOf(group, version)) {
        QJsonObject entry{{u"name"_s, resource.resource},
                          {u"singularName"_s, resource.singular},
                          {u"namespaced"_s, resource.namespaced},
                          {u"kind"_s, resource.kind},
                          {u"verbs"_s, QJsonArray::fromStringList(resource.verbs)}};
        if (!resource.shortNames.isEmpty())
            entry.insert("shortNames"_L1, QJsonArray::fromStringList(resource.shortNames));
        if (!resource.categories.isEmpty())
            entry.insert("categories"_L1, QJsonArray::fromStringList(resource.categories));
        list.append(entry);
        for (const auto &sub : subresourcesOf(resource)) {
            QJsonObject subEntry{{u"name"_s, QString(resource.resource + u'/' + sub.name)},
                                 {u"singularName"_s, QString()},
                                 {u"namespaced"_s, resource.namespaced},
                                 {u"kind"_s, sub.kind},
                                 {u"verbs"_s, QJsonArray::fromStringList(sub.verbs)}};
            if (sub.group != resource.group) {
                subEntry.insert("group"_L1, sub.group);
                subEntry.insert("version"_L1, sub.version);
            }
            list.append(subEntry);
        }
    }
    if (list.isEmpty())
        return {};
    return {{u"kind"_s, u"APIResourceList"_s},
            {u"apiVersion"_s, u"v1"_s},
            {u"groupVersion"_s, group.isEmpty() ? version : QString(group + u'/' + version)},
            {u"resources"_s, list}};
}

static QJsonObject gvk(const QString &group, const QString &version, const QString &kind)
{
    return {{u"group"_s, group}, {u"version"_s, version}, {u"kind"_s, kind}};
}

static QJsonObject aggregatedResource(const kube::ApiResource &resource)
{
    QJsonArray subs;
    for (const auto &sub : subresourcesOf(resource))
        subs.append(QJsonObject{{u"subresource"_s, sub.name},
                                {u"responseKind"_s, gvk(sub.group, sub.version, sub.kind)},
                                {u"verbs"_s, QJsonArray::fromStringList(sub.verbs)}});
    QJsonObject entry{{u"resource"_s, resource.resource},
                      {u"responseKind"_s, gvk(resource.group, resource.version, resource.kind)},
                      {u"scope"_s, resource.namespaced ? u"Namespaced"_s : u"Cluster"_s},
                      {u"singularResource"_s, resource.singular},
                      {u"verbs"_s, QJsonArray::fromStringList(resource.verbs)}};
    if (!resource.shortNames.isEmpty())
        entry.insert("shortNames"_L1, QJsonArray::fromStringList(resource.shortNames));
    if (!resource.categories.isEmpty())
        entry.insert("categories"_L1, QJsonArray::fromStringList(resource.categories));
    if (!subs.isEmpty())
        entry.insert("subresources"_L1, subs);
    return entry;
}

QJsonObject DiscoveryDoc::aggregated(bool core) const
{
    QJsonArray items;
    for (const auto &name : core ? QStringList{QString()} : groupNames()) {
        QJsonArray versions;
        for (const auto &version : versionsOf(name)) {
            QJsonArray resources;
            for (const auto &resource : kindsOf(name, version))
                resources.append(aggregatedResource(resource));
            versions.append(QJsonObject{{u"version"_s, version},
                                        {u"resources"_s, resources},
                                        {u"freshness"_s, u"Current"_s}});
        }
        QJsonObject meta{{u"creationTimestamp"_s, QJsonValue::Null}};
        if (!name.isEmpty())
            meta.insert("name"_L1, name);
        items.append(QJsonObject{{u"metadata"_s, meta}, {u"versions"_s, versions}});
    }
    return {{u"kind"_s, u"APIGroupDiscoveryList"_s},
            {u"apiVersion"_s, u"apidiscovery.k8s.io/v2"_s},
            {u"metadata"_s, QJsonObject()},
            {u"items"_s, items}};
}

QJsonObject DiscoveryDoc::openApiIndex() const
{
    QJsonObject paths;
    for (const auto &resource : m_store.resources()) {
        const QString path =
            (resource.group.isEmpty() ? u"api/"_s : u"apis/"_s) + resource.apiVersion();
        paths.insert(path,
                     QJsonObject{{u"serverRelativeURL"_s, QString(u"/openapi/v3/"_s + path)}});
    }
    return {{u"paths"_s, paths}};
}

QJsonObject DiscoveryDoc::openApi(const QString &group, const QString &version) const
{
    const QJsonArray parameters{QJsonObject{{u"name"_s, u"fieldValidation"_s},
                                            {u"in"_s, u"query"_s},
                                            {u"schema"_s, QJsonObject{{u"type"_s, u"string"_s}}}}};
    QJsonObject paths;
    for (const auto &resource : kindsOf(group, version)) {
        const auto path = kube::pathOf(
            {resource.gvr(), resource.namespaced ? u"{namespace}"_s : QString(), u"{name}"_s});
        const QJsonObject patch{
            {u"parameters"_s, parameters},
            {u"responses"_s, QJsonObject()},
            {u"x-kubernetes-action"_s, u"patch"_s},
            {u"x-kubernetes-group-version-kind"_s, gvk(group, version, resource.kind)}};
        paths.insert(QUrl::fromPercentEncoding(path.toLatin1()), QJsonObject{{u"patch"_s, patch}});
    }
    if (paths.isEmpty())
        return {};
    return {{u"openapi"_s, u"3.0.0"_s},
            {u"info"_s, QJsonObject{{u"title"_s, u"Kubernetes"_s}, {u"version"_s, u"v1.32.3"_s}}},
            {u"paths"_s, paths},
            {u"components"_s,
             QJsonObject{{u"schemas"_s,
                          openApiSchemas(m_store, kindsOf(group, version), OpenApiForm::V3)}}}};
}

QJsonObject DiscoveryDoc::openApiV2() const
{
    return {{u"swagger"_s, u"2.0"_s},
            {u"info"_s, QJsonObject{{u"title"_s, u"Kubernetes"_s}, {u"version"_s, u"v1.32.3"_s}}},
            {u"paths"_s, QJsonObject()},
            {u"definitions"_s, openApiSchemas(m_store, m_store.resources(), OpenApiForm::V2)}};
}

} // namespace demo
