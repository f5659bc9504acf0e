// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/api/connectrelay.h"

#include <QTcpSocket>

namespace kube {

constexpr qsizetype RequestLimit = 16 * 1024;
constexpr qint64 MostWaiting = 256 * 1024; // bytes on the way before the sender is held back

ConnectRelay::ConnectRelay(const QString &host, quint16 port, const QNetworkProxy &onward,
                           QObject *parent)
    : QObject(parent)
    , m_host(host)
    , m_port(port)
    , m_onward(onward)
{
    m_listener.setProxy(QNetworkProxy::NoProxy);
    connect(&m_listener, &QTcpServer::newConnection, this, &ConnectRelay::accept);
    m_listener.listen(QHostAddress::LocalHost);
}

QNetworkProxy ConnectRelay::proxy() const
{
    if (!m_listener.isListening())
        return QNetworkProxy::NoProxy;
    return {QNetworkProxy::HttpProxy, m_listener.serverAddress().toString(),
            m_listener.serverPort()};
}

void ConnectRelay::accept()
{
    auto *client = m_listener.nextPendingConnection();
    m_listener.close();
    client->setParent(this);
    connect(client, &QTcpSocket::readyRead, this, [this, client] {
        if (!m_asked)
            readRequest(*client);
    });
}

// RFC 9110 section 9.3.6: CONNECT. Whom it names does not matter.
void ConnectRelay::readRequest(QTcpSocket &client)
{
    m_request += client.readAll();
    if (m_request.size() > RequestLimit)
        return client.abort();
    if (!m_request.endsWith("\r\n\r\n"))
        return;
    m_asked = true;
    auto *server = new QTcpSocket(this);
    server->setProxy(m_onward);
    connect(server, &QTcpSocket::connected, this, [this, &client, server] {
        client.write("HTTP/1.1 200 Connected\r\n\r\n");
        join(client, *server);
    });
    connect(server, &QTcpSocket::errorOccurred, this, [&client, server] {
        if (server->state() != QTcpSocket::ConnectedState)
            client.disconnectFromHost();
    });
    connect(&client, &QTcpSocket::disconnected, server, [server] {
        if (server->state() != QTcpSocket::ConnectedState)
            server->abort();
    });
    server->connectToHost(m_host, m_port);
}

void ConnectRelay::join(QTcpSocket &client, QTcpSocket &server)
{
    const auto pass = [this](QTcpSocket &from, QTcpSocket &to) {
        from.setReadBufferSize(MostWaiting);
        const auto move = [&from, &to] {
            if (to.state() == QTcpSocket::ConnectedState && to.bytesToWrite() < MostWaiting
                && from.bytesAvailable() > 0)
                to.write(from.read(MostWaiting));
        };
        connect(&from, &QTcpSocket::readyRead, this, move);
        connect(&to, &QTcpSocket::bytesWritten, this, move);
        connect(&from, &QTcpSocket::disconnected, this, [&from, &to] {
            if (to.state() != QTcpSocket::ConnectedState)
                return;
            to.write(from.readAll());
            to.disconnectFromHost();
        });
    };
    pass(client, server);
    pass(server, client);
}

} // namespace kube
