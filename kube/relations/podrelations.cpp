// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/relations/objectrelations.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace kube {

namespace {

/// Adds references of one pod spec, all into its own namespace.
class PodSpecReader
{
public:
    PodSpecReader(ObjectRelations &relations, QString podName)
        : m_relations(relations)
        , m_podName(std::move(podName))
    {
    }

    void read(const QJsonObject &spec);

private:
    void add(Relation relation, const QString &kind, const QJsonValue &name)
    {
        addReference(m_relations, relation,
                     {{}, kind, m_relations.object.nameSpace, name.toString()});
    }
    void addFar(Relation relation, const QString &group, const QString &kind,
                const QJsonValue &name)
    {
        addReference(m_relations, relation, {group, kind, {}, name.toString()});
    }
    void volume(const QJsonObject &volume);
    void container(const QJsonObject &container);

    ObjectRelations &m_relations;
    const QString m_podName;
    const QString m_configMap = u"ConfigMap"_s;
    const QString m_secret = u"Secret"_s;
};

// https://kubernetes.io/docs/reference/kubernetes-api/config-and-storage-resources/volume/
void PodSpecReader::volume(const QJsonObject &volume)
{
    add(Relation::Mounts, m_configMap, volume["configMap"_L1]["name"_L1]);
    add(Relation::Mounts, m_secret, volume["secret"_L1]["secretName"_L1]);
    add(Relation::Mounts, u"PersistentVolumeClaim"_s,
        volume["persistentVolumeClaim"_L1]["claimName"_L1]);
    const auto sources = volume["projected"_L1]["sources"_L1].toArray();
    for (const auto &source : sources) {
        add(Relation::Mounts, m_configMap, source["configMap"_L1]["name"_L1]);
        add(Relation::Mounts, m_secret, source["secret"_L1]["name"_L1]);
    }
    // https://kubernetes.io/docs/concepts/storage/ephemeral-volumes/#persistentvolumeclaim-naming
    if (volume.contains("ephemeral"_L1) && !m_podName.isEmpty())
        add(Relation::Claims, u"PersistentVolumeClaim"_s,
            QString(m_podName + u'-' + volume["name"_L1].toString()));
    // The drivers name the secret they sign in with in one of these.
    for (const auto &source : volume) {
        const auto map = source.toObject();
        add(Relation::Mounts, m_secret, map["secretRef"_L1]["name"_L1]);
        add(Relation::Mounts, m_secret, map["nodePublishSecretRef"_L1]["name"_L1]);
    }
    add(Relation::Mounts, m_secret, volume["azureFile"_L1]["secretName"_L1]);
}

void PodSpecReader::container(const QJsonObject &container)
{
    const auto all = container["envFrom"_L1].toArray();
    for (const auto &source : all) {
        add(Relation::ReadsEnvironment, m_configMap, source["configMapRef"_L1]["name"_L1]);
        add(Relation::ReadsEnvironment, m_secret, source["secretRef"_L1]["name"_L1]);
    }
    const auto single = container["env"_L1].toArray();
    for (const auto &one : single) {
        const auto from = one["valueFrom"_L1].toObject();
        add(Relation::ReadsEnvironment, m_configMap, from["configMapKeyRef"_L1]["name"_L1]);
        add(Relation::ReadsEnvironment, m_secret, from["secretKeyRef"_L1]["name"_L1]);
    }
}

void PodSpecReader::read(const QJsonObject &spec)
{
    addFar(Relation::RunsOn, {}, u"Node"_s, spec["nodeName"_L1]);
    auto account = spec["serviceAccountName"_L1];
    if (account.toString().isEmpty())
        account = spec["serviceAccount"_L1]; // its old name
    add(Relation::RunsAs, u"ServiceAccount"_s, account);
    addFar(Relation::HasPriority, u"scheduling.k8s.io"_s, u"PriorityClass"_s,
           spec["priorityClassName"_L1]);
    addFar(Relation::HasRuntime, u"node.k8s.io"_s, u"RuntimeClass"_s, spec["runtimeClassName"_L1]);
    const auto volumes = spec["volumes"_L1].toArray();
    for (const auto &one : volumes)
        volume(one.toObject());
    for (const auto key : {"initContainers"_L1, "containers"_L1, "ephemeralContainers"_L1}) {
        const auto containers = spec[key].toArray();
        for (const auto &one : containers)
            container(one.toObject());
    }
    const auto pulls = spec["imagePullSecrets"_L1].toArray();
    for (const auto &pull : pulls)
        add(Relation::PullsWith, m_secret, pull["name"_L1]);
}

} // namespace

void addPodSpec(ObjectRelations &relations, const QJsonObject &spec, const QString &podName)
{
    PodSpecReader(relations, podName).read(spec);
}

} // namespace kube
