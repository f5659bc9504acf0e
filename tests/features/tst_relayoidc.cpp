// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/npm.h"
#include "support/relayprocess.h"
#include "support/skipall.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTemporaryDir>
#include <QTest>
#include <QUrlQuery>
#include <QWebSocket>

using namespace Qt::StringLiterals;

/// The program as a relay that people enter with a token of a certified provider, "oidc-provider"
/// of npm.
class RelayOidcTest : public QObject
{
    Q_OBJECT

private:
    static constexpr auto Client = "krateyard"_L1;
    static constexpr auto Secret = "tell/no+body:1"_L1;

    /// An ID token of the person who has signed in.
    QByteArray idToken(const QString &issuer, const QString &refreshToken)
    {
        QNetworkRequest request(QUrl(issuer + u"/token"_s));
        request.setHeader(QNetworkRequest::ContentTypeHeader,
                          u"application/x-www-form-urlencoded"_s);
        const QByteArray person =
            QByteArray(Client.data()) + ':' + QUrl::toPercentEncoding(QString(Secret));
        request.setRawHeader("Authorization", "Basic " + person.toBase64());
        QUrlQuery query;
        query.addQueryItem(u"grant_type"_s, u"refresh_token"_s);
        query.addQueryItem(u"refresh_token"_s, refreshToken);
        const std::unique_ptr<QNetworkReply> reply(
            m_network.post(request, query.toString(QUrl::FullyEncoded).toUtf8()));
        [&] { QTRY_VERIFY(reply->isFinished()); }();
        return QJsonDocument::fromJson(reply->readAll())["id_token"_L1].toString().toLatin1();
    }

    QString configFor(const QString &issuer, const QString &audience) const
    {
        const auto path = m_folder.filePath(u"relay.yaml"_s);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly))
            return {};
        file.write(
            u"auth:\n  mode: oidc\n  issuer: %1\n  audience: %2\n  nameClaim: sub\n"
            "  grants: [{group: yard, role: editor, yards: [shop]}]\n"_s.arg(issuer, audience)
                .toUtf8());
        return path;
    }

    int ready(const support::RelayProcess &relay)
    {
        const std::unique_ptr<QNetworkReply> reply(m_network.get(
            QNetworkRequest(QUrl(u"http://127.0.0.1:%1/readyz"_s.arg(relay.port())))));
        [&] { QTRY_VERIFY(reply->isFinished()); }();
        return reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    }

    /// Whether the relay lets somebody in with that token.
    static bool mayEnter(const support::RelayProcess &relay, const QString &yard,
                         const QByteArray &token)
    {
        QWebSocket socket;
        bool hasAnswered = false;
        connect(&socket, &QWebSocket::connected, &socket, [&] { hasAnswered = true; });
        connect(&socket, &QWebSocket::errorOccurred, &socket, [&] { hasAnswered = true; });
        QNetworkRequest request(QUrl(relay.syncUrl() + u'/' + yard));
        request.setRawHeader("Authorization", "Bearer " + token);
        socket.open(request);
        [&] { QTRY_VERIFY(hasAnswered); }();
        return socket.state() == QAbstractSocket::ConnectedState;
    }

    QNetworkAccessManager m_network;
    QTemporaryDir m_folder;
    QString m_script;

private Q_SLOTS:
    void initTestCase()
    {
        const auto npm =
            support::npmPackages(u"oidc"_s, QStringLiteral(OIDC_SCRIPTS "/package.json"));
        if (!npm.problem.isEmpty())
            SKIP_ALL(qPrintable(u"no interop with a real OpenID provider: %1"_s.arg(npm.problem)));
        m_script = support::placeScript(QStringLiteral(OIDC_SCRIPTS "/provider.mjs"), npm.folder);
        QVERIFY(!m_script.isEmpty());
    }

    void whoSignedInMayEnter()
    {
        support::LineProcess provider(u"node"_s, {m_script, Client, Secret});
        const auto said = QJsonDocument::fromJson(provider.line()).object();
        const auto issuer = said["issuer"_L1].toString();
        QVERIFY(!issuer.isEmpty());
        const auto token = idToken(issuer, said["refreshToken"_L1].toString());
        QVERIFY(!token.isEmpty());

        support::RelayProcess relay(QStringLiteral(KRATEYARD_BINARY),
                                    {u"--config"_s, configFor(issuer, Client)});
        QTRY_COMPARE(ready(relay), 200);
        QVERIFY(mayEnter(relay, u"shop"_s, token));
        QVERIFY(!mayEnter(relay, u"other"_s, token));
        QVERIFY(!mayEnter(relay, u"shop"_s, token.chopped(8) + "AAAAAAAA"));
        QCOMPARE(relay.end(), 0);

        support::RelayProcess another(QStringLiteral(KRATEYARD_BINARY),
                                      {u"--config"_s, configFor(issuer, u"somebody-else"_s)});
        QTRY_COMPARE(ready(another), 200);
        QVERIFY(!mayEnter(another, u"shop"_s, token));
    }
};

QTEST_GUILESS_MAIN(RelayOidcTest)
#include "tst_relayoidc.moc"
