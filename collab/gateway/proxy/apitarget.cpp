// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/gateway/proxy/apitarget.h"

#include "collab/gateway/http/pathpart.h"

#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gateway {

namespace {

constexpr qsizetype MostParts = 24; // the longest of a server has 11, and what is behind a proxy

QString joined(const QStringList &parts)
{
    QString path;
    for (const auto &part : parts)
        path += u'/' + QString::fromLatin1(QUrl::toPercentEncoding(part));
    return path;
}

bool isDocumentPath(const QStringList &parts)
{
    static const QStringList alone{u"version"_s, u"api"_s,   u"apis"_s,
                                   u"healthz"_s, u"livez"_s, u"readyz"_s};
    const auto &first = parts.first();
    if (parts.size() == 1)
        return alone.contains(first);
    if (first == "api"_L1)
        return parts.size() == 2;
    if (first == "apis"_L1)
        return parts.size() <= 3;
    return first == "openapi"_L1;
}

QString verbOf(const QByteArray &method, bool hasName, bool isWatching)
{
    if (method == "GET")
        // Of one object there is no watch, whatever the query says: the server answers with it.
        return hasName ? u"get"_s : isWatching ? u"watch"_s : u"list"_s;
    if (method == "POST")
        return u"create"_s;
    if (method == "PUT")
        return u"update"_s;
    if (method == "PATCH")
        return u"patch"_s;
    if (method == "DELETE")
        return hasName ? u"delete"_s : u"deletecollection"_s;
    return {};
}

/// What is behind the version: [namespaces/NAME/]RESOURCE[/NAME[/SUBRESOURCE[/…]]].
bool readResource(ApiTarget &target, QStringList parts)
{
    static const QStringList ofNamespaces{u"status"_s, u"finalize"_s};
    const bool isInNamespace = parts.first() == "namespaces"_L1 && parts.size() > 2
        && !(parts.size() == 3 && ofNamespaces.contains(parts.at(2)));
    if (isInNamespace) {
        target.nameSpace = parts.at(1);
        parts = parts.sliced(2);
    }
    if (parts.first() == "watch"_L1 || parts.first() == "proxy"_L1)
        return false;
    target.resource = parts.first();
    if (isInNamespace && target.isOfCore("namespaces"_L1))
        return false; // a namespace is in no other
    target.name = parts.value(1);
    target.subresource = parts.value(2);
    target.below = parts.size() > 3 ? parts.sliced(3).join(u'/') : QString();
    return target.below.isEmpty() || target.subresource == "proxy"_L1;
}

} // namespace

bool isOn(const QUrlQuery &query, const QString &parameter)
{
    if (!query.hasQueryItem(parameter))
        return false;
    const auto value = query.queryItemValue(parameter, QUrl::FullyDecoded);
    return value.compare("false"_L1, Qt::CaseInsensitive) != 0 && value != "0"_L1;
}

std::optional<ApiTarget> apiTargetOf(const QByteArray &method, const QString &path,
                                     const QUrlQuery &query)
{
    QStringList parts;
    auto sent = path.split(u'/');
    if (sent.size() > 1 && sent.last().isEmpty())
        sent.removeLast(); // "/apis/" is "/apis"
    for (const auto &part : std::as_const(sent)) {
        const auto text = decodedPathPart(part);
        if (!text)
            return std::nullopt;
        parts.append(*text);
    }
    if (parts.isEmpty() || parts.size() > MostParts)
        return std::nullopt;
    ApiTarget target{.path = joined(parts)};
    if (isDocumentPath(parts)) {
        target.verb = u"get"_s;
        return method == "GET" ? std::optional(target) : std::nullopt;
    }
    const bool isCore = parts.first() == "api"_L1;
    if (!isCore && parts.first() != "apis"_L1)
        return std::nullopt;
    if (parts.size() <= (isCore ? 2 : 3))
        return std::nullopt;
    target.group = isCore ? QString() : parts.at(1);
    target.version = parts.at(isCore ? 1 : 2);
    if (!readResource(target, parts.sliced(isCore ? 2 : 3)))
        return std::nullopt;
    target.verb = verbOf(method, !target.name.isEmpty(), isOn(query, u"watch"_s));
    return target.verb.isEmpty() ? std::nullopt : std::optional(target);
}

Access ApiTarget::access(bool isNamespaced) const
{
    Access access{.verb = verb == "deletecollection"_L1 ? u"delete"_s : verb,
                  .resource = resource,
                  .nameSpace = nameSpace,
                  .name = name,
                  .isClusterWide = !isNamespaced};
    if (isOfCore("pods"_L1)) {
        static const QStringList entering{u"exec"_s, u"attach"_s, u"portforward"_s,
                                          u"ephemeralcontainers"_s, u"proxy"_s};
        if (subresource == "log"_L1)
            access.verb = u"logs"_s;
        else if (entering.contains(subresource))
            access.verb = u"exec"_s;
        else if (subresource == "eviction"_L1)
            access.verb = u"delete"_s;
    } else if (subresource == "token"_L1) {
        access.resource += "/token"_L1;
    }
    return access;
}

} // namespace gateway
