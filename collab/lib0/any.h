// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QJsonValue>
#include <QString>

#include <utility>
#include <variant>
#include <vector>

namespace lib0 {

/// JavaScript's `undefined`, which is not `null`.
struct Undefined
{
    bool operator==(const Undefined &) const = default;
};

/// A value as lib0's "any" has it: JSON, and undefined, bytes and 64-bit integers besides.
///
/// Numbers are JavaScript's: one kind, double, with minus zero, NaN and infinity. Objects keep the
/// order of their keys. A value type.
struct Any
{
    struct BigInt
    {
        qint64 value = 0;
        bool operator==(const BigInt &) const = default;
    };
    using Array = std::vector<Any>;
    using Object = std::vector<std::pair<QString, Any>>;
    using Variant = std::variant<Undefined, std::nullptr_t, bool, double, BigInt, QString,
                                 QByteArray, Array, Object>;

    Any() = default;
    Any(std::nullptr_t)
        : value(nullptr)
    {
    }
    Any(bool flag)
        : value(flag)
    {
    }
    Any(int number)
        : value(double(number))
    {
    }
    Any(double number)
        : value(number)
    {
    }
    Any(const char *) = delete;
    Any(BigInt number)
        : value(number)
    {
    }
    Any(const QString &text)
        : value(text)
    {
    }
    Any(const QByteArray &bytes)
        : value(bytes)
    {
    }
    Any(Array values)
        : value(std::move(values))
    {
    }
    Any(Object entries)
        : value(std::move(entries))
    {
    }

    bool isUndefined() const { return std::holds_alternative<Undefined>(value); }
    bool isNull() const { return std::holds_alternative<std::nullptr_t>(value); }
    /// The value when it is of that kind, else nullptr.
    const double *number() const { return std::get_if<double>(&value); }
    const bool *boolean() const { return std::get_if<bool>(&value); }
    const QString *text() const { return std::get_if<QString>(&value); }
    const QByteArray *bytes() const { return std::get_if<QByteArray>(&value); }
    const Array *array() const { return std::get_if<Array>(&value); }
    const Object *object() const { return std::get_if<Object>(&value); }

    bool operator==(const Any &) const = default;

    Variant value;
};

/// What JSON.stringify() would make of it, as Qt's JSON: undefined stays QJsonValue::Undefined at
/// the top, is null in an array and left out of an object; NaN and infinity become null; bytes
/// become an object with "0", "1"… as keys in JavaScript and base64 text here; a BigInt, which JSON
/// has not, becomes its digits.
QJsonValue toJson(const Any &any);
Any fromJson(const QJsonValue &json);

} // namespace lib0
