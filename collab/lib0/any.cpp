// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/lib0/any.h"

#include <QJsonArray>
#include <QJsonObject>

#include <cmath>

namespace lib0 {

namespace {

struct ToJson
{
    QJsonValue operator()(Undefined) const { return QJsonValue::Undefined; }
    QJsonValue operator()(std::nullptr_t) const { return QJsonValue::Null; }
    QJsonValue operator()(bool flag) const { return flag; }
    QJsonValue operator()(double number) const
    {
        return std::isfinite(number) ? QJsonValue(number) : QJsonValue(QJsonValue::Null);
    }
    QJsonValue operator()(Any::BigInt number) const { return QString::number(number.value); }
    QJsonValue operator()(const QString &text) const { return text; }
    QJsonValue operator()(const QByteArray &bytes) const
    {
        return QString::fromLatin1(bytes.toBase64());
    }
    QJsonValue operator()(const Any::Array &values) const
    {
        QJsonArray array;
        for (const auto &value : values) {
            const auto json = toJson(value);
            array.append(json.isUndefined() ? QJsonValue(QJsonValue::Null) : json);
        }
        return array;
    }
    QJsonValue operator()(const Any::Object &entries) const
    {
        QJsonObject object;
        for (const auto &[key, value] : entries) {
            if (!value.isUndefined())
                object.insert(key, toJson(value));
        }
        return object;
    }
};

Any fromArray(const QJsonArray &array)
{
    Any::Array values;
    values.reserve(size_t(array.size()));
    for (const auto &value : array)
        values.push_back(fromJson(value));
    return values;
}

Any fromObject(const QJsonObject &object)
{
    Any::Object entries;
    entries.reserve(size_t(object.size()));
    for (auto entry = object.begin(); entry != object.end(); ++entry)
        entries.emplace_back(entry.key(), fromJson(entry.value()));
    return entries;
}

} // namespace

QJsonValue toJson(const Any &any)
{
    return std::visit(ToJson(), any.value);
}

Any fromJson(const QJsonValue &json)
{
    switch (json.type()) {
    case QJsonValue::Null: return nullptr;
    case QJsonValue::Bool: return json.toBool();
    case QJsonValue::Double: return json.toDouble();
    case QJsonValue::String: return json.toString();
    case QJsonValue::Array: return fromArray(json.toArray());
    case QJsonValue::Object: return fromObject(json.toObject());
    case QJsonValue::Undefined: break;
    }
    return {};
}

} // namespace lib0
