// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHostAddress>
#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>

#include <utility>

namespace support {

/// A network between a client and a server on loopback that can go down as a laptop's does in its
/// sleep: what was connected stays so and never hears a byte again, not even after the network is
/// back; who connects meanwhile is never answered.
class BadNetwork : public QObject
{
public:
    explicit BadNetwork(quint16 server)
        : m_server(server)
    {
        connect(&m_listener, &QTcpServer::newConnection, this, &BadNetwork::accept);
        m_listener.listen(QHostAddress::LocalHost);
    }

    QString url() const
    {
        return QStringLiteral("http://127.0.0.1:%1").arg(m_listener.serverPort());
    }
    quint16 port() const { return m_listener.serverPort(); }
    /// Ends every connection, as a server that is restarted does.
    void cut()
    {
        for (const auto &socket : std::exchange(m_sockets, {})) {
            if (socket)
                socket->abort();
        }
    }
    void setDown(bool down)
    {
        m_down = down;
        if (!down)
            return;
        for (const auto &socket : std::as_const(m_sockets)) {
            if (socket)
                socket->disconnect(this);
        }
        m_sockets.clear();
    }

private:
    void accept()
    {
        while (auto *client = m_listener.nextPendingConnection()) {
            if (m_down)
                continue; // stays open, as long as the listener lives
            auto *server = new QTcpSocket(client);
            m_sockets << client << server;
            server->connectToHost(QHostAddress::LocalHost, m_server);
            forward(*client, *server);
            forward(*server, *client);
        }
    }
    void forward(QTcpSocket &from, QTcpSocket &to)
    {
        connect(&from, &QTcpSocket::readyRead, this, [&from, &to] { to.write(from.readAll()); });
        connect(&from, &QTcpSocket::disconnected, this, [&to] { to.disconnectFromHost(); });
    }

    QTcpServer m_listener;
    QList<QPointer<QTcpSocket>> m_sockets;
    quint16 m_server;
    bool m_down = false;
};

} // namespace support
