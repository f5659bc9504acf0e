// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A log of a million lines from an API server into the store of a log window, beside `kubectl logs
// -f` and curl that throw the same bytes away. Of each the time for a log of one line is taken off:
// what starting a program takes is no ingest. The best of some rounds counts, for other programs
// only add to a time.

#include "aims.h"
#include "cannedlog.h"
#include "childprocess.h"

#include "kube/api/apiclient.h"
#include "kube/auth/identity.h"
#include "kube/streams/followedlog.h"
#include "kube/streams/logmerge.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

constexpr int Lines = 1'000'000;
constexpr int Rounds = 7;

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

/// From the question to the last line in the store, with its level and time.
Times ours(const QString &server, const QString &pod, int lines)
{
    const QTemporaryDir folder;
    kube::Identity identity(kube::ClientConfig{.server = server});
    kube::ApiClient client(identity);
    logstore::LogStore store(folder.path());
    kube::LogMerge merge(store);
    const auto source = store.source(pod);
    merge.add(source);
    const auto before = bench::usageOf(QCoreApplication::applicationPid()).processor;
    QElapsedTimer clock;
    clock.start();
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
    const auto after = bench::usageOf(QCoreApplication::applicationPid()).processor;
    return {double(clock.nsecsElapsed()) / 1e6, (after - before) * 1e3};
}

Times theirs(const QStringList &command)
{
    const auto cost = bench::costOf(command);
    return {cost.milliseconds, cost.processor};
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    if (QCoreApplication::arguments().contains(u"serve"_s))
        bench::serveCannedLog(Lines);
    const auto kubectl = QStandardPaths::findExecutable(u"kubectl"_s);
    const auto curl = QStandardPaths::findExecutable(u"curl"_s);
    if (kubectl.isEmpty() || curl.isEmpty()) {
        std::puts("kubectl and curl are not both there to compare with: install them.");
        return 2;
    }
    QProcess server;
    server.start(QCoreApplication::applicationFilePath(), {u"serve"_s});
    if (!server.waitForReadyRead(30'000)) {
        std::puts("The server did not start.");
        return 2;
    }
    const auto url = u"http://127.0.0.1:"_s + QString::fromLatin1(server.readLine().trimmed());
    const QTemporaryDir home;
    qputenv("HOME", home.path().toLocal8Bit());
    qputenv("KUBECONFIG", "/dev/null");

    const auto withKubectl = [&](const QString &pod) {
        return theirs({kubectl, u"--server"_s, url, u"-n"_s, u"bench"_s, u"logs"_s, u"-f"_s, pod});
    };
    const auto withCurl = [&](const QString &pod) {
        return theirs({curl, u"-sN"_s,
                       QString(url + "/api/v1/namespaces/bench/pods/"_L1 + pod
                               + "/log?follow=true&timestamps=true"_L1)});
    };
    std::vector<Times> byUs;
    std::vector<Times> byKubectl;
    std::vector<Times> byCurl;
    for (int round = 0; round < Rounds; ++round) {
        byUs.push_back(ours(url, u"long"_s, Lines) - ours(url, u"short"_s, 1));
        byKubectl.push_back(withKubectl(u"long"_s) - withKubectl(u"short"_s));
        byCurl.push_back(withCurl(u"long"_s) - withCurl(u"short"_s));
    }
    server.kill();
    server.waitForFinished();

    const double bytes = 144.0 * Lines;
    const auto rate = [bytes](const std::vector<Times> &times) {
        return bytes / std::ranges::min(times, {}, &Times::wall).wall / 1e6;
    };
    const auto processor = [](const std::vector<Times> &times) {
        return std::ranges::min(times, {}, &Times::processor).processor;
    };
    std::printf("%d lines, %.0f MB: into the store %.2f GB/s, kubectl logs -f %.2f GB/s, curl %.2f "
                "GB/s\n",
                Lines, bytes / 1e6, rate(byUs), rate(byKubectl), rate(byCurl));
    std::printf("processor time: %.0f ms, kubectl %.0f ms, curl %.0f ms\n", processor(byUs),
                processor(byKubectl), processor(byCurl));
    bench::Aims aims;
    aims.atLeast("a million lines into the store beside kubectl logs -f",
                 rate(byUs) / rate(byKubectl), 5, " times");
    aims.atLeast("the same beside curl", rate(byUs) / rate(byCurl), 0.6, " times");
    return aims.exitCode();
}
