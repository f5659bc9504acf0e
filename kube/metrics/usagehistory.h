// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/metrics/usage.h"

#include <deque>

namespace kube {

/// The last samples of one thing while somebody looks at it: an hour at one every ten seconds.
class UsageHistory
{
public:
    static constexpr size_t MostSamples = 360;

    struct Sample
    {
        qint64 time = 0; ///< ms since the epoch
        Usage usage = {};

        bool operator==(const Sample &) const = default;
    };

    /// Whether it is news: a sample that is not younger than the last one is the same again.
    bool add(const UsageFigure &figure);
    const std::deque<Sample> &samples() const { return m_samples; }
    void clear() { m_samples.clear(); }

private:
    std::deque<Sample> m_samples;
};

} // namespace kube
