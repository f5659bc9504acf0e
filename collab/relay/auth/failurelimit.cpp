// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/relay/auth/failurelimit.h"

#include <QtEndian>

#include <cmath>

namespace relay {

static QHostAddress sourceOf(const QHostAddress &address)
{
    bool isIp4 = false;
    if (const auto ip4 = address.toIPv4Address(&isIp4); isIp4) // also one that is written as IPv6
        return QHostAddress(ip4);
    auto bytes = address.toIPv6Address();
    for (int i = 8; i < 16; ++i)
        bytes[i] = 0;
    return QHostAddress(bytes);
}

double FailureLimit::countNow(const Failures &failures, Clock::time_point now) const
{
    const std::chrono::duration<double> passed = now - failures.at;
    return std::max(0.0, failures.count - passed.count() * m_options.perSecond);
}

void FailureLimit::note(const QHostAddress &address, Clock::time_point now)
{
    const auto source = sourceOf(address);
    if (!m_failures.contains(source) && m_failures.size() >= m_options.addresses)
        forgetSome(now);
    auto &failures = m_failures[source];
    failures.count = std::min(countNow(failures, now) + 1, m_options.burst + 1);
    failures.at = now;
}

int FailureLimit::waitFor(const QHostAddress &address, Clock::time_point now) const
{
    const auto found = m_failures.constFind(sourceOf(address));
    if (found == m_failures.cend())
        return 0;
    const auto tooMany = countNow(*found, now) + 1 - m_options.burst;
    return tooMany <= 0 ? 0 : int(std::ceil(tooMany / m_options.perSecond));
}

/// Those whose time is over; when that is nobody, all: who has ten thousand addresses is not
/// stopped by this anyway, and memory is.
void FailureLimit::forgetSome(Clock::time_point now)
{
    m_failures.removeIf([&](auto it) { return countNow(it.value(), now) <= 0; });
    if (m_failures.size() >= m_options.addresses)
        m_failures.clear();
}

} // namespace relay
