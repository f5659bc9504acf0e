// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/gateway/http/router.h"

#include "collab/gateway/http/httpexchange.h"
#include "collab/gateway/http/pathpart.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gateway {

using relay::ApiAnswer;
using Status = ApiAnswer::Status;
using Header = QHttpHeaders::WellKnownHeader;

namespace {

/// The parts that the route names, when it is one for the path.
std::optional<QHash<QString, QString>> matched(const QStringList &wanted, const QStringList &is)
{
    QHash<QString, QString> parts;
    for (qsizetype i = 0; i < wanted.size(); ++i) {
        const auto &want = wanted.at(i);
        if (want.endsWith("...}"_L1)) {
            if (i >= is.size())
                return std::nullopt;
            parts.insert(want.mid(1, want.size() - 5), is.sliced(i).join(u'/'));
            return parts;
        }
        if (i >= is.size())
            return std::nullopt;
        if (!want.startsWith(u'{')) {
            if (want != is.at(i))
                return std::nullopt;
            continue;
        }
        const auto text = decodedPathPart(is.at(i));
        if (!text)
            return std::nullopt;
        parts.insert(want.mid(1, want.size() - 2), *text);
    }
    return wanted.size() == is.size() ? std::optional(parts) : std::nullopt;
}

/// `/api/resource/{kind}/{name}` is `api_resource`.
QByteArray labelOf(const Route &route)
{
    if (!route.label.isEmpty())
        return route.label;
    QStringList words;
    for (const auto &part : route.path.split(u'/', Qt::SkipEmptyParts)) {
        if (!part.startsWith(u'{'))
            words.append(part);
    }
    return words.join(u'_').toUtf8();
}

} // namespace

ApiAnswer answerTo(const Denial &denial)
{
    auto answer = ApiAnswer::failure(denial.status, denial.sentence);
    if (denial.status == Status::Unauthorized)
        answer.headers.append(Header::WWWAuthenticate, "Bearer");
    if (denial.retryAfter > 0)
        answer.headers.append(Header::RetryAfter, QByteArray::number(denial.retryAfter));
    return answer;
}

Router::Router(const Setting &setting, QObject *parent)
    : QObject(parent)
    , m_setting(setting)
{
}

Router::~Router() = default;

void Router::add(std::vector<Route> routes)
{
    std::ranges::move(routes, std::back_inserter(m_routes));
}

Router::Found Router::find(const QByteArray &method, const QUrl &url) const
{
    Found found;
    const auto is = url.path(QUrl::FullyEncoded).split(u'/');
    for (const auto &route : m_routes) {
        const auto parts = matched(route.path.split(u'/'), is);
        if (!parts)
            continue;
        found.methods.append(route.method);
        const bool fits = route.method == method || (route.method == "GET" && method == "HEAD");
        if (fits && found.route == nullptr) {
            found.route = &route;
            found.parts = *parts;
        }
    }
    return found;
}

bool Router::serves(const QUrl &url) const
{
    return !find({}, url).methods.isEmpty();
}

/// Nobody sends much before it is known who they are.
qint64 Router::bodyLimit(const relay::RequestHead &head) const
{
    const auto found = find(head.method, head.url);
    if (found.route == nullptr || found.route->bodyLimit <= Route::SmallBody)
        return Route::SmallBody;
    const bool isSmall =
        head.headers.contains(Header::ContentLength) && head.contentLength <= Route::SmallBody;
    if (isSmall || found.route->isOpen)
        return found.route->bodyLimit;
    const auto caller = m_setting.authenticator.identify(head);
    return caller && m_setting.authorizer->admits(*caller) ? found.route->bodyLimit
                                                           : Route::SmallBody;
}

/// Who is known, but may not, is told of in the audit log, too.
std::expected<Caller, ApiAnswer> Router::admit(const Route &route, const relay::RequestHead &head,
                                               HttpExchange &exchange)
{
    if (route.isOpen)
        return Caller{.subject = u"anybody"_s, .address = m_setting.authenticator.sourceOf(head)};
    auto caller = m_setting.authenticator.identify(head);
    if (!caller)
        return std::unexpected(answerTo(caller.error()));
    exchange.setCaller(*caller);
    if (!m_setting.authorizer->admits(*caller))
        return std::unexpected(
            ApiAnswer::failure(Status::Forbidden, u"None of your groups may use this relay."_s));
    if (const auto refusal = m_setting.rates.refusal(*caller))
        return std::unexpected(answerTo(*refusal));
    return *caller;
}

void Router::answer(const QHttpServerRequest &request, QHttpServerResponder &responder)
{
    const auto head = relay::headOf(request);
    const auto &method = head.method;
    auto found = find(method, head.url);
    const auto label = found.route == nullptr ? QByteArray("api") : labelOf(*found.route);
    const relay::Listener::Ends ends{.peer = request.remoteAddress(),
                                     .peerPort = request.remotePort(),
                                     .local = request.localAddress()};
    auto exchange = std::make_shared<HttpExchange>(
        HttpExchange::Setting{.server = m_setting.server,
                              .router = this,
                              .socket = m_setting.server.socketAt(ends),
                              .label = label,
                              .method = method,
                              .path = request.url().path(),
                              .address = m_setting.authenticator.sourceOf(head),
                              .isOpen = found.route == nullptr || found.route->isOpen,
                              .always = m_cors.headersFor(head.headers)},
        std::move(responder));
    if (auto known = m_cors.preflight(method, head.headers, found.methods))
        return exchange->send(std::move(*known));
    if (found.route == nullptr) {
        auto refusal =
            ApiAnswer::failure(Status::MethodNotAllowed, u"That cannot be done at this address."_s);
        refusal.headers.append(Header::Allow, found.methods.join(", "));
        return exchange->send(std::move(refusal));
    }
    auto caller = admit(*found.route, head, *exchange);
    if (!caller)
        return exchange->send(std::move(caller.error()));
    if (request.body().size() > found.route->bodyLimit)
        return exchange->send(
            ApiAnswer::failure(Status::PayloadTooLarge,
                               u"The body is larger than %1 bytes."_s.arg(found.route->bodyLimit)));
    const Request asked{.method = method,
                        .path = request.url().path(),
                        .parts = std::move(found.parts),
                        .query = request.query(),
                        .headers = head.headers,
                        .body = request.body(),
                        .caller = *caller};
    handle(*found.route, asked, exchange);
}

void Router::handle(const Route &route, const Request &request,
                    const std::shared_ptr<HttpExchange> &exchange)
{
    if (!route.isOfCluster)
        return route.handle(request, exchange);
    const auto cluster = request.parts.value(u"cluster"_s, request.parameter(u"cluster"_s));
    const bool isTaken =
        m_setting.turns.take(request.caller.subject, cluster,
                             [handle = route.handle, request, exchange](const Turns::Turn &turn) {
                                 exchange->keep(turn);
                                 handle(request, exchange);
                             });
    if (!isTaken)
        exchange->send(answerTo({.status = Status::TooManyRequests,
                                 .retryAfter = 10,
                                 .sentence = u"Too many of your requests wait already."_s}));
}

} // namespace gateway
