// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/gateway/limits/streamlimits.h"
#include "collab/gateway/proxy/apitarget.h"
#include "collab/gateway/service/gatewayparts.h"
#include "collab/relay/tunnelendpoint.h"

#include <QPointer>

#include <vector>

namespace gateway {

class Tunnel;

/// What leaves HTTP below `/k8s/{cluster}/`: `exec`, `attach` and `portforward` of pods, by
/// WebSocket or SPDY/3.1. Asks who they are and whether they may, opens the same at the cluster,
/// and then passes bytes on as they are. A refusal is answered as the cluster would, before
/// anything is switched.
class PodTunnels final : public relay::TunnelEndpoint
{
public:
    /// All is borrowed and must outlive it.
    PodTunnels(const GatewayParts &parts, StreamLimits &limits);
    ~PodTunnels() override; ///< ends those that are open

    bool serves(const relay::RequestHead &head) const override;
    void take(QTcpSocket &socket, const relay::RequestHead &head) override;

private:
    struct Asked
    {
        Caller caller = {};
        ApiTarget target = {};
        std::shared_ptr<kube::Cluster> cluster = {}; ///< shared with the pool
        StreamLimits::Place place = {};
    };
    std::expected<Asked, kube::Error> judge(const relay::RequestHead &head);
    std::expected<Asked, kube::Error> judge(const Caller &caller, const relay::RequestHead &head);
    void open(const QPointer<QTcpSocket> &socket, const relay::RequestHead &head,
              const Asked &asked);

    const GatewayParts m_parts;
    StreamLimits &m_limits;
    std::vector<QPointer<QTcpSocket>> m_open;
    QObject m_context; ///< what is answered later ends with this, and before the rest
};

} // namespace gateway
