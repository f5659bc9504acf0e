// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/transport.h"

#include <QElapsedTimer>
#include <QObject>
#include <QPointer>
#include <QTcpSocket>
#include <QTimer>

#include <memory>

class QWebSocket;

namespace gateway {

/// A WebSocket of a client. Pings every 30 s (seed 000) and ends when nothing comes back for 75;
/// messages of more than 64 KiB end it, too. Deletes itself a moment after closed().
class Connection final : public QObject
{
    Q_OBJECT

public:
    static constexpr quint64 LargestMessage = 64 * 1024;

    /// `carrier` is what the socket sends through, and borrowed.
    Connection(std::unique_ptr<QWebSocket> socket, QTcpSocket *carrier);
    ~Connection() override;

    void sendText(const QByteArray &utf8);
    void sendBinary(const QByteArray &bytes);
    qint64 waiting() const; ///< bytes that the reader has not taken
    bool isOpen() const { return m_socket != nullptr; }
    void close(const collab::CloseReason &reason);

Q_SIGNALS:
    void text(const QString &message);
    void binary(const QByteArray &message);
    void drained();
    void closed(); ///< once

private:
    void beat();
    void finish();

    std::unique_ptr<QWebSocket> m_socket; ///< null once it ended
    const QPointer<QTcpSocket> m_carrier;
    QTimer m_beat;
    QElapsedTimer m_heard;
};

} // namespace gateway
