// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QStringList>
#include <QUrlQuery>

#include <utility>

class QTcpSocket;

namespace demo {

using HttpHeaders = QList<std::pair<QByteArray, QByteArray>>;

/// One request as it came over the wire.
struct HttpRequest
{
    QByteArray method = {};
    QString path = {}; ///< percent-decoded, without the query
    QStringList segments = {}; ///< the parts of the path, each decoded on its own
    QUrlQuery query = {};
    HttpHeaders headers = {}; ///< names in lower case
    QByteArray body = {};
    QString user = {}; ///< filled in by the server once the request is authenticated

    QByteArray header(QByteArrayView name) const; ///< `name` in lower case; empty when missing
    QString queryValue(const QString &key) const; ///< decoded
    bool queryFlag(const QString &key) const; ///< "true" or "1"
    bool isWebSocket() const;
};

/// One client's connection: reads HTTP/1.1 requests one after the other and writes the answers.
///
/// Bounds: 64 KiB of header, 4 MiB of body. Whoever takes `requested` must answer once, with
/// respond() or with beginStream() … endStream(), or take the socket away for a WebSocket; only
/// then is the next request read. Deletes itself after `closed`.
class HttpConnection : public QObject
{
    Q_OBJECT

public:
    /// Takes over `socket`.
    HttpConnection(QTcpSocket *socket, QObject *parent);

    void respond(int code, const QByteArray &contentType, const QByteArray &body,
                 const HttpHeaders &headers = {});
    void beginStream(int code, const QByteArray &contentType);
    void writeStream(const QByteArray &bytes);
    void endStream();
    qint64 bytesWaiting() const; ///< written, but not yet taken by the client

    /// Cuts the connection once this many bytes of the next answer's body are written.
    void cutAfter(qint64 bytes) { m_cutAfter = bytes; }
    void writeRaw(const QByteArray &bytes); ///< as it is, no HTTP around it
    void close(); ///< after what is written has left
    void abort(); ///< at once, as a broken network does

    /// Gives up the socket with the upgrade request still unread in it. Closes this connection.
    [[nodiscard]] QTcpSocket *takeSocket();

Q_SIGNALS:
    void requested(const demo::HttpRequest &request);
    void drained(); ///< the client took some bytes
    void closed();

private:
    void read();
    bool readHead(const QByteArray &head);
    bool readBody();
    bool readChunks();
    void dispatch();
    void writeHead(int code, const QByteArray &contentType, const HttpHeaders &headers);
    void writeBody(const QByteArray &bytes);
    void finishAnswer();
    void refuse(int code, const QByteArray &why);
    void gone();

    QTcpSocket *m_socket;
    HttpRequest m_request;
    QByteArray m_chunkBuffer;
    qint64 m_bodyLength = 0;
    qint64 m_cutAfter = -1;
    bool m_haveHead = false;
    bool m_chunked = false;
    bool m_busy = false; ///< a request is being answered
    bool m_streaming = false;
    bool m_keepAlive = true;
    bool m_headUnread = false; ///< the head of an upgrade is still in the socket
    qsizetype m_headLength = 0;
};

} // namespace demo
