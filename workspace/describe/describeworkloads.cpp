// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/describe/describewriter.h"

using namespace Qt::StringLiterals;

namespace workspace {

static QString number(const QJsonValue &value)
{
    return QString::number(value.toInt());
}

void describeDeployment(DescribeWriter &out)
{
    const auto &status = out.status;
    const int unavailable = status["unavailableReplicas"_L1].toInt();
    out.section(u"Deployment"_s);
    out.field(u"Replicas"_s,
              u"%1 desired | %2 updated | %3 total | %4 available | %5 unavailable"_s.arg(
                  QString::number(out.spec["replicas"_L1].toInt(1)), number(status["updatedReplicas"_L1]),
                  number(status["replicas"_L1]), number(status["availableReplicas"_L1]),
                  QString::number(unavailable)),
              unavailable > 0 ? TextTone::Warn : TextTone::Plain);
    if (out.spec["paused"_L1].toBool())
        out.field(u"Rollout"_s, u"paused"_s, TextTone::Warn);
    out.field(u"Selector"_s, selectorText(out.spec["selector"_L1].toObject()));
    const auto strategy = out.spec["strategy"_L1].toObject();
    out.field(u"Strategy"_s, strategy["type"_L1].toString());
    const auto rolling = strategy["rollingUpdate"_L1].toObject();
    if (!rolling.isEmpty())
        out.field(u"Rolling update"_s, u"%1 max unavailable, %2 max surge"_s.arg(
                      inLine(rolling["maxUnavailable"_L1]), inLine(rolling["maxSurge"_L1])));
    if (const int ready = out.spec["minReadySeconds"_L1].toInt(); ready > 0)
        out.field(u"Min ready seconds"_s, QString::number(ready));
    out.field(u"Revision"_s, out.object["metadata"_L1]["annotations"_L1]["deployment.kubernetes.io/revision"_L1].toString());
    describePodTemplate(out, out.spec["template"_L1].toObject());
}

void describeReplicaSet(DescribeWriter &out)
{
    out.section(u"ReplicaSet"_s);
    out.field(u"Replicas"_s, u"%1 current / %2 desired, %3 ready"_s.arg(
                  number(out.status["replicas"_L1]), QString::number(out.spec["replicas"_L1].toInt(1)),
                  number(out.status["readyReplicas"_L1])));
    out.field(u"Selector"_s, selectorText(out.spec["selector"_L1].toObject()));
    describePodTemplate(out, out.spec["template"_L1].toObject());
}

void describeStatefulSet(DescribeWriter &out)
{
    out.section(u"StatefulSet"_s);
    out.field(u"Replicas"_s, u"%1 desired | %2 total | %3 ready | %4 updated"_s.arg(
                  QString::number(out.spec["replicas"_L1].toInt(1)), number(out.status["replicas"_L1]),
                  number(out.status["readyReplicas"_L1]), number(out.status["updatedReplicas"_L1])));
    out.link(u"Service"_s, u"v1"_s, u"Service"_s, out.spec["serviceName"_L1].toString());
    out.field(u"Selector"_s, selectorText(out.spec["selector"_L1].toObject()));
    out.field(u"Update strategy"_s, out.spec["updateStrategy"_L1]["type"_L1].toString());
    out.field(u"Pod management"_s, out.spec["podManagementPolicy"_L1].toString());
    QStringList claims;
    const auto list = out.spec["volumeClaimTemplates"_L1].toArray();
    for (const auto &one : list)
        claims.append(u"%1: %2 %3"_s.arg(one["metadata"_L1]["name"_L1].toString(),
                                         inLine(one["spec"_L1]["resources"_L1]["requests"_L1]["storage"_L1]),
                                         inLine(one["spec"_L1]["accessModes"_L1])));
    out.texts(u"Volume claims"_s, claims);
    describePodTemplate(out, out.spec["template"_L1].toObject());
}

void describeDaemonSet(DescribeWriter &out)
{
    const auto &status = out.status;
    out.section(u"DaemonSet"_s);
    out.field(u"Nodes"_s, u"%1 desired | %2 current | %3 ready | %4 up to date | %5 misscheduled"_s.arg(
                  number(status["desiredNumberScheduled"_L1]), number(status["currentNumberScheduled"_L1]),
                  number(status["numberReady"_L1]), number(status["updatedNumberScheduled"_L1]),
                  number(status["numberMisscheduled"_L1])));
    out.field(u"Selector"_s, selectorText(out.spec["selector"_L1].toObject()));
    out.field(u"Update strategy"_s, out.spec["updateStrategy"_L1]["type"_L1].toString());
    describePodTemplate(out, out.spec["template"_L1].toObject());
}

static void describeJobSpec(DescribeWriter &out, const QJsonObject &spec)
{
    out.field(u"Parallelism"_s, inLine(spec["parallelism"_L1]));
    out.field(u"Completions"_s, inLine(spec["completions"_L1]));
    out.field(u"Back-off limit"_s, inLine(spec["backoffLimit"_L1]));
    out.field(u"Active deadline"_s, inLine(spec["activeDeadlineSeconds"_L1]));
}

void describeJob(DescribeWriter &out)
{
    out.section(u"Job"_s);
    const int failed = out.status["failed"_L1].toInt();
    out.field(u"Pods"_s, u"%1 active | %2 succeeded | %3 failed"_s.arg(
                  number(out.status["active"_L1]), number(out.status["succeeded"_L1]), QString::number(failed)),
              failed > 0 ? TextTone::Warn : TextTone::Plain);
    const auto started = out.status["startTime"_L1].toString();
    if (!started.isEmpty())
        out.field(u"Started"_s, u"%1 ago"_s.arg(out.age(started)));
    const auto done = out.status["completionTime"_L1].toString();
    if (!done.isEmpty())
        out.field(u"Completed"_s, u"%1 ago"_s.arg(out.age(done)));
    describeJobSpec(out, out.spec);
    out.field(u"Selector"_s, selectorText(out.spec["selector"_L1].toObject()));
    describePodTemplate(out, out.spec["template"_L1].toObject());
}

void describeCronJob(DescribeWriter &out)
{
    out.section(u"CronJob"_s);
    out.field(u"Schedule"_s, out.spec["schedule"_L1].toString());
    out.field(u"Time zone"_s, out.spec["timeZone"_L1].toString());
    const bool suspended = out.spec["suspend"_L1].toBool();
    out.field(u"Suspended"_s, suspended ? u"True"_s : u"False"_s, suspended ? TextTone::Warn : TextTone::Plain);
    out.field(u"Concurrency"_s, out.spec["concurrencyPolicy"_L1].toString());
    const auto last = out.status["lastScheduleTime"_L1].toString();
    if (!last.isEmpty())
        out.field(u"Last schedule"_s, u"%1 ago"_s.arg(out.age(last)));
    std::vector<DescribedValue> active;
    const auto list = out.status["active"_L1].toArray();
    for (const auto &one : list) {
        const auto name = one["name"_L1].toString();
        active.push_back({name, TextTone::Link, out.idOf(u"batch/v1"_s, u"Job"_s, name)});
    }
    if (!active.empty())
        out.values(u"Active jobs"_s, std::move(active));
    const auto job = out.spec["jobTemplate"_L1]["spec"_L1].toObject();
    describeJobSpec(out, job);
    describePodTemplate(out, job["template"_L1].toObject());
}

} // namespace workspace
