// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHostAddress>
#include <QHttpHeaders>
#include <QSslSocket>
#include <QTcpSocket>
#include <QTest>

namespace support {

/// What a server said, byte by byte.
struct RawAnswer
{
    int status = 0; ///< 0: it closed without an answer
    QHttpHeaders headers = {};
    QByteArray body = {};
    QByteArray all = {};
};

/// The first answer in the bytes; nothing while it is not whole.
inline std::optional<RawAnswer> answerIn(const QByteArray &bytes)
{
    const auto end = bytes.indexOf("\r\n\r\n");
    if (end < 0)
        return std::nullopt;
    RawAnswer answer{.all = bytes};
    const auto lines = bytes.first(end).split('\n');
    answer.status = lines.front().split(' ').value(1).toInt();
    for (const auto &line : lines.sliced(1)) {
        const auto colon = line.indexOf(':');
        answer.headers.append(line.first(colon).trimmed(), line.sliced(colon + 1).trimmed());
    }
    const auto size = answer.headers.value("Content-Length").toByteArray().toLongLong();
    if (bytes.size() < end + 4 + size)
        return std::nullopt;
    answer.body = bytes.mid(end + 4, size);
    return answer;
}

/// Sends exactly these bytes.
inline RawAnswer rawRequest(quint16 port, const QByteArray &bytes)
{
    QTcpSocket socket;
    QByteArray received;
    std::optional<RawAnswer> answer;
    QObject::connect(&socket, &QTcpSocket::readyRead, &socket,
                     [&] { answer = answerIn(received += socket.readAll()); });
    bool isClosed = false;
    QObject::connect(&socket, &QTcpSocket::disconnected, &socket, [&] { isClosed = true; });
    socket.connectToHost(QHostAddress::LocalHost, port);
    socket.write(bytes);
    [&] { QTRY_VERIFY_WITH_TIMEOUT(answer || isClosed, 15'000); }();
    return answer.value_or(RawAnswer{.all = received});
}

/// A request with those headers, each "Name: value".
inline QByteArray requestText(const QByteArray &method, const QByteArray &target,
                              const QByteArrayList &headers = {}, const QByteArray &body = {})
{
    QByteArray text = method + ' ' + target + " HTTP/1.1\r\n";
    bool hasHost = false;
    for (const auto &header : headers) {
        hasHost = hasHost || header.toLower().startsWith("host:");
        text += header + "\r\n";
    }
    if (!hasHost)
        text += "Host: 127.0.0.1\r\n";
    if (!body.isEmpty() || method == "POST" || method == "PUT")
        text += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
    return text + "\r\n" + body;
}

} // namespace support
