// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/gateway/config/gatewayconfig.h"

#include <QObject>

#include <deque>
#include <functional>
#include <map>
#include <memory>

namespace gateway {

/// Answers that are read whole from a cluster are in memory until they are passed on: a few of each
/// caller, and a bounded number of all, are on their way from one cluster at once
/// (GatewayConfig::Limits, `requestsAtOnce` and `clusterRequestsAtOnce`). The others wait in their
/// order, and those of different callers in turns. On the gateway's thread.
class Turns final : public QObject
{
    Q_OBJECT

public:
    /// Holds until the last copy goes.
    using Turn = std::shared_ptr<void>;
    using Call = std::function<void(Turn)>;
    static constexpr size_t MostWaiting = 200; ///< of one caller at one cluster

    /// `config` is borrowed, and looked into each time.
    explicit Turns(const GatewayConfig &config);
    ~Turns() override;

    /// Calls now, or later, or never when this goes before. False: too many wait already, and
    /// `call` is gone.
    bool take(const QString &subject, const QString &cluster, Call call);

private:
    struct Line
    {
        int running = 0;
        std::deque<Call> waiting = {};
    };
    struct Cluster
    {
        int running = 0;
        QString last = {}; ///< whose turn was the last of those that waited
        std::map<QString, Line> lines = {}; ///< by subject
    };

    void run(QString subject, QString cluster, const Call &call);
    void free(const QString &subject, const QString &cluster);
    bool callNext(const QString &cluster);

    const GatewayConfig::Limits &m_limits;
    std::map<QString, Cluster> m_clusters; ///< at which somebody is, or waits
};

} // namespace gateway
