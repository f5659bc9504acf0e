// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/logs/view/cellfont.h"
#include "workspace/logs/view/shownline.h"

#include <QTextLayout>

#include <memory>
#include <vector>

class QPainter;

namespace workspace {

/// A line ready to be painted again and again: cell by cell where its letters allow it, else
/// shaped. All positions are relative to the top left of its text.
class LaidLine
{
public:
    /// How lines are laid out, the same for all of a pane.
    struct Rules
    {
        QFont font = {};
        CellFont cells = {};
        qreal rowHeight = 17;
        qreal inset = 0; ///< of the text in its row
        qreal wrapWidth = 0; ///< 0: not wrapped
    };

    LaidLine() = default;
    LaidLine(ShownLine shown, const Rules &rules);

    bool isEmpty() const { return m_rows == 0; }
    const QString &text() const { return m_text; }
    int rows() const { return m_rows; }
    qreal firstRowWidth() const;
    int columnAt(QPointF point, const Rules &rules) const;

    /// `from` and `to` are what is selected.
    void paint(QPainter &painter, QPointF at, int from, int to, const QColor &selection,
               const Rules &rules) const;

private:
    struct Run
    {
        QGlyphRun glyphs = {};
        QColor color = {}; ///< invalid: that of text
    };
    struct Fill
    {
        int start = 0;
        int length = 0;
        QColor color = {};
    };

    bool layCells(const ShownLine &shown, const Rules &rules);
    void layShaped(const ShownLine &shown, const Rules &rules);

    QString m_text;
    int m_rows = 0;
    qreal m_cell = 0; ///< width; 0: shaped
    std::vector<Fill> m_fills;
    std::vector<Run> m_runs;
    std::unique_ptr<QTextLayout> m_layout;
};

} // namespace workspace
