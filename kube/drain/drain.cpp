// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/drain/drain.h"

#include "kube/actions/changes.h"

#include <QJsonArray>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kube {

using State = DrainedPod::State;

Drain::Drain(ApiClient &client, const ObjectTarget &node, const std::vector<PlannedPod> &plan,
             const DrainChoices &choices, const QString &policyVersion, QObject *parent,
             DrainPace pace)
    : QObject(parent)
    , m_client(client)
    , m_node(node)
    , m_choices(choices)
    , m_policyVersion(policyVersion)
    , m_pace(pace)
{
    m_pods.reserve(plan.size());
    for (const auto &planned : plan)
        m_pods.push_back(
            {.planned = planned,
             .state = planned.fate == PlannedPod::Fate::Evict ? State::Waiting : State::Stays});
    m_look.setInterval(pace.look);
    connect(&m_look, &QTimer::timeout, this, &Drain::look);
}

int Drain::count(State state) const
{
    return int(std::ranges::count(m_pods, state, &DrainedPod::state));
}

void Drain::start()
{
    m_client.send(setSchedulable(m_node, false).request())
        .then(this, [this](const Result<ApiAnswer> &answer) {
            if (!answer) {
                m_error = answer.error();
                return end();
            }
            m_begun = true;
            m_look.start();
            pump();
        });
}

void Drain::cancel()
{
    if (m_finished || m_cancelled)
        return;
    m_cancelled = true;
    for (auto &pod : m_pods) {
        if (pod.state == State::Waiting || pod.state == State::Blocked)
            pod.state = State::Cancelled;
    }
    Q_EMIT changed();
    if (m_begun)
        pump();
}

void Drain::pump()
{
    if (m_finished)
        return;
    for (size_t i = 0; i < m_pods.size() && count(State::Evicting) < AtATime; ++i) {
        if (m_pods[i].state == State::Waiting)
            evict(i);
    }
    const bool busy = std::ranges::any_of(m_pods, [](const DrainedPod &pod) {
        return pod.state == State::Waiting || pod.state == State::Evicting
            || pod.state == State::Blocked || pod.state == State::Terminating;
    });
    // Who cancels does not want to wait for what is already on its way out.
    if (!busy || (m_cancelled && count(State::Evicting) == 0))
        end();
}

void Drain::evict(size_t index)
{
    auto &pod = m_pods[index];
    pod.state = State::Evicting;
    Q_EMIT changed();
    m_client.send(eviction(pod.planned.pod, m_policyVersion, m_choices.graceSeconds).request())
        .then(this, [this, index](const Result<ApiAnswer> &answer) {
            takeEviction(index, answer ? std::nullopt : std::optional(answer.error()));
            pump();
        });
}

void Drain::takeEviction(size_t index, const std::optional<Error> &error)
{
    auto &pod = m_pods[index];
    pod.error = error;
    if (!error) {
        pod.state = State::Terminating;
    } else if (error->kind == Error::Kind::NotFound) {
        pod.state = State::Gone;
        pod.error.reset();
    } else if (error->kind == Error::Kind::TooManyRequests
               || error->kind == Error::Kind::Conflict) {
        pod.state = m_cancelled ? State::Cancelled : State::Blocked;
        QTimer::singleShot(m_pace.blocked, this, [this, index] {
            if (m_pods[index].state != State::Blocked)
                return;
            m_pods[index].state = State::Waiting;
            pump();
        });
    } else {
        pod.state = State::Failed;
    }
    Q_EMIT changed();
}

void Drain::look()
{
    if (count(State::Terminating) == 0)
        return;
    podsOnNode(m_client, m_node.name).then(this, [this](const Result<QJsonArray> &pods) {
        if (pods) // else asked again; the connection's troubles are told elsewhere
            takeList(*pods);
    });
}

void Drain::takeList(const QJsonArray &pods)
{
    QSet<QString> there;
    for (const auto &pod : pods)
        there.insert(pod["metadata"_L1]["uid"_L1].toString());
    bool changedAny = false;
    for (auto &pod : m_pods) {
        if (pod.state != State::Terminating || there.contains(pod.planned.uid))
            continue;
        pod.state = State::Gone;
        changedAny = true;
    }
    if (changedAny)
        Q_EMIT changed();
    pump();
}

void Drain::end()
{
    if (std::exchange(m_finished, true))
        return;
    m_look.stop();
    Q_EMIT finished();
}

} // namespace kube
