// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/mainwindow/spotlightfeed.h"

#include "kube/cluster.h"
#include "kube/watch/resourcecache.h"
#include "workspace/clusters/clusterset.h"
#include "workspace/namespaces/namespacememory.h"
#include "workspace/yard/kinds.h"
#include "workspace/yard/yarddocument.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace workspace {
namespace {

constexpr int AwakeMs = 5 * 60 * 1000;

constexpr int MostCustomKinds = 24; ///< each is a watch

/// Of a CustomResourceDefinition, as far as its group tells: Kubernetes' own are "apps" or end so.
bool isCustom(const kube::ApiResource &resource)
{
    return resource.group.contains(u'.') && !resource.group.endsWith(".k8s.io"_L1)
        && resource.can(u"list") && resource.can(u"watch");
}

/// The kinds whose objects can be found by name, besides those of custom resources; every other
/// kind can be found as a collection.
constexpr std::array SearchedKinds{"pods",
                                   "deployments.apps",
                                   "statefulsets.apps",
                                   "daemonsets.apps",
                                   "services",
                                   "jobs.batch",
                                   "cronjobs.batch",
                                   "ingresses.networking.k8s.io",
                                   "nodes",
                                   "configmaps",
                                   "secrets",
                                   "persistentvolumeclaims",
                                   "namespaces",
                                   "customresourcedefinitions"};

} // namespace

SpotlightFeed::SpotlightFeed(SpotlightIndex &index, ClusterSet &clusters,
                             const YardDocument &document, const NamespaceMemory &memory,
                             QObject *parent)
    : QObject(parent)
    , m_index(index)
    , m_clusters(clusters)
    , m_document(document)
    , m_memory(memory)
{
    m_asleep.setSingleShot(true);
    connect(&m_asleep, &QTimer::timeout, this, [this] {
        m_awake = false;
        m_watches.clear();
    });
    connect(&document, &YardDocument::changed, this, &SpotlightFeed::listKrates);
    connect(&clusters, &ClusterSet::clusterClosing, this, &SpotlightFeed::drop);
    connect(&clusters, &ClusterSet::clusterChanged, this, [this](const QString &context) {
        listCollections(context);
        if (m_awake)
            watchCluster(context);
    });
}

SpotlightFeed::~SpotlightFeed() = default;

void SpotlightFeed::wake()
{
    m_awake = true;
    m_asleep.start(AwakeMs);
    listKrates();
    for (const auto &context : m_clusters.openedNames())
        watchCluster(context);
}

void SpotlightFeed::watchCluster(const QString &context)
{
    auto *cluster = m_clusters.opened(context);
    if (!cluster || !cluster->hasResources()
        || std::ranges::any_of(m_watches, [&](const Watch &w) { return w.context == context; }))
        return;
    for (const auto *alias : SearchedKinds) {
        const auto *resource = cluster->resources().find(QString::fromLatin1(alias));
        if (resource && resource->can(u"list"))
            begin(context, *cluster, *resource, {});
    }
    int left = MostCustomKinds;
    for (const auto &resource : cluster->resources().resources) {
        if (isCustom(resource) && left-- > 0)
            begin(context, *cluster, resource, {});
    }
}

void SpotlightFeed::begin(const QString &context, kube::Cluster &cluster,
                          const kube::ApiResource &resource, const QString &nameSpace)
{
    auto objects = cluster.cache().subscribe({.resource = resource, .nameSpace = nameSpace});
    auto *watched = objects.get();
    m_index.follow(*watched, context);
    connect(watched, &kube::Subscription::stateChanged, this, [this, watched] {
        if (watched->state() == kube::Subscription::State::Refused)
            narrow(watched);
    });
    m_watches.push_back({context, std::move(objects), !nameSpace.isEmpty()});
    watched->start();
}

void SpotlightFeed::narrow(const kube::Subscription *refused)
{
    const auto found =
        std::ranges::find(m_watches, refused, [](const Watch &w) { return w.objects.get(); });
    if (found == m_watches.end() || found->narrowed)
        return;
    const auto context = found->context;
    const auto resource = refused->options().resource;
    found->narrowed = true; // its place stays, so that it is not begun again
    found->objects.release()->deleteLater(); // it is in the middle of a signal
    auto *cluster = m_clusters.opened(context);
    if (!resource.namespaced && resource.kind == "Namespace"_L1)
        listRemembered(context);
    if (!cluster || !resource.namespaced)
        return;
    auto spaces = m_memory.of(context).mid(0, 5);
    if (!spaces.contains(cluster->config().nameSpace))
        spaces.append(cluster->config().nameSpace);
    for (const auto &nameSpace : spaces)
        begin(context, *cluster, resource, nameSpace);
}

void SpotlightFeed::drop(const QString &context)
{
    std::erase_if(m_watches, [&](const Watch &w) { return w.context == context; });
    m_index.removeSource(u"collections/"_s + context);
    m_index.removeSource(u"namespaces/"_s + context);
}

void SpotlightFeed::listRemembered(const QString &context)
{
    std::vector<SpotlightEntry> entries;
    for (const auto &name : m_memory.of(context))
        entries.push_back({.type = SpotlightEntry::Type::Namespace,
                           .name = name,
                           .cluster = context,
                           .object = {u"v1"_s, u"Namespace"_s, {}, name}});
    m_index.setSource(u"namespaces/"_s + context, entries);
}

void SpotlightFeed::listKrates()
{
    std::vector<SpotlightEntry> entries;
    for (const auto &[id, krate] : m_document.krates()) {
        SpotlightEntry entry{.type = SpotlightEntry::Type::Krate,
                             .name = titleOf(krate),
                             .cluster = krate.cluster,
                             .id = id};
        if (krate.object)
            entry.object = *krate.object;
        if (krate.collection)
            entry.scope = *krate.collection;
        entries.push_back(entry);
    }
    m_index.setSource(u"krates"_s, entries);
}

void SpotlightFeed::listCollections(const QString &context)
{
    const auto *cluster = m_clusters.opened(context);
    if (!cluster || !cluster->hasResources())
        return;
    std::vector<SpotlightEntry> entries;
    for (const auto &resource : cluster->resources().resources) {
        // What pods and nodes use stands in their own lists.
        if (!resource.can(u"list") || resource.group == "metrics.k8s.io"_L1)
            continue;
        entries.push_back({.type = SpotlightEntry::Type::Collection,
                           .name = resource.resource,
                           .cluster = context,
                           .scope = {resource.apiVersion(), resource.kind, {}}});
    }
    for (const QString kind : {ReleaseKind, AccessKind, EverythingKind})
        entries.push_back({.type = SpotlightEntry::Type::Collection,
                           .name = ownKindLabel(kind),
                           .cluster = context,
                           .scope = {QString(OwnApiVersion), kind, {}}});
    m_index.setSource(u"collections/"_s + context, entries);
}

} // namespace workspace
