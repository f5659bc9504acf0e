// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "oracle/anyaccess.h"

#include <algorithm>

using lib0::Any;

namespace oracle {

const Any &member(const Any &object, QLatin1StringView name)
{
    static const Any none;
    if (const auto *entries = object.object()) {
        const auto found = std::ranges::find(*entries, name, &std::pair<QString, Any>::first);
        if (found != entries->end())
            return found->second;
    }
    return none;
}

Any sorted(const Any &value)
{
    if (const auto *values = value.array()) {
        Any::Array result;
        std::ranges::transform(*values, std::back_inserter(result), sorted);
        return result;
    }
    if (const auto *entries = value.object()) {
        Any::Object result;
        for (const auto &[key, inner] : *entries)
            result.emplace_back(key, sorted(inner));
        std::ranges::sort(result, {}, &std::pair<QString, Any>::first);
        return result;
    }
    return value;
}

QString textOf(const Any &value)
{
    return value.text() ? *value.text() : QString();
}

qint64 wholeOf(const Any &value, qint64 otherwise)
{
    return value.number() ? qint64(*value.number()) : otherwise;
}

bool flagOf(const Any &value, bool otherwise)
{
    return value.boolean() ? *value.boolean() : otherwise;
}

const Any::Array &listOf(const Any &value)
{
    static const Any::Array none;
    return value.array() ? *value.array() : none;
}

const Any::Object &entriesOf(const Any &value)
{
    static const Any::Object none;
    return value.object() ? *value.object() : none;
}

QByteArray bytesOf(const Any &value)
{
    return QByteArray::fromHex(textOf(value).toLatin1());
}

Any hexOf(QByteArrayView bytes)
{
    return QString::fromLatin1(bytes.toByteArray().toHex());
}

} // namespace oracle
