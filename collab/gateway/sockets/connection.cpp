// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/gateway/sockets/connection.h"

#include "collab/sync/farewell.h"
#include "collab/sync/unsent.h"

#include <QWebSocket>

namespace gateway {

static constexpr auto PingEvery = std::chrono::seconds(30);
static constexpr auto SilentFor = std::chrono::seconds(75);

Connection::Connection(std::unique_ptr<QWebSocket> socket, QTcpSocket *carrier)
    : m_socket(std::move(socket))
    , m_carrier(carrier)
{
    m_socket->setParent(nullptr); // a server's sockets are its children
    m_socket->setMaxAllowedIncomingMessageSize(LargestMessage);
    m_socket->setMaxAllowedIncomingFrameSize(LargestMessage);
    auto *from = m_socket.get();
    connect(from, &QWebSocket::textMessageReceived, this, [this](const QString &message) {
        m_heard.start();
        Q_EMIT text(message);
    });
    connect(from, &QWebSocket::binaryMessageReceived, this, [this](const QByteArray &message) {
        m_heard.start();
        Q_EMIT binary(message);
    });
    connect(from, &QWebSocket::pong, this, [this] { m_heard.start(); });
    connect(from, &QWebSocket::disconnected, this, &Connection::finish);
    if (carrier != nullptr)
        collab::onSent(*carrier, this, [this] { Q_EMIT drained(); });
    connect(&m_beat, &QTimer::timeout, this, &Connection::beat);
    m_beat.start(PingEvery);
    m_heard.start();
}

Connection::~Connection()
{
    if (m_socket)
        m_socket->disconnect(this);
}

void Connection::beat()
{
    if (m_heard.durationElapsed() >= SilentFor)
        close({.code = collab::CloseReason::GoingAway, .text = QStringLiteral("you are silent")});
    else if (m_socket)
        m_socket->ping();
}

void Connection::sendText(const QByteArray &utf8)
{
    if (m_socket)
        m_socket->sendTextMessage(QString::fromUtf8(utf8));
}

void Connection::sendBinary(const QByteArray &bytes)
{
    if (m_socket)
        m_socket->sendBinaryMessage(bytes);
}

qint64 Connection::waiting() const
{
    if (!m_socket || !m_carrier)
        return 0;
    return collab::unsentIn(*m_carrier);
}

void Connection::close(const collab::CloseReason &reason)
{
    if (!m_socket)
        return;
    m_socket->disconnect(this);
    if (m_carrier) {
        m_carrier->disconnect(this);
        collab::Farewell::say(std::move(m_socket), m_carrier, reason);
    }
    finish();
}

void Connection::finish()
{
    m_beat.stop();
    if (m_socket) {
        m_socket->disconnect(this);
        m_socket.release()->deleteLater(); // it may be in the middle of a signal
    }
    Q_EMIT closed();
    deleteLater();
}

} // namespace gateway
