// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/gateway/kubelens/kubelens.h"

#include "collab/gateway/kubelens/logviewer.h"
#include "collab/gateway/kubelens/session.h"

using namespace Qt::StringLiterals;

namespace gateway {

using relay::ApiAnswer;
using Status = ApiAnswer::Status;

namespace {

const auto SessionPath = u"/api/v1/session"_s;

ApiAnswer bodyOr(const QByteArray &body)
{
    if (body.isEmpty())
        return ApiAnswer::json(Session::empty());
    auto answer = ApiAnswer::bytes(body);
    answer.type = "application/json";
    return answer;
}

} // namespace

KubeLens::KubeLens(const GatewayParts &parts, StreamLimits &limits,
                   std::unique_ptr<Storage> storage, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_limits(limits)
    , m_logs(LogHub::Setting{.storage = std::move(storage), .config = parts.config})
{
}

/// Viewers hold logs, which store what they have at their end.
KubeLens::~KubeLens()
{
    qDeleteAll(findChildren<LogViewer *>(Qt::FindDirectChildrenOnly));
}

std::vector<Route> KubeLens::routes()
{
    std::vector<Route> routes;
    addSession(routes);
    addPods(routes);
    addApps(routes);
    addLogs(routes);
    return routes;
}

void KubeLens::addSession(std::vector<Route> &routes)
{
    const auto save = [this](const Request &request, const Reply &reply, const QByteArray &body) {
        const auto saved = [reply](const Storage::Result<bool> &done) {
            reply->send(done ? ApiAnswer::nothing() : ApiAnswer::storeFailure(done.error()));
        };
        m_logs.storage().saveSession(request.caller.subject, body, saved);
    };
    routes.push_back({.method = "GET",
                      .path = SessionPath,
                      .handle = [this](const Request &request, const Reply &reply) {
                          const auto found = [reply](const Storage::Result<QByteArray> &body) {
                              reply->send(body ? bodyOr(*body)
                                               : ApiAnswer::storeFailure(body.error()));
                          };
                          m_logs.storage().session(request.caller.subject, found);
                      }});
    routes.push_back({.method = "PUT",
                      .path = SessionPath,
                      .handle =
                          [save](const Request &request, const Reply &reply) {
                              const auto body = Session::checked(request.body);
                              if (!body)
                                  return reply->send(
                                      ApiAnswer::failure(Status::BadRequest, body.error()));
                              save(request, reply, *body);
                          },
                      .bodyLimit = m_parts.config.limits.sessionBytes});
    routes.push_back({.method = "DELETE",
                      .path = SessionPath,
                      .handle = [save](const Request &request, const Reply &reply) {
                          save(request, reply, {});
                      }});
}

} // namespace gateway
