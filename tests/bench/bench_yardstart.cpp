// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Until the desktop's window is painted for the first time, on a cluster that answers, beside an
// empty QMainWindow of the same size: whole processes, in turns, medians. Judged by processor time
// of all threads, for the machine may have others to serve; wall time is told too.

#include "aims.h"
#include "childprocess.h"
#include "desktopchild.h"

#include <QCoreApplication>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

constexpr int Rounds = 21;

int main(int argc, char **argv)
{
    if (argc > 1 && qstrcmp(argv[1], "--bare") == 0)
        return bench::showBareWindow(argc, argv);
    if (argc > 3)
        return bench::DesktopChild{.kubeconfig = QString::fromLocal8Bit(argv[2]),
                                   .cache = QString::fromLocal8Bit(argv[3])}
            .showFirstPaint(argc, argv);
    const QCoreApplication application(argc, argv);
    const bench::DemoProcess demo;
    if (demo.kubeconfig().isEmpty()) {
        std::puts("The demo cluster did not start: build krateyard beside this.");
        return 2;
    }
    const QTemporaryDir cache;
    const auto self = QString::fromLocal8Bit(argv[0]);
    std::vector<double> bareTime, barePower, ourTime, ourPower;
    for (int round = 0; round < Rounds; ++round) {
        const auto bare = bench::costOf({self, u"--bare"_s});
        const auto ours = bench::costOf({self, u"--desktop"_s, demo.kubeconfig(), cache.path()});
        bareTime.push_back(bare.milliseconds);
        barePower.push_back(bare.processor);
        ourTime.push_back(ours.milliseconds);
        ourPower.push_back(ours.processor);
    }
    using bench::median;
    std::printf("first painted window, median of %d: bare %.0f ms, %.0f ms of processor; "
                "krateyard %.0f ms, %.0f ms of processor; processor ratio %.2f\n",
                Rounds, median(bareTime), median(barePower), median(ourTime), median(ourPower),
                median(ourPower) / median(barePower));
    bench::Aims aims;
    aims.atMost("first painted window beside a bare QMainWindow",
                median(ourTime) / median(bareTime), 2, " times");
    return aims.exitCode();
}
