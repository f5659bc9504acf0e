// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/gateway/proxy/apiproxy.h"

#include "collab/gateway/http/gzip.h"
#include "collab/gateway/policy/secretmask.h"
#include "collab/gateway/proxy/apipolicy.h"
#include "collab/gateway/proxy/apistatus.h"
#include "collab/gateway/proxy/secretwrites.h"
#include "collab/gateway/proxy/streamrelay.h"
#include "kube/api/apiclient.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace gateway {

using relay::ApiAnswer;
using Header = QHttpHeaders::WellKnownHeader;

namespace {

constexpr qsizetype WorthPacking = 8 * 1024;
constexpr qsizetype MostPacked = 16 * 1024 * 1024; // it holds up the thread meanwhile
constexpr qsizetype Large = 256 * 1024;
constexpr qint64 MostBacklogs = 256; ///< that large answers may have, all together

/// Of what a client takes, what can be looked into. Documents need not be: kubectl takes some as
/// protobuf alone.
QByteArray acceptedOf(const QHttpHeaders &headers, const ApiTarget &target)
{
    if (target.isDocument() && headers.contains(Header::Accept))
        return headers.combinedValue(Header::Accept);
    QByteArrayList kept;
    for (const auto &range : headers.combinedValue(Header::Accept).split(',')) {
        if (range.trimmed().startsWith("application/json"))
            kept.append(range.trimmed());
    }
    return kept.isEmpty() ? QByteArray("application/json") : kept.join(',');
}

QUrlQuery upstreamQuery(QUrlQuery query, bool isFiltered)
{
    query.removeAllQueryItems(u"access_token"_s);
    query.removeAllQueryItems(u"reveal"_s);
    if (isFiltered) // a table without objects does not say whose rows they are
        query.removeAllQueryItems(u"includeObject"_s);
    return query;
}

/// The answer without its body, and that as it is sent.
std::pair<ApiAnswer, QByteArray> answerWith(const QHttpHeaders &request, QByteArray body,
                                            const kube::ApiAnswer &from)
{
    ApiAnswer answer;
    if (!from.contentType.isEmpty())
        answer.type = from.contentType;
    if (!from.warning.isEmpty())
        answer.headers.append("Warning", from.warning);
    if (body.size() >= WorthPacking && body.size() <= MostPacked && acceptsGzip(request)) {
        if (auto packed = gzipped(body); !packed.isEmpty()) {
            body = std::move(packed);
            answer.headers.append(Header::ContentEncoding, "gzip");
        }
    }
    answer.headers.append(Header::Vary, "Accept-Encoding");
    return {std::move(answer), std::move(body)};
}

QJsonObject withStatus(const QByteArray &review, const QJsonObject &status)
{
    auto object = QJsonDocument::fromJson(review).object();
    object.insert("status"_L1, status);
    return object;
}

} // namespace

struct ApiProxy::Call
{
    Request request;
    Reply reply;
    QString clusterName;
    std::shared_ptr<kube::Cluster> cluster; ///< shared with the pool
    ApiTarget target;
    AnswerFilter filter;

    kube::ApiRequest upstream() const
    {
        return {.path = target.path,
                .query = upstreamQuery(request.query, filter.isNeeded()),
                .accept = acceptedOf(request.headers, target),
                .method = request.method,
                .body = request.body,
                .contentType = request.headers.value(Header::ContentType).toByteArray(),
                .bodyLimit = AnswerLimit};
    }
};

ApiProxy::ApiProxy(const GatewayParts &parts, StreamLimits &limits, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_limits(limits)
{
}

ApiProxy::~ApiProxy() = default;

std::vector<Route> ApiProxy::routes()
{
    std::vector<Route> routes;
    for (const auto *method : {"GET", "POST", "PUT", "PATCH", "DELETE"})
        routes.push_back({.method = method,
                          .path = u"/k8s/{cluster}/{path...}"_s,
                          .handle = [this](const Request &request,
                                           const Reply &reply) { handle(request, reply); },
                          .bodyLimit = BodyLimit,
                          .isOfCluster = true,
                          .label = "k8s"});
    return routes;
}

void ApiProxy::handle(const Request &request, const Reply &reply)
{
    const auto clusterName = request.part(u"cluster"_s);
    const auto *shared = m_parts.clusters.find(clusterName);
    const auto target = apiTargetOf(request.method, request.part(u"path"_s), request.query);
    if (shared == nullptr || !target) {
        reply->isAbout(
            {.verb = QString::fromLatin1(request.method).toLower(), .resource = request.path},
            clusterName);
        return reply->send(statusAnswer(
            refusalOf(404,
                      shared == nullptr ? u"The relay has no cluster \"%1\"."_s.arg(clusterName)
                                        : u"The relay passes nothing on to this address."_s)));
    }
    const ApiPolicy policy(m_parts.authorizer, request.caller, shared->resources(), *target,
                           request.query);
    reply->isAbout(policy.access(), clusterName);
    if (const auto refusal = policy.refusal())
        return reply->send(statusAnswer(*refusal));
    auto cluster = releasedLater(m_parts.clusters.forCaller(request.caller, clusterName));
    if (!cluster)
        return reply->send(statusAnswer(refusalOf({.status = ApiAnswer::Status::TooManyRequests,
                                                   .retryAfter = 10,
                                                   .sentence = u"Too many people use it now."_s})));
    const auto call = std::make_shared<Call>(
        Call{.request = request,
             .reply = reply,
             .clusterName = clusterName,
             .cluster = std::move(cluster),
             .target = *target,
             .filter = AnswerFilter(m_parts.authorizer, request.caller, *target,
                                    policy.isNamespaced(), policy.reveals())});
    const auto &asked = call->target;
    if (asked.verb == "watch"_L1)
        return watch(call);
    if (asked.isOfCore("pods"_L1) && asked.subresource == "log"_L1)
        return log(call);
    if (asked.verb == "create"_L1 && asked.resource.startsWith("selfsubject"_L1))
        return reviewSelf(call);
    send(call);
}

void ApiProxy::send(const std::shared_ptr<Call> &call)
{
    const bool isWriting = call->request.method != "GET";
    auto upstream = call->upstream();
    if (isWriting && holdsSecrets(call->target.group, call->target.resource)) {
        auto checked = checkedSecretWrite(std::move(upstream));
        if (!checked)
            return call->reply->send(statusAnswer(checked.error()));
        upstream = std::move(*checked);
    }
    if (!openPageMark(*call, upstream.query))
        return call->reply->send(statusAnswer(
            refusalOf(410, u"The list has to be begun again: its next page is not known."_s)));
    const auto go = [this, call, upstream](const std::optional<kube::Error> &refusal) {
        if (refusal)
            return call->reply->send(statusAnswer(*refusal));
        call->cluster->client().send(upstream).then(
            this,
            [this, call](const kube::Result<kube::ApiAnswer> &answer) { take(call, answer); });
    };
    if (!isWriting && call->target.subresource.isEmpty())
        return go(std::nullopt); // the filter looks at the answer
    whenShown(m_parts, call->cluster, call->target, this, go);
}

/// False: the next page that is asked for is none of the caller's.
bool ApiProxy::openPageMark(const Call &call, QUrlQuery &query) const
{
    const auto key = u"continue"_s;
    const auto sealed = query.queryItemValue(key, QUrl::FullyDecoded);
    if (!call.filter.isNeeded() || sealed.isEmpty())
        return true;
    const auto mark = m_marks.opened(sealed, call.filter.pageOwner());
    if (!mark)
        return false;
    query.removeAllQueryItems(key);
    query.addQueryItem(key, QString::fromLatin1(QUrl::toPercentEncoding(*mark)));
    return true;
}

void ApiProxy::take(const std::shared_ptr<Call> &call, const kube::Result<kube::ApiAnswer> &answer)
{
    letGoLater(call->cluster);
    if (!answer)
        return call->reply->send(
            statusAnswer(forCaller(answer.error(), m_parts.clusters.isImpersonating())));
    const auto body = call->filter.isNeeded() ? call->filter.ofBody(answer->body, &m_marks)
                                              : std::optional(answer->body);
    if (!body)
        return call->reply->send(statusAnswer(refusalOf(
            404, u"%1 \"%2\" not found"_s.arg(call->target.resource, call->target.name))));
    auto [reply, bytes] = answerWith(call->request.headers, *body, *answer);
    if (bytes.size() <= Large)
        reply.body = std::move(bytes);
    else
        reply.file = m_unsent.hold(call->request.caller.subject, bytes,
                                   MostBacklogs * m_parts.config.limits.backlogBytes);
    if (reply.body.isEmpty() && !reply.file && !body->isEmpty())
        return call->reply->send(statusAnswer(refusalOf(
            {.status = ApiAnswer::Status::TooManyRequests,
             .retryAfter = 10,
             .sentence = u"Too many large answers wait for their readers: ask for less."_s})));
    if (call->target.verb == "create"_L1)
        reply.status = ApiAnswer::Status::Created;
    call->reply->send(std::move(reply));
}

void ApiProxy::watch(const std::shared_ptr<Call> &call)
{
    auto place = m_limits.take(StreamLimits::Kind::ApiWatch, call->request.caller, {});
    if (!place)
        return call->reply->send(statusAnswer(refusalOf(place.error())));
    call->reply->goesOn();
    auto upstream = call->upstream();
    upstream.multiplexed = true;
    const auto filter = call->filter;
    StreamRelay<kube::ApiStream>::Setting setting{.cluster = call->cluster,
                                                  .reply = call->reply,
                                                  .place = *place,
                                                  .type = "application/json",
                                                  .backlog = m_parts.config.limits.backlogBytes,
                                                  .isImpersonating =
                                                      m_parts.clusters.isImpersonating()};
    if (filter.isNeeded())
        setting.ofLine = [filter](const QByteArray &line) { return filter.ofEvent(line); };
    new StreamRelay<kube::ApiStream>(std::move(setting), call->cluster->client().stream(upstream),
                                     call->request.caller, m_parts.authenticator, this);
}

void ApiProxy::log(const std::shared_ptr<Call> &call)
{
    auto place =
        m_limits.take(StreamLimits::Kind::Log, call->request.caller, call->target.nameSpace);
    if (!place)
        return call->reply->send(statusAnswer(refusalOf(place.error())));
    call->reply->goesOn();
    whenShown(m_parts, call->cluster, call->target, this,
              [this, call, place = *place](const std::optional<kube::Error> &refusal) {
                  if (refusal)
                      return call->reply->send(statusAnswer(*refusal));
                  auto upstream = call->upstream();
                  upstream.accept = "*/*";
                  new StreamRelay<kube::RawStream>(
                      {.cluster = call->cluster,
                       .reply = call->reply,
                       .place = place,
                       .type = "text/plain",
                       .backlog = m_parts.config.limits.backlogBytes,
                       .isImpersonating = m_parts.clusters.isImpersonating()},
                      call->cluster->client().rawStream(upstream), call->request.caller,
                      m_parts.authenticator, this);
              });
}

/// What somebody may do is what both let them.
void ApiProxy::reviewSelf(const std::shared_ptr<Call> &call)
{
    const auto &caller = call->request.caller;
    const auto &kind = call->target.resource;
    const auto created = ApiAnswer::Status::Created;
    const auto document = QJsonDocument::fromJson(call->request.body);
    if (!document.isObject())
        return call->reply->send(statusAnswer(refusalOf(415, u"The relay takes this as JSON."_s)));
    const auto body = document.object();
    call->request.body = document.toJson(QJsonDocument::Compact); // as it was read here
    if (kind == "selfsubjectreviews"_L1) {
        const QJsonObject who{{u"username"_s, caller.userName},
                              {u"groups"_s, QJsonArray::fromStringList(caller.groups)}};
        return call->reply->send(
            ApiAnswer::json(withStatus(call->request.body, {{u"userInfo"_s, who}}), created));
    }
    const auto attributes = body["spec"_L1]["resourceAttributes"_L1].toObject();
    const auto *shared = m_parts.clusters.find(call->clusterName);
    if (kind == "selfsubjectaccessreviews"_L1 && !attributes.isEmpty()
        && !allowsReviewed(m_parts.authorizer, caller, shared->resources(), attributes))
        return call->reply->send(
            ApiAnswer::json(withStatus(call->request.body,
                                       {{u"allowed"_s, false},
                                        {u"reason"_s, u"the relay's rules do not let you"_s}}),
                            created));
    if (kind == "selfsubjectaccessreviews"_L1)
        return send(call);
    call->cluster->client()
        .send(call->upstream())
        .then(this, [this, call, caller](const kube::Result<kube::ApiAnswer> &answer) {
            if (!answer)
                return take(call, answer);
            letGoLater(call->cluster);
            const auto review = QJsonDocument::fromJson(answer->body).object();
            call->reply->send(ApiAnswer::json(trimmedRules(m_parts.authorizer, caller, review),
                                              ApiAnswer::Status::Created));
        });
}

void whenShown(const GatewayParts &parts, const std::shared_ptr<kube::Cluster> &cluster,
               const ApiTarget &target, QObject *context,
               const std::function<void(const std::optional<kube::Error> &)> &then)
{
    const bool isPod = target.isOfCore("pods"_L1);
    const auto &filters = isPod ? parts.config.pods : parts.config.apps;
    const bool isAsked = !target.name.isEmpty() && !filters.excludeLabels.isEmpty()
        && (isPod || isOfApps(target.group));
    if (!isAsked)
        return then(std::nullopt);
    cluster->client()
        .get({.gvr = {target.group, target.version, target.resource},
              .nameSpace = target.nameSpace,
              .name = target.name})
        .then(context,
              [&parts, cluster, target, isPod, then](const kube::Result<QJsonObject> &found) {
                  letGoLater(cluster);
                  if (!found)
                      return then(forCaller(found.error(), parts.clusters.isImpersonating()));
                  const auto labels = labelsOf(*found);
                  const bool shows = isPod ? parts.authorizer.showsPod(target.name, labels)
                                           : parts.authorizer.showsApp(target.name, labels);
                  if (shows)
                      return then(std::nullopt);
                  then(refusalOf(404, u"%1 \"%2\" not found"_s.arg(target.resource, target.name)));
              });
}

} // namespace gateway
