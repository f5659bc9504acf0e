// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/streams/execchannel.h"

#include <QSslSocket>
#include <QTcpSocket>
#include <QWebSocket>

using namespace Qt::StringLiterals;

namespace kube {

static constexpr qint64 SendAhead = 256 * 1024;
// What the system has taken in is in memory several times over once Qt reads it: all at once.
static constexpr int ReceiveBuffer = 512 * 1024;
static constexpr qint64 QueueLimit = 4 * 1024 * 1024;
static constexpr qsizetype FrameLimit = 16 * 1024;
static constexpr qint64 ReadLimit = 64 * 1024;
static constexpr int Patience = 10'000;
static constexpr quint64 MessageLimit = 4 * 1024 * 1024;

ExecChannel::ExecChannel(std::shared_ptr<QWebSocket> socket, QObject *parent)
    : QObject(parent)
    , m_socket(std::move(socket))
    , m_tcp(m_socket->findChild<QTcpSocket *>())
{
    m_socket->setMaxAllowedIncomingMessageSize(MessageLimit);
    connect(m_socket.get(), &QWebSocket::binaryMessageReceived, this, &ExecChannel::take);
    connect(m_socket.get(), &QWebSocket::textMessageReceived, this, [this] {
        Q_EMIT violated(u"a text message arrived"_s);
        close();
    });
    connect(m_socket.get(), &QWebSocket::pong, this, &ExecChannel::heard);
    connect(m_socket.get(), &QWebSocket::bytesWritten, this, &ExecChannel::pump);
    if (m_tcp) {
        m_tcp->setSocketOption(QAbstractSocket::ReceiveBufferSizeSocketOption, ReceiveBuffer);
        m_tcp->setSocketOption(QAbstractSocket::LowDelayOption, 1); // a key waits for no other
    }
    if (const auto *tls = qobject_cast<QSslSocket *>(m_tcp))
        connect(tls, &QSslSocket::encryptedBytesWritten, this, &ExecChannel::pump);
    connect(m_socket.get(), &QWebSocket::disconnected, this, [this] {
        m_heartbeat.stop();
        m_patience.stop();
        const auto reason = m_socket->closeReason();
        Q_EMIT disconnected(reason.isEmpty() ? m_socket->errorString() : reason);
    });
    m_heartbeat.setInterval(30'000);
    connect(&m_heartbeat, &QTimer::timeout, this, &ExecChannel::beat);
    m_heartbeat.start();
    m_patience.setSingleShot(true);
    m_patience.setInterval(Patience);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        if (!m_paused)
            m_socket->abort();
    });
}

ExecChannel::~ExecChannel()
{
    m_socket->disconnect(this);
    if (m_tcp)
        m_tcp->blockSignals(false);
    m_socket->abort();
}

bool ExecChannel::send(Channel channel, const QByteArray &bytes)
{
    if (m_queued + bytes.size() > QueueLimit) {
        m_full = true;
        return false;
    }
    for (qsizetype at = 0; at < bytes.size(); at += FrameLimit) {
        QByteArray frame;
        frame.reserve(qMin(FrameLimit, bytes.size() - at) + 1);
        frame.append(char(channel));
        frame.append(QByteArrayView(bytes).sliced(at, qMin(FrameLimit, bytes.size() - at)));
        m_queued += frame.size();
        m_queue.push_back(std::move(frame));
    }
    pump();
    // Now, not at the next turn of the event loop. Not in pump(): what is written while the socket
    // tells that something was written is told to nobody.
    if (m_tcp)
        m_tcp->flush();
    return true;
}

// QWebSocket reads whenever its TCP socket says so: silencing that socket is the only way to hold
// the server back. What it would have said is made up for when reading goes on.
void ExecChannel::setPaused(bool paused)
{
    if (paused == m_paused || !m_tcp)
        return;
    m_paused = paused;
    m_silentBeats = 0;
    m_tcp->blockSignals(paused);
    // Only while paused: QWebSocket waits for ever for a frame that is larger than this buffer.
    m_tcp->setReadBufferSize(paused ? ReadLimit : 0);
    if (paused)
        return;
    pump();
    if (m_tcp->bytesAvailable() > 0)
        QMetaObject::invokeMethod(m_tcp, "readyRead", Qt::QueuedConnection);
    if (m_tcp->state() == QAbstractSocket::UnconnectedState)
        QMetaObject::invokeMethod(m_tcp, "disconnected", Qt::QueuedConnection);
}

void ExecChannel::close()
{
    setPaused(false);
    m_socket->close();
}

void ExecChannel::heard()
{
    m_silentBeats = 0;
    m_patience.stop();
}

void ExecChannel::check()
{
    m_socket->ping();
    m_patience.start();
}

void ExecChannel::take(const QByteArray &message)
{
    heard();
    if (message.size() <= 1)
        return; // legal: the server greets with an empty message on a channel
    Q_EMIT received(quint8(message.front()), message.sliced(1));
}

void ExecChannel::pump()
{
    // Qt (6.8) encrypts whatever is written at once: what waits then is counted apart.
    const auto *tls = qobject_cast<QSslSocket *>(m_tcp);
    const auto waiting = [this, tls] {
        return m_socket->bytesToWrite() + (tls ? tls->encryptedBytesToWrite() : 0);
    };
    while (!m_queue.empty() && waiting() < SendAhead) {
        m_queued -= m_queue.front().size();
        m_socket->sendBinaryMessage(m_queue.front());
        m_queue.pop_front();
    }
    if (m_queued <= QueueLimit / 2 && std::exchange(m_full, false))
        Q_EMIT drained();
}

void ExecChannel::beat()
{
    if (!m_paused && ++m_silentBeats > 3) {
        m_socket->abort(); // half-open: nobody is there any more
        return;
    }
    m_socket->ping();
}

} // namespace kube
