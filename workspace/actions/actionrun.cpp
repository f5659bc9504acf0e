// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/actions/actionrun.h"

#include "kube/cluster.h"
#include "kube/rollout/rolloutstatus.h"
#include "workspace/actions/journal.h"
#include "workspace/errortext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace workspace {

using State = ActionRow::State;

static constexpr size_t MostFollowed = 20;

static QString nameOf(const kube::ObjectTarget &target)
{
    return target.nameSpace.isEmpty() ? target.name
                                      : QString(target.nameSpace + u'/' + target.name);
}

static bool replacesPods(Action action)
{
    return action == Action::Restart || action == Action::Undo || action == Action::SetImage
        || action == Action::Scale || action == Action::Resume;
}

ActionRun::ActionRun(const ActionPlan &plan, const ActionChoices &choices, Journal &journal,
                     QObject *parent)
    : QObject(parent)
    , m_plan(plan)
    , m_choices(choices)
    , m_journal(journal)
{
}

ActionRun::~ActionRun() = default;

int ActionRun::count(State state) const
{
    return int(std::ranges::count(m_rows, state, &ActionRow::state));
}

int ActionRun::settled() const
{
    return total() - count(State::Waiting) - count(State::Running) - count(State::Held);
}

void ActionRun::start()
{
    if (m_plan.action() == Action::Drain) {
        m_drain = std::make_unique<kube::Drain>(
            m_plan.cluster().client(), m_plan.objects().front().target,
            m_plan.drainPlan(m_choices.drain), m_choices.drain, m_plan.policyVersion());
        connect(m_drain.get(), &kube::Drain::changed, this, &ActionRun::takeDrain);
        connect(m_drain.get(), &kube::Drain::finished, this, [this] {
            takeDrain();
            noteDrain();
            end();
        });
        takeDrain();
        return m_drain->start();
    }
    addRows();
    run(m_plan.changes(m_choices));
}

void ActionRun::addRows()
{
    for (const auto &object : m_plan.objects()) {
        const bool ready = object.state == ActionObject::State::Ready;
        m_rows.push_back({.name = nameOf(object.target),
                          .state = ready ? State::Waiting : State::Skipped,
                          .detail = object.why});
    }
}

/// The rows are the plan's objects, in its order.
void ActionRun::run(std::vector<ActionPlan::Planned> planned)
{
    m_rowOf.clear();
    std::vector<kube::Change> changes;
    changes.reserve(planned.size());
    for (auto &[object, change] : planned) {
        m_rowOf.push_back(object);
        changes.push_back(std::move(change));
    }
    for (size_t i = 0; i < m_rows.size(); ++i) {
        auto &row = m_rows[i];
        if (row.state == State::Waiting && !std::ranges::contains(m_rowOf, i))
            row = {row.name, State::Skipped, tr("Nothing to change.")};
    }
    m_run = std::make_unique<kube::ChangeRun>(m_plan.cluster().client(), std::move(changes));
    connect(m_run.get(), &kube::ChangeRun::changed, this, &ActionRun::takeChange);
    connect(m_run.get(), &kube::ChangeRun::finished, this, &ActionRun::end);
    m_run->start();
}

void ActionRun::takeChange(int index)
{
    const auto &result = m_run->results()[size_t(index)];
    const auto &change = m_run->changes()[size_t(index)];
    auto &row = m_rows[m_rowOf[size_t(index)]];
    switch (result.state) {
    case kube::ChangeResult::State::Waiting: break;
    case kube::ChangeResult::State::Running: row.state = State::Running; break;
    case kube::ChangeResult::State::Done:
        row.state = State::Done;
        row.detail = QString::fromUtf8(result.warning);
        if (m_plan.action() == Action::Trigger)
            row.detail = tr("Job %1").arg(change.target.name);
        note(change, {});
        if (replacesPods(m_plan.action()))
            follow(m_rowOf[size_t(index)]);
        break;
    case kube::ChangeResult::State::Failed:
        row.state = State::Failed;
        row.detail = errorText(*result.error);
        note(change, row.detail);
        break;
    case kube::ChangeResult::State::Cancelled:
        row.state = State::Skipped;
        row.detail = tr("Cancelled before it was sent.");
        break;
    }
    Q_EMIT changed();
}

static ActionRow rowOf(const kube::DrainedPod &pod)
{
    using Fate = kube::PlannedPod::Fate;
    using Drained = kube::DrainedPod::State;
    ActionRow row{.name = nameOf(pod.planned.pod)};
    switch (pod.state) {
    case Drained::Stays:
        row.state = State::Skipped;
        row.detail = pod.planned.fate == Fate::StayDaemonSet
            ? ActionRun::tr("Stays: belongs to a DaemonSet.")
            : pod.planned.fate == Fate::StayMirror
            ? ActionRun::tr("Stays: the kubelet runs it from a file.")
            : pod.planned.fate == Fate::NeedsForce
            ? ActionRun::tr("Left alone: nothing would start it again.")
            : ActionRun::tr("Left alone: its local data would be lost.");
        break;
    case Drained::Waiting: break;
    case Drained::Evicting:
        row.state = pod.error ? State::Held : State::Running;
        row.detail = pod.error ? pod.error->message : QString();
        break;
    case Drained::Blocked:
        row.state = State::Held;
        row.detail = pod.error ? pod.error->message : QString();
        break;
    case Drained::Terminating:
        row.state = State::Running;
        row.detail = ActionRun::tr("Terminating…");
        break;
    case Drained::Gone: row.state = State::Done; break;
    case Drained::Failed:
        row.state = State::Failed;
        row.detail = errorText(*pod.error);
        break;
    case Drained::Cancelled:
        row.state = State::Skipped;
        row.detail = ActionRun::tr("Cancelled.");
        break;
    }
    return row;
}

void ActionRun::takeDrain()
{
    m_rows.clear();
    for (const auto &pod : m_drain->pods())
        m_rows.push_back(rowOf(pod));
    if (m_drain->error())
        m_rows.insert(
            m_rows.begin(),
            {m_plan.objects().front().target.name, State::Failed, errorText(*m_drain->error())});
    Q_EMIT changed();
}

void ActionRun::cancel()
{
    if (m_run)
        m_run->cancel();
    if (m_drain)
        m_drain->cancel();
}

void ActionRun::end()
{
    m_finished = true;
    if (m_plan.action() == Action::Label || m_plan.action() == Action::Annotate
        || m_plan.action() == Action::Delete)
        m_plan.cluster().access().forget(); // RBAC objects may be among them
    Q_EMIT changed();
    Q_EMIT finished();
}

bool ActionRun::canUndo() const
{
    if (!m_finished || m_undone || !m_run)
        return false;
    const auto &objects = m_plan.objects();
    return std::ranges::any_of(m_rowOf, [&](size_t row) {
        return row < objects.size() && m_rows[row].state != State::Failed
            && m_rows[row].state != State::Skipped
            && m_plan.reverse(objects[row], m_choices).has_value();
    });
}

void ActionRun::undo()
{
    if (!canUndo())
        return;
    std::vector<ActionPlan::Planned> back;
    const auto &objects = m_plan.objects();
    for (const auto row : std::vector(m_rowOf)) {
        if (m_rows[row].state == State::Failed || m_rows[row].state == State::Skipped)
            continue;
        if (auto change = m_plan.reverse(objects[row], m_choices)) {
            m_rows[row] = {m_rows[row].name, State::Waiting};
            back.push_back({row, std::move(*change)});
        }
    }
    m_undone = true;
    m_finished = false;
    m_followed.clear();
    run(std::move(back));
}

void ActionRun::note(const kube::Change &change, const QString &problem)
{
    const auto &target = change.target;
    m_journal.add(
        {.at = QDateTime::currentDateTimeUtc(),
         .context = m_plan.context(),
         .action = m_undone ? tr("Undo: %1").arg(verbOf(m_plan.action())) : verbOf(m_plan.action()),
         .object = kube::kubectlName(target),
         .nameSpace = target.nameSpace,
         .apiVersion = target.resource.apiVersion(),
         .kind = target.resource.kind,
         .name = target.name,
         .kubectl = kube::kubectlLine(m_plan.context(), change),
         .problem = problem});
}

QStringList drainArguments(const ActionPlan &plan, const kube::DrainChoices &choices)
{
    QStringList words{u"drain"_s, plan.objects().front().target.name, u"--ignore-daemonsets"_s};
    if (choices.deleteEmptyDirData)
        words << u"--delete-emptydir-data"_s;
    if (choices.force)
        words << u"--force"_s;
    if (choices.graceSeconds)
        words << u"--grace-period="_s + QString::number(*choices.graceSeconds);
    return words;
}

void ActionRun::noteDrain()
{
    const int left = m_drain->count(kube::DrainedPod::State::Cancelled)
        + m_drain->count(kube::DrainedPod::State::Failed);
    QString problem;
    if (m_drain->error())
        problem = errorText(*m_drain->error());
    else if (left > 0)
        problem = tr("%Ln pods were not evicted.", nullptr, left);
    note({.target = m_plan.objects().front().target,
          .kubectl = drainArguments(m_plan, m_choices.drain)},
         problem);
}

/// Watches a workload until its rollout is over.
void ActionRun::follow(size_t row)
{
    const auto &object = m_plan.objects()[row];
    if (m_followed.size() >= MostFollowed || rolloutText(object.object).isEmpty())
        return;
    m_rows[row].state = State::Running;
    m_rows[row].detail = tr("Taken; waiting for the controller…");
    const auto &target = object.target;
    m_followed.push_back({row,
                          std::make_unique<ObjectWatch>(m_plan.cluster().cache(), target.resource,
                                                        target.nameSpace, target.name),
                          object.object["metadata"_L1]["generation"_L1].toInteger()});
    auto *watch = m_followed.back().watch.get();
    connect(watch, &ObjectWatch::changed, this, [this, watch] {
        const auto found = std::ranges::find_if(
            m_followed, [watch](const Followed &f) { return f.watch.get() == watch; });
        if (found != m_followed.end())
            takeRollout(*found);
    });
    watch->start();
}

void ActionRun::takeRollout(const Followed &followed)
{
    const auto &workload = followed.watch->object();
    const auto generation = workload["metadata"_L1]["generation"_L1].toInteger();
    auto &row = m_rows[followed.row];
    if (followed.watch->state() == ObjectWatch::State::Deleted) {
        row = {row.name, State::Done, tr("Was deleted meanwhile.")};
    } else if (workload.isEmpty()
               || (generation <= followed.generation && m_plan.action() != Action::Scale)) {
        return;
    } else {
        using Phase = kube::RolloutStatus::Phase;
        const auto status = kube::rolloutStatus(workload);
        const bool over = status.phase == Phase::Done || status.phase == Phase::Partitioned
            || status.phase == Phase::NotRolling || status.paused;
        row.state = status.phase == Phase::Failed ? State::Failed
            : over                                ? State::Done
                                                  : State::Running;
        row.detail = rolloutText(workload);
    }
    Q_EMIT changed();
}

QString rolloutText(const QJsonObject &workload)
{
    using Phase = kube::RolloutStatus::Phase;
    const auto status = kube::rolloutStatus(workload);
    if (status.paused)
        return ActionRun::tr("The rollout is paused.");
    switch (status.phase) {
    case Phase::NotRolling: return {};
    case Phase::Unobserved: return ActionRun::tr("Waiting for the controller…");
    case Phase::Updating:
        return ActionRun::tr("%L1 of %L2 pods are new").arg(status.count).arg(status.total);
    case Phase::Terminating:
        return ActionRun::tr("%Ln old pods still have to go", nullptr, status.count);
    case Phase::Starting:
        return ActionRun::tr("%L1 of %L2 new pods are available")
            .arg(status.count)
            .arg(status.total);
    case Phase::Partitioned:
        return ActionRun::tr("%L1 of %L2 pods above the partition are new")
            .arg(status.count)
            .arg(status.total);
    case Phase::Failed:
        return ActionRun::tr("The rollout is stuck: its progress deadline is exceeded.");
    case Phase::Done: return ActionRun::tr("Rolled out");
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace workspace
