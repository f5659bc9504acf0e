// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/sync/websockettransport.h"

#include "collab/sync/farewell.h"

#include <QRegularExpression>
#include <QSslError>
#include <QSslSocket>
#include <QWebSocket>
#include <QtEndian>

#include <algorithm>
#include <array>

#include <sys/socket.h>

using namespace Qt::StringLiterals;

namespace collab {

WebSocketTransport::WebSocketTransport(const QUrl &url, const WebSocketOptions &options,
                                       QObject *parent)
    : Transport(parent)
    , m_options(options)
    , m_socket(std::make_unique<QWebSocket>())
{
    if (options.tls)
        m_socket->setSslConfiguration(*options.tls);
    watch();
    m_socket->open(url);
}

WebSocketTransport::WebSocketTransport(std::unique_ptr<QWebSocket> socket,
                                       const WebSocketOptions &options, QObject *parent)
    : Transport(parent)
    , m_options(options)
    , m_socket(std::move(socket))
    , m_wasOpen(true)
{
    m_socket->setParent(nullptr); // a server's sockets are its children
    if (qobject_cast<QSslSocket *>(options.carrier.data()) == nullptr)
        m_carrier = options.carrier;
    watch();
}

WebSocketTransport::~WebSocketTransport()
{
    if (m_socket)
        m_socket->disconnect(this);
}

void WebSocketTransport::watch()
{
    auto *socket = m_socket.get();
    socket->setMaxAllowedIncomingMessageSize(m_options.messageBytes);
    socket->setMaxAllowedIncomingFrameSize(m_options.messageBytes);
    const auto hear = [this] { m_heard.start(); };
    connect(socket, &QWebSocket::connected, this, [this] {
        m_heard.start();
        m_wasOpen = true;
        Q_EMIT opened();
    });
    connect(socket, &QWebSocket::binaryFrameReceived, this, hear);
    connect(socket, &QWebSocket::pong, this, hear);
    connect(socket, &QWebSocket::binaryMessageReceived, this, &Transport::received);
    connect(socket, &QWebSocket::textMessageReceived, this,
            [this] { close({.code = CloseReason::WrongData, .text = u"messages are binary"_s}); });
    connect(socket, &QWebSocket::sslErrors, this, [this](const QList<QSslError> &errors) {
        m_tlsProblem = errors.isEmpty() ? QString() : errors.first().errorString();
    });
    connect(socket, &QWebSocket::disconnected, this,
            [this] { fail(m_wasOpen ? reasonOfEnd() : reasonOfError()); });
    connect(socket, &QWebSocket::errorOccurred, this, [this] {
        if (!m_wasOpen)
            fail(reasonOfError());
    });
    connect(&m_beat, &QTimer::timeout, this, &WebSocketTransport::beat);
    m_beat.start(std::max(std::min(m_options.pingAfter, m_options.silentFor / 3),
                          std::chrono::milliseconds(1)));
    m_heard.start();
}

/// Qt takes the codes 1012 to 1014, which came after RFC 6455, for a mistake of the peer, and does
/// not say which it was. All three ask to come later.
CloseReason WebSocketTransport::reasonOfEnd() const
{
    static const QRegularExpression unknown(u"^Invalid close code 1002 detected"_s);
    const auto text = m_socket->closeReason();
    if (m_socket->closeCode() == QWebSocketProtocol::CloseCodeProtocolError
        && text.contains(unknown))
        return {.code = CloseReason::TryLater, .text = {}};
    return {.code = m_socket->closeCode(), .text = text};
}

/// Qt tells the answer to an upgrade that was refused in words only, and 401 without its number.
CloseReason WebSocketTransport::reasonOfError() const
{
    static const QRegularExpression forbidden(u"status code: 403\\b"_s);
    static const QRegularExpression unauthorized(
        u"status code: 401\\b|WWW-Authenticate|Host requires authentication"_s);
    if (!m_tlsProblem.isEmpty())
        return {.code = CloseReason::Abnormal, .text = m_tlsProblem};
    const auto text = m_socket->errorString();
    const int code = text.contains(forbidden) ? CloseReason::Forbidden
        : text.contains(unauthorized)         ? CloseReason::Unauthorized
                                              : CloseReason::Abnormal;
    return {.code = code, .text = text};
}

void WebSocketTransport::beat()
{
    const auto silence = std::chrono::milliseconds(m_heard.elapsed());
    if (silence >= m_options.silentFor)
        fail({.code = CloseReason::Abnormal, .text = u"the peer is silent"_s});
    else if (silence >= m_options.pingAfter && isOpen())
        m_socket->ping();
}

bool WebSocketTransport::isOpen() const
{
    return m_socket && m_socket->isValid();
}

qint64 WebSocketTransport::backlog() const
{
    if (m_carrier)
        return m_carrier->bytesToWrite();
    if (!m_socket)
        return 0;
    // QSslSocket encrypts all it gets at once, and counts it as written then.
    const auto *tls = qobject_cast<QSslSocket *>(m_options.carrier.data());
    return m_socket->bytesToWrite() + (tls != nullptr ? tls->encryptedBytesToWrite() : 0);
}

void WebSocketTransport::send(const QByteArray &message)
{
    if (!isOpen())
        return;
    if (m_carrier)
        sendPlainly(message);
    else
        m_socket->sendBinaryMessage(message);
}

/// A server's frame is a header and the message as it is. QWebSocket would copy it twice, wait for
/// the event loop and keep the buffers: with hundreds of peers most of what a message costs.
/// https://www.rfc-editor.org/rfc/rfc6455#section-5.2
void WebSocketTransport::sendPlainly(const QByteArray &message)
{
    const auto size = quint64(message.size());
    std::array<char, 10> header{'\x82'}; // the only frame of a binary message
    size_t length = 2;
    if (size < 126) {
        header[1] = char(size);
    } else if (size <= 0xffff) {
        header[1] = 126;
        qToBigEndian(quint16(size), &header[2]);
        length += sizeof(quint16);
    } else {
        header[1] = 127;
        qToBigEndian(size, &header[2]);
        length += sizeof(quint64);
    }
    size_t sent = 0;
    if (m_carrier->bytesToWrite() == 0) {
        std::array<iovec, 2> parts{
            {{header.data(), length}, {const_cast<char *>(message.constData()), size_t(size)}}};
        msghdr all{};
        all.msg_iov = parts.data();
        all.msg_iovlen = parts.size();
        // What goes wrong here the socket notices by itself.
        sent = size_t(std::max<ssize_t>(
            0, ::sendmsg(int(m_carrier->socketDescriptor()), &all, MSG_NOSIGNAL | MSG_DONTWAIT)));
    }
    if (sent < length)
        m_carrier->write(header.data() + sent, qint64(length - sent));
    const auto told = sent - std::min(sent, length); // of the message
    if (told == 0)
        m_carrier->write(message);
    else if (told < size)
        m_carrier->write(message.constData() + told, qint64(size - told));
}

void WebSocketTransport::close(const CloseReason &reason)
{
    if (!m_socket)
        return;
    if (!isOpen() || reason.code == CloseReason::Abnormal) {
        fail(reason);
        return;
    }
    if (!m_options.carrier) {
        // A close frame has room for 123 bytes of text.
        m_socket->close(QWebSocketProtocol::CloseCode(reason.code),
                        QString::fromUtf8(reason.text.toUtf8().first(
                            std::min<qsizetype>(reason.text.toUtf8().size(), 120))));
        finish(reason);
        return;
    }
    m_beat.stop();
    m_carrier = nullptr;
    m_socket->disconnect(this);
    Farewell::say(std::move(m_socket), m_options.carrier, reason);
    Q_EMIT closed(reason);
}

void WebSocketTransport::fail(const CloseReason &reason)
{
    if (m_socket)
        m_socket->disconnect(this);
    if (m_socket && m_wasOpen)
        m_socket->abort();
    finish(reason);
}

void WebSocketTransport::finish(const CloseReason &reason)
{
    if (!m_socket)
        return;
    m_beat.stop();
    m_socket->disconnect(this);
    m_carrier = nullptr;
    // It may be in the middle of a signal, and what was sent last may still be on its way.
    auto *socket = m_socket.release();
    connect(socket, &QWebSocket::disconnected, socket, &QObject::deleteLater);
    QTimer::singleShot(socket->state() == QAbstractSocket::UnconnectedState
                           ? std::chrono::seconds(0)
                           : Farewell::Time,
                       socket, &QObject::deleteLater);
    Q_EMIT closed(reason);
}

} // namespace collab
