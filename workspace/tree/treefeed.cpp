// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/tree/treefeed.h"

#include "kube/watch/resourcecache.h"
#include "workspace/tree/treerules.h"

#include <algorithm>

namespace workspace {

using State = kube::Subscription::State;

static std::vector<kube::RelatedKind> kindsFor(const TreeShape &shape,
                                               const kube::ApiResource *resource)
{
    if (shape.isGrouped)
        return mainKinds();
    return resource ? kindsInTree(*resource) : std::vector<kube::RelatedKind>();
}

static const kube::ApiResource *resourceOf(const kube::ApiResources &all,
                                           const kube::RelatedKind &kind)
{
    const auto found = std::ranges::find_if(all.resources, [&kind](const auto &resource) {
        return resource.group == kind.group && resource.kind == kind.kind
            && resource.can(QStringLiteral("list"));
    });
    return found == all.resources.end() ? nullptr : &*found;
}

TreeFeed::TreeFeed(const Source &source, const TreeShape &shape, const QStringList &nameSpaces,
                   TreeModel &model, QObject *parent)
    : QObject(parent)
    , m_model(model)
{
    const auto *resource = shape.isGrouped ? nullptr : resourceOf(source.kinds, shape.kind);
    const auto kinds = kindsFor(shape, resource);
    const bool isWide = nameSpaces.isEmpty() || (resource && !resource->namespaced);
    const auto scopes = isWide ? QStringList(QString()) : nameSpaces;
    for (const auto &nameSpace : scopes) {
        const auto feed = source.relations.feedFor(nameSpace);
        feed->need(relationsNeeded(kinds));
        connect(&feed->graph(), &kube::RelationGraph::changed, &model, &TreeModel::takeRelations);
        connect(feed.get(), &kube::RelationFeed::partsChanged, this, &TreeFeed::stateChanged);
        model.forest().addFeed(feed);
    }
    for (const auto &kind : kinds) {
        const auto *each = resourceOf(source.kinds, kind);
        if (!each)
            continue; // this server has none
        model.forest().addKind(*each);
        for (const auto &nameSpace : each->namespaced ? scopes : QStringList(QString()))
            watch(source.cache, *each, nameSpace, shape.isGrouped || kind == shape.kind);
    }
}

TreeFeed::~TreeFeed() = default;

void TreeFeed::watch(kube::ResourceCache &cache, const kube::ApiResource &resource,
                     const QString &nameSpace, bool isRoot)
{
    using kube::Subscription;
    const int kind = m_model.forest().kindOf(resource);
    auto &part = m_parts.emplace_back(
        Part{resource, isRoot, cache.subscribe({.resource = resource, .nameSpace = nameSpace})});
    auto *rows = part.rows.get();
    connect(rows, &Subscription::columnsChanged, &m_model,
            [this, kind](const QList<kube::TableColumn> &columns) {
                m_model.setColumns(kind, columns);
            });
    connect(rows, &Subscription::pageListed, &m_model,
            [this, kind](const std::vector<kube::PackedItem> &items) { m_model.put(kind, items); });
    connect(rows, &Subscription::changed, &m_model,
            [this, kind](const std::vector<kube::PackedEvent> &events) {
                m_model.apply(kind, events);
            });
    connect(rows, &Subscription::listed, &m_model, [this, kind] { m_model.setListed(kind); });
    connect(rows, &Subscription::stateChanged, this, &TreeFeed::stateChanged);
    rows->start();
}

State TreeFeed::state() const
{
    const auto count = [this](State wanted) {
        return std::ranges::count_if(m_parts, [wanted](const Part &part) {
            return part.isRoot && part.rows->state() == wanted;
        });
    };
    if (count(State::Refused) == std::ranges::count(m_parts, true, &Part::isRoot))
        return State::Refused;
    for (const auto worst : {State::Stale, State::Listing, State::Idle}) {
        if (count(worst) > 0)
            return worst;
    }
    return State::Live;
}

std::optional<kube::Error> TreeFeed::lastError() const
{
    for (const auto &part : m_parts) {
        if (part.isRoot && part.rows->lastError())
            return part.rows->lastError();
    }
    return {};
}

QDateTime TreeFeed::lastHeard() const
{
    QDateTime oldest;
    for (const auto &part : m_parts) {
        const auto heard = part.rows->lastHeard();
        if (heard.isValid() && part.rows->state() != State::Refused
            && (!oldest.isValid() || heard < oldest))
            oldest = heard;
    }
    return oldest;
}

QStringList TreeFeed::refusedKinds() const
{
    QStringList refused;
    for (const auto &part : m_parts) {
        if (part.rows->state() == State::Refused && !refused.contains(part.resource.resource))
            refused.append(part.resource.resource);
    }
    return refused;
}

bool TreeFeed::isComplete() const
{
    return std::ranges::all_of(m_model.forest().feeds(),
                               [](const auto &feed) { return feed->isComplete(); });
}

} // namespace workspace
