// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/shell/shellbar.h"

#include "workspace/logs/logicons.h"
#include "workspace/look/look.h"
#include "workspace/shell/shellicons.h"

#include <QFontMetricsF>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace workspace {

static constexpr qreal TextPixels = 11.5;
static constexpr qreal ChipHeight = 20;
static constexpr qreal SignWidth = 24;

ShellBar::ShellBar(Look &look, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
{
    setMouseTracking(true);
    setFocusPolicy(Qt::NoFocus);
    connect(&m_look, &Look::changed, this, [this] {
        arrange();
        update();
    });
}

void ShellBar::setState(const State &state)
{
    if (m_state == state)
        return;
    m_state = state;
    setAccessibleName(state.message);
    arrange();
    update();
}

void ShellBar::setPassingText(const QString &text)
{
    if (std::exchange(m_passing, text) != text)
        update();
}

void ShellBar::setZoom(qreal zoom)
{
    m_zoom = zoom;
    arrange();
    update();
}

/// From the left the choices, from the right what can be done; the message has what is between.
void ShellBar::arrange()
{
    m_items.clear();
    const qreal z = m_zoom;
    const qreal top = (Height - ChipHeight) / 2 * z;
    const QFontMetricsF metrics(m_look.sans(TextPixels * z));
    const QFontMetricsF strong(m_look.sans(TextPixels * z, QFont::DemiBold));
    m_right = width() - 6 * z;
    const auto addRight = [&](Button button, qreal wide) {
        m_right -= wide;
        m_items.push_back({button, {m_right, top, wide, ChipHeight * z}});
    };
    const auto addWord = [&](Button button) {
        addRight(button, strong.horizontalAdvance(nameOf(button)) + 18 * z);
        m_right -= 4 * z;
    };
    if (m_state.broadcast > 0)
        addWord(Stop);
    else if (m_state.ended)
        addWord(Reconnect);
    addRight(Record, SignWidth * z);
    if (m_state.mayBroadcast && m_state.broadcast == 0)
        addRight(Broadcast, SignWidth * z);
    addRight(Find, SignWidth * z);
    m_left = 8 * z;
    const qreal room = m_right - m_left;
    const auto addChip = [&](Button button, const QString &text) {
        if (text.isEmpty())
            return;
        const qreal most = qMax(44 * z, room * (m_state.message.isEmpty() ? 0.45 : 0.28));
        const qreal wide = qMin(metrics.horizontalAdvance(text) + 28 * z, most);
        if (m_left + wide > m_right)
            return;
        m_items.push_back({button, {m_left, top, wide, ChipHeight * z}});
        m_left += wide + 5 * z;
    };
    addChip(Container, m_state.container);
    addChip(Shell, m_state.shell);
    m_left += 3 * z;
}

QRectF ShellBar::rectOf(Button button) const
{
    const auto found = std::ranges::find(m_items, button, &Item::button);
    return found == m_items.end() ? QRectF() : found->rect;
}

ShellBar::Button ShellBar::buttonAt(QPointF position) const
{
    const auto found = std::ranges::find_if(
        m_items, [position](const Item &item) { return item.rect.contains(position); });
    return found == m_items.end() ? None : found->button;
}

QString ShellBar::nameOf(Button button) const
{
    switch (button) {
    case Container: return tr("Choose the container");
    case Shell: return tr("Choose what to run in it");
    case Find: return tr("Find  Ctrl+Shift+F");
    case Broadcast: return tr("Type into several shells at once…");
    case Record:
        return m_state.recording ? tr("End the transcript") : tr("Write a transcript to a file…");
    case Reconnect: return tr("Reconnect");
    case Stop: return tr("Stop");
    case None: return {};
    }
    Q_UNREACHABLE_RETURN({});
}

void ShellBar::paintEvent(QPaintEvent * /*event*/)
{
    const auto &theme = m_look.theme();
    const bool danger = m_state.broadcast > 0;
    QPainter painter(this);
    painter.setLayoutDirection(Qt::LeftToRight);
    painter.setRenderHint(QPainter::Antialiasing);
    auto tint = theme.error;
    tint.setAlpha(70);
    painter.fillRect(rect(), danger ? blended(theme.raised, tint) : theme.raised);
    painter.fillRect(QRectF(0, 0, width(), m_zoom), danger ? theme.error : theme.border);
    for (const auto &item : m_items) {
        switch (item.button) {
        case Container: paintChip(painter, item, m_state.container); break;
        case Shell: paintChip(painter, item, m_state.shell); break;
        case Reconnect:
        case Stop: paintWord(painter, item, nameOf(item.button)); break;
        default: paintSign(painter, item); break;
        }
    }
    paintMessage(painter);
}

void ShellBar::paintChip(QPainter &painter, const Item &item, const QString &text) const
{
    const auto &theme = m_look.theme();
    const bool hovered = m_hovered == item.button;
    painter.setPen(QPen(hovered ? theme.borderStrong : theme.border, m_zoom));
    painter.setBrush(hovered ? theme.hover : theme.panel);
    painter.drawRoundedRect(item.rect, Look::RadiusSmall * m_zoom, Look::RadiusSmall * m_zoom);
    painter.setPen(theme.text);
    const auto font = m_look.sans(TextPixels * m_zoom);
    painter.setFont(font);
    const auto inner = item.rect.adjusted(7 * m_zoom, 0, -18 * m_zoom, 0);
    painter.drawText(inner, Qt::AlignVCenter | Qt::AlignLeft,
                     QFontMetricsF(font).elidedText(text, Qt::ElideMiddle, inner.width() + 1));
    painter.save();
    painter.translate(item.rect.right() - 10 * m_zoom, item.rect.center().y());
    painter.scale(m_zoom, m_zoom);
    drawChevron(painter, {0, 0}, theme.textDim);
    painter.restore();
}

void ShellBar::paintWord(QPainter &painter, const Item &item, const QString &text) const
{
    const auto &theme = m_look.theme();
    const auto color = item.button == Stop ? theme.error : theme.accent;
    painter.setPen(
        QPen(m_hovered == item.button || item.button == Stop ? color : theme.border, m_zoom));
    painter.setBrush(m_hovered == item.button ? theme.hover : theme.panel);
    painter.drawRoundedRect(item.rect, Look::RadiusSmall * m_zoom, Look::RadiusSmall * m_zoom);
    painter.setFont(m_look.sans(TextPixels * m_zoom, QFont::DemiBold));
    painter.setPen(color);
    painter.drawText(item.rect, Qt::AlignCenter, text);
}

void ShellBar::paintSign(QPainter &painter, const Item &item) const
{
    const auto &theme = m_look.theme();
    const bool hovered = m_hovered == item.button;
    const bool recording = item.button == Record && m_state.recording;
    painter.save();
    painter.translate(item.rect.center());
    painter.scale(m_zoom, m_zoom);
    if (hovered) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.hover);
        painter.drawRoundedRect(QRectF(-10.5, -10, 21, 20), Look::RadiusSmall, Look::RadiusSmall);
    }
    const auto color = recording ? theme.error : hovered ? theme.text : theme.textDim;
    switch (item.button) {
    case Find: drawFindIcon(painter, {}, color); break;
    case Broadcast: drawBroadcastIcon(painter, {}, color); break;
    case Record: drawRecordIcon(painter, {}, color, recording); break;
    default: break;
    }
    painter.restore();
}

void ShellBar::paintMessage(QPainter &painter) const
{
    const auto &theme = m_look.theme();
    qreal left = m_left;
    if (m_state.ringing) {
        painter.save();
        painter.translate(left + 8 * m_zoom, height() / 2.0);
        painter.scale(m_zoom, m_zoom);
        drawBellIcon(painter, {}, theme.warn);
        painter.restore();
        left += 20 * m_zoom;
    }
    const bool passing = !m_passing.isEmpty();
    const bool danger = m_state.broadcast > 0 && !passing;
    const auto font = m_look.sans(TextPixels * m_zoom, danger ? QFont::DemiBold : QFont::Normal);
    painter.setFont(font);
    painter.setPen(danger ? theme.text : m_state.ended && !passing ? theme.warn : theme.textDim);
    const qreal room = m_right - 6 * m_zoom - left;
    painter.drawText(QRectF(left, 0, room, height()), Qt::AlignVCenter | Qt::AlignLeft,
                     QFontMetricsF(font).elidedText(passing ? m_passing : m_state.message,
                                                    passing ? Qt::ElideMiddle : Qt::ElideRight,
                                                    room));
}

bool ShellBar::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto &help = static_cast<const QHelpEvent &>(*event);
        const auto button = buttonAt(help.pos());
        auto text = nameOf(button);
        if (button == None || button == Stop || button == Reconnect)
            text = passingText().isEmpty() ? message() : passingText();
        QToolTip::showText(help.globalPos(), text, this);
        return true;
    }
    return QWidget::event(event);
}

void ShellBar::resizeEvent(QResizeEvent * /*event*/)
{
    arrange();
}

void ShellBar::mousePressEvent(QMouseEvent *event)
{
    const auto button = buttonAt(event->position());
    if (event->button() == Qt::LeftButton && button != None)
        Q_EMIT pressed(button, event->globalPosition().toPoint());
}

void ShellBar::mouseMoveEvent(QMouseEvent *event)
{
    const auto over = buttonAt(event->position());
    setCursor(over == None ? Qt::ArrowCursor : Qt::PointingHandCursor);
    if (std::exchange(m_hovered, over) != over)
        update();
}

void ShellBar::leaveEvent(QEvent * /*event*/)
{
    m_hovered = None;
    update();
}

} // namespace workspace
