// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/gateway/kubelens/asked.h"
#include "collab/gateway/kubelens/kubelens.h"
#include "collab/gateway/kubelens/summaries.h"
#include "kube/api/apiclient.h"
#include "kube/apimachinery/labelselector.h"

using namespace Qt::StringLiterals;

namespace gateway {

using relay::ApiAnswer;
using Status = ApiAnswer::Status;

namespace {

kube::GroupVersionResource coreResource(const QString &name)
{
    return {.version = u"v1"_s, .resource = name};
}

bool isShown(const Authorizer &authorizer, const QJsonObject &pod)
{
    return authorizer.showsPod(pod["metadata"_L1]["name"_L1].toString(),
                               kube::labelsIn(pod["metadata"_L1]));
}

/// Those that are allowed by name, where the gateway itself may not list them.
QStringList plainNames(const GatewayConfig &config)
{
    auto names = config.namespaces;
    names.removeIf([](const QString &name) { return name.contains(u'*'); });
    return names;
}

} // namespace

void KubeLens::addPods(std::vector<Route> &routes)
{
    const auto add = [&routes](const QString &path, const auto &handle) {
        routes.push_back({.method = "GET",
                          .path = u"/api/v1/namespaces"_s + path,
                          .handle = handle,
                          .isOfCluster = true});
    };
    add({}, [this](const Request &request, const Reply &reply) { namespaces(request, reply); });
    add(u"/{ns}/pods"_s,
        [this](const Request &request, const Reply &reply) { pods(request, reply); });
    add(u"/{ns}/pods/{name}"_s,
        [this](const Request &request, const Reply &reply) { pod(request, reply, false); });
    add(u"/{ns}/pods/{name}/details"_s,
        [this](const Request &request, const Reply &reply) { pod(request, reply, true); });
    add(u"/{ns}/pods/{name}/metrics"_s,
        [this](const Request &request, const Reply &reply) { metrics(request, reply); });
}

/// Those in which the caller may do something with pods.
void KubeLens::namespaces(const Request &request, const Reply &reply)
{
    const auto asked =
        askedOf(m_parts, request, *reply, {.verb = u"list"_s, .resource = u"pods"_s});
    if (!asked)
        return;
    const auto isAllowed = [this, caller = request.caller](const QString &name) {
        return m_parts.authorizer.allows(
            caller, {.verb = u"list"_s, .resource = u"pods"_s, .nameSpace = name});
    };
    asked->cluster->client()
        .get({.gvr = coreResource(u"namespaces"_s)})
        .then(this,
              [this, reply, isAllowed,
               cluster = asked->cluster](const kube::Result<QJsonObject> &found) {
                  letGoLater(cluster);
                  QJsonArray list;
                  const auto add = [&](const QString &name, const QJsonValue &object) {
                      if (isAllowed(name))
                          list.append(QJsonObject{
                              {u"name"_s, name},
                              {u"phase"_s, object["status"_L1]["phase"_L1].toString()},
                              {u"createdAt"_s,
                               object["metadata"_L1]["creationTimestamp"_L1].toString()},
                              {u"labels"_s, object["metadata"_L1]["labels"_L1].toObject()}});
                  };
                  const auto names = plainNames(m_parts.config);
                  if (!found
                      && (found.error().kind != kube::Error::Kind::Forbidden || names.isEmpty()))
                      return reply->send(answerTo(found.error()));
                  if (!found) {
                      for (const auto &name : names)
                          add(name, {});
                  } else {
                      for (const auto &object : (*found)["items"_L1].toArray())
                          add(object["metadata"_L1]["name"_L1].toString(), object);
                  }
                  reply->send(ApiAnswer::json({{u"namespaces"_s, list}}));
              });
}

void KubeLens::pods(const Request &request, const Reply &reply)
{
    const auto asked = askedOf(m_parts, request, *reply, podAccess(request, u"list"_s));
    if (!asked)
        return;
    QUrlQuery query;
    if (const auto text = request.parameter(u"labelSelector"_s); !text.isEmpty()) {
        const auto selector = kube::LabelSelector::parse(text);
        if (!selector)
            return reply->send(ApiAnswer::failure(Status::BadRequest, u"labelSelector is none."_s));
        query.addQueryItem(u"labelSelector"_s,
                           QString::fromLatin1(QUrl::toPercentEncoding(selector->toString())));
    }
    asked->cluster->client()
        .get({.gvr = coreResource(u"pods"_s), .nameSpace = asked->access.nameSpace}, query)
        .then(this,
              [this, reply, cluster = asked->cluster](const kube::Result<QJsonObject> &found) {
                  letGoLater(cluster);
                  if (!found)
                      return reply->send(answerTo(found.error()));
                  QJsonArray list;
                  for (const auto &pod : (*found)["items"_L1].toArray()) {
                      if (isShown(m_parts.authorizer, pod.toObject()))
                          list.append(kubelens::podSummary(pod.toObject()));
                  }
                  reply->send(ApiAnswer::json({{u"pods"_s, list}}));
              });
}

void KubeLens::pod(const Request &request, const Reply &reply, bool isDetailed)
{
    const auto asked = askedOf(m_parts, request, *reply, podAccess(request, u"get"_s));
    if (!asked)
        return;
    asked->cluster->client()
        .get({.gvr = coreResource(u"pods"_s),
              .nameSpace = asked->access.nameSpace,
              .name = asked->access.name})
        .then(this,
              [this, reply, request, isDetailed, name = asked->name,
               cluster = asked->cluster](const kube::Result<QJsonObject> &found) {
                  letGoLater(cluster);
                  if (!found && found.error().kind != kube::Error::Kind::NotFound)
                      return reply->send(answerTo(found.error()));
                  if (!found || !isShown(m_parts.authorizer, *found))
                      return reply->send(notFound(u"pod"_s));
                  if (isDetailed)
                      return details(request, reply, name, cluster, *found);
                  reply->send(ApiAnswer::json(kubelens::podSummary(*found)));
              });
}

/// With the secrets that the pod refers to, as far as the caller may read them at all; their values
/// only for whoever may see secrets and asks.
void KubeLens::details(const Request &request, const Reply &reply, const QString &name,
                       const std::shared_ptr<kube::Cluster> &cluster, const QJsonObject &pod)
{
    const auto nameSpace = request.part(u"ns"_s);
    const bool isAsked = request.parameter(u"reveal"_s) == "true"_L1;
    const bool isRevealing = isAsked && m_parts.authorizer.maySeeSecrets(request.caller);
    const auto isReadable = [&](const QString &secret) {
        return m_parts.authorizer.allows(
            request.caller,
            {.verb = u"get"_s, .resource = u"secrets"_s, .nameSpace = nameSpace, .name = secret});
    };
    if (isAsked) {
        auto entry = entryOf(request.caller,
                             {.verb = u"reveal"_s,
                              .resource = u"pods"_s,
                              .nameSpace = nameSpace,
                              .name = request.part(u"name"_s)},
                             name);
        entry.isAllowed = isRevealing;
        entry.status = 200;
        m_parts.audit.record(entry);
    }
    QList<QFuture<kube::Result<QJsonObject>>> reads;
    QStringList names;
    QJsonArray hidden;
    for (const auto &secret : kubelens::secretsOf(pod)) {
        if (!isReadable(secret)) {
            hidden.append(kubelens::secretSummary(
                {{u"metadata"_s, QJsonObject{{u"name"_s, secret}}}}, false));
            continue;
        }
        names.append(secret);
        reads.append(cluster->client().get(
            {.gvr = coreResource(u"secrets"_s), .nameSpace = nameSpace, .name = secret}));
    }
    auto answer = kubelens::podDetails(pod, isRevealing);
    if (reads.isEmpty()) {
        answer.insert(u"secrets"_s, hidden);
        return reply->send(ApiAnswer::json(answer));
    }
    QtFuture::whenAll(reads.begin(), reads.end())
        .then(this,
              [reply, answer, names, hidden, isRevealing,
               cluster](const QList<QFuture<kube::Result<QJsonObject>>> &all) mutable {
                  letGoLater(cluster);
                  for (qsizetype i = 0; i < all.size(); ++i) {
                      const auto &read = all.at(i);
                      const auto isRead = read.isValid() && !read.isCanceled() && read.result();
                      hidden.append(
                          isRead ? kubelens::secretSummary(*read.result(), isRevealing)
                                 : kubelens::secretSummary(
                                       {{u"metadata"_s, QJsonObject{{u"name"_s, names.at(i)}}}},
                                       false));
                  }
                  answer.insert(u"secrets"_s, hidden);
                  reply->send(ApiAnswer::json(answer));
              });
}

/// Figures may come without the labels that hide their pod.
void KubeLens::metrics(const Request &request, const Reply &reply)
{
    const auto asked = askedOf(m_parts, request, *reply, podAccess(request, u"get"_s));
    if (!asked)
        return;
    const auto tell = [reply, cluster = asked->cluster](const kube::Result<QJsonObject> &found) {
        letGoLater(cluster);
        if (found)
            return reply->send(ApiAnswer::json(kubelens::podMetrics(*found)));
        using Kind = kube::Error::Kind;
        const auto kind = found.error().kind;
        if (kind == Kind::NotFound || kind == Kind::Server)
            return reply->send(ApiAnswer::failure(
                Status::NotFound,
                u"There are no metrics of that pod: it has not been measured yet, or the "
                "cluster has no metrics server."_s));
        reply->send(answerTo(found.error()));
    };
    const auto read = [this, tell, asked = *asked] {
        asked.cluster->client()
            .get({.gvr = {u"metrics.k8s.io"_s, u"v1beta1"_s, u"pods"_s},
                  .nameSpace = asked.access.nameSpace,
                  .name = asked.access.name})
            .then(this, tell);
    };
    if (m_parts.config.pods.excludeLabels.isEmpty())
        return m_parts.authorizer.showsPod(asked->access.name, {})
            ? read()
            : reply->send(notFound(u"pod"_s));
    m_pods.find(*m_parts.clusters.find(asked->name), asked->access.nameSpace, asked->access.name,
                [this, reply, read](const PodLookup::Found &pod) {
                    if (!pod && pod.error().kind != kube::Error::Kind::NotFound)
                        return reply->send(answerTo(pod.error()));
                    if (!pod || !isShown(m_parts.authorizer, *pod))
                        return reply->send(notFound(u"pod"_s));
                    read();
                });
}

} // namespace gateway
