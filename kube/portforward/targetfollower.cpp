// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/portforward/targetfollower.h"

#include "kube/api/apiclient.h"
#include "kube/apimachinery/labelselector.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kube {

using Kind = ForwardProblem::Kind;

static QJsonObject objectIn(const PackedItem &item)
{
    return QJsonDocument::fromJson(item.unpacked().json).object();
}

TargetFollower::TargetFollower(ApiClient &client, const ForwardTarget &target, const QString &port,
                               QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_target(target)
    , m_port(port)
{
}

TargetFollower::~TargetFollower() = default;

void TargetFollower::start()
{
    if (m_target.kind == "Pod"_L1) {
        m_targetKnown = true;
        watchPods({}, u"metadata.name="_s + m_target.name);
    } else {
        watchTarget();
    }
}

void TargetFollower::watchTarget()
{
    const auto resource = forwardResource(m_target.kind);
    if (!resource)
        return settle({}, {.kind = Kind::NoTarget});
    m_objects = std::make_unique<Reflector>(
        m_client,
        Reflector::Options{.resource = *resource,
                           .nameSpace = m_target.nameSpace,
                           .fieldSelector = u"metadata.name="_s + m_target.name,
                           .format = Reflector::Format::Object});
    connect(m_objects.get(), &Reflector::replaced, this, &TargetFollower::takeTarget);
    connect(
        m_objects.get(), &Reflector::changed, this, [this](const std::vector<PackedEvent> &events) {
            const auto &last = events.back();
            takeTarget(last.type == ItemEvent::Type::Deleted ? std::vector<PackedItem>()
                                                             : std::vector<PackedItem>{last.item});
        });
    connect(m_objects.get(), &Reflector::stateChanged, this, &TargetFollower::judge);
    m_objects->start();
}

void TargetFollower::takeTarget(const std::vector<PackedItem> &items)
{
    m_targetKnown = true;
    m_object = items.empty() ? QJsonObject() : objectIn(items.front());
    if (!m_object.isEmpty())
        m_object.insert("kind"_L1, m_target.kind); // a list does not repeat it
    const auto selector = selectorTextOf(m_object["spec"_L1]["selector"_L1].toObject());
    if (selector != m_selector) {
        m_selector = selector;
        m_watch.reset();
        m_pods.clear();
        m_podsKnown = false;
        if (!selector.isEmpty())
            watchPods(selector, {});
    }
    judge();
}

void TargetFollower::watchPods(const QString &labels, const QString &fields)
{
    m_watch = std::make_unique<Reflector>(m_client,
                                          Reflector::Options{.resource = *forwardResource(u"Pod"),
                                                             .nameSpace = m_target.nameSpace,
                                                             .labelSelector = labels,
                                                             .fieldSelector = fields,
                                                             .format = Reflector::Format::Object});
    connect(m_watch.get(), &Reflector::replaced, this,
            [this](const std::vector<PackedItem> &items) {
                m_podsKnown = true;
                m_pods.clear();
                for (const auto &item : items)
                    takePod(item);
                judge();
            });
    connect(m_watch.get(), &Reflector::changed, this,
            [this](const std::vector<PackedEvent> &events) {
                for (const auto &event : events) {
                    if (event.type == ItemEvent::Type::Deleted)
                        std::erase_if(m_pods, [uid = event.item.uid()](const ForwardPod &pod) {
                            return pod.uid == uid;
                        });
                    else
                        takePod(event.item);
                }
                judge();
            });
    connect(m_watch.get(), &Reflector::stateChanged, this, &TargetFollower::judge);
    m_watch->start();
}

void TargetFollower::takePod(const PackedItem &item)
{
    auto pod = forwardPodFrom(objectIn(item));
    if (m_target.kind == "Pod"_L1 && !m_controller)
        followController(pod);
    const auto known = std::ranges::find(m_pods, pod.uid, &ForwardPod::uid);
    if (known == m_pods.end())
        m_pods.push_back(std::move(pod));
    else
        *known = std::move(pod);
}

/// Notes who will bring another pod when this one goes: the Deployment of a ReplicaSet, rather than
/// the ReplicaSet, which a rollout empties.
void TargetFollower::followController(const ForwardPod &pod)
{
    const ForwardTarget owner{pod.controllerKind, m_target.nameSpace, pod.controllerName};
    const auto resource = forwardResource(owner.kind);
    if (!resource || owner.kind == "StatefulSet"_L1)
        return;
    m_controller = owner;
    if (owner.kind != "ReplicaSet"_L1)
        return;
    m_client.get({resource->gvr(), owner.nameSpace, owner.name})
        .then(this, [this, owner](const Result<QJsonObject> &answer) {
            if (!answer || m_controller != owner)
                return;
            const auto set = forwardPodFrom(*answer); // its owners are where a pod's are
            if (forwardResource(set.controllerKind))
                m_controller = {set.controllerKind, owner.nameSpace, set.controllerName};
        });
}

bool TargetFollower::isAlive(const QString &uid) const
{
    if (!m_podsKnown)
        return true; // nothing is known against it
    const auto known = std::ranges::find(m_pods, uid, &ForwardPod::uid);
    return known != m_pods.end() && known->running;
}

bool TargetFollower::isRefused(const std::unique_ptr<Reflector> &watch) const
{
    return watch && watch->state() == Reflector::State::Refused;
}

void TargetFollower::judge()
{
    for (const auto *watch : {&m_objects, &m_watch}) {
        if (isRefused(*watch))
            return settle(
                {}, {.kind = Kind::Refused, .error = (*watch)->lastError().value_or(Error())});
        if (*watch && !m_place && (*watch)->state() == Reflector::State::Stale)
            return settle(
                {}, {.kind = Kind::Refused, .error = (*watch)->lastError().value_or(Error())});
    }
    if (!m_targetKnown || (m_watch && !m_podsKnown))
        return;
    if (m_target.kind != "Pod"_L1 && m_object.isEmpty())
        return settle({}, {.kind = Kind::NoTarget});
    if (m_target.kind != "Pod"_L1 && m_selector.isEmpty())
        return settle({}, {.kind = Kind::NoSelector, .detail = m_target.name});
    const auto *pod =
        choosePod(m_pods, m_place ? m_place->uid : QString(), m_target.kind == "Pod"_L1);
    if (!pod) {
        const bool gone =
            std::ranges::all_of(m_pods, [](const ForwardPod &one) { return one.leaving; });
        if (m_target.kind == "Pod"_L1 && m_controller && gone) {
            m_target = *m_controller;
            m_targetKnown = false;
            return start();
        }
        return settle(
            {},
            {.kind = m_target.kind == "Pod"_L1 && m_pods.empty() ? Kind::NoTarget : Kind::NoPod});
    }
    const auto port = portIn(*pod, m_object, m_port);
    if (!port)
        return settle({}, port.error());
    settle(ForwardPlace{pod->name, pod->uid, *port}, {});
}

void TargetFollower::settle(const std::optional<ForwardPlace> &place, const ForwardProblem &problem)
{
    m_place = place;
    m_problem = problem;
    Q_EMIT changed(); // also when only a pod that was left has gone: see isAlive()
}

} // namespace kube
