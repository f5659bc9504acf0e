// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/yarddoc/clusternames.h"

#include <QFuture>
#include <QSet>

#include <map>

namespace workspace {

class ClusterSet;
class Session;

/// Which clusters the contexts of the kubeconfig lead to. A cluster calls itself by the uid of its
/// namespace kube-system, which lasts as long as it does; it is read once a context is connected,
/// if that is allowed, and remembered in the session's section "clusters" as `{context: {server,
/// uid}}`, for as long as the context has the same server. Besides, address and authority of a
/// server stand for its cluster. GUI thread only.
class ClusterIdentities final : public ClusterNames
{
    Q_OBJECT

public:
    /// Both are borrowed and must outlive it.
    ClusterIdentities(ClusterSet &clusters, Session &session, QObject *parent = nullptr);
    ~ClusterIdentities() override;

    QStringList idsOf(const QString &context) const override;
    QStringList contextsOf(const QString &id) const override;
    bool isRelayed(const QString &context) const override;

private:
    struct Identity
    {
        QString server = {}; ///< digest of its address
        QString uid = {};

        bool operator==(const Identity &) const = default;
    };

    void readContexts();
    void ask(const QString &context);
    void take(const QString &context, const QString &uid);

    ClusterSet &m_clusters;
    Session &m_session;
    std::map<QString, Identity> m_identities; ///< by context
    QSet<QString> m_asked; ///< contexts, of the cluster that they are connected to now
};

} // namespace workspace
