// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fuzz/fuzz.h"

#include "kube/apimachinery/quantity.h"

/// What was read is written so that it reads the same.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const auto text = QString::fromUtf8(fuzz::viewOf(data, size));
    const auto quantity = kube::Quantity::parse(text);
    if (!quantity)
        return 0;
    const auto written = quantity->toString();
    const auto again = kube::Quantity::parse(written);
    fuzz::require(again.has_value(), "a canonical quantity can be read");
    fuzz::require(*again == *quantity, "a quantity keeps its value");
    fuzz::require(again->value() == quantity->value(), "and its whole units");
    fuzz::require(again->milliValue() == quantity->milliValue(), "and its thousandths");
    auto sum = *quantity;
    sum += *again;
    sum -= *again;
    fuzz::require(sum == *quantity, "what is added can be taken away");
    return 0;
}
