// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/gateway/logs/containerlog.h"

#include <QDeadlineTimer>
#include <QHash>
#include <QMap>

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>
#include <vector>

namespace gateway {

/// The logs that somebody looks at now, or did a moment ago: each container's once.
class LogHub final : public QObject
{
    Q_OBJECT

public:
    struct Setting
    {
        std::unique_ptr<Storage> storage = {}; ///< null: in memory
        const GatewayConfig &config; ///< borrowed; of each log when it is opened
        std::chrono::milliseconds linger = std::chrono::seconds(30); ///< after its last reader went
        std::chrono::milliseconds lease = std::chrono::seconds(10);
    };
    explicit LogHub(Setting setting, QObject *parent = nullptr);
    ~LogHub() override;

    /// Shared by all who read it. `client` is borrowed and must outlive it; null: the pod is gone.
    std::shared_ptr<ContainerLog> open(const LogName &name, kube::ApiClient *client);
    /// What a pod's labels are, for when it is gone. Of the last 10,000 pods at most.
    void remember(const QString &podUid, const QMap<QString, QString> &labels);
    /// No value: nothing is known of the pod, as after a new start.
    std::optional<QMap<QString, QString>> labelsOf(const QString &podUid) const;
    Storage &storage() { return *m_setting.storage; }
    size_t size() const { return m_logs.size(); }

private:
    struct Kept
    {
        std::shared_ptr<ContainerLog> log = {}; ///< shared with its readers
        QDeadlineTimer end = {};
    };
    void sweep();
    void share();

    const Setting m_setting;
    const QString m_holder;
    std::unique_ptr<LogFetches> m_fetches;
    std::map<QString, Kept> m_logs; ///< by LogName::text()
    QHash<QString, QMap<QString, QString>> m_labels; ///< by the pod's uid
    QTimer m_sweep;
};

} // namespace gateway
