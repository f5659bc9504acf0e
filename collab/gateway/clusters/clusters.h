// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/gateway/caller.h"
#include "collab/gateway/config/gatewayconfig.h"
#include "collab/gateway/policy/authorizer.h"
#include "kube/cluster.h"

#include <QFuture>
#include <QMap>
#include <QTimer>

#include <memory>
#include <vector>

namespace gateway {

/// How many callers are kept at a time, and how long after their last use.
struct CallerPool
{
    size_t most = 256;
    std::chrono::milliseconds idle = std::chrono::minutes(5);
};

/// The clusters that the gateway serves: each once with the gateway's own credentials, and, when it
/// impersonates, once more for each caller who uses it, so that the cluster's own RBAC decides.
class Clusters
{
public:
    /// The limits towards a cluster (qps, burst) hold for each client of it.
    explicit Clusters(std::vector<std::unique_ptr<kube::Cluster>> clusters,
                      const GatewayConfig &config = {}, const CallerPool &pool = {});
    ~Clusters();
    Q_DISABLE_COPY_MOVE(Clusters)

    /// By the name of its context; empty: the first. Null: there is none of that name. It is asked
    /// with the gateway's own credentials: for what is shared by many, like caches.
    kube::Cluster *find(const QString &name) const;
    QStringList names() const;
    /// What the clusters call themselves, by name: the uid of their namespace kube-system, as who
    /// tells clusters apart takes it. Without those that have not answered, or do not say.
    const QMap<QString, QString> &uids() const { return m_uids; }

    /// The same for what is done on behalf of a caller: a write, a shell, a log. When the gateway
    /// impersonates, that is the cluster as the caller sees it; only its client() and access() are
    /// of use, since nothing watches over the connection. Who holds it keeps it. Null: there is no
    /// such cluster, the caller has no name there, or too many others are there at once.
    std::shared_ptr<kube::Cluster> forCaller(const Caller &caller, const QString &name);
    /// Whether the cluster's RBAC lets the caller do it: to be asked before something is answered
    /// out of what is shared. True at once when the gateway does not impersonate; false, too, when
    /// the cluster does not say.
    [[nodiscard]] QFuture<bool> permits(const Caller &caller, const QString &name,
                                        const Access &access);

    /// After the configuration changed.
    void setPace(double qps, int burst);

    bool isImpersonating() const { return m_isImpersonating; }
    size_t callers() const { return m_pool.size(); } ///< that are kept now

private:
    struct Kept
    {
        QString key = {};
        std::shared_ptr<kube::Cluster> cluster = {}; ///< shared with who uses it now
        std::chrono::steady_clock::time_point used = {};
        int questions = 0; ///< of permits(), under way

        bool isInUse() const;
    };

    void askUid(kube::Cluster &cluster);
    void evict();
    bool makeRoom();

    std::vector<std::shared_ptr<kube::Cluster>> m_clusters; ///< shared with users, as m_pool is
    const bool m_isImpersonating;
    const CallerPool m_limit;
    std::vector<Kept> m_pool;
    QMap<QString, QString> m_uids;
    QTimer m_sweep;
};

/// Keeps it until the next turn: a continuation may hold the last share of the cluster that runs
/// it.
void letGoLater(const std::shared_ptr<kube::Cluster> &cluster);
/// The same for a continuation that may be dropped without being run: the last copy lets go later.
std::shared_ptr<kube::Cluster> releasedLater(std::shared_ptr<kube::Cluster> cluster);

} // namespace gateway
