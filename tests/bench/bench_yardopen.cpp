// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Opening a yard of 2,000 krates with two windows each: from the file to records that can be
// shown, beside reading the same krates from JSON. Also as it is after much use: with 400 updates
// on top, and from a document that has seen 20,000 moves. And what one move costs there.

#include "aims.h"

#include "workspace/yard/groupactions.h"
#include "workspace/yard/layout.h"
#include "workspace/yard/yardactions.h"
#include "workspace/yard/yardfile.h"
#include "workspace/yarddoc/yardstore.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace workspace;

namespace {

constexpr int KrateCount = 2000;
constexpr int Rounds = 15;

Krates makeKrates()
{
    Krates krates;
    for (int i = 0; i < KrateCount; ++i) {
        const auto name = u"checkout-7d9c5b9f4-%1"_s.arg(i);
        KrateRecord krate{.id = YardDocument::makeId(),
                          .cluster = u"context-%1"_s.arg(i % 3),
                          .object = ObjectId{u"v1"_s, u"Pod"_s, u"shop"_s, name},
                          .label = name,
                          .position = {i % 50 * 230.0, i / 50 * 190.0},
                          .minimized = i % 2 == 0,
                          .seq = quint64(i)};
        for (const auto view : {View::Logs, View::Describe})
            krate.windows =
                layout::withWindow(std::move(krate.windows), YardDocument::makeId(), view);
        krates.emplace(krate.id, krate);
    }
    return krates;
}

double median(std::vector<double> values)
{
    std::ranges::nth_element(values, values.begin() + Rounds / 2);
    return values[Rounds / 2];
}

/// Milliseconds of `what`, the median of some rounds.
template<typename What>
double cost(What what)
{
    std::vector<double> times;
    for (int round = 0; round < Rounds; ++round) {
        QElapsedTimer clock;
        clock.start();
        what();
        times.push_back(double(clock.nsecsElapsed()) / 1e6);
    }
    return median(times);
}

double costOfOpening(const QString &path)
{
    return cost([&] {
        YardDocument document;
        YardStore store(document, path);
        if (!store.load().isEmpty() || document.krates().size() != KrateCount)
            qFatal("The yard is not what was written.");
    });
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QTemporaryDir folder;
    const auto krates = makeKrates();
    const auto json = toJson(krates);
    const double fromJson = cost([&] {
        YardDocument document;
        document.reset(yardFromJson(json).krates);
    });
    const double onlyJson = cost([&] { return yardFromJson(json).krates.size(); });

    YardDocument document;
    const auto path = folder.filePath(u"yard.krateyard"_s);
    double move = 0;
    double opened = 0;
    double onTop = 0;
    {
        YardStore store(document, path);
        store.load();
        document.reset(krates);
        store.flush();
        opened = costOfOpening(path);
        const auto ids = [&] {
            QStringList list;
            for (const auto &[id, krate] : document.krates())
                list.append(id);
            return list;
        }();
        for (int i = 0; i < 400; ++i) {
            document.transact(u"Move"_s, [&](YardTransaction &t) {
                t.edit(ids[i * 7 % KrateCount])->position += QPointF(1, 1);
            });
            store.flush();
        }
        onTop = costOfOpening(path);
        int at = 0;
        move = cost([&] {
            for (int i = 0; i < 1000; ++i) {
                document.transact(u"Move"_s, [&](YardTransaction &t) {
                    t.edit(ids[++at % KrateCount])->position += QPointF(1, 1);
                });
            }
        });
    }
    const double used = costOfOpening(path);
    bench::Aims aims;
    std::printf("%d krates, medians of %d: JSON %.1f ms, with a document made of it %.1f ms; "
                "SQLite %.1f ms, with 400 updates %.1f ms, after %d moves %.1f ms (%lld KiB); "
                "a move %.2f us\n",
                KrateCount, Rounds, onlyJson, fromJson, opened, onTop, 1000 * Rounds + 400, used,
                QFileInfo(path).size() / 1024, move);
    aims.atMost("opening a yard", opened, 100, " ms");
    aims.atMost("opening a yard with 400 updates on top", onTop, 100, " ms");
    aims.atMost("opening a yard that was much used", used, 100, " ms");
    aims.atMost("opening a yard beside reading JSON", opened / onlyJson, 5, " times");
    aims.atMost("a move in a yard of 2,000 krates", move, 100, " us");
    return aims.exitCode();
}
