// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/describe/description.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>

namespace workspace {

/// What the forms of the kinds write into. Private to the sources of describe().
class DescribeWriter
{
public:
    DescribeWriter(const QJsonObject &object, const QDateTime &now);

    const QJsonObject object;
    const QJsonObject spec;
    const QJsonObject status;
    const QString nameSpace;
    Description result;

    void section(const QString &heading);
    /// A field with one text; nothing when it is empty.
    void field(const QString &label, const QString &text, TextTone tone = TextTone::Plain);
    void link(const QString &label, const QString &apiVersion, const QString &kind,
              const QString &name, bool namespaced = true);
    void values(const QString &label, std::vector<DescribedValue> values);
    void texts(const QString &label, const QStringList &texts);
    /// "key=value" below each other.
    void map(const QString &label, const QJsonObject &object);
    void tree(const QString &label, const QJsonValue &value);
    void columns(const QStringList &columns);
    void row(std::vector<DescribedValue> cells);

    void deeper() { ++m_depth; }
    void higher() { --m_depth; }

    QString age(const QString &time) const; ///< "3m12s"; empty when the text is no time
    ObjectId idOf(const QString &apiVersion, const QString &kind, const QString &name,
                  bool namespaced = true) const;

private:
    QDateTime m_now;
    int m_depth = 0;
};

/// A JSON value in one line: a text as it is, a map as "a=b, c=d".
QString inLine(const QJsonValue &value);
/// A label selector: "app=web,tier in (a,b)".
QString selectorText(const QJsonObject &selector);

void describePod(DescribeWriter &out);
void describePodTemplate(DescribeWriter &out, const QJsonObject &podTemplate);
void describeContainers(DescribeWriter &out, const QString &heading, const QJsonArray &containers,
                        const QJsonArray &statuses);
void describeVolumes(DescribeWriter &out, const QJsonArray &volumes);

void describeDeployment(DescribeWriter &out);
void describeReplicaSet(DescribeWriter &out);
void describeStatefulSet(DescribeWriter &out);
void describeDaemonSet(DescribeWriter &out);
void describeJob(DescribeWriter &out);
void describeCronJob(DescribeWriter &out);

void describeService(DescribeWriter &out);
void describeNode(DescribeWriter &out);
void describeConfigMap(DescribeWriter &out);
void describeSecret(DescribeWriter &out);
void describeClaim(DescribeWriter &out);
void describeIngress(DescribeWriter &out);
void describeNamespace(DescribeWriter &out);
void describeOther(DescribeWriter &out);

} // namespace workspace
