// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/relay/listener.h"

#include <QTimer>

#include <sys/socket.h>

namespace relay {
namespace {

/// A socket that counts what arrives until something is written.
class LimitedSocket : public QTcpSocket
{
public:
    explicit LimitedSocket(const ConnectionLimits &limits, QObject *parent)
        : QTcpSocket(parent)
        , m_limit(limits.unanswered)
    {
        m_silence.setSingleShot(true);
        m_silence.setInterval(limits.silenceMs);
        connect(&m_silence, &QTimer::timeout, this, &QTcpSocket::abort);
        connect(this, &QTcpSocket::bytesWritten, &m_silence, qOverload<>(&QTimer::start));
        m_silence.start();
        setReadBufferSize(limits.unanswered + 1); // so that a body left unread breaks the limit too
        // The first to be told, so it counts before QHttpServer takes the bytes.
        connect(this, &QTcpSocket::readyRead, this, &LimitedSocket::count);
    }

    bool isLimited() const { return m_isLimited; }

    void lift()
    {
        m_isLimited = false;
        m_silence.stop();
        disconnect(this, &QTcpSocket::bytesWritten, &m_silence, nullptr);
        disconnect(this, &QTcpSocket::readyRead, this, &LimitedSocket::count);
        setReadBufferSize(0); // QWebSocket waits for a whole frame, and bounds its size
    }

protected:
    qint64 writeData(const char *data, qint64 size) override
    {
        m_unanswered = 0;
        return QTcpSocket::writeData(data, size);
    }

private:
    void count()
    {
        m_silence.start();
        m_unanswered += bytesAvailable() - m_left;
        QMetaObject::invokeMethod(this, &LimitedSocket::judge, Qt::QueuedConnection);
    }

    /// After everybody was told of the bytes and took what they wanted.
    void judge()
    {
        m_left = bytesAvailable();
        if (m_isLimited && m_unanswered > m_limit)
            abort();
    }

    const qint64 m_limit;
    qint64 m_unanswered = 0;
    qint64 m_left = 0; ///< received, counted, and not yet read
    QTimer m_silence;
    bool m_isLimited = true;
};

} // namespace

Listener::Listener(ConnectionLimits limits, QObject *parent)
    : QTcpServer(parent)
    , m_limits(limits)
{
    setListenBacklogSize(SOMAXCONN); // with Qt's 50 a crowd that comes at once waits for a second
}

void Listener::incomingConnection(qintptr descriptor)
{
    auto *socket = new LimitedSocket(m_limits, this);
    if (!socket->setSocketDescriptor(descriptor)
        || (m_open >= m_limits.connections && !makeRoom())) {
        delete socket;
        return;
    }
    ++m_open;
    m_newcomers.emplace_back(socket);
    if (m_newcomers.size() > 2 * size_t(m_limits.connections)) // most of them have gone
        std::erase_if(m_newcomers, [](const auto &newcomer) { return newcomer.isNull(); });
    const std::pair from(socket->peerAddress(), socket->peerPort());
    m_sockets.insert(from, socket);
    connect(socket, &QObject::destroyed, this, [this, from] {
        --m_open;
        if (m_sockets.value(from).isNull())
            m_sockets.remove(from);
    });
    socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    addPendingConnection(socket);
}

/// Ends the oldest connection that has not become a WebSocket.
bool Listener::makeRoom()
{
    while (!m_newcomers.empty()) {
        const auto oldest = m_newcomers.front();
        m_newcomers.pop_front();
        const auto *limited = static_cast<LimitedSocket *>(oldest.data());
        if (limited == nullptr || !limited->isLimited())
            continue;
        oldest->abort();
        return true;
    }
    return false;
}

void Listener::liftLimits(const QHostAddress &address, quint16 port)
{
    if (auto *socket = static_cast<LimitedSocket *>(m_sockets.value({address, port}).data()))
        socket->lift();
}

} // namespace relay
