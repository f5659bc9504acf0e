// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/mainwindow/contentmaker.h"

#include "kube/api/apiclient.h"
#include "kube/cluster.h"
#include "workspace/access/accesscontent.h"
#include "workspace/actions/journal.h"
#include "workspace/changes/changescontent.h"
#include "workspace/clusters/clusterset.h"
#include "workspace/clusters/podfinder.h"
#include "workspace/collection/collectioncontent.h"
#include "workspace/describe/describecontent.h"
#include "workspace/errortext.h"
#include "workspace/events/eventcontent.h"
#include "workspace/forward/forwardcontent.h"
#include "workspace/helm/releasecontent.h"
#include "workspace/helm/releaselist.h"
#include "workspace/inspector/inspectcontent.h"
#include "workspace/journal/journalcontent.h"
#include "workspace/logs/logcontent.h"
#include "workspace/safety/contextmarks.h"
#include "workspace/shell/shellcontent.h"
#include "workspace/topology/topologycontent.h"
#include "workspace/window/deferredcontent.h"
#include "workspace/yaml/yamlcontent.h"
#include "workspace/yard/kinds.h"
#include "workspace/yard/yarddocument.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace workspace {

using Freshness = WindowContent::Freshness;

ContentMaker::ContentMaker(ClusterSet &clusters, const ContextMarks &marks,
                           const YardDocument &document, Session &session, Journal &journal,
                           ForwardBook &forwards, Look &look, QObject *parent)
    : ContentFactory(parent)
    , m_clusters(clusters)
    , m_marks(marks)
    , m_session(session)
    , m_journal(journal)
    , m_forwards(forwards)
    , m_look(look)
    , m_manifests(m_highlighting, journal, look)
    , m_board(clusters)
{
    // Queued: by then the cluster knows of it.
    connect(&marks, &ContextMarks::changed, this, &ContentMaker::takeMark, Qt::QueuedConnection);
    connect(&m_board, &StatusBoard::changed, this, &ContentFactory::statusChanged);
    connect(&clusters, &ClusterSet::clusterClosing, this, [this](const QString &context) {
        for (const auto &slot : m_slots) {
            if (slot.content && slot.krate.cluster == context)
                slot.content->setMessage(Freshness::Loading, tr("Connecting to %1…").arg(context));
        }
        m_relations.erase(context); // the feeds went with their windows
        m_manifests.forget(context);
    });
    connect(&clusters, &ClusterSet::clusterReplaced, this, &ContentMaker::refill);
    connect(&clusters, &ClusterSet::clusterChanged, this, &ContentMaker::refill);
    connect(&document, &YardDocument::changed, this, [this, &document](const YardChange &change) {
        for (const auto &id : change.removed)
            m_board.forget(id);
        for (const auto &id : change.added + change.updated) {
            const auto *krate = document.krate(id);
            if (krate && krate->object)
                m_board.watch(*krate);
            else if (krate)
                takeScope(*krate);
        }
    });
}

ContentMaker::~ContentMaker() = default;

std::unique_ptr<WindowContent> ContentMaker::make(const KrateRecord &krate,
                                                  const WindowRecord &window)
{
    std::erase_if(m_slots, [](const Slot &slot) { return !slot.content; });
    auto content = std::make_unique<DeferredContent>(m_look);
    const Slot slot{krate, window.view, content.get()};
    m_slots.push_back(slot);
    connect(content.get(), &DeferredContent::retryRequested, this,
            [this, made = content.get()] { retry(made); });
    if (krate.object)
        m_board.watch(krate);
    fill(slot);
    return content;
}

void ContentMaker::retry(const DeferredContent *content)
{
    const auto found = std::ranges::find(m_slots, content, &Slot::content);
    if (found == m_slots.end())
        return;
    Slot slot;
    slot = *found; // filling may make more
    if (auto *cluster = m_clusters.cluster(slot.krate.cluster))
        cluster->retry();
    fill(slot);
}

/// A collection that is to show something else now is made anew.
void ContentMaker::takeScope(const KrateRecord &krate)
{
    std::vector<Slot> outdated;
    for (auto &slot : m_slots) {
        if (!slot.content || slot.krate.id != krate.id || slot.krate.collection == krate.collection)
            continue;
        slot.krate = krate;
        outdated.push_back(slot);
    }
    for (const auto &slot : outdated)
        fill(slot);
}

KrateStatus ContentMaker::status(const KrateRecord &krate) const
{
    const auto known = m_board.status(krate.id);
    KrateStatus status{.health = known.health, .word = known.word, .kind = kindOf(krate)};
    if (auto *cluster = m_clusters.opened(krate.cluster)) {
        if (const auto *resource = cluster->resources().find(status.kind);
            resource && !resource->shortNames.isEmpty())
            status.abbreviation = resource->shortNames.first();
    }
    if (krate.object)
        status.views = viewsOf(*krate.object);
    status.sentence = known.sentence;
    status.isProduction = m_marks.of(krate.cluster).production;
    return status;
}

QString ContentMaker::whyNot(const QString &context) const
{
    const auto *entry = m_clusters.context(context);
    if (!entry)
        return tr("Your kubeconfig has no context “%1”. Add it, or close this window.")
            .arg(context);
    return entry->problem ? errorText(*entry->problem) : QString();
}

void ContentMaker::fill(const Slot &slot)
{
    auto *content = slot.content.data();
    auto *cluster = m_clusters.cluster(slot.krate.cluster);
    if (!cluster)
        return content->setMessage(Freshness::Failed, whyNot(slot.krate.cluster));
    if (!cluster->hasResources()) {
        const bool waiting = cluster->state() == kube::Cluster::State::Connecting
            || cluster->state() == kube::Cluster::State::Ready || !cluster->lastError();
        if (waiting)
            return content->setMessage(Freshness::Loading,
                                       tr("Connecting to %1…").arg(slot.krate.cluster));
        return content->setMessage(Freshness::Failed, errorText(*cluster->lastError()));
    }
    if (slot.view == View::Collection)
        return fillCollection(slot, *cluster);
    if (!slot.krate.object)
        return content->setMessage(Freshness::Failed, tr("This window has no object."));
    const auto &id = *slot.krate.object;
    if (id.apiVersion == OwnApiVersion)
        return fillOwnObject(slot, *cluster);
    const auto *resource = cluster->resources().findKind(id.apiVersion, id.kind);
    if (!resource)
        return content->setMessage(Freshness::Failed,
                                   tr("%1 does not know the kind %2 (%3).")
                                       .arg(slot.krate.cluster, id.kind, id.apiVersion));
    if (slot.view == View::Logs || slot.view == View::Shell)
        fillPod(slot, *cluster);
    else
        fillObject(slot, *cluster, *resource);
}

void ContentMaker::fillObject(const Slot &slot, kube::Cluster &cluster,
                              const kube::ApiResource &resource)
{
    const auto &id = *slot.krate.object;
    if (slot.view == View::Yaml) {
        auto yaml =
            std::make_unique<YamlContent>(cluster.cache(), resource, id, m_highlighting, m_look);
        record(slot, yaml->watch());
        yaml->setEditable([this, &cluster, context = slot.krate.cluster] {
            return m_manifests.makeEditor(context, cluster);
        });
        if (resource.kind == "Secret"_L1 && resource.group.isEmpty())
            yaml->setDecodable([this, &cluster, resource, context = slot.krate.cluster] {
                return m_manifests.makeSecretEditor(context, cluster, resource);
            });
        return slot.content->setContent(std::move(yaml));
    }
    if (slot.view == View::Changes)
        return slot.content->setContent(std::make_unique<ChangesContent>(
            cluster.cache(), resource, id, slot.krate.cluster, m_history, m_look));
    if (slot.view == View::Inspect)
        return fillInspector(slot, cluster, resource);
    if (slot.view == View::Topology)
        return fillTopology(slot, cluster, resource);
    const DescribedObject described{resource, id, cluster.resources(),
                                    relationsOf(slot.krate.cluster, cluster)
                                        .feedFor(resource.namespaced ? id.nameSpace : QString())};
    auto describe = std::make_unique<DescribeContent>(cluster.cache(), described, m_look);
    connect(describe.get(), &DescribeContent::openRequested, this,
            [this, context = slot.krate.cluster](const ObjectId &object) {
                Q_EMIT openRequested(context, object, View::Describe);
            });
    record(slot, describe->watch());
    slot.content->setContent(std::move(describe));
}

void ContentMaker::fillInspector(const Slot &slot, kube::Cluster &cluster,
                                 const kube::ApiResource &resource)
{
    auto inspector = std::make_unique<InspectContent>(cluster.cache(), &cluster.metrics(), resource,
                                                      *slot.krate.object, m_look);
    connect(inspector.get(), &InspectContent::openRequested, this,
            [this, context = slot.krate.cluster](const ObjectId &object, View view) {
                Q_EMIT openRequested(context, object, view);
            });
    record(slot, inspector->watch());
    slot.content->setContent(std::move(inspector));
}

/// What any window sees of an object is part of its history.
void ContentMaker::record(const Slot &slot, const ObjectWatch &watch)
{
    connect(&watch, &ObjectWatch::changed, this,
            [this, &watch, cluster = slot.krate.cluster] { observe(m_history, cluster, watch); });
}

kube::RelationFeeds &ContentMaker::relationsOf(const QString &context, kube::Cluster &cluster)
{
    auto &feeds = m_relations[context];
    if (!feeds)
        feeds = std::make_unique<kube::RelationFeeds>(cluster.client(), cluster.resources());
    else
        feeds->setResources(cluster.resources()); // definitions come and go
    return *feeds;
}

void ContentMaker::fillPod(const Slot &slot, kube::Cluster &cluster)
{
    slot.content->setMessage(Freshness::Loading, tr("Looking for the pod…"));
    const QPointer<DeferredContent> content = slot.content;
    findPod(cluster, *slot.krate.object)
        .then(content.data(), [this, slot, &cluster](const kube::Result<FoundPod> &found) {
            if (!found)
                return slot.content->setMessage(Freshness::Failed, errorText(found.error()));
            if (slot.view == View::Logs)
                return slot.content->setContent(std::make_unique<LogContent>(
                    cluster.client(), found->nameSpace, found->name, found->containers, m_look));
            auto shell =
                std::make_unique<ShellContent>(cluster.client(), found->nameSpace, found->name,
                                               found->containers.value(0), m_look);
            shell->setContainers(found->containers);
            slot.content->setContent(std::move(shell));
        });
}

void ContentMaker::fillCollection(const Slot &slot, kube::Cluster &cluster)
{
    const auto &scope = slot.krate.collection;
    if (scope && scope->apiVersion == OwnApiVersion)
        return fillOwn(slot, cluster);
    const auto *resource =
        scope ? cluster.resources().findKind(scope->apiVersion, scope->kind) : nullptr;
    if (!resource)
        return slot.content->setMessage(
            Freshness::Failed,
            tr("%1 does not know the kind %2.")
                .arg(slot.krate.cluster, scope ? scope->kind : QString()));
    if (resource->kind == "Event"_L1)
        return fillEvents(slot, cluster);
    auto list =
        std::make_unique<CollectionContent>(cluster.cache(), *resource, scope->nameSpaces, m_look);
    const auto *pods = cluster.resources().findKind(u"v1"_s, u"Pod"_s);
    if (resource->kind == "Namespace"_L1 && resource->group.isEmpty() && pods && pods->can(u"list"))
        list->countPods(cluster.cache(), *pods);
    if (kube::UsageRoll::isFor(*resource))
        list->showUsage(cluster.cache(), cluster.metrics());
    auto *model = &list->model();
    connect(model, &CollectionModel::countsChanged, this,
            [this, krate = slot.krate, model] { m_board.set(krate, model->counts()); });
    setList(slot, std::move(list));
}

/// Collections of our own kinds (OwnApiVersion).
void ContentMaker::fillOwn(const Slot &slot, kube::Cluster &cluster)
{
    const auto &kind = slot.krate.collection->kind;
    if (kind == JournalKind)
        return setList(slot,
                       std::make_unique<JournalContent>(m_journal, slot.krate.cluster, m_look));
    if (kind == ReleaseKind)
        return fillReleases(slot, cluster);
    if (kind == AccessKind)
        return fillAccess(slot, cluster);
    if (kind == ForwardKind)
        return setList(slot, std::make_unique<ForwardContent>(m_forwards, m_look));
    if (kind == ManifestKind)
        return slot.content->setContent(m_manifests.makeContent(slot.krate.cluster, cluster));
    slot.content->setMessage(Freshness::Failed,
                             tr("This version does not know the window “%1”.").arg(kind));
}

void ContentMaker::fillReleases(const Slot &slot, kube::Cluster &cluster)
{
    auto list =
        std::make_unique<ReleaseList>(cluster.cache(), slot.krate.collection->nameSpaces, m_look);
    const auto *model = &list->model();
    connect(list.get(), &ReleaseList::countsChanged, this, [this, krate = slot.krate, model] {
        m_board.set(krate, {.total = model->total(), .failing = model->count(u"failed"_s)});
    });
    setList(slot, std::move(list));
}

void ContentMaker::fillTopology(const Slot &slot, kube::Cluster &cluster,
                                const kube::ApiResource &resource)
{
    auto topology = std::make_unique<TopologyContent>(cluster.cache(), cluster.resources(),
                                                      resource, *slot.krate.object, m_look);
    connect(topology.get(), &TopologyContent::openRequested, this,
            [this, context = slot.krate.cluster](const ObjectId &object, View view) {
                Q_EMIT openRequested(context, object, view);
            });
    slot.content->setContent(std::move(topology));
}

void ContentMaker::fillAccess(const Slot &slot, kube::Cluster &cluster)
{
    auto access =
        std::make_unique<AccessContent>(cluster, slot.krate.collection->nameSpaces, m_look);
    connect(access.get(), &AccessContent::namespacesRequested, this,
            [this, id = slot.krate.id] { Q_EMIT namespacesRequested(id); });
    connect(access.get(), &AccessContent::openRequested, this,
            [this, context = slot.krate.cluster](const ObjectId &object, View view) {
                Q_EMIT openRequested(context, object, view);
            });
    slot.content->setContent(std::move(access));
}

/// One object of a kind of our own.
void ContentMaker::fillOwnObject(const Slot &slot, kube::Cluster &cluster)
{
    const auto &id = *slot.krate.object;
    const auto views = viewsOf(id);
    if (id.kind != ReleaseKind || std::ranges::find(views, slot.view) == views.end())
        return slot.content->setMessage(
            Freshness::Failed, tr("This version does not know the window “%1”.").arg(id.kind));
    auto release = std::make_unique<ReleaseContent>(cluster, slot.krate.cluster, id, slot.view,
                                                    m_highlighting, m_look);
    connect(release.get(), &ReleaseContent::rolledBack, this,
            [this, id, context = slot.krate.cluster](const QString &command, int failures) {
                const auto problem =
                    failures > 0 ? tr("%Ln object(s) failed", nullptr, failures) : QString();
                m_journal.add({.at = QDateTime::currentDateTimeUtc(),
                               .context = context,
                               .action = tr("Roll back"),
                               .object = u"release/"_s + id.name,
                               .nameSpace = id.nameSpace,
                               .apiVersion = id.apiVersion,
                               .kind = id.kind,
                               .name = id.name,
                               .kubectl = command,
                               .problem = problem});
            });
    slot.content->setContent(std::move(release));
}

void ContentMaker::setList(const Slot &slot, std::unique_ptr<ListContent> list)
{
    connect(list.get(), &ListContent::namespacesRequested, this,
            [this, id = slot.krate.id] { Q_EMIT namespacesRequested(id); });
    connect(list.get(), &ListContent::deletionRequested, this,
            [this, context = slot.krate.cluster, shown = list.get()] {
                Q_EMIT deletionRequested(context, shown->selectedObjects());
            });
    connect(list.get(), &ListContent::openRequested, this,
            [this, context = slot.krate.cluster](const ObjectId &object, View view) {
                Q_EMIT openRequested(context, object, view);
            });
    slot.content->setContent(std::move(list));
}

void ContentMaker::fillEvents(const Slot &slot, kube::Cluster &cluster)
{
    auto events =
        std::make_unique<EventContent>(cluster.cache(), slot.krate.collection->nameSpaces, m_look);
    auto *shown = events.get();
    connect(shown, &EventContent::countsChanged, this, [this, krate = slot.krate, shown] {
        m_board.set(krate, {.total = shown->model().total(), .warning = shown->model().warnings()});
    });
    setList(slot, std::move(events));
}

/// Krates show the mark, and shells come or go with the right to change something.
void ContentMaker::takeMark(const QString &context)
{
    const auto slots = m_slots; // filling may make more
    for (const auto &slot : slots) {
        if (slot.krate.cluster != context)
            continue;
        Q_EMIT statusChanged(slot.krate.id);
        if (slot.content && slot.view == View::Shell)
            fill(slot);
    }
}

void ContentMaker::refill(const QString &context)
{
    const auto slots = m_slots; // filling may make more
    for (const auto &slot : slots) {
        if (slot.content && slot.krate.cluster == context && !slot.content->content())
            fill(slot);
    }
}

} // namespace workspace
