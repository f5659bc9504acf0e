// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/portforward/bytetunnel.h"

#include <QPointer>
#include <QSslSocket>
#include <QTcpSocket>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kube {
namespace {

constexpr qint64 ReadLimit = 256 * 1024; // bytes that wait unread
constexpr qint64 Slice = 64 * 1024;

class SocketTunnel final : public ByteTunnel
{
public:
    explicit SocketTunnel(std::shared_ptr<QTcpSocket> socket)
        : m_socket(std::move(socket))
    {
        m_socket->setReadBufferSize(ReadLimit);
        m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        connect(m_socket.get(), &QTcpSocket::readyRead, this, &SocketTunnel::read);
        connect(m_socket.get(), &QTcpSocket::bytesWritten, this, &SocketTunnel::drained);
        connect(m_socket.get(), &QTcpSocket::disconnected, this, &SocketTunnel::read);
        m_tls = qobject_cast<QSslSocket *>(m_socket.get());
        if (m_tls)
            connect(m_tls, &QSslSocket::encryptedBytesWritten, this, &SocketTunnel::drained);
    }
    ~SocketTunnel() override
    {
        m_socket->disconnect(this);
        m_socket->abort();
    }

    void start() override
    {
        m_paused = false;
        QMetaObject::invokeMethod(this, &SocketTunnel::read, Qt::QueuedConnection);
    }
    void send(const QByteArray &bytes) override { m_socket->write(bytes); }
    // Qt (6.8) encrypts whatever is written at once: what waits then is counted apart.
    qint64 bytesWaiting() const override
    {
        return m_socket->bytesToWrite() + (m_tls ? m_tls->encryptedBytesToWrite() : 0);
    }
    void setPaused(bool paused) override
    {
        if (std::exchange(m_paused, paused) && !paused)
            QMetaObject::invokeMethod(this, &SocketTunnel::read, Qt::QueuedConnection);
    }
    void close() override
    {
        m_paused = false;
        m_socket->disconnectFromHost();
    }

private:
    void read()
    {
        const QPointer<SocketTunnel> alive(this);
        while (alive && !m_paused && m_socket->bytesAvailable() > 0)
            Q_EMIT received(m_socket->read(Slice));
        if (alive && !m_paused && m_socket->state() == QTcpSocket::UnconnectedState
            && !std::exchange(m_ended, true))
            Q_EMIT ended(m_socket->errorString());
    }

    std::shared_ptr<QTcpSocket> m_socket;
    const QSslSocket *m_tls = nullptr; ///< the same, if it is one
    bool m_paused = true;
    bool m_ended = false;
};

class WebSocketTunnel final : public ByteTunnel
{
public:
    WebSocketTunnel(std::shared_ptr<QTcpSocket> socket, WebSocketFraming::Role role)
        : m_tunnel(std::move(socket))
        , m_framing(role)
    {
        connect(&m_tunnel, &ByteTunnel::received, this, &WebSocketTunnel::take);
        connect(&m_tunnel, &ByteTunnel::drained, this, &WebSocketTunnel::drained);
        connect(&m_tunnel, &ByteTunnel::ended, this, [this](const QString &why) {
            if (!std::exchange(m_ended, true))
                Q_EMIT ended(m_why.isEmpty() ? why : m_why);
        });
    }

    void start() override { m_tunnel.start(); }
    void send(const QByteArray &bytes) override
    {
        m_tunnel.send(m_framing.frame(WebSocketFraming::Binary, bytes));
    }
    qint64 bytesWaiting() const override { return m_tunnel.bytesWaiting(); }
    void setPaused(bool paused) override { m_tunnel.setPaused(paused); }
    void close() override
    {
        m_tunnel.send(m_framing.frame(WebSocketFraming::Close, QByteArray("\x03\xe8", 2)));
        m_tunnel.close();
    }

private:
    void take(const QByteArray &bytes)
    {
        std::vector<WebSocketFraming::Part> parts;
        const bool isGood = m_framing.read(bytes, parts);
        const QPointer<WebSocketTunnel> alive(this);
        for (const auto &part : parts) {
            if (part.opcode == WebSocketFraming::Ping)
                m_tunnel.send(m_framing.frame(WebSocketFraming::Pong, part.bytes));
            if (part.opcode == WebSocketFraming::Close) {
                m_why =
                    QString::fromUtf8(part.bytes.sliced(std::min<qsizetype>(2, part.bytes.size())));
                return close();
            }
            if (part.opcode == WebSocketFraming::Binary && !part.bytes.isEmpty())
                Q_EMIT received(part.bytes);
            if (!alive)
                return;
        }
        if (isGood)
            return;
        m_why = m_framing.problem();
        m_tunnel.close();
    }

    SocketTunnel m_tunnel;
    WebSocketFraming m_framing;
    QString m_why;
    bool m_ended = false;
};

} // namespace

std::unique_ptr<ByteTunnel> tunnelOver(std::shared_ptr<QTcpSocket> socket)
{
    return std::make_unique<SocketTunnel>(std::move(socket));
}

std::unique_ptr<ByteTunnel> webSocketTunnelOver(std::shared_ptr<QTcpSocket> socket,
                                                WebSocketFraming::Role role)
{
    return std::make_unique<WebSocketTunnel>(std::move(socket), role);
}

} // namespace kube
