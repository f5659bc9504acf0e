// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "oracle/orderedjson.h"

#include <QHash>
#include <QLocale>

#include <simdjson.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>

using namespace Qt::StringLiterals;
using lib0::Any;

namespace oracle {

namespace {

/// simdjson writes half a surrogate pair as if it were a character of its own; Qt refuses that.
QString fromWobbly(std::string_view text)
{
    QString result;
    size_t from = 0;
    const auto take = [&](size_t end) {
        result += QString::fromUtf8(text.data() + from, qsizetype(end - from));
    };
    for (size_t at = 0; at + 2 < text.size(); ++at) {
        if (quint8(text[at]) != 0xed || quint8(text[at + 1]) < 0xa0)
            continue;
        take(at);
        result += QChar(char16_t(0xd000 | (text[at + 1] & 0x3f) << 6 | (text[at + 2] & 0x3f)));
        from = at + 3;
    }
    take(text.size());
    return result;
}

// ECMA-262, OrdinaryOwnPropertyKeys: array indexes by value, then the others as they came.
quint64 rankOf(const QString &key)
{
    bool isNumber = false;
    const auto number = key.toUInt(&isNumber);
    const bool isIndex =
        isNumber && number < std::numeric_limits<quint32>::max() && QString::number(number) == key;
    return isIndex ? number : std::numeric_limits<quint64>::max();
}

class Reader
{
public:
    std::optional<Any> read(QByteArrayView text)
    {
        const simdjson::padded_string padded(text.data(), size_t(text.size()));
        simdjson::ondemand::parser parser;
        simdjson::ondemand::document document;
        simdjson::ondemand::value root;
        if (parser.iterate(padded).get(document) || document.get_value().get(root))
            return std::nullopt;
        auto any = valueOf(root);
        return m_isGood ? std::optional(std::move(any)) : std::nullopt;
    }

private:
    template<typename T>
    T got(simdjson::simdjson_result<T> result)
    {
        T value{};
        m_isGood &= std::move(result).get(value) == simdjson::SUCCESS;
        return value;
    }

    Any valueOf(simdjson::ondemand::value value)
    {
        using simdjson::ondemand::json_type;
        switch (got(value.type())) {
        case json_type::array: return arrayOf(value);
        case json_type::object: return objectOf(value);
        case json_type::number: return got(value.get_double());
        case json_type::string: return fromWobbly(got(value.get_wobbly_string()));
        case json_type::boolean: return got(value.get_bool());
        case json_type::null: m_isGood &= got(value.is_null()); return nullptr;
        default: m_isGood = false;
        }
        return {};
    }

    Any arrayOf(simdjson::ondemand::value value)
    {
        Any::Array values;
        simdjson::ondemand::array array;
        m_isGood &= !value.get_array().get(array);
        for (auto element : array) {
            simdjson::ondemand::value next;
            m_isGood &= !std::move(element).get(next);
            if (!m_isGood)
                break;
            values.push_back(valueOf(next));
        }
        return values;
    }

    Any objectOf(simdjson::ondemand::value value)
    {
        Any::Object entries;
        QHash<QString, size_t> places; // a key that occurs twice keeps its first place
        simdjson::ondemand::object object;
        m_isGood &= !value.get_object().get(object);
        for (auto entry : object) {
            simdjson::ondemand::field field;
            std::string_view key;
            m_isGood &= !std::move(entry).get(field) && !field.unescaped_key(true).get(key);
            if (!m_isGood)
                break;
            const auto name = fromWobbly(key);
            auto inner = valueOf(field.value());
            const auto place = places.value(name, entries.size());
            if (place < entries.size()) {
                entries[place].second = std::move(inner);
                continue;
            }
            places.insert(name, place);
            entries.emplace_back(name, std::move(inner));
        }
        std::ranges::stable_sort(entries, {},
                                 [](const auto &entry) { return rankOf(entry.first); });
        return entries;
    }

    bool m_isGood = true;
};

void escape(QByteArray &out, char16_t unit)
{
    out += "\\u" + QByteArray::number(unit, 16).rightJustified(4, '0');
}

void writeText(QByteArray &out, const QString &text)
{
    out += '"';
    for (qsizetype at = 0; at < text.size(); ++at) {
        const auto c = text[at];
        if (c == u'"' || c == u'\\')
            out += '\\' + QByteArray(1, c.toLatin1());
        else if (c < u' ')
            escape(out, c.unicode());
        else if (c.isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate())
            out += QStringView(text).sliced(at++, 2).toUtf8();
        else if (c.isSurrogate())
            escape(out, c.unicode());
        else
            out += QStringView(text).sliced(at, 1).toUtf8();
    }
    out += '"';
}

void write(QByteArray &out, const Any &value);

struct Writer
{
    QByteArray &out;

    void operator()(lib0::Undefined) const { out += "null"; }
    void operator()(std::nullptr_t) const { out += "null"; }
    void operator()(bool flag) const { out += flag ? "true" : "false"; }
    void operator()(double number) const
    {
        out += std::isfinite(number)
            ? QByteArray::number(number, 'g', QLocale::FloatingPointShortest)
            : QByteArray("null");
    }
    void operator()(Any::BigInt number) const { out += QByteArray::number(number.value); }
    void operator()(const QString &text) const { writeText(out, text); }
    void operator()(const QByteArray &bytes) const { out += '"' + bytes.toHex() + '"'; }
    void operator()(const Any::Array &values) const
    {
        out += '[';
        for (const auto &value : values) {
            write(out, value);
            out += ',';
        }
        close(values.empty(), ']');
    }
    void operator()(const Any::Object &entries) const
    {
        out += '{';
        bool isEmpty = true;
        for (const auto &[key, value] : entries) {
            if (value.isUndefined())
                continue;
            writeText(out, key);
            out += ':';
            write(out, value);
            out += ',';
            isEmpty = false;
        }
        close(isEmpty, '}');
    }
    void close(bool isEmpty, char end) const
    {
        if (!isEmpty)
            out.chop(1); // a comma
        out += end;
    }
};

void write(QByteArray &out, const Any &value)
{
    std::visit(Writer{out}, value.value);
}

} // namespace

std::optional<Any> readJson(QByteArrayView text)
{
    return Reader().read(text);
}

QByteArray writeJson(const Any &value)
{
    QByteArray out;
    write(out, value);
    return out;
}

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
