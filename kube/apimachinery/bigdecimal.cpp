// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/apimachinery/bigdecimal.h"

#include <algorithm>
#include <limits>
#include <ranges>

namespace kube {

namespace {

constexpr quint64 base = 1'000'000'000;
constexpr int limbDigits = 9;

using Limbs = std::vector<quint32>;

std::strong_ordering compareMagnitudes(const Limbs &left, const Limbs &right)
{
    if (left.size() != right.size())
        return left.size() <=> right.size();
    return std::lexicographical_compare_three_way(left.rbegin(), left.rend(), right.rbegin(),
                                                  right.rend());
}

Limbs sum(const Limbs &left, const Limbs &right)
{
    Limbs result;
    quint64 carry = 0;
    for (size_t at = 0; at < std::max(left.size(), right.size()) || carry > 0; ++at) {
        carry += at < left.size() ? left[at] : 0;
        carry += at < right.size() ? right[at] : 0;
        result.push_back(quint32(carry % base));
        carry /= base;
    }
    return result;
}

// `larger` must not be the smaller one.
Limbs difference(const Limbs &larger, const Limbs &smaller)
{
    Limbs result;
    qint64 borrow = 0;
    for (size_t at = 0; at < larger.size(); ++at) {
        qint64 limb = qint64(larger[at]) - borrow - (at < smaller.size() ? smaller[at] : 0);
        borrow = limb < 0 ? 1 : 0;
        if (limb < 0)
            limb += qint64(base);
        result.push_back(quint32(limb));
    }
    return result;
}

} // namespace

BigDecimal::BigDecimal(QByteArrayView digits, int exponent, bool isNegative)
    : m_exponent(exponent)
    , m_isNegative(isNegative)
{
    for (auto end = digits.size(); end > 0; end -= limbDigits) {
        const auto start = std::max<qsizetype>(0, end - limbDigits);
        quint32 limb = 0;
        for (const char digit : digits.sliced(start, end - start))
            limb = limb * 10 + quint32(digit - '0');
        m_limbs.push_back(limb);
    }
    trim();
}

void BigDecimal::trim()
{
    while (!m_limbs.empty() && m_limbs.back() == 0)
        m_limbs.pop_back();
    if (m_limbs.empty()) {
        m_exponent = 0;
        m_isNegative = false;
    }
}

QByteArray BigDecimal::digits() const
{
    if (m_limbs.empty())
        return "0";
    auto text = QByteArray::number(m_limbs.back());
    for (auto limb = m_limbs.rbegin() + 1; limb != m_limbs.rend(); ++limb)
        text += QByteArray::number(*limb).rightJustified(limbDigits, '0');
    return text;
}

double BigDecimal::toDouble() const
{
    auto text = digits().append('e').append(QByteArray::number(m_exponent));
    return m_isNegative ? -text.toDouble() : text.toDouble();
}

void BigDecimal::multiply(quint32 factor)
{
    quint64 carry = 0;
    for (auto &limb : m_limbs) {
        carry += quint64(limb) * factor;
        limb = quint32(carry % base);
        carry /= base;
    }
    for (; carry > 0; carry /= base)
        m_limbs.push_back(quint32(carry % base));
    trim();
}

quint32 BigDecimal::divide(quint32 divisor)
{
    quint64 rest = 0;
    for (auto &limb : m_limbs | std::views::reverse) {
        rest = rest * base + limb;
        limb = quint32(rest / divisor);
        rest %= divisor;
    }
    while (!m_limbs.empty() && m_limbs.back() == 0)
        m_limbs.pop_back();
    return quint32(rest);
}

bool BigDecimal::divideExactly(quint32 divisor)
{
    auto quotient = *this;
    if (quotient.divide(divisor) != 0)
        return false;
    *this = quotient;
    return true;
}

void BigDecimal::dropZeroes()
{
    while (!isZero() && divideExactly(10))
        ++m_exponent;
}

void BigDecimal::lowerExponent(int exponent)
{
    if (isZero())
        return;
    for (; m_exponent > exponent; --m_exponent)
        multiply(10);
}

void BigDecimal::roundAway(int exponent)
{
    bool isInexact = false;
    for (; m_exponent < exponent && !m_limbs.empty(); ++m_exponent)
        isInexact |= divide(10) != 0;
    if (isInexact) {
        m_limbs = sum(m_limbs, {1});
        m_exponent = exponent;
    }
    trim();
}

std::optional<qint64> BigDecimal::toInt64() const
{
    constexpr quint64 limit = quint64(std::numeric_limits<qint64>::max());
    if (isZero())
        return 0;
    auto whole = *this;
    whole.dropZeroes();
    if (whole.m_exponent < 0 || whole.m_exponent > 18)
        return {};
    whole.lowerExponent(0);
    bool fits = false;
    const auto magnitude = whole.digits().toULongLong(&fits);
    if (!fits || magnitude > limit + (m_isNegative ? 1 : 0))
        return {};
    return m_isNegative ? qint64(0 - magnitude) : qint64(magnitude);
}

BigDecimal BigDecimal::operator-() const
{
    auto negated = *this;
    negated.m_isNegative = !isZero() && !m_isNegative;
    return negated;
}

BigDecimal BigDecimal::operator+(const BigDecimal &other) const
{
    if (isZero() || other.isZero())
        return isZero() ? other : *this;
    auto left = *this;
    auto right = other;
    left.lowerExponent(right.m_exponent);
    right.lowerExponent(left.m_exponent);
    if (left.m_isNegative == right.m_isNegative) {
        left.m_limbs = sum(left.m_limbs, right.m_limbs);
        return left;
    }
    if (compareMagnitudes(left.m_limbs, right.m_limbs) < 0)
        std::swap(left, right);
    left.m_limbs = difference(left.m_limbs, right.m_limbs);
    left.trim();
    return left;
}

std::strong_ordering BigDecimal::operator<=>(const BigDecimal &other) const
{
    const auto difference = *this + -other;
    if (difference.isZero())
        return std::strong_ordering::equal;
    return difference.isNegative() ? std::strong_ordering::less : std::strong_ordering::greater;
}

} // namespace kube
