// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/mainwindow/listmaker.h"

#include "workspace/access/accesscontent.h"
#include "workspace/clusters/statusboard.h"
#include "workspace/collection/collectioncontent.h"
#include "workspace/events/eventcontent.h"
#include "workspace/forward/forwardcontent.h"
#include "workspace/helm/releaselist.h"
#include "workspace/journal/journalcontent.h"
#include "workspace/logs/desk/timelink.h"
#include "workspace/mainwindow/manifestmaker.h"
#include "workspace/tree/treecontent.h"
#include "workspace/tree/treerules.h"
#include "workspace/window/deferredcontent.h"
#include "workspace/yard/kinds.h"

using namespace Qt::StringLiterals;

namespace workspace {

using Freshness = WindowContent::Freshness;

ListMaker::ListMaker(const Parts &parts)
    : m_parts(parts)
    , m_columns(parts.session)
{
}

void ListMaker::fill(DeferredContent &content, const KrateRecord &krate, kube::Cluster &cluster)
{
    const Place place{content, krate, cluster};
    const auto &scope = krate.collection;
    if (scope && scope->apiVersion == OwnApiVersion)
        return fillOwn(place);
    const auto *resource =
        scope ? cluster.resources().findKind(scope->apiVersion, scope->kind) : nullptr;
    if (!resource)
        return content.setMessage(Freshness::Failed,
                                  tr("%1 does not know the kind %2.")
                                      .arg(krate.cluster, scope ? scope->kind : QString()));
    if (resource->kind == "Event"_L1)
        return fillEvents(place);
    fillKind(place, *resource);
}

void ListMaker::fillKind(const Place &place, const kube::ApiResource &resource)
{
    if (hasTree(resource) && m_columns.of(ColumnMemory::keyOf(resource)).isTree)
        fillTree(place, resource);
    else
        fillList(place, resource);
}

void ListMaker::fillList(const Place &place, const kube::ApiResource &resource)
{
    auto &cluster = place.cluster;
    const auto kind = ColumnMemory::keyOf(resource);
    auto list = std::make_unique<CollectionContent>(
        cluster.cache(), resource, place.krate.collection->nameSpaces, m_parts.look);
    const auto *pods = cluster.resources().findKind(u"v1"_s, u"Pod"_s);
    if (resource.kind == "Namespace"_L1 && resource.group.isEmpty() && pods && pods->can(u"list"))
        list->countPods(cluster.cache(), *pods);
    if (kube::UsageRoll::isFor(resource))
        list->showUsage(cluster.cache(), cluster.metrics());
    list->remember(m_columns, kind);
    if (hasTree(resource)) {
        list->offerTree();
        connect(list.get(), &ListContent::treeToggled, this,
                [this, kind, content = &place.content] { toggleTree(kind, *content); });
    }
    auto *model = &list->model();
    connect(model, &CollectionModel::countsChanged, this,
            [this, krate = place.krate, model] { m_parts.board.set(krate, model->counts()); });
    setList(place, std::move(list));
}

/// A tree of this cluster, with the columns that this person has in all trees.
std::unique_ptr<TreeContent> ListMaker::makeTree(const Place &place, TreeShape shape,
                                                 bool isNamespaced)
{
    auto &cluster = place.cluster;
    const auto &nameSpaces = place.krate.collection->nameSpaces;
    shape.showsNamespaces = isNamespaced && nameSpaces.size() != 1;
    auto tree = std::make_unique<TreeContent>(
        TreeFeed::Source{cluster.cache(), cluster.resources(),
                         m_parts.relations.of(place.krate.cluster, cluster)},
        shape, isNamespaced, nameSpaces, m_parts.look);
    tree->remember(m_columns, u"tree"_s);
    const auto *model = &tree->model();
    connect(model, &TreeModel::countsChanged, this,
            [this, krate = place.krate, model] { m_parts.board.set(krate, model->counts()); });
    return tree;
}

void ListMaker::fillTree(const Place &place, const kube::ApiResource &resource)
{
    auto tree = makeTree(place, {.kind = {resource.group, resource.kind}}, resource.namespaced);
    connect(tree.get(), &ListContent::treeToggled, this,
            [this, kind = ColumnMemory::keyOf(resource), content = &place.content] {
                toggleTree(kind, *content);
            });
    setList(place, std::move(tree));
}

/// All main kinds together, each below a heading.
void ListMaker::fillEverything(const Place &place)
{
    setList(place, makeTree(place, {.isGrouped = true}, true));
}

/// The other form of the list, with what was typed into its filter.
void ListMaker::toggleTree(const QString &kind, DeferredContent &content)
{
    auto choice = m_columns.of(kind);
    choice.isTree = !choice.isTree;
    m_columns.set(kind, choice);
    // Queued: the content that asks goes with it.
    QMetaObject::invokeMethod(
        &content, [this, &content] { Q_EMIT m_parts.requests.fillRequested(&content); },
        Qt::QueuedConnection);
}

void ListMaker::fillEvents(const Place &place)
{
    auto events = std::make_unique<EventContent>(place.cluster.cache(),
                                                 place.krate.collection->nameSpaces, m_parts.look);
    auto *shown = events.get();
    connect(shown, &EventContent::countsChanged, this, [this, krate = place.krate, shown] {
        m_parts.board.set(krate,
                          {.total = shown->model().total(), .warning = shown->model().warnings()});
    });
    connect(&m_parts.timeLink, &TimeLink::moved, shown,
            [shown](qint64 time, const QObject *) { shown->showTime(time / 1'000'000); });
    setList(place, std::move(events));
}

/// Collections of our own kinds (OwnApiVersion).
void ListMaker::fillOwn(const Place &place)
{
    const auto &kind = place.krate.collection->kind;
    auto &look = m_parts.look;
    if (kind == EverythingKind)
        return fillEverything(place);
    if (kind == JournalKind)
        return setList(
            place, std::make_unique<JournalContent>(m_parts.journal, place.krate.cluster, look));
    if (kind == ReleaseKind)
        return fillReleases(place);
    if (kind == AccessKind)
        return fillAccess(place);
    if (kind == ForwardKind)
        return setList(place, std::make_unique<ForwardContent>(m_parts.forwards, look));
    if (kind == ManifestKind)
        return place.content.setContent(
            m_parts.manifests.makeContent(place.krate.cluster, place.cluster));
    place.content.setMessage(Freshness::Failed,
                             tr("This version does not know the window “%1”.").arg(kind));
}

void ListMaker::fillReleases(const Place &place)
{
    auto list = std::make_unique<ReleaseList>(place.cluster.cache(),
                                              place.krate.collection->nameSpaces, m_parts.look);
    const auto *model = &list->model();
    connect(list.get(), &ReleaseList::countsChanged, this, [this, krate = place.krate, model] {
        m_parts.board.set(krate, {.total = model->total(), .failing = model->count(u"failed"_s)});
    });
    setList(place, std::move(list));
}

void ListMaker::fillAccess(const Place &place)
{
    auto access = std::make_unique<AccessContent>(place.cluster, place.krate.collection->nameSpaces,
                                                  m_parts.look);
    auto *requests = &m_parts.requests;
    connect(access.get(), &AccessContent::namespacesRequested, requests,
            [requests, id = place.krate.id] { Q_EMIT requests->namespacesRequested(id); });
    connect(access.get(), &AccessContent::openRequested, requests,
            [requests, context = place.krate.cluster](const ObjectId &object, View view) {
                Q_EMIT requests->openRequested(context, object, view);
            });
    place.content.setContent(std::move(access));
}

void ListMaker::setList(const Place &place, std::unique_ptr<ListContent> list)
{
    auto *requests = &m_parts.requests;
    const auto context = place.krate.cluster;
    connect(list.get(), &ListContent::namespacesRequested, requests,
            [requests, id = place.krate.id] { Q_EMIT requests->namespacesRequested(id); });
    connect(list.get(), &ListContent::deletionRequested, requests,
            [requests, context, shown = list.get()] {
                Q_EMIT requests->deletionRequested(context, shown->selectedObjects());
            });
    connect(list.get(), &ListContent::openRequested, requests,
            [requests, context](const ObjectId &object, View view) {
                Q_EMIT requests->openRequested(context, object, view);
            });
    connect(list.get(), &ListContent::menuRequested, requests, &ContentRequests::menuRequested);
    if (const auto *before = qobject_cast<ListContent *>(place.content.content());
        before && !before->filter().isEmpty())
        list->setFilter(before->filter());
    place.content.setContent(std::move(list));
}

} // namespace workspace
