// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/gateway/config/gatewayconfig.h"
#include "collab/gateway/identity/authenticator.h"

namespace gateway {

/// Lets in who shows one of the configuration's API keys as a bearer token.
class KeyAuthenticator final : public Authenticator
{
public:
    /// `config` is borrowed, and looked into at each request.
    explicit KeyAuthenticator(const GatewayConfig &config)
        : m_config(config)
    {
    }

    std::expected<Caller, Denial> identify(const QHttpServerRequest &request) override;

private:
    const GatewayConfig &m_config;
};

} // namespace gateway
