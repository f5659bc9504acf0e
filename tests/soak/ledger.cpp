// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ledger.h"

#include "support/heap.h"

#include <QMutex>
#include <QObject>
#include <QSet>

#include <algorithm>

// Exported by QtCore, declared in its private qhooks_p.h; Qt promises these five to tools.
extern quintptr Q_CORE_EXPORT qtHookData[];

namespace soak {
namespace {

constexpr int AddHook = 3;
constexpr int RemoveHook = 4;
constexpr int MostConnections = 200; // per host, kube/api/httpexchange.cpp
constexpr qint64 HeapSlack = 1024 * 1024; // fragments, and what a cache rounds up to
constexpr double HeapShare = 0.05;

struct Objects
{
    QMutex mutex;
    QSet<QObject *> alive;
};

Objects &objects()
{
    static auto *all = new Objects; // never deleted: objects go until the very end of the process
    return *all;
}

void added(QObject *object)
{
    const QMutexLocker lock(&objects().mutex);
    objects().alive.insert(object);
}

void removed(QObject *object)
{
    const QMutexLocker lock(&objects().mutex);
    objects().alive.remove(object);
}

} // namespace

void beginCounting()
{
    qtHookData[AddHook] = quintptr(&added);
    qtHookData[RemoveHook] = quintptr(&removed);
}

Holding holding()
{
    Holding now;
    now.heap = support::heapInUse();
    const QMutexLocker lock(&objects().mutex);
    for (const auto *object : std::as_const(objects().alive))
        ++now.objects[object->metaObject()->className()];
    return now;
}

QByteArrayList grown(const std::vector<Holding> &rounds, const QByteArray &ours)
{
    QByteArrayList lines;
    const auto half = rounds.begin() + qsizetype(rounds.size()) / 2;
    QHash<QByteArray, int> most;
    for (auto round = rounds.begin(); round != half; ++round) {
        for (const auto &[name, count] : round->objects.asKeyValueRange())
            most[name] = std::max(most.value(name), count);
    }
    auto least = half->objects;
    for (auto round = half; round != rounds.end(); ++round) {
        for (const auto &[name, count] : least.asKeyValueRange())
            least[name] = std::min(count, round->objects.value(name));
    }
    // Qt keeps the connections of HTTP/1.1 it once needed at a time, each with a timer: as many as
    // a log of many pods opens at once, up to its limit.
    const int sockets = least.value("QTcpSocket");
    const int pooled =
        sockets <= MostConnections ? std::max(0, sockets - most.value("QTcpSocket")) : 0;
    for (const auto &[name, count] : least.asKeyValueRange()) {
        // What is made once, when it is first needed, is no leak; one in each round is.
        const int known = name == "QTcpSocket" || name == "QTimer" ? pooled : 0;
        const bool leaps = count - known > most.value(name) + int(rounds.end() - half) - 1;
        const bool climbs = count > most.value(name) && name != "QTcpSocket" && name != "QTimer"
            && rounds.back().objects.value(name) - rounds.front().objects.value(name)
                >= int(rounds.size()) - 1;
        if (name.startsWith(ours) && (leaps || climbs))
            lines << name + ": " + QByteArray::number(most.value(name)) + " to "
                    + QByteArray::number(count);
    }
    const auto byHeap = [](const Holding &a, const Holding &b) { return a.heap < b.heap; };
    const auto before = std::max_element(rounds.begin(), half, byHeap)->heap;
    const auto after = std::min_element(half, rounds.end(), byHeap)->heap;
    if (ours.isEmpty() && after > before + HeapSlack + qint64(double(before) * HeapShare))
        lines << "heap: " + QByteArray::number(before) + " to " + QByteArray::number(after);
    return lines;
}

QByteArrayList came(const Holding &before, const Holding &now)
{
    QByteArrayList lines;
    for (const auto &[name, count] : now.objects.asKeyValueRange()) {
        if (const int more = count - before.objects.value(name); more > 0)
            lines << "+" + QByteArray::number(more) + " " + name;
    }
    std::sort(lines.begin(), lines.end());
    return lines;
}

QByteArrayList left(const Holding &now, const QByteArrayList &prefixes)
{
    QByteArrayList lines;
    for (const auto &[name, count] : now.objects.asKeyValueRange()) {
        for (const auto &prefix : prefixes) {
            if (name.startsWith(prefix))
                lines << name + ": " + QByteArray::number(count);
        }
    }
    return lines;
}

} // namespace soak
