// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/cluster.h"
#include "kube/relations/relationfeed.h"

#include <QString>

#include <map>
#include <memory>

namespace workspace {

/// The relations of each cluster, shared by all windows that look at them.
class RelationBook
{
public:
    kube::RelationFeeds &of(const QString &context, kube::Cluster &cluster)
    {
        auto &feeds = m_feeds[context];
        if (!feeds)
            feeds = std::make_unique<kube::RelationFeeds>(cluster.client(), cluster.resources());
        else
            feeds->setResources(cluster.resources()); // definitions come and go
        return *feeds;
    }
    /// Its cluster is about to go; the feeds went with their windows.
    void forget(const QString &context) { m_feeds.erase(context); }

private:
    std::map<QString, std::unique_ptr<kube::RelationFeeds>> m_feeds; ///< by context
};

} // namespace workspace
