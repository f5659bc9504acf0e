// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QObject>
#include <QTimer>

#include <deque>
#include <memory>

class QTcpSocket;
class QWebSocket;

namespace kube {

/// Frames bytes into channels of an open exec WebSocket and takes its messages apart.
///
/// Sends at most 256 KiB ahead of the network; more waits in a queue of at most 4 MiB. Pings every
/// 30 s and gives up when the other side has been silent for three of them.
class ExecChannel : public QObject
{
    Q_OBJECT

public:
    enum Channel : quint8 {
        Stdin = 0,
        Stdout = 1,
        Stderr = 2,
        Status = 3,
        Resize = 4,
        Close = 255
    };

    explicit ExecChannel(std::shared_ptr<QWebSocket> socket, QObject *parent = nullptr);
    ~ExecChannel() override;

    /// Queues bytes for a channel; false when the queue is full.
    bool send(Channel channel, const QByteArray &bytes);
    void setPaused(bool paused);
    void close();
    /// Pings now, and gives up when nothing arrives within 10 s.
    void check();

Q_SIGNALS:
    void drained(); ///< the queue was full, and is half empty now
    void received(quint8 channel, const QByteArray &bytes);
    /// The server broke the protocol; the connection is being closed.
    void violated(const QString &what);
    void disconnected(const QString &why);

private:
    void take(const QByteArray &message);
    void pump();
    void beat();
    void heard();

    std::shared_ptr<QWebSocket> m_socket; ///< shared only with the future that brought it
    QTcpSocket *m_tcp = nullptr;
    QTimer m_heartbeat;
    QTimer m_patience; ///< runs after a check(), until something arrives
    std::deque<QByteArray> m_queue; ///< framed messages
    qint64 m_queued = 0;
    int m_silentBeats = 0;
    bool m_paused = false;
    bool m_full = false;
};

} // namespace kube
