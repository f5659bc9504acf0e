// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <compare>
#include <optional>
#include <vector>

namespace kube {

/// A decimal number of any size: sign · magnitude · 10^exponent. Exact but for roundAway().
class BigDecimal
{
public:
    BigDecimal() = default; ///< zero
    /// `digits` holds nothing but 0 to 9.
    BigDecimal(QByteArrayView digits, int exponent, bool isNegative);

    bool isZero() const { return m_limbs.empty(); }
    bool isNegative() const { return m_isNegative; }
    int exponent() const { return m_exponent; }
    QByteArray digits() const; ///< the magnitude, "0" for zero
    double toDouble() const;

    void multiply(quint32 factor);
    /// Divides the magnitude when nothing is left over; else does nothing and says false.
    bool divideExactly(quint32 divisor);
    /// Raises the exponent as far as no digit is lost.
    void dropZeroes();
    /// Lowers the exponent to `exponent` without changing the value; does nothing when it is lower.
    void lowerExponent(int exponent);
    /// Drops what is finer than 10^exponent, rounding away from zero.
    void roundAway(int exponent);
    /// The value if it is whole and fits.
    std::optional<qint64> toInt64() const;

    BigDecimal operator-() const;
    BigDecimal operator+(const BigDecimal &other) const;
    std::strong_ordering operator<=>(const BigDecimal &other) const;
    bool operator==(const BigDecimal &other) const { return (*this <=> other) == 0; }

private:
    quint32 divide(quint32 divisor); ///< the remainder
    void trim();

    std::vector<quint32> m_limbs; // base 10^9, the lowest first, without zeroes at the end
    int m_exponent = 0;
    bool m_isNegative = false;
};

} // namespace kube
