// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/logs/view/laidline.h"
#include "workspace/logs/view/shownline.h"
#include "workspace/textview/glyphcache.h"
#include "workspace/textview/thinscroll.h"

#include <QObject>
#include <QPointF>
#include <QRectF>

#include <functional>
#include <memory>
#include <set>
#include <unordered_map>

class QKeyEvent;
class QMouseEvent;
class QPainter;
class QWheelEvent;

namespace workspace {

class Look;
struct Theme;

QColor colorOf(logstore::Level level, const Look &look);
/// A colour that can be read on the theme's panel; those of neighbours differ much.
QColor podColor(int index, const Theme &theme);

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
    enum class Density { Compact, Usual, Roomy };
    /// The note on a line that a person has marked, maybe an empty one; nothing for other lines.
    using NoteOf = std::function<std::optional<QString>(const LogModel::Line &)>;

    /// Both are borrowed and must outlive the pane.
    LogPane(LogModel &model, Look &look, QObject *parent = nullptr);
    ~LogPane() override;

    void setArea(const QRectF &area);
    const QRectF &area() const { return m_area; }
    void paint(QPainter &painter, bool focused);
    bool handleInput(QEvent &event);
    bool isOverText(QPointF position) const;

    void setWrapped(bool wrapped);
    bool isWrapped() const { return m_wrapped; }
    void setStampsShown(bool shown);
    bool areStampsShown() const { return m_style.stamps; }
    void setDensity(Density density);
    Density density() const { return m_density; }
    qreal rowHeight() const { return m_rules.rowHeight; }
    /// Short names of the streams, by id; empty: no column for them.
    void setSources(const QStringList &names, const std::vector<QColor> &colors);
    void setColumns(const std::vector<LineStyle::Column> &columns);
    const LineStyle &style() const { return m_style; }
    void setNotes(NoteOf notes) { m_noteOf = std::move(notes); }
    std::optional<QString> noteOf(const LogModel::Line &line) const;

    bool isFollowing() const { return m_following; }
    void setFollowing(bool following);
    /// How many rows lie below the view.
    qint64 rowsBelow() const;
    /// Scrolls a line into the view and marks it as the place where a search goes on and that keys
    /// act on.
    void reveal(qint64 number);
    qint64 currentLine() const { return m_current; } ///< -1: none
    /// The current line, or else the first in view.
    qint64 lineOfKeys() const;
    void moveCurrent(int rows);
    qint64 topLine() const { return m_topLine; }
    /// Brings the first line at or after a time to the top.
    void showTime(qint64 time);
    /// Of the lines in view, the first and last time; NoTime when none has one.
    std::pair<qint64, qint64> timesInView();

    /// Folds what a line has open or opens it: a JSON line, a stack trace. Whether it has anything.
    bool toggleOpen(qint64 number);
    bool isOpen(qint64 number) const { return m_open.contains(number); }

    bool hasSelection() const { return m_anchor != m_cursor; }
    QString selectedText() const;
    /// The first and last line of the selection, or the line that keys act on.
    std::pair<qint64, qint64> selectedLines() const;
    void selectAll();
    void clearSelection() { m_anchor = m_cursor = {}; }
    /// Forgets laid out lines: what is marked in them has changed.
    void relayout();

Q_SIGNALS:
    void updated();
    void scrolled(); ///< by the person

private:
    struct Laid
    {
        LaidLine line = {};
        bool isJson = false;
    };

    Laid makeLaid(qint64 number) const;
    Laid &laidOf(qint64 number);
    qreal heightOf(qint64 number);
    qreal textLeft() const { return m_area.left() + 20; }
    QRectF rowsRect() const; ///< below the names of the columns
    QRectF signRect(qreal top) const; ///< of the sign that opens a line
    void settle();
    void syncScroll();
    void forgetUnseen();
    void paintLine(QPainter &painter, qint64 number, qreal top, bool focused);
    void paintGutter(QPainter &painter, qint64 number, const QRectF &row);
    void paintSign(QPainter &painter, const QRectF &row, bool isOpen) const;
    void paintAfter(QPainter &painter, const Laid &laid, const QRectF &row, const QString &text,
                    const QColor &color);
    void paintHeader(QPainter &painter);
    std::pair<int, int> selectionIn(qint64 number, const QString &text) const;
    qint64 lineAt(QPointF point, qreal *top);
    Position positionAt(QPointF point);
    void scrollBy(qreal distance);
    void scrollSideways(qreal distance);
    bool press(const QMouseEvent &event);
    void selectWord(Position at);
    bool move(QPointF point, Qt::MouseButtons buttons);
    bool wheel(const QWheelEvent &event);
    bool key(const QKeyEvent &event);

    LogModel &m_model;
    Look &m_look;
    QRectF m_area;
    ThinScroll m_scroll{Qt::Vertical};
    LineStyle m_style{.whole = false};
    NoteOf m_noteOf;
    GlyphCache m_glyphs;
    std::unordered_map<qint64, Laid> m_laid;
    Laid m_unfinished; ///< the line that still grows
    std::set<qint64> m_open; ///< JSON lines that are spread over many
    Density m_density = Density::Usual;
    LaidLine::Rules m_rules;
    qreal m_charWidth = 7;
    qint64 m_topLine = 0;
    qreal m_topHidden = 0; ///< how much of the top line is above the view
    qreal m_left = 0;
    qint64 m_current = -1;
    Position m_anchor;
    Position m_cursor;
    bool m_selecting = false;
    bool m_following = true;
    bool m_wrapped = false;
};

} // namespace workspace
