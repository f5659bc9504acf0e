// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/describe/describe.h"

#include "workspace/describe/describewriter.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace workspace {

static bool isClusterScoped(const QString &kind)
{
    return kind == "Node"_L1 || kind == "Namespace"_L1 || kind == "PersistentVolume"_L1;
}

static void describeHead(DescribeWriter &out)
{
    const auto meta = out.object["metadata"_L1].toObject();
    out.field(u"Name"_s, meta["name"_L1].toString());
    if (!out.nameSpace.isEmpty())
        out.values(u"Namespace"_s, {{out.nameSpace, TextTone::Link, {u"v1"_s, u"Namespace"_s, {}, out.nameSpace}}});
    const auto created = meta["creationTimestamp"_L1].toString();
    if (!created.isEmpty())
        out.values(u"Created"_s, {{u"%1 (%2 ago)"_s.arg(created, out.age(created))}});
    const auto deleted = meta["deletionTimestamp"_L1].toString();
    if (!deleted.isEmpty())
        out.field(u"Terminating since"_s, deleted, TextTone::Warn);
    const auto owners = meta["ownerReferences"_L1].toArray();
    for (const auto &owner : owners) {
        const auto kind = owner["kind"_L1].toString();
        const auto name = owner["name"_L1].toString();
        out.values(owner["controller"_L1].toBool() ? u"Controlled by"_s : u"Owned by"_s,
                   {{kind + u'/' + name, TextTone::Link,
                     out.idOf(owner["apiVersion"_L1].toString(), kind, name, !isClusterScoped(kind))}});
    }
    out.map(u"Labels"_s, meta["labels"_L1].toObject());
    auto annotations = meta["annotations"_L1].toObject();
    annotations.remove("kubectl.kubernetes.io/last-applied-configuration"_L1); // the manifest again
    for (auto entry = annotations.begin(); entry != annotations.end(); ++entry) {
        const auto text = entry->toString();
        if (text.size() > 140)
            *entry = QString(text.left(140) + u'…');
    }
    out.map(u"Annotations"_s, annotations);
}

/// Whether a condition of this type is good news when it is True.
static bool isGoodWhenTrue(const QString &type)
{
    static const QStringList bad {u"MemoryPressure"_s, u"DiskPressure"_s, u"PIDPressure"_s,
                                  u"NetworkUnavailable"_s, u"Failed"_s, u"FailureTarget"_s,
                                  u"ReplicaFailure"_s, u"Degraded"_s, u"Stalled"_s, u"DisruptionTarget"_s};
    return !bad.contains(type);
}

static void describeConditions(DescribeWriter &out)
{
    const auto conditions = out.status["conditions"_L1].toArray();
    if (conditions.isEmpty())
        return;
    out.section(u"Conditions"_s);
    out.columns({u"Type"_s, u"Status"_s, u"Since"_s, u"Reason"_s, u"Message"_s});
    for (const auto &one : conditions) {
        const auto type = one["type"_L1].toString();
        const auto state = one["status"_L1].toString();
        const bool neutral = type == "Suspended"_L1 || type == "Progressing"_L1;
        const bool good = (state == "True"_L1) == isGoodWhenTrue(type);
        const auto tone = state == "Unknown"_L1 ? TextTone::Warn
            : good ? TextTone::Ok
            : neutral ? TextTone::Plain : TextTone::Error;
        auto since = one["lastTransitionTime"_L1].toString();
        if (since.isEmpty())
            since = one["lastUpdateTime"_L1].toString();
        out.row({{type}, {state, tone}, {out.age(since), TextTone::Dim}, {one["reason"_L1].toString()},
                 {one["message"_L1].toString().simplified(), TextTone::Dim}});
    }
}

static QString lastSeen(const QJsonObject &event)
{
    for (const auto key : {"lastTimestamp"_L1, "eventTime"_L1, "firstTimestamp"_L1}) {
        if (const auto time = event[key].toString(); !time.isEmpty())
            return time;
    }
    const auto series = event["series"_L1]["lastObservedTime"_L1].toString();
    return series.isEmpty() ? event["metadata"_L1]["creationTimestamp"_L1].toString() : series;
}

static void describeEvents(DescribeWriter &out, std::vector<QJsonObject> events)
{
    out.section(u"Events"_s);
    if (events.empty()) {
        out.field({}, u"none"_s, TextTone::Faint);
        return;
    }
    std::ranges::stable_sort(events, {}, lastSeen);
    out.columns({u"Type"_s, u"Reason"_s, u"Age"_s, u"From"_s, u"Message"_s});
    for (const auto &event : events) {
        const bool warning = event["type"_L1].toString() == "Warning"_L1;
        auto count = event["count"_L1].toInt(1);
        if (event.contains("series"_L1))
            count = qMax(count, event["series"_L1]["count"_L1].toInt(1));
        auto age = out.age(lastSeen(event));
        const auto first = event["firstTimestamp"_L1].toString();
        if (count > 1)
            age += first.isEmpty() ? u" (x%1)"_s.arg(count)
                                   : u" (x%1 over %2)"_s.arg(count).arg(out.age(first));
        auto from = event["source"_L1]["component"_L1].toString();
        if (from.isEmpty())
            from = event["reportingComponent"_L1].toString();
        out.row({{event["type"_L1].toString(), warning ? TextTone::Warn : TextTone::Dim},
                 {event["reason"_L1].toString(), warning ? TextTone::Warn : TextTone::Plain},
                 {age, TextTone::Dim}, {from, TextTone::Dim},
                 {event["message"_L1].toString().simplified()}});
    }
}

Description describe(const QJsonObject &object, const std::vector<QJsonObject> &events,
                     const QDateTime &now)
{
    static const QHash<QString, void (*)(DescribeWriter &)> forms {
        {u"v1/Pod"_s, describePod},
        {u"apps/v1/Deployment"_s, describeDeployment},
        {u"apps/v1/ReplicaSet"_s, describeReplicaSet},
        {u"apps/v1/StatefulSet"_s, describeStatefulSet},
        {u"apps/v1/DaemonSet"_s, describeDaemonSet},
        {u"batch/v1/Job"_s, describeJob},
        {u"batch/v1/CronJob"_s, describeCronJob},
        {u"batch/v1beta1/CronJob"_s, describeCronJob},
        {u"v1/Service"_s, describeService},
        {u"v1/Node"_s, describeNode},
        {u"v1/ConfigMap"_s, describeConfigMap},
        {u"v1/Secret"_s, describeSecret},
        {u"v1/PersistentVolumeClaim"_s, describeClaim},
        {u"networking.k8s.io/v1/Ingress"_s, describeIngress},
        {u"v1/Namespace"_s, describeNamespace},
    };
    DescribeWriter out(object, now);
    describeHead(out);
    describeConditions(out);
    const auto kind = object["apiVersion"_L1].toString() + u'/' + object["kind"_L1].toString();
    forms.value(kind, describeOther)(out);
    describeEvents(out, events);
    return std::move(out.result);
}

} // namespace workspace
