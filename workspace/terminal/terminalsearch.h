// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <vector>

class QTermWidget;

namespace workspace {

/// Finds a text in what a terminal shows and has scrolled away, and selects one hit after the
/// other. Case counts when the text has a capital letter. GUI thread only.
class TerminalSearch
{
public:
    /// Where a hit begins, and where it ends in that row; rows count from the oldest line kept.
    struct Hit
    {
        int row = 0;
        int from = 0; ///< characters of the row, not cells
        int to = 0; ///< behind the last

        auto operator<=>(const Hit &) const = default;
    };

    /// `terminal` is borrowed and must outlive the search.
    explicit TerminalSearch(QTermWidget &terminal);

    /// Looks for it anew, from the newest hit backwards; an empty text ends the search.
    void setText(const QString &text);
    /// Looks again, after output came; the hit in view stays the one in view.
    void refresh();
    void next();
    void previous();

    const QString &text() const { return m_text; }
    int count() const { return int(m_hits.size()); }
    /// Counts from 0; -1 without a hit.
    int current() const { return m_current; }
    bool isAtEnd() const; ///< whether the newest line is in view

private:
    void find();
    void select(const Hit &hit);
    int cellOf(int row, int character) const;

    QTermWidget &m_terminal;
    QString m_text;
    std::vector<QString> m_rows;
    std::vector<Hit> m_hits;
    int m_current = -1;
};

/// The text of the rows [from, to) of a terminal, without what is blank at their ends; a row that
/// goes on in the next one keeps its blanks. The terminal's selection is gone afterwards.
std::vector<QString> rowsOf(QTermWidget &terminal, int from, int to);
/// Nothing is selected any more.
void clearSelection(QTermWidget &terminal);
/// Rows count from the oldest line kept; both ends are in it.
struct TerminalCells
{
    int fromRow = 0;
    int fromColumn = 0;
    int toRow = 0;
    int toColumn = 0;
};

/// Selects them, has them painted, and scrolls so that the first row is in the middle.
void selectCells(QTermWidget &terminal, TerminalCells cells);

} // namespace workspace
