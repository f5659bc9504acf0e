// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Filtering and searching a log beside ripgrep counting the same in a file of the same lines,
// beside glogg searching that file, and what a million lines take in memory. KRATEYARD_LOG_LINES
// says how many lines the long log has.
//
// With glogg it is search beside search: our lines are in the store, where all but the newest are
// in a compressed file; glogg has opened and indexed its file, whose pages the system holds. Both
// end with the numbers of all lines that match, and must have found as many. glogg shows them in
// its window meanwhile, which is a part of what it does and is measured; ours has no window here.
// glogg minds case, ours does not in a pattern of small letters, which takes longer. Neither
// follows its file, and glogg takes a text as a text and an expression as one.

#include "aims.h"
#include "childprocess.h"
#include "glogg.h"

#include "kube/logstore/linesearch.h"
#include "kube/logstore/stamp.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <array>
#include <cstdio>
#include <ctime>

using namespace logstore;
using namespace Qt::StringLiterals;

namespace {

constexpr int Rounds = 5;
constexpr int GloggRounds = 3;
constexpr qint64 Million = 1'000'000;

/// A line of 113 bytes with its newline, as services write them.
QByteArray lineOf(qint64 number)
{
    static constexpr std::array Levels{"INFO ", "INFO ", "INFO ", "DEBUG", "WARN ", "ERROR"};
    const auto mixed = quint64(number) * 0x9e3779b97f4a7c15ULL;
    QByteArray line = Levels[size_t(mixed >> 40) % Levels.size()];
    line += " request id=" + QByteArray::number(mixed, 16).rightJustified(16, '0')
        + " path=/api/v1/items/" + QByteArray::number(mixed % 10'000) + " user=u"
        + QByteArray::number(mixed >> 20 & 0xfff) + " took=" + QByteArray::number(mixed >> 50)
        + "ms";
    return line.leftJustified(112, '.', true) + '\n';
}

void write(const QString &path, LogStore *store, qint64 lines)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        qFatal("no room for the file to compare with");
    const auto source = store->source(u"bench"_s);
    QByteArray chunk;
    for (qint64 i = 0; i < lines; ++i) {
        chunk += lineOf(i);
        if (chunk.size() > 256 * 1024 || i + 1 == lines) {
            file.write(chunk);
            store->append(source, chunk);
            chunk.clear();
            QCoreApplication::processEvents();
        }
    }
}

/// Milliseconds that a search takes; `found` is how many lines it finds.
double search(const LogStore &store, const QString &pattern, qint64 &found)
{
    QElapsedTimer clock;
    clock.start();
    LineSearch search(store);
    search.setQuery({.include = {Pattern(pattern)}});
    if (search.isRunning()) {
        QEventLoop loop;
        QObject::connect(&search, &LineSearch::finished, &loop, &QEventLoop::quit);
        loop.exec();
    }
    found = search.count();
    return double(clock.nsecsElapsed()) / 1e6;
}

double ripgrep(const QString &program, const QString &pattern, const QString &path, qint64 &found)
{
    QElapsedTimer clock;
    clock.start();
    QProcess process;
    process.start(program, {u"-c"_s, u"-S"_s, u"-e"_s, pattern, path});
    process.waitForFinished(60'000);
    found = process.readAllStandardOutput().trimmed().toLongLong();
    return double(clock.nsecsElapsed()) / 1e6;
}

/// Rounds of both in turns; the ratio of the medians.
double beside(const LogStore &store, const QString &rg, const QString &pattern, const QString &path)
{
    std::vector<double> ours;
    std::vector<double> theirs;
    qint64 found = 0;
    qint64 counted = 0;
    for (int round = 0; round < Rounds; ++round) {
        theirs.push_back(ripgrep(rg, pattern, path, counted));
        ours.push_back(search(store, pattern, found));
    }
    std::printf("%-22s %9lld lines found, rg %9lld; ours %7.1f ms, rg %7.1f ms\n",
                qPrintable(pattern), static_cast<long long>(found), static_cast<long long>(counted),
                bench::median(ours), bench::median(theirs));
    return bench::median(ours) / bench::median(theirs);
}

/// Rounds of both in turns, in one glogg that stays open.
void besideGlogg(const LogStore &store, const QString &pattern, bench::Glogg::Syntax syntax,
                 const QString &path, bench::Aims &aims)
{
    bench::Glogg glogg(path, syntax);
    if (!glogg.isOpen()) {
        std::puts("NOT MEASURED beside glogg: it did not start, or no screen (Xvfb) for it.");
        return;
    }
    std::array<std::vector<double>, 2> ours;
    std::array<std::vector<double>, 2> theirs;
    qint64 found = 0;
    for (int round = 0; round < GloggRounds; ++round) {
        const auto times = glogg.search(pattern);
        theirs[0].push_back(times.wall);
        theirs[1].push_back(times.processor);
        const auto before = std::clock();
        ours[0].push_back(search(store, pattern, found));
        ours[1].push_back(double(std::clock() - before) * 1e3 / CLOCKS_PER_SEC);
    }
    const auto shown = glogg.found();
    const auto wall = bench::median(theirs[0]);
    const auto processor = bench::median(theirs[1]);
    std::printf("%-22s %9lld lines found, glogg %9lld; ours %.1f ms (%.1f of processor), "
                "glogg %.0f ms (%.0f)\n",
                qPrintable(pattern), static_cast<long long>(found), static_cast<long long>(shown),
                bench::median(ours[0]), bench::median(ours[1]), wall, processor);
    const bool isSame = shown == found; // or one of both has not searched
    aims.atLeast("search of ten million lines, glogg's time beside ours",
                 isSame ? wall / bench::median(ours[0]) : 0, 10, " times");
    aims.atLeast("the same, glogg's processor time beside ours",
                 isSame ? processor / bench::median(ours[1]) : 0, 10, " times");
}

void besideGlogg(const LogStore &store, const QStringList &patterns, const QString &path,
                 bench::Aims &aims)
{
    if (const auto missing = bench::Glogg::missing(); !missing.isEmpty()) {
        std::printf("NOT MEASURED beside glogg: %s is not there, install it.\n",
                    qPrintable(missing));
        return;
    }
    // Not the first pattern, which is in more lines than can be copied out of glogg's window to be
    // counted; not the fourth, which keeps it busy for 20 s a search.
    using Syntax = bench::Glogg::Syntax;
    besideGlogg(store, patterns[1], Syntax::Text, path, aims);
    besideGlogg(store, patterns[2], Syntax::Expression, path, aims);
    besideGlogg(store, patterns[4], Syntax::Expression, path, aims);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const auto rg = QStandardPaths::findExecutable(u"rg"_s);
    if (rg.isEmpty()) {
        std::puts("ripgrep is not there to compare with: install the package ripgrep.");
        return 2;
    }
    const QStringList patterns{u"ERROR"_s, u"items/4711 "_s, u"id=[0-9a-f]*dead[0-9a-f]*"_s,
                               u"(WARN|ERROR).*items/99\\d\\d"_s, u"user=u40[0-9]+ took=1"_s};
    bench::Aims aims;
    const QTemporaryDir folder;
    {
        const auto before = bench::usageOf(QCoreApplication::applicationPid()).resident;
        LogStore store(folder.path());
        const auto path = folder.filePath(u"million"_s);
        write(path, &store, Million);
        const auto grown = bench::usageOf(QCoreApplication::applicationPid()).resident - before;
        aims.atMost("memory of a million lines of 113 B beside their bytes",
                    grown / (113.0 * double(Million) / 1048576), 1.2, " times");
        for (const auto &pattern : patterns)
            aims.atMost("filter of a million lines beside rg -c", beside(store, rg, pattern, path),
                        1.5, " times");
    }
    bool isNumber = false;
    const int wanted = qEnvironmentVariableIntValue("KRATEYARD_LOG_LINES", &isNumber);
    LogStore store(folder.path());
    const auto path = folder.filePath(u"long"_s);
    write(path, &store, isNumber ? wanted : 10 * Million);
    std::printf("%lld lines: %.0f MiB in memory, %.0f MiB in the file\n",
                static_cast<long long>(store.count()), double(store.memory()) / 1048576,
                double(store.fileSize()) / 1048576);
    for (const auto &pattern : patterns)
        aims.atMost("search of ten million lines beside rg -c", beside(store, rg, pattern, path), 1,
                    " times");
    besideGlogg(store, patterns, path, aims);
    return aims.exitCode();
}
