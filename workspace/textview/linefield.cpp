// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/textview/linefield.h"

#include "workspace/look/look.h"

#include <QClipboard>
#include <QFontMetricsF>
#include <QGuiApplication>
#include <QHoverEvent>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>

using namespace Qt::StringLiterals;

namespace workspace {

std::optional<QPointF> pointerOf(const QEvent &event)
{
    if (event.isSinglePointEvent())
        return static_cast<const QSinglePointEvent &>(event).position();
    return {};
}

static constexpr qreal fontSize = 12.5;
static constexpr qsizetype longest = 512;

void LineField::setText(const QString &text)
{
    m_text = text.left(longest);
    m_cursor = m_text.size();
    m_allSelected = false;
}

void LineField::insert(const QString &text)
{
    QString clean;
    for (const QChar c : text) {
        if (c.isPrint())
            clean += c;
    }
    if (std::exchange(m_allSelected, false))
        setText({});
    clean.truncate(longest - m_text.size());
    m_text.insert(m_cursor, clean);
    m_cursor += clean.size();
}

static qsizetype wordStartBefore(const QString &text, qsizetype at)
{
    while (at > 0 && text[at - 1].isSpace())
        --at;
    while (at > 0 && !text[at - 1].isSpace())
        --at;
    return at;
}

static qsizetype wordEndAfter(const QString &text, qsizetype at)
{
    while (at < text.size() && text[at].isSpace())
        ++at;
    while (at < text.size() && !text[at].isSpace())
        ++at;
    return at;
}

bool LineField::handleEdit(int key, bool byWord)
{
    const auto left = byWord ? wordStartBefore(m_text, m_cursor) : qMax<qsizetype>(0, m_cursor - 1);
    const auto right = byWord ? wordEndAfter(m_text, m_cursor) : qMin(m_text.size(), m_cursor + 1);
    const bool all = std::exchange(m_allSelected, false);
    switch (key) {
    case Qt::Key_Backspace:
        if (all) {
            setText({});
        } else {
            m_text.remove(left, m_cursor - left);
            m_cursor = left;
        }
        return true;
    case Qt::Key_Delete:
        if (all)
            setText({});
        else
            m_text.remove(m_cursor, right - m_cursor);
        return true;
    case Qt::Key_Left: m_cursor = all ? 0 : left; return true;
    case Qt::Key_Right: m_cursor = all ? m_text.size() : right; return true;
    case Qt::Key_Home: m_cursor = 0; return true;
    case Qt::Key_End: m_cursor = m_text.size(); return true;
    default: m_allSelected = all; return false;
    }
}

bool LineField::handleInput(QEvent &event)
{
    if (event.type() == QEvent::InputMethod) {
        const auto text = static_cast<QInputMethodEvent &>(event).commitString();
        if (!text.isEmpty())
            insert(text);
        return true;
    }
    if (event.type() != QEvent::KeyPress)
        return false;
    const auto &key = static_cast<QKeyEvent &>(event);
    if (key.matches(QKeySequence::Paste)) {
        insert(QGuiApplication::clipboard()->text().simplified());
        return true;
    }
    if (key.matches(QKeySequence::SelectAll)) {
        m_allSelected = !m_text.isEmpty();
        return true;
    }
    if (m_allSelected && (key.matches(QKeySequence::Copy) || key.matches(QKeySequence::Cut))) {
        QGuiApplication::clipboard()->setText(m_text);
        if (key.matches(QKeySequence::Cut))
            setText({});
        return true;
    }
    if (key.key() == Qt::Key_U && key.modifiers() == Qt::ControlModifier) {
        setText({});
        return true;
    }
    if (handleEdit(key.key(), key.modifiers() & Qt::ControlModifier))
        return true;
    const bool plain =
        !(key.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
    if (!plain || key.text().isEmpty() || !key.text().front().isPrint())
        return false;
    insert(key.text());
    return true;
}

QRectF LineField::textRect(const QRectF &field) const
{
    return field.adjusted(28, 0, -8, 0);
}

void LineField::press(QPointF position, const QRectF &field, const Look &look)
{
    m_allSelected = false;
    const QFontMetricsF metrics(look.sans(fontSize));
    const qreal x = position.x() - textRect(field).left();
    m_cursor = 0;
    while (m_cursor < m_text.size()
           && metrics.horizontalAdvance(m_text.left(m_cursor + 1))
               <= x + metrics.averageCharWidth() / 2)
        ++m_cursor;
}

static void paintGlass(QPainter &painter, QPointF center, const QColor &color)
{
    painter.setPen(QPen(color, 1.4, Qt::SolidLine, Qt::RoundCap));
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(center - QPointF(1, 1), 4, 4);
    painter.drawLine(center + QPointF(2, 2), center + QPointF(5, 5));
}

void LineField::paint(QPainter &painter, const QRectF &field, const Look &look, bool focused,
                      const QString &placeholder, const QString &trailing) const
{
    const auto &theme = look.theme();
    const auto font = look.sans(fontSize);
    const QFontMetricsF metrics(font);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(focused ? theme.accent : theme.border, 1));
    painter.setBrush(theme.dark ? theme.ground : theme.raised);
    painter.drawRoundedRect(field.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    paintGlass(painter, {field.left() + 15, field.center().y()},
               focused ? theme.accent : theme.textFaint);

    auto rect = textRect(field);
    painter.setFont(font);
    if (!trailing.isEmpty()) {
        painter.setPen(theme.textFaint);
        painter.drawText(rect, Qt::AlignRight | Qt::AlignVCenter, trailing);
        rect.setRight(rect.right() - metrics.horizontalAdvance(trailing) - 8);
    }
    painter.setClipRect(rect, Qt::IntersectClip);
    const qreal cursorX = metrics.horizontalAdvance(m_text.left(m_cursor));
    const qreal shift = qMax(0.0, cursorX - rect.width() + 2);
    if (m_text.isEmpty()) {
        painter.setPen(theme.textFaint);
        const auto room = rect.adjusted(4, 0, 0, 0);
        painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter,
                         metrics.elidedText(placeholder, Qt::ElideRight, room.width()));
    } else {
        const qreal width = metrics.horizontalAdvance(m_text);
        if (m_allSelected)
            painter.fillRect(QRectF(rect.left() - shift, rect.center().y() - 9, width, 18),
                             theme.selection);
        painter.setPen(theme.text);
        painter.drawText(QRectF(rect.left() - shift, rect.top(), width + 4, rect.height()),
                         Qt::AlignLeft | Qt::AlignVCenter, m_text);
    }
    if (focused)
        painter.fillRect(QRectF(rect.left() + cursorX - shift, rect.center().y() - 8, 1.2, 16),
                         theme.accent);
    painter.restore();
}

} // namespace workspace
