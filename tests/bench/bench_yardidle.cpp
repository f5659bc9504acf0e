// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the desktop takes when nobody does anything, with 20 krates of the demo cluster open and
// each looked at once: resident memory, and processor time over a while, read from /proc. The
// cluster goes on meanwhile: pods come and go and two windows follow logs. KRATEYARD_IDLE_SECONDS:
// how long; 80 unless told, two rounds of what goes on in the demo.

#include "aims.h"
#include "childprocess.h"
#include "desktopchild.h"

#include <QCoreApplication>
#include <QTemporaryDir>
#include <QThread>

using namespace Qt::StringLiterals;

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
    const int wanted = qEnvironmentVariableIntValue("KRATEYARD_IDLE_SECONDS", &isNumber);
    const int seconds = isNumber ? wanted : 80;
    QThread::sleep(std::chrono::seconds(10)); // what a look at twenty krates left behind goes
    const auto before = bench::usageOf(desktop.processId());
    QThread::sleep(std::chrono::seconds(seconds));
    const auto after = bench::usageOf(desktop.processId());
    desktop.terminate();
    desktop.waitForFinished(5000);
    std::printf("idle for %d s with 20 krates: %.1f MiB resident, %.1f MiB of these its own\n",
                seconds, after.resident, after.anonymous);
    bench::Aims aims;
    aims.atMost("resident memory", after.resident, 80, " MiB");
    aims.atMost("processor", 100 * (after.processor - before.processor) / seconds, 0.5, " %");
    return aims.exitCode();
}
