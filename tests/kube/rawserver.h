// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QPointer>
#include <QSslConfiguration>
#include <QSslServer>
#include <QSslSocket>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

#include <functional>
#include <memory>

/// A server that answers with the bytes a test wants, and keeps each request head as it came over
/// the wire. For what demo::ApiServer does not do: broken HTTP, TLS in detail.
class RawServer : public QObject
{
    Q_OBJECT

public:
    /// What to write for a request head; nothing leaves the client waiting.
    using Answer = std::function<QByteArray(const QByteArray &head)>;

    explicit RawServer(const Answer &answer = {}, const QSslConfiguration *tls = nullptr)
        : m_answer(answer)
        , m_isTls(tls != nullptr)
    {
        if (tls) {
            auto server = std::make_unique<QSslServer>();
            server->setSslConfiguration(*tls);
            m_server = std::move(server);
        } else {
            m_server = std::make_unique<QTcpServer>();
        }
        connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, this, &RawServer::accept);
        m_server->listen(QHostAddress::LocalHost);
    }

    static QByteArray http(int code, const QByteArray &body, const QByteArray &headers = {})
    {
        return "HTTP/1.1 " + QByteArray::number(code) + " Whatever\r\nContent-Length: "
            + QByteArray::number(body.size()) + "\r\n" + headers + "\r\n" + body;
    }

    QString url() const
    {
        return QStringLiteral("%1://127.0.0.1:%2")
            .arg(m_isTls ? QStringLiteral("https") : QStringLiteral("http"))
            .arg(m_server->serverPort());
    }
    const QList<QByteArray> &heads() const { return m_heads; }
    const QList<QString> &clientNames() const { return m_clientNames; } ///< of TLS, one per request
    void writeToAll(const QByteArray &bytes)
    {
        for (const auto &socket : m_sockets)
            if (socket)
                socket->write(bytes);
    }
    void setCloseAfterAnswer(bool on) { m_closeAfterAnswer = on; }

private:
    void accept()
    {
        while (auto *socket = m_server->nextPendingConnection()) {
            m_sockets.append(socket);
            auto unread = std::make_shared<QByteArray>();
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
            connect(socket, &QTcpSocket::readyRead, this, [this, socket, unread] {
                *unread += socket->readAll();
                for (auto end = unread->indexOf("\r\n\r\n"); end >= 0;
                     end = unread->indexOf("\r\n\r\n")) {
                    const auto head = unread->first(end + 2);
                    unread->remove(0, end + 4);
                    respond(*socket, head);
                }
            });
        }
    }

    void respond(QTcpSocket &socket, const QByteArray &head)
    {
        m_heads.append(head);
        if (const auto *tls = qobject_cast<QSslSocket *>(&socket))
            m_clientNames.append(
                tls->peerCertificate().subjectInfo(QSslCertificate::CommonName).value(0));
        const auto bytes = m_answer ? m_answer(head) : http(200, "{}");
        socket.write(bytes);
        if (m_closeAfterAnswer)
            socket.disconnectFromHost();
    }

    Answer m_answer;
    bool m_isTls;
    bool m_closeAfterAnswer = false;
    std::unique_ptr<QTcpServer> m_server;
    QList<QPointer<QTcpSocket>> m_sockets;
    QList<QByteArray> m_heads;
    QList<QString> m_clientNames;
};
