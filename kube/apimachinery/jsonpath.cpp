// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/apimachinery/jsonpath.h"

#include "kube/apimachinery/gostring.h"
#include "kube/apimachinery/jsonpathparser.h"
#include "kube/apimachinery/jsonpathwalk.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace kube {

namespace {

void writeJson(const QJsonValue &value, JsonPath::Numbers numbers, QString &into)
{
    switch (value.type()) {
    case QJsonValue::Null:
    case QJsonValue::Undefined: into += "null"_L1; return;
    case QJsonValue::Bool: into += value.toBool() ? "true"_L1 : "false"_L1; return;
    case QJsonValue::String: into += goJsonString(value.toString()); return;
    case QJsonValue::Double:
        into += numbers == JsonPath::Numbers::WholeIntegers && isWholeNumber(value)
            ? QString::number(value.toInteger())
            : goJsonFloat(value.toDouble());
        return;
    case QJsonValue::Array: {
        into += u'[';
        bool isFirst = true;
        for (const auto &item : value.toArray()) {
            if (!std::exchange(isFirst, false))
                into += u',';
            writeJson(item, numbers, into);
        }
        into += u']';
        return;
    }
    case QJsonValue::Object: {
        into += u'{';
        const auto object = value.toObject();
        for (auto field = object.begin(); field != object.end(); ++field) {
            if (field != object.begin())
                into += u',';
            into += goJsonString(field.key()) + u':';
            writeJson(field.value(), numbers, into);
        }
        into += u'}';
        return;
    }
    }
}

} // namespace

QString goJson(const QJsonValue &value, JsonPath::Numbers numbers)
{
    QString text;
    writeJson(value, numbers, text);
    return text;
}

QString goText(const JsonPathValue &value, JsonPath::Numbers numbers)
{
    using Kind = JsonPathValue::Kind;
    switch (value.json.type()) {
    case QJsonValue::Undefined: return u"<no value>"_s;
    case QJsonValue::String: return value.json.toString();
    case QJsonValue::Double: {
        const bool isWhole = value.kind == Kind::Integer || value.kind == Kind::Byte
            || (value.kind == Kind::Document && numbers == JsonPath::Numbers::WholeIntegers
                && isWholeNumber(value.json));
        return isWhole ? QString::number(value.json.toInteger()) : goFloat(value.json.toDouble());
    }
    default: return goJson(value.json, numbers);
    }
}

Result<JsonPath> JsonPath::parse(const QString &text)
{
    JsonPathParser parser(text);
    auto nodes = parser.parse();
    if (!nodes)
        return std::unexpected(
            Error{.kind = Error::Kind::Invalid, .message = parser.problem().left(500)});
    JsonPath path;
    path.m_nodes = std::move(*nodes);
    return path;
}

Result<JsonPath::Findings> JsonPath::find(const QJsonValue &document, const Options &options) const
{
    return JsonPathWalk(options).find(m_nodes, {.json = document});
}

Result<QString> JsonPath::print(const QJsonValue &document, const Options &options) const
{
    const auto findings = find(document, options);
    if (!findings)
        return std::unexpected(findings.error());
    QString text;
    for (const auto &values : *findings) {
        for (size_t i = 0; i < values.size(); ++i) {
            if (i > 0)
                text += u' ';
            text += goText(values[i], options.numbers);
            if (text.size() > OutputLimit)
                return std::unexpected(
                    Error{.kind = Error::Kind::Invalid, .message = u"the path prints too much"_s});
        }
    }
    return text;
}

} // namespace kube
