// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/relay/rooms/ratelimit.h"

#include <QHash>
#include <QHostAddress>

namespace relay {

/// How often one address may show what lets nobody in: at first `burst` times, then `perSecond`.
/// An IPv6 network of 64 bits, which is what one household or machine gets, counts as one address.
class FailureLimit
{
public:
    using Clock = RateLimit::Clock;

    struct Options
    {
        double perSecond = 0.2;
        double burst = 20;
        qsizetype addresses = 10'000; ///< that are remembered, some 100 bytes each
    };

    FailureLimit() = default;
    explicit FailureLimit(const Options &options)
        : m_options(options)
    {
    }

    void note(const QHostAddress &address, Clock::time_point now);
    /// In how many seconds the address may try again; 0: now.
    int waitFor(const QHostAddress &address, Clock::time_point now) const;
    qsizetype count() const { return m_failures.size(); } ///< addresses that are remembered

private:
    struct Failures
    {
        double count = 0;
        Clock::time_point at = {};
    };
    double countNow(const Failures &failures, Clock::time_point now) const;
    void forgetSome(Clock::time_point now);

    Options m_options = {};
    QHash<QHostAddress, Failures> m_failures;
};

} // namespace relay
