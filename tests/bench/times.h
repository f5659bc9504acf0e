// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtTypes>

#include <algorithm>
#include <array>
#include <cmath>

namespace bench {

/// How many took about so long: classes of 2 %.
class Times
{
public:
    void add(quint64 microseconds)
    {
        const auto index = std::log(double(std::max<quint64>(microseconds, 1))) * 50;
        ++m_counts[std::min(size_t(index), m_counts.size() - 1)];
        ++m_all;
    }
    double milliseconds(double part) const
    {
        quint64 seen = 0;
        for (size_t i = 0; i < m_counts.size(); ++i) {
            seen += m_counts[i];
            if (m_all > 0 && double(seen) >= part * double(m_all))
                return std::exp((double(i) + 0.5) / 50) / 1e3;
        }
        return 0;
    }
    quint64 count() const { return m_all; }

private:
    std::array<quint64, 1200> m_counts = {};
    quint64 m_all = 0;
};

} // namespace bench
