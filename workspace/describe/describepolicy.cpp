// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/describe/describewriter.h"

#include "kube/apimachinery/quantity.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace workspace {

static QJsonArray noted(const QJsonObject &object, const QString &what)
{
    const auto notes = object["metadata"_L1]["annotations"_L1];
    const auto text = notes[QString(u"autoscaling.alpha.kubernetes.io/"_s + what)].toString();
    return QJsonDocument::fromJson(text.toUtf8()).array();
}

/// The annotations hold what v2beta1 called "currentAverageValue", "targetAverageUtilization".
static QJsonArray renewed(const QJsonArray &metrics, const QString &side)
{
    QJsonArray result;
    for (const auto &one : metrics) {
        auto metric = one.toObject();
        for (auto entry : metric) {
            auto source = entry.toObject();
            if (source.isEmpty())
                continue;
            QJsonObject amount;
            for (const auto key : {"AverageUtilization"_L1, "AverageValue"_L1, "Value"_L1}) {
                QString name = key;
                name[0] = name[0].toLower();
                if (const auto value = source[QString(side + key)]; !value.isUndefined())
                    amount[name] = value;
            }
            source[side] = amount;
            source["metric"_L1] = QJsonObject{{u"name"_s, source["metricName"_L1]}};
            entry = source;
        }
        result.append(metric);
    }
    return result;
}

QJsonObject withMetrics(const QJsonObject &object)
{
    if (object["kind"_L1].toString() != "HorizontalPodAutoscaler"_L1
        || object["apiVersion"_L1].toString() != "autoscaling/v1"_L1)
        return object;
    auto spec = object["spec"_L1].toObject();
    auto status = object["status"_L1].toObject();
    QJsonArray metrics;
    if (const auto wanted = spec["targetCPUUtilizationPercentage"_L1]; wanted.isDouble()) {
        const QJsonObject target{{u"averageUtilization"_s, wanted}};
        metrics.append(QJsonObject{
            {u"type"_s, u"Resource"_s},
            {u"resource"_s, QJsonObject{{u"name"_s, u"cpu"_s}, {u"target"_s, target}}}});
    }
    for (const auto &metric : renewed(noted(object, u"metrics"_s), u"target"_s))
        metrics.append(metric);
    spec["metrics"_L1] = metrics;
    status["currentMetrics"_L1] = renewed(noted(object, u"current-metrics"_s), u"current"_s);
    status["conditions"_L1] = noted(object, u"conditions"_s);
    auto result = object;
    result["spec"_L1] = spec;
    result["status"_L1] = status;
    return result;
}

static void describeTarget(DescribeWriter &out)
{
    const auto target = out.spec["scaleTargetRef"_L1];
    const auto kind = target["kind"_L1].toString();
    const auto name = target["name"_L1].toString();
    if (!name.isEmpty())
        out.values(u"Reference"_s,
                   {{kind + u'/' + name, TextTone::Link,
                     out.idOf(target["apiVersion"_L1].toString(), kind, name)}});
    out.field(kind + u" pods"_s,
              u"%1 current / %2 desired"_s.arg(out.status["currentReplicas"_L1].toInt())
                  .arg(out.status["desiredReplicas"_L1].toInt()));
    out.value(u"Min replicas"_s, out.spec["minReplicas"_L1]);
    out.value(u"Max replicas"_s, out.spec["maxReplicas"_L1]);
}

static QString orUnknown(const QJsonValue &value)
{
    const auto text = inLine(value);
    return text.isEmpty() ? u"<unknown>"_s : text;
}

/// What is measured now against what is wanted: "12% (24m) / 80%", "3 / 10".
static QString amounts(const QJsonValue &current, const QJsonValue &target)
{
    if (const auto average = target["averageValue"_L1]; !average.isUndefined())
        return u"%1 / %2"_s.arg(orUnknown(current["averageValue"_L1]), inLine(average));
    if (const auto value = target["value"_L1]; !value.isUndefined())
        return u"%1 / %2"_s.arg(orUnknown(current["value"_L1]), inLine(value));
    const auto now = current["averageUtilization"_L1].isDouble()
        ? u"%1% (%2)"_s.arg(inLine(current["averageUtilization"_L1]),
                            inLine(current["averageValue"_L1]))
        : u"<unknown>"_s;
    const auto want = target["averageUtilization"_L1].isDouble()
        ? QString(inLine(target["averageUtilization"_L1]) + u'%')
        : u"<auto>"_s;
    return u"%1 / %2"_s.arg(now, want);
}

/// How kubectl calls a metric.
static QString metricLabel(const QString &type, const QJsonValue &metric)
{
    const auto name = metric["metric"_L1]["name"_L1].toString();
    const auto target = metric["target"_L1];
    const auto how =
        target["averageValue"_L1].isUndefined() ? u"(target value)"_s : u"(target average value)"_s;
    if (type == "External"_L1)
        return u"\"%1\" %2"_s.arg(name, how);
    if (type == "Pods"_L1)
        return u"\"%1\" on pods"_s.arg(name);
    if (type == "Object"_L1)
        return u"\"%1\" on %2/%3 %4"_s.arg(name, metric["describedObject"_L1]["kind"_L1].toString(),
                                           metric["describedObject"_L1]["name"_L1].toString(), how);
    QString label = u"resource "_s + metric["name"_L1].toString();
    if (type == "ContainerResource"_L1)
        label += u" of container \"%1\""_s.arg(metric["container"_L1].toString());
    label += u" on pods"_s;
    return target["averageValue"_L1].isUndefined()
        ? QString(label + u"  (as a percentage of request)"_s)
        : label;
}

static void describeMetrics(DescribeWriter &out)
{
    const auto metrics = out.spec["metrics"_L1].toArray();
    if (metrics.isEmpty())
        return;
    const auto current = out.status["currentMetrics"_L1].toArray();
    out.field(u"Metrics"_s, u"( current / target )"_s, TextTone::Dim);
    out.deeper();
    for (qsizetype i = 0; i < metrics.size(); ++i) {
        const auto type = metrics[i]["type"_L1].toString();
        // The type "ContainerResource" stands in the field "containerResource".
        QString key = type;
        if (!key.isEmpty())
            key[0] = key[0].toLower();
        const auto metric = metrics[i][key];
        const auto now = i < current.size() ? current[i][key]["current"_L1] : QJsonValue();
        out.field(metricLabel(type, metric), amounts(now, metric["target"_L1]));
    }
    out.higher();
}

static void describeScaling(DescribeWriter &out, const QString &label, const QJsonValue &rules)
{
    if (!rules.isObject())
        return;
    out.group(label);
    if (rules["stabilizationWindowSeconds"_L1].isDouble())
        out.field(u"Stabilization Window"_s,
                  inLine(rules["stabilizationWindowSeconds"_L1]) + u" seconds"_s);
    const auto policies = rules["policies"_L1].toArray();
    if (!policies.isEmpty())
        out.field(u"Select Policy"_s, rules["selectPolicy"_L1].toString(u"Max"_s));
    QStringList texts;
    for (const auto &policy : policies)
        texts.append(u"- Type: %1  Value: %2  Period: %3 seconds"_s.arg(
            policy["type"_L1].toString(), inLine(policy["value"_L1]),
            inLine(policy["periodSeconds"_L1])));
    out.texts(u"Policies"_s, texts);
    out.higher();
}

void describeAutoscaler(DescribeWriter &out)
{
    out.section(u"HorizontalPodAutoscaler"_s);
    describeTarget(out);
    if (const auto wanted = out.spec["targetCPUUtilizationPercentage"_L1]; wanted.isDouble()) {
        out.field(u"Target CPU utilization"_s, inLine(wanted) + u'%'); // autoscaling/v1
        out.field(u"Current CPU utilization"_s,
                  orUnknown(out.status["currentCPUUtilizationPercentage"_L1]) + u'%');
    }
    describeMetrics(out);
    if (const auto behavior = out.spec["behavior"_L1]; behavior.isObject()) {
        out.group(u"Behavior"_s);
        describeScaling(out, u"Scale Up"_s, behavior["scaleUp"_L1]);
        describeScaling(out, u"Scale Down"_s, behavior["scaleDown"_L1]);
        out.higher();
    }
    out.time(u"Last Scale Time"_s, out.status["lastScaleTime"_L1]);
}

void describeBudget(DescribeWriter &out)
{
    const auto &status = out.status;
    out.section(u"PodDisruptionBudget"_s);
    out.value(u"Min available"_s, out.spec["minAvailable"_L1]);
    out.value(u"Max unavailable"_s, out.spec["maxUnavailable"_L1]);
    out.field(u"Selector"_s, selectorText(out.spec["selector"_L1].toObject()));
    const int allowed = status["disruptionsAllowed"_L1].toInt();
    out.group(u"Status"_s);
    out.field(u"Allowed disruptions"_s, QString::number(allowed),
              allowed == 0 ? TextTone::Warn : TextTone::Plain);
    out.field(u"Current"_s, QString::number(status["currentHealthy"_L1].toInt()));
    out.field(u"Desired"_s, QString::number(status["desiredHealthy"_L1].toInt()));
    out.field(u"Total"_s, QString::number(status["expectedPods"_L1].toInt()));
    out.higher();
}

void describePriorityClass(DescribeWriter &out)
{
    const auto &object = out.object;
    out.section(u"PriorityClass"_s);
    out.field(u"Value"_s, QString::number(object["value"_L1].toInt()));
    out.field(u"GlobalDefault"_s, inLine(object["globalDefault"_L1].toBool()));
    out.value(u"PreemptionPolicy"_s, object["preemptionPolicy"_L1]);
    out.value(u"Description"_s, object["description"_L1]);
}

void describeQuotaRows(DescribeWriter &out, const QJsonObject &quota)
{
    QStringList scopes;
    const auto list = quota["spec"_L1]["scopes"_L1].toArray();
    for (const auto &scope : list)
        scopes.append(scope.toString());
    scopes.sort();
    out.field(u"Scopes"_s, scopes.join(u", "_s));
    out.columns({u"Resource"_s, u"Used"_s, u"Hard"_s});
    const auto hard = quota["status"_L1]["hard"_L1].toObject();
    const auto used = quota["status"_L1]["used"_L1].toObject();
    for (auto one = hard.begin(); one != hard.end(); ++one) {
        const auto have = inLine(used[one.key()]);
        const auto most = kube::Quantity::parse(inLine(*one));
        const auto now = kube::Quantity::parse(have);
        const bool full = most && now && *now >= *most;
        out.row({{one.key()},
                 {have.isEmpty() ? u"0"_s : have, full ? TextTone::Warn : TextTone::Plain},
                 {inLine(*one)}});
    }
}

void describeQuota(DescribeWriter &out)
{
    out.section(u"ResourceQuota"_s);
    describeQuotaRows(out, out.object);
}

void describeLimitRows(DescribeWriter &out, const QJsonObject &range)
{
    static constexpr std::array Sets{"min"_L1, "max"_L1, "defaultRequest"_L1, "default"_L1,
                                     "maxLimitRequestRatio"_L1};
    out.columns({u"Type"_s, u"Resource"_s, u"Min"_s, u"Max"_s, u"Default Request"_s,
                 u"Default Limit"_s, u"Max Limit/Request Ratio"_s});
    const auto limits = range["spec"_L1]["limits"_L1].toArray();
    for (const auto &limit : limits) {
        QStringList resources;
        for (const auto set : Sets)
            resources += limit[set].toObject().keys();
        resources.removeDuplicates();
        resources.sort();
        for (const auto &resource : std::as_const(resources)) {
            std::vector<DescribedValue> row{{limit["type"_L1].toString()}, {resource}};
            for (const auto set : Sets) {
                const auto text = inLine(limit[set][resource]);
                row.push_back({text.isEmpty() ? u"-"_s : text});
            }
            out.row(std::move(row));
        }
    }
}

void describeLimitRange(DescribeWriter &out)
{
    out.section(u"LimitRange"_s);
    describeLimitRows(out, out.object);
}

} // namespace workspace
