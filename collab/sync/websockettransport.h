// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/transport.h"

#include <QElapsedTimer>
#include <QPointer>
#include <QSslConfiguration>
#include <QTcpSocket>
#include <QTimer>
#include <QUrl>

#include <chrono>
#include <optional>

class QTcpSocket;
class QWebSocket;

namespace collab {

struct WebSocketOptions
{
    using Milliseconds = std::chrono::milliseconds;

    quint64 messageBytes = 64 * 1024 * 1024; ///< a larger one ends the connection
    Milliseconds pingAfter = std::chrono::seconds(10); ///< without a word of the peer
    Milliseconds silentFor = std::chrono::seconds(30); ///< then the connection counts as dead
    /// For other roots of trust; by default the system's. The peer is verified in any case.
    std::optional<QSslConfiguration> tls = {};
    /// Of a connection that a server accepted: what the WebSocket sends through, and owns. Without
    /// it messages take a longer way, and backlog() does not know what is encrypted and waits.
    QPointer<QTcpSocket> carrier = {};
};

/// A transport over a WebSocket: each message a binary one.
///
/// Ends, with a reason, when the peer is silent, sends text, or sends more than is allowed. An
/// upgrade that is answered with HTTP 401 or 403 is told as 4401 or 4403.
class WebSocketTransport final : public Transport
{
    Q_OBJECT

public:
    /// Connects to `url` (ws or wss).
    explicit WebSocketTransport(const QUrl &url, const WebSocketOptions &options = {},
                                QObject *parent = nullptr);
    /// For a connection that a server accepted.
    explicit WebSocketTransport(std::unique_ptr<QWebSocket> socket,
                                const WebSocketOptions &options = {}, QObject *parent = nullptr);
    ~WebSocketTransport() override;

    void send(const QByteArray &message) override;
    void close(const CloseReason &reason = {}) override;
    bool isOpen() const override;
    qint64 backlog() const override;

private:
    void sendPlainly(const QByteArray &message);
    void watch();
    void beat();
    void fail(const CloseReason &reason);
    void finish(const CloseReason &reason);
    CloseReason reasonOfEnd() const;
    CloseReason reasonOfError() const;

    const WebSocketOptions m_options;
    std::unique_ptr<QWebSocket> m_socket; ///< none once it ended
    QPointer<QTcpSocket> m_carrier; ///< below an accepted one without TLS; owned by m_socket
    QTimer m_beat;
    QElapsedTimer m_heard; ///< since the peer's last word
    QString m_tlsProblem;
    bool m_wasOpen = false;
};

} // namespace collab
