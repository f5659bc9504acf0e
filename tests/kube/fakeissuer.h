// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>
#include <QObject>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>
#include <QUrlQuery>

#include <memory>

/// A token that ends in `seconds`. Its signature is none: nobody looks at it here.
inline QString jwtThatEndsIn(qint64 seconds, const QString &name = QStringLiteral("jane"))
{
    const auto part = [](const QJsonObject &object) {
        return QString::fromLatin1(
            QJsonDocument(object)
                .toJson(QJsonDocument::Compact)
                .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
    };
    return QStringLiteral("%1.%2.c2lnbmF0dXJl")
        .arg(part({{QStringLiteral("alg"), QStringLiteral("none")}}),
             part({{QStringLiteral("sub"), name},
                   {QStringLiteral("exp"), QDateTime::currentSecsSinceEpoch() + seconds}}));
}

/// The refreshing half of an OpenID provider on loopback. Each refresh token is good for one use,
/// and brings the next: refresh-1, refresh-2 …
class FakeIssuer : public QObject
{
    Q_OBJECT

public:
    FakeIssuer()
    {
        connect(&m_server, &QTcpServer::newConnection, this, &FakeIssuer::accept);
        m_server.listen(QHostAddress::LocalHost);
    }

    QString url() const { return QStringLiteral("http://127.0.0.1:%1").arg(m_server.serverPort()); }

    int refreshes = 0; ///< token requests that came
    int discoveries = 0;
    int number = 1; ///< of the refresh token that is good now
    qint64 lifetime = 3600; ///< seconds, of the tokens it gives
    int fails = 0; ///< as many token requests are answered with 503
    bool mute = false; ///< leaves token requests without an answer
    bool echoes = false; ///< a refusal repeats the token that it refuses
    QUrlQuery lastForm;
    QByteArray lastAuthorization;
    QJsonObject extraDiscovery;

private:
    void accept()
    {
        auto *socket = m_server.nextPendingConnection();
        auto unread = std::make_shared<QByteArray>();
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QTcpSocket::readyRead, this, [this, socket, unread] {
            *unread += socket->readAll();
            const auto end = unread->indexOf("\r\n\r\n");
            if (end < 0)
                return;
            const auto head = unread->first(end + 2);
            const auto size = headerOf(head, "content-length").toLongLong();
            if (unread->size() < end + 4 + size)
                return;
            const auto body = unread->mid(end + 4, size);
            unread->clear();
            respond(*socket, head, body);
        });
    }

    static QByteArray headerOf(const QByteArray &head, const QByteArray &name)
    {
        for (const auto &line : head.split('\n'))
            if (line.toLower().startsWith(QByteArray(name + ':')))
                return line.mid(name.size() + 1).trimmed();
        return {};
    }

    static void answer(QTcpSocket &socket, int code, const QJsonObject &body)
    {
        const auto json = QJsonDocument(body).toJson(QJsonDocument::Compact);
        socket.write("HTTP/1.1 " + QByteArray::number(code)
                     + " X\r\nContent-Type: application/json\r\nContent-Length: "
                     + QByteArray::number(json.size()) + "\r\n\r\n" + json);
    }

    void respond(QTcpSocket &socket, const QByteArray &head, const QByteArray &body)
    {
        if (head.startsWith("GET /.well-known/openid-configuration ")) {
            ++discoveries;
            auto document = extraDiscovery;
            document.insert(QStringLiteral("issuer"), url());
            if (!document.contains(QStringLiteral("token_endpoint")))
                document.insert(QStringLiteral("token_endpoint"),
                                QString(url() + QStringLiteral("/token")));
            return answer(socket, 200, document);
        }
        ++refreshes;
        lastForm = QUrlQuery(QString::fromLatin1(body));
        lastAuthorization = headerOf(head, "authorization");
        if (mute)
            return;
        if (fails > 0) {
            --fails;
            return answer(socket, 503, {});
        }
        giveTokens(socket);
    }

    void giveTokens(QTcpSocket &socket)
    {
        const auto given = lastForm.queryItemValue(QStringLiteral("refresh_token"));
        if (given != QStringLiteral("refresh-%1-of-this-test").arg(number)) {
            QJsonObject refusal{{QStringLiteral("error"), QStringLiteral("invalid_grant")}};
            if (echoes)
                refusal.insert(QStringLiteral("error_description"), given);
            return answer(socket, 400, refusal);
        }
        ++number;
        answer(socket, 200,
               {{QStringLiteral("id_token"),
                 jwtThatEndsIn(lifetime, QStringLiteral("jane%1").arg(number))},
                {QStringLiteral("access_token"), QStringLiteral("unused")},
                {QStringLiteral("refresh_token"),
                 QStringLiteral("refresh-%1-of-this-test").arg(number)}});
    }

    QTcpServer m_server;
};
