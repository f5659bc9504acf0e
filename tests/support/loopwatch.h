// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QElapsedTimer>
#include <QThread>

#include <algorithm>
#include <ctime>

namespace support {

/// An application that knows the longest time that its thread spent on one event: for so long a
/// window would not have been painted. Processor time tells what our code needs; wall time also
/// what the machine did meanwhile.
template<typename Application>
class LoopWatch : public Application
{
public:
    using Application::Application;

    double longestProcessorMs() const { return m_longestProcessor; }
    double longestWallMs() const { return m_longestWall; }
    double sumProcessorMs() const { return m_sumProcessor; }
    /// How many events needed more than a frame of 16 ms, by wall time.
    int over16() const { return m_over16; }
    void restart() { m_longestProcessor = m_longestWall = m_sumProcessor = m_over16 = 0; }

    bool notify(QObject *receiver, QEvent *event) override
    {
        if (m_inside || QThread::currentThread() != this->thread())
            return Application::notify(receiver, event);
        m_inside = true;
        const double before = processorMs();
        QElapsedTimer wall;
        wall.start();
        const bool handled = Application::notify(receiver, event);
        const double took = processorMs() - before;
        const double wallMs = double(wall.nsecsElapsed()) / 1e6;
        m_sumProcessor += took;
        m_longestProcessor = std::max(m_longestProcessor, took);
        m_longestWall = std::max(m_longestWall, wallMs);
        m_over16 += wallMs > 16 ? 1 : 0;
        m_inside = false;
        return handled;
    }

private:
    static double processorMs()
    {
        timespec now{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
        return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
    }

    double m_longestProcessor = 0;
    double m_longestWall = 0;
    double m_sumProcessor = 0;
    int m_over16 = 0;
    bool m_inside = false;
};

} // namespace support
