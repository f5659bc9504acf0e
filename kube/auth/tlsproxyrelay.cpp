// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/auth/tlsproxyrelay.h"

#include <QNetworkProxy>
#include <QSslConfiguration>
#include <QSslSocket>

using namespace Qt::StringLiterals;

namespace kube {

constexpr qint64 MostWaiting = 256 * 1024; // bytes on the way before the sender is held back

TlsProxyRelay::TlsProxyRelay(const QString &host, quint16 port,
                             const QList<QSslCertificate> &authorities, QObject *parent)
    : QObject(parent)
    , m_host(host)
    , m_port(port)
    , m_authorities(authorities)
{
    m_listener.setProxy(QNetworkProxy::NoProxy);
    connect(&m_listener, &QTcpServer::newConnection, this, &TlsProxyRelay::accept);
    m_listener.listen(QHostAddress::LocalHost);
}

TlsProxyRelay::~TlsProxyRelay()
{
    for (auto *client : findChildren<QTcpSocket *>())
        client->disconnect(); // they would say goodbye to each other, half gone
}

void TlsProxyRelay::accept()
{
    while (auto *client = m_listener.nextPendingConnection()) {
        auto *proxy = new QSslSocket(client);
        client->setParent(this);
        auto tls = QSslConfiguration::defaultConfiguration();
        tls.setProtocol(QSsl::TlsV1_2OrLater);
        tls.addCaCertificates(m_authorities);
        proxy->setSslConfiguration(tls);
        proxy->setProxy(QNetworkProxy::NoProxy);
        join(*client, *proxy);
        proxy->connectToHostEncrypted(m_host, m_port);
    }
}

void TlsProxyRelay::join(QTcpSocket &client, QSslSocket &proxy)
{
    const auto pass = [](QTcpSocket &from, QTcpSocket &to, auto isOpen) {
        from.setReadBufferSize(MostWaiting);
        return [&from, &to, isOpen] {
            if (isOpen() && to.bytesToWrite() < MostWaiting && from.bytesAvailable() > 0)
                to.write(from.read(MostWaiting));
        };
    };
    const auto out = pass(client, proxy, [&proxy] { return proxy.isEncrypted(); });
    const auto in =
        pass(proxy, client, [&client] { return client.state() == QTcpSocket::ConnectedState; });
    connect(&client, &QTcpSocket::readyRead, this, out);
    connect(&proxy, &QSslSocket::encrypted, this, out);
    connect(&proxy, &QSslSocket::encryptedBytesWritten, this, out);
    connect(&proxy, &QSslSocket::readyRead, this, in);
    connect(&client, &QTcpSocket::bytesWritten, this, in);
    connect(&proxy, &QSslSocket::encrypted, this, [this] { m_problem.clear(); });
    connect(&proxy, &QSslSocket::errorOccurred, this, [this, &client, &proxy] {
        if (proxy.isEncrypted())
            return;
        m_problem =
            u"the proxy %1 cannot be reached securely: %2"_s.arg(m_host, proxy.errorString());
        client.write("HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n");
        client.disconnectFromHost();
    });
    connect(&proxy, &QSslSocket::disconnected, &client, [&client, &proxy] {
        if (client.state() != QTcpSocket::ConnectedState)
            return client.deleteLater();
        client.write(proxy.readAll());
        client.disconnectFromHost();
    });
    connect(&client, &QTcpSocket::disconnected, &proxy, [&client, &proxy] {
        if (proxy.state() != QSslSocket::ConnectedState || !proxy.isEncrypted() || !client.isOpen())
            return client.deleteLater(); // and the proxy's socket with it
        proxy.write(client.readAll());
        proxy.disconnectFromHost();
    });
}

} // namespace kube
