// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/watch/reflectorprivate.h"

#include <QMetaMethod>
#include <QRandomGenerator>

#include <algorithm>
#include <ranges>

using namespace Qt::StringLiterals;

namespace kube {
namespace {

// client-go calls a watch that ends sooner, without an event, "very short" and an error.
constexpr qint64 ShortWatchMs = 1000;
// A streamed list that stops without its bookmark: the server does not really know how.
constexpr int SilentInitialMs = 5000;
constexpr qsizetype MostPending = 4 * 1024 * 1024; // undecoded bytes before the server is held back
const QByteArray TableAccept = "application/json;as=Table;v=v1;g=meta.k8s.io,application/json";

} // namespace

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
    decoder = std::make_unique<DecodeQueue>(form, options.annotations);
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
        silence.start(isInitial     ? std::min(options.pace.silentList, SilentInitialMs)
                          : isWatch ? options.pace.silentWatch
                                    : options.pace.silentList);
        if (isWatch && !isInitial) {
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
    isInitial = false;
    ListOptions query{.limit = inOnePiece ? 0 : options.pageSize, .continueToken = continueToken};
    if (continueToken.isEmpty()) {
        pages.clear();
        gathers = q->isSignalConnected(QMetaMethod::fromSignal(&Reflector::replaced));
        const QPointer<Reflector> alive(q);
        Q_EMIT q->listBegan();
        if (!alive || state == State::Idle)
            return;
        if (client.offersWatchList() && !pagesOnly)
            return streamList();
        // No resourceVersion, as kubectl lists: asked for "0", a server answers from its cache but
        // forgets the limit, and all of 10,000 rows (46 MB) must come before the first is shown.
    }
    open(request(query),
         options.format == Format::Table ? DecodeQueue::Form::ListOfRows
                                         : DecodeQueue::Form::ListOfObjects);
}

ListOptions Reflector::Private::watchQuery()
{
    // The time is spread, so that many clients do not come back at the same moment.
    return {.timeoutSeconds = QRandomGenerator::global()->bounded(300, 601),
            .watch = true,
            .allowWatchBookmarks = true};
}

// https://kubernetes.io/docs/reference/using-api/api-concepts/#streaming-lists
void Reflector::Private::streamList()
{
    isWatch = true;
    isInitial = true;
    auto query = watchQuery();
    query.sendInitialEvents = true;
    query.resourceVersionMatch = u"NotOlderThan"_s;
    query.resourceVersion = listVersion;
    open(request(query),
         options.format == Format::Table ? DecodeQueue::Form::WatchOfRows
                                         : DecodeQueue::Form::WatchOfObjects);
}

/// For servers, and users, for whom a WatchList does not work.
void Reflector::Private::listInPages()
{
    qCInfo(watchLog) << options.resource.resource << "no streamed list: listing in pages";
    pagesOnly = true;
    list();
}

void Reflector::Private::watch()
{
    retry.stop();
    isWatch = true;
    isInitial = false;
    watching.start();
    auto query = watchQuery();
    query.resourceVersion = version;
    auto next = request(query);
    next.multiplexed = !watchesAlone;
    open(next,
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
    const QPointer<Reflector> alive(q);
    tellListed();
    if (alive && state != State::Idle && !stream)
        watch();
}

void Reflector::Private::tellListed()
{
    listVersion = u"0"_s;
    inOnePiece = false;
    const auto items = std::exchange(pages, {});
    const QPointer<Reflector> alive(q);
    const auto *mine = decoder.get(); // a slot may stop or restart it
    Q_EMIT q->listed();
    if (alive && state != State::Idle && isReading(mine) && gathers)
        Q_EMIT q->replaced(items);
}

/// The events up to the bookmark that ends a streamed list; `taken` says how many they are. False
/// when nothing more is to be done with this batch.
bool Reflector::Private::takeInitial(const DecodedBatch &batch, size_t &taken)
{
    std::vector<PackedItem> items;
    QList<TableColumn> newColumns;
    std::optional<QString> endsAt;
    for (taken = 0; taken < batch.events.size() && !endsAt; ++taken) {
        const auto &event = batch.events[taken];
        if (event.type == WatchEvent::Type::Failure)
            break;
        if (event.initialEventsEnd)
            endsAt = event.resourceVersion;
        else if (event.type == WatchEvent::Type::Added)
            items.insert(items.end(), event.items.begin(), event.items.end());
        if (!event.columns.isEmpty())
            newColumns = event.columns;
    }
    const QPointer<Reflector> alive(q);
    const auto *mine = decoder.get();
    if (!newColumns.isEmpty())
        showColumns(newColumns);
    if (alive && isReading(mine) && !items.empty()) {
        if (gathers)
            pages.insert(pages.end(), items.begin(), items.end());
        Q_EMIT q->pageListed(items);
    }
    if (!alive || !isReading(mine))
        return false;
    if (!endsAt)
        return true;
    version = *endsAt;
    isInitial = false;
    tellListed();
    if (!alive || !isReading(mine))
        return false;
    // A list may be large and had a connection of its own that can be held back; the watch shares
    // one where there is one to share.
    if (client.server().scheme() == "https"_L1) {
        watch();
        return false;
    }
    silence.start(options.pace.silentWatch);
    watching.start();
    error.reset();
    setState(State::Live);
    return alive && isReading(mine);
}

void Reflector::Private::watchDecoded(const DecodedBatch &batch)
{
    std::vector<PackedEvent> events;
    QList<TableColumn> newColumns;
    std::optional<Error> failure;
    size_t told = 0;
    if (isInitial && !takeInitial(batch, told))
        return;
    for (const auto &event : batch.events | std::views::drop(told)) {
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
    const bool useful =
        !isInitial && std::ranges::any_of(batch.events, [](const WatchEvent &event) {
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
        if (stream && stream->isOverrun()) {
            watchesAlone = true; // a connection of its own holds the server back
            return watch();
        }
        if (streamError)
            return watchFailed(*streamError);
        if (isInitial)
            return listInPages(); // it ended before its list did
        if (watching.isValid() && watching.elapsed() < ShortWatchMs)
            return failed({.kind = Error::Kind::Unreachable,
                           .message = u"the watch ended as soon as it was open"_s});
        watch(); // the server's own time-out: go on from the last version
    }
}

} // namespace kube
