// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHostAddress>
#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>

#include <vector>

namespace support {

/// Hands connections to servers on loopback in turn; one that refuses is passed over.
class Balancer : public QObject
{
public:
    explicit Balancer(const std::vector<int> &ports)
        : m_ports(ports)
    {
        m_server.listen(QHostAddress::LocalHost);
        m_port = m_server.serverPort();
        connect(&m_server, &QTcpServer::newConnection, this, [this] {
            while (auto *client = m_server.nextPendingConnection())
                connectOn(client, int(m_ports.size()));
        });
    }

    int port() const { return m_port; }

    /// Ends all connections, and takes no more until mend().
    void cut()
    {
        m_server.close();
        for (auto *client : m_server.findChildren<QTcpSocket *>(Qt::FindDirectChildrenOnly))
            client->abort();
    }
    void mend() { m_server.listen(QHostAddress::LocalHost, m_port); }

private:
    void connectOn(QTcpSocket *client, int tries)
    {
        if (tries == 0) {
            client->abort();
            client->deleteLater();
            return;
        }
        auto *server = new QTcpSocket(client);
        connect(server, &QTcpSocket::errorOccurred, client, [this, client, server, tries] {
            if (server->property("wasOpen").toBool())
                client->disconnectFromHost();
            else
                connectOn(client, tries - 1);
        });
        connect(server, &QTcpSocket::connected, client, [client, server] {
            server->setProperty("wasOpen", true);
            server->write(client->readAll());
            connect(client, &QTcpSocket::readyRead, server,
                    [client, server] { server->write(client->readAll()); });
            connect(server, &QTcpSocket::readyRead, client,
                    [client, server] { client->write(server->readAll()); });
            connect(server, &QTcpSocket::disconnected, client, &QTcpSocket::disconnectFromHost);
        });
        connect(client, &QTcpSocket::disconnected, client, &QTcpSocket::deleteLater,
                Qt::UniqueConnection);
        server->connectToHost(QHostAddress::LocalHost, quint16(m_ports[m_next++ % m_ports.size()]));
    }

    QTcpServer m_server;
    const std::vector<int> m_ports;
    size_t m_next = 0;
    quint16 m_port = 0;
};

} // namespace support
