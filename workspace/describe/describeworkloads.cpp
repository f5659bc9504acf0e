// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/describe/describewriter.h"

#include "kube/apimachinery/controllerref.h"
#include "kube/apimachinery/humanduration.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace workspace {

static QString number(const QJsonValue &value)
{
    return QString::number(value.toInt());
}

/// "2 Running / 1 Waiting / 0 Succeeded / 0 Failed", of the pods this object controls.
static void describePodStatuses(DescribeWriter &out)
{
    const auto label = u"Pods Status"_s;
    if (out.sayMissing(label, u"Pod"_s))
        return;
    const auto *pods = out.companions.of(u"Pod"_s);
    if (!pods)
        return;
    std::map<QString, int> counts;
    const auto uid = out.meta["uid"_L1].toString();
    for (const auto &pod : *pods) {
        if (kube::isControlledBy(pod, uid))
            ++counts[pod["status"_L1]["phase"_L1].toString()];
    }
    const int failed = counts[u"Failed"_s];
    out.field(label,
              u"%1 Running / %2 Waiting / %3 Succeeded / %4 Failed"_s.arg(counts[u"Running"_s])
                  .arg(counts[u"Pending"_s])
                  .arg(counts[u"Succeeded"_s])
                  .arg(failed),
              failed > 0 ? TextTone::Warn : TextTone::Plain);
}

/// A template without the label that tells replica sets apart.
static QJsonObject comparable(const QJsonObject &workload)
{
    auto podTemplate = workload["spec"_L1]["template"_L1].toObject();
    auto meta = podTemplate["metadata"_L1].toObject();
    auto labels = meta["labels"_L1].toObject();
    labels.remove("pod-template-hash"_L1);
    meta["labels"_L1] = labels;
    podTemplate["metadata"_L1] = meta;
    return podTemplate;
}

static DescribedValue replicaSetValue(const DescribeWriter &out, const QJsonObject &set)
{
    const auto name = set["metadata"_L1]["name"_L1].toString();
    return {u"%1 (%2/%3 replicas created)"_s.arg(name, number(set["status"_L1]["replicas"_L1]),
                                                 inLine(set["spec"_L1]["replicas"_L1])),
            TextTone::Link, out.idOf(u"apps/v1"_s, u"ReplicaSet"_s, name)};
}

/// The new one has the deployment's own template; of several the oldest.
/// https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#updating-a-deployment
static void describeReplicaSets(DescribeWriter &out)
{
    if (out.sayMissing(u"NewReplicaSet"_s, u"ReplicaSet"_s))
        return;
    const auto *known = out.companions.of(u"ReplicaSet"_s);
    if (!known)
        return;
    const auto uid = out.meta["uid"_L1].toString();
    const auto wanted = comparable(out.object);
    std::vector<QJsonObject> sets;
    std::ranges::copy_if(*known, std::back_inserter(sets),
                         [&uid](const QJsonObject &set) { return kube::isControlledBy(set, uid); });
    std::ranges::sort(sets, {}, [](const QJsonObject &set) {
        return std::pair(set["metadata"_L1]["creationTimestamp"_L1].toString(),
                         set["metadata"_L1]["name"_L1].toString());
    });
    const auto newest = std::ranges::find(sets, wanted, comparable);
    std::vector<DescribedValue> old;
    for (auto set = sets.begin(); set != sets.end(); ++set) {
        if (set != newest)
            old.push_back(replicaSetValue(out, *set));
    }
    if (newest != sets.end())
        out.values(u"NewReplicaSet"_s, {replicaSetValue(out, *newest)});
    if (!old.empty())
        out.values(u"OldReplicaSets"_s, std::move(old));
}

void describeDeployment(DescribeWriter &out)
{
    const auto &status = out.status;
    const int unavailable = status["unavailableReplicas"_L1].toInt();
    out.section(u"Deployment"_s);
    out.field(u"Replicas"_s,
              u"%1 desired | %2 updated | %3 total | %4 available | %5 unavailable"_s.arg(
                  QString::number(out.spec["replicas"_L1].toInt(1)),
                  number(status["updatedReplicas"_L1]), number(status["replicas"_L1]),
                  number(status["availableReplicas"_L1]), QString::number(unavailable)),
              unavailable > 0 ? TextTone::Warn : TextTone::Plain);
    if (out.spec["paused"_L1].toBool())
        out.field(u"Rollout"_s, u"paused"_s, TextTone::Warn);
    out.field(u"Selector"_s, selectorText(out.spec["selector"_L1].toObject()));
    const auto strategy = out.spec["strategy"_L1].toObject();
    out.value(u"StrategyType"_s, strategy["type"_L1]);
    out.field(u"MinReadySeconds"_s, number(out.spec["minReadySeconds"_L1]));
    const auto rolling = strategy["rollingUpdate"_L1].toObject();
    if (!rolling.isEmpty())
        out.field(u"RollingUpdateStrategy"_s,
                  u"%1 max unavailable, %2 max surge"_s.arg(inLine(rolling["maxUnavailable"_L1]),
                                                            inLine(rolling["maxSurge"_L1])));
    describeReplicaSets(out);
    describePodTemplate(out, out.spec["template"_L1].toObject());
}

void describeReplicaSet(DescribeWriter &out)
{
    out.section(out.object["kind"_L1].toString());
    out.field(u"Replicas"_s,
              u"%1 current / %2 desired"_s.arg(number(out.status["replicas"_L1]),
                                               QString::number(out.spec["replicas"_L1].toInt(1))));
    out.field(u"Ready Replicas"_s, number(out.status["readyReplicas"_L1]));
    describePodStatuses(out);
    out.field(u"Selector"_s, selectorText(out.spec["selector"_L1].toObject()));
    describePodTemplate(out, out.spec["template"_L1].toObject());
}

static void describeClaimTemplates(DescribeWriter &out, const QJsonArray &templates)
{
    if (templates.isEmpty())
        return;
    out.section(u"Volume Claims"_s);
    for (const auto &one : templates) {
        const auto spec = one["spec"_L1];
        out.value(u"Name"_s, one["metadata"_L1]["name"_L1]);
        out.deeper();
        out.link(u"StorageClass"_s, u"storage.k8s.io/v1"_s, u"StorageClass"_s,
                 spec["storageClassName"_L1].toString(), false);
        out.map(u"Labels"_s, one["metadata"_L1]["labels"_L1].toObject());
        out.map(u"Annotations"_s, one["metadata"_L1]["annotations"_L1].toObject());
        const auto size = inLine(spec["resources"_L1]["requests"_L1]["storage"_L1]);
        out.field(u"Capacity"_s, size.isEmpty() ? u"<default>"_s : size);
        out.field(u"Access Modes"_s, bracketed(spec["accessModes"_L1]));
        out.higher();
    }
}

void describeStatefulSet(DescribeWriter &out)
{
    out.section(u"StatefulSet"_s);
    out.field(u"Replicas"_s,
              u"%1 desired | %2 total"_s.arg(QString::number(out.spec["replicas"_L1].toInt(1)),
                                             number(out.status["replicas"_L1])));
    out.field(u"Ready Replicas"_s, number(out.status["readyReplicas"_L1]));
    describePodStatuses(out);
    out.link(u"Service"_s, u"v1"_s, u"Service"_s, out.spec["serviceName"_L1].toString());
    out.field(u"Selector"_s, selectorText(out.spec["selector"_L1].toObject()));
    const auto strategy = out.spec["updateStrategy"_L1];
    out.value(u"Update Strategy"_s, strategy["type"_L1]);
    out.deeper();
    out.value(u"Partition"_s, strategy["rollingUpdate"_L1]["partition"_L1]);
    out.value(u"MaxUnavailable"_s, strategy["rollingUpdate"_L1]["maxUnavailable"_L1]);
    out.higher();
    out.value(u"Pod Management"_s, out.spec["podManagementPolicy"_L1]);
    describePodTemplate(out, out.spec["template"_L1].toObject());
    describeClaimTemplates(out, out.spec["volumeClaimTemplates"_L1].toArray());
}

void describeDaemonSet(DescribeWriter &out)
{
    const auto &status = out.status;
    out.section(u"DaemonSet"_s);
    out.field(u"Desired Number of Nodes Scheduled"_s, number(status["desiredNumberScheduled"_L1]));
    out.field(u"Current Number of Nodes Scheduled"_s, number(status["currentNumberScheduled"_L1]));
    out.field(u"Number of Nodes Scheduled with Up-to-date Pods"_s,
              number(status["updatedNumberScheduled"_L1]));
    out.field(u"Number of Nodes Scheduled with Available Pods"_s,
              number(status["numberAvailable"_L1]));
    out.field(u"Number of Nodes Misscheduled"_s, number(status["numberMisscheduled"_L1]));
    describePodStatuses(out);
    out.field(u"Selector"_s, selectorText(out.spec["selector"_L1].toObject()));
    const auto podSpec = out.spec["template"_L1]["spec"_L1];
    out.field(u"Node-Selector"_s, joinedMap(podSpec["nodeSelector"_L1].toObject()));
    out.value(u"Update Strategy"_s, out.spec["updateStrategy"_L1]["type"_L1]);
    describePodTemplate(out, out.spec["template"_L1].toObject());
}

static void describeJobSpec(DescribeWriter &out, const QJsonObject &spec)
{
    if (spec["selector"_L1].isObject())
        out.field(u"Selector"_s, selectorText(spec["selector"_L1].toObject()));
    out.value(u"Parallelism"_s, spec["parallelism"_L1]);
    out.value(u"Completions"_s, spec["completions"_L1]);
    if (spec["activeDeadlineSeconds"_L1].isDouble())
        out.field(u"Active Deadline Seconds"_s, inLine(spec["activeDeadlineSeconds"_L1]) + u's');
}

static void describeJobTimes(DescribeWriter &out)
{
    out.time(u"Start Time"_s, out.status["startTime"_L1]);
    out.time(u"Completed At"_s, out.status["completionTime"_L1]);
    const auto start = QDateTime::fromString(out.status["startTime"_L1].toString(), Qt::ISODate);
    const auto end = QDateTime::fromString(out.status["completionTime"_L1].toString(), Qt::ISODate);
    if (start.isValid() && end.isValid())
        out.field(u"Duration"_s, kube::humanDuration(std::chrono::seconds(start.secsTo(end))));
}

void describeJob(DescribeWriter &out)
{
    out.section(u"Job"_s);
    const int failed = out.status["failed"_L1].toInt();
    const auto ready = out.status["ready"_L1];
    out.field(u"Pods Statuses"_s,
              u"%1 Active%2 / %3 Succeeded / %4 Failed"_s.arg(
                  number(out.status["active"_L1]),
                  ready.isDouble() ? u" (%1 Ready)"_s.arg(number(ready)) : QString(),
                  number(out.status["succeeded"_L1]), QString::number(failed)),
              failed > 0 ? TextTone::Warn : TextTone::Plain);
    describeJobTimes(out);
    describeJobSpec(out, out.spec);
    out.value(u"Completion Mode"_s, out.spec["completionMode"_L1]);
    out.value(u"Completed Indexes"_s, out.status["completedIndexes"_L1]);
    out.value(u"Suspend"_s, out.spec["suspend"_L1]);
    out.value(u"Backoff Limit"_s, out.spec["backoffLimit"_L1]);
    out.value(u"TTL Seconds After Finished"_s, out.spec["ttlSecondsAfterFinished"_L1]);
    describePodTemplate(out, out.spec["template"_L1].toObject());
}

void describeCronJob(DescribeWriter &out)
{
    out.section(u"CronJob"_s);
    out.value(u"Schedule"_s, out.spec["schedule"_L1]);
    out.value(u"Time Zone"_s, out.spec["timeZone"_L1]);
    out.value(u"Concurrency Policy"_s, out.spec["concurrencyPolicy"_L1]);
    const bool suspended = out.spec["suspend"_L1].toBool();
    out.field(u"Suspend"_s, yesNo(suspended), suspended ? TextTone::Warn : TextTone::Plain);
    out.value(u"Successful Job History Limit"_s, out.spec["successfulJobsHistoryLimit"_L1]);
    out.value(u"Failed Job History Limit"_s, out.spec["failedJobsHistoryLimit"_L1]);
    if (out.spec["startingDeadlineSeconds"_L1].isDouble())
        out.field(u"Starting Deadline Seconds"_s,
                  inLine(out.spec["startingDeadlineSeconds"_L1]) + u's');
    out.time(u"Last Schedule Time"_s, out.status["lastScheduleTime"_L1]);
    std::vector<DescribedValue> active;
    const auto list = out.status["active"_L1].toArray();
    for (const auto &one : list) {
        const auto name = one["name"_L1].toString();
        active.push_back({name, TextTone::Link, out.idOf(u"batch/v1"_s, u"Job"_s, name)});
    }
    if (!active.empty())
        out.values(u"Active Jobs"_s, std::move(active));
    const auto job = out.spec["jobTemplate"_L1]["spec"_L1].toObject();
    describeJobSpec(out, job);
    describePodTemplate(out, job["template"_L1].toObject());
}

} // namespace workspace
