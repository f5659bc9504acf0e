// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/health/health.h"
#include "workspace/health/healthtext.h"

#include <QObject>

#include <map>
#include <memory>

namespace workspace {

class ClusterSet;
class StatusBoard;

/// What is known of a cluster's health without watching all of it: its nodes, and what is open.
struct ClusterSummary
{
    bool hasNodes = false; ///< whether the nodes may be, and are, watched
    kube::HealthCounts nodes = {};
    kube::HealthCounts open = {}; ///< the objects of krates and the rows of collections

    bool operator==(const ClusterSummary &) const = default;

    /// Error when no node is ready, Warning when anything fails, else Ok.
    Health health() const;
    /// "1 node not ready", "2 failing": for the pill; empty when nothing is wrong.
    QString word() const;
    /// Everything that is counted, and what that covers. Some sentences.
    QString text() const;
};

/// Keeps the summaries of the clusters that are in use. Its one watch a cluster is that of the
/// nodes' table.
class ClusterRollUp final : public QObject
{
    Q_OBJECT

public:
    /// Both are borrowed and must outlive this.
    ClusterRollUp(ClusterSet &clusters, const StatusBoard &board, QObject *parent = nullptr);
    ~ClusterRollUp() override;

    ClusterSummary summary(const QString &context) const;

Q_SIGNALS:
    void changed(const QString &context);

private:
    struct Nodes;
    void watch(const QString &context);

    ClusterSet &m_clusters;
    const StatusBoard &m_board;
    std::map<QString, std::unique_ptr<Nodes>> m_nodes;
};

} // namespace workspace
