// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/editor/merge.h"
#include "workspace/editor/paintedpane.h"
#include "workspace/textview/textdocument.h"
#include "workspace/textview/thinscroll.h"

class QKeyEvent;

namespace workspace {

class Look;
class YamlHighlighting;

/// The conflicts of a three-way merge, one card each: mine, theirs and what both came from, and a
/// choice. n and p (or the arrows) go from one to the next; 1 takes mine, 2 theirs, 3 both, 4 the
/// base; the choices can also be clicked.
class MergePane final : public PaintedPane
{
    Q_OBJECT

public:
    using Choice = MergeChunk::Choice;

    /// `highlighting` and `look` are borrowed and must outlive the pane.
    MergePane(YamlHighlighting &highlighting, Look &look, QObject *parent = nullptr);

    void setMerge(Merge merge);
    const Merge &merge() const { return m_merge; }
    /// What the two sides are called: "Yours", "In the cluster".
    void setNames(const QString &mine, const QString &theirs);
    int currentConflict() const { return m_current; } ///< which card, from 0; -1: none
    void goToConflict(int step);
    void choose(int conflict, Choice choice);
    /// Where a choice is painted; empty when there is no such card.
    QRectF choiceRect(int conflict, Choice choice) const;

    void setSize(QSizeF size) override;
    void paint(QPainter &painter, bool focused) override;
    bool handleInput(QEvent &event) override;
    Qt::CursorShape cursorAt(QPointF position) const override;
    QString accessibleText() const override;

Q_SIGNALS:
    void chosen(); ///< a choice was made: merge() has another result

private:
    static constexpr qreal FontPixels = 12;
    static constexpr qreal BarWidth = 9;
    static constexpr qreal SummaryHeight = 34;
    static constexpr qreal TitleHeight = 32;
    static constexpr qreal HeadingHeight = 24;
    static constexpr size_t MostLines = 40; ///< of a column that are shown

    struct Column
    {
        QString heading = {};
        std::vector<TextLine> lines = {};
        QRectF rect = {}; ///< in units of the whole content
    };
    struct Card
    {
        int chunk = 0;
        QRectF rect = {};
        std::vector<Column> columns = {};
        std::vector<std::pair<Choice, QRectF>> buttons = {};
    };

    void relayout();
    QString nameOf(Choice choice) const;
    void layoutButtons(Card &card);
    std::pair<int, Choice> buttonAt(QPointF position) const;
    void revealCard(int card);
    bool press(QPointF point);
    bool key(const QKeyEvent &event);
    void paintSummary(QPainter &painter);
    void paintCard(QPainter &painter, int index, bool current);
    void paintColumn(QPainter &painter, const Column &column, bool taken);
    void paintButton(QPainter &painter, int number, const QString &name, const QRectF &rect,
                     bool chosen, bool hovered);

    YamlHighlighting &m_highlighting;
    Look &m_look;
    Merge m_merge;
    QString m_mine;
    QString m_theirs;
    std::vector<Card> m_cards;
    QSizeF m_size;
    ThinScroll m_vertical{Qt::Vertical};
    qreal m_rowHeight = 18;
    int m_current = -1;
    std::pair<int, Choice> m_hovered{-1, Choice::None};
};

} // namespace workspace
