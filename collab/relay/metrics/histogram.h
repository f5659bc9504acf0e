// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtTypes>

#include <array>
#include <chrono>

namespace relay {

/// How long things took, in Prometheus' sense: how many took at most so many seconds.
class Histogram
{
public:
    using Seconds = std::chrono::duration<double>;
    static constexpr std::array<double, 12> Bounds = {0.001, 0.0025, 0.005, 0.01, 0.016, 0.032,
                                                      0.064, 0.125,  0.25,  0.5,  1,     5};

    void add(Seconds time)
    {
        for (size_t i = 0; i < Bounds.size(); ++i)
            m_counts[i] += time.count() <= Bounds[i] ? 1 : 0;
        m_sum += time.count();
        ++m_count;
    }

    quint64 atMost(size_t bound) const { return m_counts[bound]; }
    quint64 count() const { return m_count; }
    double sum() const { return m_sum; } ///< in seconds

private:
    std::array<quint64, Bounds.size()> m_counts = {};
    double m_sum = 0;
    quint64 m_count = 0;
};

} // namespace relay
