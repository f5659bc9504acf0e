// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/relay/server.h"

#include <QHttpServerResponse>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;
using Status = QHttpServerResponder::StatusCode;

namespace relay {

static QHttpServerResponse answer(Status status, const QJsonObject &body)
{
    QHttpServerResponse response("application/json",
                                 QJsonDocument(body).toJson(QJsonDocument::Compact) + '\n', status);
    auto headers = response.headers();
    headers.append(QHttpHeaders::WellKnownHeader::CacheControl, "no-store");
    headers.append(QHttpHeaders::WellKnownHeader::XContentTypeOptions, "nosniff");
    response.setHeaders(std::move(headers));
    return response;
}

Server::Server(ConnectionLimits limits, QObject *parent)
    : QObject(parent)
    , m_listener(new Listener(limits, this))
{
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
    m_http.setMissingHandler(this, [](const QHttpServerRequest &, QHttpServerResponder &responder) {
        responder.sendResponse(
            answer(Status::NotFound, {{u"message"_s, u"There is nothing at this address."_s}}));
    });
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
