// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/relay/rooms/ratelimit.h"

#include <QByteArray>
#include <QHash>

namespace relay {

/// A rate for each of those who ask, with room for a bounded number of them.
class RequestRates
{
public:
    RequestRates(double rate, double burst)
        : m_rate(rate)
        , m_burst(burst)
    {
    }

    /// Whether who goes by `key` may ask once more.
    bool take(const QByteArray &key)
    {
        static constexpr qsizetype Most = 10'000;
        if (m_rates.size() >= Most && !m_rates.contains(key))
            m_rates.clear(); // at worst some get their burst again
        const auto now = RateLimit::Clock::now();
        auto found = m_rates.find(key);
        if (found == m_rates.end())
            found = m_rates.insert(key, RateLimit(m_rate, m_burst));
        return found->take(1, now);
    }

private:
    double m_rate;
    double m_burst;
    QHash<QByteArray, RateLimit> m_rates;
};

} // namespace relay
