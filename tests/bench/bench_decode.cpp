// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Decoding beside QJsonDocument, in one run and on one thread, best of five: a PodList of 10,000
// pods, the same as a Table, watch events; what a decoded pod costs in the store; and what a list
// adds to the memory while it is read in blocks of 32 KiB, as from a connection.

#include "kube/watch/decodequeue.h"
#include "kube/watch/itemdecoder.h"
#include "kube/watch/jsonsplitter.h"
#include "kube/watch/objectstore.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cstdio>
#include <limits>
#include <malloc.h>

using namespace Qt::StringLiterals;

namespace {

constexpr int Rounds = 5;
constexpr int Count = 10'000;
constexpr qsizetype Block = 32 * 1024;

QJsonObject pod(int number)
{
    const auto name = u"service-%1-6c9f8d7b5-%2"_s.arg(number % 700).arg(number);
    const auto uid = u"0f8fad5b-d9cb-469f-a165-%1"_s.arg(number, 12, 10, QLatin1Char('0'));
    QJsonObject fields;
    QJsonArray env;
    for (int i = 0; i < 40; ++i) {
        fields[u"f:field-%1"_s.arg(i)] = QJsonObject{{u"."_s, QJsonObject{}}};
        env.append(QJsonObject{{u"name"_s, u"VARIABLE_%1"_s.arg(i)}, {u"value"_s, name}});
    }
    QJsonArray conditions;
    for (const auto &type : {u"Initialized"_s, u"Ready"_s, u"ContainersReady"_s, u"PodScheduled"_s})
        conditions.append(QJsonObject{{u"type"_s, type},
                                      {u"status"_s, u"True"_s},
                                      {u"lastProbeTime"_s, QJsonValue::Null},
                                      {u"lastTransitionTime"_s, u"2026-01-01T00:00:00Z"_s}});
    return {{u"apiVersion"_s, u"v1"_s},
            {u"kind"_s, u"Pod"_s},
            {u"metadata"_s,
             QJsonObject{
                 {u"name"_s, name},
                 {u"namespace"_s, u"team-%1"_s.arg(number % 40)},
                 {u"uid"_s, uid},
                 {u"resourceVersion"_s, QString::number(100'000 + number)},
                 {u"creationTimestamp"_s, u"2026-01-01T00:00:00Z"_s},
                 {u"labels"_s,
                  QJsonObject{{u"app"_s, u"service-%1"_s.arg(number % 700)},
                              {u"pod-template-hash"_s, u"6c9f8d7b5"_s}}},
                 {u"ownerReferences"_s,
                  QJsonArray{QJsonObject{{u"kind"_s, u"ReplicaSet"_s},
                                         {u"name"_s, u"web-6c9f8d7b5"_s},
                                         {u"uid"_s, uid},
                                         {u"controller"_s, true}}}},
                 {u"managedFields"_s,
                  QJsonArray{QJsonObject{{u"manager"_s, u"kubelet"_s}, {u"fieldsV1"_s, fields}}}}}},
            {u"spec"_s,
             QJsonObject{{u"nodeName"_s, u"node-%1"_s.arg(number % 100)},
                         {u"containers"_s,
                          QJsonArray{QJsonObject{{u"name"_s, u"main"_s},
                                                 {u"image"_s, u"example/app:1"_s},
                                                 {u"env"_s, env}}}}}},
            {u"status"_s, QJsonObject{{u"phase"_s, u"Running"_s}, {u"conditions"_s, conditions}}}};
}

QJsonObject row(int number)
{
    const auto meta =
        pod(number).value("metadata"_L1).toObject(); // includeObject=Metadata: all of them
    return {
        {u"cells"_s,
         QJsonArray{meta["name"_L1], u"1/1"_s, u"Running"_s, 0, u"5m"_s, u"10.0.0.1"_s, u"node-7"_s,
                    u"<none>"_s, u"<none>"_s}},
        {u"object"_s, QJsonObject{{u"kind"_s, u"PartialObjectMetadata"_s}, {u"metadata"_s, meta}}}};
}

QByteArray listOf(const QString &kind, const QString &key, QJsonObject (*element)(int))
{
    QJsonArray items;
    for (int i = 0; i < Count; ++i)
        items.append(element(i));
    return QJsonDocument(QJsonObject{{u"kind"_s, kind},
                                     {u"metadata"_s, QJsonObject{{u"resourceVersion"_s, u"1"_s}}},
                                     {key, items}})
        .toJson(QJsonDocument::Compact);
}

template<typename Work>
double bestOf(Work work)
{
    double best = std::numeric_limits<double>::max();
    for (int i = 0; i < Rounds; ++i) {
        QElapsedTimer timer;
        timer.start();
        work();
        best = std::min(best, double(timer.nsecsElapsed()) / 1e6);
    }
    return best;
}

qint64 allocated()
{
    const auto info = mallinfo2();
    return qint64(info.uordblks) + qint64(info.hblkhd);
}

/// Cuts and decodes a list in blocks; gives the largest amount of memory that took.
qint64 decodeList(const QByteArray &text, bool rows, size_t &count, kube::ObjectStore *store)
{
    kube::JsonSplitter splitter;
    kube::ItemDecoder decoder;
    const auto before = allocated();
    qint64 most = 0;
    count = 0;
    const auto sink = [&](const kube::ObjectText &element) {
        auto item = rows ? decoder.row(element) : decoder.object(element);
        count += item ? 1 : 0;
        if (store && item)
            store->put(*item);
        if (count % 500 == 0)
            most = std::max(most, allocated() - before);
    };
    for (qsizetype at = 0; at < text.size(); at += Block)
        splitter.feed(QByteArrayView(text).sliced(at, std::min(Block, text.size() - at)), sink);
    return most;
}

void compare(const char *what, const QByteArray &text, bool rows)
{
    qint64 document = 0;
    const double slow = bestOf([&] {
        const auto before = allocated();
        const auto parsed = QJsonDocument::fromJson(text);
        document = parsed.isObject() ? allocated() - before : 0;
    });
    size_t count = 0;
    const double fast = bestOf([&] { decodeList(text, rows, count, nullptr); });
    const double kept = bestOf([&] {
        kube::ObjectStore store;
        decodeList(text, rows, count, &store);
    });
    kube::ObjectStore store;
    const auto most = decodeList(text, rows, count, &store);
    const double size = double(text.size());
    std::printf("%-28s %6.1f MB: QJsonDocument %6.0f ms (%4.0f MB/s, %4.1fx memory), ours %5.0f ms "
                "(%5.0f MB/s, %4.2fx memory): x %.1f; with the store %.0f ms: x %.1f; %zu objects, "
                "%lld bytes each\n",
                what, size / 1e6, slow, size / slow / 1e3, double(document) / size, fast,
                size / fast / 1e3, double(most) / size, slow / fast, kept, slow / kept, count,
                store.bytes() / qsizetype(store.size()));
}

void compareEvents(const char *what, const QByteArray &event, bool wantTable)
{
    constexpr int events = 20'000;
    const double slow = bestOf([&] {
        for (int i = 0; i < events; ++i)
            if (QJsonDocument::fromJson(event).isNull())
                std::puts("broken");
    });
    std::string text = event.toStdString();
    text.reserve(text.size() + kube::JsonSplitter::Padding);
    kube::ItemDecoder decoder;
    const double fast = bestOf([&] {
        for (int i = 0; i < events; ++i)
            if (!decoder.watchEvent(text, wantTable))
                std::puts("broken");
    });
    std::printf("%-28s %6.1f kB: QJsonDocument %6.2f us, ours %5.2f us: x %.1f\n", what,
                double(event.size()) / 1e3, slow * 1e3 / events, fast * 1e3 / events, slow / fast);
}

} // namespace

int main()
{
    compare("PodList of 10,000", listOf(u"PodList"_s, u"items"_s, pod), false);
    compare("the same as a Table", listOf(u"Table"_s, u"rows"_s, row), true);
    // As a server sends them, with all metadata; only the members' order is not a server's.
    const QJsonObject whole{{u"type"_s, u"MODIFIED"_s}, {u"object"_s, pod(1)}};
    compareEvents("watch event, whole object", QJsonDocument(whole).toJson(QJsonDocument::Compact),
                  false);
    const QJsonObject table{{u"type"_s, u"MODIFIED"_s},
                            {u"object"_s,
                             QJsonObject{{u"kind"_s, u"Table"_s},
                                         {u"metadata"_s, QJsonObject{}},
                                         {u"columnDefinitions"_s, QJsonValue::Null},
                                         {u"rows"_s, QJsonArray{row(1)}}}}};
    compareEvents("watch event, row of a Table",
                  QJsonDocument(table).toJson(QJsonDocument::Compact), true);
    return 0;
}
