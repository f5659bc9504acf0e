// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Filtering and searching a log beside ripgrep counting the same in a file of the same lines, and
// what a million lines take in memory. KRATEYARD_LOG_LINES says how many lines the long log has.

#include "aims.h"
#include "childprocess.h"

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

using namespace logstore;
using namespace Qt::StringLiterals;

namespace {

constexpr int Rounds = 5;
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
    return aims.exitCode();
}
