// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>

namespace relay {

/// The last few thousand of many times, and which of them so many are below.
class RecentTimes
{
public:
    using Seconds = std::chrono::duration<double>;
    static constexpr size_t Most = 4'096;

    void add(Seconds time)
    {
        m_times[m_count % Most] = float(time.count());
        ++m_count;
    }

    size_t size() const { return std::min(m_count, Most); }
    /// The time that the part `part` (0…1) of them does not exceed; 0 without any.
    Seconds quantile(double part) const
    {
        if (m_count == 0)
            return Seconds(0);
        auto times = m_times;
        const auto end = times.begin() + std::ptrdiff_t(size());
        const auto last = double(size() - 1);
        const auto nth = times.begin() + std::ptrdiff_t(std::clamp(part * last + 0.5, 0.0, last));
        std::nth_element(times.begin(), nth, end);
        return Seconds(double(*nth));
    }

private:
    std::array<float, Most> m_times = {};
    size_t m_count = 0;
};

} // namespace relay
