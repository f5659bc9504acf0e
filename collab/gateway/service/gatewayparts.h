// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/gateway/audit/auditlog.h"
#include "collab/gateway/clusters/clusters.h"
#include "collab/gateway/config/gatewayconfig.h"
#include "collab/gateway/identity/authenticator.h"
#include "collab/gateway/limits/callerrates.h"
#include "collab/gateway/policy/authorizer.h"

namespace relay {
class Server;
}

namespace gateway {

/// What handlers and endpoints work with. All is borrowed from the Gateway, outlives them, and
/// stays at its place when the configuration is read anew: what is behind `config` and `authorizer`
/// is another then, so ask at each request and copy nothing.
struct GatewayParts
{
    const GatewayConfig &config;
    const Authorizer &authorizer;
    Authenticator &authenticator;
    Clusters &clusters;
    AuditLog &audit;
    relay::Server &server;
    CallerRates &rates;
};

} // namespace gateway
