// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/gateway/yard/objectroutes.h"

#include "collab/gateway/http/gzip.h"
#include "collab/gateway/http/router.h"
#include "collab/gateway/policy/secretmask.h"
#include "kube/api/apiclient.h"
#include "kube/apimachinery/labelselector.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gateway {

using relay::ApiAnswer;
using Status = ApiAnswer::Status;
using Header = QHttpHeaders::WellKnownHeader;
using Handle = std::shared_ptr<Exchange>;

namespace {

QString textOf(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

/// Who manages which field is of no use for who looks at it.
QJsonObject plain(QJsonObject object)
{
    auto metadata = object["metadata"_L1].toObject();
    metadata.remove("managedFields"_L1);
    object.insert("metadata"_L1, metadata);
    return object;
}

ApiAnswer answerWith(const Request &request, const std::shared_ptr<const ListBody> &body)
{
    ApiAnswer answer;
    answer.headers.append(Header::ETag, body->tag);
    answer.headers.append(Header::CacheControl, "private, no-cache");
    answer.headers.append(Header::Vary, "Authorization, Cookie, Accept-Encoding");
    if (QByteArrayView(request.headers.value(Header::IfNoneMatch)) == body->tag) {
        answer.status = Status::NotModified;
        return answer;
    }
    auto bytes = body->json;
    if (acceptsGzip(request.headers) && !body->gzip().isEmpty()) {
        bytes = body->gzip();
        answer.headers.append(Header::ContentEncoding, "gzip");
    }
    // In pieces as the reader takes them: all of it would wait in memory once for each of them.
    static constexpr qsizetype Large = 256 * 1024;
    if (bytes.size() <= Large) {
        answer.body = bytes;
        return answer;
    }
    auto file = std::make_unique<QBuffer>();
    file->setData(bytes); // shared, not copied
    file->open(QIODevice::ReadOnly);
    answer.file = std::move(file);
    return answer;
}

Denial forbidden(const Access &access)
{
    const auto where = access.nameSpace.isEmpty() ? u"here"_s : u"in %1"_s.arg(access.nameSpace);
    return {.status = Status::Forbidden,
            .sentence = u"You may not %1 %2 %3."_s.arg(access.verb, access.resource, where)};
}

/// One who asks for lists.
class Lister
{
public:
    Lister(const GatewayParts &parts, Collections &collections)
        : m_parts(parts)
        , m_collections(collections)
    {
    }

    const GatewayParts &parts() const { return m_parts; }

    Access accessTo(const Named &named, const Request &request) const
    {
        const bool isNamespaced = named.resource.namespaced;
        return {.verb = u"list"_s,
                .resource = named.resource.resource,
                .nameSpace = isNamespaced ? request.parameter(u"ns"_s) : QString(),
                .isClusterWide = !isNamespaced};
    }

    using Take =
        std::function<void(const std::expected<std::shared_ptr<const ListBody>, Denial> &)>;

    /// After all who have a say in it were asked.
    void list(const Request &request, const Named &named, bool isRevealed, const Take &take) const
    {
        const auto access = accessTo(named, request);
        if (!mayList(request.caller, named, access))
            return take(std::unexpected(forbidden(access)));
        m_parts.clusters.permits(request.caller, named.clusterName, access)
            .then(&m_collections,
                  [self = *this, request, named, access, isRevealed, take](bool isPermitted) {
                      if (!isPermitted)
                          return take(std::unexpected(forbidden(access)));
                      self.read(request, named, access, isRevealed, take);
                  });
    }

private:
    /// Namespaces are shown to those who may see something in them.
    bool mayList(const Caller &caller, const Named &named, const Access &access) const
    {
        return named.resource.resource == "namespaces"_L1
            ? m_parts.authorizer.allows(caller, {.verb = u"list"_s, .resource = access.resource})
            : m_parts.authorizer.allows(caller, access);
    }

    void read(const Request &request, const Named &named, const Access &access, bool isRevealed,
              const Take &take) const
    {
        const auto selector = kube::LabelSelector::parse(request.parameter(u"labelSelector"_s));
        if (!selector)
            return take(std::unexpected(
                Denial{.status = Status::BadRequest,
                       .sentence = u"labelSelector: %1"_s.arg(selector.error().message)}));
        m_collections.whenListed(
            *named.cluster, named.resource,
            [self = *this, request, access, isRevealed, take,
             selector = *selector](const auto &shared) {
                if (!shared)
                    return take(std::unexpected(denialOf(shared.error())));
                take(self.bodyOf(**shared, request, access, isRevealed, selector));
            });
    }

    std::shared_ptr<const ListBody> bodyOf(Shared &shared, const Request &request,
                                           const Access &access, bool isRevealed,
                                           const kube::LabelSelector &selector) const
    {
        const auto &collection = shared.collection;
        const auto places = visibleIn(collection, request.caller, access);
        ListView view{.key = places.join(u',').toUtf8(), .isRevealed = isRevealed};
        view.shows = [this, places, selector, &collection](const kube::PackedItem &item) {
            return shows(collection.resource(), places, item)
                && (selector.isEmpty() || selector.matches(item.labels()));
        };
        return selector.isEmpty() ? shared.bodies.bodyOf(collection, view)
                                  : makeListBody(collection, view);
    }

    /// The namespaces whose objects the caller sees; for namespaces themselves their names.
    QStringList visibleIn(const Collection &collection, const Caller &caller,
                          const Access &access) const
    {
        if (collection.resource().resource == "namespaces"_L1) {
            QStringList names;
            for (const auto &item : collection.sorted()) {
                const auto name = textOf(item.name());
                if (m_parts.authorizer.serves(name))
                    names.append(name);
            }
            return names;
        }
        if (!collection.resource().namespaced)
            return {QString()};
        QStringList names;
        for (const auto &name : collection.namespaces()) {
            auto there = access;
            there.nameSpace = name;
            const bool isWanted = access.nameSpace.isEmpty() || access.nameSpace == name;
            if (isWanted && m_parts.authorizer.allows(caller, there))
                names.append(name);
        }
        return names;
    }

    bool shows(const kube::ApiResource &resource, const QStringList &places,
               const kube::PackedItem &item) const
    {
        const auto name = textOf(item.name());
        if (resource.resource == "namespaces"_L1)
            return places.contains(name);
        if (!places.contains(textOf(item.nameSpace())))
            return false;
        if (resource.group.isEmpty() && resource.resource == "pods"_L1)
            return m_parts.authorizer.showsPod(name, item.labels());
        return !isOfApps(resource.group) || m_parts.authorizer.showsApp(name, item.labels());
    }

    GatewayParts m_parts;
    Collections &m_collections;
};

/// Who wants to see secrets must be one who may, and it is written down.
bool wantsSecrets(const Request &request, const kube::ApiResource &resource)
{
    return request.parameter(u"reveal"_s) == "true"_L1
        && holdsSecrets(resource.group, resource.resource);
}

void refuse(const Handle &exchange, const Denial &denial)
{
    exchange->send(answerTo(denial));
}

void answerList(const Lister &lister, const Request &request, const Handle &exchange)
{
    const auto named =
        namedBy(lister.parts(), request.parameter(u"cluster"_s), request.part(u"kind"_s));
    if (!named)
        return refuse(exchange, named.error());
    auto about = lister.accessTo(*named, request);
    const bool reveals = wantsSecrets(request, named->resource);
    if (reveals)
        about.verb = u"reveal"_s;
    exchange->isAbout(about, named->clusterName);
    if (reveals && !lister.parts().authorizer.maySeeSecrets(request.caller))
        return refuse(exchange, forbidden(about));
    lister.list(request, *named, reveals, [request, exchange](const auto &body) {
        if (body)
            exchange->send(answerWith(request, *body));
        else
            refuse(exchange, body.error());
    });
}

/// All first kinds, each as its list or why there is none.
class Gathering
{
public:
    Gathering(const Request &request, const Handle &exchange, size_t count)
        : m_request(request)
        , m_exchange(exchange)
        , m_waiting(count)
    {
    }

    void take(const QString &kind,
              const std::expected<std::shared_ptr<const ListBody>, Denial> &body)
    {
        if (body)
            m_lists.insert_or_assign(kind, (*body)->json);
        else
            m_errors.insert(kind, body.error().sentence);
        if (--m_waiting == 0)
            finish();
    }

private:
    void finish()
    {
        auto whole = std::make_shared<ListBody>();
        QCryptographicHash hash(QCryptographicHash::Sha1);
        whole->json = "{\"resources\":{";
        for (const auto &[kind, json] : m_lists) {
            if (!whole->json.endsWith('{'))
                whole->json += ',';
            whole->json += '"' + kind.toUtf8() + "\":" + json;
        }
        whole->json +=
            "},\"errors\":" + QJsonDocument(m_errors).toJson(QJsonDocument::Compact) + '}';
        hash.addData(whole->json);
        whole->tag = '"' + hash.result().toHex() + '"';
        m_exchange->send(answerWith(m_request, whole));
    }

    const Request m_request;
    const Handle m_exchange;
    size_t m_waiting;
    std::map<QString, QByteArray> m_lists;
    QJsonObject m_errors;
};

void answerAll(const Lister &lister, const Request &request, const Handle &exchange)
{
    exchange->isAbout(
        {.verb = u"list"_s, .resource = u"*"_s, .nameSpace = request.parameter(u"ns"_s)},
        request.parameter(u"cluster"_s));
    const auto gathering =
        std::make_shared<Gathering>(request, exchange, size_t(firstKinds().size()));
    for (const auto &kind : firstKinds()) {
        const auto name = kind.section(u'.', 0, 0);
        const auto named = namedBy(lister.parts(), request.parameter(u"cluster"_s), kind);
        if (!named)
            gathering->take(name, std::unexpected(named.error()));
        else
            lister.list(request, *named, false,
                        [gathering, name](const auto &body) { gathering->take(name, body); });
    }
}

/// The object as the cluster has it now.
void answerObject(const GatewayParts &parts, Collections &context, const Request &request,
                  const Handle &exchange)
{
    const auto named = namedBy(parts, request.parameter(u"cluster"_s), request.part(u"kind"_s));
    if (!named)
        return refuse(exchange, named.error());
    const auto &resource = named->resource;
    const bool reveals = wantsSecrets(request, resource);
    Access access{.verb = u"get"_s,
                  .resource = resource.resource,
                  .nameSpace = resource.namespaced ? request.parameter(u"ns"_s) : QString(),
                  .name = request.part(u"name"_s),
                  .isClusterWide = !resource.namespaced};
    auto about = access;
    if (reveals)
        about.verb = u"reveal"_s;
    exchange->isAbout(about, named->clusterName);
    if (resource.namespaced && access.nameSpace.isEmpty())
        return refuse(exchange,
                      {.status = Status::BadRequest,
                       .sentence = u"%1 are in namespaces: say ?ns=…."_s.arg(resource.resource)});
    const bool mayReveal = !reveals || parts.authorizer.maySeeSecrets(request.caller);
    const bool isServed =
        resource.resource != "namespaces"_L1 || parts.authorizer.serves(access.name);
    if (!isServed || !mayReveal || !parts.authorizer.allows(request.caller, access))
        return refuse(exchange, forbidden(about));
    const auto cluster = parts.clusters.forCaller(request.caller, named->clusterName);
    if (!cluster)
        return refuse(exchange,
                      {.status = Status::ServiceUnavailable,
                       .retryAfter = 5,
                       .sentence = u"The cluster cannot be asked for you now."_s});
    cluster->client()
        .get({.gvr = resource.gvr(), .nameSpace = access.nameSpace, .name = access.name})
        .then(&context, [=](const kube::Result<QJsonObject> &object) {
            if (!object)
                return refuse(exchange, denialOf(object.error()));
            const auto labels = labelsOf(*object);
            const bool isPod = resource.group.isEmpty() && resource.resource == "pods"_L1;
            const bool isShown = isPod
                ? parts.authorizer.showsPod(access.name, labels)
                : !isOfApps(resource.group) || parts.authorizer.showsApp(access.name, labels);
            if (!isShown)
                return refuse(
                    exchange,
                    {.status = Status::NotFound, .sentence = u"There is no such object."_s});
            const bool masks = holdsSecrets(resource.group, resource.resource) && !reveals;
            exchange->send(ApiAnswer::json({{u"object"_s, masks ? masked(*object) : plain(*object)},
                                            {u"masked"_s, masks},
                                            {u"decoded"_s, false}}));
            Q_UNUSED(cluster) // kept until it has answered
        });
}

void answerCluster(const Lister &lister, const Request &request, const Handle &exchange)
{
    const auto &parts = lister.parts();
    const auto wish = request.parameter(u"cluster"_s);
    auto *cluster = parts.clusters.find(wish);
    if (cluster == nullptr)
        return refuse(exchange,
                      {.status = Status::NotFound, .sentence = u"There is no such cluster."_s});
    const auto name = cluster->config().contextName;
    exchange->isAbout({.verb = u"get"_s, .resource = u"cluster"_s}, name);
    const bool isReady = cluster->state() == kube::Cluster::State::Ready;
    const auto error = cluster->lastError();
    QJsonObject uids;
    for (const auto &[each, uid] : parts.clusters.uids().asKeyValueRange())
        uids.insert(each, uid);
    QJsonArray kinds;
    for (const auto &resource : cluster->resources().resources)
        kinds.append(QJsonObject{{u"kind"_s, resource.kind},
                                 {u"resource"_s, resource.resource},
                                 {u"apiVersion"_s, resource.apiVersion()},
                                 {u"namespaced"_s, resource.namespaced}});
    exchange->send(
        ApiAnswer::json({{u"name"_s, name},
                         {u"version"_s, cluster->version()},
                         {u"reachable"_s, isReady},
                         {u"problem"_s, !isReady && error ? denialOf(*error).sentence : QString()},
                         {u"clusters"_s, QJsonArray::fromStringList(parts.clusters.names())},
                         {u"uids"_s, uids},
                         {u"namespace"_s, parts.authorizer.firstNamespace(request.caller)},
                         {u"kinds"_s, kinds}}));
}

} // namespace

const QStringList &firstKinds()
{
    static const QStringList kinds{u"namespaces"_s,
                                   u"pods"_s,
                                   u"deployments.apps"_s,
                                   u"statefulsets.apps"_s,
                                   u"daemonsets.apps"_s,
                                   u"services"_s,
                                   u"ingresses.networking.k8s.io"_s,
                                   u"configmaps"_s,
                                   u"secrets"_s,
                                   u"persistentvolumeclaims"_s,
                                   u"events"_s,
                                   u"customresourcedefinitions.apiextensions.k8s.io"_s};
    return kinds;
}

Denial denialOf(const kube::Error &error)
{
    using Kind = kube::Error::Kind;
    switch (error.kind) {
    case Kind::NotFound:
        return {.status = Status::NotFound, .sentence = u"There is no such object."_s};
    case Kind::Forbidden:
        return {.status = Status::Forbidden, .sentence = u"The cluster does not allow that."_s};
    case Kind::TooManyRequests:
        return {.status = Status::TooManyRequests,
                .retryAfter = std::max(error.retryAfterSeconds, 1),
                .sentence = u"The cluster is asked too often."_s};
    case Kind::Timeout:
        return {.status = Status::GatewayTimeout,
                .retryAfter = 5,
                .sentence = u"The cluster takes longer than it should."_s};
    case Kind::Invalid:
        return {.status = Status::BadRequest,
                .sentence = u"The cluster cannot make sense of it."_s};
    default:
        return {.status = Status::BadGateway,
                .retryAfter = 5,
                .sentence = u"The cluster does not answer the relay."_s};
    }
}

std::expected<Named, Denial> namedBy(const GatewayParts &parts, const QString &clusterName,
                                     const QString &kind)
{
    auto *cluster = parts.clusters.find(clusterName);
    if (cluster == nullptr)
        return std::unexpected(
            Denial{.status = Status::NotFound, .sentence = u"There is no such cluster."_s});
    if (!cluster->hasResources())
        return std::unexpected(Denial{.status = Status::ServiceUnavailable,
                                      .retryAfter = 5,
                                      .sentence = u"The cluster has not answered yet."_s});
    // The one plural of the seed that kubectl does not know.
    const auto *resource =
        cluster->resources().find(kind == "pvcs"_L1 ? u"persistentvolumeclaims"_s : kind);
    if (resource == nullptr || !resource->can(u"list"))
        return std::unexpected(
            Denial{.status = Status::NotFound, .sentence = u"The cluster has no such kind."_s});
    return Named{
        .cluster = cluster, .clusterName = cluster->config().contextName, .resource = *resource};
}

std::vector<Route> objectRoutes(const GatewayParts &parts, Collections &collections)
{
    const Lister lister(parts, collections);
    const auto get = [](const QString &path, const auto &handle) {
        return Route{.method = "GET", .path = path, .handle = handle};
    };
    auto health = get(u"/api/health"_s, [](const Request &, const Handle &exchange) {
        exchange->send(ApiAnswer::json({{u"status"_s, u"ok"_s}}));
    });
    health.isOpen = true;
    return {health,
            get(u"/api/cluster"_s,
                [lister](const Request &request, const Handle &exchange) {
                    answerCluster(lister, request, exchange);
                }),
            get(u"/api/resources"_s,
                [lister](const Request &request, const Handle &exchange) {
                    answerAll(lister, request, exchange);
                }),
            get(u"/api/resources/{kind}"_s,
                [lister](const Request &request, const Handle &exchange) {
                    answerList(lister, request, exchange);
                }),
            get(u"/api/resource/{kind}/{name}"_s,
                [parts, &collections](const Request &request, const Handle &exchange) {
                    answerObject(parts, collections, request, exchange);
                })};
}

} // namespace gateway
