// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/actions/actiontable.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace workspace {
namespace {

struct ActionsTr
{
    Q_DECLARE_TR_FUNCTIONS(workspace::Actions)
};

struct Entry
{
    Action action = Action::Delete;
    QLatin1StringView id = {};
    const char *label = nullptr;
    const char *verb = nullptr;
    bool destructive = false;
    bool several = true;
    std::array<QLatin1StringView, 6> kinds = {}; ///< none: every kind that can be changed
};

#define ACTION_TEXT(text) QT_TRANSLATE_NOOP("workspace::Actions", text)

/// In the order of a menu.
const std::array Table{
    Entry{Action::Scale,
          "scale"_L1,
          ACTION_TEXT("Scale…"),
          ACTION_TEXT("Scale"),
          false,
          true,
          {"Deployment"_L1, "ReplicaSet"_L1, "StatefulSet"_L1, "ReplicationController"_L1}},
    Entry{Action::Restart,
          "restart"_L1,
          ACTION_TEXT("Restart"),
          ACTION_TEXT("Restart"),
          false,
          true,
          {"Deployment"_L1, "StatefulSet"_L1, "DaemonSet"_L1}},
    Entry{Action::Pause,
          "pause"_L1,
          ACTION_TEXT("Pause the rollout"),
          ACTION_TEXT("Pause the rollout of"),
          false,
          true,
          {"Deployment"_L1}},
    Entry{Action::Resume,
          "resume"_L1,
          ACTION_TEXT("Resume the rollout"),
          ACTION_TEXT("Resume the rollout of"),
          false,
          true,
          {"Deployment"_L1}},
    Entry{Action::Undo,
          "rollout-undo"_L1,
          ACTION_TEXT("Rollout history and undo…"),
          ACTION_TEXT("Roll back"),
          false,
          false,
          {"Deployment"_L1, "StatefulSet"_L1, "DaemonSet"_L1}},
    Entry{Action::SetImage,
          "set-image"_L1,
          ACTION_TEXT("Set image…"),
          ACTION_TEXT("Set the image of"),
          false,
          true,
          {"Deployment"_L1, "StatefulSet"_L1, "DaemonSet"_L1, "ReplicaSet"_L1, "CronJob"_L1,
           "Pod"_L1}},
    Entry{Action::Trigger,
          "trigger"_L1,
          ACTION_TEXT("Run now"),
          ACTION_TEXT("Run"),
          false,
          true,
          {"CronJob"_L1}},
    Entry{Action::Suspend,
          "suspend"_L1,
          ACTION_TEXT("Suspend"),
          ACTION_TEXT("Suspend"),
          false,
          true,
          {"CronJob"_L1}},
    Entry{Action::Unsuspend,
          "unsuspend"_L1,
          ACTION_TEXT("End the suspension"),
          ACTION_TEXT("End the suspension of"),
          false,
          true,
          {"CronJob"_L1}},
    Entry{Action::Cordon,
          "cordon"_L1,
          ACTION_TEXT("Cordon"),
          ACTION_TEXT("Cordon"),
          false,
          true,
          {"Node"_L1}},
    Entry{Action::Uncordon,
          "uncordon"_L1,
          ACTION_TEXT("Uncordon"),
          ACTION_TEXT("Uncordon"),
          false,
          true,
          {"Node"_L1}},
    Entry{Action::Drain,
          "drain"_L1,
          ACTION_TEXT("Drain…"),
          ACTION_TEXT("Drain"),
          true,
          false,
          {"Node"_L1}},
    Entry{Action::Evict,
          "evict"_L1,
          ACTION_TEXT("Evict"),
          ACTION_TEXT("Evict"),
          true,
          true,
          {"Pod"_L1}},
    Entry{Action::Label, "label"_L1, ACTION_TEXT("Labels…"), ACTION_TEXT("Label"), false, true, {}},
    Entry{Action::Annotate,
          "annotate"_L1,
          ACTION_TEXT("Annotations…"),
          ACTION_TEXT("Annotate"),
          false,
          true,
          {}},
    Entry{
        Action::Delete, "delete"_L1, ACTION_TEXT("Delete…"), ACTION_TEXT("Delete"), true, true, {}},
};

const Entry &entryOf(Action action)
{
    return *std::ranges::find(Table, action, &Entry::action);
}

/// The built-in kinds that workload actions know; a custom kind may have the same name.
bool isBuiltIn(const kube::ApiResource &resource)
{
    return resource.group.isEmpty() || resource.group == "apps"_L1 || resource.group == "batch"_L1;
}

bool applies(const Entry &entry, const kube::ApiResource &resource)
{
    if (entry.kinds.front().isEmpty())
        return resource.can(entry.action == Action::Delete ? u"delete" : u"patch");
    return isBuiltIn(resource)
        && std::ranges::any_of(entry.kinds, [&resource](QLatin1StringView kind) {
               return !kind.isEmpty() && resource.kind == kind;
           });
}

} // namespace

std::vector<Action> actionsFor(const kube::ApiResource &resource, bool several)
{
    std::vector<Action> actions;
    for (const auto &entry : Table) {
        if (applies(entry, resource) && (!several || entry.several))
            actions.push_back(entry.action);
    }
    return actions;
}

QString idOf(Action action)
{
    return entryOf(action).id;
}

std::optional<Action> actionOf(const QString &id)
{
    const auto found = std::ranges::find(Table, id, &Entry::id);
    return found == Table.end() ? std::nullopt : std::optional(found->action);
}

QString labelOf(Action action)
{
    return ActionsTr::tr(entryOf(action).label);
}

QString verbOf(Action action)
{
    return ActionsTr::tr(entryOf(action).verb);
}

bool isDestructive(Action action)
{
    return entryOf(action).destructive;
}

std::vector<kube::AccessQuestion> needsOf(Action action, const kube::ObjectTarget &target)
{
    using kube::AccessQuestion;
    const auto ref = target.ref();
    switch (action) {
    case Action::Delete: return {AccessQuestion::about(ref, u"delete"_s)};
    case Action::Scale: return {AccessQuestion::about(ref, u"patch"_s, u"scale"_s)};
    case Action::Evict: return {AccessQuestion::about(ref, u"create"_s, u"eviction"_s)};
    case Action::Trigger:
        return {{.verb = u"create"_s,
                 .group = u"batch"_s,
                 .resource = u"jobs"_s,
                 .nameSpace = target.nameSpace}};
    case Action::Drain:
        return {AccessQuestion::about(ref, u"patch"_s),
                {.verb = u"list"_s, .resource = u"pods"_s},
                {.verb = u"create"_s, .resource = u"pods"_s, .subresource = u"eviction"_s}};
    case Action::Restart:
    case Action::Pause:
    case Action::Resume:
    case Action::Undo:
    case Action::SetImage:
    case Action::Suspend:
    case Action::Unsuspend:
    case Action::Cordon:
    case Action::Uncordon:
    case Action::Label:
    case Action::Annotate: return {AccessQuestion::about(ref, u"patch"_s)};
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace workspace
