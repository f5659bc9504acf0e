// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the desktop takes when nobody does anything, with 20 krates of the demo cluster open and
// each looked at once: resident memory at the end, and processor time, read from /proc. The cluster
// goes on meanwhile: pods come and go and two windows follow logs. Of the time the median counts of
// five rounds of what goes on in the demo, which are 40 s each; KRATEYARD_IDLE_ROUNDS: of another
// number.

#include "aims.h"
#include "childprocess.h"
#include "desktopchild.h"

#include <QCoreApplication>
#include <QTemporaryDir>
#include <QThread>

#include <algorithm>
#include <chrono>
#include <vector>

using namespace Qt::StringLiterals;

static constexpr std::chrono::seconds Round{40};

int main(int argc, char **argv)
{
    if (argc > 3)
        return bench::DesktopChild{.kubeconfig = QString::fromLocal8Bit(argv[2]),
                                   .cache = QString::fromLocal8Bit(argv[3])}
            .stayWithTwentyKrates(argc, argv);
    const QCoreApplication application(argc, argv);
    const bench::DemoProcess demo;
    const QTemporaryDir cache;
    QProcess desktop;
    desktop.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    desktop.start(QString::fromLocal8Bit(argv[0]),
                  {u"--desktop"_s, demo.kubeconfig(), cache.path()});
    if (demo.kubeconfig().isEmpty() || !desktop.waitForReadyRead(90'000)) {
        std::puts("The desktop did not show its krates.");
        return 2;
    }
    bool isNumber = false;
    const int wanted = qEnvironmentVariableIntValue("KRATEYARD_IDLE_ROUNDS", &isNumber);
    const int rounds = isNumber ? std::max(1, wanted) : 5;
    QThread::sleep(std::chrono::seconds(10)); // what a look at twenty krates left behind goes
    auto usage = bench::usageOf(desktop.processId());
    std::vector<double> percents;
    for (int i = 0; i < rounds; ++i) {
        const double before = usage.processor;
        QThread::sleep(Round);
        usage = bench::usageOf(desktop.processId());
        percents.push_back(100 * (usage.processor - before) / double(Round.count()));
    }
    if (usage.resident <= 0) {
        std::puts("The desktop has ended.");
        return 2;
    }
    desktop.terminate();
    desktop.waitForFinished(5000);
    std::printf("idle for %lld s with 20 krates: %.1f MiB resident, %.1f MiB of these its own\n",
                static_cast<long long>(rounds * Round.count()), usage.resident, usage.anonymous);
    std::printf("processor, round by round:");
    for (const double percent : percents)
        std::printf(" %.2f", percent);
    std::puts(" %");
    bench::Aims aims;
    aims.atMost("resident memory", usage.resident, 80, " MiB");
    aims.atMost("processor", bench::median(percents), 0.5, " %");
    return aims.exitCode();
}
