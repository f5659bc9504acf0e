// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/gateway/http/route.h"
#include "collab/gateway/kubelens/podlookup.h"
#include "collab/gateway/limits/streamlimits.h"
#include "collab/gateway/logs/loghub.h"
#include "collab/gateway/service/gatewayparts.h"

#include <QObject>

namespace gateway {

/// KubeLens' API below /api/v1: saved sessions, namespaces, pods and apps, and their logs.
/// docs/gateway-logs.md has the addresses.
///
/// An app is a workload: a Deployment, StatefulSet, DaemonSet, Job, or a ReplicaSet of nobody.
class KubeLens final : public QObject
{
    Q_OBJECT

public:
    /// `limits` are borrowed and must outlive it, too. Without `storage` sessions and logs are kept
    /// in memory.
    KubeLens(const GatewayParts &parts, StreamLimits &limits,
             std::unique_ptr<Storage> storage = nullptr, QObject *parent = nullptr);
    ~KubeLens() override;

    std::vector<Route> routes();
    LogHub &logs() { return m_logs; }

private:
    using Reply = std::shared_ptr<Exchange>; ///< of the request and of what answers it

    void addSession(std::vector<Route> &routes);
    void addPods(std::vector<Route> &routes);
    void addApps(std::vector<Route> &routes);
    void addLogs(std::vector<Route> &routes);

    void namespaces(const Request &request, const Reply &reply);
    void pods(const Request &request, const Reply &reply);
    void pod(const Request &request, const Reply &reply, bool isDetailed);
    void details(const Request &request, const Reply &reply, const QString &cluster,
                 const std::shared_ptr<kube::Cluster> &asked, const QJsonObject &pod);
    void metrics(const Request &request, const Reply &reply);
    void apps(const Request &request, const Reply &reply);
    void app(const Request &request, const Reply &reply);
    void podLogs(const Request &request, const Reply &reply);
    void appLogs(const Request &request, const Reply &reply);

    const GatewayParts m_parts;
    StreamLimits &m_limits;
    LogHub m_logs;
    PodLookup m_pods; ///< whose logs are asked for
};

} // namespace gateway
