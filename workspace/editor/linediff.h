// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

#include <vector>

namespace workspace {

/// A stretch of lines that differ: `leftCount` lines from `left` on became `rightCount` lines from
/// `right` on. One of the counts may be 0.
struct DiffHunk
{
    int left = 0;
    int leftCount = 0;
    int right = 0;
    int rightCount = 0;

    bool operator==(const DiffHunk &) const = default;
};

struct LineDiff
{
    std::vector<DiffHunk> hunks = {}; ///< in order; between two of them at least one equal line
    int added = 0; ///< lines that are only at the right
    int removed = 0; ///< lines that are only at the left
    qint64 steps = 0; ///< how much work it was: comparisons of two lines
    bool isCoarse = false; ///< the limit was reached: blocks of lines are marked whole
};

/// How `left` becomes `right`. Myers' algorithm in linear space, after E. Myers, "An O(ND)
/// Difference Algorithm and Its Variations" (1986), over lines that were made numbers before. After
/// `limit` steps what is left to compare is taken for changed as a whole, so the work is bounded.
LineDiff diffLines(const QStringList &left, const QStringList &right, qint64 limit = 4'000'000);

/// The right side, made of the left one and the lines that the hunks name.
QStringList applied(const LineDiff &diff, const QStringList &left, const QStringList &right);

/// A run of characters that differs within two lines.
struct TextRange
{
    int start = 0;
    int length = 0;

    bool operator==(const TextRange &) const = default;
};

struct WordDiff
{
    std::vector<TextRange> left = {};
    std::vector<TextRange> right = {};
};

/// What changed between two versions of a line, in whole words. Nothing is marked when they have
/// too little in common for that to help.
WordDiff diffWords(const QString &left, const QString &right);

} // namespace workspace
