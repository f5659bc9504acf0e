// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Shared documents beside those of Yjs, which npm fetches: the same updates applied one by one, the
// document that comes of them written and loaded, and what it takes in memory. Both in turns, on
// the wall clock, the median of the rounds; Yjs has the best of its compiler from the second on.
// With a part of a scenario's name only that one.

#include "aims.h"
#include "childprocess.h"

#include "collab/crdt/doc.h"
#include "support/heap.h"
#include "support/npm.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QtEndian>

#include <algorithm>
#include <cmath>
#include <cstdio>

using namespace Qt::StringLiterals;
using bench::median;

namespace {

constexpr int Rounds = 5;
constexpr int LongestMs = 600'000;
constexpr double Mebibyte = 1024 * 1024;
constexpr char remote = 0; // its address is the origin of the updates

struct Scenario
{
    const char *name = "";
    QString kind = {}; ///< as bench.mjs has it
    int edits = 0;
};

const std::vector<Scenario> Scenarios{{"100,000 moves", u"moves"_s, 100'000},
                                      {"1,000,000 moves", u"moves"_s, 1'000'000},
                                      {"100,000 array inserts", u"array"_s, 100'000},
                                      {"100,000 text edits", u"text"_s, 100'000}};

struct Times
{
    std::vector<double> apply = {}; ///< milliseconds
    std::vector<double> encode = {};
    std::vector<double> load = {};
    qsizetype bytes = 0; ///< of the document
};

struct Memory
{
    double resident = 0; ///< MiB
    double heap = 0;
};

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// What a program prints, as JSON.
QJsonObject said(const QString &program, const QStringList &arguments, const QString &packages = {})
{
    QProcess process;
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"NPMDIR"_s, packages);
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(program, arguments);
    if (!process.waitForFinished(LongestMs) || process.exitCode() != 0)
        qFatal("%s %s failed", qPrintable(program), qPrintable(arguments.join(u' ')));
    return QJsonDocument::fromJson(process.readAllStandardOutput()).object();
}

/// Runs tests/yjs/bench.mjs.
class Yjs
{
public:
    explicit Yjs(const QString &packages)
        : m_packages(packages)
    {
    }

    QJsonObject run(const QStringList &arguments) const
    {
        return said(u"node"_s,
                    QStringList{u"--expose-gc"_s, QStringLiteral(YJS_SCRIPTS "/bench.mjs")}
                        + arguments,
                    m_packages);
    }

    Times measure(const QString &stream) const
    {
        const auto answer = run({u"measure"_s, stream, QString::number(Rounds)});
        const auto list = [&answer](QLatin1StringView name) {
            std::vector<double> values;
            for (const auto &value : answer[name].toArray())
                values.push_back(value.toDouble());
            return values;
        };
        return {list("apply"_L1), list("encode"_L1), list("load"_L1),
                qsizetype(answer["bytes"_L1].toInteger())};
    }

private:
    QString m_packages;
};

template<typename Act>
void timed(std::vector<double> &times, const Act &act)
{
    QElapsedTimer clock;
    clock.start();
    act();
    times.push_back(double(clock.nsecsElapsed()) / 1e6);
}

void take(crdt::Doc &doc, QByteArrayView update)
{
    if (!doc.applyUpdate(update, &remote))
        qFatal("an update of Yjs was refused");
}

void applyAll(crdt::Doc &doc, QByteArrayView stream)
{
    while (!stream.isEmpty()) {
        const auto length = qsizetype(qFromLittleEndian<quint32>(stream.data()));
        take(doc, stream.sliced(4, length));
        stream = stream.sliced(4 + length);
    }
}

Times measure(const QByteArray &stream, QByteArray &state)
{
    Times times;
    for (int round = 0; round < Rounds; ++round) {
        crdt::Doc doc;
        timed(times.apply, [&] { applyAll(doc, stream); });
        timed(times.encode, [&] { state = doc.encodeStateAsUpdate(); });
        crdt::Doc other;
        timed(times.load, [&] { take(other, state); });
        if (other.structCount() != doc.structCount())
            std::printf("NOTE: the loaded document has %lld structs, not %lld\n",
                        static_cast<long long>(other.structCount()),
                        static_cast<long long>(doc.structCount()));
    }
    times.bytes = state.size();
    return times;
}

/// In a process of its own: loads a document and prints what that took.
int tellMemory(const QString &path)
{
    const auto state = contentOf(path);
    const auto resident = [] {
        return bench::usageOf(QCoreApplication::applicationPid()).resident;
    };
    crdt::Doc small; // what the library itself needs
    take(small, QByteArrayView("\0\0", 2));
    const auto before = resident();
    const auto heapBefore = support::heapInUse();
    crdt::Doc doc;
    take(doc, state);
    std::printf(R"({"resident":%f,"heap":%f})", resident() - before,
                double(support::heapInUse() - heapBefore) / Mebibyte);
    return 0;
}

Memory memoryOf(const QJsonObject &answer, double unit)
{
    return {answer["resident"_L1].toDouble() / unit, answer["heap"_L1].toDouble() / unit};
}

void compare(const char *what, const std::vector<double> &ours, const std::vector<double> &theirs,
             bench::Aims &aims)
{
    std::printf("%-8s ours %9.1f ms, Yjs %9.1f ms\n", what, median(ours), median(theirs));
    aims.atLeast(what, median(theirs) / median(ours), 5, " times as fast");
}

void run(const Scenario &scenario, const Yjs &yjs, const QString &folder, bench::Aims &aims)
{
    std::printf("\n%s\n", scenario.name);
    const auto stream = folder + u"/stream"_s;
    const auto stateFile = stream + u".state"_s;
    yjs.run({u"make"_s, scenario.kind, QString::number(scenario.edits), stream});
    const auto theirs = yjs.measure(stream);
    QByteArray state;
    const auto ours = measure(contentOf(stream), state);
    compare("apply", ours.apply, theirs.apply, aims);
    compare("encode", ours.encode, theirs.encode, aims);
    compare("load", ours.load, theirs.load, aims);
    std::printf("size     ours %lld B, Yjs %lld B%s\n", static_cast<long long>(ours.bytes),
                static_cast<long long>(theirs.bytes),
                state == contentOf(stateFile) ? ", the same to the byte" : "");
    aims.atMost("size, away from that of Yjs",
                std::abs(double(ours.bytes) / double(theirs.bytes) - 1) * 100, 1, " %");
    const auto our =
        memoryOf(said(QCoreApplication::applicationFilePath(), {u"--memory"_s, stateFile}), 1);
    const auto their = memoryOf(yjs.run({u"memory"_s, stateFile}), Mebibyte);
    std::printf("memory   ours %.1f MiB resident, %.1f of the heap; Yjs %.1f and %.1f\n",
                our.resident, our.heap, their.resident, their.heap);
    aims.atMost("memory of the process beside Yjs's", our.resident / their.resident, 1.0 / 3,
                " times");
    aims.atMost("heap beside Yjs's after a collection", our.heap / their.heap, 1.0 / 3, " times");
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const auto arguments = QCoreApplication::arguments();
    if (arguments.value(1) == "--memory"_L1)
        return tellMemory(arguments.value(2));
    const auto npm = support::npmPackages(u"yjs"_s, QStringLiteral(YJS_SCRIPTS "/package.json"));
    if (!npm.problem.isEmpty()) {
        std::printf("Yjs is not there to compare with: %s.\n", qPrintable(npm.problem));
        return 2;
    }
    bench::Aims aims;
    const Yjs yjs(npm.folder);
    for (const auto &scenario : Scenarios) {
        const QTemporaryDir folder;
        if (QString::fromLatin1(scenario.name).contains(arguments.value(1)))
            run(scenario, yjs, folder.path(), aims);
    }
    return aims.exitCode();
}
