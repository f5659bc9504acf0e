// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/gateway/config/gatewayconfig.h"
#include "collab/gateway/identity/authenticator.h"
#include "collab/relay/api/requestrates.h"

#include <optional>

namespace gateway {

/// How often each caller may ask, whichever way they come: GatewayConfig::Limits,
/// `requestsPerSecond` and `requestBurst`. On the gateway's thread.
class CallerRates
{
public:
    /// `config` is borrowed, and looked into each time; after a change everybody has their burst
    /// again.
    explicit CallerRates(const GatewayConfig &config);

    /// Counts one more; no value: it may be.
    std::optional<Denial> refusal(const Caller &caller);

private:
    const GatewayConfig::Limits &m_limits;
    double m_perSecond; ///< of `m_rates`
    int m_burst; ///< likewise
    relay::RequestRates m_rates;
};

} // namespace gateway
