// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/demo/httpconnection.h"

#include <QTcpSocket>
#include <QUrl>

#include <algorithm>
#include <ranges>

using namespace Qt::StringLiterals;

namespace demo {

static constexpr qint64 maxHead = 64 * 1024;
static constexpr qint64 maxBody = 4 * 1024 * 1024;

QByteArray HttpRequest::header(QByteArrayView name) const
{
    const auto found = std::ranges::find(headers, name, &std::pair<QByteArray, QByteArray>::first);
    return found == headers.end() ? QByteArray() : found->second;
}

QString HttpRequest::queryValue(const QString &key) const
{
    return query.queryItemValue(key, QUrl::FullyDecoded);
}

bool HttpRequest::queryFlag(const QString &key) const
{
    const auto value = queryValue(key);
    return value == "true"_L1 || value == "1"_L1;
}

bool HttpRequest::isWebSocket() const
{
    return header("upgrade").compare("websocket", Qt::CaseInsensitive) == 0;
}

static QByteArray reasonPhrase(int code)
{
    switch (code) {
    case 200: return "OK";
    case 201: return "Created";
    case 400: return "Bad Request";
    case 401: return "Unauthorized";
    case 403: return "Forbidden";
    case 404: return "Not Found";
    case 405: return "Method Not Allowed";
    case 406: return "Not Acceptable";
    case 409: return "Conflict";
    case 410: return "Gone";
    case 413: return "Request Entity Too Large";
    case 415: return "Unsupported Media Type";
    case 422: return "Unprocessable Entity";
    case 429: return "Too Many Requests";
    case 431: return "Request Header Fields Too Large";
    case 500: return "Internal Server Error";
    case 503: return "Service Unavailable";
    default: return "Status";
    }
}

HttpConnection::HttpConnection(QTcpSocket *socket, QObject *parent)
    : QObject(parent)
    , m_socket(socket)
{
    m_socket->setParent(this);
    m_socket->setReadBufferSize(maxHead + maxBody);
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    connect(m_socket, &QTcpSocket::readyRead, this, &HttpConnection::read);
    connect(m_socket, &QTcpSocket::bytesWritten, this, &HttpConnection::drained);
    connect(m_socket, &QTcpSocket::disconnected, this, &HttpConnection::gone);
    // Bytes may have arrived before the connections above were made.
    QMetaObject::invokeMethod(this, &HttpConnection::read, Qt::QueuedConnection);
}

void HttpConnection::read()
{
    if (m_busy || !m_socket || m_socket->bytesAvailable() == 0)
        return;
    if (!m_haveHead) {
        const auto seen = m_socket->peek(maxHead);
        const auto end = seen.indexOf("\r\n\r\n");
        if (end < 0) {
            if (seen.size() >= maxHead)
                refuse(431, "the request's header is too large");
            return;
        }
        m_headLength = end + 4;
        if (!readHead(seen.first(end)))
            return;
        m_haveHead = true;
        if (m_request.isWebSocket()) {
            m_headUnread = true; // stays in the socket for whoever makes the handshake
            dispatch();
            return;
        }
        m_socket->skip(m_headLength);
        if (m_request.header("expect") == "100-continue")
            m_socket->write("HTTP/1.1 100 Continue\r\n\r\n");
    }
    if (m_chunked ? readChunks() : readBody())
        dispatch();
}

bool HttpConnection::readHead(const QByteArray &head)
{
    m_request = {};
    const auto lines = head.split('\n');
    const auto words = lines.first().trimmed().split(' ');
    if (words.size() != 3 || !words[2].startsWith("HTTP/1.") || !words[1].startsWith('/')) {
        refuse(400, "this is no HTTP/1.1 request");
        return false;
    }
    m_request.method = words[0];
    const auto question = words[1].indexOf('?');
    const auto rawPath = question < 0 ? words[1] : words[1].first(question);
    m_request.path = QUrl::fromPercentEncoding(rawPath);
    for (const auto &part : rawPath.split('/'))
        if (!part.isEmpty())
            m_request.segments.append(QUrl::fromPercentEncoding(part));
    if (question >= 0) {
        auto query = words[1].sliced(question + 1);
        query.replace('+', "%20"); // Go writes a space as +, QUrlQuery reads only %20
        m_request.query = QUrlQuery(QString::fromLatin1(query));
    }
    for (const auto &line : lines | std::views::drop(1)) {
        const auto colon = line.indexOf(':');
        if (colon > 0)
            m_request.headers.append(
                {line.first(colon).trimmed().toLower(), line.sliced(colon + 1).trimmed()});
    }

    m_chunked = m_request.header("transfer-encoding").compare("chunked", Qt::CaseInsensitive) == 0;
    m_bodyLength = m_request.header("content-length").toLongLong();
    if (m_bodyLength < 0 || m_bodyLength > maxBody) {
        refuse(413, "the request's body is too large");
        return false;
    }
    m_keepAlive = m_request.header("connection").toLower() != "close";
    return true;
}

bool HttpConnection::readBody()
{
    m_request.body += m_socket->read(m_bodyLength - m_request.body.size());
    return m_request.body.size() >= m_bodyLength;
}

// RFC 9112 section 7.1; trailers are skipped.
bool HttpConnection::readChunks()
{
    m_chunkBuffer += m_socket->readAll();
    while (true) {
        const auto lineEnd = m_chunkBuffer.indexOf("\r\n");
        if (lineEnd < 0)
            return false;
        bool ok = false;
        const auto size = m_chunkBuffer.first(lineEnd).split(';').first().toLongLong(&ok, 16);
        if (!ok || size < 0 || m_request.body.size() + size > maxBody) {
            refuse(413, "the request's body is too large");
            return false;
        }
        if (m_chunkBuffer.size() < lineEnd + 2 + size + 2)
            return false;
        m_request.body += m_chunkBuffer.sliced(lineEnd + 2, size);
        m_chunkBuffer.remove(0, lineEnd + 2 + size + 2);
        if (size == 0)
            return true;
    }
}

void HttpConnection::dispatch()
{
    m_busy = true;
    m_haveHead = false;
    m_chunkBuffer.clear();
    Q_EMIT requested(m_request);
}

void HttpConnection::respond(int code, const QByteArray &contentType, const QByteArray &body,
                             const HttpHeaders &headers)
{
    if (!m_socket)
        return;
    writeHead(code, contentType,
              headers + HttpHeaders{{"Content-Length", QByteArray::number(body.size())}});
    if (m_request.method != "HEAD")
        writeBody(body);
    finishAnswer();
}

void HttpConnection::beginStream(int code, const QByteArray &contentType)
{
    if (!m_socket)
        return;
    m_streaming = true;
    writeHead(code, contentType, {{"Transfer-Encoding", "chunked"}});
}

void HttpConnection::writeStream(const QByteArray &bytes)
{
    if (m_socket && !bytes.isEmpty())
        writeBody(QByteArray::number(bytes.size(), 16) + "\r\n" + bytes + "\r\n");
}

void HttpConnection::endStream()
{
    if (!m_socket || !m_streaming)
        return;
    m_streaming = false;
    m_socket->write("0\r\n\r\n");
    finishAnswer();
}

qint64 HttpConnection::bytesWaiting() const
{
    return m_socket ? m_socket->bytesToWrite() : 0;
}

void HttpConnection::writeHead(int code, const QByteArray &contentType, const HttpHeaders &headers)
{
    if (m_headUnread) {
        m_socket->skip(m_headLength); // an upgrade that is refused
        m_headUnread = false;
        m_keepAlive = false;
    }
    QByteArray head = "HTTP/1.1 " + QByteArray::number(code) + ' ' + reasonPhrase(code) + "\r\n";
    if (!contentType.isEmpty())
        head += "Content-Type: " + contentType + "\r\n";
    for (const auto &[name, value] : headers)
        head += name + ": " + value + "\r\n";
    if (!m_keepAlive)
        head += "Connection: close\r\n";
    m_socket->write(head + "\r\n");
}

void HttpConnection::writeBody(const QByteArray &bytes)
{
    if (m_cutAfter < 0) {
        m_socket->write(bytes);
        return;
    }
    const auto part = std::min<qint64>(m_cutAfter, bytes.size());
    m_socket->write(bytes.first(part));
    m_cutAfter -= part;
    if (m_cutAfter == 0) {
        m_streaming = false;
        m_keepAlive = false;
        close();
    }
}

void HttpConnection::finishAnswer()
{
    m_busy = false;
    m_request = {};
    if (!m_keepAlive)
        close();
    else if (m_socket && m_socket->bytesAvailable() > 0)
        QMetaObject::invokeMethod(this, &HttpConnection::read, Qt::QueuedConnection);
}

void HttpConnection::refuse(int code, const QByteArray &why)
{
    m_keepAlive = false;
    m_busy = true;
    writeHead(code, "text/plain", {{"Content-Length", QByteArray::number(why.size())}});
    m_socket->write(why);
    close();
}

void HttpConnection::writeRaw(const QByteArray &bytes)
{
    if (m_socket)
        m_socket->write(bytes);
}

void HttpConnection::close()
{
    m_busy = true; // nothing more is read
    if (m_socket)
        m_socket->disconnectFromHost();
}

void HttpConnection::abort()
{
    if (m_socket)
        m_socket->abort();
}

QTcpSocket *HttpConnection::takeSocket()
{
    auto *socket = std::exchange(m_socket, nullptr);
    if (socket) {
        socket->disconnect(this);
        socket->setReadBufferSize(0);
        socket->setParent(nullptr);
    }
    gone();
    return socket;
}

void HttpConnection::gone()
{
    if (auto *socket = std::exchange(m_socket, nullptr))
        socket->disconnect(this);
    m_busy = true;
    Q_EMIT closed();
    deleteLater();
}

} // namespace demo
