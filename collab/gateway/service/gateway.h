// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/gateway/audit/sqlauditlog.h"
#include "collab/gateway/http/router.h"
#include "collab/gateway/identity/signin.h"
#include "collab/gateway/limits/turns.h"
#include "collab/gateway/logs/storage.h"
#include "collab/gateway/service/gatewayparts.h"
#include "collab/relay/service/service.h"

namespace gateway {

class PodTunnels;

/// The gateway of a relay: who may come, what they may do, the clusters, and what answers at the
/// addresses. Stands before the relay's own API, and takes from it only the addresses of its own
/// routes.
///
/// On the relay's thread. Ends before the relay does; connections to its sockets end with it.
class Gateway final : public QObject
{
    Q_OBJECT

public:
    /// `service` is borrowed and must outlive it. `clusters` are those of
    /// GatewayConfig::contexts, not yet connected. `audit` has SqlAuditLog's tables; without it
    /// they are in memory. `storage` keeps logs and sessions; without it that is memory, too.
    Gateway(const GatewayConfig &config, relay::Service &service,
            std::vector<std::unique_ptr<kube::Cluster>> clusters,
            std::unique_ptr<relay::SqlQueue> audit = nullptr,
            std::unique_ptr<Storage> storage = nullptr, QObject *parent = nullptr);
    ~Gateway() override;

    /// What it is made of, for handlers.
    const GatewayParts &parts() const { return m_parts; }
    const Router &router() const { return m_router; }
    void add(std::vector<Route> routes) { m_router.add(std::move(routes)); }
    void add(std::unique_ptr<relay::WebSocketEndpoint> endpoint);
    /// Keeps what routes work with until they are gone.
    template<typename T>
    T &keep(std::unique_ptr<T> part)
    {
        auto shared = std::shared_ptr<T>(std::move(part)); // of this list alone; forgets the type
        m_kept.push_back(shared);
        return *shared;
    }

    /// Takes in a changed configuration. Gives the keys that changed and hold only after a new
    /// start.
    QStringList reload(const GatewayConfig &config);

private:
    void addParts(std::unique_ptr<Storage> storage);
    void addFigures();
    bool mayAskFromElsewhere(const QByteArray &origin, const QUrl &url) const;

    GatewayConfig m_config;
    relay::Service &m_service;
    Authorizer m_authorizer;
    Cors m_cors;
    Identity m_identity;
    std::unique_ptr<SqlAuditLog> m_audit;
    Clusters m_clusters;
    CallerRates m_rates;
    Turns m_turns;
    const GatewayParts m_parts;
    SignIn m_signIn;
    std::vector<std::shared_ptr<void>> m_kept;
    Router m_router;
    std::vector<std::unique_ptr<relay::WebSocketEndpoint>> m_endpoints;
    std::unique_ptr<PodTunnels> m_tunnels;
};

} // namespace gateway
