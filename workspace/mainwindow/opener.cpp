// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/mainwindow/opener.h"

#include "kube/cluster.h"
#include "workspace/canvas/yardcanvas.h"
#include "workspace/clusters/clusterset.h"
#include "workspace/look/comesforward.h"
#include "workspace/window/windowcontent.h"
#include "workspace/yard/kinds.h"
#include "workspace/yard/yardactions.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace workspace {

Opener::Opener(ClusterSet &clusters, YardDocument &document, YardCanvas &canvas, QObject *parent)
    : QObject(parent)
    , m_clusters(clusters)
    , m_document(document)
    , m_canvas(canvas)
{
    connect(&clusters, &ClusterSet::clusterChanged, this, &Opener::openWanted);
    connect(&canvas, &YardCanvas::objectsDropped, this, &Opener::openDropped);
}

void Opener::openTarget(const OpenTarget &target, const QString &nameSpace, const QString &context)
{
    m_wanted.push_back({target, context.isEmpty() ? m_clusters.current() : context, nameSpace});
    openWanted();
}

bool Opener::isWaiting() const
{
    return std::ranges::any_of(m_wanted, [this](const Wanted &wanted) {
        const auto *cluster = m_clusters.opened(wanted.context);
        return cluster && !cluster->lastError();
    });
}

void Opener::openWanted()
{
    for (auto it = m_wanted.begin(); it != m_wanted.end();) {
        auto *cluster = m_clusters.cluster(it->context);
        if (cluster && !cluster->hasResources()) {
            ++it;
            continue;
        }
        const auto wanted = *it;
        it = m_wanted.erase(it);
        if (!cluster)
            continue; // the notice bar says why
        const auto krate =
            krateFor(wanted.target, cluster->resources(), wanted.context, wanted.nameSpace);
        if (!krate) {
            Q_EMIT said(krate.error());
            continue;
        }
        auto views = wanted.target.views;
        if (views.empty())
            views.push_back(krate->object ? usualView(*krate->object) : View::Collection);
        openKrate(*krate, views, wanted.target.options);
        ++m_openedTogether;
    }
    if (m_wanted.empty() && m_openedTogether > 0)
        showOpened();
}

void Opener::showOpened()
{
    if (std::exchange(m_openedTogether, 0) > 1)
        m_canvas.fitAll();
    if (m_zoom <= 0)
        return;
    auto view = m_canvas.view();
    view.zoom = m_zoom;
    m_canvas.setView(view);
}

void Opener::openKrate(const KrateRecord &krate, const std::vector<View> &views,
                       const ViewOptions &options)
{
    const auto id = yard::open(m_document, krate, views, m_canvas.viewCentre());
    if (const auto *opened = m_document.krate(id); opened && options != ViewOptions()) {
        for (const auto &window : opened->windows) {
            if (auto *content = m_canvas.contentOf(window.id); content && window.view == View::Logs)
                content->setOptions(options);
        }
    }
    m_canvas.flyToKrate(id);
    comeForward(m_canvas); // it may be asked for in a window on its own
}

void Opener::openObject(const QString &cluster, const ObjectId &object, View view)
{
    openKrate({.cluster = cluster, .object = object, .label = object.name}, {view});
}

void Opener::openOwn(const QString &context, QLatin1StringView kind, const QString &label)
{
    openKrate(
        {.cluster = context, .collection = CollectionScope{OwnApiVersion, kind}, .label = label},
        {View::Collection});
}

void Opener::openDropped(const QString &krateId, const std::vector<ObjectId> &objects,
                         QPointF world)
{
    static constexpr size_t MostAtOnce = 12;
    const auto *source = m_document.krate(krateId);
    if (!source || objects.empty())
        return;
    std::vector<KrateRecord> wanted;
    for (size_t i = 0; i < qMin(objects.size(), MostAtOnce); ++i)
        wanted.push_back(
            {.cluster = source->cluster, .object = objects[i], .label = objects[i].name});
    const auto known = yard::find(m_document, wanted.front());
    yard::openAll(m_document, wanted, world);
    if (wanted.size() == 1 && !known.isEmpty())
        m_canvas.flyToKrate(known); // it is somewhere already
    if (objects.size() > MostAtOnce)
        Q_EMIT said(tr("The first %1 of %Ln objects are open now; drag the others in parts.",
                       nullptr, int(objects.size()))
                        .arg(MostAtOnce));
}

void Opener::openEverything(const QString &context, const QString &nameSpace)
{
    const auto *entry = m_clusters.context(context);
    auto where = nameSpace.isEmpty() && entry ? entry->nameSpace : nameSpace;
    if (where.isEmpty())
        where = u"default"_s;
    const CollectionScope scope{QString(OwnApiVersion), QString(EverythingKind), {where}};
    openKrate({.cluster = context,
               .collection = scope,
               .label = collectionLabel(ownKindLabel(scope.kind), scope.nameSpaces)},
              {View::Collection});
}

} // namespace workspace
