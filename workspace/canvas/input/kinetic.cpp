// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/canvas/input/kinetic.h"

#include <algorithm>
#include <cmath>

namespace workspace {

static constexpr qint64 Window = 90; // ms before the release that tell the speed
static constexpr qreal Slowest = 0.12; // pixels a ms that are worth going on with
static constexpr qreal Fastest = 6;
static constexpr qreal Rest = 0.02;
static constexpr qreal Decay = 300; // ms in which the speed falls to a third

static qreal lengthOf(QPointF way)
{
    return std::hypot(way.x(), way.y());
}

void KineticPan::track(QPointF step, qint64 now)
{
    m_running = false;
    std::erase_if(m_samples, [&](const Sample &sample) { return now - sample.time > Window; });
    m_samples.push_back({step, now});
}

bool KineticPan::release(qint64 now)
{
    std::erase_if(m_samples, [&](const Sample &sample) { return now - sample.time > Window; });
    QPointF way;
    for (const auto &sample : m_samples)
        way += sample.step;
    // A few samples within a millisecond or two say nothing about speed.
    const qreal time =
        m_samples.empty() ? 1 : std::max<qreal>(16, qreal(now - m_samples.front().time));
    const bool enough = m_samples.size() >= 2;
    m_samples.clear();
    m_speed = way / time;
    const qreal speed = lengthOf(m_speed);
    if (speed > Fastest)
        m_speed *= Fastest / speed;
    m_running = enough && speed >= Slowest;
    m_last = now;
    return m_running;
}

std::optional<QPointF> KineticPan::advance(qint64 now)
{
    if (!m_running)
        return {};
    // The way under an exponentially falling speed, so that the frame rate does not matter.
    const qreal rest = std::exp(-qreal(now - m_last) / Decay);
    const QPointF way = m_speed * Decay * (1 - rest);
    m_speed *= rest;
    m_last = now;
    m_running = lengthOf(m_speed) > Rest;
    return way;
}

void KineticPan::stop()
{
    m_running = false;
    m_samples.clear();
}

} // namespace workspace
