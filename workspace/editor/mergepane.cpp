// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/editor/mergepane.h"

#include "workspace/look/look.h"
#include "workspace/textview/linefield.h"
#include "workspace/yaml/yamlhighlighting.h"

#include <QFontMetricsF>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace workspace {

static constexpr qreal margin = 12;
static constexpr qreal buttonHeight = 26;

MergePane::MergePane(YamlHighlighting &highlighting, Look &look, QObject *parent)
    : PaintedPane(parent)
    , m_highlighting(highlighting)
    , m_look(look)
    , m_mine(tr("Mine"))
    , m_theirs(tr("Theirs"))
{
    m_rowHeight = std::ceil(QFontMetricsF(m_look.mono(FontPixels)).height() * 1.2);
    connect(&m_look, &Look::changed, this, &MergePane::updated);
}

void MergePane::setMerge(Merge merge)
{
    m_merge = std::move(merge);
    m_cards.clear();
    for (const int chunk : m_merge.conflicts()) {
        const auto &conflict = m_merge.chunks()[size_t(chunk)];
        Card card{.chunk = chunk};
        card.columns.push_back({.lines = m_highlighting.highlight(conflict.mine)});
        card.columns.push_back({.lines = m_highlighting.highlight(conflict.theirs)});
        card.columns.push_back({.lines = m_highlighting.highlight(conflict.base)});
        m_cards.push_back(std::move(card));
    }
    m_current = m_cards.empty() ? -1 : 0;
    m_vertical.setOffset(0);
    relayout();
    Q_EMIT updated();
}

void MergePane::setNames(const QString &mine, const QString &theirs)
{
    m_mine = mine;
    m_theirs = theirs;
    relayout();
    Q_EMIT updated();
}

QString MergePane::nameOf(Choice choice) const
{
    switch (choice) {
    case Choice::None: return {};
    case Choice::Mine: return m_mine;
    case Choice::Theirs: return m_theirs;
    case Choice::MineThenTheirs: return tr("Both");
    case Choice::Base: return tr("As it was");
    }
    Q_UNREACHABLE_RETURN({});
}

static constexpr std::array choices{MergeChunk::Choice::Mine, MergeChunk::Choice::Theirs,
                                    MergeChunk::Choice::MineThenTheirs, MergeChunk::Choice::Base};

void MergePane::layoutButtons(Card &card)
{
    const QFontMetricsF metrics(m_look.sans(12));
    card.buttons.clear();
    qreal left = card.rect.left() + margin;
    for (const auto choice : choices) {
        const qreal width = metrics.horizontalAdvance(nameOf(choice)) + 42;
        card.buttons.emplace_back(
            choice, QRectF(left, card.rect.bottom() - margin - buttonHeight, width, buttonHeight));
        left += width + 6;
    }
}

void MergePane::relayout()
{
    const qreal width = std::max(0.0, m_size.width() - 2 * margin - BarWidth);
    qreal top = SummaryHeight + margin;
    for (auto &card : m_cards) {
        const std::array<QString, 3> headings{m_mine, m_theirs, tr("Before")};
        size_t most = 1;
        for (const auto &column : card.columns)
            most = std::max(most, column.lines.size());
        const qreal height = HeadingHeight + qreal(std::min(most, MostLines)) * m_rowHeight + 8;
        const qreal columnWidth = (width - 2 * margin - 16) / 3;
        for (size_t i = 0; i < card.columns.size(); ++i) {
            card.columns[i].heading = headings[i];
            card.columns[i].rect = {2 * margin + qreal(i) * (columnWidth + 8), top + TitleHeight,
                                    columnWidth, height};
        }
        card.rect = {margin, top, width, TitleHeight + height + buttonHeight + 2 * margin};
        layoutButtons(card);
        top = card.rect.bottom() + margin;
    }
    m_vertical.setTrack({m_size.width() - BarWidth, SummaryHeight, BarWidth,
                         std::max(0.0, m_size.height() - SummaryHeight)});
    m_vertical.setRange(top, m_size.height());
}

void MergePane::setSize(QSizeF size)
{
    m_size = size;
    relayout();
    Q_EMIT updated();
}

QRectF MergePane::choiceRect(int conflict, Choice choice) const
{
    if (conflict < 0 || size_t(conflict) >= m_cards.size())
        return {};
    for (const auto &[made, rect] : m_cards[size_t(conflict)].buttons) {
        if (made == choice)
            return rect.translated(0, -m_vertical.offset());
    }
    return {};
}

std::pair<int, MergePane::Choice> MergePane::buttonAt(QPointF position) const
{
    for (int card = 0; size_t(card) < m_cards.size(); ++card) {
        for (const auto choice : choices) {
            if (position.y() > SummaryHeight && choiceRect(card, choice).contains(position))
                return {card, choice};
        }
    }
    return {-1, Choice::None};
}

void MergePane::revealCard(int card)
{
    const auto &rect = m_cards[size_t(card)].rect;
    m_vertical.reveal(rect.top() - SummaryHeight - margin, rect.bottom() + margin);
    m_vertical.reveal(rect.top() - SummaryHeight - margin, rect.top());
}

void MergePane::goToConflict(int step)
{
    const int count = int(m_cards.size());
    if (count == 0)
        return;
    m_current = (m_current + step + count) % count;
    revealCard(m_current);
    Q_EMIT updated();
}

void MergePane::choose(int conflict, Choice choice)
{
    if (conflict < 0 || size_t(conflict) >= m_cards.size())
        return;
    m_merge.choose(m_cards[size_t(conflict)].chunk, choice);
    m_current = conflict;
    Q_EMIT chosen();
    Q_EMIT updated();
}

QString MergePane::accessibleText() const
{
    if (m_cards.empty())
        return tr("No conflicts: both sides' changes fit together.");
    const auto &chunk = m_merge.chunks()[size_t(m_cards[size_t(m_current)].chunk)];
    const auto choice = chunk.choice == Choice::None ? tr("nothing chosen") : nameOf(chunk.choice);
    return tr("Conflict %1 of %2: %3").arg(m_current + 1).arg(m_cards.size()).arg(choice);
}

Qt::CursorShape MergePane::cursorAt(QPointF position) const
{
    return buttonAt(position).first >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor;
}

bool MergePane::handleInput(QEvent &event)
{
    const auto point = pointerOf(event);
    switch (event.type()) {
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonDblClick: return press(*point);
    case QEvent::MouseButtonRelease: m_vertical.release(); return true;
    case QEvent::MouseMove:
    case QEvent::HoverMove:
    case QEvent::HoverLeave: {
        if (m_vertical.drag(*point)) {
            Q_EMIT updated();
            return true;
        }
        const auto over = buttonAt(*point);
        const bool bar = m_vertical.hover(*point);
        if (std::exchange(m_hovered, over) != over || bar)
            Q_EMIT updated();
        return true;
    }
    case QEvent::Wheel: {
        const auto &wheel = static_cast<const QWheelEvent &>(event);
        if (wheel.modifiers() & Qt::ControlModifier)
            return false;
        if (m_vertical.scrollBy(-wheel.angleDelta().y() * 3 * m_rowHeight / 120))
            Q_EMIT updated();
        return true;
    }
    case QEvent::KeyPress: return key(static_cast<const QKeyEvent &>(event));
    default: return false;
    }
}

bool MergePane::press(QPointF point)
{
    if (m_vertical.press(point)) {
        Q_EMIT updated();
        return true;
    }
    if (const auto [card, choice] = buttonAt(point); card >= 0) {
        choose(card, choice);
        return true;
    }
    for (int card = 0; size_t(card) < m_cards.size(); ++card) {
        if (m_cards[size_t(card)].rect.translated(0, -m_vertical.offset()).contains(point))
            m_current = card;
    }
    Q_EMIT updated();
    return true;
}

bool MergePane::key(const QKeyEvent &event)
{
    if (event.modifiers() & (Qt::ControlModifier | Qt::AltModifier))
        return false;
    switch (event.key()) {
    case Qt::Key_N:
    case Qt::Key_Down: goToConflict(1); return true;
    case Qt::Key_P:
    case Qt::Key_Up: goToConflict(-1); return true;
    case Qt::Key_1:
    case Qt::Key_2:
    case Qt::Key_3:
    case Qt::Key_4: choose(m_current, choices[size_t(event.key() - Qt::Key_1)]); return true;
    case Qt::Key_PageUp: m_vertical.scrollBy(-m_size.height() / 2); break;
    case Qt::Key_PageDown: m_vertical.scrollBy(m_size.height() / 2); break;
    default: return false;
    }
    Q_EMIT updated();
    return true;
}

} // namespace workspace
