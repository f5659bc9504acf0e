// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QSslCertificate>
#include <QTcpServer>

class QSslSocket;
class QTcpSocket;

namespace kube {

/// The way to a proxy that is itself reached through TLS (`proxy-url: https://…`), which
/// QNetworkProxy cannot do: an address on loopback whose connections are led on, encrypted, to the
/// proxy. Whoever connects speaks HTTP CONNECT with the proxy itself and has to sign in to it.
///
/// The proxy's certificate must be of the system's authorities or of `authorities`, as in Go, where
/// the cluster's own settings hold for it. Where it cannot be reached, the answer is a 502, and
/// problem() says why.
class TlsProxyRelay : public QObject
{
    Q_OBJECT

public:
    TlsProxyRelay(const QString &host, quint16 port, const QList<QSslCertificate> &authorities,
                  QObject *parent = nullptr);
    ~TlsProxyRelay() override;

    /// The port on loopback; 0 when it cannot be listened on.
    quint16 port() const { return m_listener.serverPort(); }
    /// Why the last connection failed: half a sentence. Empty when it did not.
    QString problem() const { return m_problem; }

private:
    void accept();
    void join(QTcpSocket &client, QSslSocket &proxy);

    QString m_host;
    quint16 m_port;
    QList<QSslCertificate> m_authorities;
    QTcpServer m_listener;
    QString m_problem;
};

} // namespace kube
