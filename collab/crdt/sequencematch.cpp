// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/crdt/sequencematch.h"

#include <algorithm>

namespace crdt {

namespace {

using Matches = std::vector<std::pair<size_t, size_t>>;

constexpr size_t MostCells = 1'000'000;

/// The longest common subsequence of [begin, oneEnd) and [begin, twoEnd).
void matchMiddle(const std::vector<int> &one, const std::vector<int> &two, size_t begin,
                 size_t oneEnd, size_t twoEnd, Matches &matches)
{
    const auto rows = oneEnd - begin;
    const auto columns = twoEnd - begin;
    if (rows == 0 || columns == 0 || rows > MostCells / columns)
        return;
    // Its length for what is behind each pair of places.
    const auto width = columns + 1;
    std::vector<int> longest((rows + 1) * width);
    for (auto i = rows; i-- > 0;) {
        for (auto j = columns; j-- > 0;)
            longest[i * width + j] = one[begin + i] == two[begin + j]
                ? longest[(i + 1) * width + j + 1] + 1
                : std::max(longest[(i + 1) * width + j], longest[i * width + j + 1]);
    }
    for (size_t i = 0, j = 0; i < rows && j < columns;) {
        if (one[begin + i] == two[begin + j])
            matches.emplace_back(begin + i++, begin + j++);
        else if (longest[(i + 1) * width + j] >= longest[i * width + j + 1])
            ++i;
        else
            ++j;
    }
}

} // namespace

Matches matchSequences(const std::vector<int> &one, const std::vector<int> &two)
{
    Matches matches;
    const auto shorter = std::min(one.size(), two.size());
    size_t begin = 0;
    for (; begin < shorter && one[begin] == two[begin]; ++begin)
        matches.emplace_back(begin, begin);
    size_t behind = 0;
    while (behind < shorter - begin && one[one.size() - 1 - behind] == two[two.size() - 1 - behind])
        ++behind;
    matchMiddle(one, two, begin, one.size() - behind, two.size() - behind, matches);
    for (; behind > 0; --behind)
        matches.emplace_back(one.size() - behind, two.size() - behind);
    return matches;
}

} // namespace crdt
