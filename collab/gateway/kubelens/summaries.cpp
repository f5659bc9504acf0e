// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/gateway/kubelens/summaries.h"

#include "kube/apimachinery/labelselector.h"
#include "kube/apimachinery/podcontainers.h"
#include "kube/apimachinery/quantity.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gateway::kubelens {

namespace {

QString maskText()
{
    return u"••••"_s;
}

/// "PASSWORD", "API_KEY", "dbToken".
bool isNamedLikeASecret(const QString &name)
{
    static const QRegularExpression words(
        u"pass(word|wd|phrase)?|secret|token|credential|private|api_?key|access_?key|auth|dsn|"
        "connection_?string|_url$|_uri$"_s,
        QRegularExpression::CaseInsensitiveOption);
    return words.match(name).hasMatch();
}

QJsonObject statusOf(const QJsonObject &pod, const QString &container)
{
    for (const auto list :
         {"containerStatuses"_L1, "initContainerStatuses"_L1, "ephemeralContainerStatuses"_L1}) {
        for (const auto &status : pod["status"_L1][list].toArray()) {
            if (status["name"_L1].toString() == container)
                return status.toObject();
        }
    }
    return {};
}

/// {"state": "running", "reason": …}.
void addState(QJsonObject &summary, const QJsonObject &status)
{
    const auto state = status["state"_L1].toObject();
    const auto name = state.isEmpty() ? u"waiting"_s : state.keys().first();
    const auto what = state[name].toObject();
    summary.insert(u"state"_s, name);
    summary.insert(u"reason"_s, what["reason"_L1].toString());
    summary.insert(u"startedAt"_s, what["startedAt"_L1].toString());
    summary.insert(u"finishedAt"_s, what["finishedAt"_L1].toString());
    if (what.contains("exitCode"_L1))
        summary.insert(u"exitCode"_s, what["exitCode"_L1].toInt());
}

/// The reason of a container that keeps the pod from working.
QString phaseOf(const QJsonObject &pod)
{
    if (!pod["metadata"_L1]["deletionTimestamp"_L1].toString().isEmpty())
        return u"Terminating"_s;
    for (const auto &status : pod["status"_L1]["containerStatuses"_L1].toArray()) {
        const auto waiting = status["state"_L1]["waiting"_L1]["reason"_L1].toString();
        if (!waiting.isEmpty())
            return waiting;
        const auto ended = status["state"_L1]["terminated"_L1].toObject();
        if (!ended.isEmpty() && ended["exitCode"_L1].toInt() != 0)
            return ended["reason"_L1].toString(u"Error"_s);
    }
    return pod["status"_L1]["phase"_L1].toString(u"Unknown"_s);
}

/// The workload that a pod belongs to, as far as the pod tells.
QString appOf(const QJsonObject &pod)
{
    const auto labels = pod["metadata"_L1]["labels"_L1].toObject();
    for (const auto &owner : pod["metadata"_L1]["ownerReferences"_L1].toArray()) {
        if (!owner["controller"_L1].toBool())
            continue;
        const auto name = owner["name"_L1].toString();
        const auto hash = labels["pod-template-hash"_L1].toString();
        const bool isOfDeployment = owner["kind"_L1].toString() == "ReplicaSet"_L1
            && !hash.isEmpty() && name.endsWith(u'-' + hash);
        return isOfDeployment ? name.chopped(hash.size() + 1) : name;
    }
    return {};
}

QJsonArray variablesOf(const QJsonObject &container, bool isRevealing)
{
    QJsonArray variables;
    for (const auto &variable : container["env"_L1].toArray()) {
        const auto name = variable["name"_L1].toString();
        QJsonObject shown{{u"name"_s, name}};
        const auto from = variable["valueFrom"_L1].toObject();
        if (!from.isEmpty())
            shown.insert(u"valueFrom"_s, from);
        else if (isRevealing || !isNamedLikeASecret(name))
            shown.insert(u"value"_s, variable["value"_L1].toString());
        else
            shown.insert(u"value"_s, maskText());
        variables.append(shown);
    }
    return variables;
}

QJsonObject containerDetails(const QJsonObject &pod, const QJsonObject &container, bool isRevealing)
{
    const auto name = container["name"_L1].toString();
    const auto status = statusOf(pod, name);
    QJsonObject details{{u"name"_s, name},
                        {u"image"_s, container["image"_L1].toString()},
                        {u"imageId"_s, status["imageID"_L1].toString()},
                        {u"ready"_s, status["ready"_L1].toBool()},
                        {u"restarts"_s, status["restartCount"_L1].toInt()},
                        {u"ports"_s, container["ports"_L1].toArray()},
                        {u"resources"_s, container["resources"_L1].toObject()},
                        {u"volumeMounts"_s, container["volumeMounts"_L1].toArray()},
                        {u"env"_s, variablesOf(container, isRevealing)}};
    addState(details, status);
    return details;
}

QJsonObject meta(const QJsonObject &object)
{
    return object["metadata"_L1].toObject();
}

QJsonObject beginningOf(const QJsonObject &object)
{
    return {{u"name"_s, meta(object)["name"_L1].toString()},
            {u"namespace"_s, meta(object)["namespace"_L1].toString()},
            {u"createdAt"_s, meta(object)["creationTimestamp"_L1].toString()},
            {u"labels"_s, meta(object)["labels"_L1].toObject()}};
}

QJsonObject usageOf(qint64 nanoCores, qint64 bytes)
{
    return {{u"cpuMillicores"_s, double(nanoCores) / 1e6}, {u"memoryBytes"_s, bytes}};
}

} // namespace

QJsonObject podSummary(const QJsonObject &pod)
{
    int ready = 0;
    int restarts = 0;
    for (const auto &status : pod["status"_L1]["containerStatuses"_L1].toArray()) {
        ready += status["ready"_L1].toBool() ? 1 : 0;
        restarts += status["restartCount"_L1].toInt();
    }
    auto summary = beginningOf(pod);
    const auto all = pod["spec"_L1]["containers"_L1].toArray().size();
    summary.insert(u"phase"_s, phaseOf(pod));
    summary.insert(u"ready"_s, u"%1/%2"_s.arg(ready).arg(all));
    summary.insert(u"restarts"_s, restarts);
    summary.insert(u"node"_s, pod["spec"_L1]["nodeName"_L1].toString());
    summary.insert(u"ip"_s, pod["status"_L1]["podIP"_L1].toString());
    summary.insert(u"app"_s, appOf(pod));
    summary.insert(u"containers"_s, QJsonArray::fromStringList(kube::containersOf(pod)));
    return summary;
}

QJsonObject podDetails(const QJsonObject &pod, bool isRevealing)
{
    auto details = podSummary(pod);
    const auto spec = pod["spec"_L1].toObject();
    QJsonArray containers;
    for (const auto list : {"initContainers"_L1, "containers"_L1}) {
        for (const auto &container : spec[list].toArray()) {
            auto one = containerDetails(pod, container.toObject(), isRevealing);
            one.insert(u"isInit"_s, list == "initContainers"_L1);
            containers.append(one);
        }
    }
    auto annotations = meta(pod)["annotations"_L1].toObject();
    if (!isRevealing)
        annotations.remove(u"kubectl.kubernetes.io/last-applied-configuration"_s);
    details.insert(u"uid"_s, meta(pod)["uid"_L1].toString());
    details.insert(u"annotations"_s, annotations);
    details.insert(u"ownerReferences"_s, meta(pod)["ownerReferences"_L1].toArray());
    details.insert(u"serviceAccount"_s, spec["serviceAccountName"_L1].toString());
    details.insert(u"volumes"_s, spec["volumes"_L1].toArray());
    details.insert(u"conditions"_s, pod["status"_L1]["conditions"_L1].toArray());
    details.insert(u"qosClass"_s, pod["status"_L1]["qosClass"_L1].toString());
    details.insert(u"containers"_s, containers);
    return details;
}

QJsonObject appSummary(const QJsonObject &object, const QString &kind)
{
    const auto spec = object["spec"_L1].toObject();
    const auto status = object["status"_L1].toObject();
    QJsonArray images;
    for (const auto &one : spec["template"_L1]["spec"_L1]["containers"_L1].toArray())
        images.append(one["image"_L1].toString());
    const bool isDaemonSet = kind == "DaemonSet"_L1;
    const bool isJob = kind == "Job"_L1;
    const auto desired = isDaemonSet ? status["desiredNumberScheduled"_L1].toInt()
        : isJob                      ? spec["completions"_L1].toInt(1)
                                     : spec["replicas"_L1].toInt(1);
    const auto ready = isDaemonSet ? status["numberReady"_L1].toInt()
        : isJob                    ? status["succeeded"_L1].toInt()
                                   : status["readyReplicas"_L1].toInt();
    auto summary = beginningOf(object);
    summary.insert(u"kind"_s, kind);
    summary.insert(u"replicas"_s, QJsonObject{{u"desired"_s, desired}, {u"ready"_s, ready}});
    summary.insert(u"images"_s, images);
    summary.insert(u"selector"_s, kube::selectorTextOf(spec["selector"_L1].toObject()));
    return summary;
}

QJsonObject podMetrics(const QJsonObject &metrics)
{
    QJsonArray containers;
    qint64 nanoCores = 0;
    qint64 bytes = 0;
    for (const auto &container : metrics["containers"_L1].toArray()) {
        const auto cpu = kube::Quantity::parse(container["usage"_L1]["cpu"_L1].toString());
        const auto memory = kube::Quantity::parse(container["usage"_L1]["memory"_L1].toString());
        auto usage = usageOf(cpu ? cpu->nanoValue() : 0, memory ? memory->value() : 0);
        usage.insert(u"name"_s, container["name"_L1].toString());
        containers.append(usage);
        nanoCores += cpu ? cpu->nanoValue() : 0;
        bytes += memory ? memory->value() : 0;
    }
    auto summary = usageOf(nanoCores, bytes);
    summary.insert(u"name"_s, meta(metrics)["name"_L1].toString());
    summary.insert(u"namespace"_s, meta(metrics)["namespace"_L1].toString());
    summary.insert(u"timestamp"_s, metrics["timestamp"_L1].toString());
    summary.insert(u"window"_s, metrics["window"_L1].toString());
    summary.insert(u"containers"_s, containers);
    return summary;
}

QStringList secretsOf(const QJsonObject &pod)
{
    QStringList names;
    const auto spec = pod["spec"_L1].toObject();
    for (const auto &volume : spec["volumes"_L1].toArray()) {
        names.append(volume["secret"_L1]["secretName"_L1].toString());
        for (const auto &source : volume["projected"_L1]["sources"_L1].toArray())
            names.append(source["secret"_L1]["name"_L1].toString());
    }
    for (const auto list : {"initContainers"_L1, "containers"_L1}) {
        for (const auto &container : spec[list].toArray()) {
            for (const auto &variable : container["env"_L1].toArray())
                names.append(variable["valueFrom"_L1]["secretKeyRef"_L1]["name"_L1].toString());
            for (const auto &from : container["envFrom"_L1].toArray())
                names.append(from["secretRef"_L1]["name"_L1].toString());
        }
    }
    names.removeAll(QString());
    names.removeDuplicates();
    names.sort();
    return names;
}

QJsonObject secretSummary(const QJsonObject &secret, bool isRevealing)
{
    QJsonObject data;
    const auto values = secret["data"_L1].toObject();
    for (auto value = values.begin(); value != values.end(); ++value)
        data.insert(value.key(), isRevealing ? value->toString() : QString());
    return {{u"name"_s, meta(secret)["name"_L1].toString()},
            {u"type"_s, secret["type"_L1].toString()},
            {u"masked"_s, !isRevealing},
            {u"data"_s, data}};
}

} // namespace gateway::kubelens
