// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/health/diagnosis.h"
#include "kube/watch/subscription.h"

#include <QObject>
#include <QTimer>

#include <map>
#include <memory>
#include <set>

namespace kube {

class ResourceCache;

/// The pods of every namespace, live, as counts: the health rolled up to namespaces. One watch of
/// all pods' rows, shared through the cache with whoever else lists them.
class NamespaceRoll : public QObject
{
    Q_OBJECT

public:
    /// `cache` is borrowed and must outlive this. `pods` is the kind, as discovery tells it.
    /// Without the right to list them there are no counts.
    NamespaceRoll(ResourceCache &cache, const ApiResource &pods, QObject *parent = nullptr);

Q_SIGNALS:
    /// The counts of those namespaces that have other ones now, by name. At most four times a
    /// second.
    void changed(const std::map<QString, kube::HealthCounts> &counts);

private:
    struct Pod
    {
        QString nameSpace = {};
        Health health = Health::Unknown;
    };

    void take(const PackedItem &item);
    void forget(const QString &uid);
    void scheduleTelling();

    std::unique_ptr<Subscription> m_source;
    QList<TableColumn> m_columns;
    std::map<QString, Pod> m_pods; ///< by uid
    std::map<QString, HealthCounts> m_counts; ///< by namespace
    std::set<QString> m_untold; ///< namespaces
    QTimer m_telling;
};

/// What a namespace is when its pods are counted in: Error when all that should run fail, Warning
/// when some do, else as it is by itself.
Diagnosis rolledUp(const Diagnosis &own, const HealthCounts &pods);

} // namespace kube
