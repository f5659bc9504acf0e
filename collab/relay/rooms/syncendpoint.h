// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/relay/auth/admission.h"
#include "collab/relay/rooms/rooms.h"
#include "collab/relay/websocketendpoint.h"

namespace relay {

/// `/ws/sync/{yard}`, where y-websocket's clients connect. The token is the parameter `token`, or
/// stands behind `Authorization: Bearer`.
class SyncEndpoint final : public WebSocketEndpoint
{
public:
    /// `rooms` is borrowed and must outlive the endpoint.
    SyncEndpoint(Rooms &rooms, const Admission &admission);

    bool serves(const QUrl &url) const override;
    std::optional<Status> refuses(const QUrl &url, const QHttpHeaders &headers) override;
    void take(std::unique_ptr<QWebSocket> socket) override;

private:
    Rooms &m_rooms;
    const Admission m_admission;
};

} // namespace relay
