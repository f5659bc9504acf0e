// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/watch/subscription.h"
#include "workspace/spotlight/spotlightindex.h"

#include <QObject>
#include <QTimer>

#include <map>
#include <memory>
#include <vector>

namespace kube {
class Cluster;
}

namespace workspace {

class ClusterSet;
class NamespaceMemory;
class YardDocument;

/// Fills the Spotlight index: krates from the document, collections from discovery, objects from
/// watches that run while somebody searches and for five minutes after.
///
/// Who may not list a kind in all namespaces gets it for the context's own namespace and the five
/// that were chosen last; who may not list namespaces finds those that were chosen before.
class SpotlightFeed : public QObject
{
    Q_OBJECT

public:
    /// All are borrowed and must outlive the feed.
    SpotlightFeed(SpotlightIndex &index, ClusterSet &clusters, const YardDocument &document,
                  const NamespaceMemory &memory, QObject *parent = nullptr);
    ~SpotlightFeed() override;

    /// Somebody searches: watches what can be found in every cluster in use.
    void wake();

private:
    struct Watch
    {
        QString context = {};
        std::unique_ptr<kube::Subscription> objects = {}; ///< none: refused, and narrowed
        bool narrowed = false; ///< to the context's namespace
    };

    void watchCluster(const QString &context);
    void begin(const QString &context, kube::Cluster &cluster, const kube::ApiResource &resource,
               const QString &nameSpace);
    void narrow(const kube::Subscription *refused);
    void drop(const QString &context);
    void listKrates();
    void listCollections(const QString &context);
    void listRemembered(const QString &context);

    SpotlightIndex &m_index;
    ClusterSet &m_clusters;
    const YardDocument &m_document;
    const NamespaceMemory &m_memory;
    std::vector<Watch> m_watches;
    QTimer m_asleep; ///< until the watches end
    bool m_awake = false;
};

} // namespace workspace
