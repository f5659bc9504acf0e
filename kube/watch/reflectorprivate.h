// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/api/apiclient.h"
#include "kube/api/apistream.h"
#include "kube/api/queryparams.h"
#include "kube/watch/backoff.h"
#include "kube/watch/decodequeue.h"
#include "kube/watch/reflector.h"

#include <QElapsedTimer>
#include <QLoggingCategory>
#include <QPointer>
#include <QTimer>

Q_DECLARE_LOGGING_CATEGORY(watchLog)

namespace kube {

/// What a Reflector is doing. Private to its sources: reflector.cpp has the beginning, the failures
/// and the end, reflectorstreams.cpp lists and watches.
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
        retry.setTimerType(Qt::PreciseTimer); // others fire 5 % early: before a Retry-After is over
        silence.setSingleShot(true);
    }

    ApiRequest request(ListOptions query) const; ///< `query` and what holds for list and watch
    void open(const ApiRequest &request, DecodeQueue::Form form);
    void close();
    void list();
    void watch();
    void streamList();
    static ListOptions watchQuery();
    void listDecoded(const DecodedBatch &batch);
    void listDone(const ListSummary &summary);
    void tellListed();
    void watchDecoded(const DecodedBatch &batch);
    bool takeInitial(const DecodedBatch &batch, size_t &taken);
    void watchFailed(const Error &error);
    void listInPages();
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
    std::vector<PackedItem> pages; ///< of the list under way, for replaced()
    bool gathers = false; ///< somebody wants replaced()
    QString version; ///< empty: list before watching
    QString listVersion = QStringLiteral("0"); ///< of a streamed list: "0" may come from the
                                               ///< server's cache, empty reads through
    QString continueToken;
    bool inOnePiece = false; ///< paging took longer than the server keeps its continue tokens
    bool relisted = false; ///< after a 410, and the watch has not shown that it helped
    std::optional<Error> streamError;
    bool streamDone = false;
    bool isWatch = false;
    bool isInitial = false; ///< the watch under way is telling what there is (WatchList)
    bool watchesAlone = false; ///< its events came faster than a shared connection could be read
    bool pagesOnly = false; ///< a WatchList did not work out here
};

} // namespace kube
