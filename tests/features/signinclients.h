// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkCookie>
#include <QNetworkCookieJar>
#include <QNetworkReply>
#include <QProcess>
#include <QTest>
#include <QUrl>

#include <memory>
#include <vector>

namespace support {

/// The program as a relay with a gateway, and all that it says.
class LoggedRelay
{
public:
    /// `more` arguments of `krateyard relay`.
    LoggedRelay(const QString &config, const QString &logFormat, const QStringList &more = {})
    {
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("QT_LOGGING_RULES"),
                           QStringLiteral("*.debug=true;qt.*=false"));
        m_process.setProcessEnvironment(environment);
        m_process.start(QStringLiteral(KRATEYARD_BINARY),
                        QStringList{QStringLiteral("relay"), QStringLiteral("--listen"),
                                    QStringLiteral("127.0.0.1:0"), QStringLiteral("--config"),
                                    config, QStringLiteral("--log-format"), logFormat}
                            + more);
        if (QTest::qWaitFor([this] { return m_process.canReadLine(); }, 20'000))
            m_port = m_process.readLine().trimmed().split(':').last().toInt();
        if (m_port == 0)
            qCritical() << m_process.readAllStandardError();
    }
    ~LoggedRelay()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    Q_DISABLE_COPY_MOVE(LoggedRelay)

    QUrl url(const QString &path = {}) const
    {
        return QUrl(QStringLiteral("http://127.0.0.1:%1%2").arg(m_port).arg(path));
    }
    QByteArray saidUntilTheEnd()
    {
        m_process.terminate();
        m_process.waitForFinished(20'000);
        return m_process.readAllStandardError() + m_process.readAllStandardOutput();
    }

private:
    QProcess m_process;
    int m_port = 0;
};

struct Answer
{
    int status = 0;
    QUrl location = {};
    QByteArrayList cookies = {}; ///< Set-Cookie
    QByteArray body = {};

    QJsonObject json() const { return QJsonDocument::fromJson(body).object(); }
};

/// A browser as far as this needs one: it keeps cookies, and goes where it is led.
class Browser
{
public:
    using Headers = std::vector<std::pair<QByteArray, QByteArray>>;

    Answer ask(const QByteArray &method, const QUrl &url, const Headers &headers = {})
    {
        QNetworkRequest request(url);
        request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                             QNetworkRequest::ManualRedirectPolicy);
        for (const auto &[name, value] : headers)
            request.setRawHeader(name, value);
        const std::unique_ptr<QNetworkReply> reply(m_network.sendCustomRequest(request, method));
        [&] { QTRY_VERIFY_WITH_TIMEOUT(reply->isFinished(), 20'000); }();
        Answer answer{.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(),
                      .location = url.resolved(QUrl::fromEncoded(reply->rawHeader("Location"))),
                      .body = reply->readAll()};
        for (const auto &[name, value] : reply->rawHeaderPairs()) {
            if (name.compare("set-cookie", Qt::CaseInsensitive) == 0)
                answer.cookies += value.split('\n');
        }
        return answer;
    }
    /// Where it is led to, up to the first address with that path.
    QUrl followed(QUrl url, const QString &path)
    {
        for (int hop = 0; hop < 12 && url.path() != path; ++hop)
            url = ask("GET", url).location;
        return url;
    }
    QByteArray cookie(const QUrl &url, const QByteArray &name)
    {
        for (const auto &cookie : m_network.cookieJar()->cookiesForUrl(url)) {
            if (cookie.name() == name)
                return cookie.value();
        }
        return {};
    }

private:
    QNetworkAccessManager m_network;
};

} // namespace support
