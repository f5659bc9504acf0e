// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/auth/identity.h"
#include "kube/error.h"

#include <QHttpHeaders>
#include <QNetworkProxy>
#include <QSslConfiguration>
#include <QUrl>

#include <optional>

class QTcpSocket;

namespace kube {

/// How to reach the server of an identity on a connection of our own: values, for any thread. Holds
/// secrets: never log it.
struct ServerWay
{
    QUrl url = {}; ///< with path and query
    QNetworkProxy proxy = QNetworkProxy(QNetworkProxy::NoProxy);
    std::optional<QSslConfiguration> tls = {}; ///< of https servers only
    QString peerName = {}; ///< to say and to verify in TLS; empty: the URL's host
    bool isInsecure = false; ///< insecure-skip-tls-verify: every certificate will do
    bool wantsTunnel = false; ///< also for http, which an HTTP proxy would read otherwise

    bool isTls() const { return url.scheme() == QLatin1String("https"); }
    /// Whether an HTTP proxy reads the request and passes it on, as it does with http. Else the
    /// way leads through a tunnel: that is what who leaves HTTP needs.
    bool isForwarded() const
    {
        return !wantsTunnel && !isTls() && proxy.type() == QNetworkProxy::HttpProxy;
    }
};

ServerWay wayTo(const Identity &identity, const Identity::Credentials &credentials,
                const QUrl &url);

/// Begins to connect, and follows the TLS verdict as the way says; with TLS `socket` is a
/// QSslSocket. Ready when it is encrypted(), without TLS connected().
void beginConnection(QTcpSocket &socket, const ServerWay &way,
                     QIODevice::OpenMode mode = QIODevice::ReadWrite);

/// The request as HTTP/1.1 writes it, with its empty line and without a body. `target` may be
/// absolute for a proxy, see ServerWay::isForwarded().
QByteArray requestHead(const QByteArray &method, const ServerWay &way, const QHttpHeaders &headers);

/// Why the connection was not made, or was lost.
Error lossOf(const QTcpSocket &socket, const ServerWay &way);

} // namespace kube
