// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/sync/message.h"
#include "collab/sync/syncsession.h"
#include "collab/sync/websockettransport.h"

#include <QFile>
#include <QTcpSocket>
#include <QTest>

namespace support {

/// One of our clients in a yard, over the network.
struct RelayClient
{
    RelayClient(const QString &syncUrl, const QString &yard)
        : transport(new collab::WebSocketTransport(QUrl(syncUrl + QLatin1Char('/') + yard)))
        , session(std::unique_ptr<collab::Transport>(transport), doc, awareness)
    {
        QObject::connect(transport, &collab::Transport::opened, &session,
                         &collab::SyncSession::start);
        QObject::connect(&session, &collab::SyncSession::ended, &session,
                         [this](const collab::CloseReason &why) { reason = why; });
    }

    void set(const QString &key, int value)
    {
        doc.map(QStringLiteral("m")).set(key, lib0::Any(value));
    }
    bool has(const QString &key, int value)
    {
        return doc.map(QStringLiteral("m")).any(key) == lib0::Any(value);
    }

    crdt::Doc doc;
    collab::Awareness awareness{doc.clientId()};
    collab::Transport *transport; ///< the session's
    collab::SyncSession session;
    std::optional<collab::CloseReason> reason = {};
};

/// A connection on which every byte is the test's: an upgrade, and then what it wants.
class RawClient
{
public:
    RawClient(int port, const QByteArray &path, const QByteArray &headers = {})
    {
        m_socket.connectToHost(QHostAddress::LocalHost, quint16(port));
        m_socket.write("GET " + path
                       + " HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\n"
                         "Connection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                         "Sec-WebSocket-Version: 13\r\n"
                       + headers + "\r\n");
    }

    QTcpSocket &socket() { return m_socket; }
    /// The status of the answer; 0: the connection ended without one, or none came.
    int status()
    {
        (void)QTest::qWaitFor([this] { return m_socket.canReadLine() || isClosed(); }, PatienceMs);
        return m_socket.readLine().split(' ').value(1).toInt();
    }
    bool isClosed() const { return m_socket.state() == QTcpSocket::UnconnectedState; }
    bool waitForEnd()
    {
        return QTest::qWaitFor([this] { return isClosed(); }, PatienceMs);
    }
    /// A frame with a mask of zeros, of which `declared` bytes are said to come.
    void frame(quint8 first, const QByteArray &payload, std::optional<quint64> declared = {})
    {
        if (m_socket.state() != QTcpSocket::ConnectedState)
            return;
        const auto size = declared.value_or(quint64(payload.size()));
        // The shortest form, as is required.
        const int lengthBytes = size < 126 ? 0 : size <= 0xffff ? 2 : 8;
        QByteArray bytes(1, char(first));
        bytes += char(0x80 | (lengthBytes == 0 ? size : lengthBytes == 2 ? 126 : 127));
        for (int shift = 8 * (lengthBytes - 1); shift >= 0; shift -= 8)
            bytes += char(size >> shift);
        m_socket.write(bytes + QByteArray(4, '\0') + payload);
    }
    void say(collab::Message::Kind kind, const QByteArray &payload)
    {
        frame(0x82,
              collab::encode({.kind = kind, .payload = payload}, collab::Framing::YWebsocket));
    }
    /// The code and the reason of the close frame that it was sent last; after waitForEnd().
    std::pair<int, QByteArray> farewell()
    {
        const auto all = m_socket.readAll();
        const auto at = all.lastIndexOf('\x88');
        if (at < 0 || all.size() < at + 4)
            return {};
        return {int(quint8(all[at + 2])) << 8 | quint8(all[at + 3]), all.sliced(at + 4)};
    }

    static constexpr int PatienceMs = 20'000;

private:
    QTcpSocket m_socket;
};

/// What a process holds, in KiB; 0 where the system does not say.
inline qint64 residentKiB(qint64 pid)
{
    QFile file(QStringLiteral("/proc/%1/status").arg(pid));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const auto &line : file.readAll().split('\n')) {
        if (line.startsWith("VmRSS:"))
            return line.simplified().split(' ').value(1).toLongLong();
    }
    return 0;
}

} // namespace support
