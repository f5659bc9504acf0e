// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The half of ActionPlan that makes changes, and the question about them.

#include "kube/cluster.h"
#include "workspace/actions/actionplan.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace workspace {

using State = ActionObject::State;

static QJsonArray containersOf(const QJsonObject &object, bool init)
{
    return kube::podSpecOf(object).value(init ? "initContainers"_L1 : "containers"_L1).toArray();
}

/// The edits whose container the object has, with the image it has now.
static std::vector<kube::ImageEdit> imagesBefore(const QJsonObject &object,
                                                 const std::vector<kube::ImageEdit> &edits)
{
    std::vector<kube::ImageEdit> before;
    for (const auto &edit : edits) {
        for (const auto &container : containersOf(object, edit.isInit)) {
            if (container["name"_L1].toString() == edit.container)
                before.push_back({edit.container, container["image"_L1].toString(), edit.isInit});
        }
    }
    return before;
}

static std::vector<kube::MetadataEdit> metadataBefore(const QJsonObject &object,
                                                      const QString &field,
                                                      const std::vector<kube::MetadataEdit> &edits)
{
    const auto now = object["metadata"_L1][field].toObject();
    std::vector<kube::MetadataEdit> before;
    for (const auto &edit : edits) {
        const auto value = now.value(edit.key);
        before.push_back(
            {edit.key, value.isString() ? std::optional(value.toString()) : std::nullopt});
    }
    return before;
}

kube::Change ActionPlan::changeOf(const ActionObject &object, const ActionChoices &choices) const
{
    const auto &target = object.target;
    switch (m_action) {
    case Action::Scale: return kube::scaleTo(target, choices.replicas);
    case Action::Restart: return kube::restart(target, QDateTime::currentDateTimeUtc());
    case Action::Pause: return kube::setPaused(target, true);
    case Action::Resume: return kube::setPaused(target, false);
    case Action::Undo: {
        const auto found =
            std::ranges::find(m_revisions, choices.revision, &kube::Revision::number);
        return found == m_revisions.end() ? kube::Change()
                                          : kube::rollback(target, object.object, *found);
    }
    case Action::SetImage: {
        auto edits = choices.images;
        std::erase_if(edits, [&object](const kube::ImageEdit &edit) {
            return imagesBefore(object.object, {edit}).empty();
        });
        return edits.empty() ? kube::Change() : kube::setImages(target, edits);
    }
    case Action::Trigger: {
        const auto *jobs = m_cluster.resources().findKind(u"batch/v1"_s, u"Job"_s);
        return jobs ? kube::trigger(target, object.object, *jobs, kube::triggeredName(target.name))
                    : kube::Change();
    }
    case Action::Suspend: return kube::setSuspended(target, true);
    case Action::Unsuspend: return kube::setSuspended(target, false);
    case Action::Cordon: return kube::setSchedulable(target, false);
    case Action::Uncordon: return kube::setSchedulable(target, true);
    case Action::Evict:
        return kube::eviction(target, policyVersion(), choices.deletion.graceSeconds);
    case Action::Label: return kube::label(target, choices.edits);
    case Action::Annotate: return kube::annotate(target, choices.edits);
    case Action::Delete:
        return kube::deletion(target, object.object["metadata"_L1]["uid"_L1].toString(),
                              choices.deletion);
    case Action::Drain: break; // is no single change: kube::Drain
    }
    return {};
}

std::vector<ActionPlan::Planned> ActionPlan::changes(const ActionChoices &choices) const
{
    std::vector<Planned> changes;
    for (size_t i = 0; i < m_objects.size(); ++i) {
        if (m_objects[i].state != State::Ready)
            continue;
        auto change = changeOf(m_objects[i], choices);
        if (!change.target.name.isEmpty())
            changes.push_back({i, std::move(change)});
    }
    return changes;
}

std::optional<kube::Change> ActionPlan::reverse(const ActionObject &object,
                                                const ActionChoices &choices) const
{
    const auto &target = object.target;
    const auto spec = object.object["spec"_L1];
    switch (m_action) {
    case Action::Scale: return kube::scaleTo(target, spec["replicas"_L1].toInt(1));
    case Action::Pause:
    case Action::Resume: return kube::setPaused(target, spec["paused"_L1].toBool());
    case Action::Suspend:
    case Action::Unsuspend: return kube::setSuspended(target, spec["suspend"_L1].toBool());
    case Action::Cordon:
    case Action::Uncordon: return kube::setSchedulable(target, !spec["unschedulable"_L1].toBool());
    case Action::Label:
        return kube::label(target, metadataBefore(object.object, u"labels"_s, choices.edits));
    case Action::Annotate:
        return kube::annotate(target,
                              metadataBefore(object.object, u"annotations"_s, choices.edits));
    case Action::SetImage:
        return kube::setImages(target, imagesBefore(object.object, choices.images));
    case Action::Undo: {
        const auto current = std::ranges::find(m_revisions, true, &kube::Revision::isCurrent);
        return current == m_revisions.end()
            ? std::nullopt
            : std::optional(kube::rollback(target, object.object, *current));
    }
    case Action::Restart:
    case Action::Trigger:
    case Action::Drain:
    case Action::Evict:
    case Action::Delete: return std::nullopt;
    }
    Q_UNREACHABLE_RETURN(std::nullopt);
}

QString ActionPlan::title() const
{
    const int ready = count(State::Ready);
    const int all = ready > 0 ? ready : int(m_objects.size());
    if (m_objects.empty())
        return {};
    const auto shown = ready > 0 ? std::ranges::find(m_objects, State::Ready, &ActionObject::state)
                                 : m_objects.begin();
    const auto &target = shown->target;
    const auto verb = verbOf(m_action);
    if (all == 1) {
        const auto name = target.nameSpace.isEmpty()
            ? target.name
            : QString(target.nameSpace + u'/' + target.name);
        return tr("%1 %2 %3 in %4", "verb, kind, name, cluster")
            .arg(verb, target.resource.kind, name, m_context);
    }
    const bool oneKind = std::ranges::all_of(m_objects, [&target](const ActionObject &object) {
        return object.target.resource == target.resource;
    });
    const auto kinds = oneKind ? target.resource.resource : tr("objects");
    return tr("%1 %Ln %2 in %3", "verb, number, kinds, cluster", all).arg(verb, kinds, m_context);
}

} // namespace workspace
