// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/error.h"
#include "kube/objectref.h"

#include <QFuture>
#include <QHttpHeaders>
#include <QJsonObject>
#include <QObject>
#include <QUrl>
#include <QUrlQuery>

#include <memory>

class QNetworkAccessManager;
class QNetworkReply;
class QNetworkRequest;
class QSslSocket;
class QThread;
class QWebSocket;

namespace kube {

class ApiStream;
class Identity;
class RawStream;

/// One request to the API server. `path` is absolute below the server's URL and percent-encoded.
/// The limits hold for answers that are read whole.
struct ApiRequest
{
    QString path = {};
    QUrlQuery query = {};
    QByteArray accept = "application/json";
    QByteArray method = "GET";
    QByteArray body = {};
    QByteArray contentType = {};
    qint64 bodyLimit = 256 * 1024 * 1024; ///< bytes; a longer answer is an error
    int silenceMs = 30'000; ///< how long the server may say nothing
    /// Whether it may share an HTTP/2 connection with others of its kind: watches and pings, small
    /// and long. Not what may be large: Qt (6.8) holds no HTTP/2 server back, see ApiStream.
    bool multiplexed = false;
    /// Of what is no GET: whether it leaves the cluster as it is, as a dry run or a review does.
    bool changesNothing = false;
};

/// The body of a successful answer, with what its headers said.
struct ApiAnswer
{
    QByteArray body = {};
    QByteArray contentType = {};
    QByteArray warning = {}; ///< the `Warning` header, if any (RFC 9111 section 5.5)

    bool operator==(const ApiAnswer &) const = default;
};

/// A request that asks to leave HTTP. `path` as in ApiRequest.
struct UpgradeRequest
{
    QString path = {};
    QUrlQuery query = {};
    QByteArray method = "POST";
    QByteArray upgrade = {}; ///< for example "SPDY/3.1"
    QHttpHeaders headers = {}; ///< besides those that every upgrade has
};

/// A connection that has left HTTP.
struct UpgradedSocket
{
    std::shared_ptr<QSslSocket> socket = {}; ///< the only share; encrypted or not
    QHttpHeaders headers = {}; ///< of the answer
};

/// Talks to one API server on behalf of one user.
///
/// Every call returns at once and completes once, on the thread that owns the client, with a
/// value or an Error; nothing throws. Destroying the client aborts its calls and cancels their
/// futures, so a continuation never runs on a dead client. A 401 refreshes the credentials once
/// (exec plugin, token file) and tries again.
class ApiClient : public QObject
{
    Q_OBJECT

public:
    /// `identity` says who is asking and is borrowed; it must outlive the client.
    explicit ApiClient(Identity &identity, QObject *parent = nullptr);
    ~ApiClient() override;

    /// Sends a request whose answer is read whole.
    [[nodiscard]] QFuture<Result<ApiAnswer>> send(const ApiRequest &request);
    /// Reads one object, or a collection when the name is empty.
    [[nodiscard]] QFuture<Result<QJsonObject>> get(const ObjectRef &ref,
                                                   const QUrlQuery &query = {});

    /// The same of one object on a new connection: for whoever suspects that the old ones are
    /// half-open.
    [[nodiscard]] QFuture<Result<QJsonObject>> getAnew(const ObjectRef &ref);

    /// Opens a request whose answer goes on: a watch. The caller owns the stream; nothing is
    /// sent before ApiStream::start().
    [[nodiscard]] std::unique_ptr<ApiStream> stream(const ApiRequest &request);
    /// The same for what may be large: a log. Without a body.
    [[nodiscard]] std::unique_ptr<RawStream> rawStream(const ApiRequest &request);

    /// Leaves HTTP on a connection of its own: `Connection: Upgrade` to the protocol `upgrade`
    /// names. Continues, after a 101, with the open socket, which the caller owns; what the server
    /// said after its answer's head is still unread in it. An Error has the server's own words and
    /// its HTTP status. Credentials, TLS and proxy are the identity's.
    /// https://www.rfc-editor.org/rfc/rfc9110#section-7.8
    [[nodiscard]] QFuture<Result<UpgradedSocket>> openUpgrade(const UpgradeRequest &request);

    /// Opens a WebSocket to `path`, for exec, attach and port-forward. Continues with an open
    /// socket that the caller owns, its agreed sub-protocol in QWebSocket::subprotocol(), or with
    /// an Error whose `code` is the HTTP status of the refusal when there was one. Text that
    /// arrives before the caller connected its slots is not lost: the future's continuation runs
    /// before the socket reads on.
    [[nodiscard]] QFuture<Result<std::shared_ptr<QWebSocket>>>
    openWebSocket(const QString &path, const QUrlQuery &query, const QStringList &subprotocols);

    QUrl server() const;

    /// Whoever watches over the connection (Cluster) tells here that the server stopped answering,
    /// or answers again, so that every watch and log can react at once.
    void setReachable(bool reachable);
    bool isReachable() const { return m_reachable; }
    /// Whether the server may be asked for a list as a watch that begins with everything there is
    /// (WatchList). Whoever knows the version says so; whoever is refused takes it back.
    void setOffersWatchList(bool offers) { m_watchList = offers; }
    bool offersWatchList() const { return m_watchList; }
    /// While read-only, nothing that could change the cluster is sent (commands in containers
    /// count): it fails at once with Error::Kind::ReadOnly.
    void setReadOnly(bool readOnly) { m_readOnly = readOnly; }
    bool isReadOnly() const { return m_readOnly; }
    /// Opens new connections from now on: the old ones may be half-open. Calls under way go on.
    void dropConnections();

Q_SIGNALS:
    void reachableChanged();
    /// A stream lost its connection: a good moment to look whether the server is still there.
    void connectionLost();

private:
    friend class ApiStream;
    friend class RawStream;
    struct Call;
    struct RawUpgrade;
    struct Upgrade;
    /// HTTP/2 streams that may be open on one connection. Go's servers allow 100 to 250; beyond
    /// what the server allows Qt would let requests wait for a watch to end.
    static constexpr int MostStreams = 80;
    static constexpr int MostRefusals = 2;
    std::shared_ptr<QThread> reader();
    QNetworkReply *dispatch(const ApiRequest &request, const QNetworkRequest &prepared);
    void share(QNetworkReply &reply);
    bool goElsewhere(const QNetworkReply &reply, ApiRequest &request, int &refusals);
    void launch(const std::shared_ptr<Call> &call);
    void finish(const std::shared_ptr<Call> &call, QNetworkReply &reply);
    void launch(const std::shared_ptr<RawUpgrade> &upgrade);
    void follow(const std::shared_ptr<RawUpgrade> &upgrade);
    void read(const std::shared_ptr<RawUpgrade> &upgrade, bool isAll);
    void launch(const std::shared_ptr<Upgrade> &upgrade);

    Identity &m_identity;
    bool m_reachable = true;
    bool m_watchList = false;
    bool m_readOnly = false;
    int m_streams = 0; ///< multiplexed replies under way
    std::shared_ptr<QThread> m_reader; ///< of raw streams, which have shares; null before the first
    const QObject *m_speaking = nullptr; ///< the manager whose shared connection is known to work
};

} // namespace kube
