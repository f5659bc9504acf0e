// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/logs/view/logquerybar.h"

#include "workspace/look/look.h"

#include <QKeyEvent>
#include <QPainter>

#include <cmath>

namespace workspace {

static constexpr qreal Narrow = 300; ///< where one field at a time is enough

void LogQueryBar::open(Mode mode, const QString &first, const QString &second, bool atSecond)
{
    m_mode = mode;
    m_fields[0].setText(first);
    m_fields[1].setText(second);
    m_active = atSecond ? 1 : 0;
    m_isTyping = true;
}

void LogQueryBar::close()
{
    m_mode = Mode::Closed;
    m_isTyping = false;
    for (auto &field : m_fields)
        field.setText({});
}

void LogQueryBar::place(qreal top, qreal width, const QString &problem)
{
    m_top = top;
    m_width = width;
    m_problem = problem;
}

QRectF LogQueryBar::area() const
{
    if (m_mode == Mode::Closed)
        return {};
    return {0, m_top, m_width, RowHeight + (m_problem.isEmpty() ? 0 : ProblemHeight)};
}

QRectF LogQueryBar::fieldRect(int field) const
{
    const QRectF row(8, m_top + 4, m_width - 16, RowHeight - 8);
    if (m_mode == Mode::Closed || (!hasTwo() && field == 1))
        return {};
    if (!hasTwo())
        return row;
    if (m_width < Narrow)
        return field == m_active ? row : QRectF();
    const qreal first = std::floor(row.width() * 0.6) - 3;
    return field == 0
        ? QRectF(row.left(), row.top(), first, row.height())
        : QRectF(row.left() + first + 6, row.top(), row.width() - first - 6, row.height());
}

bool LogQueryBar::isOverField(QPointF at) const
{
    return fieldRect(0).contains(at) || fieldRect(1).contains(at);
}

LogQueryBar::Used LogQueryBar::handleInput(QEvent &event)
{
    if (!m_isTyping || (event.type() != QEvent::KeyPress && event.type() != QEvent::InputMethod))
        return Used::No;
    if (event.type() == QEvent::KeyPress) {
        const auto &press = static_cast<QKeyEvent &>(event);
        switch (press.key()) {
        case Qt::Key_Escape: return Used::Closed;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            return press.modifiers() & Qt::ShiftModifier ? Used::AcceptedBack : Used::Accepted;
        case Qt::Key_Tab:
        case Qt::Key_Backtab:
            if (!hasTwo())
                return Used::No;
            m_active = 1 - m_active;
            return Used::Moved;
        case Qt::Key_Up:
        case Qt::Key_Down:
        case Qt::Key_PageUp:
        case Qt::Key_PageDown: return Used::No;
        default: break;
        }
    }
    return m_fields[m_active].handleInput(event) ? Used::Edited : Used::No;
}

bool LogQueryBar::press(QPointF at, const Look &look)
{
    m_isTyping = area().contains(at);
    for (const int field : {0, 1}) {
        if (fieldRect(field).contains(at)) {
            m_active = field;
            m_fields[field].press(at, fieldRect(field), look);
        }
    }
    return m_isTyping;
}

QString LogQueryBar::placeholder(int field) const
{
    switch (m_mode) {
    case Mode::Find: return tr("Find in the log");
    case Mode::Note: return tr("Note on this line, for you alone");
    case Mode::Filter: return field == 0 ? tr("Show only lines with…") : tr("Hide lines with…");
    case Mode::Closed: return {};
    }
    Q_UNREACHABLE_RETURN({});
}

void LogQueryBar::paint(QPainter &painter, const Look &look, bool focused, const QString &trailing)
{
    const auto strip = area();
    if (strip.isEmpty())
        return;
    const auto &theme = look.theme();
    painter.fillRect(strip, theme.raised);
    painter.fillRect(QRectF(strip.left(), strip.bottom() - 1, strip.width(), 1), theme.border);
    for (const int field : {0, 1}) {
        if (const auto rect = fieldRect(field); !rect.isEmpty())
            m_fields[field].paint(painter, rect, look, focused && m_isTyping && field == m_active,
                                  placeholder(field), field == 0 ? trailing : QString());
    }
    if (m_problem.isEmpty())
        return;
    painter.setPen(theme.error);
    painter.setFont(look.sans(11));
    const QRectF line(10, m_top + RowHeight - 2, m_width - 20, ProblemHeight - 2);
    painter.drawText(
        line, Qt::AlignLeft | Qt::AlignVCenter,
        painter.fontMetrics().elidedText(m_problem, Qt::ElideRight, int(line.width())));
}

} // namespace workspace
