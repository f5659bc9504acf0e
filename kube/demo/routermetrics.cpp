// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of RequestRouter that answers for metrics-server and the kubelets.

#include "kube/demo/apierror.h"
#include "kube/demo/apiserver.h"
#include "kube/demo/httpconnection.h"
#include "kube/demo/metrics.h"
#include "kube/demo/requestrouter.h"

using namespace Qt::StringLiterals;

namespace demo {

static constexpr auto json = "application/json";

static Metrics metricsOf(const Store &store, const ApiServerOptions &options)
{
    return {store, options.measuredAt.value_or(QDateTime::currentDateTimeUtc())};
}

/// /api/v1/nodes/worker-1/proxy/stats/summary, which the API server hands on to the kubelet.
bool RequestRouter::answerSummary(HttpConnection &connection, const HttpRequest &request) const
{
    const auto &parts = request.segments;
    if (parts.size() != 7 || !request.path.startsWith("/api/v1/nodes/"_L1)
        || !request.path.endsWith("/proxy/stats/summary"_L1))
        return false;
    const Target target{.verb = u"get"_s,
                        .resource = *m_store.resource({{}, u"v1"_s, u"nodes"_s}),
                        .name = parts[3],
                        .subresource = u"proxy"_s};
    if (const auto error = refusal(target, request)) {
        sendError(connection, *error);
    } else if (const auto summary = metricsOf(m_store, m_options).summary(target.name); !summary) {
        sendError(connection, notFound(u"nodes"_s, target.name));
    } else if (!m_options.summaries) {
        connection.respond(404, "text/plain; charset=utf-8", "404 page not found\n");
    } else {
        connection.respond(200, json, toJson(*summary));
    }
    return true;
}

bool RequestRouter::answerMetrics(HttpConnection &connection, const Target &target,
                                  const HttpRequest &request) const
{
    if (target.resource.group != "metrics.k8s.io"_L1)
        return false;
    const auto metrics = metricsOf(m_store, m_options);
    const bool ofPods = target.resource.kind == "PodMetrics"_L1;
    if (!target.name.isEmpty()) {
        const auto found =
            ofPods ? metrics.pod(target.nameSpace, target.name) : metrics.node(target.name);
        if (found)
            connection.respond(200, json, toJson(*found));
        else
            sendError(
                connection,
                notFound(QString(target.resource.resource + ".metrics.k8s.io"_L1), target.name));
        return true;
    }
    const auto selector =
        Selector::parse(request.queryValue(u"labelSelector"_s),
                        request.queryValue(u"fieldSelector"_s), target.resource.gvr());
    if (!selector)
        sendError(connection, selector.error());
    else
        connection.respond(200, json,
                           toJson(ofPods ? metrics.podList(target.nameSpace, *selector)
                                         : metrics.nodeList(*selector)));
    return true;
}

} // namespace demo
