// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <algorithm>
#include <chrono>

namespace relay {

/// A token bucket: `rate` a second on average, and `burst` at once.
class RateLimit
{
public:
    using Clock = std::chrono::steady_clock;

    RateLimit(double rate, double burst)
        : m_rate(rate)
        , m_burst(burst)
        , m_left(burst)
    {
    }

    /// False when `amount` is more than is left; it is taken nevertheless.
    bool take(double amount, Clock::time_point now)
    {
        const std::chrono::duration<double> passed = now - m_filledAt;
        m_left = std::min(m_burst, m_left + passed.count() * m_rate) - amount;
        m_filledAt = now;
        return m_left >= 0;
    }

private:
    double m_rate;
    double m_burst;
    double m_left;
    Clock::time_point m_filledAt = Clock::now();
};

} // namespace relay
