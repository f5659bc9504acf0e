// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/auth/requestpace.h"

#include <algorithm>
#include <cmath>

namespace kube {

void RequestPace::set(double qps, int burst)
{
    m_qps = qps;
    m_burst = burst;
    m_left = m_burst;
}

std::optional<std::chrono::milliseconds> RequestPace::reserve(Clock::time_point now)
{
    const std::chrono::duration<double> passed = now - m_filledAt;
    m_filledAt = now;
    m_left = std::min(m_burst, m_left + (passed.count() * m_qps));
    const std::chrono::milliseconds wait(
        m_left >= 1 ? 0 : std::llround(std::ceil((1 - m_left) / m_qps * 1000)));
    if (wait > Longest)
        return std::nullopt;
    m_left -= 1;
    return wait;
}

} // namespace kube
