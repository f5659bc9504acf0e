// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QSslSocket>

namespace collab {

/// Bytes that were written to a socket and have not left this process: QSslSocket counts those
/// that it has encrypted as written.
qint64 unsentIn(const QTcpSocket &socket);

/// Calls `call` whenever some of them have left, for as long as `context` lives.
template<typename Call>
void onSent(QTcpSocket &socket, const QObject *context, Call call)
{
    QObject::connect(&socket, &QTcpSocket::bytesWritten, context, call);
    if (auto *tls = qobject_cast<QSslSocket *>(&socket))
        QObject::connect(tls, &QSslSocket::encryptedBytesWritten, context, call);
}

} // namespace collab
