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

static void signalled(int signal)
{
    const char byte = char(signal);
    [[maybe_unused]] const auto written = ::write(signalPipe[1], &byte, 1);
}

namespace {

/// What came since the pipe was read last.
struct Signals
{
    bool isToEnd = false;
    bool isToReload = false;
};

Signals readSignals()
{
    Signals came;
    char bytes[16];
    for (ssize_t count = 0; (count = ::read(signalPipe[0], bytes, sizeof bytes)) > 0;) {
        for (ssize_t i = 0; i < count; ++i)
            (bytes[i] == SIGHUP ? came.isToReload : came.isToEnd) = true;
    }
    return came;
}

} // namespace

bool quitOnSignals(QCoreApplication &application, const std::function<void()> &end,
                   const std::function<void()> &reload)
{
    if (::pipe2(signalPipe, O_CLOEXEC | O_NONBLOCK) != 0)
        return false;
    auto *notifier = new QSocketNotifier(signalPipe[0], QSocketNotifier::Read, &application);
    QObject::connect(notifier, &QSocketNotifier::activated, &application,
                     [end, reload, isEnding = false]() mutable {
                         const auto came = readSignals();
                         if (came.isToReload && reload && !isEnding)
                             reload();
                         if (!came.isToEnd)
                             return;
                         if (end && !std::exchange(isEnding, true))
                             end();
                         else
                             QCoreApplication::quit();
                     });
    struct sigaction action = {};
    action.sa_handler = signalled;
    return ::sigaction(SIGINT, &action, nullptr) == 0 && ::sigaction(SIGTERM, &action, nullptr) == 0
        && (!reload || ::sigaction(SIGHUP, &action, nullptr) == 0);
}

} // namespace app
