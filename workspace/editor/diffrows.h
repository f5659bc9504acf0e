// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/editor/linediff.h"

namespace workspace {

/// One row of a side by side view.
struct DiffRow
{
    enum class Kind {
        Same,
        Changed, ///< the left line became the right line
        Removed, ///< only at the left
        Added, ///< only at the right
        Gap, ///< stands for `count` lines that are the same
    };

    Kind kind = Kind::Same;
    int left = -1; ///< line, or -1; the first one of a gap
    int right = -1;
    int count = 1;
    int hunk = -1; ///< the hunk that it belongs to, or -1

    bool operator==(const DiffRow &) const = default;
};

/// All lines of both sides, aligned. Within a hunk the lines that resemble each other most stand
/// side by side, in order.
std::vector<DiffRow> alignedRows(const LineDiff &diff, const QStringList &left,
                                 const QStringList &right);

/// Puts one gap in place of each long stretch of equal rows, but for `context` rows next to a
/// change. `opened` names gaps to keep open, by their first left line.
std::vector<DiffRow> foldedRows(const std::vector<DiffRow> &rows, int context,
                                const std::vector<int> &opened = {});

} // namespace workspace
