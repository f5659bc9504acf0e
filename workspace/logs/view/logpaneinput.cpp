// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/logs/view/jsonline.h"
#include "workspace/logs/view/logpane.h"
#include "workspace/textview/linefield.h"

#include <QMouseEvent>
#include <QTextLine>
#include <QWheelEvent>

using namespace Qt::StringLiterals;

// The third of LogPane that scrolls and selects.

namespace workspace {

bool LogPane::isOverText(QPointF position) const
{
    return m_area.contains(position) && position.x() < m_area.right() - 10;
}

bool LogPane::handleInput(QEvent &event)
{
    switch (event.type()) {
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonDblClick: return press(static_cast<QMouseEvent &>(event));
    case QEvent::MouseMove: {
        const auto &mouse = static_cast<QMouseEvent &>(event);
        return move(mouse.position(), mouse.buttons());
    }
    case QEvent::HoverMove:
        if (const auto at = pointerOf(event); at && m_scroll.hover(*at))
            Q_EMIT updated();
        return false;
    case QEvent::MouseButtonRelease:
        m_scroll.release();
        m_selecting = false;
        Q_EMIT updated();
        return true;
    case QEvent::Wheel: return wheel(static_cast<QWheelEvent &>(event));
    case QEvent::KeyPress: return key(static_cast<QKeyEvent &>(event));
    default: return false;
    }
}

// Going up lets go of the newest line, reaching it takes hold again.
void LogPane::scrollBy(qreal distance)
{
    settle();
    const auto rows = m_model.rowCount();
    const auto height = rowsRect().height();
    if (rows == 0 || (m_following && distance > 0))
        return;
    auto row = m_model.rowOf(m_topLine);
    qreal hidden = m_topHidden + distance;
    while (hidden < 0 && row > 0)
        hidden += heightOf(m_model.numberAt(--row));
    hidden = qMax(0.0, hidden);
    while (row + 1 < rows && hidden >= heightOf(m_model.numberAt(row)))
        hidden -= heightOf(m_model.numberAt(row++));
    m_topLine = m_model.numberAt(row);
    m_topHidden = hidden;
    qreal below = -hidden;
    while (row < rows && below <= height)
        below += heightOf(m_model.numberAt(row++));
    m_following = below <= height + 0.5;
    Q_EMIT scrolled();
    Q_EMIT updated();
}

void LogPane::scrollSideways(qreal distance)
{
    qreal widest = 0;
    for (const auto &[number, laid] : m_laid)
        widest = qMax(widest, qreal(laid.line.text().size()) * m_charWidth);
    const qreal room = qMax(0.0, widest + 24 - m_area.width());
    m_left = m_wrapped ? 0 : qBound(0.0, m_left + distance, room);
    const int columns = (int((m_left + m_area.width()) / m_charWidth / 256) + 2) * 256;
    if (std::exchange(m_style.most, qMax(512, columns)) != m_style.most)
        m_laid.clear();
    Q_EMIT updated();
}

bool LogPane::wheel(const QWheelEvent &event)
{
    if (event.modifiers() & Qt::ControlModifier)
        return false; // zooms the canvas
    const QPointF pixels = event.pixelDelta();
    QPointF delta =
        pixels.isNull() ? QPointF(event.angleDelta()) / 120 * 3 * m_rules.rowHeight : pixels;
    if (event.modifiers() & Qt::ShiftModifier && delta.x() == 0)
        delta = QPointF(delta.y(), 0);
    if (delta.x() != 0)
        scrollSideways(-delta.x());
    if (delta.y() != 0)
        scrollBy(-delta.y());
    return true;
}

/// The line at a place, or the last one above it; -1 when there is none.
qint64 LogPane::lineAt(QPointF point, qreal *top)
{
    const auto rows = m_model.rowCount();
    if (rows == 0)
        return -1;
    *top = rowsRect().top() - m_topHidden;
    auto row = m_model.rowOf(m_topLine);
    while (row + 1 < rows && *top + heightOf(m_model.numberAt(row)) <= point.y())
        *top += heightOf(m_model.numberAt(row++));
    return m_model.numberAt(row);
}

LogPane::Position LogPane::positionAt(QPointF point)
{
    qreal top = 0;
    const auto number = lineAt(point, &top);
    if (number < 0)
        return {};
    const auto &line = laidOf(number).line;
    if (point.y() > top + heightOf(number))
        return {number, int(line.text().size())};
    return {number, line.columnAt(point - QPointF(textLeft() - m_left, top), m_rules)};
}

bool LogPane::toggleOpen(qint64 number)
{
    const auto line = m_model.line(number);
    if (line.level != LogModel::Level::Mark && looksLikeJson(line.bytes)) {
        if (!m_open.erase(number)) {
            if (jsonPretty(line.bytes).isEmpty())
                return false;
            m_open.insert(number);
        }
        m_laid.erase(number);
        m_following = false;
        Q_EMIT updated();
        return true;
    }
    if (!m_model.isFolded() || m_model.foldable(number) == 0)
        return false;
    m_following = false;
    m_model.setOpen(number, !m_model.isOpen(number));
    return true;
}

void LogPane::selectWord(Position at)
{
    const auto text = laidOf(at.line).line.text();
    const auto isPart = [&text](qsizetype i) {
        return text[i].isLetterOrNumber() || u"_-./:"_s.contains(text[i]);
    };
    int begin = qMin(at.column, int(text.size()));
    int end = begin;
    while (begin > 0 && isPart(begin - 1))
        --begin;
    while (end < text.size() && isPart(end))
        ++end;
    m_anchor = {at.line, begin};
    m_cursor = {at.line, end};
}

bool LogPane::press(const QMouseEvent &event)
{
    if (event.button() != Qt::LeftButton || !m_area.contains(event.position()))
        return false;
    if (m_scroll.press(event.position())) {
        move(event.position(), Qt::LeftButton);
        return true;
    }
    qreal top = 0;
    const auto number = lineAt(event.position(), &top);
    if (number >= 0 && signRect(top).contains(event.position()) && toggleOpen(number))
        return true;
    const auto at = positionAt(event.position());
    if (event.type() == QEvent::MouseButtonDblClick) {
        selectWord(at);
    } else {
        if (!(event.modifiers() & Qt::ShiftModifier))
            m_anchor = at;
        m_cursor = at;
        m_selecting = true;
    }
    Q_EMIT updated();
    return true;
}

bool LogPane::move(QPointF point, Qt::MouseButtons buttons)
{
    if (!(buttons & Qt::LeftButton))
        return false;
    if (m_scroll.drag(point) || !m_selecting) {
        const auto rows = m_model.rowCount();
        if (rows == 0 || m_selecting)
            return true;
        const auto row = qint64(m_scroll.offset() / m_rules.rowHeight);
        m_following = m_scroll.offset() >= m_scroll.maximum() - 0.5;
        m_topLine = m_model.numberAt(qMin(row, rows - 1));
        m_topHidden = 0;
        Q_EMIT scrolled();
        Q_EMIT updated();
        return true;
    }
    if (point.y() < m_area.top())
        scrollBy(-m_rules.rowHeight);
    else if (point.y() > m_area.bottom())
        scrollBy(m_rules.rowHeight);
    m_cursor = positionAt(point);
    Q_EMIT updated();
    return true;
}

bool LogPane::key(const QKeyEvent &event)
{
    const qreal page = qMax(m_rules.rowHeight, m_area.height() - m_rules.rowHeight);
    switch (event.key()) {
    case Qt::Key_Up: scrollBy(-m_rules.rowHeight); return true;
    case Qt::Key_Down: scrollBy(m_rules.rowHeight); return true;
    case Qt::Key_PageUp: scrollBy(-page); return true;
    case Qt::Key_PageDown: scrollBy(page); return true;
    case Qt::Key_Left: scrollSideways(-8 * m_charWidth); return true;
    case Qt::Key_Right: scrollSideways(8 * m_charWidth); return true;
    case Qt::Key_Home:
        m_following = false;
        m_topLine = m_model.store().begin();
        m_topHidden = 0;
        Q_EMIT scrolled();
        Q_EMIT updated();
        return true;
    case Qt::Key_End: setFollowing(true); return true;
    default: return false;
    }
}

void LogPane::reveal(qint64 number)
{
    m_model.reveal(number);
    m_current = number;
    settle();
    const auto row = m_model.rowOf(number);
    const auto top = m_model.rowOf(m_topLine);
    const auto seen = qint64(rowsRect().height() / m_rules.rowHeight) - 1;
    if (row <= top || row >= top + seen) {
        m_following = false;
        m_topLine = m_model.numberAt(qMax<qint64>(0, row - seen / 2));
        m_topHidden = 0;
    }
    Q_EMIT updated();
}

void LogPane::moveCurrent(int rows)
{
    const auto count = m_model.rowCount();
    if (count == 0)
        return;
    const bool hasCurrent = m_current >= 0 && m_model.isShown(m_current);
    const auto from = m_model.rowOf(lineOfKeys());
    const auto row = std::clamp<qint64>(from + (hasCurrent ? rows : 0), 0, count - 1);
    reveal(m_model.numberAt(row));
    Q_EMIT scrolled();
}

void LogPane::showTime(qint64 time)
{
    const auto rows = m_model.rowCount();
    if (rows == 0)
        return;
    const auto row = m_model.rowOf(m_model.store().numberAt(time));
    m_following = false;
    m_topLine = m_model.numberAt(std::min(row, rows - 1));
    m_topHidden = 0;
    Q_EMIT updated();
}

std::pair<qint64, qint64> LogPane::selectedLines() const
{
    const auto [from, to] = std::minmax(m_anchor, m_cursor);
    return hasSelection() ? std::pair(from.line, to.line) : std::pair(lineOfKeys(), lineOfKeys());
}

void LogPane::selectAll()
{
    const auto rows = m_model.rowCount();
    if (rows == 0)
        return;
    m_anchor = {m_model.numberAt(0), 0};
    const auto last = m_model.numberAt(rows - 1);
    m_cursor = {last, int(shownText(m_model, last, m_style, isOpen(last)).size())};
    Q_EMIT updated();
}

QString LogPane::selectedText() const
{
    const auto [from, to] = std::minmax(m_anchor, m_cursor);
    QString text;
    const auto rows = m_model.rowCount();
    for (auto row = m_model.rowOf(from.line); from != to && row < rows; ++row) {
        const auto number = m_model.numberAt(row);
        if (number > to.line)
            break;
        const auto line = shownText(m_model, number, m_style, isOpen(number))
                              .replace(QChar(QChar::LineSeparator), u'\n');
        const auto begin = number == from.line ? qMin<qsizetype>(from.column, line.size()) : 0;
        const auto end = number == to.line ? qMin<qsizetype>(to.column, line.size()) : line.size();
        text += line.sliced(begin, qMax<qsizetype>(0, end - begin));
        if (number != to.line)
            text += u'\n';
    }
    return text;
}

} // namespace workspace
