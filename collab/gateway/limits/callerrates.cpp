// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/gateway/limits/callerrates.h"

using namespace Qt::StringLiterals;

namespace gateway {

CallerRates::CallerRates(const GatewayConfig &config)
    : m_limits(config.limits)
    , m_perSecond(m_limits.requestsPerSecond)
    , m_burst(m_limits.requestBurst)
    , m_rates(m_perSecond, m_burst)
{
}

std::optional<Denial> CallerRates::refusal(const Caller &caller)
{
    if (m_perSecond != m_limits.requestsPerSecond || m_burst != m_limits.requestBurst) {
        m_perSecond = m_limits.requestsPerSecond;
        m_burst = m_limits.requestBurst;
        m_rates = relay::RequestRates(m_perSecond, m_burst);
    }
    if (m_rates.take(caller.subject.toUtf8()))
        return std::nullopt;
    return Denial{.status = QHttpServerResponder::StatusCode::TooManyRequests,
                  .retryAfter = 1,
                  .sentence = u"That was asked too often: wait a second."_s};
}

} // namespace gateway
