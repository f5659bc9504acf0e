// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/relay/listener.h"

#include <QSslSocket>
#include <QTimer>

#include <unistd.h>

namespace relay {
namespace {

/// What the listener wants of its sockets, of either kind.
class Liftable
{
public:
    virtual ~Liftable() = default;
    virtual void lift() = 0;
};

/// A socket that counts what arrives until something is written.
template<typename Socket>
class LimitedSocket : public Socket, public Liftable
{
public:
    LimitedSocket(const ConnectionLimits &limits, QObject *parent)
        : Socket(parent)
        , m_limit(limits.unanswered)
    {
        m_silence.setSingleShot(true);
        m_silence.setInterval(limits.silenceMs);
        QObject::connect(&m_silence, &QTimer::timeout, this, [this] { this->abort(); });
        QObject::connect(this, &Socket::bytesWritten, &m_silence, qOverload<>(&QTimer::start));
        m_silence.start();
        // So that a body left unread breaks the limit too.
        this->setReadBufferSize(limits.unanswered + 1);
        // The first to be told, so it counts before QHttpServer takes the bytes.
        m_counting = QObject::connect(this, &Socket::readyRead, this, [this] { count(); });
    }

    void lift() override
    {
        m_isLimited = false;
        m_silence.stop();
        QObject::disconnect(this, &Socket::bytesWritten, &m_silence, nullptr);
        QObject::disconnect(m_counting);
        this->setReadBufferSize(0); // QWebSocket waits for a whole frame, and bounds its size
    }

protected:
    qint64 writeData(const char *data, qint64 size) override
    {
        m_unanswered = 0;
        return Socket::writeData(data, size);
    }

private:
    void count()
    {
        m_silence.start();
        m_unanswered += this->bytesAvailable() - m_left;
        QMetaObject::invokeMethod(this, [this] { judge(); }, Qt::QueuedConnection);
    }

    /// After everybody was told of the bytes and took what they wanted.
    void judge()
    {
        m_left = this->bytesAvailable();
        if (m_isLimited && m_unanswered > m_limit)
            this->abort();
    }

    const qint64 m_limit;
    qint64 m_unanswered = 0;
    qint64 m_left = 0; ///< received, counted, and not yet read
    QTimer m_silence;
    QMetaObject::Connection m_counting;
    bool m_isLimited = true;
};

} // namespace

Listener::Listener(ConnectionLimits limits, QObject *parent)
    : QTcpServer(parent)
    , m_limits(limits)
{
}

void Listener::incomingConnection(qintptr descriptor)
{
    if (m_open >= m_limits.connections) {
        ::close(int(descriptor));
        return;
    }
    if (!m_tls) {
        auto *socket = new LimitedSocket<QTcpSocket>(m_limits, this);
        if (take(*socket, descriptor))
            addPendingConnection(socket);
        return;
    }
    auto *socket = new LimitedSocket<QSslSocket>(m_limits, this);
    if (take(*socket, descriptor))
        shakeHands(*socket);
}

bool Listener::take(QTcpSocket &socket, qintptr descriptor)
{
    if (!socket.setSocketDescriptor(descriptor)) {
        delete &socket;
        return false;
    }
    ++m_open;
    const Ends ends{.peer = socket.peerAddress(),
                    .peerPort = socket.peerPort(),
                    .local = socket.localAddress()};
    m_sockets.insert(ends, &socket);
    connect(&socket, &QObject::destroyed, this, [this, ends] {
        --m_open;
        if (m_sockets.value(ends).isNull())
            m_sockets.remove(ends);
    });
    socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
    return true;
}

/// The HTTP server hears of the connection when it is encrypted. Until then it is the listener's,
/// and counts as open.
void Listener::shakeHands(QSslSocket &socket)
{
    auto *wait = new QTimer(&socket);
    wait->setSingleShot(true);
    connect(wait, &QTimer::timeout, &socket, [&socket] { socket.abort(); });
    wait->start(m_limits.handshakeMs);
    connect(&socket, &QSslSocket::disconnected, wait, [&socket] { socket.deleteLater(); });
    connect(&socket, &QSslSocket::errorOccurred, wait, [&socket] { socket.abort(); });
    connect(&socket, &QSslSocket::encrypted, wait, [this, wait, &socket] {
        delete wait; // and with it all that ends a connection before it is encrypted
        addPendingConnection(&socket);
    });
    socket.setSslConfiguration(*m_tls);
    socket.startServerEncryption();
}

void Listener::liftLimits(const Ends &ends)
{
    if (auto *socket = dynamic_cast<Liftable *>(m_sockets.value(ends).data()))
        socket->lift();
}

void Listener::closeSoon(const Ends &ends)
{
    if (const auto socket = m_sockets.value(ends))
        QMetaObject::invokeMethod(
            socket, [socket] { socket->disconnectFromHost(); }, Qt::QueuedConnection);
}

} // namespace relay
