// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/helm/helmplan.h"
#include "kube/helm/helmstore.h"

#include <QObject>

#include <functional>

namespace kube {

class ApiClient;

/// Takes a release back to an earlier revision, as `helm rollback --no-hooks` does: adds a revision
/// that repeats the earlier one, brings the objects to its manifest by a three-way merge of the old
/// manifest, what is live, and the new one, and marks the former revision as superseded.
/// https://helm.sh/docs/helm/helm_rollback/
/// https://github.com/helm/helm/blob/v3.17.0/pkg/action/rollback.go
///
/// prepare() first: it changes nothing, and answers with `prepared` once. Then start(): each step
/// is told when it is done, and `ended` comes once. The new revision is the lock: it is
/// "pending-rollback" meanwhile, and a second client that tries the same number is refused. Where a
/// step fails the others go on, nothing is deleted, and the new revision is "failed". Hooks are not
/// run. Older revisions are not pruned. Destroying the object while it runs leaves the release as
/// it is then, for Helm or another rollback to go on from. Lives on its client's thread.
class HelmRollback : public QObject
{
    Q_OBJECT

public:
    /// `client` and `access` are borrowed and must outlive the rollback. `to` is a revision of the
    /// release, as HelmWatch or HelmStore tells it.
    HelmRollback(ApiClient &client, AccessReview &access, ApiResources resources, HelmRevision to,
                 QObject *parent = nullptr);

    void prepare();
    /// Does what was prepared; nothing unless it was, and nothing is denied.
    void start();

    const HelmPlan &plan() const { return m_plan; }
    bool isRunning() const { return m_running; }
    int failures() const;

Q_SIGNALS:
    /// `problem` says why it cannot be done: Conflict with reason "HelmPending" while an operation
    /// is under way, NotFound when the revision is gone, Invalid when a manifest cannot be read.
    /// What the user may not do stands in HelmPlan::denied.
    void prepared(const std::optional<kube::Error> &problem);
    void stepChanged(int index);
    /// `problem` has a value when it was not done, or not all of it.
    void ended(const std::optional<kube::Error> &problem);

private:
    void takeRevisions(const Result<std::vector<HelmRevision>> &revisions);
    void takeReleases(const Result<HelmStored> &current, const Result<HelmStored> &target);
    void lookUp(size_t index);
    void askAccess(size_t index);
    void answer(const std::optional<Error> &problem);

    HelmStored madeRelease() const;
    void runStep(size_t index, int tries = 0);
    void runLive(size_t index, const Result<QJsonObject> &live, int tries);
    void send(size_t index, int tries);
    void finishStep(size_t index, const std::optional<Error> &problem);
    void finish();
    void supersede(size_t index);
    void setStatus(const HelmRevision &revision, const QString &status, int tries,
                   const std::function<void(const std::optional<Error> &)> &then);
    void closeMade();
    void end(const std::optional<Error> &problem);

    ApiClient &m_client;
    AccessReview &m_access;
    ApiResources m_resources;
    HelmStore m_store;
    HelmPlan m_plan;
    HelmStored m_current;
    HelmStored m_target;
    HelmStored m_made;
    std::vector<HelmRevision> m_history;
    std::vector<AccessQuestion> m_questions;
    bool m_prepared = false;
    bool m_running = false;
};

} // namespace kube
