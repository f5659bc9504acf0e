// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/lib0/json.h"

#include "collab/lib0/anycoding.h"

#include <charconv>
#include <cmath>

namespace lib0 {

using namespace Qt::StringLiterals;

namespace {

/// Goes through the text once; any rule that is broken ends it.
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
        space();
        return m_ok && m_at == m_text.size() ? std::optional(std::move(any)) : std::nullopt;
    }

private:
    char peek() const { return m_at < m_text.size() ? m_text[m_at] : '\0'; }
    void space()
    {
        while (peek() == ' ' || peek() == '\t' || peek() == '\n' || peek() == '\r')
            ++m_at;
    }
    bool take(char c)
    {
        if (peek() != c || m_at == m_text.size())
            return false;
        ++m_at;
        return true;
    }
    void expect(char c) { m_ok &= take(c); }
    bool word(QByteArrayView word)
    {
        if (!m_text.sliced(m_at).startsWith(word))
            return false;
        m_at += word.size();
        return true;
    }

    Any value(int depth)
    {
        space();
        if (depth > DeepestAny)
            m_ok = false;
        if (!m_ok)
            return {};
        switch (peek()) {
        case '{': return object(depth);
        case '[': return array(depth);
        case '"': return string();
        default: break;
        }
        if (word("true"))
            return true;
        if (word("false"))
            return false;
        if (word("null"))
            return nullptr;
        return number();
    }

    Any object(int depth)
    {
        Any::Object entries;
        expect('{');
        space();
        if (take('}'))
            return entries;
        do {
            space();
            auto key = string();
            space();
            expect(':');
            entries.emplace_back(std::move(key), value(depth + 1));
            space();
        } while (m_ok && take(','));
        expect('}');
        return inKeyOrder(std::move(entries));
    }

    Any array(int depth)
    {
        Any::Array values;
        expect('[');
        space();
        if (take(']'))
            return values;
        do {
            values.push_back(value(depth + 1));
            space();
        } while (m_ok && take(','));
        expect(']');
        return values;
    }

    void digits()
    {
        const auto before = m_at;
        while (peek() >= '0' && peek() <= '9')
            ++m_at;
        m_ok &= m_at > before;
    }

    Any number()
    {
        const auto begin = m_at;
        take('-');
        if (!take('0'))
            digits();
        if (take('.'))
            digits();
        if (take('e') || take('E')) {
            if (!take('+'))
                take('-');
            digits();
        }
        if (!m_ok)
            return {};
        const auto text = m_text.sliced(begin, m_at - begin);
        double read = 0;
        const auto end = std::from_chars(text.data(), text.data() + text.size(), read);
        if (end.ec == std::errc::result_out_of_range) // too large, or too small to be anything
            read = text.toByteArray().toDouble();
        return read;
    }

    char16_t unit()
    {
        char16_t unit = 0;
        for (int i = 0; i < 4; ++i) {
            const char c = peek();
            const int digit = c >= '0' && c <= '9' ? c - '0'
                : c >= 'a' && c <= 'f'             ? c - 'a' + 10
                : c >= 'A' && c <= 'F'             ? c - 'A' + 10
                                                   : -1;
            if (digit < 0)
                m_ok = false;
            else
                ++m_at;
            unit = char16_t(unit * 16 + std::max(digit, 0));
        }
        return unit;
    }

    void escape(QString &text)
    {
        static constexpr QByteArrayView Letters("\"\\/bfnrt");
        static constexpr char16_t Meanings[] = u"\"\\/\b\f\n\r\t";
        const char c = peek();
        ++m_at;
        if (c == 'u')
            text += QChar(unit());
        else if (const auto index = c == '\0' ? -1 : Letters.indexOf(c); index >= 0)
            text += QChar(Meanings[index]);
        else
            m_ok = false;
    }

    QString string()
    {
        QString text;
        expect('"');
        while (m_ok && m_at < m_text.size() && peek() != '"') {
            const auto begin = m_at;
            while (m_at < m_text.size() && peek() != '"' && peek() != '\\'
                   && quint8(peek()) >= 0x20)
                ++m_at;
            const auto plain = m_text.sliced(begin, m_at - begin);
            m_ok &= isValidUtf8(plain);
            text += QUtf8StringView(plain.data(), plain.size());
            if (take('\\'))
                escape(text);
            else if (peek() != '"')
                m_ok = false;
        }
        expect('"');
        return text;
    }

    QByteArrayView m_text;
    qsizetype m_at = 0;
    bool m_ok = true;
};

/// JavaScript's Number::toString (ECMA-262, 6.1.6.1.20): the shortest digits that read back equal,
/// plain from 1e-7 to below 1e21.
QByteArray numberText(double number)
{
    if (!std::isfinite(number))
        return "null"_ba;
    if (number == 0)
        return "0"_ba;
    char buffer[32];
    const auto end =
        std::to_chars(buffer, buffer + sizeof buffer, number, std::chars_format::scientific);
    QByteArray text(buffer, end.ptr - buffer);
    const auto mark = text.indexOf('e');
    const int exponent = text.sliced(mark + 1).toInt();
    const bool negative = text.startsWith('-');
    QByteArray digits = text.sliced(negative ? 1 : 0, mark - (negative ? 1 : 0));
    digits.replace('.', "");
    const qsizetype point = exponent + 1; // digits before the point
    QByteArray result;
    if (point > 0 && point <= 21) {
        result = digits.size() <= point
            ? QByteArray(digits + QByteArray(point - digits.size(), '0'))
            : QByteArray(digits.first(point) + '.' + digits.sliced(point));
    } else if (point > -6 && point <= 0) {
        result = "0." + QByteArray(-point, '0') + digits;
    } else {
        result = digits.first(1);
        if (digits.size() > 1)
            result += '.' + digits.sliced(1);
        result += exponent < 0 ? "e-" : "e+";
        result += QByteArray::number(std::abs(exponent));
    }
    return negative ? QByteArray('-' + result) : result;
}

struct Stringifier
{
    QByteArray &out;

    void operator()(Undefined) const { out += "null"; } // in an array
    void operator()(std::nullptr_t) const { out += "null"; }
    void operator()(bool flag) const { out += flag ? "true" : "false"; }
    void operator()(double number) const { out += numberText(number); }
    void operator()(Any::BigInt number) const { out += QByteArray::number(number.value); }
    void operator()(const QString &text) const
    {
        static constexpr char Hex[] = "0123456789abcdef";
        out += '"';
        for (qsizetype i = 0; i < text.size(); ++i) {
            const QChar c = text[i];
            switch (c.unicode()) {
            case u'"': out += "\\\""; break;
            case u'\\': out += "\\\\"; break;
            case u'\b': out += "\\b"; break;
            case u'\f': out += "\\f"; break;
            case u'\n': out += "\\n"; break;
            case u'\r': out += "\\r"; break;
            case u'\t': out += "\\t"; break;
            default:
                if (c.unicode() < 0x20) {
                    out += "\\u00";
                    out += Hex[c.unicode() >> 4];
                    out += Hex[c.unicode() & 15];
                } else if (c.isHighSurrogate() && i + 1 < text.size()
                           && text[i + 1].isLowSurrogate()) {
                    out += QStringView(text).sliced(i++, 2).toUtf8();
                } else if (c.isSurrogate()) { // well-formed JSON.stringify
                    out += "\\u" + QByteArray::number(c.unicode(), 16);
                } else {
                    out += QStringView(&c, 1).toUtf8();
                }
            }
        }
        out += '"';
    }
    void operator()(const QByteArray &bytes) const
    {
        // A Uint8Array has its indexes as keys.
        out += '{';
        for (qsizetype i = 0; i < bytes.size(); ++i) {
            out += i > 0 ? ",\"" : "\"";
            out += QByteArray::number(i) + "\":" + QByteArray::number(quint8(bytes[i]));
        }
        out += '}';
    }
    void operator()(const Any::Array &values) const
    {
        out += '[';
        for (size_t i = 0; i < values.size(); ++i) {
            if (i > 0)
                out += ',';
            std::visit(*this, values[i].value);
        }
        out += ']';
    }
    void operator()(const Any::Object &entries) const
    {
        out += '{';
        bool first = true;
        for (const auto &[key, value] : entries) {
            if (value.isUndefined())
                continue;
            if (!std::exchange(first, false))
                out += ',';
            (*this)(key);
            out += ':';
            std::visit(*this, value.value);
        }
        out += '}';
    }
};

} // namespace

std::optional<Any> parseJson(QByteArrayView text)
{
    return Parser(text).parse();
}

QByteArray stringify(const Any &any)
{
    if (any.isUndefined())
        return "undefined"_ba;
    QByteArray out;
    std::visit(Stringifier(out), any.value);
    return out;
}

} // namespace lib0
