// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/rollout/revisions.h"

#include "kube/api/discovery.h"
#include "kube/apimachinery/controllerref.h"
#include "kube/apimachinery/labelselector.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace kube {
namespace {

constexpr QLatin1StringView RevisionKey("deployment.kubernetes.io/revision");
constexpr QLatin1StringView HashLabel("pod-template-hash");

/// Annotations of a ReplicaSet that are about itself, and those of a Deployment that stay.
/// k8s.io/kubectl/pkg/polymorphichelpers/rollback.go, annotationsToSkip.
constexpr std::array OwnAnnotations{"kubectl.kubernetes.io/last-applied-configuration"_L1,
                                    RevisionKey,
                                    "deployment.kubernetes.io/revision-history"_L1,
                                    "deployment.kubernetes.io/desired-replicas"_L1,
                                    "deployment.kubernetes.io/max-replicas"_L1,
                                    "deprecated.deployment.rollback.to"_L1};

bool isOwnAnnotation(const QString &key)
{
    return std::ranges::find(OwnAnnotations, key) != OwnAnnotations.end();
}

QJsonObject templateOfReplicaSet(const QJsonObject &set)
{
    auto podTemplate = set["spec"_L1]["template"_L1].toObject();
    auto meta = podTemplate["metadata"_L1].toObject();
    auto labels = meta["labels"_L1].toObject();
    labels.remove(HashLabel);
    meta.insert("labels"_L1, labels);
    podTemplate.insert("metadata"_L1, meta);
    return podTemplate;
}

QJsonObject templateOfControllerRevision(const QJsonObject &revision)
{
    auto podTemplate = revision["data"_L1]["spec"_L1]["template"_L1].toObject();
    podTemplate.remove("$patch"_L1);
    return podTemplate;
}

Revision revisionFrom(const QJsonObject &keeper)
{
    const auto meta = keeper["metadata"_L1];
    const auto annotations = meta["annotations"_L1];
    const bool isReplicaSet = keeper.contains("spec"_L1);
    Revision revision{
        .number = isReplicaSet ? annotations[RevisionKey].toString().toLongLong()
                               : keeper["revision"_L1].toInteger(),
        .name = meta["name"_L1].toString(),
        .created = QDateTime::fromString(meta["creationTimestamp"_L1].toString(), Qt::ISODate),
        .changeCause = annotations["kubernetes.io/change-cause"_L1].toString(),
        .podTemplate =
            isReplicaSet ? templateOfReplicaSet(keeper) : templateOfControllerRevision(keeper),
        .source = keeper};
    for (const auto &container : revision.podTemplate["spec"_L1]["containers"_L1].toArray())
        revision.images.append(container["image"_L1].toString());
    return revision;
}

/// Which revision is asked for now.
bool isCurrent(const QJsonObject &workload, const Revision &revision, qint64 newest)
{
    if (workload["kind"_L1].toString() == "Deployment"_L1)
        return workload["metadata"_L1]["annotations"_L1][RevisionKey].toString().toLongLong()
            == revision.number;
    const auto updated = workload["status"_L1]["updateRevision"_L1].toString();
    return updated.isEmpty() ? revision.number == newest : revision.name == updated;
}

QByteArray deploymentPatch(const QJsonObject &workload, const Revision &revision)
{
    QJsonObject annotations;
    const auto take = [&annotations](const QJsonValue &object, bool own) {
        const auto all = object["metadata"_L1]["annotations"_L1].toObject();
        for (auto it = all.begin(); it != all.end(); ++it) {
            if (isOwnAnnotation(it.key()) == own)
                annotations.insert(it.key(), it.value());
        }
    };
    take(workload, true);
    take(revision.source, false);
    const QJsonArray patch{QJsonObject{{u"op"_s, u"replace"_s},
                                       {u"path"_s, u"/spec/template"_s},
                                       {u"value"_s, revision.podTemplate}},
                           QJsonObject{{u"op"_s, u"add"_s}, // also where there were none
                                       {u"path"_s, u"/metadata/annotations"_s},
                                       {u"value"_s, annotations}}};
    return QJsonDocument(patch).toJson(QJsonDocument::Compact);
}

} // namespace

std::vector<Revision> revisionsFrom(const QJsonObject &workload, const QJsonArray &keepers)
{
    const auto uid = workload["metadata"_L1]["uid"_L1].toString();
    std::vector<Revision> revisions;
    for (const auto &keeper : keepers) {
        if (isControlledBy(keeper, uid))
            revisions.push_back(revisionFrom(keeper.toObject()));
    }
    std::ranges::sort(revisions, std::ranges::greater(), &Revision::number);
    for (auto &revision : revisions)
        revision.isCurrent = isCurrent(workload, revision, revisions.front().number);
    return revisions;
}

QFuture<Result<std::vector<Revision>>> rolloutHistory(ApiClient &client,
                                                      const ApiResources &resources,
                                                      const ObjectTarget &target,
                                                      const QJsonObject &workload)
{
    using Answer = Result<std::vector<Revision>>;
    const auto &kind = target.resource.kind;
    const auto *keeper = kind == "Deployment"_L1 ? resources.findKind(u"apps/v1"_s, u"ReplicaSet"_s)
        : kind == "DaemonSet"_L1 || kind == "StatefulSet"_L1
        ? resources.findKind(u"apps/v1"_s, u"ControllerRevision"_s)
        : nullptr;
    if (!keeper)
        return QtFuture::makeReadyValueFuture(Answer(std::unexpected(
            Error{.kind = Error::Kind::Invalid, .message = u"%1 has no revisions"_s.arg(kind)})));
    QUrlQuery query;
    query.addQueryItem(u"labelSelector"_s,
                       selectorTextOf(workload["spec"_L1]["selector"_L1].toObject()));
    return client.get({keeper->gvr(), target.nameSpace, {}}, query)
        .then(&client, [workload](const Result<QJsonObject> &list) -> Answer {
            if (!list)
                return std::unexpected(list.error());
            return revisionsFrom(workload, list->value("items"_L1).toArray());
        });
}

Change rollback(const ObjectTarget &target, const QJsonObject &workload, const Revision &revision)
{
    Change change{.target = target,
                  .kubectl = {u"rollout"_s, u"undo"_s, kubectlName(target),
                              u"--to-revision="_s + QString::number(revision.number)}};
    if (target.resource.kind == "Deployment"_L1) {
        change.contentType = "application/json-patch+json";
        change.body = deploymentPatch(workload, revision);
    } else {
        // What a ControllerRevision keeps is itself a strategic merge patch.
        change.contentType = "application/strategic-merge-patch+json";
        change.body =
            QJsonDocument(revision.source["data"_L1].toObject()).toJson(QJsonDocument::Compact);
    }
    return change;
}

} // namespace kube
