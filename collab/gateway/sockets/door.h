// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/gateway/limits/streamlimits.h"
#include "collab/gateway/service/gatewayparts.h"
#include "collab/gateway/sockets/connection.h"
#include "collab/relay/listener.h"
#include "collab/relay/websocketendpoint.h"

#include <QUrlQuery>

#include <chrono>
#include <functional>

namespace gateway {

/// Somebody whose WebSocket was granted.
struct Visit
{
    Caller caller = {};
    QUrlQuery query = {};
    StreamLimits::Place place = {}; ///< while it is kept; null for what takes none

    QString parameter(const QString &name) const
    {
        return query.queryItemValue(name, QUrl::FullyDecoded);
    }
};

/// An address at which clients come by WebSocket: asks who they are and whether they may, as the
/// Router does for requests, writes that down, and ends the connection when the proof of who they
/// are ends (Proof).
class Door final : public relay::WebSocketEndpoint
{
public:
    struct Setting
    {
        QString path = {};
        /// What it is about, for the audit log, and for Authorizer::allows().
        std::function<Access(const Visit &)> about = {};
        /// More that must be: takes a place. An error is why the upgrade is refused.
        std::function<std::expected<void, Denial>(Visit &)> admit = {};
        /// A connection that was granted; it deletes itself.
        std::function<void(Connection &, const Visit &)> open = {};
    };
    Door(const GatewayParts &parts, Setting setting);

    bool serves(const QUrl &url) const override;
    std::optional<relay::Refusal> refuses(const QHttpServerRequest &request) override;
    void take(std::unique_ptr<QWebSocket> socket, QTcpSocket *carrier) override;

private:
    struct Granted
    {
        Visit visit = {};
        std::chrono::steady_clock::time_point at = {};
    };

    std::expected<Visit, Denial> judge(const QHttpServerRequest &request);
    void forgetOld();

    const GatewayParts m_parts;
    const Setting m_setting;
    QHash<relay::Listener::Ends, Granted> m_granted; ///< whose socket is on its way
};

} // namespace gateway
