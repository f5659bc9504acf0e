// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/portforward/websocketframing.h"

#include <QByteArray>
#include <QObject>

#include <memory>

class QTcpSocket;

namespace kube {

/// Bytes in order to and from the other end, whatever carries them.
///
/// Ends once, with `ended`, and not before everything that arrived was told. Nothing is read before
/// start(), and nothing while paused: at most 256 KiB wait in memory then.
class ByteTunnel : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    virtual void start() = 0;
    virtual void send(const QByteArray &bytes) = 0;
    virtual qint64 bytesWaiting() const = 0; ///< sent, but not yet taken by the network
    virtual void setPaused(bool paused) = 0;
    virtual void close() = 0; ///< after what waits has left; `ended` follows

Q_SIGNALS:
    void received(const QByteArray &bytes);
    void drained(); ///< the network took some
    void ended(const QString &why);
};

/// Over an open connection, encrypted or not.
std::unique_ptr<ByteTunnel> tunnelOver(std::shared_ptr<QTcpSocket> socket);
/// Over the binary messages of a WebSocket, whose limits mean nothing. The handshake is over.
/// Not QWebSocket: it (Qt 6.8) takes no sub-protocol with a slash in its name, and cannot be
/// paused.
std::unique_ptr<ByteTunnel> webSocketTunnelOver(std::shared_ptr<QTcpSocket> socket,
                                                WebSocketFraming::Role role);

} // namespace kube
