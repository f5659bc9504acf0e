// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QRectF>
#include <QString>

namespace workspace {

/// What a content shows, row by row, for people who hear it: the rows of a list, the lines of a
/// text or of a terminal. Rows are counted anew at every call: they come and go. GUI thread only.
class ContentRows
{
public:
    enum class Kind { List, Text, Terminal };

    virtual ~ContentRows() = default;

    virtual Kind rowKind() const = 0;
    virtual int rows() const = 0;
    virtual QString rowText(int row) const = 0;
    /// In content coordinates; empty while it is out of view.
    virtual QRectF rowRect(int row) const = 0;
    virtual int firstRowInView() const { return 0; }
    /// The row that keys act on; -1: none.
    virtual int currentRow() const { return -1; }
    /// Whether an action would be about it.
    virtual bool isRowSelected(int row) const { return row == currentRow(); }
    /// Makes it the current one, or at least brings it into view.
    virtual void goToRow(int row) = 0;
    /// What Enter or a click does with it.
    virtual void openRow(int row) { goToRow(row); }
};

} // namespace workspace
