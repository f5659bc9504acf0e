// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/editor/diffpane.h"
#include "workspace/editor/paneline.h"
#include "workspace/look/look.h"

#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace workspace {

// Blue and amber, which people with any colour vision tell apart; the signs say the same.
static QColor addedColor(const Theme &theme)
{
    return theme.info;
}

static QColor removedColor(const Theme &theme)
{
    return theme.warn;
}

static QColor withAlpha(QColor color, float alpha)
{
    color.setAlphaF(alpha);
    return color;
}

void DiffPane::paint(QPainter &painter, bool focused)
{
    painter.save();
    painter.setClipRect(QRectF({}, m_size), Qt::IntersectClip);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto body = bodyRect();
    painter.save();
    painter.setClipRect(QRectF(0, body.top(), m_size.width(), body.height()), Qt::IntersectClip);
    const auto &theme = m_look.theme();
    const int first = firstVisibleRow();
    int end = first;
    for (; size_t(end) < m_rows.size() && rectOfRow(end).top() <= m_size.height(); ++end)
        paintRow(painter, end, rectOfRow(end).top(), focused);
    painter.fillRect(QRectF(body.width() / 2 - 0.5, body.top(), 1, body.height()), theme.border);
    for (int row = first; row < end; ++row) { // over the line between the sides
        if (m_rows[size_t(row)].kind == DiffRow::Kind::Gap)
            paintGap(painter, m_rows[size_t(row)], rectOfRow(row), row == m_hovered);
    }
    painter.restore();
    paintOverview(painter);
    m_vertical.paint(painter, theme);
    m_horizontal.paint(painter, theme);
    paintHeadings(painter);
    painter.restore();
}

void DiffPane::paintHeadings(QPainter &painter)
{
    const auto &theme = m_look.theme();
    const QRectF strip(0, 0, m_size.width(), HeadingHeight);
    painter.fillRect(strip, theme.raised);
    painter.fillRect(QRectF(0, HeadingHeight - 1, m_size.width(), 1), theme.border);
    const auto bold = m_look.sans(12, QFont::DemiBold);
    const QFontMetricsF metrics(bold);
    const qreal half = bodyRect().width() / 2;
    painter.setFont(bold);

    // The counts stand at the right end, each in its own colour and with its sign.
    qreal right = m_size.width() - 10;
    const auto count = [&](const QString &text, const QColor &color) {
        const qreal width = metrics.horizontalAdvance(text);
        painter.setPen(color);
        painter.drawText(QRectF(right - width, 0, width + 1, HeadingHeight), Qt::AlignVCenter,
                         text);
        right -= width + 8;
    };
    if (m_diff.hunks.empty()) {
        count(summary(), theme.textDim);
    } else {
        count(u"−%1"_s.arg(m_diff.removed), removedColor(theme));
        count(u"+%1"_s.arg(m_diff.added), addedColor(theme));
        painter.setFont(m_look.sans(12));
        const auto where = m_current < 0
            ? tr("Changes: %1").arg(m_diff.hunks.size())
            : tr("%1 of %2").arg(m_current + 1).arg(m_diff.hunks.size());
        count(where, theme.textFaint);
        painter.setFont(bold);
    }
    const auto heading = [&](const QString &text, qreal left, qreal end) {
        painter.setPen(theme.text);
        const qreal width = std::max(0.0, end - left);
        painter.drawText(QRectF(left, 0, width, HeadingHeight), Qt::AlignVCenter | Qt::AlignLeft,
                         metrics.elidedText(text, Qt::ElideMiddle, width));
    };
    heading(m_left.heading, 10, half - 10);
    heading(m_right.heading, half + 10, right - 8);
}

void DiffPane::paintRow(QPainter &painter, int index, qreal top, bool focused)
{
    const auto &row = m_rows[size_t(index)];
    const auto &theme = m_look.theme();
    const qreal half = bodyRect().width() / 2;
    if (row.kind == DiffRow::Kind::Gap)
        return;
    WordDiff words;
    if (row.kind == DiffRow::Kind::Changed)
        words = diffWords(m_left.texts[row.left], m_right.texts[row.right]);
    paintHalf(painter, row, true, {0, top, half, m_rowHeight}, words.left);
    paintHalf(painter, row, false, {half, top, half, m_rowHeight}, words.right);
    if (row.hunk >= 0 && row.hunk == m_current)
        painter.fillRect(QRectF(0, top, 3, m_rowHeight),
                         focused ? theme.accent : theme.borderStrong);
}

void DiffPane::paintHalf(QPainter &painter, const DiffRow &row, bool isLeft, const QRectF &cell,
                         const std::vector<TextRange> &words)
{
    const auto &theme = m_look.theme();
    const auto &side = isLeft ? m_left : m_right;
    const int line = isLeft ? row.left : row.right;
    const bool differs = row.kind != DiffRow::Kind::Same;
    const auto color = isLeft ? removedColor(theme) : addedColor(theme);
    if (line < 0) { // the other side alone has something here
        painter.fillRect(cell, QBrush(theme.border, Qt::BDiagPattern));
        return;
    }
    if (differs)
        painter.fillRect(cell, withAlpha(color, theme.dark ? 0.11F : 0.10F));
    const qreal gutter = gutterWidth();
    painter.setFont(m_look.mono(FontPixels - 1));
    painter.setPen(differs ? theme.textDim : theme.textFaint);
    painter.drawText(QRectF(cell.left(), cell.top(), gutter - 2 * m_charWidth - 2, cell.height()),
                     Qt::AlignRight | Qt::AlignVCenter, QString::number(line + 1));
    if (differs) {
        auto sign = m_look.mono(FontPixels);
        sign.setBold(true);
        painter.setFont(sign);
        painter.setPen(color);
        painter.drawText(QRectF(cell.left() + gutter - 1.7 * m_charWidth, cell.top(),
                                2 * m_charWidth, cell.height()),
                         Qt::AlignVCenter, isLeft ? u"−"_s : u"+"_s);
    }
    painter.save();
    painter.setClipRect(cell.adjusted(gutter, 0, -2, 0), Qt::IntersectClip);
    paintPaneLine(painter, side.lines[size_t(line)],
                  {cell.left() + gutter + 2 - m_horizontal.offset(), cell.top()}, cell.height(),
                  m_look, FontPixels, words, withAlpha(color, theme.dark ? 0.32F : 0.26F));
    painter.restore();
}

void DiffPane::paintGap(QPainter &painter, const DiffRow &row, const QRectF &strip, bool hovered)
{
    const auto &theme = m_look.theme();
    painter.fillRect(strip.adjusted(0, 1, 0, -1),
                     hovered ? blended(theme.raised, theme.hover) : theme.raised);
    painter.setFont(m_look.sans(11.5));
    painter.setPen(hovered ? theme.text : theme.textDim);
    painter.drawText(strip, Qt::AlignCenter, tr("⋯ %n unchanged lines", nullptr, row.count));
}

/// Where the changes are in the whole, beside the scroll bar.
void DiffPane::paintOverview(QPainter &painter)
{
    const auto body = bodyRect();
    const auto &theme = m_look.theme();
    if (m_rows.empty() || m_vertical.maximum() <= 0)
        return;
    const qreal left = body.right() + BarWidth;
    const qreal unit = (body.height() - BarWidth) / qreal(m_rows.size());
    for (size_t i = 0; i < m_rows.size(); ++i) {
        const auto &row = m_rows[i];
        if (row.hunk < 0)
            continue;
        const qreal top = body.top() + qreal(i) * unit;
        const qreal height = std::max(2.0, unit);
        if (row.left >= 0)
            painter.fillRect(QRectF(left, top, OverviewWidth / 2 - 0.5, height),
                             removedColor(theme));
        if (row.right >= 0)
            painter.fillRect(QRectF(left + OverviewWidth / 2, top, OverviewWidth / 2 - 0.5, height),
                             addedColor(theme));
    }
}

} // namespace workspace
