// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/gateway/http/router.h"

#include "collab/gateway/http/chunkedstream.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gateway {

using relay::ApiAnswer;
using Status = ApiAnswer::Status;
using Header = QHttpHeaders::WellKnownHeader;

namespace {

QByteArray methodOf(QHttpServerRequest::Method method)
{
    using Method = QHttpServerRequest::Method;
    switch (method) {
    case Method::Get: return "GET";
    case Method::Post: return "POST";
    case Method::Put: return "PUT";
    case Method::Delete: return "DELETE";
    case Method::Head: return "HEAD";
    case Method::Options: return "OPTIONS";
    case Method::Patch: return "PATCH";
    default: return "OTHER";
    }
}

/// Each part decoded by itself, once: a `%2F` within one is no border, and `%252F` none at all.
/// What is no UTF-8, as the long way to write a dot, is no name.
std::optional<QString> decoded(const QString &part)
{
    const auto text = QUrl::fromPercentEncoding(part.toUtf8());
    const bool isName = !text.isEmpty() && text != "."_L1 && text != ".."_L1
        && std::ranges::none_of(text, [](QChar c) {
               return c == u'/' || c < u' ' || c == u'\x7f' || c == QChar::ReplacementCharacter;
           });
    return isName ? std::optional(text) : std::nullopt;
}

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
        const auto text = decoded(is.at(i));
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

/// What one request is answered through.
class HttpExchange final : public Exchange
{
public:
    /// `always` are headers of every answer.
    HttpExchange(relay::Server &server, QTcpSocket *socket, const QByteArray &label,
                 const QHttpHeaders &always, QHttpServerResponder &&responder)
        : m_server(&server)
        , m_socket(socket)
        , m_label(label)
        , m_always(always)
        , m_responder(std::move(responder))
    {
    }
    ~HttpExchange() override
    {
        if (m_responder)
            HttpExchange::send(ApiAnswer::failure(Status::InternalServerError,
                                                  u"The relay did not finish its answer."_s));
    }
    Q_DISABLE_COPY_MOVE(HttpExchange)

    void send(ApiAnswer answer) override
    {
        if (!m_responder || !m_server)
            return;
        m_server->metrics().count(m_label, int(answer.status));
        auto headers = std::move(answer.headers);
        if (answer.status != Status::NoContent && answer.status != Status::NotModified)
            headers.append(Header::ContentType, answer.type);
        secure(headers);
        auto responder = std::move(*m_responder);
        m_responder.reset();
        if (answer.file)
            responder.write(answer.file.release(), headers, answer.status);
        else
            responder.write(answer.body, headers, answer.status);
    }

    std::unique_ptr<ResponseStream> stream(const QByteArray &contentType) override
    {
        Q_ASSERT(m_responder);
        if (m_server)
            m_server->metrics().count(m_label, int(Status::Ok));
        QHttpHeaders headers;
        headers.append(Header::ContentType, contentType);
        secure(headers);
        auto responder = std::move(*m_responder);
        m_responder.reset();
        if (m_socket)
            relay::Listener::keep(*m_socket);
        return std::make_unique<ChunkedStream>(std::move(responder), m_socket, headers);
    }

private:
    void secure(QHttpHeaders &headers) const
    {
        for (qsizetype i = 0; i < m_always.size(); ++i)
            headers.append(m_always.nameAt(i), m_always.valueAt(i));
        if (!headers.contains(Header::CacheControl))
            headers.append(Header::CacheControl, "no-store");
        headers.append(Header::XContentTypeOptions, "nosniff");
    }

    const QPointer<relay::Server> m_server;
    const QPointer<QTcpSocket> m_socket;
    const QByteArray m_label;
    const QHttpHeaders m_always;
    std::optional<QHttpServerResponder> m_responder;
};

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
    , m_rates(setting.limits.requestsPerSecond, setting.limits.requestBurst)
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

qint64 Router::bodyLimit(const relay::RequestHead &head) const
{
    const auto found = find(head.method, head.url);
    return found.route == nullptr ? Route::SmallBody : found.route->bodyLimit;
}

std::expected<Caller, ApiAnswer> Router::admit(const Route &route,
                                               const QHttpServerRequest &request)
{
    if (route.isOpen)
        return Caller{.subject = u"anybody"_s,
                      .address = m_setting.authenticator.sourceOf(request)};
    auto caller = m_setting.authenticator.identify(request);
    if (!caller)
        return std::unexpected(answerTo(caller.error()));
    if (!m_setting.authorizer->admits(*caller))
        return std::unexpected(
            ApiAnswer::failure(Status::Forbidden, u"None of your groups may use this relay."_s));
    if (!m_rates.take(caller->subject.toUtf8()))
        return std::unexpected(
            answerTo({.status = Status::TooManyRequests,
                      .retryAfter = 1,
                      .sentence = u"That was asked too often: wait a second."_s}));
    return *caller;
}

void Router::answer(const QHttpServerRequest &request, QHttpServerResponder &responder)
{
    const auto method = methodOf(request.method());
    auto found = find(method, request.url());
    const auto label = found.route == nullptr ? QByteArray("api") : labelOf(*found.route);
    const relay::Listener::Ends ends{.peer = request.remoteAddress(),
                                     .peerPort = request.remotePort(),
                                     .local = request.localAddress()};
    auto exchange =
        std::make_shared<HttpExchange>(m_setting.server, m_setting.server.socketAt(ends), label,
                                       m_cors.headersFor(request.headers()), std::move(responder));
    if (auto known = m_cors.preflight(method, request.headers(), found.methods))
        return exchange->send(std::move(*known));
    if (found.route == nullptr) {
        auto refusal =
            ApiAnswer::failure(Status::MethodNotAllowed, u"That cannot be done at this address."_s);
        refusal.headers.append(Header::Allow, found.methods.join(", "));
        return exchange->send(std::move(refusal));
    }
    auto caller = admit(*found.route, request);
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
                        .headers = request.headers(),
                        .body = request.body(),
                        .caller = *caller};
    found.route->handle(asked, std::move(exchange));
}

} // namespace gateway
