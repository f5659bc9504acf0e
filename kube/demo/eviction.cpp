// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of RequestRouter that lets pods go only as far as their PodDisruptionBudgets allow.

#include "kube/apimachinery/conditions.h"
#include "kube/apimachinery/labelselector.h"
#include "kube/demo/apierror.h"
#include "kube/demo/httpconnection.h"
#include "kube/demo/requestrouter.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace demo {
namespace {

bool isReady(const QJsonObject &pod)
{
    return kube::isConditionTrue(kube::conditionsOf(pod), "Ready"_L1);
}

/// A number, or a percentage of `all`, rounded up.
int amountOf(const QJsonValue &value, int all)
{
    auto text = value.toString();
    if (!text.endsWith(u'%'))
        return value.toInt();
    text.chop(1);
    return (text.toInt() * all + 99) / 100;
}

/// How many of the pods may go now.
int allowedBy(const QJsonValue &budget, const std::vector<QJsonObject> &pods)
{
    const int all = int(pods.size());
    const int healthy = int(std::ranges::count_if(pods, isReady));
    const auto spec = budget["spec"_L1].toObject();
    const int needed = spec.contains("maxUnavailable"_L1)
        ? all - amountOf(spec["maxUnavailable"_L1], all)
        : amountOf(spec["minAvailable"_L1], all);
    return healthy - needed;
}

kube::Error refused(const QString &budget)
{
    return apiError(429, u"TooManyRequests"_s,
                    u"Cannot evict pod as it would violate the pod's disruption budget. The "
                    "disruption budget %1 does not allow it now."_s.arg(budget));
}

} // namespace

// https://kubernetes.io/docs/concepts/scheduling-eviction/api-eviction/#how-api-initiated-eviction-works
void RequestRouter::evict(HttpConnection &connection, const Target &target,
                          const HttpRequest &request)
{
    const auto pod = read(target);
    if (!pod)
        return sendError(connection, pod.error());
    const kube::GroupVersionResource budgets{u"policy"_s, u"v1"_s, u"poddisruptionbudgets"_s};
    for (const auto &budget : m_store.list(budgets, target.nameSpace)) {
        const auto selector = kube::labelSelectorOf(budget["spec"_L1]["selector"_L1].toObject());
        if (!selector || !selector->matches(kube::labelsIn((*pod)["metadata"_L1])))
            continue;
        std::vector<QJsonObject> guarded;
        for (const auto &other : m_store.list(target.resource.gvr(), target.nameSpace)) {
            if (selector->matches(kube::labelsIn(other["metadata"_L1])))
                guarded.push_back(other);
        }
        if (allowedBy(budget, guarded) <= 0)
            return sendError(connection, refused(budget["metadata"_L1]["name"_L1].toString()));
    }
    const auto body = QJsonDocument::fromJson(request.body).object();
    const int grace = body["deleteOptions"_L1]["gracePeriodSeconds"_L1].toInt(-1);
    if (const auto removed = m_store.remove(target.ref(), grace); !removed)
        return sendError(connection, removed.error());
    connection.respond(
        201, "application/json",
        R"({"kind":"Status","apiVersion":"v1","metadata":{},"status":"Success","code":201})");
}

} // namespace demo
