// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QHostAddress>
#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>

#include <deque>
#include <utility>

namespace relay {

/// What one peer may cost before it has been answered.
struct ConnectionLimits
{
    /// Open at once. The next one takes the place of the oldest that speaks no WebSocket yet: who
    /// only opens connections keeps nobody out.
    int connections = 10'000;
    qint64 unanswered = 64 * 1024; ///< bytes received since the last answer; QHttpServer would
                                   ///< buffer a request of any size
    int silenceMs = 60'000; ///< how long a connection may stay without a byte in either direction
};

/// Accepts connections for the HTTP server and keeps each within its limits: a connection that
/// breaks one is closed, the others do not notice.
class Listener : public QTcpServer
{
    Q_OBJECT

public:
    explicit Listener(ConnectionLimits limits = {}, QObject *parent = nullptr);

    int openConnections() const { return m_open; }
    /// The connection from there speaks WebSocket from now on, whose own limits hold.
    void liftLimits(const QHostAddress &address, quint16 port);

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    const ConnectionLimits m_limits;
    int m_open = 0;
    bool makeRoom();

    QHash<std::pair<QHostAddress, quint16>, QPointer<QTcpSocket>> m_sockets;
    std::deque<QPointer<QTcpSocket>> m_newcomers; ///< oldest first; also some that were upgraded
};

} // namespace relay
