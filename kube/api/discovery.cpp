// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/api/discovery.h"

#include "kube/api/apiclient.h"
#include "kube/apimachinery/versionsort.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QPromise>
#include <QThreadPool>
#include <QTimer>

#include <algorithm>
#include <map>
#include <memory>

using namespace Qt::StringLiterals;

namespace kube {
namespace {

// https://kubernetes.io/docs/concepts/overview/kubernetes-api/#aggregated-discovery
const QByteArray AggregatedAccept =
    "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList,"
    "application/json;g=apidiscovery.k8s.io;v=v2beta1;as=APIGroupDiscoveryList,"
    "application/json";

QStringList stringsOf(const QJsonValue &value)
{
    QStringList strings;
    for (const auto &element : value.toArray())
        strings.append(element.toString());
    return strings;
}

/// An APIResource of an APIResourceList; a subresource ("pods/log") gives no value.
std::optional<ApiResource> resourceFrom(const QJsonObject &object, const QString &group,
                                        const QString &version)
{
    const auto name = object["name"_L1].toString();
    if (name.isEmpty() || name.contains(u'/'))
        return {};
    const auto own = [&object](QLatin1StringView key, const QString &otherwise) {
        const auto value = object[key].toString();
        return value.isEmpty() ? otherwise : value;
    };
    return ApiResource{.group = own("group"_L1, group),
                       .version = own("version"_L1, version),
                       .resource = name,
                       .singular = object["singularName"_L1].toString(),
                       .kind = object["kind"_L1].toString(),
                       .namespaced = object["namespaced"_L1].toBool(),
                       .shortNames = stringsOf(object["shortNames"_L1]),
                       .categories = stringsOf(object["categories"_L1]),
                       .verbs = stringsOf(object["verbs"_L1])};
}

/// An APIResourceDiscovery of an APIGroupDiscoveryList.
ApiResource aggregatedFrom(const QJsonObject &object, const QString &group, const QString &version)
{
    return {.group = group,
            .version = version,
            .resource = object["resource"_L1].toString(),
            .singular = object["singularResource"_L1].toString(),
            .kind = object["responseKind"_L1]["kind"_L1].toString(),
            .namespaced = object["scope"_L1].toString() == "Namespaced"_L1,
            .shortNames = stringsOf(object["shortNames"_L1]),
            .categories = stringsOf(object["categories"_L1]),
            .verbs = stringsOf(object["verbs"_L1])};
}

/// What "/api" or "/apis" said.
struct Root
{
    bool aggregated = false;
    QJsonObject list = {}; ///< when not aggregated
    ApiResources found = {};
};

Root aggregatedRoot(const QJsonObject &list)
{
    Root root{.aggregated = true};
    for (const auto &groupValue : list["items"_L1].toArray()) {
        const auto group = groupValue["metadata"_L1]["name"_L1].toString();
        for (const auto &versionValue : groupValue["versions"_L1].toArray()) {
            const auto version = versionValue["version"_L1].toString();
            if (versionValue["freshness"_L1].toString() == "Stale"_L1)
                root.found.failedGroups.emplace_back(
                    group + u'/' + version,
                    Error{.kind = Error::Kind::Server,
                          .message = u"the server behind it is away"_s});
            for (const auto &resource : versionValue["resources"_L1].toArray())
                root.found.resources.push_back(aggregatedFrom(resource.toObject(), group, version));
        }
    }
    return root;
}

Result<Root> rootFrom(const Result<ApiAnswer> &answer)
{
    if (!answer)
        return std::unexpected(answer.error());
    const auto list = QJsonDocument::fromJson(answer->body).object();
    if (answer->contentType.contains("APIGroupDiscoveryList"))
        return aggregatedRoot(list);
    return Root{.list = list};
}

/// One discovery under way. Kept alive by the continuations that hold it.
struct Run : std::enable_shared_from_this<Run>
{
    Run(ApiClient &apiClient, std::chrono::milliseconds timeout)
        : client(apiClient)
        , groupTimeout(timeout)
    {
    }

    void start();
    void take(const Root &root);
    void readGroups(const QJsonObject &list);
    void readVersion(const QString &group, const QString &version, bool core);
    void one();
    void end(Result<ApiResources> result);

    ApiClient &client;
    std::chrono::milliseconds groupTimeout;
    QPromise<Result<ApiResources>> promise;
    ApiResources found;
    int outstanding = 0;
    std::optional<Error> coreFailure;
    QStringList order; ///< group/version as asked for: answers may overtake each other
};

void Run::end(Result<ApiResources> result)
{
    promise.addResult(std::move(result));
    promise.finish();
}

/// Keeps, of each group's kind, the version that was asked for first: the preferred one.
void keepPreferred(std::vector<ApiResource> &resources, const QStringList &order)
{
    QHash<QString, qsizetype> ranks;
    for (qsizetype i = order.size(); i-- > 0;)
        ranks.insert(order[i], i); // asked for twice: the first counts
    std::ranges::stable_sort(resources, {}, [&ranks](const ApiResource &r) {
        const auto rank =
            ranks.isEmpty() ? -1 : ranks.value(QString(r.group + u'/' + r.version), -1);
        return std::pair(!r.group.isEmpty(), rank);
    });
    std::map<std::pair<QString, QString>, QString> versions;
    std::erase_if(resources, [&versions](const ApiResource &r) {
        const auto place = versions.try_emplace({r.group, r.resource}, r.version);
        return place.first->second != r.version || r.resource.isEmpty();
    });
}

void Run::one()
{
    if (--outstanding > 0)
        return;
    if (coreFailure)
        return end(std::unexpected(*coreFailure));
    keepPreferred(found.resources, order);
    std::ranges::stable_sort(found.failedGroups, {}, [](const auto &group) { return group.first; });
    // Every API server has a core group; a proxy's sign-in page has none.
    if (found.resources.empty() || !found.resources.front().group.isEmpty())
        return end(std::unexpected(Error{.kind = Error::Kind::Malformed,
                                         .code = 200,
                                         .message = u"the server named no resources"_s}));
    end(found);
}

void Run::take(const Root &root)
{
    const auto append = [](auto &to, const auto &from) {
        to.insert(to.end(), from.begin(), from.end());
    };
    append(found.resources, root.found.resources);
    append(found.failedGroups, root.found.failedGroups);
}

void Run::readGroups(const QJsonObject &list)
{
    for (const auto &value : list["groups"_L1].toArray()) {
        const auto group = value["name"_L1].toString();
        const auto preferred = value["preferredVersion"_L1]["version"_L1].toString();
        if (!preferred.isEmpty())
            readVersion(group, preferred, false);
        // Older versions may hold kinds that the preferred one lacks (batch/v1beta1 CronJob).
        QStringList others;
        for (const auto &version : value["versions"_L1].toArray())
            others.append(version["version"_L1].toString());
        others.removeAll(QString());
        others.removeAll(preferred);
        std::ranges::stable_sort(others, [](const QString &left, const QString &right) {
            return compareKubeVersions(left, right) > 0;
        });
        for (const auto &other : others)
            readVersion(group, other, false);
    }
}

void Run::readVersion(const QString &group, const QString &version, bool core)
{
    ++outstanding;
    order.append(group + u'/' + version);
    const auto path =
        core ? QString(u"/api/"_s + version) : QString(u"/apis/"_s + group + u'/' + version);
    auto self = shared_from_this();
    auto done = std::make_shared<bool>(false);
    const auto fail = [self, group, version, core, done](const Error &error) {
        if (std::exchange(*done, true))
            return;
        if (core)
            self->coreFailure = error;
        else
            self->found.failedGroups.emplace_back(group + u'/' + version, error);
        self->one();
    };
    QTimer::singleShot(groupTimeout, &client, [fail, after = groupTimeout.count()] {
        fail({.kind = Error::Kind::Timeout, .message = u"no answer within %1 ms"_s.arg(after)});
    });
    client.send({.path = path})
        .then(&client, [self, group, version, done, fail](const Result<ApiAnswer> &answer) {
            if (!answer)
                return fail(answer.error());
            if (std::exchange(*done, true))
                return;
            const auto list = QJsonDocument::fromJson(answer->body).object();
            for (const auto &value : list["resources"_L1].toArray()) {
                if (const auto resource = resourceFrom(value.toObject(), group, version))
                    self->found.resources.push_back(*resource);
            }
            self->one();
        });
}

void Run::start()
{
    outstanding = 2;
    auto self = shared_from_this();
    // Thousands of kinds are megabytes of JSON: not for the thread that paints.
    auto *worker = QThreadPool::globalInstance();
    client.send({.path = u"/api"_s, .accept = AggregatedAccept})
        .then(worker, rootFrom)
        .then(&client, [self](const Result<Root> &root) {
            if (!root)
                self->coreFailure = root.error();
            else if (root->aggregated)
                self->take(*root);
            else
                self->readVersion({}, u"v1"_s, true);
            self->one();
        });
    client.send({.path = u"/apis"_s, .accept = AggregatedAccept})
        .then(worker, rootFrom)
        .then(&client, [self](const Result<Root> &root) {
            if (!root)
                self->found.failedGroups.emplace_back(u"/apis"_s, root.error());
            else if (root->aggregated)
                self->take(*root);
            else
                self->readGroups(root->list);
            self->one();
        });
}

bool same(QStringView a, QStringView b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

bool isNamed(const ApiResource &resource, QStringView alias)
{
    return same(resource.resource, alias) || same(resource.singular, alias)
        || same(resource.kind, alias);
}

bool hasShortName(const ApiResource &resource, QStringView alias)
{
    return std::ranges::any_of(resource.shortNames,
                               [alias](const QString &name) { return same(name, alias); });
}

/// Whether `suffix` is "apps", "v1.apps", or, in the core group, "v1" or "v1.".
bool isOf(const ApiResource &resource, QStringView suffix)
{
    if (suffix.isEmpty() || same(resource.group, suffix))
        return true;
    if (resource.group.isEmpty() && same(resource.version, suffix))
        return true;
    return same(QString(resource.version + u'.' + resource.group), suffix);
}

} // namespace

QFuture<Result<ApiResources>> discover(ApiClient &client, std::chrono::milliseconds groupTimeout)
{
    auto run = std::make_shared<Run>(client, groupTimeout);
    run->promise.start();
    auto future = run->promise.future();
    run->start();
    return future;
}

const ApiResource *ApiResources::find(QStringView alias) const
{
    const auto dot = alias.indexOf(u'.');
    const auto name = dot < 0 ? alias : alias.left(dot);
    const auto rest = dot < 0 ? QStringView() : alias.mid(dot + 1);
    if (name.isEmpty())
        return nullptr; // some kinds, those of metrics-server, have an empty singular name
    for (const auto &isCalled : {isNamed, hasShortName}) {
        for (const auto &resource : resources) {
            if (isCalled(resource, name) && isOf(resource, rest))
                return &resource;
        }
    }
    return nullptr;
}

const ApiResource *ApiResources::findKind(QStringView apiVersion, QStringView kind) const
{
    const auto slash = apiVersion.indexOf(u'/');
    const auto group = slash < 0 ? QStringView() : apiVersion.left(slash);
    const ApiResource *other = nullptr;
    for (const auto &resource : resources) {
        if (resource.kind != kind || resource.group != group)
            continue;
        if (resource.apiVersion() == apiVersion)
            return &resource;
        if (!other)
            other = &resource;
    }
    return other;
}

} // namespace kube
