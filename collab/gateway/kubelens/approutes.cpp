// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/gateway/kubelens/apps.h"

#include "collab/gateway/kubelens/asked.h"
#include "collab/gateway/kubelens/kubelens.h"
#include "collab/gateway/kubelens/summaries.h"
#include "kube/api/apiclient.h"
#include "kube/apimachinery/labelselector.h"

using namespace Qt::StringLiterals;

namespace gateway {

using relay::ApiAnswer;

void KubeLens::addApps(std::vector<Route> &routes)
{
    routes.push_back(
        {.method = "GET",
         .path = u"/api/v1/namespaces/{ns}/apps"_s,
         .handle = [this](const Request &request, const Reply &reply) { apps(request, reply); },
         .isOfCluster = true});
    routes.push_back(
        {.method = "GET",
         .path = u"/api/v1/namespaces/{ns}/apps/{name}"_s,
         .handle = [this](const Request &request, const Reply &reply) { app(request, reply); },
         .isOfCluster = true});
}

/// Who may see pods sees of what they are.
void KubeLens::apps(const Request &request, const Reply &reply)
{
    const auto nameSpace = request.part(u"ns"_s);
    const auto asked = askedOf(m_parts, request, *reply,
                               {.verb = u"list"_s, .resource = u"pods"_s, .nameSpace = nameSpace});
    if (!asked)
        return;
    findApps(*asked->cluster, m_parts.authorizer, request.caller, nameSpace, {},
             request.parameter(u"kind"_s))
        .then(this, [reply, cluster = asked->cluster](const AppsFound &found) {
            letGoLater(cluster);
            if (!found)
                return reply->send(answerTo(found.error()));
            QJsonArray list;
            for (const auto &app : *found)
                list.append(kubelens::appSummary(app.object, app.kind));
            reply->send(ApiAnswer::json({{u"apps"_s, list}}));
        });
}

void KubeLens::app(const Request &request, const Reply &reply)
{
    const auto nameSpace = request.part(u"ns"_s);
    const auto asked = askedOf(m_parts, request, *reply,
                               {.verb = u"list"_s, .resource = u"pods"_s, .nameSpace = nameSpace});
    if (!asked)
        return;
    const auto cluster = asked->cluster;
    const auto tellPods = [this, reply, cluster](QJsonObject summary,
                                                 const kube::Result<QJsonObject> &found) {
        letGoLater(cluster);
        if (!found)
            return reply->send(answerTo(found.error()));
        QJsonArray pods;
        for (const auto &pod : (*found)["items"_L1].toArray()) {
            if (m_parts.authorizer.showsPod(pod["metadata"_L1]["name"_L1].toString(),
                                            kube::labelsIn(pod["metadata"_L1])))
                pods.append(kubelens::podSummary(pod.toObject()));
        }
        summary.insert(u"pods"_s, pods);
        reply->send(ApiAnswer::json(summary));
    };
    findApps(*cluster, m_parts.authorizer, request.caller, nameSpace, request.part(u"name"_s),
             request.parameter(u"kind"_s))
        .then(this, [this, reply, cluster, tellPods, nameSpace](const AppsFound &found) {
            letGoLater(cluster);
            if (!found)
                return reply->send(answerTo(found.error()));
            if (found->empty())
                return reply->send(notFound(u"app"_s));
            const auto &app = found->front();
            const auto summary = kubelens::appSummary(app.object, app.kind);
            const auto selector = summary["selector"_L1].toString();
            if (selector.isEmpty())
                return tellPods(summary, QJsonObject());
            QUrlQuery query;
            query.addQueryItem(u"labelSelector"_s,
                               QString::fromLatin1(QUrl::toPercentEncoding(selector)));
            cluster->client()
                .get({.gvr = {{}, u"v1"_s, u"pods"_s}, .nameSpace = nameSpace}, query)
                .then(this, [tellPods, summary](const kube::Result<QJsonObject> &pods) {
                    tellPods(summary, pods);
                });
        });
}

} // namespace gateway
