// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QNetworkProxy>
#include <QPointer>
#include <QSslConfiguration>
#include <QSslServer>
#include <QTcpServer>
#include <QTcpSocket>

#include <memory>

/// A real HTTP proxy (CONNECT, RFC 9110 section 9.3.6) or SOCKS5 proxy (RFC 1928 and 1929) on
/// loopback. Whatever host is asked for, it leads to this machine: names that nobody else knows
/// prove that the proxy looked them up.
class TestProxy : public QObject
{
    Q_OBJECT

public:
    enum class Kind { Http, Socks5 };

    explicit TestProxy(Kind kind, const QByteArray &user = {}, const QByteArray &password = {},
                       const QSslConfiguration *tls = nullptr)
        : m_kind(kind)
        , m_user(user)
        , m_password(password)
    {
        if (tls) {
            auto server = std::make_unique<QSslServer>();
            server->setSslConfiguration(*tls);
            m_server = std::move(server);
        } else {
            m_server = std::make_unique<QTcpServer>();
        }
        connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, this, &TestProxy::accept);
        m_server->listen(QHostAddress::LocalHost);
    }

    quint16 port() const { return m_server->serverPort(); }

    QStringList asked; ///< "host:port" of each connection that was made
    int refused = 0; ///< for want of the right password

private:
    struct Connection
    {
        QTcpSocket *client = nullptr;
        QByteArray unread = {};
        bool greeted = false;
        bool signedIn = false;
        bool joined = false;
    };

    void accept()
    {
        while (auto *client = m_server->nextPendingConnection()) {
            auto connection = std::make_shared<Connection>(client);
            connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
            const auto look = [this, connection] {
                if (connection->joined)
                    return;
                connection->unread += connection->client->readAll();
                if (m_kind == Kind::Http)
                    readHttp(*connection);
                else
                    readSocks(*connection);
            };
            connect(client, &QTcpSocket::readyRead, this, look);
            look();
        }
    }

    void readHttp(Connection &connection)
    {
        const auto end = connection.unread.indexOf("\r\n\r\n");
        if (end < 0)
            return;
        const auto head = connection.unread.first(end + 2);
        connection.unread.remove(0, end + 4);
        const auto wanted = QByteArray("Proxy-Authorization: Basic "
                                       + QByteArray(m_user + ':' + m_password).toBase64() + "\r\n");
        if (!m_user.isEmpty() && !head.contains(wanted)) {
            ++refused;
            connection.client->write(
                "HTTP/1.1 407 Who?\r\nProxy-Authenticate: Basic realm=\"p\"\r\n"
                "Content-Length: 0\r\n\r\n");
            return;
        }
        const auto target = head.split(' ').value(1);
        const auto colon = target.lastIndexOf(':');
        join(connection, QString::fromLatin1(target.first(colon)),
             quint16(target.sliced(colon + 1).toUShort()), "HTTP/1.1 200 Go on\r\n\r\n");
    }

    void readSocks(Connection &connection)
    {
        auto &unread = connection.unread;
        if (!connection.greeted) {
            if (unread.size() < 2 || unread.size() < 2 + unread[1])
                return;
            const auto methods = unread.sliced(2, unread[1]);
            unread.remove(0, 2 + unread[1]);
            connection.greeted = true;
            const char method = m_user.isEmpty() ? 0 : 2;
            connection.signedIn = method == 0;
            if (!methods.contains(method)) {
                ++refused;
                connection.client->write(QByteArray("\x05\xff", 2));
                return connection.client->disconnectFromHost();
            }
            connection.client->write(QByteArray{"\x05"} + method);
        }
        if (!connection.signedIn) {
            if (unread.size() < 2 || unread.size() < 3 + unread[1]
                || unread.size() < 3 + unread[1] + unread[2 + unread[1]])
                return;
            const auto user = unread.sliced(2, unread[1]);
            const auto password = unread.sliced(3 + unread[1], unread[2 + unread[1]]);
            unread.remove(0, 3 + user.size() + password.size());
            connection.signedIn = user == m_user && password == m_password;
            connection.client->write(QByteArray{"\x01"} + char(connection.signedIn ? 0 : 1));
            if (!connection.signedIn) {
                ++refused;
                return connection.client->disconnectFromHost();
            }
        }
        readSocksTarget(connection);
    }

    void readSocksTarget(Connection &connection)
    {
        const auto &unread = connection.unread;
        if (unread.size() < 5)
            return;
        const bool isName = unread[3] == 3;
        const int length = isName ? unread[4] : 4;
        const int begin = isName ? 5 : 4;
        if (unread.size() < begin + length + 2)
            return;
        const auto address = unread.sliced(begin, length);
        const auto portBytes = unread.sliced(begin + length, 2);
        const auto port = quint16((quint8(portBytes[0]) << 8) | quint8(portBytes[1]));
        QString host = QString::fromLatin1(address);
        if (!isName)
            host = QStringLiteral("%1.%2.%3.%4")
                       .arg(quint8(address[0]))
                       .arg(quint8(address[1]))
                       .arg(quint8(address[2]))
                       .arg(quint8(address[3]));
        connection.unread.remove(0, begin + length + 2);
        join(connection, host, port, QByteArray("\x05\x00\x00\x01\x7f\x00\x00\x01\x00\x00", 10));
    }

    void join(Connection &connection, const QString &host, quint16 port, const QByteArray &welcome)
    {
        connection.joined = true;
        asked.append(QStringLiteral("%1:%2").arg(host).arg(port));
        auto *client = connection.client;
        auto *server = new QTcpSocket(client);
        server->setProxy(QNetworkProxy::NoProxy);
        const auto rest = connection.unread;
        connect(server, &QTcpSocket::connected, client, [client, server, welcome, rest] {
            client->write(welcome);
            server->write(rest + client->readAll());
        });
        connect(client, &QTcpSocket::readyRead, server, [client, server] {
            if (server->state() == QTcpSocket::ConnectedState)
                server->write(client->readAll());
        });
        connect(server, &QTcpSocket::readyRead, client,
                [client, server] { client->write(server->readAll()); });
        connect(server, &QTcpSocket::disconnected, client, [client, server] {
            client->write(server->readAll());
            client->disconnectFromHost();
        });
        server->connectToHost(QHostAddress(QHostAddress::LocalHost), port);
    }

    Kind m_kind;
    QByteArray m_user;
    QByteArray m_password;
    std::unique_ptr<QTcpServer> m_server;
};
