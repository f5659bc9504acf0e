// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/apimachinery/gostring.h"

#include <QByteArray>

#include <array>
#include <charconv>
#include <cmath>

using namespace Qt::StringLiterals;

namespace kube {

namespace {

/// The shortest digits that mean the value: 0.d1d2d3… × 10^point.
struct Digits
{
    bool isNegative = false;
    QByteArray digits = {};
    int point = 0;
};

Digits digitsOf(double value)
{
    std::array<char, 64> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), std::abs(value),
                                   std::chars_format::scientific);
    const QByteArray text(buffer.data(), end.ptr - buffer.data());
    const auto e = text.indexOf('e');
    return {.isNegative = std::signbit(value),
            .digits = text.first(e).replace('.', ""),
            .point = text.sliced(e + 1).toInt() + 1};
}

QByteArray plain(const Digits &number)
{
    const auto count = int(number.digits.size());
    QByteArray text = number.isNegative ? "-" : "";
    if (number.point <= 0)
        return text + "0." + QByteArray(-number.point, '0') + number.digits;
    if (number.point >= count)
        return text + number.digits + QByteArray(number.point - count, '0');
    return text + number.digits.first(number.point) + '.' + number.digits.sliced(number.point);
}

QByteArray withExponent(const Digits &number, int leastDigits)
{
    const int exponent = number.point - 1;
    QByteArray text = number.isNegative ? "-" : "";
    text += number.digits.first(1);
    if (number.digits.size() > 1)
        text += '.' + number.digits.sliced(1);
    const auto power = QByteArray::number(std::abs(exponent)).rightJustified(leastDigits, '0');
    return text + (exponent < 0 ? "e-" : "e+") + power;
}

QString special(double value)
{
    return std::isnan(value) ? u"NaN"_s : value < 0 ? u"-Inf"_s : u"+Inf"_s;
}

void appendUnicode(QByteArray &bytes, uint code)
{
    const char32_t c = code;
    bytes += QString::fromUcs4(&c, 1).toUtf8();
}

/// Reads `count` digits of `base` at `at`; nothing when there are fewer.
std::optional<uint> digitsAt(const QByteArray &text, qsizetype &at, int count, int base)
{
    if (at + count > text.size())
        return {};
    uint value = 0;
    const auto *begin = text.constData() + at;
    const auto [end, problem] = std::from_chars(begin, begin + count, value, base);
    if (problem != std::errc() || end != begin + count)
        return {};
    at += count;
    return value;
}

/// Reads what follows a backslash.
bool takeEscape(const QByteArray &text, qsizetype &at, char quote, QByteArray &into)
{
    if (at >= text.size())
        return false;
    constexpr std::string_view names = "abfnrtv\\";
    constexpr std::string_view meanings = "\a\b\f\n\r\t\v\\";
    const char c = text[at++];
    if (const auto known = names.find(c); known != std::string_view::npos) {
        into += meanings[known];
        return true;
    }
    if (c == '\'' || c == '"') {
        into += c;
        return c == quote;
    }
    if (c == 'x') {
        const auto byte = digitsAt(text, at, 2, 16);
        into += char(byte.value_or(0));
        return byte.has_value();
    }
    if (c == 'u' || c == 'U') {
        const auto code = digitsAt(text, at, c == 'u' ? 4 : 8, 16);
        if (!code || *code > 0x10ffff || (*code >= 0xd800 && *code < 0xe000))
            return false;
        appendUnicode(into, *code);
        return true;
    }
    --at;
    const auto octal = digitsAt(text, at, 3, 8);
    into += char(octal.value_or(0));
    return octal && *octal <= 255;
}

} // namespace

QString goFloat(double value)
{
    if (!std::isfinite(value))
        return special(value);
    const auto number = digitsOf(value);
    // strconv/ftoa.go, %g: for the shortest digits the bounds are those of six digits.
    const bool isLarge = value != 0 && (number.point - 1 < -4 || number.point - 1 >= 6);
    return QString::fromLatin1(isLarge ? withExponent(number, 2) : plain(number));
}

QString goJsonFloat(double value)
{
    const auto size = std::abs(value);
    const auto number = digitsOf(value);
    const bool isLarge = size != 0 && (size < 1e-6 || size >= 1e21);
    return QString::fromLatin1(isLarge ? withExponent(number, 1) : plain(number));
}

QString goJsonString(const QString &text)
{
    QString json = u"\""_s;
    for (const QChar c : text) {
        switch (c.unicode()) {
        case '"': json += "\\\""_L1; break;
        case '\\': json += "\\\\"_L1; break;
        case '\b': json += "\\b"_L1; break;
        case '\f': json += "\\f"_L1; break;
        case '\n': json += "\\n"_L1; break;
        case '\r': json += "\\r"_L1; break;
        case '\t': json += "\\t"_L1; break;
        default:
            if (c < u' ' || c == u'<' || c == u'>' || c == u'&' || c == QChar(0x2028)
                || c == QChar(0x2029))
                json += u"\\u%1"_s.arg(c.unicode(), 4, 16, QChar(u'0'));
            else
                json += c;
        }
    }
    return json + u'"';
}

std::optional<QString> goUnquoted(const QString &literal)
{
    if (literal.size() < 2 || literal.front() != literal.back())
        return {};
    const auto quote = literal.front().toLatin1();
    if (quote != '"' && quote != '\'')
        return {};
    const auto text = literal.sliced(1, literal.size() - 2).toUtf8();
    QByteArray bytes;
    for (qsizetype at = 0; at < text.size();) {
        const char c = text[at++];
        if (c == quote)
            return {};
        if (c != '\\')
            bytes += c;
        else if (!takeEscape(text, at, quote, bytes))
            return {};
    }
    return QString::fromUtf8(bytes);
}

} // namespace kube
