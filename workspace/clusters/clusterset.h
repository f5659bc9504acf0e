// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/config/clientconfig.h"
#include "kube/config/kubeconfigfiles.h"

#include <QObject>
#include <QSet>
#include <QStringList>
#include <QUrl>

#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace kube {
class Cluster;
class CredentialSources;
} // namespace kube

namespace workspace {

/// What is known of one context, for the switcher.
struct ContextEntry
{
    QString name = {};
    QString cluster = {};
    QString user = {};
    QString nameSpace = {};
    bool insecure = false; ///< the server's certificate is not checked
    std::optional<kube::Error> problem = {}; ///< why the entry cannot be used as it is written
    QUrl relay = {}; ///< through which its cluster comes; empty: it is the kubeconfig's
    QString uid = {}; ///< what the cluster calls itself, where that is known without asking it

    bool operator==(const ContextEntry &) const = default;
};

/// A context that comes through a relay: no kubeconfig has it.
struct RelayedContext
{
    ContextEntry entry = {};
    kube::ClientConfig config = {};
};

/// The contexts of a person's kubeconfig, those that come through relays, and the clusters among
/// them that are in use.
///
/// Follows the files: when one changes, entries appear, vanish or change, and a cluster whose entry
/// changed is replaced. GUI thread only.
class ClusterSet : public QObject
{
    Q_OBJECT

public:
    /// What servers know is kept in `discoveryFolder`; when that is empty, nowhere.
    explicit ClusterSet(const kube::KubeconfigFiles &files, const QString &discoveryFolder = {},
                        QObject *parent = nullptr);
    ~ClusterSet() override;

    /// Reads the files anew; also happens by itself when one changes.
    void reload();
    /// Reads other files from now on. Clusters whose entries are the same there stay connected.
    void setFiles(const kube::KubeconfigFiles &files);

    /// The contexts that come through relays, in place of those of before. Where the kubeconfig has
    /// one of the same name, the relay's gets a number behind it.
    void setRelayed(const std::vector<RelayedContext> &contexts);

    const std::vector<ContextEntry> &contexts() const { return m_contexts; }
    const ContextEntry *context(const QString &name) const;
    /// How its server is reached; nullptr when there is no usable entry of that name.
    const kube::ClientConfig *config(const QString &context) const;
    /// Sentences about files that could not be read, one each.
    QStringList problems() const { return m_problems; }
    QStringList files() const { return m_watcher->files().paths; }

    /// The context that new krates belong to; the kubeconfig's own at first.
    QString current() const { return m_current; }
    void setCurrent(const QString &name);

    /// The cluster of a context, connected on first use; nullptr when there is no usable entry of
    /// that name. Stays valid until clusterReplaced() names it.
    kube::Cluster *cluster(const QString &context);
    /// The same without connecting: nullptr also when it is not in use.
    kube::Cluster *opened(const QString &context) const;
    QStringList openedNames() const;
    /// Whether anything may be sent to this context that could change its cluster; also for a
    /// cluster that is opened later.
    void setReadOnly(const QString &context, bool readOnly);

Q_SIGNALS:
    void contextsChanged();
    void currentChanged();
    /// The cluster of this context is about to be destroyed: let go of it now.
    void clusterClosing(const QString &context);
    /// After clusterClosing(), or when an entry became usable: cluster() gives a new one.
    void clusterReplaced(const QString &context);
    /// A cluster's state or kinds changed.
    void clusterChanged(const QString &context);

private:
    std::vector<ContextEntry> entriesOf(const kube::Kubeconfig &kubeconfig,
                                        std::map<QString, kube::ClientConfig> &usable) const;
    void addRelayed(std::map<QString, kube::ClientConfig> &usable);
    void takeNewTokens(const std::map<QString, kube::ClientConfig> &before);
    void warmUp();
    void dropOutdated(const std::map<QString, kube::ClientConfig> &usable);

    std::unique_ptr<kube::KubeconfigWatcher> m_watcher;
    std::shared_ptr<kube::CredentialSources> m_sources; ///< shared with the clusters
    QString m_discoveryFolder;
    std::vector<ContextEntry> m_contexts;
    std::vector<RelayedContext> m_relayed;
    std::map<QString, kube::ClientConfig> m_usable;
    std::map<QString, std::unique_ptr<kube::Cluster>> m_clusters;
    QSet<QString> m_readOnly;
    QStringList m_problems;
    QString m_current;
    bool m_isWarm = false; ///< TLS was asked to get ready
};

} // namespace workspace
