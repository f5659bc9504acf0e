// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/relay/server.h"

#include <QHttpServerResponse>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;
using Status = QHttpServerResponder::StatusCode;

namespace relay {

static QHttpServerResponse answer(Status status, const QByteArray &type, const QByteArray &body)
{
    QHttpServerResponse response(type, body, status);
    auto headers = response.headers();
    headers.append(QHttpHeaders::WellKnownHeader::CacheControl, "no-store");
    headers.append(QHttpHeaders::WellKnownHeader::XContentTypeOptions, "nosniff");
    response.setHeaders(std::move(headers));
    return response;
}

static QHttpServerResponse answer(Status status, const QJsonObject &body)
{
    return answer(status, "application/json",
                  QJsonDocument(body).toJson(QJsonDocument::Compact) + '\n');
}

static QByteArray reasonOf(Status status)
{
    switch (status) {
    case Status::Unauthorized: return "Unauthorized";
    case Status::Forbidden: return "Forbidden";
    case Status::NotFound: return "Not Found";
    case Status::TooManyRequests: return "Too Many Requests";
    case Status::ServiceUnavailable: return "Service Unavailable";
    default: return "Refused";
    }
}

/// QHttpServer writes this behind the status as it is, so headers have their place in it, too.
static QByteArray reasonAndHeaders(const Refusal &refusal)
{
    auto text = reasonOf(refusal.status);
    if (refusal.retryAfter > 0)
        text += "\r\nRetry-After: " + QByteArray::number(refusal.retryAfter);
    return text + "\r\nContent-Length: 0\r\nConnection: close";
}

Server::Server(ConnectionLimits limits, QObject *parent)
    : QObject(parent)
    , m_listener(new Listener(limits, this))
{
    m_listener->setBodyLimit([this](const RequestHead &head) { return bodyLimit(head); });
    m_listener->setTunnels([this](const RequestHead &head) { return tunnelFor(head); });
    route();
}

Server::~Server() = default;

std::expected<quint16, QString> Server::listen(const QHostAddress &address, quint16 port)
{
    if (!m_listener->listen(address, port))
        return std::unexpected(m_listener->errorString());
    m_http.bind(m_listener);
    return m_listener->serverPort();
}

void Server::addReadinessCheck(const QString &name, const ReadinessCheck &check)
{
    m_checks.push_back({.name = name, .check = check});
}

void Server::addText(const QString &path, const QByteArray &type,
                     const std::function<QByteArray()> &text)
{
    m_http.route(path, QHttpServerRequest::Method::Get,
                 [type, text] { return answer(Status::Ok, type, text()); });
}

int Server::openConnections() const
{
    return m_listener->openConnections();
}

void Server::route()
{
    using Method = QHttpServerRequest::Method;
    m_http.route(u"/healthz"_s, Method::Get,
                 [] { return answer(Status::Ok, {{u"status"_s, u"ok"_s}}); });
    m_http.route(u"/readyz"_s, Method::Get, this, [this] { return ready(); });
    m_http.addWebSocketUpgradeVerifier(
        this, [this](const QHttpServerRequest &request) { return judgeUpgrade(request); });
    connect(&m_http, &QHttpServer::newWebSocketConnection, this, &Server::takeWebSocket);
    m_http.setMissingHandler(
        this, [this](const QHttpServerRequest &request, QHttpServerResponder &responder) {
            answerElse(request, responder);
        });
}

std::optional<qint64> Server::bodyLimit(const RequestHead &head) const
{
    for (const auto *endpoint : m_httpEndpoints) {
        if (endpoint->serves(head.url))
            return endpoint->bodyLimit(head);
    }
    return std::nullopt;
}

/// What is at no fixed address.
void Server::answerElse(const QHttpServerRequest &request, QHttpServerResponder &responder)
{
    const auto found = std::ranges::find_if(
        m_httpEndpoints, [&](const auto *endpoint) { return endpoint->serves(request.url()); });
    if (found == m_httpEndpoints.end())
        return responder.sendResponse(
            answer(Status::NotFound, {{u"error"_s, u"There is nothing at this address."_s}}));
    if (!isFromElsewhere(request.headers(), request.url()) && !isByWrongName(request.headers()))
        return (*found)->answer(request, responder);
    m_metrics.count("elsewhere", int(Status::Forbidden));
    responder.sendResponse(answer(
        Status::Forbidden, {{u"error"_s, u"Pages of other sites may not use the relay."_s}}));
}

/// A page reads what comes from its own name without saying whose page it is.
bool Server::isByWrongName(const QHttpHeaders &headers) const
{
    const auto host = QUrl(u"http://"_s + QString::fromLatin1(headers.value("Host"))).host();
    return m_refusesNames && host != "localhost"_L1 && !QHostAddress().setAddress(host);
}

WebSocketEndpoint *Server::endpointAt(const QUrl &url) const
{
    const auto found = std::ranges::find_if(
        m_endpoints, [&url](const auto *endpoint) { return endpoint->serves(url); });
    return found == m_endpoints.end() ? nullptr : *found;
}

/// A page of another site may not use the visitor's place in the network, nor what runs there.
bool Server::isFromElsewhere(const QHttpHeaders &headers, const QUrl &url) const
{
    if (!headers.contains("Origin"))
        return false; // no browser
    const auto origin = QUrl(QString::fromLatin1(headers.value("Origin"))).host();
    const auto host = QUrl(u"http://"_s + QString::fromLatin1(headers.value("Host"))).host();
    const bool isForeign = origin != host
        && (!m_originRule || !m_originRule(headers.value("Origin").toByteArray(), url));
    return isForeign || isByWrongName(headers);
}

/// Who comes from elsewhere finds no tunnel, and hears why from who would answer in its place.
TunnelEndpoint *Server::tunnelFor(const RequestHead &head) const
{
    const auto found = std::ranges::find_if(
        m_tunnels, [&head](const auto *endpoint) { return endpoint->serves(head); });
    const bool isFree = found != m_tunnels.end() && !isFromElsewhere(head.headers, head.url)
        && !isByWrongName(head.headers);
    return isFree ? *found : nullptr;
}

QHttpServerWebSocketUpgradeResponse Server::judgeUpgrade(const QHttpServerRequest &request)
{
    using Answer = QHttpServerWebSocketUpgradeResponse;
    const auto refusal = refusalOf(request);
    if (!refusal)
        return Answer::accept();
    m_metrics.count("sync", int(refusal->status));
    // QHttpServer would keep the connection open for ever more.
    m_listener->closeSoon({.peer = request.remoteAddress(),
                           .peerPort = request.remotePort(),
                           .local = request.localAddress()});
    return Answer::deny(int(refusal->status), reasonAndHeaders(*refusal));
}

std::optional<Refusal> Server::refusalOf(const QHttpServerRequest &request)
{
    auto *endpoint = endpointAt(request.url());
    if (endpoint == nullptr)
        return Refusal{.status = Status::NotFound};
    if (isFromElsewhere(request.headers(), request.url()))
        return Refusal{.status = Status::Forbidden};
    return endpoint->refuses(request);
}

void Server::takeWebSocket()
{
    while (auto socket = m_http.nextPendingWebSocketConnection()) {
        const Listener::Ends ends{.peer = socket->peerAddress(),
                                  .peerPort = socket->peerPort(),
                                  .local = socket->localAddress()};
        m_listener->liftLimits(ends);
        if (auto *endpoint = endpointAt(socket->requestUrl()))
            endpoint->take(std::move(socket), m_listener->socketAt(ends));
    }
}

QHttpServerResponse Server::ready() const
{
    QJsonObject checks;
    bool all = true;
    for (const auto &[name, check] : m_checks) {
        const auto problem = check();
        all = all && problem.isEmpty();
        checks.insert(name, problem.isEmpty() ? u"ok"_s : problem);
    }
    return answer(all ? Status::Ok : Status::ServiceUnavailable,
                  {{u"ready"_s, all}, {u"checks"_s, checks}});
}

} // namespace relay
