// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/portforward/forwardtarget.h"
#include "kube/watch/reflector.h"

#include <QObject>

#include <memory>

namespace kube {

class ApiClient;

/// Where a forward leads.
struct ForwardPlace
{
    QString pod = {}; ///< name
    QString uid = {};
    quint16 port = 0;

    bool operator==(const ForwardPlace &) const = default;
};

/// Watches a target and its pods, and says which pod and port a forward leads to now.
///
/// A pod is kept for as long as it runs and is not being deleted. A pod that was the target itself
/// and goes is replaced by one of its Deployment or other controller; one of a StatefulSet comes
/// back under its name and is waited for.
class TargetFollower : public QObject
{
    Q_OBJECT

public:
    /// `client` is borrowed and must outlive this. `port` is a number or a name.
    TargetFollower(ApiClient &client, const ForwardTarget &target, const QString &port,
                   QObject *parent = nullptr);
    ~TargetFollower() override;

    void start();

    const std::optional<ForwardPlace> &place() const { return m_place; }
    /// Why there is no place; none while the first answers are awaited.
    const ForwardProblem &problem() const { return m_problem; }
    /// What is followed now: another than at first when the pod has gone.
    const ForwardTarget &target() const { return m_target; }
    /// Whether a pod still runs: false once it has gone or its containers have ended.
    bool isAlive(const QString &uid) const;

Q_SIGNALS:
    void changed();

private:
    void watchTarget();
    void watchPods(const QString &labels, const QString &fields);
    void takeTarget(const std::vector<PackedItem> &items);
    void takePod(const PackedItem &item);
    void followController(const ForwardPod &pod);
    void judge();
    void settle(const std::optional<ForwardPlace> &place, const ForwardProblem &problem);
    bool isRefused(const std::unique_ptr<Reflector> &watch) const;

    ApiClient &m_client;
    ForwardTarget m_target;
    QString m_port;
    std::unique_ptr<Reflector> m_objects; ///< the target; not for pods
    std::unique_ptr<Reflector> m_watch; ///< its pods
    QJsonObject m_object; ///< the target as it is; empty when it is not there
    bool m_targetKnown = false;
    bool m_podsKnown = false;
    QString m_selector;
    std::vector<ForwardPod> m_pods;
    std::optional<ForwardTarget> m_controller; ///< of the pod that is the target
    std::optional<ForwardPlace> m_place;
    ForwardProblem m_problem;
};

} // namespace kube
