// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/clusters/podfinder.h"

#include "kube/api/apiclient.h"
#include "kube/api/queryparams.h"
#include "kube/apimachinery/conditions.h"
#include "kube/apimachinery/labelselector.h"
#include "kube/apimachinery/podcontainers.h"
#include "kube/cluster.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QPromise>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;

namespace workspace {
namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(workspace)
};

FoundPod foundPod(const QJsonObject &pod)
{
    const auto meta = pod["metadata"_L1];
    return {.nameSpace = meta["namespace"_L1].toString(),
            .name = meta["name"_L1].toString(),
            .containers = kube::containersOf(pod)};
}

/// The better one comes first: ready, not being deleted, younger.
bool isBetter(const QJsonValue &a, const QJsonValue &b)
{
    const auto rank = [](const QJsonValue &pod) {
        const bool deleting = !pod["metadata"_L1]["deletionTimestamp"_L1].toString().isEmpty();
        const bool ready = kube::isConditionTrue(kube::conditionsOf(pod.toObject()), "Ready"_L1);
        return (ready ? 2 : 0) + (deleting ? 0 : 1);
    };
    if (rank(a) != rank(b))
        return rank(a) > rank(b);
    return a["metadata"_L1]["creationTimestamp"_L1].toString()
        > b["metadata"_L1]["creationTimestamp"_L1].toString();
}

using Promise = std::shared_ptr<QPromise<kube::Result<FoundPod>>>;

void end(const Promise &promise, kube::Result<FoundPod> result)
{
    promise->addResult(std::move(result));
    promise->finish();
}

std::unexpected<kube::Error> noPod(const QString &kind, const QString &name)
{
    return std::unexpected(kube::Error{.kind = kube::Error::Kind::Config,
                                       .message = Tr::tr("%1 %2 has no pod now.").arg(kind, name)});
}

void listPods(kube::Cluster &cluster, const ObjectId &owner, const QString &selector,
              const Promise &promise)
{
    const kube::ListOptions options{.labelSelector = selector, .limit = 500};
    const kube::ObjectRef pods{{{}, u"v1"_s, u"pods"_s}, owner.nameSpace, {}};
    cluster.client()
        .get(pods, paramsOf(options).toQuery())
        .then(&cluster.client(), [owner, promise](const kube::Result<QJsonObject> &answer) {
            if (!answer)
                return end(promise, std::unexpected(answer.error()));
            const auto items = answer->value("items"_L1).toArray();
            const auto best = std::min_element(items.begin(), items.end(), isBetter);
            if (best == items.end())
                return end(promise, noPod(owner.kind, owner.name));
            end(promise, foundPod(best->toObject()));
        });
}

void listJobsOf(kube::Cluster &cluster, const ObjectId &cronJob, const QString &uid,
                const Promise &promise)
{
    const kube::ObjectRef jobs{{u"batch"_s, u"v1"_s, u"jobs"_s}, cronJob.nameSpace, {}};
    cluster.client().get(jobs).then(
        &cluster.client(),
        [&cluster, cronJob, uid, promise](const kube::Result<QJsonObject> &answer) {
            if (!answer)
                return end(promise, std::unexpected(answer.error()));
            QJsonValue latest;
            for (const auto &job : answer->value("items"_L1).toArray()) {
                const auto owners = job["metadata"_L1]["ownerReferences"_L1].toArray();
                const bool owned = std::ranges::any_of(owners, [&uid](const QJsonValue &owner) {
                    return owner["uid"_L1].toString() == uid;
                });
                if (owned
                    && job["metadata"_L1]["creationTimestamp"_L1].toString()
                        > latest["metadata"_L1]["creationTimestamp"_L1].toString())
                    latest = job;
            }
            const auto selector = kube::selectorTextOf(latest["spec"_L1]["selector"_L1].toObject());
            if (selector.isEmpty())
                return end(promise, noPod(cronJob.kind, cronJob.name));
            listPods(cluster, cronJob, selector, promise);
        });
}

} // namespace

QFuture<kube::Result<FoundPod>> findPod(kube::Cluster &cluster, const ObjectId &object)
{
    auto promise = std::make_shared<QPromise<kube::Result<FoundPod>>>();
    promise->start();
    const auto *resource = cluster.resources().findKind(object.apiVersion, object.kind);
    if (!resource) {
        end(promise, noPod(object.kind, object.name));
        return promise->future();
    }
    const kube::ObjectRef ref{resource->gvr(), object.nameSpace, object.name};
    cluster.client().get(ref).then(
        &cluster.client(), [&cluster, object, promise](const kube::Result<QJsonObject> &answer) {
            if (!answer)
                return end(promise, std::unexpected(answer.error()));
            if (object.kind == "Pod"_L1)
                return end(promise, foundPod(*answer));
            if (object.kind == "CronJob"_L1)
                return listJobsOf(cluster, object,
                                  answer->value("metadata"_L1)["uid"_L1].toString(), promise);
            const auto selector =
                kube::selectorTextOf(answer->value("spec"_L1)["selector"_L1].toObject());
            if (selector.isEmpty())
                return end(promise, noPod(object.kind, object.name));
            listPods(cluster, object, selector, promise);
        });
    return promise->future();
}

} // namespace workspace
