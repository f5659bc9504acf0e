// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/demo/requestrouter.h"

#include "kube/demo/apierror.h"
#include "kube/demo/apiserver.h"
#include "kube/demo/httpconnection.h"
#include "kube/demo/script.h"
#include "kube/demo/streams/logsession.h"
#include "kube/demo/watchsession.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace demo {

static constexpr auto json = "application/json";

void sendError(HttpConnection &connection, const kube::Error &error)
{
    HttpHeaders headers;
    if (error.retryAfterSeconds > 0)
        headers.append({"Retry-After", QByteArray::number(error.retryAfterSeconds)});
    connection.respond(error.code, json, toJson(statusObject(error)), headers);
}

RequestRouter::RequestRouter(Store &store, const LogSource &logs, const Script &script,
                             const ApiServerOptions &options)
    : m_store(store)
    , m_logs(logs)
    , m_script(script)
    , m_options(options)
    , m_discovery(store)
    , m_tables(store)
{
}

static QString verbOf(const HttpRequest &request, bool named)
{
    if (request.method == "GET" || request.method == "HEAD") {
        if (request.queryFlag(u"watch"_s))
            return u"watch"_s;
        return named ? u"get"_s : u"list"_s;
    }
    if (request.method == "POST")
        return u"create"_s;
    if (request.method == "PUT")
        return u"update"_s;
    if (request.method == "PATCH")
        return u"patch"_s;
    if (request.method == "DELETE")
        return named ? u"delete"_s : u"deletecollection"_s;
    return {};
}

// https://kubernetes.io/docs/reference/using-api/api-concepts/#resource-uris
std::optional<Target> RequestRouter::targetOf(const HttpRequest &request) const
{
    auto parts = request.segments;
    const bool core = parts.value(0) == "api"_L1;
    if ((!core && parts.value(0) != "apis"_L1) || parts.size() < (core ? 3 : 4))
        return {};
    parts.removeFirst();
    const auto group = core ? QString() : parts.takeFirst();
    const auto version = parts.takeFirst();

    Target target;
    // …/namespaces/shop is the namespace itself, …/namespaces/shop/pods what is in it
    if (parts.size() >= 3 && parts[0] == "namespaces"_L1 && parts[2] != "status"_L1
        && parts[2] != "finalize"_L1) {
        target.nameSpace = parts[1];
        parts.remove(0, 2);
    }
    const auto *resource = m_store.resource({group, version, parts[0]});
    if (!resource || parts.size() > 3 || (!resource->namespaced && !target.nameSpace.isEmpty()))
        return {};
    target.resource = *resource;
    target.name = parts.value(1);
    target.subresource = parts.value(2);
    target.verb = verbOf(request, !target.name.isEmpty());
    return target;
}

std::optional<kube::Error> RequestRouter::refusal(const Target &target,
                                                  const HttpRequest &request) const
{
    QString resource = target.resource.resource;
    if (!target.subresource.isEmpty())
        resource += u'/' + target.subresource;
    if (!m_script.refuses(request.user, target.verb, resource, target.nameSpace))
        return {};
    const QString qualified = target.resource.group.isEmpty()
        ? target.resource.resource
        : QString(target.resource.resource + u'.' + target.resource.group);
    const auto subject =
        target.name.isEmpty() ? qualified : u"%1 \"%2\""_s.arg(qualified, target.name);
    const auto where = target.nameSpace.isEmpty()
        ? u"at the cluster scope"_s
        : u"in the namespace \"%1\""_s.arg(target.nameSpace);
    return apiError(
        403, u"Forbidden"_s,
        u"%1 is forbidden: User \"%2\" cannot %3 resource \"%4\" in API group \"%5\" %6"_s.arg(
            subject, request.user, target.verb, resource, target.resource.group, where));
}

RequestRouter::Form RequestRouter::formOf(const HttpRequest &request)
{
    const auto accept = request.header("accept");
    if (accept.isEmpty())
        return {};
    for (const auto &range : accept.split(',')) {
        const auto parts = range.trimmed().split(';');
        if (parts[0] != "application/json" && parts[0] != "*/*" && parts[0] != "application/*")
            continue;
        if (parts.contains("as=Table") && parts.contains("v=v1")) {
            const auto include = request.queryValue(u"includeObject"_s);
            if (include == "None"_L1)
                return {.table = IncludeObject::None};
            return {.table =
                        include == "Object"_L1 ? IncludeObject::Object : IncludeObject::Metadata};
        }
        if (parts.contains("as=PartialObjectMetadataList")
            || parts.contains("as=PartialObjectMetadata"))
            return {.metadataOnly = true};
        if (!range.contains("as="))
            return {};
    }
    return {.acceptable = false};
}

void RequestRouter::answer(HttpConnection &connection, const HttpRequest &request)
{
    if (answerDocument(connection, request) || answerSummary(connection, request))
        return;
    const auto target = targetOf(request);
    if (!target) {
        if (!answerDiscovery(connection, request))
            connection.respond(404, "text/plain; charset=utf-8", "404 page not found\n");
        return;
    }
    if (const auto error = refusal(*target, request))
        return sendError(connection, *error);
    if (target->verb.isEmpty()
        || (target->subresource.isEmpty() && !target->resource.can(target->verb)))
        return sendError(
            connection,
            apiError(405, u"MethodNotAllowed"_s,
                     u"the server does not allow this method on the requested resource"_s));
    if (answerReview(connection, *target, request) || answerMetrics(connection, *target, request))
        return;
    if (target->subresource == "log"_L1)
        return log(connection, *target, request);
    if (target->subresource == "scale"_L1)
        return scale(connection, *target, request);
    if (target->subresource == "eviction"_L1 && target->verb == "create"_L1)
        return evict(connection, *target, request);
    if (!formOf(request).acceptable)
        return sendError(
            connection,
            apiError(406, u"NotAcceptable"_s,
                     u"only the following media types are accepted: application/json"_s));
    if (target->verb == "watch"_L1)
        return watch(connection, *target, request);
    if (target->verb == "list"_L1)
        return list(connection, *target, request);
    object(connection, *target, request);
}

static QJsonObject continueToken(const QString &text)
{
    return QJsonDocument::fromJson(
               QByteArray::fromBase64(text.toLatin1(), QByteArray::Base64UrlEncoding))
        .object();
}

static QString keyOf(const QJsonObject &object)
{
    const auto meta = object["metadata"_L1];
    return meta["namespace"_L1].toString() + u'/' + meta["name"_L1].toString();
}

// https://kubernetes.io/docs/reference/using-api/api-concepts/#retrieving-large-results-sets-in-chunks
void RequestRouter::list(HttpConnection &connection, const Target &target,
                         const HttpRequest &request) const
{
    const auto selector =
        Selector::parse(request.queryValue(u"labelSelector"_s),
                        request.queryValue(u"fieldSelector"_s), target.resource.gvr());
    if (!selector)
        return sendError(connection, selector.error());
    const auto token = continueToken(request.queryValue(u"continue"_s));
    if (token.isEmpty() && !request.queryValue(u"continue"_s).isEmpty())
        return sendError(connection, badRequest(u"continue key is not valid"_s));
    const auto asked = request.queryValue(u"resourceVersion"_s).toLongLong();
    if (asked > m_store.revision())
        return sendError(connection,
                         apiError(504, u"Timeout"_s,
                                  u"Too large resource version: %1, current: %2"_s.arg(asked).arg(
                                      m_store.revision())));
    auto revision = m_store.revision();
    if (!token.isEmpty())
        revision = token["rv"_L1].toInteger();
    else if (request.queryValue(u"resourceVersionMatch"_s) == "Exact"_L1)
        revision = asked;
    const auto all = m_store.listAt(target.resource.gvr(), target.nameSpace, revision);
    if (!all)
        return sendError(
            connection,
            expired(
                token.isEmpty()
                    ? u"The resourceVersion for the provided list is too old."_s
                    : u"The provided continue parameter is too old to display a consistent list "
                      "result. You can start a new list without the continue parameter."_s));

    const auto start = token["start"_L1].toString();
    const auto limit = request.queryValue(u"limit"_s).toLongLong();
    std::vector<QJsonObject> page;
    qint64 remaining = 0;
    for (const auto &item : *all) {
        if ((!start.isEmpty() && keyOf(item) <= start) || !selector->matches(item))
            continue;
        if (limit > 0 && qint64(page.size()) == limit) {
            ++remaining;
            continue;
        }
        page.push_back(item);
    }
    QJsonObject meta{{u"resourceVersion"_s, QString::number(revision)}};
    if (remaining > 0) {
        const QJsonObject place{{u"rv"_s, revision}, {u"start"_s, keyOf(page.back())}};
        meta.insert("continue"_L1,
                    QString::fromLatin1(toJson(place).toBase64(QByteArray::Base64UrlEncoding)));
        if (selector->isEmpty())
            meta.insert("remainingItemCount"_L1, remaining);
    }

    const auto form = formOf(request);
    if (form.table)
        return connection.respond(200, json,
                                  toJson(m_tables.table(target.resource, page, meta, *form.table)));
    QJsonArray items;
    for (auto &item : page) {
        if (form.metadataOnly)
            item = {{u"metadata"_s, item["metadata"_L1]}};
        item.remove("kind"_L1); // a list says it once, in its own kind
        item.remove("apiVersion"_L1);
        items.append(item);
    }
    connection.respond(
        200, json,
        toJson({{u"kind"_s,
                 form.metadataOnly ? u"PartialObjectMetadataList"_s
                                   : QString(target.resource.kind + u"List"_s)},
                {u"apiVersion"_s,
                 form.metadataOnly ? u"meta.k8s.io/v1"_s : target.resource.apiVersion()},
                {u"metadata"_s, meta},
                {u"items"_s, items}}));
}

void RequestRouter::watch(HttpConnection &connection, const Target &target,
                          const HttpRequest &request) const
{
    auto fields = request.queryValue(u"fieldSelector"_s);
    if (!target.name.isEmpty())
        fields = u"metadata.name="_s + target.name;
    const auto selector =
        Selector::parse(request.queryValue(u"labelSelector"_s), fields, target.resource.gvr());
    if (!selector)
        return sendError(connection, selector.error());
    const bool initial = request.queryFlag(u"sendInitialEvents"_s);
    if (initial
        && (!m_options.watchList
            || request.queryValue(u"resourceVersionMatch"_s) != "NotOlderThan"_L1))
        return sendError(connection,
                         apiError(422, u"Invalid"_s,
                                  u"ListOptions.meta.k8s.io \"\" is invalid: sendInitialEvents: "
                                  "Forbidden: sendInitialEvents is forbidden for watch unless the "
                                  "WatchList feature gate is enabled"_s));
    const auto version = request.queryValue(u"resourceVersion"_s);
    const bool replays = !version.isEmpty() && version != "0"_L1 && !initial;
    if (m_script.goneAsStatus() && replays && !m_store.remembers(version.toLongLong()))
        return sendError(connection, expired(u"too old resource version: "_s + version));

    const auto form = formOf(request);
    auto *session = new WatchSession(
        connection, m_store, m_script,
        {.resource = target.resource,
         .nameSpace = target.nameSpace,
         .selector = *selector,
         .table = form.table,
         .resourceVersion = version,
         .bookmarks = request.queryFlag(u"allowWatchBookmarks"_s),
         .sendInitialEvents = initial,
         .metadataOnly = form.metadataOnly,
         .timeout = std::chrono::seconds(request.queryValue(u"timeoutSeconds"_s).toLongLong()),
         .bookmarkEvery = m_options.bookmarkEvery});
    session->start();
}

kube::Result<QString> RequestRouter::containerFor(const Target &target, const QString &wanted,
                                                  bool mustRun) const
{
    const auto pod = m_store.get(target.ref());
    if (!pod)
        return std::unexpected(notFound(u"pods"_s, target.name));
    QStringList names;
    QStringList all;
    for (const auto list : {"initContainers"_L1, "containers"_L1})
        for (const auto &container : (*pod)["spec"_L1][list].toArray()) {
            all.append(container["name"_L1].toString());
            if (list == "containers"_L1)
                names.append(container["name"_L1].toString());
        }
    if (wanted.isEmpty() && names.size() != 1)
        return std::unexpected(
            badRequest(u"a container name must be specified for pod %1, choose one of: [%2]"_s.arg(
                target.name, names.join(u' '))));
    auto name = wanted.isEmpty() ? names.first() : wanted;
    if (!all.contains(name))
        return std::unexpected(
            badRequest(u"container %1 is not valid for pod %2"_s.arg(name, target.name)));
    QJsonValue state;
    for (const auto list : {"initContainerStatuses"_L1, "containerStatuses"_L1})
        for (const auto &status : (*pod)["status"_L1][list].toArray())
            if (status["name"_L1].toString() == name)
                state = status["state"_L1];
    if (mustRun && !state["running"_L1].isObject())
        return std::unexpected(apiError(500, u"InternalError"_s,
                                        u"Internal error occurred: unable to upgrade connection: "
                                        "container not found (\"%1\")"_s.arg(name)));
    return name;
}

void RequestRouter::log(HttpConnection &connection, const Target &target,
                        const HttpRequest &request) const
{
    const auto container = containerFor(target, request.queryValue(u"container"_s), false);
    if (!container)
        return sendError(connection, container.error());
    const auto number = [&](const QString &key) -> std::optional<qint64> {
        bool ok = false;
        const auto value = request.queryValue(key).toLongLong(&ok);
        return ok && value >= 0 ? std::optional(value) : std::nullopt;
    };
    LogRequest options{
        .key = {target.nameSpace, target.name, *container},
        .follow = request.queryFlag(u"follow"_s),
        .previous = request.queryFlag(u"previous"_s),
        .timestamps = request.queryFlag(u"timestamps"_s),
        .tailLines = number(u"tailLines"_s),
        .limitBytes = number(u"limitBytes"_s),
        .since = QDateTime::fromString(request.queryValue(u"sinceTime"_s), Qt::ISODateWithMs)};
    if (const auto seconds = number(u"sinceSeconds"_s))
        options.since = QDateTime::currentDateTimeUtc().addSecs(-*seconds);
    if (options.previous && !m_logs.previous(options.key))
        return sendError(
            connection,
            badRequest(u"previous terminated container \"%1\" in pod \"%2\" not found"_s.arg(
                *container, target.name)));
    if (!options.previous && !m_logs.log(options.key)) {
        QString reason;
        const auto pod = read(target).value_or(QJsonObject());
        for (const auto &status : pod["status"_L1]["containerStatuses"_L1].toArray())
            if (status["name"_L1].toString() == *container)
                reason = status["state"_L1]["waiting"_L1]["reason"_L1].toString();
        const bool pulling = reason == "ImagePullBackOff"_L1 || reason == "ErrImagePull"_L1;
        if (!reason.isEmpty())
            return sendError(
                connection,
                badRequest(u"container \"%1\" in pod \"%2\" is waiting to start: %3"_s.arg(
                    *container, target.name,
                    pulling ? u"trying and failing to pull image"_s : reason)));
    }
    (new LogSession(connection, m_logs, options))->start();
}

} // namespace demo
