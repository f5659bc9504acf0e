// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/textview/textpane.h"

#include "workspace/look/look.h"

#include <QClipboard>
#include <QFontMetricsF>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace workspace {

bool TextPane::handleInput(QEvent &event)
{
    switch (event.type()) {
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonDblClick: return press(static_cast<const QMouseEvent &>(event));
    case QEvent::MouseMove:
        return move(*pointerOf(event), static_cast<const QMouseEvent &>(event).buttons());
    case QEvent::HoverMove:
    case QEvent::HoverEnter: return move(*pointerOf(event), Qt::NoButton);
    case QEvent::HoverLeave:
    case QEvent::Leave: return move({-1, -1}, Qt::NoButton);
    case QEvent::MouseButtonRelease: return release(static_cast<const QMouseEvent &>(event));
    case QEvent::Wheel: return wheel(static_cast<const QWheelEvent &>(event));
    case QEvent::KeyPress: return key(static_cast<QKeyEvent &>(event));
    case QEvent::InputMethod:
        if (!m_findTyping || !m_findField.handleInput(event))
            return false;
        find(m_findField.text());
        return true;
    default: return false;
    }
}

bool TextPane::press(const QMouseEvent &event)
{
    if (event.button() != Qt::LeftButton)
        return false;
    const auto point = event.position();
    if (m_findOpen) {
        m_findTyping = findField().contains(point);
        if (m_findTyping) {
            m_findField.press(point, findField(), m_look);
            Q_EMIT updated();
            return true;
        }
    }
    if (m_vertical.press(point) || m_horizontal.press(point)) {
        Q_EMIT updated();
        return true;
    }
    m_pressedTarget = targetAt(point);
    const auto at = positionAt(point);
    if (event.type() == QEvent::MouseButtonDblClick) {
        selectWord(at);
    } else {
        m_cursor = at;
        if (!(event.modifiers() & Qt::ShiftModifier))
            m_anchor = at;
        m_selecting = true;
    }
    Q_EMIT updated();
    return true;
}

bool TextPane::move(QPointF point, Qt::MouseButtons buttons)
{
    if (buttons & Qt::LeftButton) {
        if (m_vertical.drag(point) || m_horizontal.drag(point)) {
            Q_EMIT updated();
            return true;
        }
        if (!m_selecting)
            return false;
        m_cursor = positionAt(point);
        m_vertical.reveal(point.y() + m_vertical.offset() - 4, point.y() + m_vertical.offset() + 4);
        Q_EMIT updated();
        return true;
    }
    const bool onVertical = m_vertical.hover(point); // both are to be told
    const bool onHorizontal = m_horizontal.hover(point);
    const bool bars = onVertical || onHorizontal;
    const int target = targetAt(point);
    if (std::exchange(m_hoveredTarget, target) != target || bars)
        Q_EMIT updated();
    return true;
}

bool TextPane::release(const QMouseEvent &event)
{
    m_vertical.release();
    m_horizontal.release();
    m_selecting = false;
    const int target = std::exchange(m_pressedTarget, -1);
    if (target < 0 || m_anchor != m_cursor || target != targetAt(event.position()))
        return true;
    const auto chosen =
        m_document.targets[size_t(target)]; // a copy: the receiver may change the text
    if (!chosen.object.kind.isEmpty())
        Q_EMIT linkActivated(chosen.object);
    else if (!chosen.action.isEmpty())
        Q_EMIT actionActivated(chosen.action);
    return true;
}

bool TextPane::wheel(const QWheelEvent &event)
{
    if (event.modifiers() & Qt::ControlModifier)
        return false; // zooms the canvas
    QPointF distance = event.pixelDelta();
    if (distance.isNull())
        distance = QPointF(event.angleDelta()) / 120 * 3 * m_rowHeight;
    if (event.modifiers() & Qt::ShiftModifier)
        distance = distance.transposed();
    const bool fits = m_vertical.maximum() <= 0 && m_horizontal.maximum() <= 0;
    if (fits)
        return false;
    const bool down = m_vertical.scrollBy(-distance.y());
    const bool across = m_horizontal.scrollBy(-distance.x());
    const bool moved = down || across;
    if (moved)
        Q_EMIT updated();
    return true; // also at the end: the canvas must not slip away under a reader
}

Qt::CursorShape TextPane::cursorAt(QPointF position) const
{
    if (m_findOpen && findField().contains(position))
        return Qt::IBeamCursor;
    if (position.x() > m_size.width() - 9 && m_vertical.maximum() > 0)
        return Qt::ArrowCursor;
    return m_hoveredTarget >= 0 ? Qt::PointingHandCursor : Qt::IBeamCursor;
}

bool TextPane::key(QKeyEvent &event)
{
    if (m_findOpen && findKey(event))
        return true;
    if (event.matches(QKeySequence::Copy)) {
        copy();
        return true;
    }
    if (event.matches(QKeySequence::SelectAll)) {
        selectAll();
        return true;
    }
    if (event.matches(QKeySequence::Find) || (event.text() == "/"_L1)) {
        openFind();
        return true;
    }
    if (event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))
        return false;
    return scrollKey(event.key());
}

bool TextPane::scrollKey(int key)
{
    const qreal page = m_size.height() - m_rowHeight;
    bool moved = false;
    switch (key) {
    case Qt::Key_Up: moved = m_vertical.scrollBy(-m_rowHeight); break;
    case Qt::Key_Down: moved = m_vertical.scrollBy(m_rowHeight); break;
    case Qt::Key_PageUp: moved = m_vertical.scrollBy(-page); break;
    case Qt::Key_PageDown: moved = m_vertical.scrollBy(page); break;
    case Qt::Key_Home:
        moved = m_vertical.setOffset(0);
        moved = m_horizontal.setOffset(0) || moved;
        break;
    case Qt::Key_End: moved = m_vertical.setOffset(m_vertical.maximum()); break;
    case Qt::Key_Left: moved = m_horizontal.scrollBy(-4 * m_charWidth); break;
    case Qt::Key_Right: moved = m_horizontal.scrollBy(4 * m_charWidth); break;
    default: return false;
    }
    if (moved)
        Q_EMIT updated();
    return true;
}

bool TextPane::findKey(QKeyEvent &event)
{
    const bool shift = event.modifiers() & Qt::ShiftModifier;
    if (event.key() == Qt::Key_Escape) {
        closeFind();
        return true;
    }
    if (event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter) {
        findNext(shift ? -1 : 1);
        return true;
    }
    if (m_findTyping) {
        const auto before = m_findField.text();
        if (!m_findField.handleInput(event))
            return false;
        if (m_findField.text() != before)
            find(m_findField.text());
        Q_EMIT updated();
        return true;
    }
    if (event.key() == Qt::Key_N && !(event.modifiers() & Qt::ControlModifier)) {
        findNext(shift ? -1 : 1);
        return true;
    }
    return false;
}

void TextPane::openFind()
{
    m_findOpen = true;
    m_findTyping = true;
    const auto selected = selectedText();
    if (!selected.isEmpty() && !selected.contains(u'\n'))
        find(selected);
    Q_EMIT updated();
}

void TextPane::closeFind()
{
    m_findOpen = false;
    m_findTyping = false;
    m_matches.clear();
    m_current = -1;
    Q_EMIT updated();
}

void TextPane::find(const QString &text)
{
    m_findOpen = true;
    if (m_findField.text() != text)
        m_findField.setText(text);
    m_current = -1;
    searchAgain();
    if (!m_matches.empty()) {
        const auto after =
            std::ranges::lower_bound(m_matches, Position{firstVisibleLine(), 0}, {}, &Match::start);
        m_current = after == m_matches.end() ? 0 : int(after - m_matches.begin());
        revealMatch();
    }
    Q_EMIT updated();
}

void TextPane::searchAgain()
{
    static constexpr size_t most = 10'000;
    m_matches.clear();
    const auto &needle = m_findField.text();
    if (needle.isEmpty() || !m_findOpen) {
        m_current = -1;
        return;
    }
    const bool exact = needle != needle.toLower();
    const auto sensitivity = exact ? Qt::CaseSensitive : Qt::CaseInsensitive;
    for (int line = 0; size_t(line) < m_document.lines.size() && m_matches.size() < most; ++line) {
        const auto &text = m_document.lines[size_t(line)].text;
        for (auto at = text.indexOf(needle, 0, sensitivity); at >= 0 && m_matches.size() < most;
             at = text.indexOf(needle, at + needle.size(), sensitivity))
            m_matches.push_back({{line, int(at)}, int(needle.size())});
    }
    m_current = qMin(m_current, int(m_matches.size()) - 1);
}

void TextPane::findNext(int step)
{
    if (m_matches.empty())
        return;
    const int count = int(m_matches.size());
    m_current = m_current < 0 ? 0 : (m_current + step + count) % count;
    revealMatch();
    Q_EMIT updated();
}

void TextPane::revealMatch()
{
    const auto &match = m_matches[size_t(m_current)];
    const qreal top = match.start.line * m_rowHeight;
    m_vertical.reveal(top - 2 * m_rowHeight, top + 4 * m_rowHeight);
    const qreal left = textLeft() + match.start.column * m_charWidth;
    m_horizontal.reveal(match.start.column * m_charWidth, left + (match.length + 4) * m_charWidth);
}

void TextPane::selectWord(Position at)
{
    if (size_t(at.line) >= m_document.lines.size())
        return;
    const auto &text = m_document.lines[size_t(at.line)].text;
    const auto inWord = [&text](qsizetype i) {
        const QChar c = text[i];
        return c.isLetterOrNumber() || c == u'-' || c == u'_' || c == u'.' || c == u'/';
    };
    qsizetype begin = at.column;
    qsizetype end = at.column;
    while (begin > 0 && inWord(begin - 1))
        --begin;
    while (end < text.size() && inWord(end))
        ++end;
    m_anchor = {at.line, int(begin)};
    m_cursor = {at.line, int(end)};
}

void TextPane::selectAll()
{
    if (m_document.lines.empty())
        return;
    m_anchor = {};
    m_cursor = {int(m_document.lines.size()) - 1, int(m_document.lines.back().text.size())};
    Q_EMIT updated();
}

QString TextPane::selectedText() const
{
    const auto [first, last] = std::minmax(m_anchor, m_cursor);
    if (first == last || size_t(last.line) >= m_document.lines.size())
        return {};
    QStringList lines;
    for (int line = first.line; line <= last.line; ++line) {
        const auto &text = m_document.lines[size_t(line)].text;
        const int from = line == first.line ? first.column : 0;
        const int to = line == last.line ? last.column : int(text.size());
        lines.append(text.mid(from, to - from));
    }
    return lines.join(u'\n');
}

void TextPane::copy() const
{
    const auto text = selectedText();
    if (!text.isEmpty())
        QGuiApplication::clipboard()->setText(text);
}

} // namespace workspace
