// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/describe/companions.h"
#include "workspace/describe/description.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>

namespace workspace {

/// What the forms of the kinds write into. Private to the sources of describe().
///
/// Labels and values are those of `kubectl describe`, so that who knows one can read the other;
/// what is empty is left out instead of being called <none>.
class DescribeWriter
{
public:
    /// `companions` is borrowed.
    DescribeWriter(const QJsonObject &object, const QDateTime &now, const Companions &companions);

    const QJsonObject object;
    const QJsonObject meta;
    const QJsonObject spec;
    const QJsonObject status;
    const QString nameSpace;
    const Companions &companions;
    Description result;

    void section(const QString &heading);
    /// A field with one text; nothing when it is empty.
    void field(const QString &label, const QString &text, TextTone tone = TextTone::Plain);
    /// The same of a JSON value in one line.
    void value(const QString &label, const QJsonValue &value);
    /// "2026-01-01T00:00:00Z (3h ago)".
    void time(const QString &label, const QJsonValue &value);
    void link(const QString &label, const QString &apiVersion, const QString &kind,
              const QString &name, bool namespaced = true);
    void values(const QString &label, std::vector<DescribedValue> values);
    void texts(const QString &label, const QStringList &texts);
    /// A label that heads fields deeper than itself, until higher().
    void group(const QString &label);
    /// "key=value" below each other.
    void map(const QString &label, const QJsonObject &object);
    /// A group of "key: value".
    void entries(const QString &label, const QJsonObject &object);
    void tree(const QString &label, const QJsonValue &value);
    void columns(const QStringList &columns);
    void row(std::vector<DescribedValue> cells);
    /// Says so when companions of this kind could not be read; true when it did.
    bool sayMissing(const QString &label, const QString &kind);

    void deeper() { ++m_depth; }
    void higher() { --m_depth; }

    QString age(const QString &time) const; ///< "3m12s"; empty when the text is no time
    QString timeText(const QString &time) const;
    QString age(qint64 milliseconds) const; ///< of a time since the epoch
    ObjectId idOf(const QString &apiVersion, const QString &kind, const QString &name,
                  bool namespaced = true) const;

private:
    QDateTime m_now;
    int m_depth = 0;
};

/// A JSON value in one line: a text as it is, a map as "a=b, c=d".
QString inLine(const QJsonValue &value);
/// "[a b]", as Go prints a list.
QString bracketed(const QJsonValue &list);
/// "a=b,c=d".
QString joinedMap(const QJsonObject &map);
/// "containerPort" → "Container Port", as kubectl titles the fields of kinds it does not know.
QString titled(const QString &key);
/// A label selector: "app=web,tier in (a,b)".
QString selectorText(const QJsonObject &selector);
/// "RWO,ROX".
QString accessModes(const QJsonValue &modes);
QString yesNo(bool value); ///< "True" or "False"

void describePod(DescribeWriter &out);
void describePodTemplate(DescribeWriter &out, const QJsonObject &podTemplate);
void describeContainers(DescribeWriter &out, const QString &heading, const QJsonArray &containers,
                        const QJsonArray &statuses);
void describeVolumes(DescribeWriter &out, const QJsonArray &volumes);
/// The fields of a volume's source, of a pod or a persistent volume.
void describeVolumeSource(DescribeWriter &out, const QJsonObject &volume);
void describeScheduling(DescribeWriter &out, const QJsonObject &podSpec);
/// "node.kubernetes.io/not-ready:NoExecute op=Exists for 300s".
QString tolerationText(const QJsonValue &toleration);

void describeDeployment(DescribeWriter &out);
void describeReplicaSet(DescribeWriter &out);
void describeStatefulSet(DescribeWriter &out);
void describeDaemonSet(DescribeWriter &out);
void describeJob(DescribeWriter &out);
void describeCronJob(DescribeWriter &out);

void describeService(DescribeWriter &out);
void describeEndpoints(DescribeWriter &out);
void describeEndpointSlice(DescribeWriter &out);
void describeIngress(DescribeWriter &out);
void describeIngressClass(DescribeWriter &out);
void describeNetworkPolicy(DescribeWriter &out);

void describeClaim(DescribeWriter &out);
void describeVolume(DescribeWriter &out);
void describeStorageClass(DescribeWriter &out);

void describeAccount(DescribeWriter &out);
void describeRole(DescribeWriter &out);
void describeBinding(DescribeWriter &out);

/// An autoscaler in autoscaling/v1 keeps its metrics and conditions in annotations: the same object
/// with them where autoscaling/v2 has them. Any other object as it is.
QJsonObject withMetrics(const QJsonObject &object);
void describeAutoscaler(DescribeWriter &out);
void describeBudget(DescribeWriter &out);
void describePriorityClass(DescribeWriter &out);
void describeQuota(DescribeWriter &out);
void describeLimitRange(DescribeWriter &out);
/// Tables of a quota or limit range, also of a namespace's.
void describeQuotaRows(DescribeWriter &out, const QJsonObject &quota);
void describeLimitRows(DescribeWriter &out, const QJsonObject &range);

void describeNode(DescribeWriter &out);
void describeNodePods(DescribeWriter &out);
void describeNamespace(DescribeWriter &out);
void describeConfigMap(DescribeWriter &out);
void describeSecret(DescribeWriter &out);
void describeEvent(DescribeWriter &out);
void describeDefinition(DescribeWriter &out);
void describeOther(DescribeWriter &out);

} // namespace workspace
