// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/demo/story/kubelet.h"

#include "kube/demo/streams/logsource.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace demo {

static QString behaviourOf(const QJsonObject &pod)
{
    return pod["metadata"_L1]["annotations"_L1]["demo.krateyard.dev/behaviour"_L1].toString();
}

static QJsonArray containersOf(const QJsonObject &pod)
{
    return pod["spec"_L1]["containers"_L1].toArray();
}

static QString fieldPath(const QJsonObject &pod)
{
    return u"spec.containers{%1}"_s.arg(containersOf(pod)[0]["name"_L1].toString());
}

Kubelet::Kubelet(World &world, LogSource &logs)
    : m_world(world)
    , m_logs(logs)
{
}

LogKey Kubelet::keyOf(const QJsonObject &pod, const QString &container) const
{
    return {nameSpaceOf(pod), nameOf(pod), container};
}

void Kubelet::step()
{
    for (auto &life : m_lives)
        life.seen = false;
    for (const auto &pod : m_world.list(u"v1"_s, u"pods"_s)) {
        auto &life = m_lives[uidOf(pod)];
        life.seen = true;
        if (!buryWhenDeleted(pod, life))
            care(pod, life);
    }
    m_lives.removeIf([](const auto &entry) { return !entry->seen; });
}

bool Kubelet::buryWhenDeleted(const QJsonObject &pod, Life &life)
{
    if (!isDeleting(pod))
        return false;
    if (!life.deletingSince.isValid()) {
        life.deletingSince = m_world.now;
        m_world.tell(pod, u"Normal"_s, u"Killing"_s,
                     u"Stopping container "_s + containersOf(pod)[0]["name"_L1].toString(),
                     u"kubelet"_s, fieldPath(pod));
    } else if (life.deletingSince.msecsTo(m_world.now) >= 900) {
        m_world.remove(pod, 0);
        m_logs.remove(nameSpaceOf(pod), nameOf(pod));
    }
    return true;
}

void Kubelet::care(const QJsonObject &pod, Life &life)
{
    if (life.stage == Life::Stage::Running)
        talk(pod, life);
    if (life.next.isValid() && m_world.now < life.next)
        return;
    switch (life.stage) {
    case Life::Stage::New: return schedule(pod, life);
    case Life::Stage::Creating: return create(pod, life);
    case Life::Stage::Starting: return ready(pod, life);
    case Life::Stage::Running: return end(pod, life, behaviourOf(pod) == "batch"_L1 ? 0 : 1);
    case Life::Stage::Backoff: return run(pod, life);
    case Life::Stage::BadImage: return failPull(pod, life);
    case Life::Stage::Ended: return;
    }
}

void Kubelet::schedule(const QJsonObject &pod, Life &life)
{
    if (behaviourOf(pod) == "unschedulable"_L1) {
        const auto why =
            u"0/3 nodes are available: 1 node(s) had untolerated taint "
            "{node-role.kubernetes.io/control-plane: }, 2 Insufficient nvidia.com/gpu. "
            "preemption: 0/3 nodes are available: 3 Preemption is not helpful for "
            "scheduling."_s;
        m_world.tell(pod, u"Warning"_s, u"FailedScheduling"_s, why, u"default-scheduler"_s);
        const auto since = life.started.isValid() ? life.started : m_world.now;
        life.started = since;
        life.next = m_world.now.addSecs(60);
        const QJsonArray conditions{
            condition(u"PodScheduled"_s, false, u"Unschedulable"_s, since, why)};
        m_world.setStatus(pod,
                          {{u"phase"_s, u"Pending"_s},
                           {u"conditions"_s, conditions},
                           {u"qosClass"_s, u"Burstable"_s}});
        return;
    }
    QString node = pod["spec"_L1]["nodeName"_L1].toString();
    if (node.isEmpty()) {
        QHash<QString, int> load;
        for (const auto &other : m_world.list(u"v1"_s, u"pods"_s))
            ++load[other["spec"_L1]["nodeName"_L1].toString()];
        for (const auto &candidate : m_world.list(u"v1"_s, u"nodes"_s)) {
            const bool usable = candidate["spec"_L1]["taints"_L1].toArray().isEmpty()
                && !candidate["spec"_L1]["unschedulable"_L1].toBool();
            if (usable && (node.isEmpty() || load[nameOf(candidate)] < load[node]))
                node = nameOf(candidate);
        }
        m_world.setSpec(pod, u"nodeName"_s, node);
    }
    const auto placed = m_world.store.get(m_world.store.refOf(pod)).value_or(pod);
    m_world.tell(placed, u"Normal"_s, u"Scheduled"_s,
                 u"Successfully assigned %1/%2 to %3"_s.arg(nameSpaceOf(pod), nameOf(pod), node),
                 u"default-scheduler"_s);
    life.stage = Life::Stage::Creating;
    life.started = m_world.now;
    life.next = m_world.now.addMSecs(700);
    const QJsonObject waiting{{u"waiting"_s, QJsonObject{{u"reason"_s, u"ContainerCreating"_s}}}};
    m_world.setStatus(placed, statusOf(placed, life, u"Pending"_s, waiting, false));
}

void Kubelet::create(const QJsonObject &pod, Life &life)
{
    const auto image = containersOf(pod)[0]["image"_L1].toString();
    m_world.tell(pod, u"Normal"_s, u"Pulling"_s, u"Pulling image \"%1\""_s.arg(image), u"kubelet"_s,
                 fieldPath(pod));
    life.ip = u"10.244.%1.%2"_s.arg(m_addresses / 250).arg(m_addresses % 250 + 2);
    ++m_addresses;
    if (behaviourOf(pod) == "bad-image"_L1) {
        life.stage = Life::Stage::BadImage;
        return failPull(pod, life);
    }
    m_world.tell(pod, u"Normal"_s, u"Pulled"_s,
                 u"Successfully pulled image \"%1\" in %2ms (%2ms including waiting). Image size: "
                 "%3 bytes."_s.arg(image)
                     .arg(300 + m_world.roll(900))
                     .arg(20'000'000 + m_world.roll(90'000'000)),
                 u"kubelet"_s, fieldPath(pod));
    run(pod, life);
}

void Kubelet::run(const QJsonObject &pod, Life &life)
{
    life.voices.clear();
    for (const auto &container : containersOf(pod)) {
        const auto name = container["name"_L1].toString();
        m_logs.restart(keyOf(pod, name));
        life.voices.emplace_back(name, m_world.dice());
        m_logs.append(keyOf(pod, name), life.voices.back().greeting(), m_world.now);
        m_world.tell(pod, u"Normal"_s, u"Created"_s, u"Created container: "_s + name, u"kubelet"_s,
                     u"spec.containers{%1}"_s.arg(name));
        m_world.tell(pod, u"Normal"_s, u"Started"_s, u"Started container "_s + name, u"kubelet"_s,
                     u"spec.containers{%1}"_s.arg(name));
    }
    life.stage = Life::Stage::Starting;
    life.started = m_world.now;
    life.next = m_world.now.addMSecs(900);
    const QJsonObject running{
        {u"running"_s, QJsonObject{{u"startedAt"_s, timeText(life.started)}}}};
    m_world.setStatus(pod, statusOf(pod, life, u"Running"_s, running, false));
}

void Kubelet::ready(const QJsonObject &pod, Life &life)
{
    life.stage = Life::Stage::Running;
    const auto behaviour = behaviourOf(pod);
    life.next = {};
    if (behaviour == "crash"_L1)
        life.next = m_world.now.addSecs(12);
    else if (behaviour == "batch"_L1)
        life.next = m_world.now.addSecs(25);
    else
        life.next = m_world.now.addYears(1);
    const QJsonObject running{
        {u"running"_s, QJsonObject{{u"startedAt"_s, timeText(life.started)}}}};
    m_world.setStatus(pod, statusOf(pod, life, u"Running"_s, running, true));
}

void Kubelet::end(const QJsonObject &pod, Life &life, int exitCode)
{
    const QJsonObject terminated{
        {u"exitCode"_s, exitCode},
        {u"reason"_s, exitCode == 0 ? u"Completed"_s : u"Error"_s},
        {u"startedAt"_s, timeText(life.started)},
        {u"finishedAt"_s, timeText(m_world.now)},
        {u"containerID"_s, QString(u"containerd://"_s + uidOf(pod).remove(u'-'))}};
    const QJsonObject state{{u"terminated"_s, terminated}};
    for (auto &voice : life.voices) {
        const auto key = keyOf(pod, voice.name());
        for (const auto &line : exitCode == 0 ? voice.farewell() : voice.lastWords())
            m_logs.append(key, line, m_world.now);
        m_logs.end(key);
    }
    const bool again = pod["spec"_L1]["restartPolicy"_L1].toString(u"Always"_s) == "Always"_L1;
    if (!again) {
        life.stage = Life::Stage::Ended;
        m_world.setStatus(
            pod, statusOf(pod, life, exitCode == 0 ? u"Succeeded"_s : u"Failed"_s, state, false));
        return;
    }
    life.stage = Life::Stage::Backoff;
    life.lastState = state;
    const int seconds = std::min(300, 10 << std::min(life.restarts, 5));
    ++life.restarts;
    life.next = m_world.now.addSecs(seconds);
    const auto name = containersOf(pod)[0]["name"_L1].toString();
    const auto message = u"back-off %1 restarting failed container=%2 pod=%3_%4(%5)"_s.arg(
        seconds == 300 ? u"5m0s"_s : u"%1s"_s.arg(seconds), name, nameOf(pod), nameSpaceOf(pod),
        uidOf(pod));
    m_world.tell(pod, u"Warning"_s, u"BackOff"_s,
                 u"Back-off restarting failed container %1 in pod %2_%3(%4)"_s.arg(
                     name, nameOf(pod), nameSpaceOf(pod), uidOf(pod)),
                 u"kubelet"_s, fieldPath(pod));
    const QJsonObject waiting{
        {u"waiting"_s, QJsonObject{{u"reason"_s, u"CrashLoopBackOff"_s}, {u"message"_s, message}}}};
    m_world.setStatus(pod, statusOf(pod, life, u"Running"_s, waiting, false));
}

void Kubelet::failPull(const QJsonObject &pod, Life &life)
{
    const auto image = containersOf(pod)[0]["image"_L1].toString();
    const bool first = life.restarts == 0;
    ++life.restarts;
    const auto why =
        u"Failed to pull image \"%1\": rpc error: code = NotFound desc = failed to pull "
        "and unpack image \"%1\": failed to resolve reference \"%1\": %1: not found"_s.arg(image);
    if (first) {
        m_world.tell(pod, u"Warning"_s, u"Failed"_s, why, u"kubelet"_s, fieldPath(pod));
        m_world.tell(pod, u"Warning"_s, u"Failed"_s, u"Error: ErrImagePull"_s, u"kubelet"_s,
                     fieldPath(pod));
    } else {
        m_world.tell(pod, u"Normal"_s, u"BackOff"_s, u"Back-off pulling image \"%1\""_s.arg(image),
                     u"kubelet"_s, fieldPath(pod));
        m_world.tell(pod, u"Warning"_s, u"Failed"_s, u"Error: ImagePullBackOff"_s, u"kubelet"_s,
                     fieldPath(pod));
    }
    life.next = m_world.now.addSecs(first ? 10 : 120);
    const QJsonObject waiting{
        {u"waiting"_s,
         QJsonObject{{u"reason"_s, first ? u"ErrImagePull"_s : u"ImagePullBackOff"_s},
                     {u"message"_s, first ? why : u"Back-off pulling image \"%1\""_s.arg(image)}}}};
    auto shown = life;
    shown.restarts = 0;
    m_world.setStatus(pod, statusOf(pod, shown, u"Pending"_s, waiting, false));
}

void Kubelet::talk(const QJsonObject &pod, Life &life)
{
    for (auto &voice : life.voices)
        while (const auto line = voice.next(m_world.now))
            m_logs.append(keyOf(pod, voice.name()), line->second, line->first);
}

QJsonObject Kubelet::statusOf(const QJsonObject &pod, const Life &life, const QString &phase,
                              const QJsonObject &state, bool ready) const
{
    QJsonArray statuses;
    QStringList unready;
    for (const auto &container : containersOf(pod)) {
        const auto image = container["image"_L1].toString();
        unready.append(container["name"_L1].toString());
        statuses.append(QJsonObject{
            {u"name"_s, container["name"_L1]},
            {u"image"_s, image},
            {u"imageID"_s,
             phase == "Pending"_L1 ? QString()
                                   : QString(image + u"@sha256:"_s + u"5f"_s.repeated(32))},
            {u"containerID"_s,
             phase == "Pending"_L1 ? QString()
                                   : QString(u"containerd://"_s + uidOf(pod).remove(u'-'))},
            {u"ready"_s, ready},
            {u"started"_s, state.contains("running"_L1)},
            {u"restartCount"_s, life.restarts},
            {u"state"_s, state},
            {u"lastState"_s, life.lastState}});
    }
    const bool done = phase == "Succeeded"_L1;
    const auto why = done ? u"PodCompleted"_s : ready ? QString() : u"ContainersNotReady"_s;
    const auto message = ready || done
        ? QString()
        : u"containers with unready status: [%1]"_s.arg(unready.join(u' '));
    const auto created =
        QDateTime::fromString(pod["metadata"_L1]["creationTimestamp"_L1].toString(), Qt::ISODate);
    const auto since = ready ? life.started : m_world.now;
    const QJsonArray conditions{
        condition(u"PodReadyToStartContainers"_s, phase != "Pending"_L1, {}, created),
        condition(u"Initialized"_s, true, {}, created),
        condition(u"Ready"_s, ready, why, since, message),
        condition(u"ContainersReady"_s, ready, why, since, message),
        condition(u"PodScheduled"_s, true, {}, created)};
    QJsonObject status{{u"phase"_s, phase},
                       {u"conditions"_s, conditions},
                       {u"containerStatuses"_s, statuses},
                       {u"startTime"_s, timeText(created)},
                       {u"qosClass"_s, u"Burstable"_s},
                       {u"hostIP"_s, u"192.168.10.11"_s}};
    if (!life.ip.isEmpty()) {
        status.insert("podIP"_L1, life.ip);
        status.insert("podIPs"_L1, QJsonArray{QJsonObject{{u"ip"_s, life.ip}}});
    }
    return status;
}

} // namespace demo
