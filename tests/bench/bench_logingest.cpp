// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A log of a million lines from an API server into the store of a log window, beside `kubectl logs
// -f` and curl that throw the same bytes away. Of each the time for a log of one line is taken off:
// what starting a program takes is no ingest. They take turns, and medians count. Before that, what
// the stages of the way take by themselves. The aims are for http; the same over TLS is told.

#include "aims.h"
#include "cannedlog.h"
#include "childprocess.h"
#include "tests/kube/keys.h"

#include "kube/api/apiclient.h"
#include "kube/auth/identity.h"
#include "kube/streams/followedlog.h"
#include "kube/streams/logmerge.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <array>
#include <cstdio>
#include <ctime>
#include <functional>
#include <vector>

using namespace Qt::StringLiterals;

namespace {

constexpr int Lines = 1'000'000;
constexpr int Rounds = 11;

/// Wall and processor milliseconds.
struct Times
{
    double wall = 0;
    double processor = 0;

    Times operator-(const Times &other) const
    {
        return {wall - other.wall, processor - other.processor};
    }
};

Times median(const std::vector<Times> &times)
{
    std::vector<double> wall;
    std::vector<double> processor;
    for (const auto &one : times) {
        wall.push_back(one.wall);
        processor.push_back(one.processor);
    }
    return {bench::median(wall), bench::median(processor)};
}

/// Of this process, since it was made.
class Stopwatch
{
public:
    Stopwatch() { m_clock.start(); }
    Times times() const
    {
        return {double(m_clock.nsecsElapsed()) / 1e6,
                1e3 * double(std::clock() - m_processor) / CLOCKS_PER_SEC};
    }

private:
    QElapsedTimer m_clock;
    std::clock_t m_processor = std::clock();
};

/// From the question to the last line in the store, with its level and time.
Times ours(const kube::ClientConfig &config, const QString &pod, int lines)
{
    const QTemporaryDir folder;
    kube::Identity identity(config);
    kube::ApiClient client(identity);
    logstore::LogStore store(folder.path());
    kube::LogMerge merge(store);
    const auto source = store.source(pod);
    merge.add(source);
    const Stopwatch watch;
    kube::FollowedLog log(client, u"bench"_s, pod, u"app"_s, {});
    QObject::connect(&log, &kube::FollowedLog::received, &merge,
                     [&](const QByteArray &bytes) { merge.take(source, bytes); });
    QEventLoop loop;
    QObject::connect(&store, &logstore::LogStore::changed, &loop, [&] {
        if (store.count() >= lines)
            loop.quit();
    });
    log.start();
    loop.exec();
    return watch.times();
}

/// What reading alone takes: the answer's body, thrown away.
Times reading(const kube::ClientConfig &config)
{
    kube::Identity identity(config);
    kube::ApiClient client(identity);
    const Stopwatch watch;
    kube::LogStream stream(client, u"bench"_s, u"long"_s, {.timestamps = true});
    QEventLoop loop;
    QObject::connect(&stream, &kube::LogStream::ended, &loop, &QEventLoop::quit);
    stream.start();
    loop.exec();
    return watch.times();
}

/// What the way from a block of bytes to lines with level and time takes.
Times storing(const QByteArray &log)
{
    constexpr qsizetype Block = 256 * 1024;
    const QTemporaryDir folder;
    logstore::LogStore store(folder.path());
    const auto source = store.source(u"app"_s);
    const Stopwatch watch;
    for (qsizetype at = 0; at < log.size(); at += Block)
        store.append(source, QByteArrayView(log).sliced(at, qMin(Block, log.size() - at)));
    return watch.times();
}

void tellStages(const kube::ClientConfig &config)
{
    const auto log = bench::cannedLog(Lines);
    std::vector<Times> reads;
    std::vector<Times> stores;
    for (int round = 0; round < Rounds; ++round) {
        reads.push_back(reading(config));
        stores.push_back(storing(log));
    }
    const auto read = median(reads);
    const auto store = median(stores);
    std::printf("alone: reading %.0f ms (%.0f ms of processor), storing %.0f ms (%.0f ms)\n",
                read.wall, read.processor, store.wall, store.processor);
}

Times theirs(const QStringList &command)
{
    const auto cost = bench::costOf(command);
    return {cost.milliseconds, cost.processor};
}

/// One program, asked for a long log and for a short one.
struct Way
{
    std::function<Times(const QString &pod)> run;
    std::vector<Times> longs = {};
    std::vector<Times> shorts = {};

    Times cost() const { return median(longs) - median(shorts); }
    double rate() const { return 144.0 * Lines / cost().wall / 1e6; }
};

struct Ratios
{
    double kubectl = 0;
    double curl = 0;
};

/// `authority` is a file; empty for http.
Ratios compare(const kube::ClientConfig &config, const QString &authority)
{
    QStringList kubectl{QStandardPaths::findExecutable(u"kubectl"_s), u"--server"_s, config.server};
    QStringList curl{QStandardPaths::findExecutable(u"curl"_s), u"-sN"_s};
    if (!authority.isEmpty()) {
        kubectl << u"--certificate-authority"_s << authority << u"--token"_s << u"none"_s;
        curl << u"--cacert"_s << authority;
    }
    std::array ways{
        Way{[&](const QString &pod) { return ours(config, pod, pod == "long"_L1 ? Lines : 1); }},
        Way{[&](const QString &pod) {
            return theirs(kubectl + QStringList{u"-n"_s, u"bench"_s, u"logs"_s, u"-f"_s, pod});
        }},
        Way{[&](const QString &pod) {
            const QString path =
                u"/api/v1/namespaces/bench/pods/"_s + pod + u"/log?follow=true&timestamps=true"_s;
            return theirs(curl + QStringList{config.server + path});
        }}};
    for (int round = 0; round < Rounds; ++round) {
        for (auto &way : ways) {
            way.longs.push_back(way.run(u"long"_s));
            way.shorts.push_back(way.run(u"short"_s));
        }
    }
    const auto &[us, byKubectl, byCurl] = ways;
    std::printf("%s: %d lines, %.0f MB: into the store %.2f GB/s, kubectl logs -f %.2f GB/s, curl "
                "%.2f GB/s\n",
                authority.isEmpty() ? "http" : "TLS", Lines, 144.0 * Lines / 1e6, us.rate(),
                byKubectl.rate(), byCurl.rate());
    std::printf("processor time: %.0f ms, kubectl %.0f ms, curl %.0f ms\n", us.cost().processor,
                byKubectl.cost().processor, byCurl.cost().processor);
    return {.kubectl = us.rate() / byKubectl.rate(), .curl = us.rate() / byCurl.rate()};
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const auto arguments = QCoreApplication::arguments();
    if (arguments.value(1) == "serve"_L1)
        bench::serveCannedLog(Lines, arguments.value(2).toLocal8Bit());
    if (QStandardPaths::findExecutable(u"kubectl"_s).isEmpty()
        || QStandardPaths::findExecutable(u"curl"_s).isEmpty()) {
        std::puts("kubectl and curl are not both there to compare with: install them.");
        return 2;
    }
    const QTemporaryDir home;
    const Keys keys(home.path());
    const bool hasKeys =
        Keys::isUsable() && keys.makeAuthority(u"ca"_s) && keys.makeServer(u"server"_s, u"ca"_s);
    QProcess server;
    server.start(QCoreApplication::applicationFilePath(), {u"serve"_s, home.path()});
    if (!server.waitForReadyRead(30'000)) {
        std::puts("The server did not start.");
        return 2;
    }
    const auto ports = QString::fromLatin1(server.readLine()).simplified().split(u' ');
    qputenv("HOME", home.path().toLocal8Bit());
    qputenv("KUBECONFIG", "/dev/null");

    const kube::ClientConfig plain{.server = u"http://127.0.0.1:"_s + ports.value(0)};
    tellStages(plain);
    const auto ratios = compare(plain, {});
    if (hasKeys && ports.value(1) != "0"_L1) {
        const auto tls = compare({.server = u"https://127.0.0.1:"_s + ports.value(1),
                                  .certificateAuthorityData = keys.read(u"ca.crt"_s)},
                                 keys.path(u"ca.crt"_s));
        std::printf("over TLS: %.2f times kubectl, %.2f times curl\n", tls.kubectl, tls.curl);
    }
    server.kill();
    server.waitForFinished();
    bench::Aims aims;
    aims.atLeast("a million lines into the store beside kubectl logs -f", ratios.kubectl, 5,
                 " times");
    aims.atLeast("the same beside curl", ratios.curl, 0.6, " times");
    return aims.exitCode();
}
