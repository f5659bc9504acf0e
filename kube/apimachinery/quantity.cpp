// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/apimachinery/quantity.h"

#include <algorithm>
#include <array>
#include <limits>
#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace kube {

namespace {

constexpr qsizetype longestText = 1024;
constexpr int largestExponent = 9999;
constexpr int mostDigits = largestExponent + 1; // before the point; so what is written can be read
constexpr int finest = -9;

constexpr std::array binarySuffixes{""_L1, "Ki"_L1, "Mi"_L1, "Gi"_L1, "Ti"_L1, "Pi"_L1, "Ei"_L1};
constexpr std::array decimalSuffixes{"n"_L1, "u"_L1, "m"_L1, ""_L1,  "k"_L1,
                                     "M"_L1, "G"_L1, "T"_L1, "P"_L1, "E"_L1};
constexpr int coarsest = 18; // "E"

struct Suffix
{
    Quantity::Format format = Quantity::Format::DecimalSI;
    int exponent = 0; // of 2 in BinarySI, else of 10
};

struct Parts
{
    bool isNegative = false;
    QStringView number = {}; // with sign, point and leading zeroes
    QByteArray whole = {}; // without leading zeroes
    QByteArray fraction = {};
    QStringView suffix = {};
};

bool isDigit(QChar character)
{
    return character >= u'0' && character <= u'9';
}

qsizetype skipDigits(QStringView text, qsizetype at)
{
    while (at < text.size() && isDigit(text[at]))
        ++at;
    return at;
}

// "e", a sign and digits at most; which letters make sense is decided by suffixOf().
bool isSuffixForm(QStringView text)
{
    qsizetype at = 0;
    while (at < text.size() && u"eEinumkKMGTP"_s.contains(text[at]))
        ++at;
    if (at < text.size() && (text[at] == u'-' || text[at] == u'+'))
        ++at;
    return skipDigits(text, at) == text.size();
}

std::optional<Parts> split(QStringView text)
{
    if (text.isEmpty() || text.size() > longestText)
        return {};
    Parts parts{.isNegative = text.front() == u'-'};
    qsizetype at = parts.isNegative || text.front() == u'+' ? 1 : 0;
    while (at < text.size() && text[at] == u'0')
        ++at;
    auto end = skipDigits(text, at);
    parts.whole = text.sliced(at, end - at).toLatin1();
    if (end < text.size() && text[end] == u'.') {
        at = end + 1;
        end = skipDigits(text, at);
        parts.fraction = text.sliced(at, end - at).toLatin1();
    }
    parts.number = text.first(end);
    parts.suffix = text.sliced(end);
    if (!isSuffixForm(parts.suffix))
        return {};
    if (parts.whole.isEmpty())
        parts.whole = "0";
    return parts;
}

std::optional<Suffix> suffixOf(QStringView text)
{
    for (size_t at = 0; at < decimalSuffixes.size(); ++at)
        if (text == decimalSuffixes[at])
            return Suffix{Quantity::Format::DecimalSI, int(at) * 3 + finest};
    for (size_t at = 1; at < binarySuffixes.size(); ++at)
        if (text == binarySuffixes[at])
            return Suffix{Quantity::Format::BinarySI, int(at) * 10};
    if (!text.startsWith(u'e', Qt::CaseInsensitive))
        return {};
    bool ok = false;
    const auto exponent = text.sliced(1).toInt(&ok);
    if (!ok || qAbs(exponent) > largestExponent)
        return {};
    return Suffix{Quantity::Format::DecimalExponent, exponent};
}

// Short numbers are exact from the start and may keep their text; long, fine and fractional binary
// ones are worked out, rounded and rewritten.
bool isShort(const Parts &parts, const Suffix &suffix)
{
    const auto digits = parts.whole.size() + parts.fraction.size();
    if (suffix.format == Quantity::Format::BinarySI)
        return parts.fraction.isEmpty() && digits <= 14 - suffix.exponent * 3 / 10;
    return digits <= 18 && suffix.exponent - parts.fraction.size() >= finest;
}

bool mayKeepText(const Parts &parts, const Suffix &suffix)
{
    const QByteArray digits = parts.whole + parts.fraction;
    if (suffix.format == Quantity::Format::BinarySI)
        return digits.toLongLong() % 8 != 0;
    return (suffix.exponent - parts.fraction.size()) % 3 == 0 && !digits.endsWith("000")
        && !digits.startsWith('0');
}

BigDecimal amountOf(const Parts &parts, const Suffix &suffix)
{
    const bool isBinary = suffix.format == Quantity::Format::BinarySI;
    const int exponent = (isBinary ? 0 : suffix.exponent) - int(parts.fraction.size());
    const QByteArray digits = parts.whole + parts.fraction;
    BigDecimal amount(digits, exponent, parts.isNegative);
    for (int power = 0; isBinary && power < suffix.exponent; power += 10)
        amount.multiply(1024);
    return amount;
}

void capBinary(BigDecimal &amount)
{
    const BigDecimal largest("9223372036854775807", 0, amount.isNegative());
    if (amount.isNegative() ? amount < largest : amount > largest)
        amount = largest;
}

QString decimalForm(BigDecimal amount, Quantity::Format format)
{
    amount.dropZeroes();
    auto exponent = amount.exponent();
    if (format == Quantity::Format::DecimalSI)
        exponent = qMin(exponent, coarsest);
    while (exponent % 3 != 0)
        --exponent;
    amount.lowerExponent(exponent);
    const auto number = QString::fromLatin1(amount.digits());
    if (format == Quantity::Format::DecimalSI)
        return number + decimalSuffixes[size_t(exponent - finest) / 3];
    return exponent == 0 ? number : number + u'e' + QString::number(exponent);
}

QString binaryForm(BigDecimal amount)
{
    size_t power = 0;
    amount.lowerExponent(0);
    while (power + 1 < binarySuffixes.size() && amount.divideExactly(1024))
        ++power;
    return QString::fromLatin1(amount.digits()) + binarySuffixes[power];
}

} // namespace

std::expected<Quantity, Quantity::Problem> Quantity::parse(QStringView text)
{
    const auto parts = split(text);
    if (!parts)
        return std::unexpected(Problem::Form);
    const auto suffix = suffixOf(parts->suffix);
    if (!suffix || suffix->exponent + parts->whole.size() > mostDigits)
        return std::unexpected(Problem::Suffix);

    Quantity quantity;
    quantity.m_format = suffix->format;
    quantity.m_amount = amountOf(*parts, *suffix);
    if (isShort(*parts, *suffix)) {
        if (!quantity.isZero() && mayKeepText(*parts, *suffix))
            quantity.m_written = text.toString();
        return quantity;
    }
    if (std::ranges::none_of(parts->number, isDigit))
        return std::unexpected(Problem::Number);
    quantity.m_amount.roundAway(finest);
    if (suffix->format == Format::BinarySI) {
        capBinary(quantity.m_amount);
        if (quantity.m_amount < BigDecimal("1", 0, false)
            && BigDecimal("1", 0, true) < quantity.m_amount)
            quantity.m_format = Format::DecimalSI;
    }
    return quantity;
}

QString Quantity::toString() const
{
    if (!m_written.isEmpty())
        return m_written;
    if (isZero())
        return u"0"_s;
    const BigDecimal kibi("1024", 0, false);
    auto reduced = m_amount;
    reduced.dropZeroes();
    const bool isBinary = m_format == Format::BinarySI && reduced.exponent() >= 0
        && (m_amount >= kibi || m_amount <= -kibi);
    const auto text = isBinary
        ? binaryForm(reduced)
        : decimalForm(m_amount, m_format == Format::BinarySI ? Format::DecimalSI : m_format);
    return m_amount.isNegative() ? u'-' + text : text;
}

qint64 Quantity::scaled(int exponent) const
{
    auto amount = m_amount;
    amount.roundAway(exponent);
    const BigDecimal thousandfold(amount.digits(), amount.exponent() - exponent,
                                  amount.isNegative());
    using Limits = std::numeric_limits<qint64>;
    return thousandfold.toInt64().value_or(m_amount.isNegative() ? Limits::min() : Limits::max());
}

Quantity &Quantity::operator+=(const Quantity &other)
{
    if (isZero())
        m_format = other.m_format;
    m_amount = m_amount + other.m_amount;
    m_written.clear();
    return *this;
}

Quantity &Quantity::operator-=(const Quantity &other)
{
    if (isZero())
        m_format = other.m_format;
    m_amount = m_amount + -other.m_amount;
    m_written.clear();
    return *this;
}

} // namespace kube
