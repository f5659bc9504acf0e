// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/describe/describe.h"

#include "kube/relations/objectkey.h"
#include "workspace/describe/describewriter.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace workspace {

/// A long or many-line annotation stands below its key; the manifest, which kubectl keeps in one,
/// is left out.
static void describeAnnotations(DescribeWriter &out, QJsonObject annotations)
{
    static constexpr int longest = 140;
    annotations.remove("kubectl.kubernetes.io/last-applied-configuration"_L1);
    QStringList lines;
    for (auto entry = annotations.begin(); entry != annotations.end(); ++entry) {
        auto text = entry->toString();
        if (text.endsWith(u'\n'))
            text.chop(1);
        if (text.size() + entry.key().size() + 2 <= longest && !text.contains(u'\n')) {
            lines.append(entry.key() + u": "_s + text);
            continue;
        }
        lines.append(entry.key() + u':');
        const auto parts = text.split(u'\n');
        for (const auto &part : parts)
            lines.append(part.size() > longest - 2 ? QString(part.left(longest - 2) + u"..."_s)
                                                   : part);
    }
    out.texts(u"Annotations"_s, lines);
}

static void describeHead(DescribeWriter &out)
{
    const auto &meta = out.meta;
    out.field(u"Name"_s, meta["name"_L1].toString());
    if (!out.nameSpace.isEmpty())
        out.values(u"Namespace"_s,
                   {{out.nameSpace, TextTone::Link, {u"v1"_s, u"Namespace"_s, {}, out.nameSpace}}});
    const auto created = meta["creationTimestamp"_L1].toString();
    out.time(u"Created"_s, created);
    const auto deleted = meta["deletionTimestamp"_L1].toString();
    if (!deleted.isEmpty())
        out.field(u"Terminating since"_s, deleted, TextTone::Warn);
    const auto owners = meta["ownerReferences"_L1].toArray();
    for (const auto &owner : owners) {
        const auto version = owner["apiVersion"_L1].toString();
        const auto kind = owner["kind"_L1].toString();
        const auto name = owner["name"_L1].toString();
        out.values(owner["controller"_L1].toBool() ? u"Controlled By"_s : u"Owned By"_s,
                   {{kind + u'/' + name, TextTone::Link,
                     out.idOf(version, kind, name,
                              !kube::isClusterScoped(kube::groupOf(version), kind))}});
    }
    out.map(u"Labels"_s, meta["labels"_L1].toObject());
    describeAnnotations(out, meta["annotations"_L1].toObject());
}

/// Whether a condition of this type is good news when it is True.
static bool isGoodWhenTrue(const QString &type)
{
    static const QStringList bad{u"MemoryPressure"_s,     u"DiskPressure"_s, u"PIDPressure"_s,
                                 u"NetworkUnavailable"_s, u"Failed"_s,       u"FailureTarget"_s,
                                 u"ReplicaFailure"_s,     u"Degraded"_s,     u"Stalled"_s,
                                 u"DisruptionTarget"_s};
    return !bad.contains(type);
}

static TextTone toneOf(const QString &type, const QString &state)
{
    if (state == "Unknown"_L1)
        return TextTone::Warn;
    if ((state == "True"_L1) == isGoodWhenTrue(type))
        return TextTone::Ok;
    const bool neutral = type == "Suspended"_L1 || type == "Progressing"_L1;
    return neutral ? TextTone::Plain : TextTone::Error;
}

static void describeConditions(DescribeWriter &out)
{
    const auto conditions = out.status["conditions"_L1].toArray();
    if (conditions.isEmpty())
        return;
    const bool beats = std::ranges::any_of(
        conditions, [](const QJsonValue &one) { return one["lastHeartbeatTime"_L1].isString(); });
    out.section(u"Conditions"_s);
    if (beats)
        out.columns({u"Type"_s, u"Status"_s, u"Last Heartbeat"_s, u"Last Transition"_s, u"Reason"_s,
                     u"Message"_s});
    else
        out.columns({u"Type"_s, u"Status"_s, u"Since"_s, u"Reason"_s, u"Message"_s});
    for (const auto &one : conditions) {
        const auto type = one["type"_L1].toString();
        const auto state = one["status"_L1].toString();
        auto since = one["lastTransitionTime"_L1].toString();
        if (since.isEmpty())
            since = one["lastUpdateTime"_L1].toString();
        std::vector<DescribedValue> row{{type}, {state, toneOf(type, state)}};
        if (beats)
            row.push_back({out.timeText(one["lastHeartbeatTime"_L1].toString()), TextTone::Dim});
        row.push_back({beats ? out.timeText(since) : out.age(since), TextTone::Dim});
        row.push_back({one["reason"_L1].toString()});
        row.push_back({one["message"_L1].toString().simplified(), TextTone::Dim});
        out.row(std::move(row));
    }
}

static void describeEvents(DescribeWriter &out, const std::vector<kube::EventGroup> &events)
{
    out.section(u"Events"_s);
    if (events.empty()) {
        out.field({}, u"none"_s, TextTone::Faint);
        return;
    }
    out.columns({u"Type"_s, u"Reason"_s, u"Age"_s, u"From"_s, u"Message"_s});
    for (const auto &event : events) {
        auto age = out.age(event.last);
        if (event.count > 1)
            age += event.first < event.last
                ? u" (x%1 over %2)"_s.arg(event.count).arg(out.age(event.first))
                : u" (x%1)"_s.arg(event.count);
        const bool warning = event.isWarning();
        out.row({{event.type, warning ? TextTone::Warn : TextTone::Dim},
                 {event.reason, warning ? TextTone::Warn : TextTone::Plain},
                 {age, TextTone::Dim},
                 {event.source, TextTone::Dim},
                 {event.message.simplified()}});
    }
}

using Form = void (*)(DescribeWriter &);

/// By group and kind: a kind reads alike in all its versions.
static Form formOf(const QString &group, const QString &kind)
{
    static const QHash<QString, Form> forms{
        {u"/Pod"_s, describePod},
        {u"/ReplicationController"_s, describeReplicaSet},
        {u"/Service"_s, describeService},
        {u"/Endpoints"_s, describeEndpoints},
        {u"/Node"_s, describeNode},
        {u"/Namespace"_s, describeNamespace},
        {u"/ConfigMap"_s, describeConfigMap},
        {u"/Secret"_s, describeSecret},
        {u"/PersistentVolumeClaim"_s, describeClaim},
        {u"/PersistentVolume"_s, describeVolume},
        {u"/ServiceAccount"_s, describeAccount},
        {u"/ResourceQuota"_s, describeQuota},
        {u"/LimitRange"_s, describeLimitRange},
        {u"/Event"_s, describeEvent},
        {u"events.k8s.io/Event"_s, describeEvent},
        {u"apps/Deployment"_s, describeDeployment},
        {u"apps/ReplicaSet"_s, describeReplicaSet},
        {u"apps/StatefulSet"_s, describeStatefulSet},
        {u"apps/DaemonSet"_s, describeDaemonSet},
        {u"batch/Job"_s, describeJob},
        {u"batch/CronJob"_s, describeCronJob},
        {u"autoscaling/HorizontalPodAutoscaler"_s, describeAutoscaler},
        {u"policy/PodDisruptionBudget"_s, describeBudget},
        {u"networking.k8s.io/Ingress"_s, describeIngress},
        {u"networking.k8s.io/IngressClass"_s, describeIngressClass},
        {u"networking.k8s.io/NetworkPolicy"_s, describeNetworkPolicy},
        {u"discovery.k8s.io/EndpointSlice"_s, describeEndpointSlice},
        {u"storage.k8s.io/StorageClass"_s, describeStorageClass},
        {u"scheduling.k8s.io/PriorityClass"_s, describePriorityClass},
        {u"rbac.authorization.k8s.io/Role"_s, describeRole},
        {u"rbac.authorization.k8s.io/ClusterRole"_s, describeRole},
        {u"rbac.authorization.k8s.io/RoleBinding"_s, describeBinding},
        {u"rbac.authorization.k8s.io/ClusterRoleBinding"_s, describeBinding},
        {u"apiextensions.k8s.io/CustomResourceDefinition"_s, describeDefinition},
    };
    return forms.value(QString(group + u'/' + kind), describeOther);
}

Description describe(const QJsonObject &object, const std::vector<QJsonObject> &events,
                     const QDateTime &now, const Companions &companions)
{
    return describeGrouped(object, kube::grouped(events), now, companions);
}

Description describeGrouped(const QJsonObject &object, const std::vector<kube::EventGroup> &events,
                            const QDateTime &now, const Companions &companions)
{
    DescribeWriter out(withMetrics(object), now, companions);
    describeHead(out);
    describeConditions(out);
    const auto key = kube::keyOf(object);
    formOf(key.group, key.kind)(out);
    describeEvents(out, events);
    return std::move(out.result);
}

} // namespace workspace
