// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/api/apiclient.h"
#include "kube/auth/identity.h"

#include <QNetworkRequest>

#include <chrono>

class QNetworkReply;

namespace kube {

/// How long a server may be silent in the middle of an ordinary answer.
constexpr std::chrono::milliseconds AnswerTimeout = std::chrono::seconds(30);

/// How much is read of a refusal, in which the server says why.
constexpr qint64 RefusalLimit = 64 * 1024;

/// The server's URL with `path` and `query` added; `path` is percent-encoded already.
QUrl urlOf(const Identity &identity, const QString &path, const QUrlQuery &query);

/// The headers of a request, without those that HTTP itself needs.
QHttpHeaders headersOf(const Identity::Credentials &credentials, const ApiRequest &request);

/// What a Retry-After says, a number or a date, as seconds from now: 0 to an hour.
int retryAfterSeconds(QByteArrayView header);

/// A request as Qt sends it: headers, TLS, limits. HTTP/1.1, unless dispatch allows more.
QNetworkRequest prepare(const Identity &identity, const Identity::Credentials &credentials,
                        const ApiRequest &request);

/// Whether a request may go over a shared HTTP/2 connection: a multiplexed one over TLS, also
/// through a proxy (CONNECT and SOCKS5 are tunnels: ALPN is between Qt and the server). All others
/// have an HTTP/1.1 connection for each call that goes on, because setReadBufferSize() holds the
/// server back there and only there, see ApiStream.
bool mayMultiplex(const Identity &identity, const ApiRequest &request);

/// Ends a reply whose request a shared connection does not take.
void refuse(QNetworkReply &reply);

/// Whether a shared connection did not take the request, which is not known to the server then: it
/// has said GOAWAY or allows no more streams, but Qt goes on using it while old ones are open.
bool isRefusedStream(const QNetworkReply &reply);

/// What to hand to QNetworkAccessManager as the method. The manager (Qt 6.8) joins header lines of
/// one name with a comma, but kube-apiserver wants one Impersonate-Group line for each group: such
/// lines are taken out of `request` and written right after the request line.
QByteArray verbWithRepeatedHeaders(QNetworkRequest &request, const QByteArray &method);

/// Follows the TLS verdict of a reply: `insecure-skip-tls-verify` accepts everything, otherwise the
/// reasons are kept for errorOf().
void judgeTls(QNetworkReply &reply, const ClientConfig &config);

/// Why a finished reply failed; no value when it is a success (2xx and complete).
std::optional<Error> errorOf(QNetworkReply &reply, const QByteArray &body);

/// What ends a call whose client has gone.
Error closedError();

/// One sentence out of TLS errors, for example "The certificate has expired".
QString textOf(const QList<QSslError> &errors);

} // namespace kube
