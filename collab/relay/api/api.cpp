// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/relay/api/api.h"

#include "collab/relay/config/accesstokens.h"
#include "collab/relay/requesthead.h"
#include "collab/relay/rooms/rooms.h"

#include <QPointer>
#include <QStringList>
#include <QTimer>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace relay {

using Status = ApiAnswer::Status;
using Header = QHttpHeaders::WellKnownHeader;

namespace {

const QString prefix = u"/api/v1/"_s;
constexpr auto AnswerWithin = std::chrono::seconds(30);

/// The parts of a path, each decoded by itself: a `%2F` within one is no border.
QStringList partsOf(const QUrl &url)
{
    QStringList parts;
    for (const auto &part : url.path(QUrl::FullyEncoded).split(u'/'))
        parts.append(QUrl::fromPercentEncoding(part.toUtf8()));
    return parts;
}

bool isAllowed(Role role, ApiRoute::Access access)
{
    switch (access) {
    case ApiRoute::Access::Viewer: return true;
    case ApiRoute::Access::Editor: return role != Role::Viewer;
    case ApiRoute::Access::Owner: return role == Role::Owner;
    case ApiRoute::Access::Admin: return false;
    }
    Q_UNREACHABLE();
}

/// A word for the figures: `yards/{yard}/versions` is `yards_versions`.
QByteArray labelOf(const ApiRoute &route)
{
    QStringList words;
    for (const auto &part : route.path.split(u'/')) {
        if (!part.startsWith(u'{'))
            words.append(part);
    }
    return words.join(u'_').toUtf8();
}

ApiAnswer tooOften()
{
    auto answer =
        ApiAnswer::failure(Status::TooManyRequests, u"That was asked too often: wait a second."_s);
    answer.headers.append(Header::RetryAfter, "1");
    return answer;
}

ApiAnswer refusal(const Refusal &refusal)
{
    ApiAnswer answer;
    switch (refusal.status) {
    case Status::Forbidden:
        return ApiAnswer::failure(refusal.status, u"The token is not for this."_s);
    case Status::ServiceUnavailable:
        answer = ApiAnswer::failure(refusal.status,
                                    u"The relay cannot judge the token yet: try again."_s);
        break;
    case Status::TooManyRequests: answer = tooOften(); break;
    default:
        answer = ApiAnswer::failure(Status::Unauthorized,
                                    u"A token is needed, behind Authorization: Bearer."_s);
        answer.headers.append(Header::WWWAuthenticate, "Bearer");
    }
    if (refusal.retryAfter > 0)
        answer.headers.replaceOrAppend(Header::RetryAfter, QByteArray::number(refusal.retryAfter));
    return answer;
}

} // namespace

Api::Api(const Setting &setting, QObject *parent)
    : QObject(parent)
    , m_setting(setting)
{
}

Api::~Api() = default;

void Api::add(std::vector<ApiRoute> routes)
{
    std::ranges::move(routes, std::back_inserter(m_routes));
}

bool Api::serves(const QUrl &url) const
{
    return url.path(QUrl::FullyEncoded).startsWith(u"/api/"_s);
}

Api::Found Api::find(const QByteArray &method, const QUrl &url) const
{
    Found found;
    const auto parts = partsOf(url);
    for (const auto &route : m_routes) {
        const auto wanted = QString(prefix + route.path).split(u'/');
        if (wanted.size() != parts.size())
            continue;
        Found one;
        const bool fits =
            std::ranges::equal(wanted, parts, [&one](const auto &want, const auto &is) {
                if (want == "{yard}"_L1)
                    one.yard = is;
                else if (want == "{id}"_L1)
                    one.id = is;
                else
                    return want == is;
                return want == "{id}"_L1 ? !is.isEmpty() : Rooms::isName(is);
            });
        if (!fits)
            continue;
        found.methods.append(route.method);
        if (route.method == method) {
            found.route = &route;
            found.yard = one.yard;
            found.id = one.id;
        }
    }
    return found;
}

std::expected<Person, ApiAnswer> Api::admit(const Found &found, const QHttpServerRequest &request)
{
    const auto token = tokenOf(request.url(), request.headers());
    const auto admin = m_setting.admins(token);
    if (admin)
        return Person{.name = *admin, .role = Role::Owner};
    if (found.route->access == ApiRoute::Access::Admin)
        return std::unexpected(refuseAsAdmin(token));
    auto person = m_setting.gate.admit(found.yard, request);
    if (!person)
        return std::unexpected(refusal(person.error()));
    if (!isAllowed(person->role, found.route->access))
        return std::unexpected(ApiAnswer::failure(
            Status::Forbidden,
            u"That needs the role %1; the token gives the role %2."_s.arg(
                found.route->access == ApiRoute::Access::Owner ? u"owner"_s : u"editor"_s,
                nameOf(person->role))));
    return *person;
}

ApiAnswer Api::refuseAsAdmin(const QByteArray &token)
{
    if (token.isEmpty())
        return refusal({.status = Status::Unauthorized});
    return m_guesses.take({})
        ? ApiAnswer::failure(Status::Forbidden, u"That needs the token of an admin."_s)
        : tooOften();
}

bool Api::maySend(const Found &found, const RequestHead &head) const
{
    if (m_setting.admins(tokenOf(head.url, head.headers)))
        return true;
    const auto person = m_setting.gate.admit(found.yard, head);
    return person && isAllowed(person->role, found.route->access);
}

qint64 Api::bodyLimit(const RequestHead &head) const
{
    const auto found = find(head.method, head.url);
    const bool isSmall =
        head.contentLength <= ApiRoute::SmallBody && !head.headers.contains("Transfer-Encoding");
    // Who may not do it needs no body to hear so, and this is no way to try tokens at speed.
    if (isSmall || found.route == nullptr || !found.route->bodyLimit || !maySend(found, head))
        return ApiRoute::SmallBody;
    return found.route->bodyLimit(found.yard);
}

void Api::answer(const QHttpServerRequest &request, QHttpServerResponder &responder)
{
    const auto found = find(methodOf(request), request.url());
    if (found.methods.isEmpty())
        return send("api", responder,
                    ApiAnswer::failure(Status::NotFound, u"There is nothing at this address."_s));
    if (found.route == nullptr) {
        auto answer =
            ApiAnswer::failure(Status::MethodNotAllowed, u"That cannot be done at this address."_s);
        answer.headers.append(Header::Allow, found.methods.join(", "));
        return send("api", responder, std::move(answer));
    }
    const auto endpoint = labelOf(*found.route);
    const auto headers = request.headers();
    const auto from = request.remoteAddress().toString().toUtf8();
    auto person = admit(found, request);
    if (!person)
        return send(endpoint, responder, std::move(person.error()));
    const auto token = tokenOf(request.url(), headers);
    const auto who = token.isEmpty() ? from : hashOf(token);
    const bool isCostly = found.route->cost == ApiRoute::Cost::Yard;
    if (!m_requests.take(who) || (isCostly && !m_costly.take(who)))
        return send(endpoint, responder, tooOften());
    const auto limit =
        found.route->bodyLimit ? found.route->bodyLimit(found.yard) : ApiRoute::SmallBody;
    if (request.body().size() > limit)
        return send(endpoint, responder,
                    ApiAnswer::failure(Status::PayloadTooLarge,
                                       u"The body is larger than %1 bytes."_s.arg(limit)));
    auto origin = m_publicUrl;
    if (origin.isEmpty())
        origin = QUrl(m_scheme + u"://"_s + QString::fromLatin1(headers.value(Header::Host)));
    const ApiRequest asked{.yard = found.yard,
                           .id = found.id,
                           .person = *person,
                           .query = request.query(),
                           .body = request.body(),
                           .origin = origin};
    found.route->handle(asked, later(endpoint, responder));
}

/// Keeps the responder until the answer is there. What answers may outlive the API.
ApiDone Api::later(const QByteArray &endpoint, QHttpServerResponder &responder)
{
    const auto number = ++m_lastNumber;
    m_waiting.emplace(number, Waiting{.responder = std::move(responder), .endpoint = endpoint});
    QTimer::singleShot(AnswerWithin, this, [this, number] {
        finish(number,
               ApiAnswer::failure(Status::ServiceUnavailable,
                                  u"It takes longer than it should, and may still be done."_s));
    });
    return [api = QPointer<Api>(this), number](ApiAnswer answer) {
        if (!api)
            return;
        // Not before QHttpServer has let go of the request. Shared only since it cannot be copied.
        auto kept = std::make_shared<ApiAnswer>(std::move(answer));
        QMetaObject::invokeMethod(
            api, [api, number, kept] { api->finish(number, std::move(*kept)); },
            Qt::QueuedConnection);
    };
}

void Api::finish(quint64 number, ApiAnswer answer)
{
    if (auto waiting = m_waiting.extract(number))
        send(waiting.mapped().endpoint, waiting.mapped().responder, std::move(answer));
}

void Api::send(const QByteArray &endpoint, QHttpServerResponder &responder, ApiAnswer answer)
{
    m_setting.metrics.count(endpoint, int(answer.status));
    auto headers = std::move(answer.headers);
    if (answer.status != Status::NoContent)
        headers.append(Header::ContentType, answer.type);
    headers.append(Header::CacheControl, "no-store");
    headers.append(Header::XContentTypeOptions, "nosniff");
    if (answer.file)
        responder.write(answer.file.release(), headers, answer.status);
    else
        responder.write(answer.body, headers, answer.status);
}

} // namespace relay
