// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/gateway/config/gatewayconfig.h"
#include "collab/gateway/identity/authenticator.h"

#include <expected>
#include <map>
#include <memory>
#include <tuple>

namespace gateway {

/// How many answers may go on for long: shells, logs and forwards of one caller in one namespace,
/// watches of one caller, all together (GatewayConfig::Limits). On the gateway's thread.
class StreamLimits
{
public:
    enum class Kind { Shell, Log, Watch, Forward, ApiWatch };
    /// Holds a place until the last copy goes.
    using Place = std::shared_ptr<void>;

    /// `config` is borrowed, and looked into each time.
    explicit StreamLimits(const GatewayConfig &config)
        : m_limits(config.limits)
    {
    }

    /// 429 when there is none. `nameSpace` counts for all but watches.
    std::expected<Place, Denial> take(Kind kind, const Caller &caller, const QString &nameSpace);
    int count(Kind kind) const; ///< that go on now

private:
    using Key = std::tuple<Kind, QString, QString>;
    using Counts = std::map<Key, int>;

    int mostOf(Kind kind) const;

    const GatewayConfig::Limits &m_limits;
    std::shared_ptr<Counts> m_counts = std::make_shared<Counts>(); ///< shared with the places
};

} // namespace gateway
