// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/api/httpexchange.h"

#include <QDateTime>
#include <QHostAddress>
#include <QHttp1Configuration>
#include <QLocale>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QSslError>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace kube {
namespace {

constexpr qint64 DecompressedWithoutCheck = 256 * 1024 * 1024;
constexpr int ConnectionsPerHost = 200; // every watch and every log holds one
constexpr auto TlsProblemProperty = "tlsProblem";
constexpr auto RefusedProperty = "refused";

Error::Kind kindOf(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::TimeoutError:
    case QNetworkReply::OperationCanceledError: // what setTransferTimeout() ends with
        return Error::Kind::Timeout;
    case QNetworkReply::SslHandshakeFailedError: return Error::Kind::Tls;
    case QNetworkReply::ProtocolFailure:
    case QNetworkReply::ProtocolUnknownError:
    case QNetworkReply::UnknownContentError: return Error::Kind::Malformed;
    default: return Error::Kind::Unreachable;
    }
}

} // namespace

QUrl urlOf(const Identity &identity, const QString &path, const QUrlQuery &query)
{
    auto url = identity.server();
    url.setPath(url.path(QUrl::FullyEncoded) + path, QUrl::TolerantMode);
    if (!query.isEmpty())
        url.setQuery(query);
    return url;
}

QHttpHeaders headersOf(const Identity::Credentials &credentials, const ApiRequest &request)
{
    auto headers = credentials.headers;
    headers.append(QHttpHeaders::WellKnownHeader::Accept, request.accept);
    headers.append(QHttpHeaders::WellKnownHeader::UserAgent, "krateyard");
    if (!request.contentType.isEmpty())
        headers.append(QHttpHeaders::WellKnownHeader::ContentType, request.contentType);
    return headers;
}

int retryAfterSeconds(QByteArrayView header)
{
    bool isNumber = false;
    const int seconds = header.toInt(&isNumber);
    if (isNumber)
        return qBound(0, seconds, 3600);
    const auto date =
        QLocale::c().toDateTime(QString::fromLatin1(header), u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s);
    if (!date.isValid())
        return 0;
    const auto utc = QDateTime(date.date(), date.time(), QTimeZone::UTC);
    return int(qBound(0LL, QDateTime::currentDateTimeUtc().secsTo(utc), 3600LL));
}

QNetworkRequest prepare(const Identity &identity, const Identity::Credentials &credentials,
                        const ApiRequest &request)
{
    QNetworkRequest result(urlOf(identity, request.path, request.query));
    auto headers = headersOf(credentials, request);
    const auto host = result.url().host();
    const bool local = host == "localhost"_L1 || QHostAddress(host).isLoopback();
    if (local
        || identity.config().disableCompression) // packing costs the server more than it saves
        headers.append(QHttpHeaders::WellKnownHeader::AcceptEncoding, "identity");
    result.setHeaders(headers);
    if (credentials.tls)
        result.setSslConfiguration(*credentials.tls);
    if (!identity.config().tlsServerName.isEmpty())
        result.setPeerVerifyName(identity.config().tlsServerName);
    result.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    result.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    result.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    result.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    QHttp1Configuration http1;
    http1.setNumberOfConnectionsPerHost(ConnectionsPerHost);
    result.setHttp1Configuration(http1);
    result.setDecompressedSafetyCheckThreshold(DecompressedWithoutCheck);
    return result;
}

bool mayMultiplex(const Identity &identity, const ApiRequest &request)
{
    return request.multiplexed && identity.server().scheme() == "https"_L1;
}

void refuse(QNetworkReply &reply)
{
    reply.setProperty(RefusedProperty, true);
    reply.abort();
}

bool isRefusedStream(const QNetworkReply &reply)
{
    if (reply.property(RefusedProperty).toBool())
        return true;
    return reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() == 0
        && (reply.error() == QNetworkReply::ProtocolUnknownError
            || reply.error() == QNetworkReply::ProtocolFailure // REFUSED_STREAM
            || reply.error() == QNetworkReply::ContentReSendError)
        && reply.request().attribute(QNetworkRequest::Http2AllowedAttribute).toBool();
}

QByteArray verbWithRepeatedHeaders(QNetworkRequest &request, const QByteArray &method)
{
    const auto all = request.headers();
    auto once = all;
    QByteArray lines;
    for (qsizetype i = 0; i < all.size(); ++i) {
        const auto name = all.nameAt(i);
        if (all.values(name).size() < 2)
            continue;
        // QHttpHeaders takes no line breaks, so a value cannot begin a line of its own.
        lines +=
            QByteArray(name.data(), name.size()) + ": " + all.valueAt(i).toByteArray() + "\r\n";
        once.removeAll(name);
    }
    if (lines.isEmpty())
        return method;
    request.setHeaders(once);
    // Qt writes the method, a space, the target and " HTTP/1.1": that ends up as the value of a
    // header that nobody reads.
    const auto target =
        request.url().toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority | QUrl::RemoveFragment);
    return method + ' ' + target + " HTTP/1.1\r\n" + lines + "X-Request-Line:";
}

void judgeTls(QNetworkReply &reply, const ClientConfig &config)
{
    const bool insecure = config.insecureSkipTlsVerify;
    QObject::connect(&reply, &QNetworkReply::sslErrors, &reply,
                     [&reply, insecure](const QList<QSslError> &errors) {
                         if (insecure)
                             reply.ignoreSslErrors();
                         else
                             reply.setProperty(TlsProblemProperty, textOf(errors));
                     });
}

std::optional<Error> errorOf(QNetworkReply &reply, const QByteArray &body)
{
    const int code = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (code >= 300) {
        auto error = Error::fromStatus(code, body);
        if (const int seconds = retryAfterSeconds(reply.rawHeader("Retry-After")); seconds > 0)
            error.retryAfterSeconds = seconds;
        return error;
    }
    if (reply.error() == QNetworkReply::NoError)
        return {};
    Error error{.kind = kindOf(reply.error()), .message = reply.errorString()};
    if (const auto problem = reply.property(TlsProblemProperty).toString(); !problem.isEmpty()) {
        error.kind = Error::Kind::Tls;
        error.message = problem;
    }
    return error;
}

Error closedError()
{
    return {.kind = Error::Kind::Other, .message = u"the cluster was closed"_s};
}

QString textOf(const QList<QSslError> &errors)
{
    QStringList texts;
    for (const auto &error : errors) {
        auto text = error.errorString();
        if (error.error() == QSslError::CertificateExpired && !error.certificate().isNull())
            text += u" ("_s + error.certificate().expiryDate().toString(Qt::ISODate) + u')';
        if (!texts.contains(text))
            texts.append(text);
    }
    return texts.join(u"; "_s);
}

} // namespace kube
