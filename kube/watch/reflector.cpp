// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/watch/reflector.h"

#include "kube/api/apiclient.h"
#include "kube/api/apistream.h"
#include "kube/api/queryparams.h"
#include "kube/watch/backoff.h"
#include "kube/watch/decodequeue.h"

#include <QElapsedTimer>
#include <QLoggingCategory>
#include <QMetaMethod>
#include <QPointer>
#include <QRandomGenerator>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

Q_LOGGING_CATEGORY(watchLog, "kube.watch", QtInfoMsg)

namespace kube {
namespace {

// client-go calls a watch that ends sooner, without an event, "very short" and an error.
constexpr qint64 ShortWatchMs = 1000;
constexpr qsizetype MostPending = 4 * 1024 * 1024; // undecoded bytes before the server is held back
const QByteArray TableAccept = "application/json;as=Table;v=v1;g=meta.k8s.io,application/json";

bool isRefusal(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::Unauthorized:
    case Error::Kind::Forbidden:
    case Error::Kind::NotFound:
    case Error::Kind::Invalid:
    case Error::Kind::Credentials:
    case Error::Kind::Config:
    case Error::Kind::Tls: return true;
    case Error::Kind::Unreachable:
    case Error::Kind::Timeout:
    case Error::Kind::Conflict:
    case Error::Kind::Gone:
    case Error::Kind::TooManyRequests:
    case Error::Kind::Server:
    case Error::Kind::Malformed:
    case Error::Kind::Other: return false;
    }
    Q_UNREACHABLE_RETURN(false);
}

} // namespace

class Reflector::Private
{
public:
    Private(Reflector *reflector, ApiClient &apiClient, Options wanted)
        : q(reflector)
        , client(apiClient)
        , options(std::move(wanted))
        , backoff(options.pace.firstWait)
    {
        retry.setSingleShot(true);
        silence.setSingleShot(true);
    }

    ApiRequest request(ListOptions query) const; ///< `query` and what holds for list and watch
    void open(const ApiRequest &request, DecodeQueue::Form form);
    void close();
    void list();
    void watch();
    void listDecoded(const DecodedBatch &batch);
    void listDone(const ListSummary &summary);
    void watchDecoded(const DecodedBatch &batch);
    void watchFailed(const Error &error);
    void gone(const Error &error);
    void wentSilent();
    bool isReading(const DecodeQueue *queue) const { return decoder.get() == queue; }
    void streamEnded(const std::optional<Error> &error);
    void failed(const Error &error);
    void setState(State next);
    void showColumns(const QList<TableColumn> &next);
    void reachableChanged();

    Reflector *const q;
    ApiClient &client;
    const Options options;

    std::unique_ptr<ApiStream> stream;
    std::unique_ptr<DecodeQueue> decoder;
    QTimer retry; ///< until the next list or watch
    QTimer silence; ///< since the server last said something
    QElapsedTimer watching;
    Backoff backoff;
    State state = State::Idle;
    std::optional<Error> error;
    QDateTime heard;
    QList<TableColumn> columns;
    std::vector<ResourceItem> pages; ///< of the list under way, for replaced()
    bool gathers = false; ///< somebody wants replaced()
    QString version; ///< empty: list before watching
    QString listVersion = u"0"_s; ///< "0" may come from the server's cache, empty reads through
    QString continueToken;
    bool inOnePiece = false; ///< paging took longer than the server keeps its continue tokens
    bool relisted = false; ///< after a 410, and the watch has not shown that it helped
    std::optional<Error> streamError;
    bool streamDone = false;
    bool isWatch = false;
};

Reflector::Reflector(ApiClient &client, Options options, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, client, std::move(options)))
{
    connect(&d->retry, &QTimer::timeout, this, [this] {
        if (d->version.isEmpty())
            d->list();
        else
            d->watch();
    });
    connect(&d->silence, &QTimer::timeout, this, [this] { d->wentSilent(); });
    connect(&client, &ApiClient::reachableChanged, this, [this] { d->reachableChanged(); });
}

Reflector::~Reflector() = default;

void Reflector::start()
{
    if (d->state != State::Idle)
        return;
    const QPointer<Reflector> alive(this);
    d->setState(State::Listing);
    if (alive && d->state == State::Listing && !d->stream)
        d->list();
}

void Reflector::stop()
{
    d->close();
    d->retry.stop();
    d->version.clear();
    d->listVersion = u"0"_s;
    d->continueToken.clear();
    d->pages.clear();
    d->inOnePiece = false;
    d->relisted = false;
    d->error.reset();
    d->setState(State::Idle);
}

Reflector::State Reflector::state() const
{
    return d->state;
}

const Reflector::Options &Reflector::options() const
{
    return d->options;
}

std::optional<Error> Reflector::lastError() const
{
    return d->error;
}

QDateTime Reflector::lastHeard() const
{
    return d->heard;
}

ApiRequest Reflector::Private::request(ListOptions query) const
{
    ApiRequest request{
        .path = pathOf({.gvr = options.resource.gvr(),
                        .nameSpace = options.resource.namespaced ? options.nameSpace : QString()})};
    query.labelSelector = options.labelSelector;
    query.fieldSelector = options.fieldSelector;
    auto params = paramsOf(query);
    if (options.format == Format::Table) {
        request.accept = TableAccept;
        params.add(u"includeObject"_s, u"Metadata"_s);
    }
    request.query = params.toQuery();
    return request;
}

void Reflector::Private::open(const ApiRequest &request, DecodeQueue::Form form)
{
    close();
    streamDone = false;
    streamError.reset();
    decoder = std::make_unique<DecodeQueue>(form);
    stream = client.stream(request);
    QObject::connect(decoder.get(), &DecodeQueue::decoded, q, [this](const DecodedBatch &batch) {
        if (stream && decoder->pendingBytes() < MostPending / 2)
            stream->setPaused(false);
        if (isWatch)
            watchDecoded(batch);
        else
            listDecoded(batch);
    });
    QObject::connect(stream.get(), &ApiStream::opened, q, [this] {
        heard = QDateTime::currentDateTimeUtc();
        silence.start(isWatch ? options.pace.silentWatch : options.pace.silentList);
        if (isWatch) {
            error.reset();
            setState(State::Live);
        }
    });
    QObject::connect(stream.get(), &ApiStream::received, q, [this](const QByteArray &bytes) {
        heard = QDateTime::currentDateTimeUtc();
        silence.start();
        decoder->push(bytes);
        if (decoder->pendingBytes() > MostPending)
            stream->setPaused(true);
    });
    QObject::connect(stream.get(), &ApiStream::ended, q,
                     [this](const std::optional<Error> &ended) { streamEnded(ended); });
    stream->start();
}

void Reflector::Private::close()
{
    silence.stop();
    // Either may be further up the stack, in the middle of a signal of its own.
    if (stream) {
        stream->disconnect(q);
        stream.release()->deleteLater();
    }
    if (decoder) {
        decoder->disconnect(q);
        decoder.release()->deleteLater();
    }
}

void Reflector::Private::list()
{
    retry.stop();
    isWatch = false;
    ListOptions query{.limit = inOnePiece ? 0 : options.pageSize, .continueToken = continueToken};
    if (continueToken.isEmpty()) {
        pages.clear();
        gathers = q->isSignalConnected(QMetaMethod::fromSignal(&Reflector::replaced));
        const QPointer<Reflector> alive(q);
        Q_EMIT q->listBegan();
        if (!alive || state == State::Idle)
            return;
        query.resourceVersion = listVersion;
    }
    open(request(query),
         options.format == Format::Table ? DecodeQueue::Form::ListOfRows
                                         : DecodeQueue::Form::ListOfObjects);
}

void Reflector::Private::watch()
{
    retry.stop();
    isWatch = true;
    watching.start();
    // The time is spread, so that many clients do not come back at the same moment.
    open(request({.resourceVersion = version,
                  .timeoutSeconds = QRandomGenerator::global()->bounded(300, 601),
                  .watch = true,
                  .allowWatchBookmarks = true}),
         options.format == Format::Table ? DecodeQueue::Form::WatchOfRows
                                         : DecodeQueue::Form::WatchOfObjects);
}

void Reflector::Private::streamEnded(const std::optional<Error> &ended)
{
    streamDone = true;
    streamError = ended;
    silence.stop();
    if (decoder)
        decoder->finish(); // what is still being decoded is delivered before the end counts
}

void Reflector::Private::listDecoded(const DecodedBatch &batch)
{
    if (batch.finished && streamError)
        return failed(*streamError);
    if (batch.broken)
        return failed({.kind = Error::Kind::Malformed,
                       .code = 200,
                       .message = u"the list is not what the API promises"_s});
    // A slot may stop the reflector, start it again or delete it: then this batch is an old one.
    const QPointer<Reflector> alive(q);
    const auto *mine = decoder.get();
    if (!batch.columns.isEmpty())
        showColumns(batch.columns);
    if (alive && isReading(mine) && !batch.items.empty()) {
        if (gathers)
            pages.insert(pages.end(), batch.items.begin(), batch.items.end());
        Q_EMIT q->pageListed(batch.items);
    }
    if (alive && isReading(mine) && batch.summary)
        listDone(*batch.summary);
}

void Reflector::Private::listDone(const ListSummary &summary)
{
    close();
    continueToken = summary.continueToken;
    if (!continueToken.isEmpty())
        return list();
    version = summary.resourceVersion;
    listVersion = u"0"_s;
    inOnePiece = false;
    const auto items = std::exchange(pages, {});
    const QPointer<Reflector> alive(q);
    Q_EMIT q->listed();
    if (alive && state != State::Idle && !stream && gathers)
        Q_EMIT q->replaced(items);
    if (alive && state != State::Idle && !stream)
        watch();
}

void Reflector::Private::watchDecoded(const DecodedBatch &batch)
{
    std::vector<ItemEvent> events;
    QList<TableColumn> newColumns;
    std::optional<Error> failure;
    for (const auto &event : batch.events) {
        if (event.type == WatchEvent::Type::Failure) {
            failure = event.error;
            break;
        }
        if (!event.resourceVersion.isEmpty())
            version = event.resourceVersion;
        if (!event.columns.isEmpty())
            newColumns = event.columns;
        if (event.type == WatchEvent::Type::Bookmark)
            continue;
        const auto type = event.type == WatchEvent::Type::Added ? ItemEvent::Type::Added
            : event.type == WatchEvent::Type::Modified          ? ItemEvent::Type::Modified
                                                                : ItemEvent::Type::Deleted;
        for (const auto &item : event.items)
            events.push_back({type, item});
    }
    const QPointer<Reflector> alive(q);
    const auto *mine = decoder.get();
    const bool useful = std::ranges::any_of(batch.events, [](const WatchEvent &event) {
        return event.type != WatchEvent::Type::Failure;
    });
    if (useful) {
        backoff.reset();
        relisted = false;
        watching.invalidate(); // not a watch that was opened in vain
    }
    if (!newColumns.isEmpty())
        showColumns(newColumns);
    if (alive && isReading(mine) && !events.empty())
        Q_EMIT q->changed(events);
    if (!alive || !isReading(mine))
        return;
    if (failure)
        return watchFailed(*failure);
    if (batch.broken)
        return watchFailed({.kind = Error::Kind::Malformed,
                            .code = 200,
                            .message = u"the watch is not what the API promises"_s});
    if (batch.finished) {
        if (streamError)
            return watchFailed(*streamError);
        if (watching.isValid() && watching.elapsed() < ShortWatchMs)
            return failed({.kind = Error::Kind::Unreachable,
                           .message = u"the watch ended as soon as it was open"_s});
        watch(); // the server's own time-out: go on from the last version
    }
}

void Reflector::Private::watchFailed(const Error &failure)
{
    if (failure.kind == Error::Kind::Gone || failure.reason == "Expired"_L1)
        return gone(failure);
    failed(failure);
}

// https://kubernetes.io/docs/reference/using-api/api-concepts/#410-gone-responses
void Reflector::Private::gone(const Error &failure)
{
    qCInfo(watchLog) << options.resource.resource << "410: listing again";
    version.clear();
    listVersion.clear();
    inOnePiece = !std::exchange(continueToken, {}).isEmpty();
    // At once the first time. A server that knows nothing but 410 is asked ever more rarely.
    if (!std::exchange(relisted, true) || inOnePiece)
        return list();
    failed(failure);
}

void Reflector::Private::wentSilent()
{
    qCInfo(watchLog) << options.resource.resource << "silent: asking anew";
    if (isWatch)
        return watch();
    failed({.kind = Error::Kind::Timeout, .message = u"the list stopped in the middle"_s});
}

void Reflector::Private::failed(const Error &failure)
{
    close();
    if (failure.kind == Error::Kind::Gone && !isWatch && !continueToken.isEmpty())
        return gone(failure); // the continue token has expired
    if (failure.kind == Error::Kind::Timeout && failure.code == 504)
        listVersion.clear(); // "Too large resource version": read through
    if (!isWatch)
        continueToken.clear();
    error = failure;
    qCInfo(watchLog) << options.resource.resource << "failed:" << failure.code << failure.message;
    const bool refused = isRefusal(failure);
    if (refused)
        version.clear();
    const int wait = refused ? options.pace.refusedWait : backoff.next();
    retry.start(std::max(wait, failure.retryAfterSeconds * 1000));
    setState(refused ? State::Refused : State::Stale); // last: a slot may delete or stop q
}

void Reflector::Private::reachableChanged()
{
    if (state == State::Idle)
        return;
    if (!client.isReachable()) {
        if (state == State::Live) {
            error = Error{.kind = Error::Kind::Unreachable, .message = u"the server is silent"_s};
            setState(State::Stale);
        }
        return;
    }
    backoff.reset();
    if (retry.isActive()) { // waiting: no need to wait any longer
        if (version.isEmpty())
            list();
        else
            watch();
    } else if (isWatch) {
        watch(); // the old connection may be half-open
    } else {
        continueToken.clear(); // so may the list's
        list();
    }
}

void Reflector::Private::setState(State next)
{
    if (std::exchange(state, next) != next || next == State::Stale || next == State::Refused)
        Q_EMIT q->stateChanged();
}

void Reflector::Private::showColumns(const QList<TableColumn> &next)
{
    if (std::exchange(columns, next) != next)
        Q_EMIT q->columnsChanged(next);
}

} // namespace kube
