// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/watch/framepump.h"

#include "kube/watch/subscription.h"

#include <utility>

namespace kube {

FramePump::FramePump(QObject *parent)
    : QObject(parent)
{
    m_next.setSingleShot(true);
    m_next.setTimerType(Qt::PreciseTimer);
    connect(&m_next, &QTimer::timeout, this, &FramePump::tick);
}

void FramePump::wake(Subscription &subscription)
{
    if (std::exchange(subscription.m_waiting, true))
        return;
    m_waiting.emplace_back(&subscription);
    schedule();
}

void FramePump::schedule()
{
    if (m_next.isActive() || m_waiting.empty())
        return;
    const auto elapsed = m_since.isValid() ? m_since.elapsed() : FrameMs;
    m_next.start(int(qBound(0LL, FrameMs - elapsed, qint64(FrameMs))));
}

void FramePump::tick()
{
    if (m_waiting.empty())
        return; // what woke while others told was told in the same frame
    m_since.start();
    const QPointer<FramePump> alive(this);
    do {
        const auto next = m_waiting.front();
        m_waiting.pop_front();
        if (!next)
            continue;
        next->m_waiting = false;
        const bool more = next->tellSome();
        if (!alive)
            return;
        if (next && more && !std::exchange(next->m_waiting, true))
            m_waiting.push_back(next);
    } while (!m_waiting.empty() && m_since.elapsed() < BudgetMs);
    schedule();
}

} // namespace kube
