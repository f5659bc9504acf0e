// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/lib0/any.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

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

bool beginsWithDigit(QStringView key)
{
    return !key.isEmpty() && key[0] >= u'0' && key[0] <= u'9';
}

/// A number for keys that JavaScript puts first, by that number (ECMA-262,
/// OrdinaryOwnPropertyKeys).
std::optional<quint32> arrayIndex(QStringView key)
{
    if (key.isEmpty() || key.size() > 10 || (key[0] == u'0' && key.size() > 1))
        return std::nullopt;
    if (!std::ranges::all_of(key, [](QChar c) { return c >= u'0' && c <= u'9'; }))
        return std::nullopt;
    const auto number = key.toULongLong();
    if (number >= std::numeric_limits<quint32>::max())
        return std::nullopt;
    return quint32(number);
}

/// Nearly every object is in order, and small.
bool isSurelyInOrder(const Any::Object &entries)
{
    static constexpr size_t Few = 16;
    if (entries.size() > Few)
        return false;
    for (auto entry = entries.begin(); entry != entries.end(); ++entry) {
        const auto isSame = [&](const auto &other) { return other.first == entry->first; };
        if (beginsWithDigit(entry->first) || std::any_of(entries.begin(), entry, isSame))
            return false;
    }
    return true;
}

} // namespace

Any::Object inJavaScriptOrder(Any::Object entries)
{
    if (isSurelyInOrder(entries))
        return entries;
    Any::Object once;
    QHash<QString, size_t> places;
    for (auto &[key, value] : entries) {
        if (const auto known = places.constFind(key); known != places.cend()) {
            once[*known].second = std::move(value);
            continue;
        }
        places.insert(key, once.size());
        once.emplace_back(key, std::move(value));
    }
    const auto rank = [](const std::pair<QString, Any> &entry) {
        const auto index = arrayIndex(entry.first);
        return index ? quint64(*index) : std::numeric_limits<quint64>::max();
    };
    std::ranges::stable_sort(once, {}, rank);
    return once;
}

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
