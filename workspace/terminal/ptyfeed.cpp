// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/terminal/ptyfeed.h"

#include <cerrno>
#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

namespace workspace {

static constexpr qsizetype BlockLimit = 32 * 1024;

PtyFeed::PtyFeed(int slave, QObject *parent)
    : QObject(parent)
    , m_slave(slave)
    , m_notifier(slave, QSocketNotifier::Write)
{
    termios mode{};
    if (tcgetattr(slave, &mode) == 0) {
        cfmakeraw(&mode); // the container's terminal has done all of that already
        tcsetattr(slave, TCSANOW, &mode);
    }
    fcntl(slave, F_SETFL, fcntl(slave, F_GETFL) | O_NONBLOCK);
    m_notifier.setEnabled(false);
    connect(&m_notifier, &QSocketNotifier::activated, this, &PtyFeed::pump);
}

void PtyFeed::write(const QByteArray &bytes)
{
    if (bytes.isEmpty())
        return;
    m_queue.push_back(bytes);
    m_waiting += bytes.size();
    m_notifier.setEnabled(true);
    if (m_waiting > HighWater && !std::exchange(m_congested, true))
        Q_EMIT congested(true);
}

void PtyFeed::pump()
{
    if (!m_queue.empty()) {
        const auto &block = m_queue.front();
        const auto size = qMin(BlockLimit, block.size() - m_offset);
        const auto written = ::write(m_slave, block.constData() + m_offset, size_t(size));
        if (written < 0 && errno != EAGAIN && errno != EINTR) {
            m_queue.clear(); // the terminal is gone
            m_waiting = 0;
        } else if (written > 0) {
            m_waiting -= written;
            m_offset += written;
            if (m_offset == block.size()) {
                m_queue.pop_front();
                m_offset = 0;
            }
            Q_EMIT fed();
        }
    }
    m_notifier.setEnabled(!m_queue.empty());
    if (m_waiting < LowWater && std::exchange(m_congested, false))
        Q_EMIT congested(false);
}

} // namespace workspace
