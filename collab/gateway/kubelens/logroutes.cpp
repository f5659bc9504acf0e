// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/gateway/http/router.h"
#include "collab/gateway/kubelens/apppods.h"
#include "collab/gateway/kubelens/apps.h"
#include "collab/gateway/kubelens/asked.h"
#include "collab/gateway/kubelens/kubelens.h"
#include "kube/api/apiclient.h"
#include "kube/apimachinery/labelselector.h"
#include "kube/apimachinery/podcontainers.h"

using namespace Qt::StringLiterals;

namespace gateway {

using relay::ApiAnswer;
using Status = ApiAnswer::Status;

namespace {

/// What of a log is asked for.
struct Wish
{
    std::optional<LogCursor> cursor = {};
    int tail = 0;
    bool isFollowing = true;
    bool isText = false;
    QString container = {};
};

/// What the browser says when it comes back counts more than the address, which stays as it was.
std::expected<Wish, QString> wishOf(const Request &request, const GatewayConfig::Logs &limits)
{
    Wish wish{.isFollowing = request.parameter(u"follow"_s) != "false"_L1,
              .isText = request.parameter(u"format"_s) == "text"_L1,
              .container = request.parameter(u"container"_s)};
    QByteArray from = request.headers.combinedValue("Last-Event-ID");
    if (from.isEmpty())
        from = request.parameter(u"since"_s).toUtf8();
    if (!from.isEmpty()) {
        wish.cursor = LogCursor::parse(from);
        if (!wish.cursor)
            return std::unexpected(
                u"since and Last-Event-ID must be a time of RFC 3339, or the id of an event."_s);
    }
    wish.tail = limits.tailLines;
    if (const auto tail = request.parameter(u"tail"_s); !tail.isEmpty()) {
        bool isNumber = false;
        wish.tail = tail.toInt(&isNumber);
        if (!isNumber || wish.tail < 0)
            return std::unexpected(u"tail must be a number of lines."_s);
    }
    wish.tail = std::min(wish.tail, limits.maxTailLines);
    return wish;
}

/// A log that somebody may ask for.
struct Begun
{
    Asked asked = {};
    Wish wish = {};
    StreamLimits::Place place = {};
};

/// Without a value it is answered already.
std::optional<Begun> begin(const GatewayParts &parts, StreamLimits &limits, const Request &request,
                           Exchange &exchange, const Access &access)
{
    const auto asked = askedOf(parts, request, exchange, access);
    if (!asked)
        return std::nullopt;
    const auto wish = wishOf(request, parts.config.logs);
    if (!wish) {
        exchange.send(ApiAnswer::failure(Status::BadRequest, wish.error()));
        return std::nullopt;
    }
    const auto place = limits.take(StreamLimits::Kind::Log, request.caller, access.nameSpace);
    if (!place) {
        exchange.send(answerTo(place.error()));
        return std::nullopt;
    }
    return Begun{.asked = *asked, .wish = *wish, .place = *place};
}

ApiAnswer notAllowed()
{
    return ApiAnswer::failure(Status::Forbidden, u"You may not do that there."_s);
}

/// Null: the reader went already, or asks for the head alone.
LogViewer *viewerFor(const Request &request, Exchange &exchange, const GatewayParts &parts,
                     const StreamLimits::Place &place, const Wish &wish, bool isApp,
                     QObject *parent)
{
    if (request.method == "HEAD") {
        auto head = ApiAnswer::bytes({});
        head.type = EventStream::ContentType.toByteArray();
        exchange.send(std::move(head));
        return nullptr;
    }
    auto stream = std::make_unique<EventStream>(
        exchange.stream(EventStream::ContentType.toByteArray()), parts.config.limits.backlogBytes);
    if (!stream->isOpen())
        return nullptr;
    return new LogViewer({.stream = std::move(stream),
                          .place = place,
                          .cursor = wish.cursor,
                          .tail = wish.tail,
                          .isFollowing = wish.isFollowing,
                          .isText = wish.isText,
                          .isApp = isApp,
                          .heartbeat = parts.config.logs.heartbeat,
                          .caller = request.caller,
                          .authenticator = parts.authenticator},
                         parent);
}

} // namespace

void KubeLens::addLogs(std::vector<Route> &routes)
{
    routes.push_back(
        {.method = "GET",
         .path = u"/api/v1/namespaces/{ns}/pods/{name}/logs"_s,
         .handle = [this](const Request &request, const Reply &reply) { podLogs(request, reply); },
         .label = "pod_logs"});
    routes.push_back(
        {.method = "GET",
         .path = u"/api/v1/namespaces/{ns}/apps/{name}/logs"_s,
         .handle = [this](const Request &request, const Reply &reply) { appLogs(request, reply); },
         .label = "app_logs"});
}

void KubeLens::podLogs(const Request &request, const Reply &reply)
{
    const auto access = podAccess(request, u"logs"_s);
    const auto begun = begin(m_parts, m_limits, request, *reply, access);
    if (!begun)
        return;
    const auto &[asked, wish, place] = *begun;
    auto *own = m_parts.clusters.find(asked.name);
    const LogName name{.cluster = asked.name, .nameSpace = access.nameSpace, .pod = access.name};

    const auto view = [this, request, reply, place,
                       wish](const std::vector<std::shared_ptr<ContainerLog>> &logs) {
        if (logs.empty())
            return reply->send(notFound(wish.container.isEmpty() ? u"pod"_s : u"container"_s));
        auto *viewer = viewerFor(request, *reply, m_parts, place, wish, false, this);
        if (viewer == nullptr)
            return;
        for (const auto &log : logs)
            viewer->add(log);
        viewer->begin();
    };
    const auto isWanted = [wish](const QString &container) {
        return wish.container.isEmpty() || container == wish.container;
    };
    // With those of earlier pods of the name: of all of them, or where the reader stood in them.
    const auto viewKept = [this, name, isWanted, view, wish](
                              std::vector<std::shared_ptr<ContainerLog>> logs, const QString &uid) {
        m_logs.storage().find(
            name.cluster, name.nameSpace, name.pod,
            [this, isWanted, view, wish, logs,
             uid](const Storage::Result<std::vector<LogName>> &found) mutable {
                for (const auto &kept : found.value_or(std::vector<LogName>())) {
                    const bool isOfReader = !wish.cursor || wish.cursor->logs.empty()
                        || wish.cursor->logs.contains(logKeyOf(kept.uid, kept.container));
                    if (kept.uid != uid && isOfReader && logs.size() < AppPods::MostLogs
                        && isWanted(kept.container) && showsKept(m_logs, m_parts.authorizer, kept))
                        logs.push_back(m_logs.open(kept, nullptr));
                }
                view(logs);
            });
    };
    const auto read = [this, reply, own, name, isWanted, view, viewKept,
                       wish](const kube::Result<QJsonObject> &pod) {
        if (!pod && pod.error().kind == kube::Error::Kind::NotFound)
            return viewKept({}, {});
        if (!pod)
            return reply->send(answerTo(pod.error()));
        const auto labels = labelsOf(*pod);
        if (!m_parts.authorizer.showsPod(name.pod, labels))
            return reply->send(notFound(u"pod"_s));
        std::vector<std::shared_ptr<ContainerLog>> logs;
        auto one = name;
        one.uid = (*pod)["metadata"_L1]["uid"_L1].toString();
        m_logs.remember(one.uid, labels);
        for (const auto &container : kube::containersOf(*pod)) {
            one.container = container;
            if (isWanted(container))
                logs.push_back(m_logs.open(one, &own->client()));
        }
        if (!wish.cursor)
            return view(logs);
        viewKept(logs, one.uid);
    };
    m_parts.clusters.permits(request.caller, asked.name, access)
        .then(this, [this, reply, own, name, read](bool isPermitted) {
            if (!isPermitted)
                return reply->send(notAllowed());
            m_pods.find(*own, name.nameSpace, name.pod, read);
        });
}

void KubeLens::appLogs(const Request &request, const Reply &reply)
{
    const Access access{
        .verb = u"logs"_s, .resource = u"pods"_s, .nameSpace = request.part(u"ns"_s)};
    const auto begun = begin(m_parts, m_limits, request, *reply, access);
    if (!begun)
        return;
    const auto &[asked, wish, place] = *begun;
    const auto view = [this, request, reply, place, wish, name = asked.name,
                       nameSpace = access.nameSpace](const App &app) {
        const auto selector = kube::selectorTextOf(app.object["spec"_L1]["selector"_L1].toObject());
        if (selector.isEmpty())
            return reply->send(notFound(u"app"_s));
        auto *viewer = viewerFor(request, *reply, m_parts, place, wish, true, this);
        if (viewer != nullptr)
            new AppPods({.cluster = *m_parts.clusters.find(name),
                         .logs = m_logs,
                         .authorizer = m_parts.authorizer,
                         .clusterName = name,
                         .nameSpace = nameSpace,
                         .selector = selector,
                         .container = wish.container,
                         .cursor = wish.cursor},
                        *viewer);
    };
    const auto read = [this, request, reply, cluster = asked.cluster, access,
                       view](bool isPermitted) {
        if (!isPermitted)
            return reply->send(notAllowed());
        findApps(*cluster, m_parts.authorizer, request.caller, access.nameSpace,
                 request.part(u"name"_s), request.parameter(u"kind"_s))
            .then(this, [reply, cluster, view](const AppsFound &found) {
                letGoLater(cluster);
                if (!found)
                    return reply->send(answerTo(found.error()));
                if (found->empty())
                    return reply->send(notFound(u"app"_s));
                view(found->front());
            });
    };
    m_parts.clusters.permits(request.caller, asked.name, access).then(this, read);
}

} // namespace gateway
