// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/api/apiclient.h"

#include "kube/api/apistream.h"
#include "kube/api/httpexchange.h"
#include "kube/api/rawstream.h"
#include "kube/api/secondtry.h"
#include "kube/auth/identity.h"
#include "kube/auth/networkholder.h"

#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPromise>
#include <QThread>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace kube {

constexpr int UnsentMs = 1000; // on a connection that works
constexpr qsizetype ObjectLimit = 16 * 1024 * 1024; // ten times what etcd takes

struct ApiClient::Call
{
    ApiRequest request;
    QPromise<Result<ApiAnswer>> promise;
    SecondTry secondTry;
    int refusals = 0;
    bool tooLong = false;

    void end(Result<ApiAnswer> result)
    {
        promise.addResult(std::move(result));
        promise.finish();
    }
};

ApiClient::ApiClient(Identity &identity, QObject *parent)
    : QObject(parent)
    , m_identity(identity)
{
}

ApiClient::~ApiClient() = default;

QUrl ApiClient::server() const
{
    return m_identity.server();
}

void ApiClient::dropConnections()
{
    m_identity.dropNetwork();
}

void ApiClient::setReachable(bool reachable)
{
    if (std::exchange(m_reachable, reachable) != reachable)
        Q_EMIT reachableChanged();
}

static bool mayChange(const ApiRequest &request)
{
    return request.method != "GET" && !request.changesNothing;
}

QFuture<Result<ApiAnswer>> ApiClient::send(const ApiRequest &request)
{
    if (m_readOnly && mayChange(request))
        return QtFuture::makeReadyValueFuture(
            Result<ApiAnswer>(std::unexpected(Error{.kind = Error::Kind::ReadOnly})));
    auto call = std::make_shared<Call>(request);
    call->promise.start();
    auto future = call->promise.future();
    launch(call);
    return future;
}

void ApiClient::launch(const std::shared_ptr<Call> &call)
{
    m_identity.credentials().then(this, [this, call](const Result<Identity::Credentials> &known) {
        if (!known)
            return call->end(std::unexpected(known.error()));
        call->secondTry.begins(*known);
        auto prepared = prepare(m_identity, *known, call->request);
        prepared.setTransferTimeout(call->request.silenceMs);
        auto *reply = dispatch(call->request, prepared);
        connect(reply, &QNetworkReply::downloadProgress, this,
                [call, reply](qint64 received, qint64) {
                    if (received <= call->request.bodyLimit)
                        return;
                    call->tooLong = true;
                    reply->abort();
                });
        connect(reply, &QNetworkReply::finished, this, [this, call, reply] {
            reply->deleteLater();
            finish(call, *reply);
        });
    });
}

QNetworkReply *ApiClient::dispatch(const ApiRequest &request, const QNetworkRequest &prepared)
{
    const auto network = m_identity.network();
    auto onWire = prepared;
    const auto verb = verbWithRepeatedHeaders(onWire, request.method);
    const bool multiplexed =
        mayMultiplex(m_identity, request) && verb == request.method && m_streams < MostStreams;
    onWire.setAttribute(QNetworkRequest::Http2AllowedAttribute, multiplexed);
    // With a body, even an empty one, Qt (6.8) begins in the next turn of the event loop, and a
    // setReadBufferSize() before that has no effect.
    auto *reply = request.body.isEmpty() && request.method == "GET"
        ? network->sendCustomRequest(onWire, verb, static_cast<QIODevice *>(nullptr))
        : network->sendCustomRequest(onWire, verb, request.body);
    reply->setParent(this); // the reply must not outlive the client that reads it
    if (multiplexed)
        share(*reply);
    // New credentials mean a new manager, and this call goes on with the old one.
    new NetworkHolder(network, *reply);
    judgeTls(*reply, m_identity.config());
    return reply;
}

// After GOAWAY, and when the server allows no more streams, Qt (6.8) keeps a request to itself for
// as long as the connection has others: neither sent nor refused.
void ApiClient::share(QNetworkReply &reply)
{
    ++m_streams;
    connect(&reply, &QObject::destroyed, this, [this] { --m_streams; });
    auto *unsent = new QTimer(&reply);
    connect(&reply, &QNetworkReply::requestSent, this, [this, &reply, unsent] {
        m_speaking = reply.manager();
        unsent->stop();
    });
    connect(unsent, &QTimer::timeout, this, [this, &reply] {
        // A first connection may still be on its way; not so one that others have left.
        if (m_speaking == reply.manager() || m_identity.network().get() != reply.manager())
            refuse(reply);
    });
    unsent->start(UnsentMs);
}

/// After a shared connection would not take `request`: the next try is on a new one, and the last
/// without sharing. False when there was enough of that.
bool ApiClient::goElsewhere(const QNetworkReply &reply, ApiRequest &request, int &refusals)
{
    if (refusals >= MostRefusals)
        return false;
    request.multiplexed = ++refusals < MostRefusals;
    // Others may have left it before.
    if (m_identity.network().get() == reply.manager())
        dropConnections();
    return true;
}

void ApiClient::finish(const std::shared_ptr<Call> &call, QNetworkReply &reply)
{
    if (call->tooLong)
        return call->end(std::unexpected(Error{
            .kind = Error::Kind::Malformed,
            .message = u"the answer is longer than %1 bytes"_s.arg(call->request.bodyLimit)}));
    const auto body = reply.isOpen() ? reply.readAll() : QByteArray(); // closed by a time-out
    const auto error = errorOf(reply, body);
    if (error && call->secondTry.isWorthAfter(*error, m_identity))
        return launch(call);
    if (error && isRefusedStream(reply) && goElsewhere(reply, call->request, call->refusals))
        return launch(call);
    if (error)
        return call->end(std::unexpected(*error));
    call->end(ApiAnswer{.body = body,
                        .contentType = reply.rawHeader("Content-Type"),
                        .warning = reply.rawHeader("Warning")});
}

static Result<QJsonObject> objectIn(const QByteArray &body)
{
    const auto document = QJsonDocument::fromJson(body);
    if (!document.isObject())
        return std::unexpected(Error{.kind = Error::Kind::Malformed,
                                     .code = 200,
                                     .message = u"the answer is not a JSON object"_s});
    return document.object();
}

QFuture<Result<QJsonObject>> ApiClient::get(const ObjectRef &ref, const QUrlQuery &query)
{
    return send({.path = pathOf(ref), .query = query})
        .then(this, [](const Result<ApiAnswer> &answer) -> Result<QJsonObject> {
            if (!answer)
                return std::unexpected(answer.error());
            return objectIn(answer->body);
        });
}

QFuture<Result<QJsonObject>> ApiClient::getAnew(const ObjectRef &ref)
{
    struct Question
    {
        QPromise<Result<QJsonObject>> promise;
        QByteArray body;
    };
    auto question = std::make_shared<Question>();
    question->promise.start();
    auto *stream = rawStream({.path = pathOf(ref)}).release();
    stream->setParent(this); // it must not outlive the client
    connect(stream, &RawStream::received, this,
            [client = this, question, stream](const QByteArray &bytes) {
                question->body += bytes;
                if (question->body.size() <= ObjectLimit)
                    return;
                stream->deleteLater();
                stream->disconnect(client);
                question->promise.addResult(objectIn({}));
                question->promise.finish();
            });
    connect(stream, &RawStream::ended, this, [question, stream](const std::optional<Error> &error) {
        stream->deleteLater();
        question->promise.addResult(error ? Result<QJsonObject>(std::unexpected(*error))
                                          : objectIn(question->body));
        question->promise.finish();
    });
    stream->start();
    return question->promise.future();
}

std::unique_ptr<ApiStream> ApiClient::stream(const ApiRequest &request)
{
    return std::unique_ptr<ApiStream>(new ApiStream(*this, request));
}

std::unique_ptr<RawStream> ApiClient::rawStream(const ApiRequest &request)
{
    return std::unique_ptr<RawStream>(new RawStream(*this, request));
}

/// One for all: its streams are read in turns.
std::shared_ptr<QThread> ApiClient::reader()
{
    if (m_reader)
        return m_reader;
    m_reader = std::shared_ptr<QThread>(new QThread, [](QThread *thread) {
        thread->quit(); // it never has more than a few blocks to do
        thread->wait();
        delete thread;
    });
    m_reader->setObjectName(u"log reader"_s);
    m_reader->start();
    return m_reader;
}

} // namespace kube
