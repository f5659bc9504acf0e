// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/actions/actionrows.h"

#include "kube/rollout/rolloutstatus.h"

using namespace Qt::StringLiterals;

namespace workspace {

using State = ActionRow::State;

void ActionRows::show(const std::vector<ActionRow> &rows)
{
    if (rows.size() != m_rows.size()) {
        beginResetModel();
        m_rows = rows;
        endResetModel();
        return;
    }
    for (size_t i = 0; i < rows.size(); ++i) {
        if (m_rows[i] == rows[i])
            continue;
        m_rows[i] = rows[i];
        Q_EMIT dataChanged(index(int(i)), index(int(i)));
    }
}

int ActionRows::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant ActionRows::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto &row = m_rows[size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole: return row.name;
    case StateRole: return int(row.state);
    case DetailRole: return row.detail;
    case Qt::AccessibleTextRole:
        return row.detail.isEmpty() ? row.name : QString(row.name + u": "_s + row.detail);
    default: return {};
    }
}

static QString fateText(kube::PlannedPod::Fate fate)
{
    using Fate = kube::PlannedPod::Fate;
    switch (fate) {
    case Fate::Evict: return {};
    case Fate::StayMirror: return ActionRows::tr("stays: the kubelet runs it from a file");
    case Fate::StayDaemonSet: return ActionRows::tr("stays: belongs to a DaemonSet");
    case Fate::NeedsForce:
        return ActionRows::tr("stays, unless forced: nothing would start it again");
    case Fate::NeedsEmptyDir: return ActionRows::tr("stays, unless its local data may be lost");
    }
    Q_UNREACHABLE_RETURN({});
}

static std::vector<ActionRow> drainRows(const ActionPlan &plan, const ActionChoices &choices)
{
    std::vector<ActionRow> rows;
    for (const auto &pod : plan.drainPlan(choices.drain))
        rows.push_back(
            {.name = pod.pod.nameSpace + u'/' + pod.pod.name,
             .state = pod.fate == kube::PlannedPod::Fate::Evict ? State::Waiting : State::Skipped,
             .detail = fateText(pod.fate)});
    return rows;
}

/// What is worth knowing of an object before it is changed.
static QString present(const ActionPlan &plan, const ActionObject &object)
{
    const auto spec = object.object["spec"_L1];
    if (plan.action() == Action::Scale)
        return ActionRows::tr("now %Ln replicas", nullptr, spec["replicas"_L1].toInt(1));
    const bool waits = spec["paused"_L1].toBool() || spec["suspend"_L1].toBool();
    if (plan.action() == Action::Pause || plan.action() == Action::Resume)
        return waits ? ActionRows::tr("now paused") : rolloutText(object.object);
    if (plan.action() == Action::Suspend || plan.action() == Action::Unsuspend)
        return waits ? ActionRows::tr("now suspended") : ActionRows::tr("now running as scheduled");
    if (object.object["metadata"_L1].toObject().contains("deletionTimestamp"_L1))
        return ActionRows::tr("is being deleted already");
    return {};
}

std::vector<ActionRow> rowsOf(const ActionPlan &plan, const ActionChoices &choices)
{
    if (plan.action() == Action::Drain && plan.isReady())
        return drainRows(plan, choices);
    std::vector<ActionRow> rows;
    for (const auto &object : plan.objects()) {
        const auto &target = object.target;
        const bool ready = object.state == ActionObject::State::Ready;
        const bool reading = object.state == ActionObject::State::Reading;
        rows.push_back({.name = target.nameSpace.isEmpty()
                            ? target.name
                            : QString(target.nameSpace + u'/' + target.name),
                        .state = reading || ready ? State::Waiting : State::Skipped,
                        .detail = ready ? present(plan, object) : object.why});
    }
    return rows;
}

} // namespace workspace
