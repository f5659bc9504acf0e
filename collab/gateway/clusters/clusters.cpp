// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/gateway/clusters/clusters.h"

#include "kube/access/accessreview.h"
#include "kube/api/apiclient.h"
#include "kube/auth/requestpace.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gateway {

namespace {

using Clock = std::chrono::steady_clock;

/// Whose rights come with the name: no provider may hand these out.
bool isOfTheSystem(const QString &name)
{
    return name.startsWith("system:"_L1);
}

kube::Impersonation impersonationOf(const Caller &caller)
{
    kube::Impersonation as{.user = caller.userName};
    for (const auto &group : caller.groups) {
        if (!group.isEmpty() && !isOfTheSystem(group))
            as.groups.append(group);
    }
    as.groups.sort();
    return as;
}

QString keyOf(const QString &cluster, const kube::Impersonation &as)
{
    return cluster + u'\n' + as.user + u'\n' + as.groups.join(u'\n');
}

/// https://kubernetes.io/docs/reference/access-authn-authz/authorization/#determine-the-request-verb
kube::AccessQuestion questionOf(const kube::Cluster &cluster, const Access &access)
{
    kube::AccessQuestion question{.verb = access.verb,
                                  .resource = access.resource,
                                  .nameSpace = access.nameSpace,
                                  .name = access.name};
    if (const auto *known = cluster.resources().find(access.resource)) {
        question.group = known->group;
        question.resource = known->resource;
    }
    if (access.verb == "logs"_L1) {
        question.verb = u"get"_s;
        question.subresource = u"log"_s;
    } else if (access.verb == "exec"_L1) {
        question.verb = u"create"_s;
        question.subresource = u"exec"_s;
    }
    return question;
}

} // namespace

Clusters::Clusters(std::vector<std::unique_ptr<kube::Cluster>> clusters,
                   const GatewayConfig &config, const CallerPool &pool)
    : m_isImpersonating(config.isImpersonating)
    , m_limit(pool)
{
    for (auto &cluster : clusters) {
        QObject::connect(cluster.get(), &kube::Cluster::stateChanged, &m_sweep,
                         [this, known = cluster.get()] { askUid(*known); });
        m_clusters.push_back(std::move(cluster));
    }
    m_sweep.setInterval(pool.idle / 2);
    QObject::connect(&m_sweep, &QTimer::timeout, &m_sweep, [this] { evict(); });
}

Clusters::~Clusters() = default;

/// https://github.com/open-telemetry/semantic-conventions/blob/main/docs/resource/k8s.md#cluster
void Clusters::askUid(kube::Cluster &cluster)
{
    const auto name = cluster.config().contextName;
    if (cluster.state() != kube::Cluster::State::Ready || m_uids.contains(name))
        return;
    cluster.client()
        .get({.gvr = {.version = u"v1"_s, .resource = u"namespaces"_s}, .name = u"kube-system"_s})
        .then(&m_sweep, [this, name](const kube::Result<QJsonObject> &answer) {
            const auto uid = answer ? (*answer)["metadata"_L1]["uid"_L1].toString() : QString();
            if (!uid.isEmpty())
                m_uids.insert(name, uid);
        });
}

kube::Cluster *Clusters::find(const QString &name) const
{
    const auto found = std::ranges::find_if(m_clusters, [&name](const auto &cluster) {
        return name.isEmpty() || cluster->config().contextName == name;
    });
    return found == m_clusters.end() ? nullptr : found->get();
}

void Clusters::setPace(double qps, int burst)
{
    for (const auto &cluster : m_clusters) {
        if (const auto &pace = cluster->config().pace)
            pace->set(qps, burst);
    }
}

QStringList Clusters::names() const
{
    QStringList names;
    for (const auto &cluster : m_clusters)
        names.append(cluster->config().contextName);
    return names;
}

std::shared_ptr<kube::Cluster> Clusters::forCaller(const Caller &caller, const QString &name)
{
    const auto own =
        std::ranges::find(m_clusters, find(name), &std::shared_ptr<kube::Cluster>::get);
    if (own == m_clusters.end())
        return nullptr;
    if (!m_isImpersonating)
        return *own;
    const auto as = impersonationOf(caller);
    if (as.user.isEmpty() || isOfTheSystem(as.user))
        return nullptr;
    auto config = (*own)->config();
    const auto key = keyOf(config.contextName, as);
    auto found = std::ranges::find(m_pool, key, &Kept::key);
    if (found == m_pool.end()) {
        if (!makeRoom())
            return nullptr;
        config.impersonate = as;
        m_pool.push_back({.key = key, .cluster = std::make_shared<kube::Cluster>(config)});
        found = std::prev(m_pool.end());
        m_sweep.start();
    }
    found->used = Clock::now();
    return found->cluster;
}

QFuture<bool> Clusters::permits(const Caller &caller, const QString &name, const Access &access)
{
    if (!m_isImpersonating)
        return QtFuture::makeReadyValueFuture(find(name) != nullptr);
    const auto cluster = forCaller(caller, name);
    if (!cluster)
        return QtFuture::makeReadyValueFuture(false);
    // Not kept by the continuation, which the cluster itself owns.
    const auto kept = std::ranges::find(m_pool, cluster, &Kept::cluster);
    ++kept->questions;
    return cluster->access()
        .ask(questionOf(*find(name), access))
        .then(&m_sweep, [this, key = kept->key](const kube::Result<kube::AccessAnswer> &answer) {
            const auto asked = std::ranges::find(m_pool, key, &Kept::key);
            if (asked != m_pool.end())
                --asked->questions;
            return answer && answer->allowed;
        });
}

bool Clusters::Kept::isInUse() const
{
    return questions > 0 || cluster.use_count() > 1;
}

/// Who is used now is none that may go, however long ago it was asked for.
void Clusters::evict()
{
    const auto now = Clock::now();
    std::erase_if(m_pool, [&](Kept &kept) {
        if (kept.isInUse())
            kept.used = now;
        return now - kept.used >= m_limit.idle;
    });
    if (m_pool.empty())
        m_sweep.stop();
}

/// At the cost of who was not used for longest.
bool Clusters::makeRoom()
{
    if (m_pool.size() < m_limit.most)
        return true;
    std::ranges::sort(m_pool, {}, &Kept::used);
    const auto idle =
        std::ranges::find_if(m_pool, [](const Kept &kept) { return !kept.isInUse(); });
    if (idle == m_pool.end())
        return false;
    m_pool.erase(idle);
    return true;
}

/// An object of its own, not an event: one that is left when the program ends would be destroyed
/// under a lock of Qt's that the cluster's end needs, too.
void letGoLater(const std::shared_ptr<kube::Cluster> &cluster)
{
    class Holder : public QObject
    {
    public:
        explicit Holder(const std::shared_ptr<kube::Cluster> &kept)
            : m_kept(kept)
        {
        }

    private:
        const std::shared_ptr<kube::Cluster> m_kept;
    };
    (new Holder(cluster))->deleteLater();
}

std::shared_ptr<kube::Cluster> releasedLater(std::shared_ptr<kube::Cluster> cluster)
{
    if (!cluster)
        return nullptr;
    auto *own = cluster.get();
    return {own, [cluster = std::move(cluster)](kube::Cluster *) { letGoLater(cluster); }};
}

} // namespace gateway
