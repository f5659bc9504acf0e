// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/actions/changerun.h"
#include "kube/drain/drain.h"
#include "workspace/actions/actionplan.h"
#include "workspace/yaml/objectwatch.h"

#include <QObject>

#include <memory>

namespace workspace {

class Journal;

/// One line of the report about an action: an object, or a pod of a node that is drained.
struct ActionRow
{
    enum class State { Waiting, Running, Done, Failed, Skipped, Held };

    QString name = {}; ///< "shop/web"
    State state = State::Waiting;
    QString detail = {}; ///< a sentence or a few words; may be empty

    bool operator==(const ActionRow &) const = default;
};

/// Does what a plan and a person's choices say, tells how far it is, and notes it in the journal.
///
/// Workloads whose pods are replaced are followed on, after the server took the change, until their
/// rollout is over: they stay Running with the number of new pods. Cancelling stops what has not
/// been sent. Lives on the GUI thread.
class ActionRun final : public QObject
{
    Q_OBJECT

public:
    /// `plan` and `journal` are borrowed and must outlive the run.
    ActionRun(const ActionPlan &plan, const ActionChoices &choices, Journal &journal,
              QObject *parent = nullptr);
    ~ActionRun() override;

    void start();
    void cancel();
    /// Takes back what was done, where that can be; once, after the end.
    void undo();
    bool canUndo() const;

    const std::vector<ActionRow> &rows() const { return m_rows; }
    int total() const { return int(m_rows.size()); }
    int settled() const; ///< rows that are neither Waiting, Running nor Held
    int count(ActionRow::State state) const;
    /// Everything was sent and answered; rollouts may go on.
    bool isFinished() const { return m_finished; }
    bool isUndone() const { return m_undone; }

Q_SIGNALS:
    void changed();
    void finished(); ///< of start(), and again of undo()

private:
    struct Followed
    {
        size_t row = 0;
        std::unique_ptr<ObjectWatch> watch = {};
        qint64 generation = 0; ///< before the change: what is older says nothing
    };

    void addRows();
    void run(std::vector<ActionPlan::Planned> planned);
    void takeChange(int index);
    void takeDrain();
    void end();
    void note(const kube::Change &change, const QString &problem);
    void noteDrain();
    void follow(size_t row);
    void takeRollout(const Followed &followed);

    const ActionPlan &m_plan;
    ActionChoices m_choices;
    Journal &m_journal;
    std::vector<ActionRow> m_rows;
    std::vector<size_t> m_rowOf; ///< of a change, by its index
    std::unique_ptr<kube::ChangeRun> m_run;
    std::unique_ptr<kube::Drain> m_drain;
    std::vector<Followed> m_followed;
    bool m_finished = false;
    bool m_undone = false;
};

/// What `kubectl drain` would be given for the node of a plan.
QStringList drainArguments(const ActionPlan &plan, const kube::DrainChoices &choices);

/// How a rollout stands, in a few words; empty for kinds that have none.
QString rolloutText(const QJsonObject &workload);

} // namespace workspace
