// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/gateway/kubelens/logviewer.h"
#include "collab/gateway/policy/authorizer.h"
#include "kube/cluster.h"
#include "kube/watch/subscription.h"

#include <QSet>

#include <memory>

namespace gateway {

/// Gives a viewer the logs of an app's pods as they come, and tells it which went. Ends with the
/// viewer, whose child it is.
class AppPods final : public QObject
{
    Q_OBJECT

public:
    static constexpr size_t MostLogs = 128; ///< of one viewer at once; more pods are left out

    struct Setting
    {
        kube::Cluster &cluster; ///< borrowed, like the next two; with the gateway's credentials
        LogHub &logs;
        const Authorizer &authorizer; ///< for which pods are hidden
        QString clusterName = {};
        QString nameSpace = {};
        QString selector = {};
        QString container = {}; ///< empty: all
        std::optional<LogCursor> cursor = {}; ///< of who comes back: pods may be gone by now
    };
    AppPods(const Setting &setting, LogViewer &viewer);
    ~AppPods() override;

private:
    void take(const kube::PackedItem &item);
    void remove(const kube::PackedItem &item);
    void takeKept();
    void takeState();

    const Setting m_setting;
    LogViewer &m_viewer;
    std::unique_ptr<kube::Subscription> m_watch;
    QSet<QString> m_pods; ///< uids
    QSet<QString> m_hidden; ///< likewise, that are there and not shown
    bool m_hasBegun = false;
};

} // namespace gateway
