// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/health/diagnose.h"
#include "kube/watch/subscription.h"

#include <QObject>
#include <QTimer>

#include <map>
#include <memory>

namespace kube {

class ApiClient;
class ResourceCache;

/// Whose pods are rolled up.
struct PodSelection
{
    QString nameSpace = {};
    QString labelSelector = {};
    QString owner = {}; ///< uid of the controller they must have; empty: any

    bool operator==(const PodSelection &) const = default;
};

/// The pods that a workload or Service selects, live, as counts and the one that is worst off.
///
/// All are watched as rows of a Table, which is little; only the worst one is read whole, with its
/// events, when it comes to be the worst or changes, at most once a second.
class PodRoll : public QObject
{
    Q_OBJECT

public:
    /// `cache` is borrowed and must outlive this.
    PodRoll(ResourceCache &cache, const PodSelection &selection, QObject *parent = nullptr);

    const PodSelection &selection() const { return m_selection; }
    /// No value before the first list, or when listing is forbidden.
    const std::optional<SelectedPods> &pods() const { return m_pods; }

Q_SIGNALS:
    void changed();

private:
    struct Row
    {
        QString name = {};
        QString resourceVersion = {};
        Diagnosis quick = {};
        bool ready = false;
    };

    void take(const ResourceItem &item);
    void rollUp();
    void readWorst();
    void takeWorst(const QJsonObject &pod, const std::vector<EventGroup> &events);

    ApiClient &m_client;
    PodSelection m_selection;
    std::unique_ptr<Subscription> m_source;
    QList<TableColumn> m_columns;
    std::map<QString, Row> m_rows; ///< by uid
    std::optional<SelectedPods> m_pods;
    QString m_worst; ///< uid
    QString m_readVersion; ///< of the worst one, as it was read whole or is being read
    std::optional<Diagnosis> m_exact; ///< of the worst one
    QTimer m_pause;
};

} // namespace kube
