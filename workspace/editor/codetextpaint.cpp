// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/editor/codetext.h"
#include "workspace/look/look.h"

#include <QPainter>
#include <QTextBlock>
#include <QTextLayout>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace workspace {

static QColor withAlpha(QColor color, float alpha)
{
    color.setAlphaF(alpha);
    return color;
}

QRectF CodeText::rectOf(const QTextBlock &block, int from, int to) const
{
    const auto *layout = block.layout();
    if (!layout || layout->lineCount() == 0)
        return {};
    const auto line = layout->lineAt(0);
    const auto rect = blockRect(block);
    const int length = block.length() - 1;
    // Bidirectional text runs backwards in parts.
    const qreal a = line.cursorToX(std::min(from, length));
    const qreal b = line.cursorToX(std::min(to, length));
    const qreal left = rect.left() + std::min(a, b);
    return {left, rect.top() + line.y(), std::abs(b - a), line.height()};
}

void CodeText::paintEvent(QPaintEvent *event)
{
    {
        QPainter painter(viewport());
        paintUnder(painter);
    }
    QPlainTextEdit::paintEvent(event);
    QPainter painter(viewport());
    paintOver(painter);
}

void CodeText::paintRange(QPainter &painter, const QTextBlock &block, int from, int to,
                          const QColor &fill)
{
    painter.fillRect(rectOf(block, from - block.position(), to - block.position()), fill);
}

void CodeText::paintPill(QPainter &painter, const QTextBlock &block, const MaskRun &run,
                         const QColor &fill, const QColor &outline)
{
    const auto pill = rectOf(block, run.start - block.position(), run.end() - block.position());
    painter.setPen(QPen(outline, m_zoom));
    painter.setBrush(fill);
    painter.drawRoundedRect(pill.adjusted(-2, 1.5, 2, -1.5), Look::RadiusSmall * m_zoom,
                            Look::RadiusSmall * m_zoom);
}

/// The picture of an editor that nobody works in goes on being seen: no values in it.
void CodeText::coverRevealed(QPainter &painter, const QTextBlock &block)
{
    const auto &theme = m_look.theme();
    for (const auto &run : maskRunsIn(block, MaskState::Revealed)) {
        const auto value =
            rectOf(block, run.start - block.position(), run.end() - block.position());
        painter.fillRect(value.adjusted(-3, 0, 3, 0), theme.panel);
        paintPill(painter, block, run, theme.hover, theme.border);
        painter.setPen(theme.text);
        painter.setFont(font());
        painter.drawText(value, Qt::AlignVCenter | Qt::AlignLeft, maskDots());
    }
}

void CodeText::paintUnder(QPainter &painter)
{
    const auto &theme = m_look.theme();
    const auto current = textCursor().block();
    if (current.isVisible()) {
        auto strip = blockRect(current);
        strip.setLeft(0);
        strip.setWidth(viewport()->width());
        painter.fillRect(strip, withAlpha(theme.hover, float(theme.hover.alphaF() * 0.6)));
    }
    painter.setRenderHint(QPainter::Antialiasing);
    for (auto block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        if (!block.isVisible())
            continue;
        if (blockRect(block).top() > viewport()->height())
            break;
        const int end = block.position() + block.length();
        auto match = std::ranges::lower_bound(m_matches, block.position(), {}, &TextRange::start);
        for (; match != m_matches.end() && match->start < end; ++match) {
            const bool isCurrent = match - m_matches.begin() == m_currentMatch;
            paintRange(painter, block, match->start, match->start + match->length,
                       withAlpha(theme.warn, isCurrent ? 0.5F : 0.2F));
        }
        for (const auto &run : maskRunsIn(block))
            paintPill(painter, block, run, theme.hover, theme.border);
        for (const auto &run : maskRunsIn(block, MaskState::Revealed))
            paintPill(painter, block, run, withAlpha(theme.warn, 0.10F), theme.warn);
        for (const int bracket : {m_brackets.first, m_brackets.second}) {
            if (bracket >= block.position() && bracket < end)
                paintRange(painter, block, bracket, bracket + 1, withAlpha(theme.accent, 0.25F));
        }
    }
}

void CodeText::paintOver(QPainter &painter)
{
    painter.setRenderHint(QPainter::Antialiasing);
    const int top = firstVisibleBlock().position();
    int bottom = top;
    for (auto block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        if (!block.isVisible())
            continue;
        if (blockRect(block).top() > viewport()->height())
            break;
        bottom = block.position() + block.length();
        if (!isVisible())
            coverRevealed(painter, block);
        if (m_folds.isFolded(block))
            paintFold(painter, block);
    }
    for (const auto &problem : m_problems) {
        const int start = problem.range.selectionStart();
        const auto block = document()->findBlock(start);
        if (start >= top && start < bottom && block.isVisible())
            paintSquiggle(painter, block, problem);
    }
}

static QColor colorOf(EditorProblem::Severity severity, const Theme &theme)
{
    switch (severity) {
    case EditorProblem::Severity::Error: return theme.error;
    case EditorProblem::Severity::Warning: return theme.warn;
    case EditorProblem::Severity::Info: return theme.info;
    }
    Q_UNREACHABLE_RETURN({});
}

void CodeText::paintSquiggle(QPainter &painter, const QTextBlock &block,
                             const PlacedProblem &problem)
{
    auto rect = rectOf(block, problem.range.selectionStart() - block.position(),
                       problem.range.selectionEnd() - block.position());
    if (rect.width() < m_charWidth)
        rect.setWidth(m_charWidth);
    QPen pen(colorOf(problem.severity, m_look.theme()), 1.3 * m_zoom);
    const qreal y = rect.bottom() - 1.5 * m_zoom;
    if (problem.severity != EditorProblem::Severity::Error) {
        // Errors are wavy, the others dotted: told apart without their colour.
        pen.setDashPattern(problem.severity == EditorProblem::Severity::Warning
                               ? QList<qreal>{3, 1.5}
                               : QList<qreal>{1, 2});
        painter.setPen(pen);
        painter.drawLine(QPointF(rect.left(), y), QPointF(rect.right(), y));
        return;
    }
    painter.setPen(pen);
    const qreal wave = 2 * m_zoom;
    QPolygonF line;
    for (int i = 0; rect.left() + i * wave <= rect.right(); ++i)
        line << QPointF(rect.left() + i * wave, y + (i % 2 == 0 ? 0 : -wave));
    painter.drawPolyline(line);
}

/// How many lines are out of sight: needs no words.
QString CodeText::foldText(const QTextBlock &block) const
{
    return u"⋯ %1"_s.arg(m_folds.endOf(block).blockNumber() - block.blockNumber());
}

QRectF CodeText::foldMark(const QTextBlock &block) const
{
    const auto end = rectOf(block, block.length() - 1, block.length() - 1);
    const qreal width = QFontMetricsF(m_look.sans(11 * m_zoom)).horizontalAdvance(foldText(block));
    return {end.right() + m_charWidth, end.top() + m_zoom, width + 12 * m_zoom,
            end.height() - 2 * m_zoom};
}

void CodeText::paintFold(QPainter &painter, const QTextBlock &block)
{
    const auto &theme = m_look.theme();
    const auto mark = foldMark(block);
    painter.setPen(QPen(theme.border, m_zoom));
    painter.setBrush(theme.raised);
    painter.drawRoundedRect(mark, Look::RadiusSmall * m_zoom, Look::RadiusSmall * m_zoom);
    painter.setPen(theme.textDim);
    painter.setFont(m_look.sans(11 * m_zoom));
    painter.drawText(mark, Qt::AlignCenter, foldText(block));
}

} // namespace workspace
