// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/gateway/http/exchange.h"

#include <QHttpServerResponder>

namespace gateway {

/// A body in chunks of HTTP/1.1, through QHttpServer. QHttpServerResponder (6.8) tells neither how
/// much waits nor that the reader went, so the connection's socket is asked.
/// The connection ends with the body.
class ChunkedStream final : public ResponseStream
{
    Q_OBJECT

public:
    /// `headers` besides Content-Type. Without a socket, which went already, it is closed.
    ChunkedStream(QHttpServerResponder &&responder, QTcpSocket *socket,
                  const QHttpHeaders &headers);
    ~ChunkedStream() override;

    void write(const QByteArray &bytes) override;
    qint64 waiting() const override;
    bool isOpen() const override { return m_isOpen; }

private:
    void close();

    QHttpServerResponder m_responder;
    QPointer<QTcpSocket> m_socket;
    bool m_isOpen = true;
};

} // namespace gateway
