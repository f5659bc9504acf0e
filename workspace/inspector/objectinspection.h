// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/api/discovery.h"
#include "kube/events/eventwatch.h"
#include "kube/health/healthwatch.h"
#include "kube/metrics/usagesubscription.h"
#include "workspace/inspector/inspect.h"
#include "workspace/yaml/objectwatch.h"

#include <QTimer>

namespace kube {
class MetricsFeed;
class ResourceCache;
} // namespace kube

namespace workspace {

/// One object as the inspector shows it, live: the object, its health, its pods, the config maps
/// that its containers read, a service's endpoints, and what it uses.
///
/// Of Secrets nothing is read before a person asks: listKeys() keeps the names of the keys only,
/// reveal() the one value. hideAll() and the end of this forget them. Lives on one thread.
class ObjectInspection final : public QObject
{
    Q_OBJECT

public:
    /// `cache` is borrowed and must outlive this. `metrics` too, or there is none: no figures.
    ObjectInspection(kube::ResourceCache &cache, kube::MetricsFeed *metrics,
                     const kube::ApiResource &resource, const ObjectId &id,
                     QObject *parent = nullptr);
    ~ObjectInspection() override;

    void start();
    const ObjectWatch &watch() const { return m_watch; }
    const kube::HealthWatch &health() const { return m_health; }
    /// Empty as long as there is no object.
    Inspection tell(const QDateTime &now);

    /// Shows the value of a key of a Secret in the object's namespace; hides it when it is shown.
    void reveal(const QString &secret, const QString &key);
    void listKeys(const QString &secret);
    void hideAll();
    bool isRevealing() const { return !m_facts.revealed.empty(); }

Q_SIGNALS:
    void objectChanged(); ///< the object itself or how it is watched
    void changed(); ///< anything that is told

private:
    struct PodRow
    {
        kube::PackedItem item = {};
        kube::Health health = kube::Health::Unknown;
    };

    void takeObject();
    void watchEvents(const QString &uid);
    void watchMaps();
    std::optional<kube::Reflector::Options> podOptions() const;
    void watchPods();
    void takePod(const kube::PackedItem &item);
    bool isOwn(const kube::ResourceItem &item) const;
    void watchEndpoints();
    void beginUsage(kube::MetricsFeed *metrics, const kube::ApiResource &resource);
    void watchUsage();
    void takeUsage();
    void readSecret(const QString &secret, const QString &key);
    std::vector<InspectedPod> podRows(const QDateTime &now) const;
    QString cellOf(const kube::PackedItem &item, QLatin1StringView column) const;
    InspectedUsage usage(const QDateTime &now) const;

    kube::ResourceCache &m_cache;
    ObjectId m_id;
    ObjectWatch m_watch;
    kube::HealthWatch m_health;
    QString m_uid;
    std::unique_ptr<kube::EventWatch> m_events;
    std::map<QString, std::unique_ptr<ObjectWatch>> m_maps; ///< config maps, by name
    QString m_podSelector; ///< label and field selector of the pods that are watched
    std::unique_ptr<kube::Subscription> m_pods;
    QList<kube::TableColumn> m_podColumns;
    std::map<QString, PodRow> m_podRows; ///< by uid
    std::unique_ptr<ObjectWatch> m_endpoints;
    std::unique_ptr<kube::UsageSubscription> m_usage;
    std::map<QString, kube::UsageHistory> m_history; ///< by container; the empty name: the whole
    kube::UsageFigure m_figure; ///< the last one
    bool m_measured = false; ///< a round has ended
    InspectFacts m_facts;
};

} // namespace workspace
