// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpSocket>
#include <QTest>

#include <functional>
#include <vector>

namespace support {

/// One event of a stream, as a browser's EventSource would tell it.
struct Event
{
    QByteArray name = "message";
    QByteArray data = {};
    QByteArray id = {}; ///< the last one that was told

    QJsonObject json() const { return QJsonDocument::fromJson(data).object(); }
};

/// Reads server-sent events over a socket of its own, so that a test may cut it off or not read.
class EventClient
{
public:
    /// `headers` are whole lines.
    EventClient(int port, const QByteArray &path, const QByteArray &headers = {})
    {
        QObject::connect(&m_socket, &QTcpSocket::readyRead, &m_socket, [this] { read(); });
        m_socket.connectToHost(QHostAddress::LocalHost, quint16(port));
        m_socket.write("GET " + path
                       + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer "
                         "secret\r\n"
                       + headers + "\r\n");
    }

    int status() const { return m_status; }
    const QByteArray &head() const { return m_head; }
    QByteArray body() const { return m_body; } ///< that is no event
    bool isEnded() const
    {
        return m_isEnded || m_socket.state() == QAbstractSocket::UnconnectedState;
    }
    void abort() { m_socket.abort(); }
    /// Nothing is read beyond a small buffer from now on.
    void stall()
    {
        m_isStalled = true;
        m_socket.setReadBufferSize(1024);
    }
    void goOn()
    {
        m_isStalled = false;
        m_socket.setReadBufferSize(0);
        read();
    }
    void setKeeping(bool on) { m_isKeeping = on; }

    std::vector<Event> events = {};
    std::function<void(const Event &)> told = {};
    qint64 messages = 0;

    std::vector<Event> named(const QByteArray &name) const
    {
        std::vector<Event> found;
        std::ranges::copy_if(events, std::back_inserter(found),
                             [&name](const Event &event) { return event.name == name; });
        return found;
    }
    QStringList lines() const
    {
        QStringList lines;
        for (const auto &event : named("message"))
            lines.append(event.json()[QStringLiteral("message")].toString());
        return lines;
    }

private:
    void read()
    {
        if (m_isStalled)
            return;
        m_raw += m_socket.readAll();
        if (m_status == 0 && !readHead())
            return;
        readChunks();
        for (auto end = m_body.indexOf("\n\n"); end >= 0 && m_isChunked;
             end = m_body.indexOf("\n\n")) {
            takeEvent(m_body.first(end));
            m_body.remove(0, end + 2);
        }
    }
    bool readHead()
    {
        const auto end = m_raw.indexOf("\r\n\r\n");
        if (end < 0)
            return false;
        m_head = m_raw.first(end);
        m_raw.remove(0, end + 4);
        m_status = m_head.mid(9, 3).toInt();
        m_isChunked = m_head.toLower().contains("transfer-encoding: chunked");
        return true;
    }
    void readChunks()
    {
        if (!m_isChunked) {
            m_body += std::exchange(m_raw, {});
            return;
        }
        qsizetype at = 0;
        while (true) {
            const auto line = m_raw.indexOf("\r\n", at);
            if (line < 0)
                break;
            const auto size = m_raw.sliced(at, line - at).toLongLong(nullptr, 16);
            if (m_raw.size() < line + 2 + size + 2)
                break;
            m_isEnded = m_isEnded || size == 0;
            m_body += m_raw.sliced(line + 2, size);
            at = line + 2 + size + 2;
        }
        m_raw.remove(0, at);
    }
    void takeEvent(const QByteArray &text)
    {
        Event event;
        for (const auto &line : text.split('\n')) {
            if (line.startsWith("event: "))
                event.name = line.sliced(7);
            else if (line.startsWith("id: "))
                m_id = line.sliced(4);
            else if (line.startsWith("data: "))
                event.data += (event.data.isEmpty() ? "" : "\n") + line.sliced(6);
        }
        event.id = m_id;
        messages += event.name == "message" ? 1 : 0;
        if (m_isKeeping)
            events.push_back(event);
        if (told)
            told(event);
    }

    QTcpSocket m_socket;
    QByteArray m_raw;
    QByteArray m_head;
    QByteArray m_body;
    QByteArray m_id;
    int m_status = 0;
    bool m_isChunked = false;
    bool m_isEnded = false;
    bool m_isStalled = false;
    bool m_isKeeping = true;
};

} // namespace support
