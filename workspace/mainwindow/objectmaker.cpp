// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/mainwindow/objectmaker.h"

#include "kube/api/apiclient.h"
#include "kube/cluster.h"
#include "kube/streams/logsubject.h"
#include "workspace/actions/journal.h"
#include "workspace/changes/changescontent.h"
#include "workspace/clusters/podfinder.h"
#include "workspace/describe/describecontent.h"
#include "workspace/errortext.h"
#include "workspace/helm/releasecontent.h"
#include "workspace/inspector/inspectcontent.h"
#include "workspace/logs/appfeed.h"
#include "workspace/logs/desk/timelink.h"
#include "workspace/logs/logcontent.h"
#include "workspace/shell/shellcontent.h"
#include "workspace/topology/topologycontent.h"
#include "workspace/window/deferredcontent.h"
#include "workspace/yaml/yamlcontent.h"
#include "workspace/yard/kinds.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace workspace {

using Freshness = WindowContent::Freshness;

ObjectMaker::ObjectMaker(RelationBook &relations, Session &session, Journal &journal,
                         ContentRequests &requests, TimeLink &timeLink, ShellDesk &shells,
                         Look &look)
    : m_relations(relations)
    , m_session(session)
    , m_journal(journal)
    , m_requests(requests)
    , m_timeLink(timeLink)
    , m_shells(shells)
    , m_look(look)
    , m_manifests(m_highlighting, journal, look)
{
}

void ObjectMaker::fill(DeferredContent &content, const KrateRecord &krate, View view,
                       kube::Cluster &cluster)
{
    if (!krate.object)
        return content.setMessage(Freshness::Failed, tr("This window has no object."));
    const Place place{content, krate.cluster, *krate.object, view, cluster};
    const auto &id = place.object;
    if (id.apiVersion == OwnApiVersion)
        return fillRelease(place);
    const auto *resource = cluster.resources().findKind(id.apiVersion, id.kind);
    if (!resource)
        return content.setMessage(
            Freshness::Failed,
            tr("%1 does not know the kind %2 (%3).").arg(place.context, id.kind, id.apiVersion));
    if (view == View::Logs)
        fillLogs(place, *resource);
    else if (view == View::Shell)
        fillShell(place);
    else
        fillKnown(place, *resource);
}

void ObjectMaker::fillKnown(const Place &place, const kube::ApiResource &resource)
{
    switch (place.view) {
    case View::Yaml: return fillYaml(place, resource);
    case View::Inspect: return fillInspector(place, resource);
    case View::Topology: return fillTopology(place, resource);
    case View::Changes:
        return place.content.setContent(std::make_unique<ChangesContent>(
            place.cluster.cache(), resource, place.object, place.context, m_history, m_look));
    default: return fillDescription(place, resource);
    }
}

void ObjectMaker::fillYaml(const Place &place, const kube::ApiResource &resource)
{
    auto *cluster = &place.cluster;
    auto yaml = std::make_unique<YamlContent>(cluster->cache(), resource, place.object,
                                              m_highlighting, m_look);
    record(place, yaml->watch());
    yaml->setEditable([this, cluster, context = place.context] {
        return m_manifests.makeEditor(context, *cluster);
    });
    if (resource.kind == "Secret"_L1 && resource.group.isEmpty())
        yaml->setDecodable([this, cluster, resource, context = place.context] {
            return m_manifests.makeSecretEditor(context, *cluster, resource);
        });
    place.content.setContent(std::move(yaml));
}

void ObjectMaker::fillDescription(const Place &place, const kube::ApiResource &resource)
{
    const auto nameSpace = resource.namespaced ? place.object.nameSpace : QString();
    const DescribedObject described{
        resource, place.object, place.cluster.resources(),
        m_relations.of(place.context, place.cluster).feedFor(nameSpace)};
    auto describe = std::make_unique<DescribeContent>(place.cluster.cache(), described, m_look);
    connect(
        describe.get(), &DescribeContent::openRequested, this,
        [open = opener(place.context)](const ObjectId &object) { open(object, View::Describe); });
    record(place, describe->watch());
    place.content.setContent(std::move(describe));
}

void ObjectMaker::fillInspector(const Place &place, const kube::ApiResource &resource)
{
    auto inspector = std::make_unique<InspectContent>(
        place.cluster.cache(), &place.cluster.metrics(), resource, place.object, m_look);
    connect(inspector.get(), &InspectContent::openRequested, this, opener(place.context));
    record(place, inspector->watch());
    place.content.setContent(std::move(inspector));
}

void ObjectMaker::fillTopology(const Place &place, const kube::ApiResource &resource)
{
    auto topology = std::make_unique<TopologyContent>(
        place.cluster.cache(), place.cluster.resources(), resource, place.object, m_look);
    connect(topology.get(), &TopologyContent::openRequested, this, opener(place.context));
    place.content.setContent(std::move(topology));
}

/// What any window sees of an object is part of its history.
void ObjectMaker::record(const Place &place, const ObjectWatch &watch)
{
    connect(&watch, &ObjectWatch::changed, this,
            [this, &watch, cluster = place.context] { observe(m_history, cluster, watch); });
}

void ObjectMaker::fillLogs(const Place &place, const kube::ApiResource &resource)
{
    place.content.setMessage(Freshness::Loading, tr("Looking for the pod…"));
    const auto &id = place.object;
    const kube::ObjectRef ref{resource.gvr(), resource.namespaced ? id.nameSpace : QString(),
                              id.name};
    place.cluster.client().get(ref).then(
        &place.content, [this, place](const kube::Result<QJsonObject> &found) {
            auto &content = place.content;
            const auto subject = found ? kube::logSubjectOf(*found) : keptSubject(place);
            if (!found && !subject)
                return content.setMessage(Freshness::Failed, errorText(found.error()));
            if (!subject)
                return content.setMessage(
                    Freshness::Failed,
                    tr("%1 %2 has no pods.").arg(place.object.kind, place.object.name));
            setLog(place, makeFeed(place, *subject));
        });
}

/// A pod that is gone, whose log was read within the last hour.
std::optional<kube::LogSubject> ObjectMaker::keptSubject(const Place &place) const
{
    const auto &id = place.object;
    const kube::LogSubject subject{.nameSpace = id.nameSpace, .pod = id.name};
    if (id.kind != "Pod"_L1 || m_logs.find(place.context, subject).empty())
        return {};
    return subject;
}

std::unique_ptr<LogFeed> ObjectMaker::makeFeed(const Place &place, const kube::LogSubject &subject)
{
    auto *cluster = &place.cluster;
    auto feed = std::make_unique<AppFeed>(cluster->cache(), subject);
    feed->setKeeper(m_logs, place.context);
    using State = kube::Cluster::State;
    connect(cluster, &kube::Cluster::stateChanged, feed.get(),
            [feed = feed.get(), cluster, isAway = cluster->state() != State::Ready]() mutable {
                const bool wasAway = std::exchange(isAway, cluster->state() != State::Ready);
                if (wasAway && !isAway)
                    feed->refresh();
            });
    return feed;
}

void ObjectMaker::fillShell(const Place &place)
{
    place.content.setMessage(Freshness::Loading, tr("Looking for the pod…"));
    findPod(place.cluster, place.object)
        .then(&place.content,
              [this, content = &place.content, context = place.context,
               cluster = &place.cluster](const kube::Result<FoundPod> &found) {
                  if (!found)
                      return content->setMessage(Freshness::Failed, errorText(found.error()));
                  const ShellPlace pod{context, found->nameSpace, found->name,
                                       found->containers.value(0)};
                  auto shell =
                      std::make_unique<ShellContent>(cluster->client(), pod, m_shells, m_look);
                  shell->setContainers(found->containers);
                  content->setContent(std::move(shell));
              });
}

void ObjectMaker::setLog(const Place &place, std::unique_ptr<LogFeed> feed)
{
    const auto &id = place.object;
    auto log = std::make_unique<LogContent>(std::move(feed), id.name, m_look);
    log->parts().marker.setBookmarks(std::make_unique<LogBookmarks>(
        &m_session,
        QString(place.context + u'/' + id.nameSpace + u'/' + id.kind + u'/' + id.name)));
    log->parts().lead.setLink(&m_timeLink);
    connect(log.get(), &LogContent::menuRequested, &m_requests, &ContentRequests::menuRequested);
    place.content.setContent(std::move(log));
}

/// One object of a kind of our own: a Helm release.
void ObjectMaker::fillRelease(const Place &place)
{
    const auto &id = place.object;
    if (id.kind != ReleaseKind || !std::ranges::contains(viewsOf(id), place.view))
        return place.content.setMessage(
            Freshness::Failed, tr("This version does not know the window “%1”.").arg(id.kind));
    auto release = std::make_unique<ReleaseContent>(place.cluster, place.context, id, place.view,
                                                    m_highlighting, m_look);
    connect(release.get(), &ReleaseContent::rolledBack, this,
            [this, id, context = place.context](const QString &command, int failures) {
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
    place.content.setContent(std::move(release));
}

} // namespace workspace
