// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QCryptographicHash>
#include <QTcpSocket>

#include <algorithm>

namespace support {

/// A stream of bytes that is different everywhere, made as it is needed.
class Blast
{
public:
    explicit Blast(qint64 size, quint32 seed = 1)
        : m_size(size)
        , m_state(seed)
    {
    }

    QByteArray next(qint64 atMost)
    {
        QByteArray bytes(qsizetype(std::min(atMost, m_size - m_at)), Qt::Uninitialized);
        for (auto &byte : bytes) {
            m_state = m_state * 1'664'525 + 1'013'904'223;
            byte = char(m_state >> 24);
        }
        m_at += bytes.size();
        m_hash.addData(bytes);
        return bytes;
    }
    bool isOver() const { return m_at >= m_size; }
    qint64 size() const { return m_size; }
    QByteArray hash() const { return m_hash.result(); } ///< of what was given out

private:
    qint64 m_size;
    qint64 m_at = 0;
    quint32 m_state;
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
};

/// Sends a Blast over a socket as it takes it, then, if asked, ends the connection.
inline void pour(QTcpSocket &socket, const std::shared_ptr<Blast> &blast, bool thenClose)
{
    const auto more = [&socket, blast, thenClose] {
        if (socket.state() != QTcpSocket::ConnectedState)
            return;
        while (!blast->isOver() && socket.bytesToWrite() < 256 * 1024)
            socket.write(blast->next(64 * 1024));
        if (blast->isOver() && thenClose)
            socket.disconnectFromHost();
    };
    QObject::connect(&socket, &QTcpSocket::bytesWritten, &socket, more);
    if (socket.state() == QTcpSocket::ConnectedState)
        more();
    else
        QObject::connect(&socket, &QTcpSocket::connected, &socket, more);
}

} // namespace support
