// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <chrono>
#include <optional>

namespace kube {

/// How often an API server may be asked: `qps` a second on average and `burst` at once, as
/// client-go's QPS and Burst. Who asks more often waits for a turn. One thread.
class RequestPace
{
public:
    using Clock = std::chrono::steady_clock;
    /// No wait is longer: a server that is asked whether it is still there counts as away after 5
    /// s.
    static constexpr std::chrono::milliseconds Longest = std::chrono::seconds(2);

    RequestPace(double qps, int burst) { set(qps, burst); }

    void set(double qps, int burst);
    /// Takes a turn and says how long it is until then; nothing when that is too long.
    std::optional<std::chrono::milliseconds> reserve(Clock::time_point now = Clock::now());

private:
    double m_qps = 0;
    double m_burst = 0;
    double m_left = 0; ///< below 0: as many turns are given away
    Clock::time_point m_filledAt = {};
};

} // namespace kube
