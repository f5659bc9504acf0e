// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/portforward/bytetunnel.h"

#include <QPointer>
#include <QTcpSocket>
#include <QWebSocket>

using namespace Qt::StringLiterals;

namespace kube {
namespace {

constexpr qint64 ReadLimit = 256 * 1024; // bytes that wait unread
constexpr qint64 Slice = 64 * 1024;
constexpr quint64 MessageLimit = 4 * 1024 * 1024; // of a WebSocket message

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
    qint64 bytesWaiting() const override { return m_socket->bytesToWrite(); }
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
    bool m_paused = true;
    bool m_ended = false;
};

class WebSocketTunnel final : public ByteTunnel
{
public:
    explicit WebSocketTunnel(std::shared_ptr<QWebSocket> socket)
        : m_socket(std::move(socket))
        , m_tcp(m_socket->findChild<QTcpSocket *>())
    {
        m_socket->setMaxAllowedIncomingMessageSize(MessageLimit);
        connect(m_socket.get(), &QWebSocket::binaryMessageReceived, this,
                &WebSocketTunnel::received);
        connect(m_socket.get(), &QWebSocket::textMessageReceived, this, [this] { close(); });
        connect(m_socket.get(), &QWebSocket::bytesWritten, this, &WebSocketTunnel::drained);
        connect(m_socket.get(), &QWebSocket::disconnected, this, [this] {
            const auto reason = m_socket->closeReason();
            Q_EMIT ended(reason.isEmpty() ? m_socket->errorString() : reason);
        });
    }
    ~WebSocketTunnel() override
    {
        m_socket->disconnect(this);
        if (m_tcp)
            m_tcp->blockSignals(false);
        m_socket->abort();
    }

    void start() override { }
    void send(const QByteArray &bytes) override { m_socket->sendBinaryMessage(bytes); }
    qint64 bytesWaiting() const override { return m_socket->bytesToWrite(); }

    // As ExecChannel::setPaused(): QWebSocket reads whenever its TCP socket says so, and silencing
    // that socket is the only way to hold the other end back.
    void setPaused(bool paused) override
    {
        if (paused == m_paused || !m_tcp)
            return;
        m_paused = paused;
        m_tcp->blockSignals(paused);
        m_tcp->setReadBufferSize(paused ? ReadLimit : 0);
        if (paused)
            return;
        QMetaObject::invokeMethod(this, &WebSocketTunnel::drained, Qt::QueuedConnection);
        if (m_tcp->bytesAvailable() > 0)
            QMetaObject::invokeMethod(m_tcp, "readyRead", Qt::QueuedConnection);
        if (m_tcp->state() == QAbstractSocket::UnconnectedState)
            QMetaObject::invokeMethod(m_tcp, "disconnected", Qt::QueuedConnection);
    }
    void close() override
    {
        setPaused(false);
        m_socket->close();
    }

private:
    std::shared_ptr<QWebSocket> m_socket;
    QTcpSocket *m_tcp = nullptr;
    bool m_paused = false;
};

} // namespace

std::unique_ptr<ByteTunnel> tunnelOver(std::shared_ptr<QTcpSocket> socket)
{
    return std::make_unique<SocketTunnel>(std::move(socket));
}

std::unique_ptr<ByteTunnel> tunnelOver(std::shared_ptr<QWebSocket> socket)
{
    return std::make_unique<WebSocketTunnel>(std::move(socket));
}

} // namespace kube
