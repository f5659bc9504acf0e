// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/editor/diffrows.h"
#include "workspace/editor/paintedpane.h"
#include "workspace/textview/textdocument.h"
#include "workspace/textview/thinscroll.h"

class QKeyEvent;
class QMouseEvent;
class QWheelEvent;

namespace workspace {

class Look;
class YamlHighlighting;

/// Two texts side by side: lines aligned, changed words marked, equal stretches folded.
///
/// n / F7 and p / Shift+F7 go to the next and previous change; a click on a folded stretch, or o,
/// opens it. Signs in the gutter tell changes apart without their colours. Texts come with dots
/// where values are masked: the pane shows what it is given and keeps nothing else.
class DiffPane final : public PaintedPane
{
    Q_OBJECT

public:
    /// `highlighting` and `look` are borrowed and must outlive the pane.
    DiffPane(YamlHighlighting &highlighting, Look &look, QObject *parent = nullptr);

    void setHeadings(const QString &left, const QString &right);
    void setTexts(const QString &left, const QString &right);
    const LineDiff &diff() const { return m_diff; }
    /// The rows as shown now.
    const std::vector<DiffRow> &rows() const { return m_rows; }
    /// The change last gone to, or -1.
    int currentChange() const { return m_current; }
    void goToChange(int step); ///< +1 or -1; goes round
    /// Opens the gap at this row, or all of them.
    void openGap(int row);
    void openAll();
    int firstVisibleRow() const;
    QRectF rectOfRow(int row) const; ///< in the pane; may be out of view
    QString summary() const; ///< "+12 −3", or that there is no difference

    void setSize(QSizeF size) override;
    void paint(QPainter &painter, bool focused) override;
    bool handleInput(QEvent &event) override;
    Qt::CursorShape cursorAt(QPointF position) const override;
    QString accessibleText() const override;

private:
    static constexpr qreal FontPixels = 12;
    static constexpr qreal HeadingHeight = 32;
    static constexpr qreal BarWidth = 9;
    static constexpr qreal OverviewWidth = 8;

    struct Side
    {
        QString heading = {};
        QStringList texts = {};
        std::vector<TextLine> lines = {};
    };

    void refold();
    void relayout();
    int rowAt(QPointF point) const;
    QRectF bodyRect() const;
    qreal gutterWidth() const;
    void revealRow(int row);
    bool press(const QMouseEvent &event);
    bool hover(QPointF point);
    bool wheel(const QWheelEvent &event);
    bool key(const QKeyEvent &event);
    void copyCurrent() const;
    void paintHeadings(QPainter &painter);
    void paintRow(QPainter &painter, int row, qreal top, bool focused);
    void paintHalf(QPainter &painter, const DiffRow &row, bool isLeft, const QRectF &cell,
                   const std::vector<TextRange> &words);
    void paintGap(QPainter &painter, const DiffRow &row, const QRectF &strip, bool hovered);
    void paintOverview(QPainter &painter);

    YamlHighlighting &m_highlighting;
    Look &m_look;
    Side m_left;
    Side m_right;
    LineDiff m_diff;
    std::vector<DiffRow> m_all;
    std::vector<DiffRow> m_rows;
    std::vector<int> m_opened;
    QSizeF m_size;
    ThinScroll m_vertical{Qt::Vertical};
    ThinScroll m_horizontal{Qt::Horizontal};
    qreal m_rowHeight = 18;
    qreal m_charWidth = 7;
    int m_current = -1;
    int m_hovered = -1; ///< row of the gap under the pointer
};

} // namespace workspace
