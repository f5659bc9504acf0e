// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/transport.h"

#include <QTcpSocket>
#include <QTimer>

#include <memory>

class QWebSocket;

namespace collab {

/// The end of a connection that a server accepted, so that the peer hears why: sends the close
/// frame, then passes over what still comes until the peer goes, or its time is up. QWebSocket
/// (6.8) would close at once, and what the peer sends meanwhile makes the system reset the
/// connection and drop the frame with it. Deletes itself and the WebSocket.
/// https://www.rfc-editor.org/rfc/rfc6455#section-7.1.1
class Farewell final : public QObject
{
    Q_OBJECT

public:
    static constexpr auto Time = std::chrono::seconds(2); ///< then the connection is cut

    /// `carrier` is what `socket` sends through, and borrowed.
    static void say(std::unique_ptr<QWebSocket> socket, QTcpSocket *carrier,
                    const CloseReason &reason);
    ~Farewell() override;

private:
    Farewell(std::unique_ptr<QWebSocket> socket, QTcpSocket *carrier);
    void hangUpSoon();
    void hangUpWhenSent();
    void end();

    std::unique_ptr<QWebSocket> m_socket;
    QTcpSocket *m_carrier; ///< null once it ended
    QTimer m_time;
    bool m_isHungUp = false; ///< nothing is sent any more
};

/// A close frame as servers send it. Its text is cut to what a control frame has room for.
QByteArray closeFrame(const CloseReason &reason);

} // namespace collab
