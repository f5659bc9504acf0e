// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/logs/logmodel.h"
#include "workspace/textview/thinscroll.h"

#include <QObject>
#include <QPointF>
#include <QRectF>
#include <QTextLayout>

#include <memory>
#include <unordered_map>

class QKeyEvent;
class QMouseEvent;
class QPainter;
class QWheelEvent;

namespace workspace {

class Look;

QColor colorOf(logstore::Level level, const Look &look);

/// The painted lines of a log: scrolled, selected, followed. Only lines in view are laid out.
///
/// A part of LogContent: coordinates are the content's; the pane paints inside its area. It follows
/// the newest line until the reader scrolls up. GUI thread only.
class LogPane final : public QObject
{
    Q_OBJECT

public:
    struct Position
    {
        qint64 line = 0;
        int column = 0; ///< in UTF-16 units of the line as shown

        auto operator<=>(const Position &) const = default;
    };

    /// Both are borrowed and must outlive the pane.
    LogPane(LogModel &model, Look &look, QObject *parent = nullptr);
    ~LogPane() override;

    void setArea(const QRectF &area);
    void paint(QPainter &painter, bool focused);
    bool handleInput(QEvent &event);
    bool isOverText(QPointF position) const;

    void setWrapped(bool wrapped);
    bool isWrapped() const { return m_wrapped; }
    void setStampsShown(bool shown);
    bool areStampsShown() const { return m_stamps; }

    bool isFollowing() const { return m_following; }
    void setFollowing(bool following);
    /// How many rows lie below the view.
    qint64 rowsBelow() const;
    /// Scrolls a line into the view and marks it as the place where a search goes on.
    void reveal(qint64 number);
    qint64 currentLine() const { return m_current; } ///< -1: none
    qint64 topLine() const { return m_topLine; }

    bool hasSelection() const { return m_anchor != m_cursor; }
    QString selectedText() const;
    void selectAll();
    void clearSelection() { m_anchor = m_cursor = {}; }
    /// Forgets laid out lines: what is marked in them has changed.
    void relayout();

Q_SIGNALS:
    void updated();

private:
    QString textOf(qint64 number) const; ///< as shown, with the stamp when stamps are shown
    qsizetype stampPart(const LogModel::Line &line) const;
    std::unique_ptr<QTextLayout> makeLayout(qint64 number) const;
    QTextLayout &layoutOf(qint64 number);
    qreal heightOf(qint64 number);
    qreal textLeft() const { return m_area.left() + 11; }
    void settle();
    void syncScroll();
    void paintLine(QPainter &painter, qint64 number, qreal top, bool focused);
    Position positionAt(QPointF point);
    void scrollBy(qreal distance);
    void scrollSideways(qreal distance);
    bool press(const QMouseEvent &event);
    bool move(QPointF point, Qt::MouseButtons buttons);
    bool wheel(const QWheelEvent &event);
    bool key(const QKeyEvent &event);

    LogModel &m_model;
    Look &m_look;
    QRectF m_area;
    ThinScroll m_scroll{Qt::Vertical};
    std::unordered_map<qint64, std::unique_ptr<QTextLayout>> m_layouts;
    std::unique_ptr<QTextLayout> m_unfinished; ///< of the line that still grows
    qreal m_rowHeight = 17;
    qreal m_inset = 0; ///< of the text in its row
    qreal m_charWidth = 7;
    qint64 m_topLine = 0;
    qreal m_topHidden = 0; ///< how much of the top line is above the view
    qreal m_left = 0;
    int m_columns = 512; ///< how many characters of a line are laid out when not wrapped
    qint64 m_current = -1;
    Position m_anchor;
    Position m_cursor;
    bool m_selecting = false;
    bool m_following = true;
    bool m_wrapped = false;
    bool m_stamps = false;
};

} // namespace workspace
