// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <algorithm>
#include <vector>

namespace bench {

/// Part of sorted or unsorted values, 0.5 for the median; 0 without any.
inline double percentile(std::vector<double> values, double part)
{
    if (values.empty())
        return 0;
    std::ranges::sort(values);
    return values[size_t(double(values.size() - 1) * part)];
}

} // namespace bench
