// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/apimachinery/gocompare.h"

#include "kube/apimachinery/jsonpathwalk.h"

#include <compare>

using namespace Qt::StringLiterals;

namespace kube {

namespace {

enum class Type { None, Boolean, Integer, Float, Text };

Type typeOf(const JsonPathValue &value, JsonPath::Numbers numbers)
{
    using Kind = JsonPathValue::Kind;
    if (value.json.isBool())
        return Type::Boolean;
    if (value.json.isString())
        return Type::Text;
    if (!value.json.isDouble())
        return Type::None;
    if (value.kind == Kind::Document)
        return numbers == JsonPath::Numbers::WholeIntegers && isWholeNumber(value.json)
            ? Type::Integer
            : Type::Float;
    return value.kind == Kind::Float ? Type::Float : Type::Integer;
}

std::partial_ordering orderOf(const QJsonValue &left, const QJsonValue &right, Type type)
{
    switch (type) {
    case Type::Boolean: return left.toBool() <=> right.toBool();
    case Type::Integer: return left.toInteger() <=> right.toInteger();
    case Type::Float: return left.toDouble() <=> right.toDouble();
    case Type::Text: return left.toString().toUtf8().compare(right.toString().toUtf8()) <=> 0;
    case Type::None: break;
    }
    return std::partial_ordering::unordered;
}

} // namespace

std::expected<bool, QString> goCompare(const JsonPathValue &left, const QString &op,
                                       const JsonPathValue &right, JsonPath::Numbers numbers)
{
    const bool isEquality = op == "=="_L1 || op == "!="_L1;
    if (!isEquality && op != "<"_L1 && op != ">"_L1 && op != "<="_L1 && op != ">="_L1)
        return std::unexpected(u"unrecognized filter operator "_s + op.left(20));
    const auto type = typeOf(left, numbers);
    const auto other = typeOf(right, numbers);
    if (type == Type::None || other == Type::None)
        return std::unexpected(u"invalid type for comparison"_s);
    if (type != other)
        return std::unexpected(u"incompatible types for comparison"_s);
    if (type == Type::Boolean && !isEquality)
        return std::unexpected(u"invalid type for comparison"_s);
    const auto order = orderOf(left.json, right.json, type);
    if (op == "=="_L1)
        return order == 0;
    if (op == "!="_L1)
        return order != 0;
    if (op == "<"_L1)
        return order < 0;
    if (op == ">"_L1)
        return order > 0;
    return op == "<="_L1 ? order <= 0 : order >= 0;
}

} // namespace kube
