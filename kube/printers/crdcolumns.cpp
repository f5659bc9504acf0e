// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/printers/crdcolumns.h"

#include "kube/printers/rowtext.h"

#include <cmath>

using namespace Qt::StringLiterals;

// Follows apiextensions-apiserver/pkg/registry/customresource/tableconvertor.

namespace kube {

namespace {

constexpr auto numbers = JsonPath::Numbers::WholeIntegers; // as the API server decodes objects

QJsonValue wholeCell(const QJsonValue &value)
{
    constexpr double pastInt64 = 9223372036854775808.0;
    const auto number = std::trunc(value.toDouble());
    if (std::isinf(number) || number >= pastInt64 || number < -pastInt64)
        return QJsonValue::Null;
    return value.toInteger(qint64(number));
}

QString dateCell(const QString &text, const QDateTime &now)
{
    if (text.isEmpty() || text == "null"_L1)
        return u"<unknown>"_s;
    const auto time = timeFrom(text);
    // RFC 3339 wants a zone: what Qt takes for local time is none.
    const bool hasZone = time.isValid() && time.timeSpec() != Qt::LocalTime;
    return hasZone ? ageText(time, now) : u"<invalid>"_s;
}

QJsonValue textCell(const std::vector<JsonPathValue> &values)
{
    if (values.size() == 1)
        return values.front().json.isNull() ? QJsonValue() : goText(values.front(), numbers);
    QJsonArray all;
    for (const auto &value : values)
        all.append(value.json);
    return goJson(all, numbers);
}

} // namespace

QJsonValue crdCell(const QString &type, const QJsonValue &value, const QDateTime &now)
{
    if (type == "integer"_L1)
        return value.isDouble() ? wholeCell(value) : QJsonValue();
    if (type == "number"_L1)
        return value.isDouble() ? QJsonValue(value.toDouble()) : QJsonValue();
    if (type == "boolean"_L1)
        return value.isBool() ? value : QJsonValue();
    if (type == "string"_L1)
        return value.isString() ? value : QJsonValue();
    if (type == "date"_L1)
        return value.isString() ? dateCell(value.toString(), now) : QJsonValue();
    return {};
}

CrdColumn CrdColumn::from(const QJsonObject &definition)
{
    const auto older = definition["JSONPath"_L1].toString(); // apiextensions.k8s.io/v1beta1
    const auto written = definition["jsonPath"_L1].toString(older).trimmed();
    const auto path =
        JsonPath::parse(written.startsWith(u'{') ? written : QString(u'{' + written + u'}'));
    return {.name = definition["name"_L1].toString(),
            .type = definition["type"_L1].toString(),
            .format = definition["format"_L1].toString(),
            .description = definition["description"_L1].toString(),
            .priority = definition["priority"_L1].toInt(),
            .path = path ? std::optional(*path) : std::nullopt};
}

QJsonValue CrdColumn::cell(const QJsonObject &object, const QDateTime &now) const
{
    if (!path)
        return {};
    const auto found = path->find(object, {.allowMissingKeys = true, .numbers = numbers});
    if (!found || found->empty() || found->front().empty())
        return {};
    const auto &values = found->front();
    return type == "string"_L1 ? textCell(values) : crdCell(type, values.front().json, now);
}

std::vector<CrdColumn> crdColumns(const QJsonObject &definition, const QString &version)
{
    const auto spec = definition["spec"_L1].toObject();
    auto written = spec["additionalPrinterColumns"_L1].toArray(); // v1beta1: of all versions
    for (const auto &candidate : spec["versions"_L1].toArray()) {
        if (candidate["name"_L1].toString() == version
            && candidate["additionalPrinterColumns"_L1].isArray())
            written = candidate["additionalPrinterColumns"_L1].toArray();
    }
    if (written.isEmpty())
        written = {QJsonObject{{u"name"_s, u"Age"_s},
                               {u"type"_s, u"date"_s},
                               {u"jsonPath"_s, u".metadata.creationTimestamp"_s}}};
    std::vector<CrdColumn> columns;
    for (const auto &column : written)
        columns.push_back(CrdColumn::from(column.toObject()));
    return columns;
}

} // namespace kube
