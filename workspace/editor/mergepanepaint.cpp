// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/editor/mergepane.h"
#include "workspace/editor/paneline.h"
#include "workspace/look/glyphs.h"
#include "workspace/look/look.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace workspace {

void MergePane::paint(QPainter &painter, bool focused)
{
    painter.save();
    painter.setClipRect(QRectF({}, m_size), Qt::IntersectClip);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.save();
    painter.translate(0, -m_vertical.offset());
    for (int i = 0; size_t(i) < m_cards.size(); ++i)
        paintCard(painter, i, focused && i == m_current);
    painter.restore();
    m_vertical.paint(painter, m_look.theme());
    paintSummary(painter);
    painter.restore();
}

void MergePane::paintSummary(QPainter &painter)
{
    const auto &theme = m_look.theme();
    painter.fillRect(QRectF(0, 0, m_size.width(), SummaryHeight), theme.raised);
    painter.fillRect(QRectF(0, SummaryHeight - 1, m_size.width(), 1), theme.border);
    const int open = m_merge.openConflicts();
    const auto text = m_cards.empty() ? tr("Both sides' changes fit together.")
        : open == 0                   ? tr("Every conflict has its choice.")
                                      : tr("Conflicts that still need a choice: %1").arg(open);
    const QRectF box(12, SummaryHeight / 2 - 7, 14, 14);
    paintMark(painter, open == 0 ? Mark::Check : Mark::Triangle, box,
              open == 0 ? theme.ok : theme.warn, theme.raised);
    const auto font = m_look.sans(12, QFont::DemiBold);
    painter.setFont(font);
    painter.setPen(theme.text);
    const qreal width = std::max(0.0, m_size.width() - 46);
    painter.drawText(QRectF(34, 0, width, SummaryHeight), Qt::AlignVCenter,
                     QFontMetricsF(font).elidedText(text, Qt::ElideRight, width));
}

static bool isTaken(MergeChunk::Choice choice, size_t column)
{
    switch (choice) {
    case MergeChunk::Choice::None: return false;
    case MergeChunk::Choice::Mine: return column == 0;
    case MergeChunk::Choice::Theirs: return column == 1;
    case MergeChunk::Choice::MineThenTheirs: return column < 2;
    case MergeChunk::Choice::Base: return column == 2;
    }
    Q_UNREACHABLE_RETURN(false);
}

void MergePane::paintCard(QPainter &painter, int index, bool current)
{
    const auto &theme = m_look.theme();
    const auto &card = m_cards[size_t(index)];
    const auto choice = m_merge.chunks()[size_t(card.chunk)].choice;
    painter.setPen(QPen(current ? theme.accent : theme.border, 1));
    painter.setBrush(theme.raised);
    painter.drawRoundedRect(card.rect.adjusted(0.5, 0.5, -0.5, -0.5), Look::RadiusMedium,
                            Look::RadiusMedium);
    painter.setFont(m_look.sans(12, QFont::DemiBold));
    painter.setPen(choice == Choice::None ? theme.warn : theme.textDim);
    painter.drawText(
        QRectF(card.rect.left() + 12, card.rect.top(), card.rect.width() - 24, TitleHeight),
        Qt::AlignVCenter, tr("Conflict %1 of %2").arg(index + 1).arg(m_cards.size()));
    for (size_t i = 0; i < card.columns.size(); ++i)
        paintColumn(painter, card.columns[i], isTaken(choice, i));
    for (size_t i = 0; i < card.buttons.size(); ++i) {
        const auto &[made, rect] = card.buttons[i];
        paintButton(painter, int(i) + 1, nameOf(made), rect, made == choice,
                    m_hovered == std::pair(index, made));
    }
}

void MergePane::paintColumn(QPainter &painter, const Column &column, bool taken)
{
    const auto &theme = m_look.theme();
    painter.setPen(QPen(taken ? theme.accent : theme.border, taken ? 1.5 : 1));
    painter.setBrush(theme.panel);
    painter.drawRoundedRect(column.rect, Look::RadiusSmall, Look::RadiusSmall);
    const auto font = m_look.sans(11.5, QFont::DemiBold);
    painter.setFont(font);
    painter.setPen(taken ? theme.accent : theme.textDim);
    const QRectF heading(column.rect.left() + 8, column.rect.top(), column.rect.width() - 16,
                         HeadingHeight);
    const QString name = taken ? u"✓ "_s + column.heading : column.heading;
    painter.drawText(heading, Qt::AlignVCenter,
                     QFontMetricsF(font).elidedText(name, Qt::ElideRight, heading.width()));
    painter.save();
    painter.setClipRect(column.rect.adjusted(6, 0, -4, 0), Qt::IntersectClip);
    qreal top = column.rect.top() + HeadingHeight;
    const QPointF left(column.rect.left() + 8, 0);
    painter.setFont(m_look.sans(11.5));
    if (column.lines.empty()) {
        painter.setPen(theme.textFaint);
        painter.drawText(QRectF(left.x(), top, column.rect.width() - 16, m_rowHeight),
                         Qt::AlignVCenter, tr("(nothing here)"));
    }
    // All of them, or one less and how many more there are.
    const size_t shown = column.lines.size() > MostLines ? MostLines - 1 : column.lines.size();
    for (size_t i = 0; i < shown; ++i, top += m_rowHeight)
        paintPaneLine(painter, column.lines[i], {left.x(), top}, m_rowHeight, m_look, FontPixels);
    if (shown < column.lines.size()) {
        painter.setFont(m_look.sans(11.5));
        painter.setPen(theme.textFaint);
        painter.drawText(QRectF(left.x(), top, column.rect.width() - 16, m_rowHeight),
                         Qt::AlignVCenter, tr("⋯ %1 more").arg(column.lines.size() - shown));
    }
    painter.restore();
}

void MergePane::paintButton(QPainter &painter, int number, const QString &name, const QRectF &rect,
                            bool chosen, bool hovered)
{
    const auto &theme = m_look.theme();
    painter.setPen(QPen(chosen ? theme.accent : hovered ? theme.borderStrong : theme.border, 1));
    painter.setBrush(chosen ? theme.selection : hovered ? theme.hover : theme.panel);
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), Look::RadiusSmall,
                            Look::RadiusSmall);
    painter.setFont(m_look.mono(11));
    painter.setPen(theme.textFaint);
    painter.drawText(rect.adjusted(10, 0, 0, 0), Qt::AlignVCenter, QString::number(number));
    painter.setFont(m_look.sans(12));
    painter.setPen(chosen ? theme.accent : theme.text);
    painter.drawText(rect.adjusted(26, 0, 0, 0), Qt::AlignVCenter, name);
}

} // namespace workspace
