// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/window/seenticker.h"

#include "workspace/window/windowcontent.h"

#include <QDateTime>

namespace workspace {

using namespace std::chrono_literals;

SeenTicker::SeenTicker(WindowContent &content, std::chrono::seconds interval)
    : m_interval(interval)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer); // a coarse one would spread them over several frames
    connect(&m_timer, &QTimer::timeout, this, &SeenTicker::tick);
    connect(&content, &WindowContent::updated, this, [this] { m_isSeen = false; });
    connect(&content, &WindowContent::partUpdated, this, [this] { m_isSeen = false; });
}

void SeenTicker::painted()
{
    m_isSeen = true;
    if (!m_timer.isActive())
        m_timer.start(0ms); // what is told may be old already
}

bool SeenTicker::noteChange()
{
    m_isBehind = m_isBehind || !m_isSeen;
    return m_isSeen;
}

void SeenTicker::schedule()
{
    const std::chrono::milliseconds now(QDateTime::currentMSecsSinceEpoch());
    m_timer.start(m_interval - now % m_interval);
}

void SeenTicker::tick()
{
    if (!m_isSeen)
        return; // painted() goes on
    schedule();
    Q_EMIT due();
}

} // namespace workspace
