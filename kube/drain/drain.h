// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/drain/drainplan.h"
#include "kube/error.h"

#include <QObject>
#include <QTimer>

#include <chrono>

namespace kube {

/// How often a drain asks again.
struct DrainPace
{
    std::chrono::milliseconds look = std::chrono::seconds(2); ///< which pods are still there
    std::chrono::milliseconds blocked = std::chrono::seconds(5); ///< as kubectl, after a 429
};

/// One pod's way off the node.
struct DrainedPod
{
    enum class State {
        Stays, ///< the plan left it where it is
        Waiting, ///< its turn has not come
        Evicting, ///< asked for
        Blocked, ///< a PodDisruptionBudget holds it; `error` is the server's answer; asked again
        Terminating, ///< the eviction is granted, the pod is on its way out
        Gone,
        Failed, ///< see `error`
        Cancelled, ///< was never asked for
    };

    PlannedPod planned = {};
    State state = State::Waiting;
    std::optional<Error> error = {};
};

/// Empties a node: cordons it, then evicts the pods of a plan, a few at a time, and waits until
/// they are gone. What a PodDisruptionBudget holds is asked for again until it may go, or somebody
/// cancels; nothing is ever deleted past a budget.
///
/// The node stays cordoned, also after a cancel: uncordon it to take it back. Ends once, with
/// `finished`. Lives on its client's thread; destroying it asks for nothing more.
class Drain : public QObject
{
    Q_OBJECT

public:
    static constexpr int AtATime = 5;

    /// `client` is borrowed and must outlive the drain. `policyVersion` as for eviction().
    Drain(ApiClient &client, const ObjectTarget &node, const std::vector<PlannedPod> &plan,
          const DrainChoices &choices, const QString &policyVersion, QObject *parent = nullptr,
          DrainPace pace = {});

    void start();
    void cancel();

    const std::vector<DrainedPod> &pods() const { return m_pods; }
    int count(DrainedPod::State state) const;
    /// Why it could not begin: the node could not be cordoned.
    const std::optional<Error> &error() const { return m_error; }
    bool isFinished() const { return m_finished; }

Q_SIGNALS:
    void changed();
    void finished();

private:
    void pump();
    void evict(size_t index);
    void takeEviction(size_t index, const std::optional<Error> &error);
    void look();
    void takeList(const QJsonArray &pods);
    void end();

    ApiClient &m_client;
    ObjectTarget m_node;
    std::vector<DrainedPod> m_pods;
    DrainChoices m_choices;
    QString m_policyVersion;
    DrainPace m_pace;
    QTimer m_look;
    std::optional<Error> m_error;
    bool m_begun = false;
    bool m_cancelled = false;
    bool m_finished = false;
};

} // namespace kube
