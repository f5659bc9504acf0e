// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/watch/framepump.h"
#include "kube/watch/subscription.h"

#include <chrono>
#include <memory>

namespace kube {

class ApiClient;

/// What is looked at of one cluster: each collection is listed and watched once, however many look
/// at it, and its objects are held packed (ObjectStore).
///
/// A collection is told apart by resource, namespace, selectors, format and annotations. Its watch
/// begins with the first subscription and ends a while after the last one left; who comes back
/// meanwhile, or later than others, is told what is known at once. Lives on the thread of its
/// client.
class ResourceCache : public QObject
{
    Q_OBJECT

public:
    static constexpr auto Linger = std::chrono::seconds(30);

    /// `client` is borrowed and must outlive the cache.
    explicit ResourceCache(ApiClient &client, QObject *parent = nullptr,
                           std::chrono::milliseconds linger = Linger);
    ~ResourceCache() override;

    /// Connect to its signals, then start() it. `options.pace` and `pageSize` count for whoever
    /// comes first.
    [[nodiscard]] std::unique_ptr<Subscription> subscribe(const Reflector::Options &options);

    ApiClient &client() const { return m_client; }
    int watchCount() const { return int(m_resources.size()); }
    size_t objectCount() const;
    qsizetype bytes() const; ///< what all objects take

private:
    ApiClient &m_client;
    std::chrono::milliseconds m_linger;
    FramePump m_pump;
    std::vector<std::unique_ptr<CachedResource>> m_resources;
};

} // namespace kube
