// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/demo/story/controllers.h"
#include "kube/demo/story/workloads.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace demo {

static const QString apps = u"apps/v1"_s;

QJsonObject Controllers::replicaSetFor(const QJsonObject &deployment, const QString &hash,
                                       int revision)
{
    auto spec = deployment["spec"_L1].toObject();
    auto pattern = spec["template"_L1].toObject();
    auto meta = pattern["metadata"_L1].toObject();
    auto labels = meta["labels"_L1].toObject();
    labels.insert("pod-template-hash"_L1, hash);
    meta.insert("labels"_L1, labels);
    pattern.insert("metadata"_L1, meta);
    auto match = spec["selector"_L1]["matchLabels"_L1].toObject();
    match.insert("pod-template-hash"_L1, hash);
    const QJsonObject annotations{
        {u"deployment.kubernetes.io/desired-replicas"_s, QString::number(replicasOf(deployment))},
        {u"deployment.kubernetes.io/revision"_s, QString::number(revision)}};
    return m_world.store.put(
        {{u"apiVersion"_s, apps},
         {u"kind"_s, u"ReplicaSet"_s},
         {u"metadata"_s,
          QJsonObject{{u"name"_s, QString(nameOf(deployment) + u'-' + hash)},
                      {u"namespace"_s, nameSpaceOf(deployment)},
                      {u"labels"_s, labels},
                      {u"annotations"_s, annotations},
                      {u"creationTimestamp"_s, timeText(m_world.now)},
                      {u"ownerReferences"_s, QJsonArray{ownerReference(deployment)}}}},
         {u"spec"_s,
          QJsonObject{{u"replicas"_s, 0},
                      {u"selector"_s, QJsonObject{{u"matchLabels"_s, match}}},
                      {u"template"_s, pattern}}},
         {u"status"_s, QJsonObject{{u"replicas"_s, 0}}}});
}

void Controllers::scaleTo(const QJsonObject &deployment, const QJsonObject &set, int replicas)
{
    const auto before = replicasOf(set);
    if (before == replicas)
        return;
    m_world.setSpec(set, u"replicas"_s, replicas);
    m_world.tell(deployment, u"Normal"_s, u"ScalingReplicaSet"_s,
                 u"Scaled %1 replica set %2 from %3 to %4"_s.arg(
                     replicas > before ? u"up"_s : u"down"_s, nameOf(set), QString::number(before),
                     QString::number(replicas)),
                 u"deployment-controller"_s);
}

void Controllers::trimHistory(std::vector<QJsonObject> old)
{
    while (old.size() > 3) { // revisionHistoryLimit
        const auto oldest = std::ranges::min_element(old, {}, [](const QJsonObject &set) {
            return set["metadata"_L1]["creationTimestamp"_L1].toString();
        });
        if (replicasOf(*oldest) == 0)
            m_world.remove(*oldest);
        old.erase(oldest);
    }
}

void Controllers::setStatus(const QJsonObject &deployment, const QJsonObject &current,
                            const DeploymentCounts &counts)
{
    const bool available = counts.ready >= counts.wanted - counts.wanted / 4;
    const auto before = deployment["status"_L1].toObject();
    const auto since = [&](qsizetype at, bool holds) {
        const auto known = before["conditions"_L1][at];
        const bool same = known["status"_L1].toString() == (holds ? "True"_L1 : "False"_L1);
        return same ? QDateTime::fromString(known["lastTransitionTime"_L1].toString(), Qt::ISODate)
                    : m_world.now;
    };
    auto availableNow =
        condition(u"Available"_s, available,
                  available ? u"MinimumReplicasAvailable"_s : u"MinimumReplicasUnavailable"_s,
                  since(0, available),
                  available ? u"Deployment has minimum availability."_s
                            : u"Deployment does not have minimum availability."_s);
    auto progressing = condition(
        u"Progressing"_s, true,
        counts.complete ? u"NewReplicaSetAvailable"_s : u"ReplicaSetUpdated"_s, since(1, true),
        u"ReplicaSet \"%1\" %2."_s.arg(nameOf(current),
                                       counts.complete ? u"has successfully progressed"_s
                                                       : u"is progressing"_s));
    for (auto *entry : {&availableNow, &progressing}) {
        entry->remove("lastProbeTime"_L1);
        entry->insert("lastUpdateTime"_L1, entry->value("lastTransitionTime"_L1));
    }
    QJsonObject status{{u"observedGeneration"_s, deployment["metadata"_L1]["generation"_L1]},
                       {u"replicas"_s, counts.replicas},
                       {u"updatedReplicas"_s, counts.updated},
                       {u"readyReplicas"_s, counts.ready},
                       {u"availableReplicas"_s, counts.ready},
                       {u"conditions"_s, QJsonArray{availableNow, progressing}}};
    if (counts.wanted > counts.ready)
        status.insert("unavailableReplicas"_L1, counts.wanted - counts.ready);
    m_world.setStatus(deployment, status);
}

/// Who is used again becomes the newest revision, and the deployment says which that is.
void Controllers::noteRevision(const QJsonObject &deployment, const QJsonObject &current,
                               int newest)
{
    const auto key = u"deployment.kubernetes.io/revision"_s;
    const auto noted = [&key](const QJsonObject &object) {
        return object["metadata"_L1]["annotations"_L1][key].toString();
    };
    auto revision = noted(current).toInt();
    if (revision < newest)
        m_world.annotate(current, key, QString::number(revision = newest + 1));
    if (noted(deployment).toInt() != revision)
        m_world.annotate(deployment, key, QString::number(revision));
}

// pkg/controller/deployment/rolling.go, with maxSurge 1 and maxUnavailable 25 %
void Controllers::deployment(const QJsonObject &deployment)
{
    const int wanted = replicasOf(deployment);
    const auto hash = hashOf(deployment);
    QJsonObject current;
    std::vector<QJsonObject> old;
    int revision = 0;
    for (const auto &set : m_world.list(apps, u"replicasets"_s, nameSpaceOf(deployment))) {
        if (controllerOf(set) != uidOf(deployment))
            continue;
        const auto note =
            set["metadata"_L1]["annotations"_L1]["deployment.kubernetes.io/revision"_L1];
        revision = std::max(revision, note.toString().toInt());
        if (nameOf(set).endsWith(u'-' + hash))
            current = set;
        else
            old.push_back(set);
    }
    if (current.isEmpty() && !deployment["spec"_L1]["paused"_L1].toBool())
        current = replicaSetFor(deployment, hash, revision + 1);
    if (current.isEmpty())
        return;
    noteRevision(deployment, current, revision);

    int total = replicasOf(current);
    int ready = readyOf(podsOf(current));
    const int currentReady = ready;
    int replicas = int(podsOf(current).size());
    const int updated = replicas;
    bool rolling = false;
    for (const auto &set : old) {
        total += replicasOf(set);
        ready += readyOf(podsOf(set));
        replicas += int(podsOf(set).size());
        rolling = rolling || replicasOf(set) > 0;
    }
    if (!rolling)
        scaleTo(deployment, current, wanted);
    else if (const int room = std::min(wanted + 1 - total, wanted - replicasOf(current)); room > 0)
        scaleTo(deployment, current, replicasOf(current) + room);
    int spare = ready - (wanted - wanted / 4);
    for (const auto &set : old) {
        const auto pods = podsOf(set);
        const int unready = std::max(0, replicasOf(set) - readyOf(pods));
        const int cut =
            std::min(replicasOf(set), unready + std::max(0, std::min(spare, readyOf(pods))));
        spare -= std::max(0, cut - unready);
        scaleTo(deployment, set, replicasOf(set) - cut);
    }
    trimHistory(old);
    setStatus(deployment, current,
              {.wanted = wanted,
               .replicas = replicas,
               .updated = updated,
               .ready = ready,
               .complete = !rolling && currentReady == wanted});
}

} // namespace demo
