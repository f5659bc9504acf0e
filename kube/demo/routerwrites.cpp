// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The half of RequestRouter that reads documents and writes objects.

#include "kube/demo/apierror.h"
#include "kube/demo/apiserver.h"
#include "kube/demo/httpconnection.h"
#include "kube/demo/managedfields.h"
#include "kube/demo/patch.h"
#include "kube/demo/requestrouter.h"
#include "kube/demo/script.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace demo {

static constexpr auto json = "application/json";

static QJsonObject versionDocument(const QString &version)
{
    return {{u"major"_s, u"1"_s},
            {u"minor"_s, version.section(u'.', 1, 1)},
            {u"gitVersion"_s, version},
            {u"gitCommit"_s, u"32cc146f75aad04beaaa245a7157eb35063a9f99"_s},
            {u"gitTreeState"_s, u"clean"_s},
            {u"buildDate"_s, u"2025-03-11T19:52:21Z"_s},
            {u"goVersion"_s, u"go1.23.6"_s},
            {u"compiler"_s, u"gc"_s},
            {u"platform"_s, u"linux/amd64"_s}};
}

bool RequestRouter::answerDocument(HttpConnection &connection, const HttpRequest &request) const
{
    const auto &parts = request.segments;
    const auto first = parts.value(0);
    if (first == "version"_L1 && parts.size() == 1) {
        connection.respond(200, json, toJson(versionDocument(m_options.version)));
    } else if (first == "healthz"_L1 || first == "livez"_L1 || first == "readyz"_L1) {
        connection.respond(200, "text/plain; charset=utf-8", "ok");
    } else if (first == "openapi"_L1 && parts.value(1) == "v3"_L1 && m_options.openApiV3) {
        const bool core = parts.value(2) == "api"_L1;
        const auto document = parts.size() == 2
            ? m_discovery.openApiIndex()
            : m_discovery.openApi(core ? QString() : parts.value(3),
                                  core ? parts.value(3) : parts.value(4));
        if (document.isEmpty())
            return false;
        connection.respond(200, json, toJson(document));
    } else if (first == "openapi"_L1 && parts.value(1) == "v2"_L1) {
        connection.respond(200, json, toJson(m_discovery.openApiV2()));
    } else {
        return false;
    }
    return true;
}

bool RequestRouter::answerDiscovery(HttpConnection &connection, const HttpRequest &request) const
{
    const auto &parts = request.segments;
    const bool core = parts.value(0) == "api"_L1;
    if (!core && parts.value(0) != "apis"_L1)
        return false;

    QJsonObject document;
    QByteArray type = json;
    if (parts.size() == 1) {
        const auto accept = request.header("accept");
        if (m_options.aggregatedDiscovery && accept.contains("as=APIGroupDiscoveryList")
            && accept.contains("v=v2;")) {
            document = m_discovery.aggregated(core);
            type = "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList";
        } else {
            document = core ? m_discovery.coreVersions() : m_discovery.groups();
        }
    } else if (core && parts.size() == 2) {
        document = m_discovery.resources({}, parts[1]);
    } else if (!core && parts.size() == 2) {
        document = m_discovery.group(parts[1]);
    } else if (!core && parts.size() == 3) {
        document = m_discovery.resources(parts[1], parts[2]);
    }
    if (document.isEmpty())
        return false;
    connection.respond(200, type, toJson(document));
    return true;
}

static kube::Result<QJsonObject> bodyOf(const HttpRequest &request)
{
    QJsonParseError problem;
    const auto document = QJsonDocument::fromJson(request.body, &problem);
    if (document.isObject())
        return document.object();
    return std::unexpected(badRequest(
        u"the object provided is unrecognized (must be of type JSON): "_s + problem.errorString()));
}

// SelfSubjectReview and its relatives are asked by POST and kept nowhere.
bool RequestRouter::answerReview(HttpConnection &connection, const Target &target,
                                 const HttpRequest &request) const
{
    const auto &kind = target.resource.kind;
    if (target.verb != "create"_L1 || !kind.startsWith("SelfSubject"_L1))
        return false;
    auto review = bodyOf(request).value_or(QJsonObject());
    QJsonObject status;
    if (kind == "SelfSubjectReview"_L1) {
        status.insert("userInfo"_L1,
                      QJsonObject{{u"username"_s, request.user},
                                  {u"groups"_s, QJsonArray{u"system:authenticated"_s}}});
    } else if (kind == "SelfSubjectAccessReview"_L1) {
        const auto asked = review["spec"_L1]["resourceAttributes"_L1];
        QString resource = asked["resource"_L1].toString();
        if (const auto sub = asked["subresource"_L1].toString(); !sub.isEmpty())
            resource += u'/' + sub;
        status.insert("allowed"_L1,
                      !m_script.refuses(request.user, asked["verb"_L1].toString(), resource,
                                        asked["namespace"_L1].toString()));
    } else {
        const QJsonArray any{u"*"_s};
        const QJsonObject rule{{u"verbs"_s, any}, {u"apiGroups"_s, any}, {u"resources"_s, any}};
        const QJsonObject urls{{u"verbs"_s, any}, {u"nonResourceURLs"_s, any}};
        status = {{u"resourceRules"_s, QJsonArray{rule}},
                  {u"nonResourceRules"_s, QJsonArray{urls}},
                  {u"incomplete"_s, false}};
    }
    review.insert("kind"_L1, kind);
    review.insert("apiVersion"_L1, target.resource.apiVersion());
    review.insert("metadata"_L1, QJsonObject{{u"creationTimestamp"_s, QJsonValue::Null}});
    review.insert("status"_L1, status);
    connection.respond(201, json, toJson(review));
    return true;
}

void RequestRouter::object(HttpConnection &connection, const Target &target,
                           const HttpRequest &request)
{
    static const QStringList known{QString(), u"status"_s, u"finalize"_s};
    if (!known.contains(target.subresource)) {
        connection.respond(404, "text/plain; charset=utf-8", "404 page not found\n");
        return;
    }
    if (target.verb == "get"_L1)
        send(connection, target, request, read(target));
    else if (target.verb == "create"_L1)
        send(connection, target, request, create(target, request), 201);
    else if (target.verb == "delete"_L1)
        send(connection, target, request, remove(target, request));
    else if (target.verb == "deletecollection"_L1)
        send(connection, target, request, removeAll(target, request));
    else
        send(connection, target, request, write(target, request));
}

void RequestRouter::send(HttpConnection &connection, const Target &target,
                         const HttpRequest &request, const kube::Result<QJsonObject> &result,
                         int code) const
{
    if (!result)
        return sendError(connection, result.error());
    const auto form = formOf(request);
    if (form.table && result->value("kind"_L1) == target.resource.kind) {
        const QJsonObject meta{
            {u"resourceVersion"_s, result->value("metadata"_L1)["resourceVersion"_L1]}};
        connection.respond(code, json,
                           toJson(m_tables.table(target.resource, {*result}, meta, *form.table)));
        return;
    }
    connection.respond(code, json, toJson(*result));
}

static QString qualifiedName(const kube::ApiResource &resource)
{
    return resource.group.isEmpty() ? resource.resource
                                    : QString(resource.resource + u'.' + resource.group);
}

kube::Result<QJsonObject> RequestRouter::read(const Target &target) const
{
    if (const auto found = m_store.get(target.ref()))
        return *found;
    return std::unexpected(notFound(qualifiedName(target.resource), target.name));
}

// What admission and defaulting add that clients rely on.
static QJsonObject withDefaults(QJsonObject object, const kube::ApiResource &resource)
{
    auto spec = object["spec"_L1].toObject();
    if (resource.resource == "namespaces"_L1)
        object.insert("status"_L1, QJsonObject{{u"phase"_s, u"Active"_s}});
    if (resource.resource == "pods"_L1 && !object.contains("status"_L1))
        object.insert("status"_L1, QJsonObject{{u"phase"_s, u"Pending"_s}});
    static const QStringList scalable{u"deployments"_s, u"replicasets"_s, u"statefulsets"_s};
    if (scalable.contains(resource.resource) && !spec.contains("replicas"_L1)) {
        spec.insert("replicas"_L1, 1);
        object.insert("spec"_L1, spec);
    }
    return object;
}

kube::Result<QJsonObject> RequestRouter::create(const Target &target, const HttpRequest &request)
{
    auto object = bodyOf(request);
    if (!object)
        return object;
    const kube::GroupVersionResource namespaces{{}, u"v1"_s, u"namespaces"_s};
    if (!target.nameSpace.isEmpty() && !m_store.list(namespaces).empty()
        && !m_store.get({namespaces, {}, target.nameSpace}))
        return std::unexpected(notFound(u"namespaces"_s, target.nameSpace));
    auto meta = object->value("metadata"_L1).toObject();
    if (!target.nameSpace.isEmpty())
        meta.insert("namespace"_L1, target.nameSpace);
    meta.remove("resourceVersion"_L1);
    meta.remove("creationTimestamp"_L1);
    object->insert("metadata"_L1, meta);
    object->insert("kind"_L1, target.resource.kind);
    object->insert("apiVersion"_L1, target.resource.apiVersion());
    const auto manager = request.queryValue(u"fieldManager"_s);
    const bool applied = request.method == "PATCH"; // it has its managedFields already
    if (!manager.isEmpty() && !applied)
        object = withUpdateBy({}, *object, {manager, u"Update"_s, target.resource.apiVersion()});
    if (request.queryValue(u"dryRun"_s) == "All"_L1)
        return withDefaults(*object, target.resource);
    return m_store.create(target.resource.gvr(), withDefaults(*object, target.resource));
}

static kube::Result<QJsonObject> patched(const QJsonObject &before, const Target &target,
                                         const HttpRequest &request)
{
    const auto type = request.header("content-type");
    if (!type.startsWith("application/apply-patch"))
        return applyPatch(before, type, request.body);
    const auto configuration = bodyOf(request);
    if (!configuration)
        return configuration;
    const auto manager = request.queryValue(u"fieldManager"_s);
    if (manager.isEmpty())
        return std::unexpected(apiError(422, u"Invalid"_s,
                                        u"PatchOptions.meta.k8s.io \"\" is invalid: fieldManager: "
                                        "Required value: is required for apply patch"_s));
    return serverSideApply(before, *configuration,
                           {manager, u"Apply"_s, target.resource.apiVersion()},
                           request.queryFlag(u"force"_s));
}

// PUT and PATCH, of the object or of its status
kube::Result<QJsonObject> RequestRouter::write(const Target &target, const HttpRequest &request)
{
    const auto before = read(target);
    const bool applies = request.header("content-type").startsWith("application/apply-patch");
    if (!before && !(applies && target.verb == "patch"_L1))
        return before;
    auto after = target.verb == "patch"_L1
        ? patched(before.value_or(QJsonObject()), target, request)
        : bodyOf(request);
    if (!after)
        return after;
    if (!before) {
        auto creation = request;
        creation.body = toJson(*after);
        return create(target, creation);
    }

    auto object = *after;
    if (target.subresource == "status"_L1) {
        const auto status = object["status"_L1];
        const auto version = object["metadata"_L1]["resourceVersion"_L1];
        object = *before;
        object.insert("status"_L1, status);
        auto meta = object["metadata"_L1].toObject();
        meta.insert("resourceVersion"_L1, version);
        object.insert("metadata"_L1, meta);
    } else if (before->contains("status"_L1)) {
        object.insert("status"_L1, before->value("status"_L1));
    }
    object.insert("kind"_L1, target.resource.kind);
    object.insert("apiVersion"_L1, target.resource.apiVersion());
    const auto name = object["metadata"_L1]["name"_L1].toString();
    if (name != target.name)
        return std::unexpected(
            badRequest(u"the name of the object (%1) does not match the name on the URL (%2)"_s.arg(
                name, target.name)));
    const auto manager = request.queryValue(u"fieldManager"_s);
    if (!manager.isEmpty() && !applies && target.subresource.isEmpty())
        object =
            withUpdateBy(*before, object, {manager, u"Update"_s, target.resource.apiVersion()});
    if (request.queryValue(u"dryRun"_s) == "All"_L1)
        return object;
    return m_store.update(target.ref(), object);
}

kube::Result<QJsonObject> RequestRouter::remove(const Target &target, const HttpRequest &request)
{
    const auto options = bodyOf(request).value_or(QJsonObject());
    int grace = options["gracePeriodSeconds"_L1].toInt(-1);
    if (const auto asked = request.queryValue(u"gracePeriodSeconds"_s); !asked.isEmpty())
        grace = asked.toInt();
    const auto before = read(target);
    if (!before)
        return before;
    const auto wanted = options["preconditions"_L1]["uid"_L1].toString();
    if (!wanted.isEmpty() && wanted != before->value("metadata"_L1)["uid"_L1].toString())
        return std::unexpected(conflict(qualifiedName(target.resource), target.name));
    const auto removed = m_store.remove(target.ref(), grace);
    if (!removed || m_store.get(target.ref()))
        return removed;
    auto status = successStatus();
    status.insert("details"_L1,
                  QJsonObject{{u"name"_s, target.name},
                              {u"group"_s, target.resource.group},
                              {u"kind"_s, target.resource.resource},
                              {u"uid"_s, removed->value("metadata"_L1)["uid"_L1]}});
    return status;
}

kube::Result<QJsonObject> RequestRouter::removeAll(const Target &target, const HttpRequest &request)
{
    const auto selector =
        Selector::parse(request.queryValue(u"labelSelector"_s),
                        request.queryValue(u"fieldSelector"_s), target.resource.gvr());
    if (!selector)
        return std::unexpected(selector.error());
    for (const auto &object : m_store.list(target.resource.gvr(), target.nameSpace))
        if (selector->matches(object)) [[maybe_unused]]
            const auto gone = m_store.remove(m_store.refOf(object));
    return successStatus();
}

static QJsonObject scaleOf(const QJsonObject &object)
{
    const auto meta = object["metadata"_L1];
    QStringList selector;
    const auto labels = object["spec"_L1]["selector"_L1]["matchLabels"_L1].toObject();
    for (auto label = labels.begin(); label != labels.end(); ++label)
        selector.append(label.key() + u'=' + label.value().toString());
    return {{u"kind"_s, u"Scale"_s},
            {u"apiVersion"_s, u"autoscaling/v1"_s},
            {u"metadata"_s,
             QJsonObject{{u"name"_s, meta["name"_L1]},
                         {u"namespace"_s, meta["namespace"_L1]},
                         {u"uid"_s, meta["uid"_L1]},
                         {u"resourceVersion"_s, meta["resourceVersion"_L1]},
                         {u"creationTimestamp"_s, meta["creationTimestamp"_L1]}}},
            {u"spec"_s, QJsonObject{{u"replicas"_s, object["spec"_L1]["replicas"_L1].toInt()}}},
            {u"status"_s,
             QJsonObject{{u"replicas"_s, object["status"_L1]["replicas"_L1].toInt()},
                         {u"selector"_s, selector.join(u',')}}}};
}

void RequestRouter::scale(HttpConnection &connection, const Target &target,
                          const HttpRequest &request)
{
    auto object = read(target);
    if (!object)
        return sendError(connection, object.error());
    if (target.verb == "get"_L1)
        return connection.respond(200, json, toJson(scaleOf(*object)));
    const auto wanted = target.verb == "patch"_L1
        ? applyPatch(scaleOf(*object), request.header("content-type"), request.body)
        : bodyOf(request);
    if (!wanted)
        return sendError(connection, wanted.error());
    const auto replicas = (*wanted)["spec"_L1]["replicas"_L1].toInt(-1);
    if (replicas < 0)
        return sendError(connection,
                         apiError(422, u"Invalid"_s,
                                  u"Scale.autoscaling \"%1\" is invalid: spec.replicas: Invalid "
                                  "value: must be greater than or equal to 0"_s.arg(target.name)));
    auto spec = object->value("spec"_L1).toObject();
    spec.insert("replicas"_L1, replicas);
    object->insert("spec"_L1, spec);
    auto meta = object->value("metadata"_L1).toObject();
    meta.insert("resourceVersion"_L1, (*wanted)["metadata"_L1]["resourceVersion"_L1]);
    object->insert("metadata"_L1, meta);
    const auto written = m_store.update(target.ref(), *object);
    if (!written)
        return sendError(connection, written.error());
    connection.respond(200, json, toJson(scaleOf(*written)));
}

} // namespace demo
