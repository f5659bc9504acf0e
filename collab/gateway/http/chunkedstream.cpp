// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/gateway/http/chunkedstream.h"

#include "collab/sync/unsent.h"

namespace gateway {

ChunkedStream::ChunkedStream(QHttpServerResponder &&responder, QTcpSocket *socket,
                             const QHttpHeaders &headers)
    : m_responder(std::move(responder))
    , m_socket(socket)
{
    if (!m_socket || m_socket->state() != QAbstractSocket::ConnectedState) {
        m_isOpen = false;
        return;
    }
    // Not at once: who made the stream still writes to it, perhaps.
    connect(m_socket, &QTcpSocket::disconnected, this, &ChunkedStream::close, Qt::QueuedConnection);
    connect(m_socket, &QObject::destroyed, this, &ChunkedStream::close, Qt::QueuedConnection);
    collab::onSent(*m_socket, this, [this] { Q_EMIT drained(); });
    auto all = headers;
    all.replaceOrAppend(QHttpHeaders::WellKnownHeader::Connection, "close");
    m_responder.writeBeginChunked(all, QHttpServerResponder::StatusCode::Ok);
}

ChunkedStream::~ChunkedStream()
{
    if (!m_isOpen || !m_socket || m_socket->state() != QAbstractSocket::ConnectedState)
        return;
    // QHttpServerResponder (6.8) takes no last chunk without bytes, and has nothing else to end
    // with.
    // Not at once: it may be in the middle of reading the request.
    QMetaObject::invokeMethod(
        m_socket,
        [socket = m_socket.get()] {
            socket->write("0\r\n\r\n");
            socket->disconnectFromHost();
        },
        Qt::QueuedConnection);
}

void ChunkedStream::write(const QByteArray &bytes)
{
    // An empty chunk would be the last.
    if (m_isOpen && m_socket && !bytes.isEmpty())
        m_responder.writeChunk(bytes);
}

qint64 ChunkedStream::waiting() const
{
    return m_socket ? collab::unsentIn(*m_socket) : 0;
}

void ChunkedStream::close()
{
    if (!std::exchange(m_isOpen, false))
        return;
    Q_EMIT closed();
}

} // namespace gateway
