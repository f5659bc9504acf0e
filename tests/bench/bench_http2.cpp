// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// HTTP/1.1 beside HTTP/2 on a real API server, in one run: a whole list, what piles up in memory
// when nobody reads it, and how many connections watches take. `bench_http2 short` leaves the
// times of lists out.

#include "kube/api/apiclient.h"
#include "kube/api/apistream.h"
#include "kube/auth/identity.h"
#include "kube/config/kubeconfigfiles.h"
#include "support/realcluster.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTest>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

constexpr int Rounds = 5;
const auto Pods = u"10000"_s;

kube::ApiRequest pods(bool multiplexed)
{
    kube::ApiRequest request{.path = u"/api/v1/pods"_s, .multiplexed = multiplexed};
    request.query.addQueryItem(u"resourceVersion"_s, u"0"_s);
    return request;
}

double residentMiB()
{
    QFile file(u"/proc/self/statm"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toDouble() * 4096 / 1048576;
}

int openSockets()
{
    int count = 0;
    const auto all =
        QDir(u"/proc/self/fd"_s).entryInfoList(QDir::System | QDir::Files | QDir::NoDotAndDotDot);
    for (const auto &entry : all)
        count += entry.symLinkTarget().contains("socket:"_L1) ? 1 : 0;
    return count;
}

/// Milliseconds for a whole list, read as it comes.
double timeOf(kube::ApiClient &client, bool multiplexed, qint64 &bytes)
{
    QElapsedTimer timer;
    timer.start();
    const auto stream = client.stream(pods(multiplexed));
    bool done = false;
    bytes = 0;
    QObject::connect(stream.get(), &kube::ApiStream::received, stream.get(),
                     [&bytes](const QByteArray &block) { bytes += block.size(); });
    QObject::connect(stream.get(), &kube::ApiStream::ended, stream.get(),
                     [&done](const std::optional<kube::Error> &error) {
                         if (error)
                             std::printf("ended: %s\n", qPrintable(error->message));
                         done = true;
                     });
    stream->start();
    if (!QTest::qWaitFor([&] { return done; }, 120'000))
        std::puts("no end");
    return double(timer.nsecsElapsed()) / 1e6;
}

/// What a list that nobody reads adds to the memory within ten seconds of its first byte.
double unread(kube::ApiClient &client, bool multiplexed)
{
    const double before = residentMiB();
    const auto stream = client.stream(pods(multiplexed));
    stream->setPaused(true);
    bool opened = false;
    QObject::connect(stream.get(), &kube::ApiStream::opened, stream.get(),
                     [&opened] { opened = true; });
    stream->start();
    if (!QTest::qWaitFor([&] { return opened; }, 60'000))
        std::puts("no answer");
    double most = 0;
    for (int i = 0; i < 100; ++i) {
        QTest::qWait(100);
        most = std::max(most, residentMiB() - before);
    }
    return most;
}

void watches(const kube::ClientConfig &config, bool multiplexed, int count)
{
    kube::Identity identity(config);
    kube::ApiClient client(identity);
    const int before = openSockets();
    std::vector<std::unique_ptr<kube::ApiStream>> all;
    int open = 0;
    for (int i = 0; i < count; ++i) {
        kube::ApiRequest request{.path = u"/api/v1/configmaps"_s, .multiplexed = multiplexed};
        request.query.addQueryItem(u"watch"_s, u"1"_s);
        request.query.addQueryItem(u"timeoutSeconds"_s, u"60"_s);
        all.push_back(client.stream(request));
        QObject::connect(all.back().get(), &kube::ApiStream::opened, &client, [&open] { ++open; });
        all.back()->start();
    }
    QElapsedTimer timer;
    timer.start();
    const bool allOpen = QTest::qWaitFor([&] { return open == count; }, 30'000);
    std::printf("%d watches, %s: %s after %lld ms, %d sockets\n", count,
                multiplexed ? "HTTP/2 allowed" : "HTTP/1.1", allOpen ? "all open" : "NOT all open",
                timer.elapsed(), openSockets() - before);
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const support::RealCluster real;
    if (!real.isThere()) {
        std::puts("No cluster: run ./dev bench http2, which starts one.");
        return 1;
    }
    const auto known = kube::KubeconfigFiles::choose(real.adminKubeconfig(), {}).load();
    const auto config = kube::clientConfigFor(known);
    if (!config || !real.load(Pods)) {
        std::puts("The cluster could not be filled.");
        return 1;
    }
    std::vector<double> times[2];
    qint64 bytes = 0;
    const bool brief = argc > 1 && qstrcmp(argv[1], "short") == 0;
    for (int round = 0; round < (brief ? 1 : Rounds); ++round) {
        for (const bool multiplexed : {false, true}) {
            kube::Identity identity(*config);
            kube::ApiClient client(identity);
            times[multiplexed].push_back(timeOf(client, multiplexed, bytes));
        }
    }
    for (auto &list : times)
        std::ranges::sort(list);
    const auto middle = times[0].size() / 2;
    std::printf("list of %s pods, %.1f MB: HTTP/1.1 %.0f ms, HTTP/2 %.0f ms (x %.2f)\n",
                qPrintable(Pods), double(bytes) / 1e6, times[0][middle], times[1][middle],
                times[1][middle] / times[0][middle]);
    for (const bool multiplexed : {false, true}) {
        kube::Identity identity(*config);
        kube::ApiClient client(identity);
        std::printf("unread list, %s: %.1f MiB more\n", multiplexed ? "HTTP/2" : "HTTP/1.1",
                    unread(client, multiplexed));
    }
    watches(*config, false, 150);
    watches(*config, true, 60);
    watches(*config, true, 250);
    return 0;
}
