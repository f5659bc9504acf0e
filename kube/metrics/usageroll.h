// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/api/discovery.h"
#include "kube/metrics/usagesubscription.h"
#include "kube/watch/packeditem.h"

#include <QTimer>

#include <functional>

namespace kube {

class ResourceCache;
class Subscription;

/// The usage of each object of a list: of pods and nodes their own; of namespaces, and of workloads
/// by the owner references of their pods, the sum.
///
/// Asks as long as somebody sees the list: whoever paints it says seen(); after three rounds that
/// nobody saw it stops, and goes on with the next seen(). Sums are made on a worker thread. Lives
/// on the thread of its cache.
class UsageRoll : public QObject
{
    Q_OBJECT

public:
    /// Whether objects of this kind have figures: Pod, Node, Namespace, Deployment, StatefulSet,
    /// DaemonSet, ReplicaSet, Job.
    static bool isFor(const ApiResource &kind);

    /// `cache` and `feed` are borrowed; the cache must outlive this. No namespaces: all.
    UsageRoll(ResourceCache &cache, MetricsFeed &feed, const ApiResource &kind,
              const QStringList &nameSpaces, QObject *parent = nullptr);
    ~UsageRoll() override;

    void start();
    void seen();
    /// No value where nothing was measured.
    std::optional<UsageFigure> of(const PackedItem &item) const;
    bool isStale(const UsageFigure &figure, qint64 now) const;
    /// Whether anything was measured so far.
    bool hasFigures() const;
    const UsageSubscription &source() const { return *m_source; }

Q_SIGNALS:
    void changed();

private:
    enum class Subject { Pods, Nodes, NameSpaces, Workloads };
    struct OwnedPod
    {
        QByteArray pod = {}; ///< podKey()
        QByteArray owner = {}; ///< uid key of the controller
    };
    using Owners = QHash<QByteArray, QByteArray>; ///< uid keys: object → its controller

    static Subject subjectOf(const ApiResource &kind);
    void takeRound();
    void watchOwners();
    void follow(const ApiResource &kind, const QString &nameSpace,
                const std::function<void(const PackedItem &)> &put,
                const std::function<void(const QByteArray &)> &drop);
    void sumSoon();
    void sum();

    ResourceCache &m_cache;
    ApiResource m_kind;
    QStringList m_nameSpaces;
    Subject m_subject;
    std::unique_ptr<UsageSubscription> m_source;
    std::shared_ptr<const UsageTable> m_table;
    int m_unseen = 0; ///< rounds since seen()
    std::vector<std::unique_ptr<Subscription>> m_objects; ///< of workloads: pods, replica sets
    QHash<QByteArray, OwnedPod> m_pods; ///< by uid key
    Owners m_sets;
    QTimer m_summing;
    QHash<QByteArray, UsageFigure> m_sums; ///< by the uid key of the workload
};

} // namespace kube
