// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/apimachinery/bigdecimal.h"

#include <QString>

#include <expected>

namespace kube {

/// An amount of a resource as Kubernetes writes it: "500m", "1.5Gi", "2e3". Never finer than a
/// billionth: what is, is rounded away from zero.
/// https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/
class Quantity
{
public:
    enum class Format { DecimalSI, BinarySI, DecimalExponent };
    enum class Problem {
        Form, ///< neither a number nor a number with a suffix
        Number, ///< the part before the suffix is no number
        Suffix, ///< no known suffix
    };

    Quantity() = default; ///< zero
    static std::expected<Quantity, Problem> parse(QStringView text);

    Format format() const { return m_format; }
    bool isZero() const { return m_amount.isZero(); }

    /// The canonical form; a text that is as good as canonical is kept as it was written.
    QString toString() const;
    /// Whole units, rounded away from zero; what does not fit is the nearest that does.
    qint64 value() const { return scaled(0); }
    /// Thousandths of units, likewise.
    qint64 milliValue() const { return scaled(-3); }
    /// Billionths of units, likewise.
    qint64 nanoValue() const { return scaled(-9); }
    double toDouble() const { return m_amount.toDouble(); }

    /// A zero takes on the format of what is added or subtracted.
    Quantity &operator+=(const Quantity &other);
    Quantity &operator-=(const Quantity &other);

    std::strong_ordering operator<=>(const Quantity &other) const
    {
        return m_amount <=> other.m_amount;
    }
    bool operator==(const Quantity &other) const { return m_amount == other.m_amount; }

private:
    qint64 scaled(int exponent) const;

    BigDecimal m_amount;
    Format m_format = Format::DecimalSI;
    QString m_written; // the text it was parsed from, if that need not be rewritten
};

} // namespace kube
