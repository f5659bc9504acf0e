// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/api/serverway.h"

#include "kube/api/httpexchange.h"

#include <QSslSocket>

using namespace Qt::StringLiterals;

namespace kube {

ServerWay wayTo(const Identity &identity, const Identity::Credentials &credentials, const QUrl &url)
{
    return {.url = url,
            .proxy = identity.proxy(),
            .tls = credentials.tls,
            .peerName = identity.config().tlsServerName,
            .isInsecure = identity.config().insecureSkipTlsVerify};
}

static void beginTls(QSslSocket &socket, const ServerWay &way, quint16 port)
{
    if (way.tls)
        socket.setSslConfiguration(*way.tls);
    if (way.isInsecure) {
        QObject::connect(&socket, &QSslSocket::sslErrors, &socket,
                         [&socket] { socket.ignoreSslErrors(); });
    }
    const auto host = way.url.host();
    socket.connectToHostEncrypted(host, port, way.peerName.isEmpty() ? host : way.peerName);
}

void beginConnection(QTcpSocket &socket, const ServerWay &way, QIODevice::OpenMode mode)
{
    if (way.isForwarded()) {
        socket.setProxy(QNetworkProxy::NoProxy);
        return socket.connectToHost(way.proxy.hostName(), way.proxy.port(), mode);
    }
    socket.setProxy(way.proxy);
    if (way.isTls())
        beginTls(static_cast<QSslSocket &>(socket), way, quint16(way.url.port(443)));
    else
        socket.connectToHost(way.url.host(), quint16(way.url.port(80)), mode);
}

/// As everybody writes it: Content-Type.
static QByteArray spelt(QLatin1StringView name)
{
    QByteArray text(name.data(), name.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (i == 0 || text[i - 1] == '-')
            text[i] = char(QChar::fromLatin1(text[i]).toUpper().toLatin1());
    }
    return text;
}

QByteArray requestHead(const QByteArray &method, const ServerWay &way, const QHttpHeaders &headers)
{
    auto parts = QUrl::RemoveFragment | QUrl::RemoveUserInfo;
    if (!way.isForwarded())
        parts |= QUrl::RemoveScheme | QUrl::RemoveAuthority;
    QByteArray text = method + ' ' + way.url.toEncoded(parts) + " HTTP/1.1\r\nHost: "
        + way.url.authority(QUrl::FullyEncoded | QUrl::RemoveUserInfo).toLatin1() + "\r\n";
    if (way.isForwarded() && !way.proxy.user().isEmpty()) {
        const QString both = way.proxy.user() + u':' + way.proxy.password();
        text += "Proxy-Authorization: Basic " + both.toUtf8().toBase64() + "\r\n";
    }
    for (qsizetype i = 0; i < headers.size(); ++i) // QHttpHeaders takes no line breaks
        text += spelt(headers.nameAt(i)) + ": " + headers.valueAt(i).toByteArray() + "\r\n";
    return text + "\r\n";
}

Error lossOf(const QTcpSocket &socket, const ServerWay &way)
{
    if (way.isTls() && !way.isInsecure) {
        const auto errors = static_cast<const QSslSocket &>(socket).sslHandshakeErrors();
        if (!errors.isEmpty())
            return {.kind = Error::Kind::Tls, .message = textOf(errors)};
    }
    const bool isTls = socket.error() == QAbstractSocket::SslHandshakeFailedError;
    return {.kind = isTls ? Error::Kind::Tls : Error::Kind::Unreachable,
            .message = socket.errorString()};
}

} // namespace kube
