// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/editor/diffrows.h"

#include <algorithm>

namespace workspace {

/// How alike two lines are, from 0 to 100: what they begin and end with, without indentation.
static int likeness(const QString &left, const QString &right)
{
    const auto a = QStringView(left).trimmed();
    const auto b = QStringView(right).trimmed();
    const auto longest = std::max(a.size(), b.size());
    const auto shortest = std::min(a.size(), b.size());
    if (longest == 0)
        return 100;
    qsizetype head = 0;
    while (head < shortest && a[head] == b[head])
        ++head;
    qsizetype tail = 0;
    while (tail < shortest - head && a[a.size() - 1 - tail] == b[b.size() - 1 - tail])
        ++tail;
    return int((head + tail) * 100 / longest);
}

using Pairs = std::vector<std::pair<int, int>>;

/// Which lines of a hunk belong together: the pairs in order whose likeness adds up to most.
static Pairs pairsOf(const DiffHunk &hunk, const QStringList &left, const QStringList &right)
{
    static constexpr int enough = 40;
    static constexpr int mostCells = 4000;
    const int rows = hunk.leftCount;
    const int columns = hunk.rightCount;
    Pairs pairs;
    if (rows == 0 || columns == 0 || rows > mostCells / columns)
        return pairs;
    const int stride = columns + 1;
    std::vector<int> best(size_t((rows + 1) * stride));
    const auto gain = [&](int row, int column) {
        const int like = likeness(left[hunk.left + row], right[hunk.right + column]);
        return like >= enough ? like : 0;
    };
    const auto cell = [stride](int row, int column) { return size_t(row * stride + column); };
    for (int row = rows - 1; row >= 0; --row) {
        for (int column = columns - 1; column >= 0; --column) {
            const int like = gain(row, column);
            best[cell(row, column)] =
                std::max({best[cell(row + 1, column)], best[cell(row, column + 1)],
                          like > 0 ? like + best[cell(row + 1, column + 1)] : 0});
        }
    }
    for (int row = 0, column = 0; row < rows && column < columns;) {
        const int like = gain(row, column);
        if (like > 0 && best[cell(row, column)] == like + best[cell(row + 1, column + 1)]) {
            pairs.emplace_back(row++, column++);
        } else if (best[cell(row, column)] == best[cell(row + 1, column)]) {
            ++row;
        } else {
            ++column;
        }
    }
    return pairs;
}

static void appendHunk(std::vector<DiffRow> &rows, const DiffHunk &hunk, int index,
                       const Pairs &pairs)
{
    int l = 0;
    int r = 0;
    const auto append = [&](bool withLeft, bool withRight) {
        const auto kind = withLeft && withRight ? DiffRow::Kind::Changed
            : withLeft                          ? DiffRow::Kind::Removed
                                                : DiffRow::Kind::Added;
        rows.push_back({.kind = kind,
                        .left = withLeft ? hunk.left + l++ : -1,
                        .right = withRight ? hunk.right + r++ : -1,
                        .hunk = index});
    };
    // What belongs to no pair stands opposite each other where there is room.
    const auto fill = [&](int leftEnd, int rightEnd) {
        while (l < leftEnd || r < rightEnd)
            append(l < leftEnd, r < rightEnd);
    };
    for (const auto &[left, right] : pairs) {
        fill(left, right);
        append(true, true);
    }
    fill(hunk.leftCount, hunk.rightCount);
}

std::vector<DiffRow> alignedRows(const LineDiff &diff, const QStringList &left,
                                 const QStringList &right)
{
    std::vector<DiffRow> rows;
    rows.reserve(size_t(std::max(left.size(), right.size()) + diff.added));
    int l = 0;
    int r = 0;
    const auto same = [&](int end) {
        for (; l < end; ++l, ++r)
            rows.push_back({.left = l, .right = r});
    };
    for (int i = 0; size_t(i) < diff.hunks.size(); ++i) {
        const auto &hunk = diff.hunks[size_t(i)];
        same(hunk.left);
        appendHunk(rows, hunk, i, pairsOf(hunk, left, right));
        l = hunk.left + hunk.leftCount;
        r = hunk.right + hunk.rightCount;
    }
    same(int(left.size()));
    return rows;
}

std::vector<DiffRow> foldedRows(const std::vector<DiffRow> &rows, int context,
                                const std::vector<int> &opened)
{
    static constexpr qsizetype worthIt = 3; // a gap takes a row itself
    std::vector<DiffRow> result;
    const auto isSame = [](const DiffRow &row) { return row.kind == DiffRow::Kind::Same; };
    for (auto at = rows.begin(); at != rows.end();) {
        const auto end = std::find_if_not(at, rows.end(), isSame);
        const auto from = at == rows.begin() ? at : at + std::min<qsizetype>(context, end - at);
        const auto to = end == rows.end() ? end : end - std::min<qsizetype>(context, end - from);
        const bool isOpen = from != rows.end() && std::ranges::contains(opened, from->left);
        if (to - from >= worthIt && !isOpen) {
            result.insert(result.end(), at, from);
            result.push_back({.kind = DiffRow::Kind::Gap,
                              .left = from->left,
                              .right = from->right,
                              .count = int(to - from)});
            result.insert(result.end(), to, end);
        } else {
            result.insert(result.end(), at, end);
        }
        at = std::find_if(end, rows.end(), isSame);
        result.insert(result.end(), end, at);
    }
    return result;
}

} // namespace workspace
