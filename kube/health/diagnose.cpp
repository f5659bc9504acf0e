// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/health/diagnose.h"

#include "kube/apimachinery/labelselector.h"
#include "kube/health/judge.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace kube {
namespace {

using JudgeOf = Diagnosis (*)(const Judged &);

/// The group, without the version that the server prefers, and the kind.
const QHash<QString, JudgeOf> &judges()
{
    static const QHash<QString, JudgeOf> all{
        {u"/Pod"_s, diagnosePod},
        {u"apps/Deployment"_s, diagnoseDeployment},
        {u"apps/ReplicaSet"_s, diagnoseReplicaSet},
        {u"/ReplicationController"_s, diagnoseReplicaSet},
        {u"apps/StatefulSet"_s, diagnoseStatefulSet},
        {u"apps/DaemonSet"_s, diagnoseDaemonSet},
        {u"batch/Job"_s, diagnoseJob},
        {u"batch/CronJob"_s, diagnoseCronJob},
        {u"/Service"_s, diagnoseService},
        {u"networking.k8s.io/Ingress"_s, diagnoseIngress},
        {u"extensions/Ingress"_s, diagnoseIngress},
        {u"/PersistentVolumeClaim"_s, diagnoseClaim},
        {u"/PersistentVolume"_s, diagnoseVolume},
        {u"/Node"_s, diagnoseNode},
        {u"/Namespace"_s, diagnoseNamespace},
        {u"autoscaling/HorizontalPodAutoscaler"_s, diagnoseAutoscaler},
        {u"policy/PodDisruptionBudget"_s, diagnoseDisruptionBudget},
        {u"/ResourceQuota"_s, diagnoseQuota},
        {u"apiextensions.k8s.io/CustomResourceDefinition"_s, diagnoseDefinition},
        {u"/Event"_s, diagnoseEvent},
        {u"events.k8s.io/Event"_s, diagnoseEvent},
    };
    return all;
}

QString keyOf(const QJsonObject &object)
{
    const auto version = object["apiVersion"_L1].toString();
    const auto slash = version.indexOf(u'/');
    const auto group = slash < 0 ? QString() : version.left(slash);
    return group + u'/' + object["kind"_L1].toString();
}

} // namespace

Diagnosis diagnose(const QJsonObject &object, const Evidence &evidence)
{
    const Judged judged(object, evidence);
    const auto key = keyOf(object);
    const bool deleting = judged.meta["deletionTimestamp"_L1].isString();
    if (deleting && key != "/Pod"_L1 && key != "/Namespace"_L1)
        return diagnoseDeletion(judged);
    return judges().value(key, diagnoseOther)(judged);
}

QString selectorOf(const QJsonObject &object)
{
    static const QStringList kinds{u"/Service"_s,         u"/ReplicationController"_s,
                                   u"apps/Deployment"_s,  u"apps/ReplicaSet"_s,
                                   u"apps/StatefulSet"_s, u"apps/DaemonSet"_s,
                                   u"batch/Job"_s};
    const auto key = keyOf(object);
    const auto selector = object["spec"_L1]["selector"_L1].toObject();
    return kinds.contains(key) ? selectorTextOf(selector) : QString();
}

QStringList backendsOf(const QJsonObject &ingress)
{
    // networking.k8s.io/v1 has service.name, v1beta1 and extensions had serviceName.
    QStringList names;
    const auto take = [&names](const QJsonValue &backend) {
        const auto name = backend["service"_L1]["name"_L1].toString();
        names.append(name.isEmpty() ? backend["serviceName"_L1].toString() : name);
    };
    const auto spec = ingress["spec"_L1];
    take(spec["defaultBackend"_L1]);
    take(spec["backend"_L1]);
    const auto rules = spec["rules"_L1].toArray();
    for (const auto &rule : rules) {
        const auto paths = rule["http"_L1]["paths"_L1].toArray();
        for (const auto &path : paths)
            take(path["backend"_L1]);
    }
    names.removeAll(QString());
    names.removeDuplicates();
    return names;
}

} // namespace kube
