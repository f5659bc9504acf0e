// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/gateway/service/gatewayparts.h"
#include "collab/gateway/yard/collection.h"
#include "collab/gateway/yard/listbody.h"

#include <QTimer>

#include <chrono>
#include <expected>
#include <list>

namespace gateway {

/// A collection that is being looked at, and what was made of it.
struct Shared
{
    Shared(kube::Cluster &cluster, const kube::ApiResource &resource, const QStringList &namespaces)
        : collection(cluster, resource, namespaces)
    {
    }

    Collection collection;
    ListBodies bodies = {};
};

/// The collections that are looked at, each once. One that nobody asked about for a while, and
/// nobody holds, goes.
class Collections : public QObject
{
    Q_OBJECT

public:
    static constexpr auto Linger = std::chrono::minutes(5);
    /// How long who asks first may wait for the list.
    static constexpr auto ListWithin = std::chrono::seconds(20);

    explicit Collections(const GatewayParts &parts, std::chrono::milliseconds linger = Linger);
    ~Collections() override;

    /// Watches it from now on. `cluster` is one of GatewayParts::clusters.
    std::shared_ptr<Shared> open(kube::Cluster &cluster, const kube::ApiResource &resource);
    using Answer = std::function<void(const std::expected<std::shared_ptr<Shared>, kube::Error> &)>;
    /// The same once all its objects are known. The answer may come at once.
    void whenListed(kube::Cluster &cluster, const kube::ApiResource &resource,
                    const Answer &answer);
    size_t count() const { return m_open.size(); }

private:
    struct Open
    {
        const kube::Cluster *cluster = nullptr;
        std::shared_ptr<Shared> shared = {};
        std::chrono::steady_clock::time_point used = {};
    };

    QStringList watchedNamespaces() const;
    void forgetIdle();

    const GatewayParts m_parts;
    const std::chrono::milliseconds m_linger;
    std::list<Open> m_open;
    QTimer m_sweep;
};

} // namespace gateway
