// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/demo/story/world.h"

#include <QHash>

namespace demo {

/// The controller-manager of the demo cluster: makes the objects in the store what their specs say.
///
/// Deployments roll out (maxSurge 1), replica sets, stateful sets, daemon sets and jobs make and
/// remove pods, services get endpoints, and what lost its owner is collected.
class Controllers
{
public:
    explicit Controllers(World &world); ///< borrowed

    void reconcile(); ///< one pass over everything
    /// Makes a job from a cron job, as its schedule or a person would.
    void startJob(const QJsonObject &cronJob);

private:
    struct DeploymentCounts
    {
        int wanted = 0;
        int replicas = 0;
        int updated = 0; ///< pods of the current template
        int ready = 0;
        bool complete = false; ///< the rollout has come to its end
    };

    void collectOrphans();
    void noteRevision(const QJsonObject &deployment, const QJsonObject &current, int newest);
    void deployment(const QJsonObject &deployment);
    QJsonObject replicaSetFor(const QJsonObject &deployment, const QString &hash, int revision);
    void replicaSet(const QJsonObject &set);
    void statefulSet(const QJsonObject &set);
    void daemonSet(const QJsonObject &set);
    void job(const QJsonObject &job);
    void service(const QJsonObject &service);

    QJsonObject makePod(const QJsonObject &owner, const QString &name, const QJsonObject &ownLabels,
                        const QString &node = {});
    std::vector<QJsonObject> podsOf(const QJsonObject &owner) const; ///< those that are to stay
    void scaleTo(const QJsonObject &deployment, const QJsonObject &set, int replicas);
    void trimHistory(std::vector<QJsonObject> old); ///< keeps three, as revisionHistoryLimit
    void setStatus(const QJsonObject &deployment, const QJsonObject &current,
                   const DeploymentCounts &counts);

    World &m_world;
    std::vector<QJsonObject> m_pods; ///< of this pass
    QHash<QString, std::vector<QJsonObject>> m_podsOfOwner; ///< by uid; without those being deleted
};

} // namespace demo
