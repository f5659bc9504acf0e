// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/gateway/audit/auditlog.h"
#include "collab/gateway/http/cors.h"
#include "collab/gateway/http/route.h"
#include "collab/gateway/identity/authenticator.h"
#include "collab/gateway/limits/callerrates.h"
#include "collab/gateway/limits/turns.h"
#include "collab/gateway/policy/authorizer.h"
#include "collab/relay/httpendpoint.h"
#include "collab/relay/server.h"

namespace gateway {

class HttpExchange;

/// The gateway's addresses: finds what a request is for, lets in who may come at all, and hands it
/// on. What a caller may do there the handlers ask of the Authorizer. Errors are
/// `{"error": "…"}`: 401 without a proof of who asks, 403 for one of no allowed group, 404, 405
/// with `Allow`, 413, and 429 with `Retry-After` for who asks too often.
///
/// Must be added to the server before the relay's own API, which takes the rest of `/api/`.
class Router final : public QObject, public relay::HttpEndpoint
{
    Q_OBJECT

public:
    struct Setting
    {
        Authenticator &authenticator; ///< what is borrowed must outlive it
        const Authorizer *authorizer = nullptr; ///< the one that holds now: see setAuthorizer()
        relay::Server &server;
        AuditLog *audit = nullptr; ///< null: nothing is written down
        CallerRates &rates;
        Turns &turns;
    };
    explicit Router(const Setting &setting, QObject *parent = nullptr);
    ~Router() override;

    void add(std::vector<Route> routes);
    const std::vector<Route> &routes() const { return m_routes; }
    /// After the configuration changed.
    void setAuthorizer(const Authorizer &authorizer) { m_setting.authorizer = &authorizer; }

    AuditLog *audit() const { return m_setting.audit; }
    /// Likewise: whose pages may ask from elsewhere. The server must let them through, too.
    void setCors(const Cors &cors) { m_cors = cors; }

    bool serves(const QUrl &url) const override;
    void answer(const QHttpServerRequest &request, QHttpServerResponder &responder) override;
    qint64 bodyLimit(const relay::RequestHead &head) const override;

private:
    struct Found
    {
        const Route *route = nullptr;
        QHash<QString, QString> parts = {};
        QByteArrayList methods = {}; ///< that there are at the address
    };
    Found find(const QByteArray &method, const QUrl &url) const;
    std::expected<Caller, relay::ApiAnswer>
    admit(const Route &route, const relay::RequestHead &head, HttpExchange &exchange);
    void handle(const Route &route, const Request &request,
                const std::shared_ptr<HttpExchange> &exchange);

    Setting m_setting;
    std::vector<Route> m_routes;
    Cors m_cors;
};

/// The answer to who may not come in.
relay::ApiAnswer answerTo(const Denial &denial);

} // namespace gateway
