// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/auth/serverproxy.h"

#include "kube/auth/tlsproxyrelay.h"

#include <QHostAddress>

using namespace Qt::StringLiterals;

namespace kube {

ServerProxy::ServerProxy()
    : m_proxy(QNetworkProxy::NoProxy)
{
}

ServerProxy::~ServerProxy() = default;

QString ServerProxy::problem() const
{
    return m_relay ? m_relay->problem() : QString();
}

void ServerProxy::use(const QUrl &url, const QList<QSslCertificate> &authorities)
{
    if (url == m_url)
        return;
    m_url = url;
    m_relay.reset();
    m_proxy = QNetworkProxy(QNetworkProxy::NoProxy);
    if (url.isEmpty())
        return;
    const auto scheme = url.scheme();
    const bool isSocks = scheme.startsWith("socks5"_L1);
    const bool isTls = scheme == "https"_L1;
    auto host = url.host();
    auto port = quint16(url.port(isSocks ? 1080 : isTls ? 443 : 80));
    if (isTls) {
        m_relay = std::make_unique<TlsProxyRelay>(host, port, authorities);
        host = QHostAddress(QHostAddress::LocalHost).toString();
        port = m_relay->port();
    }
    m_proxy =
        QNetworkProxy(isSocks ? QNetworkProxy::Socks5Proxy : QNetworkProxy::HttpProxy, host, port,
                      url.userName(QUrl::FullyDecoded), url.password(QUrl::FullyDecoded));
}

} // namespace kube
