// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/logs/view/laidline.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace workspace {

LaidLine::LaidLine(ShownLine shown, const Rules &rules)
    : m_text(shown.text)
{
    if (!layCells(shown, rules))
        layShaped(shown, rules);
}

/// Colours, grounds and nothing else, in one row of ASCII.
bool LaidLine::layCells(const ShownLine &shown, const Rules &rules)
{
    if (!rules.cells.canDraw(shown.text)
        || (rules.wrapWidth > 0
            && qreal(shown.text.size()) * rules.cells.width() > rules.wrapWidth))
        return false;
    std::vector<QColor> colors;
    const auto size = int(shown.text.size());
    for (const auto &format : shown.formats) {
        const auto &look = format.format;
        if (look.fontWeight() > QFont::Normal || look.fontItalic() || look.fontUnderline()
            || look.fontStrikeOut())
            return false;
        const int end = std::min(size, format.start + format.length);
        if (look.hasProperty(QTextFormat::BackgroundBrush) && end > format.start)
            m_fills.push_back({format.start, end - format.start, look.background().color()});
        if (!look.hasProperty(QTextFormat::ForegroundBrush))
            continue;
        colors.resize(size_t(size));
        for (int i = format.start; i < end; ++i)
            colors[size_t(i)] = look.foreground().color();
    }
    m_cell = rules.cells.width();
    m_rows = 1;
    for (int start = 0; start < size;) {
        int end = colors.empty() ? size : start + 1;
        while (end < size && colors[size_t(end)] == colors[size_t(start)])
            ++end;
        m_runs.push_back({rules.cells.run(shown.text, start, end - start),
                          colors.empty() ? QColor() : colors[size_t(start)]});
        start = end;
    }
    return true;
}

void LaidLine::layShaped(const ShownLine &shown, const Rules &rules)
{
    m_fills.clear();
    m_layout = std::make_unique<QTextLayout>(shown.text, rules.font);
    m_layout->setFormats(shown.formats);
    m_layout->setCacheEnabled(true);
    QTextOption option;
    option.setWrapMode(rules.wrapWidth > 0 ? QTextOption::WrapAtWordBoundaryOrAnywhere
                                           : QTextOption::NoWrap);
    option.setTextDirection(Qt::LeftToRight);
    option.setUseDesignMetrics(true);
    m_layout->setTextOption(option);
    m_layout->beginLayout();
    for (auto row = m_layout->createLine(); row.isValid(); row = m_layout->createLine()) {
        row.setLineWidth(rules.wrapWidth > 0 ? rules.wrapWidth : 1e7);
        row.setPosition({0, row.lineNumber() * rules.rowHeight});
    }
    m_layout->endLayout();
    m_rows = std::max(1, m_layout->lineCount());
}

qreal LaidLine::firstRowWidth() const
{
    if (m_layout)
        return m_layout->lineCount() > 0 ? m_layout->lineAt(0).naturalTextWidth() : 0;
    return qreal(m_text.size()) * m_cell;
}

int LaidLine::columnAt(QPointF point, const Rules &rules) const
{
    if (!m_layout)
        return std::clamp(int(std::lround(point.x() / std::max(1.0, m_cell))), 0,
                          int(m_text.size()));
    const int row = std::clamp(int(point.y() / rules.rowHeight), 0, m_layout->lineCount() - 1);
    return row < 0 ? 0 : m_layout->lineAt(row).xToCursor(point.x());
}

void LaidLine::paint(QPainter &painter, QPointF at, int from, int to, const QColor &selection,
                     const Rules &rules) const
{
    const bool isSelected = to > from;
    if (m_layout) {
        QList<QTextLayout::FormatRange> selections;
        if (isSelected) {
            QTextCharFormat format;
            format.setBackground(selection);
            selections.append({from, to - from, format});
        }
        m_layout->draw(&painter, at + QPointF(0, rules.inset), selections);
        return;
    }
    const auto fill = [&](int start, int length, const QColor &color) {
        painter.fillRect(QRectF(at.x() + start * m_cell, at.y() + rules.inset, length * m_cell,
                                rules.rowHeight - 2 * rules.inset),
                         color);
    };
    for (const auto &one : m_fills)
        fill(one.start, one.length, one.color);
    if (isSelected)
        fill(from, to - from, selection);
    const auto pen = painter.pen();
    const auto baseline = at + QPointF(0, rules.inset + rules.cells.ascent());
    for (const auto &run : m_runs) {
        if (run.color.isValid())
            painter.setPen(run.color);
        painter.drawGlyphRun(baseline, run.glyphs);
        if (run.color.isValid())
            painter.setPen(pen);
    }
}

} // namespace workspace
