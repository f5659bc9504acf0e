// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHttpServerRequest>
#include <QHttpServerResponder>
#include <QTcpSocket>
#include <QUrl>
#include <QWebSocket>

#include <memory>
#include <optional>

namespace relay {

/// Why a request is not granted.
struct Refusal
{
    QHttpServerResponder::StatusCode status = QHttpServerResponder::StatusCode::Forbidden;
    int retryAfter = 0; ///< seconds, for the header of that name; 0: without one
};

/// What of the server speaks WebSocket.
class WebSocketEndpoint
{
public:
    using Status = QHttpServerResponder::StatusCode;

    virtual ~WebSocketEndpoint() = default;

    /// Whether it is what stands at the address.
    virtual bool serves(const QUrl &url) const = 0;
    /// Why the upgrade is refused; none when it is granted.
    virtual std::optional<Refusal> refuses(const QHttpServerRequest &request) = 0;
    /// A connection that was granted. `carrier` is what it sends through, and its own.
    virtual void take(std::unique_ptr<QWebSocket> socket, QTcpSocket *carrier) = 0;
};

} // namespace relay
