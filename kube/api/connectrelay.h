// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QNetworkProxy>
#include <QTcpServer>

class QTcpSocket;

namespace kube {

/// A proxy on loopback for one connection, to one fixed place, whatever name the client asks for.
///
/// For `tls-server-name`: QWebSocket has no setPeerVerifyName(), so it is given that name as the
/// host, to say and verify it in TLS, and is led to the real server through here. Only encrypted
/// bytes pass. Stops listening after the first connection.
class ConnectRelay : public QObject
{
    Q_OBJECT

public:
    /// `onward` is the proxy to use on the way to the server.
    ConnectRelay(const QString &host, quint16 port, const QNetworkProxy &onward, QObject *parent);

    /// What to hand to the client; no host when loopback cannot be listened on.
    QNetworkProxy proxy() const;

private:
    void accept();
    void readRequest(QTcpSocket &client);
    void join(QTcpSocket &client, QTcpSocket &server);

    QString m_host;
    quint16 m_port;
    QNetworkProxy m_onward;
    QTcpServer m_listener;
    QByteArray m_request;
    bool m_asked = false;
};

} // namespace kube
