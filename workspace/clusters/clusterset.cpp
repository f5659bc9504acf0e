// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/clusters/clusterset.h"

#include "kube/api/apiclient.h"
#include "kube/auth/credentialsources.h"
#include "kube/auth/tlswarmup.h"
#include "kube/cluster.h"

#include <algorithm>
#include <ranges>

using namespace Qt::StringLiterals;

namespace workspace {

ClusterSet::ClusterSet(const kube::KubeconfigFiles &files, const QString &discoveryFolder,
                       QObject *parent)
    : QObject(parent)
    , m_sources(std::make_shared<kube::CredentialSources>())
    , m_discoveryFolder(discoveryFolder)
{
    setFiles(files);
}

ClusterSet::~ClusterSet() = default;

void ClusterSet::setFiles(const kube::KubeconfigFiles &files)
{
    m_watcher = std::make_unique<kube::KubeconfigWatcher>(files);
    connect(m_watcher.get(), &kube::KubeconfigWatcher::changed, this, &ClusterSet::reload);
    reload();
}

std::vector<ContextEntry> ClusterSet::entriesOf(const kube::Kubeconfig &kubeconfig,
                                                std::map<QString, kube::ClientConfig> &usable) const
{
    std::vector<ContextEntry> entries;
    for (const auto &context : kubeconfig.contexts) {
        ContextEntry entry{.name = context.name,
                           .cluster = context.cluster,
                           .user = context.user,
                           .nameSpace = context.nameSpace};
        const auto config = kube::clientConfigFor(kubeconfig, context.name);
        if (config) {
            entry.insecure = config->insecureSkipTlsVerify;
            usable.emplace(context.name, *config);
        } else {
            entry.problem = config.error();
        }
        entries.push_back(entry);
    }
    return entries;
}

void ClusterSet::setRelayed(const std::vector<RelayedContext> &contexts)
{
    m_relayed = contexts;
    reload();
}

void ClusterSet::addRelayed(std::map<QString, kube::ClientConfig> &usable)
{
    for (auto [entry, config] : m_relayed) {
        const auto wanted = entry.name;
        for (int number = 2; context(entry.name); ++number)
            entry.name = u"%1 %2"_s.arg(wanted).arg(number);
        config.contextName = entry.name;
        usable.emplace(entry.name, config);
        m_contexts.push_back(entry);
    }
}

void ClusterSet::reload()
{
    const auto kubeconfig = m_watcher->files().load();
    std::map<QString, kube::ClientConfig> usable;
    m_contexts = entriesOf(kubeconfig, usable);
    addRelayed(usable);
    m_problems.clear();
    for (const auto &problem : kubeconfig.problems)
        m_problems.append(problem.message);
    const auto before = std::exchange(m_usable, usable);
    warmUp();
    dropOutdated(usable);
    for (const auto &[name, config] : usable) {
        const auto old = before.find(name);
        if (old == before.end() || !old->second.connectsLike(config))
            Q_EMIT clusterReplaced(name);
    }
    takeNewTokens(before);
    if (!context(m_current)) {
        m_current = kubeconfig.currentContext;
        if (!context(m_current))
            m_current = m_contexts.empty() ? QString() : m_contexts.front().name;
        Q_EMIT currentChanged();
    }
    Q_EMIT contextsChanged();
}

/// Who talks to plain HTTP servers only, such as the demo's, needs no certificates.
void ClusterSet::warmUp()
{
    const auto isTls = [](const kube::ClientConfig &config) {
        return config.server.startsWith("https:"_L1, Qt::CaseInsensitive);
    };
    if (m_isWarm || !std::ranges::any_of(m_usable | std::views::values, isTls))
        return;
    m_isWarm = true;
    kube::warmUpTls();
}

void ClusterSet::dropOutdated(const std::map<QString, kube::ClientConfig> &usable)
{
    for (auto it = m_clusters.begin(); it != m_clusters.end();) {
        const auto now = usable.find(it->first);
        if (now != usable.end() && now->second.connectsLike(it->second->config())) {
            ++it;
            continue;
        }
        Q_EMIT clusterClosing(it->first);
        it = m_clusters.erase(it);
    }
}

/// Tokens that somebody else put into a file are used from now on; whom the server had refused
/// tries again with them.
void ClusterSet::takeNewTokens(const std::map<QString, kube::ClientConfig> &before)
{
    m_sources->reread();
    for (const auto &name : openedNames()) {
        const auto old = before.find(name);
        const auto now = m_usable.find(name);
        auto *cluster = opened(name);
        if (cluster && old != before.end() && now != m_usable.end() && old->second != now->second
            && cluster->state() == kube::Cluster::State::Refused)
            cluster->retry();
    }
}

const ContextEntry *ClusterSet::context(const QString &name) const
{
    const auto found = std::ranges::find(m_contexts, name, &ContextEntry::name);
    return found == m_contexts.end() ? nullptr : &*found;
}

const kube::ClientConfig *ClusterSet::config(const QString &context) const
{
    const auto found = m_usable.find(context);
    return found == m_usable.end() ? nullptr : &found->second;
}

void ClusterSet::setCurrent(const QString &name)
{
    if (name == m_current || !context(name))
        return;
    m_current = name;
    Q_EMIT currentChanged();
}

kube::Cluster *ClusterSet::cluster(const QString &context)
{
    if (auto *open = opened(context))
        return open;
    const auto config = m_usable.find(context);
    if (config == m_usable.end())
        return nullptr;
    auto made =
        std::make_unique<kube::Cluster>(config->second, nullptr, kube::ClusterPace(), m_sources);
    auto *cluster = made.get();
    connect(cluster, &kube::Cluster::stateChanged, this,
            [this, context] { Q_EMIT clusterChanged(context); });
    connect(cluster, &kube::Cluster::resourcesChanged, this,
            [this, context] { Q_EMIT clusterChanged(context); });
    connect(cluster, &kube::Cluster::signInChanged, this,
            [this, context] { Q_EMIT clusterChanged(context); });
    m_clusters.emplace(context, std::move(made));
    cluster->client().setReadOnly(m_readOnly.contains(context));
    cluster->keepDiscoveryIn(m_discoveryFolder);
    cluster->connectToServer();
    return cluster;
}

void ClusterSet::setReadOnly(const QString &context, bool readOnly)
{
    if (readOnly)
        m_readOnly.insert(context);
    else
        m_readOnly.remove(context);
    if (auto *cluster = opened(context))
        cluster->client().setReadOnly(readOnly);
}

kube::Cluster *ClusterSet::opened(const QString &context) const
{
    const auto found = m_clusters.find(context);
    return found == m_clusters.end() ? nullptr : found->second.get();
}

QStringList ClusterSet::openedNames() const
{
    QStringList names;
    for (const auto &[name, cluster] : m_clusters)
        names.append(name);
    return names;
}

} // namespace workspace
