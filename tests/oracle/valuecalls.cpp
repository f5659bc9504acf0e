// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "oracle/calls.h"

#include "kube/apimachinery/humanduration.h"
#include "kube/apimachinery/labelselector.h"
#include "kube/apimachinery/quantity.h"
#include "kube/apimachinery/versionsort.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace oracle {

namespace {

QString textOf(kube::Quantity::Problem problem)
{
    switch (problem) {
    case kube::Quantity::Problem::Form: return u"not a quantity: a number with a suffix is"_s;
    case kube::Quantity::Problem::Number: return u"the quantity has no number"_s;
    case kube::Quantity::Problem::Suffix: return u"the quantity's suffix is unknown"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

QMap<QString, QString> labelsOf(const QJsonObject &set)
{
    QMap<QString, QString> labels;
    for (auto label = set.begin(); label != set.end(); ++label)
        labels.insert(label.key(), label.value().toString());
    return labels;
}

} // namespace

QJsonObject humanDurationCall(const QJsonObject &request)
{
    if (!request["ns"_L1].isDouble())
        return {{u"error"_s, u"ns must be a whole number of nanoseconds"_s}};
    const std::chrono::nanoseconds duration(request["ns"_L1].toInteger());
    return {{u"human"_s, kube::humanDuration(duration)},
            {u"short"_s, kube::shortHumanDuration(duration)}};
}

QJsonObject quantityCall(const QJsonObject &request)
{
    const auto quantity = kube::Quantity::parse(request["in"_L1].toString());
    if (!quantity)
        return {{u"error"_s, textOf(quantity.error())}};
    return {{u"string"_s, quantity->toString()},
            {u"value"_s, QString::number(quantity->value())},
            {u"milliValue"_s, QString::number(quantity->milliValue())}};
}

QJsonObject labelSelectorCall(const QJsonObject &request)
{
    const auto selector = kube::LabelSelector::parse(request["selector"_L1].toString());
    if (!selector)
        return {{u"error"_s, selector.error().message}};
    QJsonArray matches;
    for (const auto &set : request["sets"_L1].toArray())
        matches.append(selector->matches(labelsOf(set.toObject())));
    return {{u"canonical"_s, selector->toString()}, {u"matches"_s, matches}};
}

QJsonObject versionSortCall(const QJsonObject &request)
{
    QJsonObject answer;
    if (request.contains("a"_L1) || request.contains("b"_L1)) {
        const auto order =
            kube::compareKubeVersions(request["a"_L1].toString(), request["b"_L1].toString());
        answer.insert("cmp"_L1, order < 0 ? -1 : order > 0 ? 1 : 0);
    }
    QStringList versions;
    for (const auto &version : request["versions"_L1].toArray())
        versions.append(version.toString());
    std::ranges::stable_sort(versions, [](const QString &left, const QString &right) {
        return kube::compareKubeVersions(left, right) > 0;
    });
    answer.insert("sorted"_L1, QJsonArray::fromStringList(versions));
    return answer;
}

} // namespace oracle
