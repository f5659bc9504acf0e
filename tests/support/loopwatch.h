// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAbstractEventDispatcher>
#include <QElapsedTimer>
#include <QEvent>
#include <QFile>
#include <QThread>

#include <algorithm>
#include <array>
#include <ctime>
#include <functional>
#include <utility>

namespace support {

/// An application that knows for how long its thread was held by our code: so long a window would
/// not have been painted.
///
/// An event costs what the clock says, without the time in which the thread stood in the machine's
/// queue, but no more than its processor time. A turn of the event loop costs the sum of its
/// events. On a virtual machine a host that takes the processor away is charged to whoever was
/// running: a loop that did nothing but read the clock saw single steps of 62 ms on a busy one.
/// What our code does it does again, so it is the third longest that counts; all three are told.
template<typename Application>
class LoopWatch : public Application
{
public:
    using Longest = std::array<double, 3>; ///< milliseconds, the longest first

    LoopWatch(int &argc, char **argv)
        : Application(argc, argv)
    {
        // https://docs.kernel.org/scheduler/sched-stats.html: time run, time waited, turns
        m_waits.setFileName(QStringLiteral("/proc/thread-self/schedstat"));
        m_knowsWaits = m_waits.open(QIODevice::ReadOnly | QIODevice::Unbuffered);
        auto *loop = QAbstractEventDispatcher::instance();
        QObject::connect(loop, &QAbstractEventDispatcher::awake, this, [this] { turned(); });
        QObject::connect(loop, &QAbstractEventDispatcher::aboutToBlock, this, [this] { turned(); });
    }

    const Longest &events() const { return m_events; }
    const Longest &turns() const { return m_turns; }
    QString longestEvent() const { return m_longestEvent; } ///< to whom and which QEvent::Type
    double longestWallMs() const { return m_longestWall; } ///< of an event, by the clock
    double sumProcessorMs() const { return m_sumProcessor; }
    void restart()
    {
        m_events = m_turns = {};
        m_turn = m_longestWall = m_sumProcessor = 0;
    }

    bool notify(QObject *receiver, QEvent *event) override
    {
        if (m_inside || QThread::currentThread() != this->thread())
            return Application::notify(receiver, event);
        m_inside = true;
        const char *name = receiver->metaObject()->className(); // it may delete itself
        const int type = event->type();
        const double waited = waitedMs();
        QElapsedTimer wall;
        wall.start();
        const double before = processorMs();
        const bool handled = Application::notify(receiver, event);
        const double processor = processorMs() - before;
        const double wallMs = double(wall.nsecsElapsed()) / 1e6;
        const double cost = std::min(processor, wallMs - (waitedMs() - waited));
        if (cost > m_events.front())
            m_longestEvent = QStringLiteral("%1 %2").arg(QLatin1StringView(name)).arg(type);
        note(m_events, cost);
        m_turn += cost;
        m_sumProcessor += processor;
        m_longestWall = std::max(m_longestWall, wallMs);
        m_inside = false;
        return handled;
    }

private:
    void turned()
    {
        if (!m_inside) // else a test's own event loop within an event
            note(m_turns, std::exchange(m_turn, 0));
    }

    static void note(Longest &longest, double cost)
    {
        if (cost <= longest.back())
            return;
        longest.back() = cost;
        std::ranges::sort(longest, std::greater());
    }

    static double processorMs()
    {
        timespec now{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
        return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
    }

    /// How long this thread has stood in the machine's queue.
    double waitedMs()
    {
        if (!m_knowsWaits || !m_waits.seek(0))
            return 0;
        return m_waits.readAll().split(' ').value(1).toDouble() / 1e6;
    }

    QFile m_waits;
    bool m_knowsWaits = false;
    Longest m_events = {};
    Longest m_turns = {};
    QString m_longestEvent;
    double m_turn = 0;
    double m_longestWall = 0;
    double m_sumProcessor = 0;
    bool m_inside = false;
};

} // namespace support
