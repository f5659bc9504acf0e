// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/textview/linefield.h"

#include <QCoreApplication>

class QKeyEvent;

namespace workspace {

/// The row of a log window where a person types: what to show and what to hide, what to find, a
/// note on a line. Says below it when an expression is none.
class LogQueryBar
{
    Q_DECLARE_TR_FUNCTIONS(workspace::LogQueryBar)

public:
    enum class Mode { Closed, Filter, Find, Note };
    enum class Used {
        No,
        Moved, ///< only how it looks changed
        Edited,
        Accepted, ///< Enter
        AcceptedBack, ///< Shift+Enter
        Closed, ///< Escape
    };
    static constexpr qreal RowHeight = 32;
    static constexpr qreal ProblemHeight = 19;

    Mode mode() const { return m_mode; }
    bool isTyping() const { return m_isTyping; }
    void setTyping(bool typing) { m_isTyping = typing; }
    /// Begins to type. `second` is what is hidden, of a filter.
    void open(Mode mode, const QString &first, const QString &second = {}, bool atSecond = false);
    void close();

    const QString &first() const { return m_fields[0].text(); }
    const QString &second() const { return m_fields[1].text(); }

    /// `top` and `width` of the row; `problem` is said below it.
    void place(qreal top, qreal width, const QString &problem);
    QRectF area() const; ///< empty while it is closed
    bool isOverField(QPointF at) const;

    Used handleInput(QEvent &event);
    bool press(QPointF at, const Look &look); ///< whether it was used
    /// `trailing` is a count, shown in the first field.
    void paint(QPainter &painter, const Look &look, bool focused, const QString &trailing);

private:
    QRectF fieldRect(int field) const;
    QString placeholder(int field) const;
    bool hasTwo() const { return m_mode == Mode::Filter; }

    LineField m_fields[2];
    Mode m_mode = Mode::Closed;
    QString m_problem;
    qreal m_top = 0;
    qreal m_width = 0;
    int m_active = 0;
    bool m_isTyping = false;
};

} // namespace workspace
