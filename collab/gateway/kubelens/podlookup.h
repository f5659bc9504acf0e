// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/cluster.h"

#include <QJsonObject>
#include <QObject>

#include <chrono>
#include <functional>
#include <map>
#include <optional>
#include <tuple>
#include <vector>

namespace gateway {

/// Reads pods whose logs are asked for. A thousand viewers who come to one at once are one request
/// to the cluster, which may not be asked that often (GatewayConfig::Limits, `qps`). On the
/// gateway's thread.
class PodLookup final : public QObject
{
    Q_OBJECT

public:
    using Found = kube::Result<QJsonObject>;
    using Then = std::function<void(const Found &)>;
    /// How long a pod is given to others, too. Errors are not kept.
    static constexpr std::chrono::milliseconds Fresh{250};

    /// Calls `then` once, now or later, or never when this goes before. `cluster` is borrowed, and
    /// asked as the gateway itself.
    void find(kube::Cluster &cluster, const QString &nameSpace, const QString &name, Then then);

private:
    using Key = std::tuple<const kube::Cluster *, QString, QString>;
    struct Lookup
    {
        std::optional<Found> found = {};
        std::vector<Then> waiting = {};
    };
    void take(const Key &key, const Found &found);

    std::map<Key, Lookup> m_lookups;
};

} // namespace gateway
