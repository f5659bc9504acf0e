// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/lib0/json.h"

#include "collab/lib0/anycoding.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>

namespace lib0 {

namespace {

/// A number too large or too small for a double: infinite or zero, by the place of its first digit.
double roundedToEdge(QByteArrayView text)
{
    const bool isNegative = text.startsWith('-');
    text = text.sliced(isNegative ? 1 : 0);
    auto e = std::max(text.indexOf('e'), text.indexOf('E'));
    e = e < 0 ? text.size() : e;
    const auto mantissa = text.first(e);
    auto exponent = text.sliced(std::min(e + 1, text.size()));
    const bool isSmall = exponent.startsWith('-');
    exponent = exponent.sliced(isSmall || exponent.startsWith('+') ? 1 : 0);
    constexpr qint64 Huge = qint64(1) << 40; // more digits than any text has
    qint64 scale = 0;
    if (std::from_chars(exponent.begin(), exponent.end(), scale).ec
            == std::errc::result_out_of_range
        || scale > Huge)
        scale = Huge;
    const auto dot = mantissa.contains('.') ? mantissa.indexOf('.') : mantissa.size();
    const auto first = std::ranges::find_if(mantissa, [](char c) { return c >= '1'; });
    const auto place = dot - (first - mantissa.begin()) + (isSmall ? -scale : scale);
    const double edge = place > 0 ? std::numeric_limits<double>::infinity() : 0.0;
    return isNegative ? -edge : edge;
}

/// Reads JSON (RFC 8259) out of UTF-8 that is known to be well-formed.
class Parser
{
public:
    explicit Parser(QByteArrayView text)
        : m_text(text)
    {
    }

    std::optional<Any> parse()
    {
        auto any = value(1);
        skipSpace();
        if (!m_ok || m_at != m_text.size())
            return std::nullopt;
        return any;
    }

private:
    char peek() const { return m_at < m_text.size() ? m_text[m_at] : '\0'; }
    bool take(char wanted)
    {
        if (peek() != wanted || m_at == m_text.size())
            return false;
        ++m_at;
        return true;
    }
    void expect(char wanted) { m_ok = take(wanted) && m_ok; }
    void skipSpace()
    {
        while (peek() == ' ' || peek() == '\n' || peek() == '\r' || peek() == '\t')
            ++m_at;
    }
    Any fail()
    {
        m_ok = false;
        return {};
    }

    Any value(int depth)
    {
        skipSpace();
        if (depth > DeepestAny)
            return fail();
        switch (peek()) {
        case '{': return object(depth);
        case '[': return array(depth);
        case '"': return string();
        case 't': return word("true", true);
        case 'f': return word("false", false);
        case 'n': return word("null", nullptr);
        default: return number();
        }
    }

    Any word(QByteArrayView letters, const Any &meaning)
    {
        if (!m_text.sliced(m_at).startsWith(letters))
            return fail();
        m_at += letters.size();
        return meaning;
    }

    Any object(int depth)
    {
        Any::Object entries;
        expect('{');
        skipSpace();
        if (take('}'))
            return entries;
        do {
            skipSpace();
            auto key = string();
            skipSpace();
            expect(':');
            entries.emplace_back(std::move(key), value(depth + 1));
            skipSpace();
        } while (m_ok && take(','));
        expect('}');
        return inKeyOrder(std::move(entries));
    }

    Any array(int depth)
    {
        Any::Array values;
        expect('[');
        skipSpace();
        if (take(']'))
            return values;
        do {
            values.push_back(value(depth + 1));
            skipSpace();
        } while (m_ok && take(','));
        expect(']');
        return values;
    }

    qsizetype skipDigits()
    {
        const auto before = m_at;
        while (peek() >= '0' && peek() <= '9')
            ++m_at;
        return m_at - before;
    }

    Any number()
    {
        const auto begin = m_at;
        take('-');
        if (!take('0') && skipDigits() == 0)
            return fail();
        if (take('.') && skipDigits() == 0)
            return fail();
        if (take('e') || take('E')) {
            if (!take('-'))
                take('+');
            if (skipDigits() == 0)
                return fail();
        }
        const auto text = m_text.sliced(begin, m_at - begin);
        double result = 0;
        const auto read = std::from_chars(text.begin(), text.end(), result);
        return read.ec == std::errc() ? result : roundedToEdge(text);
    }

    QString string()
    {
        expect('"');
        QString text;
        auto begin = m_at;
        const auto flush = [&] { text += QString::fromUtf8(m_text.sliced(begin, m_at - begin)); };
        while (m_ok && peek() != '"') {
            if (quint8(peek()) < 0x20) { // or the end
                m_ok = false;
            } else if (peek() == '\\') {
                flush();
                text += escape();
                begin = m_at;
            } else {
                ++m_at;
            }
        }
        flush();
        expect('"');
        return text;
    }

    QChar escape()
    {
        ++m_at;
        const char letter = peek();
        ++m_at;
        switch (letter) {
        case '"':
        case '\\':
        case '/': return QLatin1Char(letter);
        case 'b': return u'\b';
        case 'f': return u'\f';
        case 'n': return u'\n';
        case 'r': return u'\r';
        case 't': return u'\t';
        case 'u': return unit();
        default: m_at = std::min(m_at, m_text.size()); return fail(), QChar();
        }
    }

    QChar unit()
    {
        static constexpr qsizetype Digits = 4;
        const auto digits = m_text.sliced(m_at, std::min(Digits, m_text.size() - m_at));
        quint16 code = 0;
        const auto [end, error] = std::from_chars(digits.begin(), digits.end(), code, 16);
        m_at += digits.size();
        m_ok = m_ok && error == std::errc() && end - digits.begin() == Digits;
        return QChar(code);
    }

    QByteArrayView m_text;
    qsizetype m_at = 0;
    bool m_ok = true;
};

/// ECMA-262, Number::toString: the fewest digits that name this very number.
void writeNumber(QByteArray &out, double number)
{
    if (number == 0 || !std::isfinite(number)) {
        out += number == 0 ? "0" : "null";
        return;
    }
    std::array<char, 32> buffer;
    const auto written = std::to_chars(buffer.data(), buffer.data() + buffer.size(),
                                       std::abs(number), std::chars_format::scientific);
    const QByteArrayView text(buffer.data(), written.ptr - buffer.data());
    const auto e = text.indexOf('e');
    QByteArray digits = text.first(1) + (e > 1 ? text.sliced(2, e - 2) : QByteArrayView());
    const auto point = text.sliced(e + 1).toInt() + 1; // digits before the decimal point
    const auto count = int(digits.size());
    if (number < 0)
        out += '-';
    if (point > 21 || point <= -6) {
        if (count > 1)
            digits.insert(1, '.');
        out += digits + 'e' + (point > 0 ? "+" : "-") + QByteArray::number(std::abs(point - 1));
    } else if (point <= 0) {
        out += "0." + QByteArray(-point, '0') + digits;
    } else if (point >= count) {
        out += digits + QByteArray(point - count, '0');
    } else {
        out += digits.insert(point, '.');
    }
}

void writeUnit(QByteArray &out, char16_t unit)
{
    out += "\\u" + QByteArray::number(uint(unit), 16).rightJustified(4, '0');
}

void writeEscaped(QByteArray &out, char16_t unit)
{
    switch (unit) {
    case u'"': out += "\\\""; break;
    case u'\\': out += "\\\\"; break;
    case u'\b': out += "\\b"; break;
    case u'\f': out += "\\f"; break;
    case u'\n': out += "\\n"; break;
    case u'\r': out += "\\r"; break;
    case u'\t': out += "\\t"; break;
    default: writeUnit(out, unit);
    }
}

void writeString(QByteArray &out, QStringView text)
{
    out += '"';
    qsizetype begin = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const auto c = text[i];
        const bool isPair =
            c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        if (isPair) {
            ++i;
        } else if (c < u' ' || c == u'"' || c == u'\\' || c.isSurrogate()) {
            out += toUtf8(text.sliced(begin, i - begin));
            writeEscaped(out, c.unicode());
            begin = i + 1;
        }
    }
    out += toUtf8(text.sliced(begin)) + '"';
}

struct Writer
{
    QByteArray &out;

    void write(const Any &any) const { std::visit(*this, any.value); }
    void operator()(Undefined) const { out += "null"; }
    void operator()(std::nullptr_t) const { out += "null"; }
    void operator()(bool flag) const { out += flag ? "true" : "false"; }
    void operator()(double number) const { writeNumber(out, number); }
    void operator()(Any::BigInt number) const { out += QByteArray::number(number.value); }
    void operator()(const QString &text) const { writeString(out, text); }
    void operator()(const QByteArray &bytes) const // an Uint8Array is an object to JSON
    {
        out += '{';
        for (qsizetype i = 0; i < bytes.size(); ++i) {
            out += (i > 0 ? ",\"" : "\"") + QByteArray::number(i)
                + "\":" + QByteArray::number(quint8(bytes[i]));
        }
        out += '}';
    }
    void operator()(const Any::Array &values) const
    {
        out += '[';
        for (const auto &value : values) {
            if (&value != values.data())
                out += ',';
            write(value);
        }
        out += ']';
    }
    void operator()(const Any::Object &entries) const
    {
        out += '{';
        bool isFirst = true;
        for (const auto index : keyOrder(entries)) {
            const auto &[key, value] = entries[index];
            if (value.isUndefined())
                continue;
            if (!std::exchange(isFirst, false))
                out += ',';
            writeString(out, key);
            out += ':';
            write(value);
        }
        out += '}';
    }
};

bool isSameObject(const Any::Object &left, const Any::Object &right)
{
    if (left.size() != right.size())
        return false;
    std::vector<const std::pair<QString, Any> *> order;
    for (const auto &entry : right)
        order.push_back(&entry);
    const auto key = [](const auto *entry) -> const QString & { return entry->first; };
    std::ranges::sort(order, {}, key);
    return std::ranges::all_of(left, [&](const auto &entry) {
        const auto found = std::ranges::lower_bound(order, entry.first, {}, key);
        return found != order.end() && (*found)->first == entry.first
            && isSameJson(entry.second, (*found)->second);
    });
}

} // namespace

std::optional<Any> parseJson(QByteArrayView utf8)
{
    if (!isValidUtf8(utf8))
        return std::nullopt;
    return Parser(utf8).parse();
}

QByteArray stringify(const Any &any)
{
    if (any.isUndefined())
        return "undefined";
    QByteArray out;
    Writer{out}.write(any);
    return out;
}

bool isSameJson(const Any &left, const Any &right)
{
    const auto *leftEntries = left.object();
    const auto *rightEntries = right.object();
    if (leftEntries && rightEntries)
        return isSameObject(*leftEntries, *rightEntries);
    const auto *leftValues = left.array();
    const auto *rightValues = right.array();
    if (leftValues && rightValues)
        return std::ranges::equal(*leftValues, *rightValues, isSameJson);
    return left == right;
}

bool isSameJsonText(QByteArrayView left, QByteArrayView right)
{
    if (left == right)
        return true;
    const auto leftAny = parseJson(left);
    const auto rightAny = parseJson(right);
    return leftAny && rightAny && isSameJson(*leftAny, *rightAny);
}

} // namespace lib0
