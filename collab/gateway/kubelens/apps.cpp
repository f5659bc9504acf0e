// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/gateway/kubelens/apps.h"

#include "kube/api/apiclient.h"
#include "kube/apimachinery/labelselector.h"

#include <QJsonArray>

#include <array>

using namespace Qt::StringLiterals;

namespace gateway {

namespace {

struct AppKind
{
    QLatin1StringView kind;
    QLatin1StringView group;
    QLatin1StringView resource;
};

constexpr std::array<AppKind, 5> AppKinds{{{"Deployment"_L1, "apps"_L1, "deployments"_L1},
                                           {"StatefulSet"_L1, "apps"_L1, "statefulsets"_L1},
                                           {"DaemonSet"_L1, "apps"_L1, "daemonsets"_L1},
                                           {"Job"_L1, "batch"_L1, "jobs"_L1},
                                           {"ReplicaSet"_L1, "apps"_L1, "replicasets"_L1}}};

bool isOfAnother(const QJsonObject &object)
{
    for (const auto &owner : object["metadata"_L1]["ownerReferences"_L1].toArray()) {
        if (owner["controller"_L1].toBool())
            return true;
    }
    return false;
}

using Read = QFuture<kube::Result<QJsonObject>>;

void take(std::vector<App> &apps, const QJsonObject &object, const AppKind &kind,
          const Authorizer &authorizer)
{
    const auto name = object["metadata"_L1]["name"_L1].toString();
    const bool isPart = kind.kind == "ReplicaSet"_L1 && isOfAnother(object);
    if (!isPart && authorizer.showsApp(name, kube::labelsIn(object["metadata"_L1])))
        apps.push_back({.kind = kind.kind, .object = object});
}

AppsFound appsOf(const QList<Read> &reads, const std::vector<AppKind> &kinds,
                 const Authorizer &authorizer)
{
    std::vector<App> apps;
    std::optional<kube::Error> error;
    bool hasRead = false;
    for (qsizetype i = 0; i < reads.size(); ++i) {
        if (!reads.at(i).isValid() || reads.at(i).isCanceled())
            continue;
        const auto found = reads.at(i).result();
        if (!found) {
            const bool isAnswer = found.error().kind == kube::Error::Kind::NotFound;
            hasRead = hasRead || isAnswer;
            if (!isAnswer)
                error = found.error();
            continue;
        }
        hasRead = true;
        const auto &kind = kinds.at(size_t(i));
        if (!found->contains("items"_L1))
            take(apps, *found, kind, authorizer);
        for (const auto &item : (*found)["items"_L1].toArray())
            take(apps, item.toObject(), kind, authorizer);
    }
    if (!hasRead && error)
        return std::unexpected(*error);
    return apps;
}

} // namespace

QFuture<AppsFound> findApps(kube::Cluster &cluster, const Authorizer &authorizer,
                            const Caller &caller, const QString &nameSpace, const QString &name,
                            const QString &kind)
{
    QList<Read> reads;
    std::vector<AppKind> kinds;
    const auto verb = name.isEmpty() ? u"list"_s : u"get"_s;
    for (const auto &one : AppKinds) {
        const Access access{
            .verb = verb, .resource = one.resource, .nameSpace = nameSpace, .name = name};
        const bool isWanted = kind.isEmpty() || kind.compare(one.kind, Qt::CaseInsensitive) == 0;
        if (!isWanted || !authorizer.allows(caller, access))
            continue;
        kinds.push_back(one);
        reads.append(cluster.client().get(
            {.gvr = {one.group, u"v1"_s, one.resource}, .nameSpace = nameSpace, .name = name}));
    }
    if (reads.isEmpty())
        return QtFuture::makeReadyValueFuture(AppsFound());
    return QtFuture::whenAll(reads.begin(), reads.end())
        .then(
            [kinds, authorizer](const QList<Read> &all) { return appsOf(all, kinds, authorizer); });
}

} // namespace gateway
