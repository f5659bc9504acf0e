// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/watch/subscription.h"
#include "workspace/tree/treemodel.h"

#include <functional>

namespace kube {
class ResourceCache;
}

namespace workspace {

/// Keeps a TreeModel current: with the rows of every kind that is shown, and with the relations
/// between them, in each namespace. Lives on the GUI thread.
class TreeFeed final : public QObject
{
    Q_OBJECT

public:
    /// Where the tree comes from. All is borrowed and must outlive the feed.
    struct Source
    {
        kube::ResourceCache &cache;
        const kube::ApiResources &kinds; ///< read at once
        kube::RelationFeeds &relations;
    };

    /// No namespaces: all. Of an ungrouped shape only its kind is asked for.
    TreeFeed(const Source &source, const TreeShape &shape, const QStringList &nameSpaces,
             TreeModel &model, QObject *parent = nullptr);
    ~TreeFeed() override;

    /// Of what the tree begins with; of groups the worst that may be seen.
    kube::Subscription::State state() const;
    std::optional<kube::Error> lastError() const;
    QDateTime lastHeard() const;
    /// Kinds that the person may not list, by their plural names.
    QStringList refusedKinds() const;
    bool isComplete() const; ///< all relations are known that can be

Q_SIGNALS:
    void stateChanged();

private:
    struct Part
    {
        kube::ApiResource resource = {};
        bool isRoot = false;
        std::unique_ptr<kube::Subscription> rows = {};
    };

    void watch(kube::ResourceCache &cache, const kube::ApiResource &resource,
               const QString &nameSpace, bool isRoot);

    TreeModel &m_model;
    std::vector<Part> m_parts;
};

} // namespace workspace
