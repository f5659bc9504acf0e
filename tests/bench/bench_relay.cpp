// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The relay under load, beside those of npm and beside a bare fan-out, in one run: peers that each
// move a krate 20 times and tell where they are 10 times a second, all in one yard. Then what yards
// and peers take that do nothing. Medians of three rounds for ours and the fan-out.

#include "aims.h"
#include "childprocess.h"
#include "relayload.h"
#include "support/npm.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QThread>

#include <algorithm>
#include <cstdio>
#include <memory>
#include <vector>

using namespace Qt::StringLiterals;
using bench::RelayFigures;
using bench::RelayLoad;

namespace {

constexpr int Rounds = 3;
/// A tick is what lies between two messages of a peer, 20 positions and 10 states a second.
constexpr double TickMs = 1000.0 / 30;
constexpr double RoomTickMs = 16; // RoomLimits::tick

/// A relay as a process of its own, which ends with this.
class Server
{
public:
    explicit Server(const QString &name)
        : m_name(name)
    {
    }
    virtual ~Server() { stop(); }
    Q_DISABLE_COPY_MOVE(Server)

    const QString &name() const { return m_name; }
    virtual bool isHocuspocus() const { return m_name.startsWith("hocuspocus"_L1); }

    RelayFigures run(int peers)
    {
        RelayFigures figures;
        if (start())
            figures = bench::runLoad(load(peers, 1));
        stop();
        std::printf("%-14s %5d %10.0f %10.0f %8.1f %8.1f %8.3f %8.1f %7.0f %5d\n",
                    qPrintable(m_name), peers, figures.offered, figures.delivered, figures.p50,
                    figures.p99, figures.processor, figures.resident, 100 * figures.own,
                    figures.lost);
        std::fflush(stdout);
        return figures;
    }

    /// MiB that idle peers in so many yards add; negative when not all of them were answered.
    double idle(int peers, int yards)
    {
        if (!start())
            return -1;
        const auto before = bench::usageOf(m_process.processId()).resident;
        const bench::IdlePeers idle(load(peers, yards));
        QThread::sleep(std::chrono::seconds(3));
        const auto after = bench::usageOf(m_process.processId()).resident;
        const bool isWhole = idle.synced() == peers;
        stop();
        return isWhole ? after - before : -1;
    }

protected:
    virtual void launch(QProcess &process) = 0;

private:
    bool start()
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        launch(m_process);
        // "listening on http://127.0.0.1:8080" or {"port":8080}
        while (m_process.waitForReadyRead(20'000) && !m_process.canReadLine()) { }
        m_port = m_process.readLine().replace('}', ' ').split(':').last().trimmed().toInt();
        return m_port > 0;
    }

    void stop()
    {
        m_process.kill();
        m_process.waitForFinished();
    }

    RelayLoad load(int peers, int yards) const
    {
        return {.port = m_port,
                .pid = m_process.processId(),
                .isHocuspocus = isHocuspocus(),
                .peers = peers,
                .yards = yards};
    }

    const QString m_name;
    QProcess m_process;
    int m_port = 0;
};

class Ours final : public Server
{
public:
    Ours()
        : Server(u"krateyard"_s)
    {
    }

protected:
    void launch(QProcess &process) override
    {
        m_folder = std::make_unique<QTemporaryDir>();
        process.start(QDir(QCoreApplication::applicationDirPath()).filePath(u"krateyard"_s),
                      {u"relay"_s, u"--listen"_s, u"127.0.0.1:0"_s, u"--data-dir"_s,
                       m_folder->filePath(u"data"_s)});
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

class FanOut final : public Server
{
public:
    FanOut()
        : Server(u"bare fan-out"_s)
    {
    }

protected:
    void launch(QProcess &process) override
    {
        process.start(QCoreApplication::applicationFilePath(), {u"--fan-out"_s});
    }
};

class Npm final : public Server
{
public:
    Npm(const QString &name, const QString &kind, const QString &folder)
        : Server(name)
        , m_kind(kind)
        , m_folder(folder)
    {
    }

protected:
    void launch(QProcess &process) override
    {
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"NPMDIR"_s, m_folder);
        process.setProcessEnvironment(environment);
        process.start(u"node"_s, {QStringLiteral(YJS_SCRIPTS "/relay.mjs"), m_kind});
    }

private:
    const QString m_kind;
    const QString m_folder;
};

RelayFigures medianOf(const std::vector<RelayFigures> &rounds)
{
    const auto middle = [&rounds](double RelayFigures::*figure) {
        std::vector<double> values;
        for (const auto &round : rounds)
            values.push_back(round.*figure);
        return bench::median(values);
    };
    return {.offered = middle(&RelayFigures::offered),
            .delivered = middle(&RelayFigures::delivered),
            .p50 = middle(&RelayFigures::p50),
            .p99 = middle(&RelayFigures::p99),
            .processor = middle(&RelayFigures::processor),
            .resident = middle(&RelayFigures::resident)};
}

/// Until the load is too much for them: what they deliver at most.
double mostOf(Server &server)
{
    return std::max(server.run(100).delivered, server.run(200).delivered);
}

void compareWithNpm(bench::Aims &aims, double ours, const RelayFigures &oursAt200)
{
    const auto packages =
        support::npmPackages(u"yjs"_s, QStringLiteral(YJS_SCRIPTS "/package.json"));
    const auto newest = support::npmPackages(
        u"hocuspocus4"_s, QStringLiteral(YJS_SCRIPTS "/hocuspocus4/package.json"));
    for (const auto &problem : {packages.problem, newest.problem}) {
        if (!problem.isEmpty()) {
            std::printf("The relays of npm are not there to compare with: %s.\n",
                        qPrintable(problem));
            return;
        }
    }
    Npm yWebsocket(u"y-websocket"_s, u"y-websocket"_s, packages.folder);
    Npm hocuspocus3(u"hocuspocus 3"_s, u"hocuspocus"_s, packages.folder);
    Npm hocuspocus4(u"hocuspocus 4"_s, u"hocuspocus"_s, newest.folder);
    aims.atLeast("deliveries beside y-websocket's server", ours / mostOf(yWebsocket), 20, " times");
    aims.atLeast("deliveries beside hocuspocus 3", ours / mostOf(hocuspocus3), 20, " times");
    const auto theirs = hocuspocus4.run(200);
    (void)hocuspocus4.run(500);
    // Both may deliver all of it: then the one counts that does so sooner.
    aims.atLeast("deliveries beside hocuspocus 4, 200 peers",
                 oursAt200.delivered / theirs.delivered, 0.99, " times");
    aims.atMost("p99 beside hocuspocus 4, 200 peers", oursAt200.p99 / theirs.p99, 1, " times");
}

} // namespace

int main(int argc, char **argv)
{
    if (argc > 1 && QByteArrayView(argv[1]) == "--fan-out")
        return bench::runBareFanOut();
    const QCoreApplication application(argc, argv);
    std::printf("%-14s %5s %10s %10s %8s %8s %8s %8s %7s %5s\n", "relay", "peers", "offered/s",
                "heard/s", "p50 ms", "p99 ms", "us each", "MiB", "load %", "lost");
    Ours ours;
    FanOut fanOut;
    std::vector<RelayFigures> oursAt500;
    std::vector<RelayFigures> fanOutAt500;
    for (int round = 0; round < Rounds; ++round) { // in turns: both meet the same machine
        oursAt500.push_back(ours.run(500));
        fanOutAt500.push_back(fanOut.run(500));
    }
    (void)ours.run(50);
    const auto at200 = ours.run(200);
    const auto at500 = medianOf(oursAt500);
    const auto bare = medianOf(fanOutAt500);
    bench::Aims aims;
    compareWithNpm(aims, at500.delivered, at200);
    aims.atLeast("heard of what was offered, 500 peers", at500.delivered / at500.offered, 0.98);
    aims.atMost("p99, 500 peers", at500.p99 / TickMs, 2, " ticks");
    std::printf("        (the bare fan-out: %.2f; in ticks of the room, %.0f ms: %.2f and %.2f)\n",
                bare.p99 / TickMs, RoomTickMs, at500.p99 / RoomTickMs, bare.p99 / RoomTickMs);
    aims.atMost("processor for a delivery beside the bare fan-out",
                at500.processor / bare.processor, 2, " times");
    const auto yards = ours.idle(1000, 1000);
    const auto peers = ours.idle(5000, 5);
    if (yards < 0 || peers < 0) {
        std::puts("Not all idle peers were answered.");
        return 1;
    }
    aims.atMost("1,000 idle yards with a peer in each", yards, 50, " MiB");
    aims.atMost("5,000 idle peers in five yards", peers, 150, " MiB");
    return aims.exitCode();
}
