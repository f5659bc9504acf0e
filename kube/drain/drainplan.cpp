// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/drain/drainplan.h"

#include "kube/api/apiclient.h"
#include "kube/apimachinery/controllerref.h"

#include <QUrlQuery>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kube {

using Fate = PlannedPod::Fate;

static bool hasEmptyDir(const QJsonValue &pod)
{
    const auto volumes = pod["spec"_L1]["volumes"_L1].toArray();
    return std::ranges::any_of(volumes, [](const QJsonValue &volume) {
        return volume.toObject().contains("emptyDir"_L1);
    });
}

static Fate fateOf(const QJsonValue &pod, const DrainChoices &choices)
{
    const auto annotations = pod["metadata"_L1]["annotations"_L1].toObject();
    if (annotations.contains("kubernetes.io/config.mirror"_L1))
        return Fate::StayMirror;
    const auto phase = pod["status"_L1]["phase"_L1].toString();
    if (phase == "Succeeded"_L1 || phase == "Failed"_L1)
        return Fate::Evict; // has nothing to lose
    const auto controller = controllerRef(pod)["kind"_L1].toString();
    if (controller == "DaemonSet"_L1)
        return Fate::StayDaemonSet;
    if (controller.isEmpty() && !choices.force)
        return Fate::NeedsForce;
    if (hasEmptyDir(pod) && !choices.deleteEmptyDirData)
        return Fate::NeedsEmptyDir;
    return Fate::Evict;
}

std::vector<PlannedPod> planDrain(const QJsonArray &pods, const ApiResource &resource,
                                  const DrainChoices &choices)
{
    std::vector<PlannedPod> plan;
    plan.reserve(size_t(pods.size()));
    for (const auto &pod : pods) {
        const auto meta = pod["metadata"_L1];
        plan.push_back(
            {.pod = {resource, meta["namespace"_L1].toString(), meta["name"_L1].toString()},
             .uid = meta["uid"_L1].toString(),
             .fate = fateOf(pod, choices)});
    }
    return plan;
}

QFuture<Result<QJsonArray>> podsOnNode(ApiClient &client, const QString &node)
{
    QUrlQuery query;
    query.addQueryItem(u"fieldSelector"_s, u"spec.nodeName="_s + node);
    return client.get({{{}, u"v1"_s, u"pods"_s}, {}, {}}, query)
        .then([](const Result<QJsonObject> &list) -> Result<QJsonArray> {
            if (!list)
                return std::unexpected(list.error());
            return list->value("items"_L1).toArray();
        });
}

} // namespace kube
