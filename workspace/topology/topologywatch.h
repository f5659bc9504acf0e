// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/api/discovery.h"
#include "kube/policies/reach.h"
#include "kube/topology/topology.h"
#include "kube/watch/subscription.h"
#include "workspace/yaml/objectwatch.h"
#include "workspace/yard/records.h"

#include <map>

namespace kube {
class ResourceCache;
}

namespace workspace {

/// Keeps the ways through one object current, and the policies of its namespace: watches the
/// services, pods, ingresses, endpoints, network policies and the names of the secrets there. What
/// may not be listed is missing() and left out. Lives on the thread of its cache.
class TopologyWatch final : public QObject
{
    Q_OBJECT

public:
    /// `cache` is borrowed and must outlive the watch. `kinds` is what the server has.
    TopologyWatch(kube::ResourceCache &cache, const kube::ApiResources &kinds,
                  const kube::ApiResource &resource, const ObjectId &id, QObject *parent = nullptr);

    void start();

    const ObjectWatch &object() const { return m_object; }
    const kube::Topology &topology() const { return m_topology; }
    const std::vector<kube::NetworkPolicy> &policies() const { return m_policies; }
    /// Whether policies hold for the object: a pod, or the pods of a workload.
    bool hasPods() const;
    /// The labels of the pod, or of those that the workload makes.
    QMap<QString, QString> podLabels() const;
    bool isComplete() const; ///< everything that may be listed was told
    /// Plural names of what may not be listed.
    QStringList missing() const;
    std::vector<QJsonObject> pods() const;

Q_SIGNALS:
    void changed(); ///< soon after anything did; many changes are one

private:
    struct Part
    {
        QString name = {}; ///< plural
        std::unique_ptr<kube::Subscription> objects = {};
        std::map<QByteArray, QJsonObject> known = {}; ///< by uid
    };

    void watch(kube::ResourceCache &cache, const kube::ApiResource *resource,
               kube::Reflector::Format format);
    void take(Part &part, const kube::PackedItem &item, bool isGone);
    std::vector<QJsonObject> objectsOf(const QString &name) const;
    bool isKnown(const QString &name) const;
    void rebuild();

    ObjectId m_id;
    ObjectWatch m_object;
    std::vector<std::unique_ptr<Part>> m_parts;
    QTimer m_soon;
    kube::Topology m_topology;
    std::vector<kube::NetworkPolicy> m_policies;
};

} // namespace workspace
