// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/textview/linefield.h"
#include "workspace/textview/textdocument.h"
#include "workspace/textview/thinscroll.h"
#include "workspace/window/contentrows.h"

#include <QObject>
#include <QTextLayout>

#include <memory>
#include <unordered_map>

class QKeyEvent;
class QMouseEvent;
class QWheelEvent;

namespace workspace {

class Look;

/// A painted, read-only text: scrolled, selected, copied, searched, with links in it.
///
/// A part of a WindowContent, not a widget: all coordinates are window units with the pane's top
/// left corner at 0,0. Only the lines in view are laid out. GUI thread only.
class TextPane final : public QObject, public ContentRows
{
    Q_OBJECT

public:
    /// A place between two characters.
    struct Position
    {
        int line = 0;
        int column = 0; ///< in UTF-16 units

        auto operator<=>(const Position &) const = default;
    };
    struct Match
    {
        Position start = {};
        int length = 0;
    };

    /// `look` is borrowed and must outlive the pane.
    explicit TextPane(Look &look, QObject *parent = nullptr);

    /// Shows another text, or a newer state of the same: the place that is read, the search and,
    /// where its lines did not change, the selection stay.
    void setDocument(TextDocument document);
    const TextDocument &document() const { return m_document; }
    void setLineNumbers(bool shown);
    /// Above the first line, for what the owner paints there; scrolls away with the lines.
    void setRoomAbove(qreal room);
    void setSize(QSizeF size);

    void paint(QPainter &painter, bool focused);
    bool handleInput(QEvent &event);
    Qt::CursorShape cursorAt(QPointF position) const;

    QString selectedText() const;
    void selectAll();

    /// Marks every place that contains `text` and shows the first one after the top of the view.
    /// Small letters find capitals too; a capital finds only itself.
    void find(const QString &text);
    void findNext(int step); ///< +1 or -1; goes round
    bool isFindOpen() const { return m_findOpen; }
    const std::vector<Match> &matches() const { return m_matches; }
    int currentMatch() const { return m_current; } ///< -1 when there is none

    /// How many characters of the fixed type fit into a line of the view.
    int columnsInView() const;
    int firstVisibleLine() const;
    void scrollToLine(int line);
    // --- For people who hear it
    Kind rowKind() const override { return Kind::Text; }
    int rows() const override { return int(m_document.lines.size()); }
    QString rowText(int row) const override { return m_document.lines[size_t(row)].text; }
    QRectF rowRect(int row) const override;
    int firstRowInView() const override { return firstVisibleLine(); }
    void goToRow(int row) override { scrollToLine(row); }
    void openRow(int row) override; ///< follows its first link

    /// Where the first span of a target is painted; empty when it is out of view.
    QRectF rectOfTarget(int target);

Q_SIGNALS:
    void updated(); ///< the picture is out of date
    void linkActivated(const workspace::ObjectId &object);
    void actionActivated(const QString &action);

private:
    void relayout();
    QTextLayout &layoutOf(int line);
    qreal textLeft() const;
    Position positionAt(QPointF point);
    int targetAt(QPointF point);
    void paintLine(QPainter &painter, int line, qreal top);
    void paintMarks(QPainter &painter, int line, const QRectF &row);
    void paintMark(QPainter &painter, int line, const QRectF &row, int from, int to,
                   const QColor &fill);
    void paintFind(QPainter &painter, bool focused);
    QRectF findField() const;

    bool press(const QMouseEvent &event);
    bool move(QPointF point, Qt::MouseButtons buttons);
    bool release(const QMouseEvent &event);
    bool wheel(const QWheelEvent &event);
    bool key(QKeyEvent &event);
    bool scrollKey(int key);
    bool findKey(QKeyEvent &event);
    void openFind();
    void closeFind();
    void searchAgain();
    void revealMatch();
    void selectWord(Position at);
    void copy() const;

    Look &m_look;
    TextDocument m_document;
    std::unordered_map<int, std::unique_ptr<QTextLayout>> m_layouts; ///< of the lines in view
    QSizeF m_size;
    ThinScroll m_vertical{Qt::Vertical};
    ThinScroll m_horizontal{Qt::Horizontal};
    static constexpr qreal Padding = 8;

    qreal m_rowHeight = 18;
    qreal m_top = Padding; ///< of the first line
    qreal m_charWidth = 7;
    bool m_lineNumbers = false;

    Position m_anchor;
    Position m_cursor;
    bool m_selecting = false;
    int m_hoveredTarget = -1;
    int m_pressedTarget = -1;

    LineField m_findField;
    bool m_findOpen = false;
    bool m_findTyping = false;
    std::vector<Match> m_matches;
    int m_current = -1;
};

} // namespace workspace
