// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/signals.h"

#include <QCoreApplication>
#include <QSocketNotifier>

#include <csignal>
#include <utility>

#include <fcntl.h>
#include <unistd.h>

namespace app {

// A signal handler may only write to a pipe; the event loop reads the other end.
static int signalPipe[2] = {-1, -1};

static void signalled(int)
{
    const char byte = 1;
    [[maybe_unused]] const auto written = ::write(signalPipe[1], &byte, 1);
}

bool quitOnSignals(QCoreApplication &application, const std::function<void()> &end)
{
    if (::pipe2(signalPipe, O_CLOEXEC | O_NONBLOCK) != 0)
        return false;
    auto *notifier = new QSocketNotifier(signalPipe[0], QSocketNotifier::Read, &application);
    QObject::connect(notifier, &QSocketNotifier::activated, &application,
                     [end, isEnding = false]() mutable {
                         char bytes[16];
                         while (::read(signalPipe[0], bytes, sizeof bytes) > 0) { }
                         if (end && !std::exchange(isEnding, true))
                             end();
                         else
                             QCoreApplication::quit();
                     });
    struct sigaction action = {};
    action.sa_handler = signalled;
    return ::sigaction(SIGINT, &action, nullptr) == 0
        && ::sigaction(SIGTERM, &action, nullptr) == 0;
}

} // namespace app
