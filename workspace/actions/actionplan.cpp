// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/actions/actionplan.h"

#include "kube/access/accessreview.h"
#include "kube/cluster.h"
#include "workspace/errortext.h"
#include "workspace/safety/refusal.h"

#include <QJsonDocument>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace workspace {

using State = ActionObject::State;

static constexpr qsizetype MostReviewsByName = 50;

ActionPlan::ActionPlan(kube::Cluster &cluster, const QString &context, Action action,
                       const std::vector<ObjectId> &objects, QObject *parent)
    : QObject(parent)
    , m_cluster(cluster)
    , m_context(context)
    , m_action(action)
{
    m_objects.reserve(objects.size());
    for (const auto &id : objects) {
        ActionObject object{.target = {.nameSpace = id.nameSpace, .name = id.name}};
        if (const auto *resource = cluster.resources().findKind(id.apiVersion, id.kind)) {
            object.target.resource = *resource;
        } else {
            object.state = State::Missing;
            object.why = tr("%1 does not know the kind %2.").arg(context, id.kind);
        }
        m_objects.push_back(object);
    }
}

int ActionPlan::count(State state) const
{
    return int(std::ranges::count(m_objects, state, &ActionObject::state));
}

void ActionPlan::prepare()
{
    if (m_cluster.client().isReadOnly())
        m_problem = errorText({.kind = kube::Error::Kind::ReadOnly});
    readNext();
    settleOne();
}

/// Whether more than an object's metadata counts. Secrets are not read without need.
bool ActionPlan::needsWholeObject() const
{
    switch (m_action) {
    case Action::Scale:
    case Action::Restart:
    case Action::Pause:
    case Action::Resume:
    case Action::Undo:
    case Action::SetImage:
    case Action::Trigger:
    case Action::Suspend:
    case Action::Unsuspend:
    case Action::Cordon:
    case Action::Uncordon:
    case Action::Drain: return true;
    case Action::Evict:
    case Action::Label:
    case Action::Annotate:
    case Action::Delete: return false;
    }
    Q_UNREACHABLE_RETURN(true);
}

void ActionPlan::readNext()
{
    while (m_pending < AtATime && m_next < m_objects.size()) {
        const auto index = m_next++;
        if (m_objects[index].state == State::Reading)
            read(index);
    }
}

void ActionPlan::read(size_t index)
{
    ++m_pending;
    kube::ApiRequest request{.path = kube::pathOf(m_objects[index].target.ref())};
    if (!needsWholeObject())
        request.accept = "application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1";
    m_cluster.client().send(request).then(
        this, [this, index](const kube::Result<kube::ApiAnswer> &answer) {
            --m_pending;
            if (answer)
                take(index, QJsonDocument::fromJson(answer->body).object());
            else
                take(index, std::unexpected(answer.error()));
            readNext();
            settleOne();
        });
}

void ActionPlan::take(size_t index, const kube::Result<QJsonObject> &read)
{
    auto &object = m_objects[index];
    if (read) {
        object.object = *read;
        object.state = State::Ready;
    } else {
        object.state =
            read.error().kind == kube::Error::Kind::NotFound ? State::Missing : State::Refused;
        object.why = errorText(read.error());
    }
    Q_EMIT changed();
}

/// After each answer: when the objects are read, asks for rights; when all that is answered, tells.
void ActionPlan::settleOne()
{
    if (m_pending > 0 || m_ready)
        return;
    if (!m_objectsRead) {
        m_objectsRead = true;
        ++m_pending; // an answer that is known already comes at once, and is not the last
        review();
        readMore();
        --m_pending;
    }
    if (m_pending > 0)
        return;
    m_ready = true;
    Q_EMIT changed();
    Q_EMIT ready();
}

/// Most rights are given for a namespace; who has one only for some names is asked about each.
void ActionPlan::review()
{
    QSet<QString> spaces;
    for (const auto &object : m_objects) {
        if (object.state == State::Ready)
            spaces.insert(object.target.nameSpace);
    }
    for (const auto &space : std::as_const(spaces))
        reviewSpace(space);
}

void ActionPlan::reviewSpace(const QString &nameSpace)
{
    const auto first = std::ranges::find_if(m_objects, [&](const ActionObject &object) {
        return object.state == State::Ready && object.target.nameSpace == nameSpace;
    });
    auto general = first->target;
    general.name.clear();
    for (const auto &question : needsOf(m_action, general)) {
        ++m_pending;
        m_cluster.access().ask(question).then(
            this, [this, nameSpace](const kube::Result<kube::AccessAnswer> &answer) {
                --m_pending;
                const bool refused = answer && !answer->allowed; // unknown: the server will say
                qsizetype asked = 0;
                for (size_t i = 0; refused && i < m_objects.size(); ++i) {
                    const auto &object = m_objects[i];
                    if (object.target.nameSpace != nameSpace || object.state != State::Ready)
                        continue;
                    if (++asked <= MostReviewsByName)
                        reviewObject(i);
                    else
                        refuse(i, answer->reason);
                }
                settleOne();
            });
    }
}

void ActionPlan::reviewObject(size_t index)
{
    for (const auto &question : needsOf(m_action, m_objects[index].target)) {
        ++m_pending;
        m_cluster.access().ask(question).then(
            this, [this, index](const kube::Result<kube::AccessAnswer> &answer) {
                --m_pending;
                if (answer && !answer->allowed)
                    refuse(index, answer->reason);
                settleOne();
            });
    }
}

void ActionPlan::refuse(size_t index, const QString &reason)
{
    auto &object = m_objects[index];
    object.state = State::Refused;
    object.why = refusalText(needsOf(m_action, object.target).front(), reason);
    Q_EMIT changed();
}

/// What an action needs to know besides the objects.
void ActionPlan::readMore()
{
    if (m_objects.size() != 1 || m_objects.front().state != State::Ready)
        return;
    const auto &object = m_objects.front();
    if (m_action == Action::Undo) {
        ++m_pending;
        kube::rolloutHistory(m_cluster.client(), m_cluster.resources(), object.target,
                             object.object)
            .then(this, [this](const kube::Result<std::vector<kube::Revision>> &revisions) {
                --m_pending;
                if (revisions)
                    m_revisions = *revisions;
                else
                    m_problem = errorText(revisions.error());
                settleOne();
            });
    } else if (m_action == Action::Drain) {
        ++m_pending;
        kube::podsOnNode(m_cluster.client(), object.target.name)
            .then(this, [this](const kube::Result<QJsonArray> &pods) {
                --m_pending;
                if (pods)
                    m_pods = *pods;
                else
                    m_problem = errorText(pods.error());
                settleOne();
            });
    }
}

QString ActionPlan::problem() const
{
    if (!m_problem.isEmpty())
        return m_problem;
    if (!m_ready || count(State::Ready) > 0)
        return {};
    const auto refused = std::ranges::find(m_objects, State::Refused, &ActionObject::state);
    if (refused != m_objects.end())
        return refused->why;
    return m_objects.empty() ? tr("Nothing is selected.") : m_objects.front().why;
}

std::vector<kube::PlannedPod> ActionPlan::drainPlan(const kube::DrainChoices &choices) const
{
    const auto *pods = m_cluster.resources().findKind(u"v1"_s, u"Pod"_s);
    return pods ? kube::planDrain(m_pods, *pods, choices) : std::vector<kube::PlannedPod>();
}

QString ActionPlan::policyVersion() const
{
    const int minor = m_cluster.version().section(u'.', 1, 1).toInt(); // "v1.20.2"
    return minor > 0 && minor < 22 ? u"v1beta1"_s : u"v1"_s;
}

} // namespace workspace
