// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/access/accessreview.h"
#include "kube/actions/change.h"

#include <vector>

namespace workspace {

/// What a person may want to do to objects of a cluster.
enum class Action {
    Scale,
    Restart,
    Pause,
    Resume,
    Undo, ///< back to an earlier revision
    SetImage,
    Trigger, ///< a CronJob, now
    Suspend,
    Unsuspend,
    Cordon,
    Uncordon,
    Drain,
    Evict,
    Label,
    Annotate,
    Delete,
};

/// What can be done to objects of a kind, in the order of a menu. `several`: to more than one.
std::vector<Action> actionsFor(const kube::ApiResource &resource, bool several);

/// A stable name for palettes and settings: "scale", "rollout-undo".
QString idOf(Action action);
std::optional<Action> actionOf(const QString &id);
/// For people, as in a menu: "Scale…".
QString labelOf(Action action);
/// In a sentence about what was done: "Scale".
QString verbOf(Action action);
/// Whether something ends that cannot be brought back: such an action is asked about with care.
bool isDestructive(Action action);

/// The rights that an action needs on an object; all of them. Without a name in `target`, on every
/// object of its namespace.
std::vector<kube::AccessQuestion> needsOf(Action action, const kube::ObjectTarget &target);

} // namespace workspace
