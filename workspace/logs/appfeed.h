// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/streams/loggroup.h"
#include "workspace/logs/logfeed.h"

namespace kube {
class ApiClient;
class ResourceCache;
} // namespace kube

namespace workspace {

/// The logs of a pod or of all pods of an app, followed over whatever breaks: see kube::LogGroup.
///
/// Of a pod its first container is read at first, of an app all containers. Its pods may come
/// later: it waits for them.
class AppFeed final : public LogFeed
{
    Q_OBJECT

public:
    /// `cache` is borrowed and must outlive the feed.
    AppFeed(kube::ResourceCache &cache, const kube::LogSubject &subject,
            kube::LogGroupPace pace = {}, QObject *parent = nullptr);
    ~AppFeed() override;

    /// See LogGroup. Before read().
    void setKeeper(kube::LogKeeper &keeper, const QString &cluster)
    {
        m_group.setKeeper(keeper, cluster);
    }
    void read(const Request &request) override;
    const Request &request() const override { return m_request; }
    Choices choices() const override;
    void reconnect() override;
    void setPaused(bool paused) override;
    /// The cluster is back: connections that were open may be dead without saying so.
    void refresh() { m_group.refresh(); }

    State state() const override;
    int attempt() const override { return m_group.attempt(); }
    const kube::Error &error() const override;
    std::vector<Stream> streams() const override;
    Reach reach() const override;
    Stats stats() const override;
    kube::ApiClient *client() const override;

private:
    bool isMissing() const;

    kube::ResourceCache &m_cache;
    kube::LogSubject m_subject;
    kube::LogGroup m_group;
    Request m_request;
    kube::Error m_missing;
    bool m_isPaused = false;
};

} // namespace workspace
