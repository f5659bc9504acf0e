// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/editor/notecard.h"

#include "workspace/look/look.h"

#include <QFontMetricsF>
#include <QPainter>

#include <cmath>

using namespace Qt::StringLiterals;

namespace workspace {

static constexpr qreal cardWidth = 320;
static constexpr qreal tallest = 300;
static constexpr qreal padding = 10;
static constexpr qsizetype longest = 1200;

NoteCard::NoteCard(Look &look, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    hide();
}

void NoteCard::setNote(const AssistNote &note, const QString &problems, qreal zoom)
{
    m_note = note;
    if (m_note.text.size() > longest)
        m_note.text = m_note.text.first(longest).trimmed() + u'…';
    m_problems = problems;
    m_zoom = zoom;
    const QStringList parts{problems, note.heading, note.type, note.text};
    setAccessibleName(QStringList(parts.filter(u"."_s)).join(u' ')); // what is not empty
    QRectF widest(0, 0, cardWidth * zoom, 0);
    const auto fit = [&](const QString &text, const QFont &font) {
        return QFontMetricsF(font)
            .boundingRect(QRectF(0, 0, (cardWidth - 2 * padding) * zoom, 1e4),
                          Qt::TextWordWrap | Qt::TextWrapAnywhere, text)
            .width();
    };
    const qreal width = std::max(
        {fit(m_problems, m_look.sans(12 * zoom)), fit(m_note.text, m_look.sans(12 * zoom)),
         fit(m_note.heading, m_look.mono(12.5 * zoom)), fit(m_note.type, m_look.mono(11 * zoom))});
    resize(int(std::ceil(width + 2 * padding * zoom)) + 2, 10);
    resize(this->width(), int(std::ceil(std::min(paintAll(nullptr), tallest * zoom))));
    update();
}

void NoteCard::showAt(const QRect &word)
{
    const auto area = parentWidget()->rect().adjusted(4, 4, -4, -4);
    int top = word.bottom() + 4;
    if (top + height() > area.bottom() && word.top() - 4 - height() >= area.top())
        top = word.top() - 4 - height();
    move(qBound(area.left(), word.left(), qMax(area.left(), area.right() - width())), top);
    show();
    raise();
}

void NoteCard::showBeside(const QRect &list)
{
    const auto area = parentWidget()->rect();
    const int gap = 4;
    QPoint place(list.right() + gap, list.top());
    if (place.x() + width() > area.right() - gap) {
        place.setX(list.left() - gap - width());
        if (place.x() < gap) // at neither side: below
            place = {qMax(gap, qMin(list.left(), area.right() - gap - width())),
                     list.bottom() + gap};
    }
    move(place);
    show();
    raise();
}

qreal NoteCard::paintText(QPainter *painter, qreal top, const QString &text, const QFont &font,
                          const QColor &color) const
{
    if (text.isEmpty())
        return top;
    const QRectF column(padding * m_zoom, top, width() - 2 * padding * m_zoom, 1e4);
    const int flags = Qt::TextWordWrap | Qt::TextWrapAnywhere;
    const auto box = QFontMetricsF(font).boundingRect(column, flags, text);
    if (painter) {
        painter->setFont(font);
        painter->setPen(color);
        painter->drawText(column, flags, text);
    }
    return top + box.height() + 4 * m_zoom;
}

qreal NoteCard::paintAll(QPainter *painter) const
{
    const auto &theme = m_look.theme();
    auto heading = m_look.mono(12.5 * m_zoom);
    heading.setWeight(QFont::DemiBold);
    qreal top = (padding - 2) * m_zoom;
    top = paintText(painter, top, m_problems, m_look.sans(12 * m_zoom), theme.error);
    if (!m_problems.isEmpty() && !m_note.isEmpty()) {
        if (painter)
            painter->fillRect(QRectF(0, top, width(), 1), theme.border);
        top += 5 * m_zoom;
    }
    top = paintText(painter, top, m_note.heading, heading, theme.text);
    top = paintText(painter, top, m_note.type, m_look.mono(11 * m_zoom), theme.accent);
    top = paintText(painter, top, m_note.text, m_look.sans(12 * m_zoom), theme.textDim);
    return top + (padding - 6) * m_zoom;
}

void NoteCard::paintEvent(QPaintEvent * /*event*/)
{
    const auto &theme = m_look.theme();
    QPainter painter(this);
    painter.setLayoutDirection(Qt::LeftToRight);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(blended(theme.raised, theme.borderStrong), 1));
    painter.setBrush(theme.raised);
    painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
    painter.setClipRect(rect().adjusted(1, 1, -1, -1));
    paintAll(&painter);
}

} // namespace workspace
