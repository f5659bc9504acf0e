// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/actions/changes.h"
#include "kube/drain/drainplan.h"
#include "kube/rollout/revisions.h"
#include "workspace/actions/actiontable.h"
#include "workspace/yard/records.h"

#include <QJsonArray>
#include <QObject>

namespace kube {
class Cluster;
}

namespace workspace {

/// One object that an action is about.
struct ActionObject
{
    enum class State {
        Reading,
        Ready,
        Missing, ///< is not there any more
        Refused, ///< may not be changed; see `why`
    };

    kube::ObjectTarget target = {};
    State state = State::Reading;
    QString why = {}; ///< a sentence
    QJsonObject object = {}; ///< as read; only its metadata where no more is needed
};

/// What a person chose for an action.
struct ActionChoices
{
    int replicas = 1;
    kube::DeleteChoices deletion = {};
    kube::DrainChoices drain = {};
    std::vector<kube::MetadataEdit> edits = {};
    std::vector<kube::ImageEdit> images = {};
    qint64 revision = 0; ///< of Undo
};

/// An action before it is done: reads the objects as they are now, asks the server whether they may
/// be changed, and makes the changes out of what the person then chooses. Sends nothing that
/// changes anything. Lives on the GUI thread.
class ActionPlan final : public QObject
{
    Q_OBJECT

public:
    static constexpr int AtATime = 16;

    /// `cluster` is borrowed and must outlive the plan; objects of kinds that it does not know are
    /// Missing. `context` is its name in the kubeconfig.
    ActionPlan(kube::Cluster &cluster, const QString &context, Action action,
               const std::vector<ObjectId> &objects, QObject *parent = nullptr);

    void prepare();

    Action action() const { return m_action; }
    const QString &context() const { return m_context; }
    kube::Cluster &cluster() const { return m_cluster; }
    const std::vector<ActionObject> &objects() const { return m_objects; }
    bool isReady() const { return m_ready; }
    int count(ActionObject::State state) const;
    /// Why nothing can be done at all: a sentence; empty when something can.
    QString problem() const;

    /// Of Undo: newest first.
    const std::vector<kube::Revision> &revisions() const { return m_revisions; }
    /// Of Drain: the pods on the node, by these choices.
    std::vector<kube::PlannedPod> drainPlan(const kube::DrainChoices &choices) const;
    /// For eviction(): "v1" or "v1beta1".
    QString policyVersion() const;

    /// What to do to one object: its place in objects().
    struct Planned
    {
        size_t object = 0;
        kube::Change change = {};
    };
    /// For the objects that are Ready and would change, in their order.
    std::vector<Planned> changes(const ActionChoices &choices) const;
    /// What takes one of these changes back; no value when nothing does.
    std::optional<kube::Change> reverse(const ActionObject &object,
                                        const ActionChoices &choices) const;

    /// "Delete 3 pods in prod", "Scale Deployment shop/web in prod"
    QString title() const;

Q_SIGNALS:
    void changed();
    void ready(); ///< once: everything is known that can be

private:
    void readNext();
    void read(size_t index);
    void take(size_t index, const kube::Result<QJsonObject> &object);
    void review();
    void reviewSpace(const QString &nameSpace);
    void reviewObject(size_t index);
    void refuse(size_t index, const QString &why);
    void readMore();
    void settleOne();
    bool needsWholeObject() const;
    kube::Change changeOf(const ActionObject &object, const ActionChoices &choices) const;

    kube::Cluster &m_cluster;
    QString m_context;
    Action m_action;
    std::vector<ActionObject> m_objects;
    std::vector<kube::Revision> m_revisions;
    QJsonArray m_pods; ///< on the node to drain
    QString m_problem;
    size_t m_next = 0;
    int m_pending = 0; ///< answers
    bool m_objectsRead = false; ///< each has been answered
    bool m_ready = false;
};

} // namespace workspace
