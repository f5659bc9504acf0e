// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QNetworkProxy>
#include <QSslCertificate>
#include <QUrl>

#include <memory>

namespace kube {

class TlsProxyRelay;

/// A proxy as kubeconfigs and the environment name it, as one that Qt can use: http, https, socks5
/// and socks5h, with or without user and password. Names are looked up by the proxy, as in Go.
class ServerProxy
{
public:
    ServerProxy();
    ~ServerProxy();
    Q_DISABLE_COPY_MOVE(ServerProxy)

    /// An empty URL means none. `authorities` are trusted for an https proxy besides the system's.
    void use(const QUrl &url, const QList<QSslCertificate> &authorities = {});
    /// What to hand to Qt, for as long as this lives and names the same proxy.
    QNetworkProxy proxy() const { return m_proxy; }
    /// Why an https proxy could not be reached: half a sentence; else empty.
    QString problem() const;

private:
    QUrl m_url;
    QNetworkProxy m_proxy;
    std::unique_ptr<TlsProxyRelay> m_relay;
};

} // namespace kube
