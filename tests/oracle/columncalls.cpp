// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "oracle/calls.h"

#include "kube/apimachinery/jsonpath.h"
#include "kube/printers/crdcolumns.h"
#include "kube/printers/jobprinter.h"
#include "kube/printers/rowtext.h"

#include <QJsonArray>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace oracle {

namespace {

// "-1h30m" in milliseconds; nothing when the text is no such duration.
std::optional<qint64> offsetOf(const QString &text)
{
    static const QRegularExpression form(u"^([+-]?)((?:[0-9]+(?:ms|[dhms]))+)$"_s);
    static const QRegularExpression part(u"([0-9]+)(ms|[dhms])"_s);
    const auto match = form.match(text);
    if (!match.hasMatch())
        return {};
    static const QMap<QString, qint64> units{
        {u"d"_s, 86'400'000}, {u"h"_s, 3'600'000}, {u"m"_s, 60'000}, {u"s"_s, 1000}, {u"ms"_s, 1}};
    qint64 sum = 0;
    for (const auto &found : part.globalMatch(match.captured(2)))
        sum += found.captured(1).toLongLong() * units.value(found.captured(2));
    return match.captured(1) == "-"_L1 ? -sum : sum;
}

// A time that a case gives relative to now ("-10m", "now-10m") as the API server writes it.
QJsonValue absolute(const QJsonValue &value, const QDateTime &now)
{
    auto text = value.toString();
    if (text == "now"_L1)
        text = u"0s"_s;
    else if (text.startsWith("now"_L1))
        text = text.sliced(3);
    const auto offset = offsetOf(text);
    return offset ? QJsonValue(now.addMSecs(*offset).toUTC().toString(Qt::ISODateWithMs)) : value;
}

// "Complete", "Complete=False" or the condition itself.
QJsonObject conditionOf(const QJsonValue &value)
{
    if (value.isObject())
        return value.toObject();
    const auto text = value.toString();
    return {{u"type"_s, text.section(u'=', 0, 0)},
            {u"status"_s, text.contains(u'=') ? text.section(u'=', 1) : u"True"_s}};
}

// The Job that a case's few words stand for. A Job stays what it is.
QJsonObject jobOf(const QJsonObject &words, const QDateTime &now)
{
    if (words["spec"_L1].isObject() || words["status"_L1].isObject()
        || words["metadata"_L1].isObject())
        return words;
    QJsonObject spec;
    QJsonObject status{{u"succeeded"_s, words["succeeded"_L1].toInt()}};
    QJsonObject metadata;
    for (const auto &key : {u"completions"_s, u"parallelism"_s})
        if (words.contains(key))
            spec.insert(key, words[key]);
    QJsonArray conditions;
    for (const auto &condition : words["conditions"_L1].toArray())
        conditions.append(conditionOf(condition));
    status.insert("conditions"_L1, conditions);
    if (words.contains("start"_L1))
        status.insert("startTime"_L1, absolute(words["start"_L1], now));
    if (words.contains("completion"_L1))
        status.insert("completionTime"_L1, absolute(words["completion"_L1], now));
    for (const auto &key : {u"deletionTimestamp"_s, u"deletion"_s, u"deleted"_s, u"deleting"_s})
        if (words[key].isString() || words[key].toBool())
            metadata.insert("deletionTimestamp"_L1, now.toUTC().toString(Qt::ISODate));
    return {{u"metadata"_s, metadata}, {u"spec"_s, spec}, {u"status"_s, status}};
}

} // namespace

QJsonObject jsonPathCall(const QJsonObject &request)
{
    const auto path = kube::JsonPath::parse(request["path"_L1].toString());
    if (!path)
        return {{u"parse_error"_s, path.error().message}};
    const kube::JsonPath::Options options{.allowMissingKeys =
                                              request["allowMissingKeys"_L1].toBool()};
    const auto text = path->print(request["document"_L1], options);
    if (!text)
        return {{u"exec_error"_s, text.error().message}};
    return {{u"out"_s, *text}};
}

QJsonObject crdColumnsCall(const QJsonObject &request)
{
    const auto now = nowOf(request);
    const auto type = request["type"_L1].toString();
    const auto object = request["object"_L1].toObject();
    if (!request.contains("object"_L1))
        return {{u"cell"_s, kube::crdCell(type, absolute(request["value"_L1], now), now)}};
    QJsonArray cells;
    if (request["crd"_L1].isObject()) {
        const auto version = request["version"_L1].toString();
        for (const auto &column : kube::crdColumns(request["crd"_L1].toObject(), version))
            cells.append(column.cell(object, now));
    }
    for (const auto &column : request["columns"_L1].toArray())
        cells.append(kube::CrdColumn::from(column.toObject()).cell(object, now));
    for (const auto &path : request["paths"_L1].toArray())
        cells.append(
            kube::CrdColumn::from({{u"type"_s, type}, {u"jsonPath"_s, path}}).cell(object, now));
    return {{u"cells"_s, cells}};
}

QJsonArray jobStatusCall(const QJsonObject &request)
{
    const auto now = nowOf(request);
    const auto row = kube::jobRow(jobOf(request["job"_L1].toObject(), now), now);
    return {row.status, row.completions, row.duration};
}

} // namespace oracle
