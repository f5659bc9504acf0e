// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/relay/sharedroom.h"
#include "collab/relay/tunnelendpoint.h"

#include <QHash>
#include <QHostAddress>
#include <QPointer>
#include <QSslConfiguration>
#include <QTcpServer>
#include <QTcpSocket>

#include <deque>
#include <memory>
#include <optional>

class QSslSocket;

namespace relay {

/// What one peer may cost before it has been answered.
struct ConnectionLimits
{
    /// Open at once. The next one takes the place of the oldest that speaks no WebSocket, and is
    /// not kept: who only opens connections keeps nobody out.
    int connections = 10'000;
    /// Bytes received since the last answer; QHttpServer would buffer a request of any size. Who
    /// has not taken as many bytes of its answers gets no further one.
    qint64 unanswered = 64 * 1024;
    int silenceMs = 60'000; ///< how long a connection may stay without a byte in either direction
    int handshakeMs = 10'000; ///< how long a connection may take until it is encrypted
    int headMs = 20'000; ///< how long a request's head may take, from its first byte to its last
    /// The time that a larger body may take: so long, and a second for each so many bytes.
    int bodyMs = 60'000;
    qint64 bodyPace = 16 * 1024;
    /// What larger bodies that are on their way may have at once, of all peers and of each.
    qint64 bodies = 256 * 1024 * 1024;
    qint64 bodiesOfPeer = 64 * 1024 * 1024;
};

/// Accepts connections for the HTTP server and keeps each within its limits: a connection that
/// breaks one is closed, the others do not notice.
class Listener : public QTcpServer
{
    Q_OBJECT

public:
    explicit Listener(ConnectionLimits limits = {}, QObject *parent = nullptr);

    /// Connections that come from now on are encrypted. Older ones stay as they are.
    void setTls(const QSslConfiguration &tls) { m_tls = tls; }
    /// Before the first connection. It may allow less than ConnectionLimits::unanswered, or more.
    void setBodyLimit(const BodyLimit &limit) { m_bodyLimit = limit; }
    /// Who takes a connection whose first request wants to leave HTTP; null: the HTTP server.
    /// Before the first connection.
    using Tunnels = std::function<TunnelEndpoint *(const RequestHead &head)>;
    void setTunnels(const Tunnels &tunnels) { m_tunnels = tunnels; }
    int openConnections() const { return m_open; }

    /// What tells one connection from all others, with the one port that there is.
    struct Ends
    {
        QHostAddress peer = {};
        quint16 peerPort = 0;
        QHostAddress local = {};

        bool operator==(const Ends &) const = default;
        friend size_t qHash(const Ends &ends, size_t seed = 0)
        {
            return qHashMulti(seed, ends.peer, ends.peerPort, ends.local);
        }
    };
    /// The connection speaks WebSocket from now on, whose own limits hold.
    void liftLimits(const Ends &ends);
    /// It does not make room for others from now on: somebody who may is being answered for long.
    static void keep(QTcpSocket &socket);
    QTcpSocket *socketAt(const Ends &ends) const { return m_sockets.value(ends); }
    /// Ends the connection when what is being written now has been sent.
    void closeSoon(const Ends &ends);

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    bool makeRoom();
    bool take(QTcpSocket &socket, qintptr descriptor);
    void shakeHands(QSslSocket &socket);

    const ConnectionLimits m_limits;
    BodyLimit m_bodyLimit;
    Tunnels m_tunnels;
    const std::shared_ptr<SharedRoom> m_bodies; ///< shared with the sockets
    std::optional<QSslConfiguration> m_tls;
    int m_open = 0;
    QHash<Ends, QPointer<QTcpSocket>> m_sockets;
    std::deque<QPointer<QTcpSocket>> m_newcomers; ///< oldest first; also some that were upgraded
};

} // namespace relay
