// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/sync/farewell.h"

#include "collab/sync/unsent.h"

#include <QWebSocket>

#include <sys/socket.h>

namespace collab {

QByteArray closeFrame(const CloseReason &reason)
{
    static constexpr qsizetype MostText = 123;
    auto text = reason.text.toUtf8();
    if (text.size() > MostText) {
        auto end = MostText;
        while (end > 0 && (uchar(text.at(end)) & 0xc0U) == 0x80) // in the middle of a character
            --end;
        text.truncate(end);
    }
    QByteArray frame("\x88");
    frame.append(char(2 + text.size()));
    frame.append(char(quint16(reason.code) >> 8U));
    frame.append(char(quint16(reason.code) & 0xffU));
    return frame + text;
}

void Farewell::say(std::unique_ptr<QWebSocket> socket, QTcpSocket *carrier,
                   const CloseReason &reason)
{
    auto *farewell = new Farewell(std::move(socket), carrier);
    carrier->write(closeFrame(reason));
    farewell->hangUpSoon();
}

Farewell::Farewell(std::unique_ptr<QWebSocket> socket, QTcpSocket *carrier)
    : m_socket(std::move(socket))
    , m_carrier(carrier)
{
    // Its own answer to what comes would be a second close frame.
    QObject::disconnect(carrier, &QTcpSocket::readyRead, m_socket.get(), nullptr);
    if (carrier->isTransactionStarted())
        carrier->commitTransaction();
    static constexpr qint64 Little = 64 * 1024;
    carrier->setReadBufferSize(Little);
    connect(carrier, &QTcpSocket::readyRead, this, [this] { m_carrier->readAll(); });
    onSent(*carrier, this, [this] { hangUpSoon(); });
    connect(carrier, &QTcpSocket::disconnected, this, &Farewell::end);
    connect(&m_time, &QTimer::timeout, this, [this] { m_carrier->abort(); });
    m_time.setSingleShot(true);
    m_time.start(Time);
    carrier->readAll(); // the WebSocket may be in the middle of it
}

Farewell::~Farewell() = default;

/// QSslSocket tells what it has encrypted before it can say that this waits.
void Farewell::hangUpSoon()
{
    QMetaObject::invokeMethod(this, &Farewell::hangUpWhenSent, Qt::QueuedConnection);
}

/// The peer may still send, and the system does not mind.
void Farewell::hangUpWhenSent()
{
    if (m_carrier == nullptr)
        return;
    if (unsentIn(*m_carrier) == 0 && !std::exchange(m_isHungUp, true))
        ::shutdown(int(m_carrier->socketDescriptor()), SHUT_WR);
}

/// Within a signal of the carrier, which must outlive the WebSocket.
void Farewell::end()
{
    m_time.stop();
    QObject::disconnect(m_carrier, nullptr, this, nullptr);
    m_socket.reset();
    m_carrier->deleteLater(); // what did so was connected until now
    m_carrier = nullptr;
    deleteLater();
}

} // namespace collab
