// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/actions/changes.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace kube {
namespace {

constexpr auto MergePatch = "application/merge-patch+json";
constexpr auto StrategicPatch = "application/strategic-merge-patch+json";
constexpr qsizetype LongestJobName = 63;

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

Change patch(const ObjectTarget &target, const QJsonObject &body, const QStringList &kubectl,
             const char *type = MergePatch)
{
    return {.target = target, .contentType = type, .body = compact(body), .kubectl = kubectl};
}

QJsonObject inSpec(const QString &field, const QJsonValue &value)
{
    return {{u"spec"_s, QJsonObject{{field, value}}}};
}

/// The patch's way to the pod spec of a kind.
QJsonObject aroundPodSpec(const QString &kind, const QJsonObject &podSpec)
{
    if (kind == "Pod"_L1)
        return {{u"spec"_s, podSpec}};
    const QJsonObject workload = inSpec(u"template"_s, QJsonObject{{u"spec"_s, podSpec}});
    return kind == "CronJob"_L1 ? inSpec(u"jobTemplate"_s, workload) : workload;
}

QString nameOf(Propagation propagation)
{
    switch (propagation) {
    case Propagation::Background: return u"Background"_s;
    case Propagation::Foreground: return u"Foreground"_s;
    case Propagation::Orphan: return u"Orphan"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

Change editMetadata(const ObjectTarget &target, const std::vector<MetadataEdit> &edits,
                    const QString &command, const QString &field)
{
    QJsonObject values;
    QStringList kubectl{command, kubectlName(target), u"--overwrite"_s};
    for (const auto &edit : edits) {
        values.insert(edit.key, edit.value ? QJsonValue(*edit.value) : QJsonValue::Null);
        kubectl.append(edit.value ? QString(edit.key + u'=' + *edit.value)
                                  : QString(edit.key + u'-'));
    }
    return patch(target, {{u"metadata"_s, QJsonObject{{field, values}}}}, kubectl);
}

} // namespace

Change scaleTo(const ObjectTarget &target, int replicas)
{
    auto change =
        patch(target, inSpec(u"replicas"_s, replicas),
              {u"scale"_s, kubectlName(target), u"--replicas="_s + QString::number(replicas)});
    change.subresource = u"scale"_s;
    return change;
}

Change restart(const ObjectTarget &target, const QDateTime &now)
{
    const QJsonObject annotations{
        {u"kubectl.kubernetes.io/restartedAt"_s, now.toUTC().toString(Qt::ISODate)}};
    const QJsonObject meta{{u"annotations"_s, annotations}};
    return patch(target, inSpec(u"template"_s, QJsonObject{{u"metadata"_s, meta}}),
                 {u"rollout"_s, u"restart"_s, kubectlName(target)}, StrategicPatch);
}

Change setPaused(const ObjectTarget &target, bool paused)
{
    // Null, as kubectl resume sends it: the field goes.
    return patch(target, inSpec(u"paused"_s, paused ? QJsonValue(true) : QJsonValue::Null),
                 {u"rollout"_s, paused ? u"pause"_s : u"resume"_s, kubectlName(target)});
}

Change deletion(const ObjectTarget &target, const QString &uid, const DeleteChoices &choices)
{
    QJsonObject options{{u"apiVersion"_s, u"v1"_s},
                        {u"kind"_s, u"DeleteOptions"_s},
                        {u"propagationPolicy"_s, nameOf(choices.propagation)}};
    QStringList kubectl{u"delete"_s, kubectlName(target)};
    if (choices.propagation != Propagation::Background)
        kubectl << u"--cascade="_s + nameOf(choices.propagation).toLower();
    if (choices.force) {
        options.insert("gracePeriodSeconds"_L1, 0);
        kubectl << u"--force"_s << u"--grace-period=0"_s;
    } else if (choices.graceSeconds) {
        options.insert("gracePeriodSeconds"_L1, *choices.graceSeconds);
        kubectl << u"--grace-period="_s + QString::number(*choices.graceSeconds);
    }
    if (!uid.isEmpty())
        options.insert("preconditions"_L1, QJsonObject{{u"uid"_s, uid}});
    return {.target = target,
            .method = "DELETE",
            .contentType = "application/json",
            .body = compact(options),
            .kubectl = kubectl};
}

Change setSchedulable(const ObjectTarget &node, bool schedulable)
{
    return patch(node,
                 inSpec(u"unschedulable"_s, schedulable ? QJsonValue::Null : QJsonValue(true)),
                 {schedulable ? u"uncordon"_s : u"cordon"_s, node.name}, StrategicPatch);
}

Change eviction(const ObjectTarget &pod, const QString &policyVersion,
                std::optional<int> graceSeconds)
{
    QJsonObject body{
        {u"apiVersion"_s, QString(u"policy/"_s + policyVersion)},
        {u"kind"_s, u"Eviction"_s},
        {u"metadata"_s, QJsonObject{{u"name"_s, pod.name}, {u"namespace"_s, pod.nameSpace}}}};
    if (graceSeconds)
        body.insert("deleteOptions"_L1, QJsonObject{{u"gracePeriodSeconds"_s, *graceSeconds}});
    // kubectl has no command that evicts one pod; this one asks the same of the server.
    const QString path = pathOf(pod.ref(), u"eviction");
    return {.target = pod,
            .subresource = u"eviction"_s,
            .method = "POST",
            .contentType = "application/json",
            .body = compact(body),
            .kubectl = {u"create"_s, u"--raw="_s + path, u"-f"_s, u"eviction.json"_s}};
}

Change label(const ObjectTarget &target, const std::vector<MetadataEdit> &edits)
{
    return editMetadata(target, edits, u"label"_s, u"labels"_s);
}

Change annotate(const ObjectTarget &target, const std::vector<MetadataEdit> &edits)
{
    return editMetadata(target, edits, u"annotate"_s, u"annotations"_s);
}

Change setSuspended(const ObjectTarget &target, bool suspended)
{
    const auto body = inSpec(u"suspend"_s, suspended);
    return patch(target, body,
                 {u"patch"_s, kubectlName(target), u"-p"_s, QString::fromUtf8(compact(body))},
                 StrategicPatch);
}

QString triggeredName(const QString &cronJob)
{
    // The letters that Kubernetes itself makes names of: no vowels, so no words.
    static constexpr QLatin1StringView Letters("bcdfghjklmnpqrstvwxz2456789");
    QString suffix = u"-manual-"_s;
    for (int i = 0; i < 5; ++i)
        suffix += Letters[QRandomGenerator::global()->bounded(int(Letters.size()))];
    auto stem = cronJob.left(LongestJobName - suffix.size());
    while (stem.endsWith(u'.') || stem.endsWith(u'-'))
        stem.chop(1);
    return stem + suffix;
}

Change trigger(const ObjectTarget &cronJob, const QJsonObject &object, const ApiResource &jobs,
               const QString &name)
{
    const auto jobTemplate = object["spec"_L1]["jobTemplate"_L1];
    const auto templateMeta = jobTemplate["metadata"_L1];
    auto annotations = templateMeta["annotations"_L1].toObject();
    annotations.insert("cronjob.kubernetes.io/instantiate"_L1, u"manual"_s);
    QJsonObject meta{
        {u"name"_s, name}, {u"namespace"_s, cronJob.nameSpace}, {u"annotations"_s, annotations}};
    if (const auto labels = templateMeta["labels"_L1].toObject(); !labels.isEmpty())
        meta.insert("labels"_L1, labels);
    // Without blockOwnerDeletion, which would need rights on the CronJob's finalizers.
    const QJsonObject owner{{u"apiVersion"_s, cronJob.resource.apiVersion()},
                            {u"kind"_s, u"CronJob"_s},
                            {u"name"_s, cronJob.name},
                            {u"uid"_s, object["metadata"_L1]["uid"_L1]},
                            {u"controller"_s, true}};
    meta.insert("ownerReferences"_L1, QJsonArray{owner});
    auto change = creation({jobs, cronJob.nameSpace, name},
                           {{u"apiVersion"_s, jobs.apiVersion()},
                            {u"kind"_s, u"Job"_s},
                            {u"metadata"_s, meta},
                            {u"spec"_s, jobTemplate["spec"_L1]}});
    change.kubectl = {u"create"_s, u"job"_s, name, u"--from=cronjob/"_s + cronJob.name};
    return change;
}

Change setImages(const ObjectTarget &target, const std::vector<ImageEdit> &edits)
{
    QJsonArray containers;
    QJsonArray initContainers;
    QStringList kubectl{u"set"_s, u"image"_s, kubectlName(target)};
    for (const auto &edit : edits) {
        (edit.isInit ? initContainers : containers)
            .append(QJsonObject{{u"name"_s, edit.container}, {u"image"_s, edit.image}});
        kubectl << edit.container + u'=' + edit.image;
    }
    QJsonObject podSpec;
    if (!containers.isEmpty())
        podSpec.insert("containers"_L1, containers);
    if (!initContainers.isEmpty())
        podSpec.insert("initContainers"_L1, initContainers);
    return patch(target, aroundPodSpec(target.resource.kind, podSpec), kubectl, StrategicPatch);
}

Change creation(const ObjectTarget &target, const QJsonObject &object)
{
    return {.target = target,
            .method = "POST",
            .contentType = "application/json",
            .body = compact(object),
            .kubectl = {u"create"_s, u"-f"_s, kubectlKind(target.resource) + u".yaml"_s}};
}

QJsonObject podSpecOf(const QJsonObject &object)
{
    const auto kind = object["kind"_L1].toString();
    const auto spec = object["spec"_L1];
    if (kind == "Pod"_L1)
        return spec.toObject();
    const auto around = kind == "CronJob"_L1 ? spec["jobTemplate"_L1]["spec"_L1] : spec;
    return around["template"_L1]["spec"_L1].toObject();
}

} // namespace kube
