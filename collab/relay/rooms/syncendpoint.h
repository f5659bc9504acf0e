// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/relay/auth/accessgate.h"
#include "collab/relay/rooms/rooms.h"
#include "collab/relay/websocketendpoint.h"

namespace relay {

/// `/ws/sync/{yard}`, where y-websocket's clients connect. The token is the parameter `token`, or
/// stands behind `Authorization: Bearer`.
class SyncEndpoint final : public WebSocketEndpoint
{
public:
    /// Both are borrowed and must outlive the endpoint.
    SyncEndpoint(Rooms &rooms, AccessGate &gate);

    bool serves(const QUrl &url) const override;
    std::optional<Refusal> refuses(const QHttpServerRequest &request) override;
    void take(std::unique_ptr<QWebSocket> socket, QTcpSocket *carrier) override;

private:
    Rooms &m_rooms;
    AccessGate &m_gate;
};

} // namespace relay
