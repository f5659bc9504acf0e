// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/shell/shellbar.h"

#include "workspace/logs/logicons.h"
#include "workspace/look/look.h"

#include <QFontMetricsF>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>

namespace workspace {

ShellBar::ShellBar(Look &look, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
{
    setMouseTracking(true);
    setFocusPolicy(Qt::NoFocus);
    connect(&m_look, &Look::changed, this, qOverload<>(&QWidget::update));
}

void ShellBar::setContainers(const QStringList &containers, const QString &current)
{
    m_containers = containers;
    m_current = current;
    update();
}

void ShellBar::setMessage(const QString &message, bool ended)
{
    m_message = message;
    m_ended = ended;
    update();
}

void ShellBar::setZoom(qreal zoom)
{
    m_zoom = zoom;
    update();
}

QRectF ShellBar::containerRect() const
{
    if (m_containers.size() < 2)
        return {};
    const qreal text = QFontMetricsF(m_look.sans(11.5 * m_zoom)).horizontalAdvance(m_current);
    const qreal most = width() * (m_message.isEmpty() ? 0.7 : 0.3);
    return {8 * m_zoom, 6 * m_zoom, qMin(text + 30 * m_zoom, most), 22 * m_zoom};
}

QRectF ShellBar::buttonRect() const
{
    if (!m_ended)
        return {};
    const auto font = m_look.sans(11.5 * m_zoom, QFont::DemiBold);
    const qreal wide = QFontMetricsF(font).horizontalAdvance(tr("Reconnect")) + 20 * m_zoom;
    return {width() - wide - 8 * m_zoom, 6 * m_zoom, wide, 22 * m_zoom};
}

void ShellBar::paintEvent(QPaintEvent * /*event*/)
{
    const auto &theme = m_look.theme();
    QPainter painter(this);
    painter.setLayoutDirection(Qt::LeftToRight);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), theme.raised);
    painter.fillRect(QRectF(0, 0, width(), m_zoom), theme.border);
    const auto font = m_look.sans(11.5 * m_zoom);
    painter.setFont(font);
    const auto box = [&](const QRectF &where, bool hovered) {
        painter.setPen(QPen(hovered ? theme.borderStrong : theme.border, m_zoom));
        painter.setBrush(hovered ? theme.hover : theme.panel);
        painter.drawRoundedRect(where, Look::RadiusSmall * m_zoom, Look::RadiusSmall * m_zoom);
    };
    qreal left = 10 * m_zoom;
    if (const auto chip = containerRect(); !chip.isEmpty()) {
        box(chip, m_hovered == 1);
        painter.setPen(theme.text);
        const auto inner = chip.adjusted(8 * m_zoom, 0, -20 * m_zoom, 0);
        painter.drawText(
            inner, Qt::AlignVCenter | Qt::AlignLeft,
            painter.fontMetrics().elidedText(m_current, Qt::ElideMiddle, int(inner.width()) + 1));
        painter.save();
        painter.translate(chip.right() - 11 * m_zoom, chip.center().y());
        painter.scale(m_zoom, m_zoom);
        drawChevron(painter, {0, 0}, theme.textDim);
        painter.restore();
        left = chip.right() + 10 * m_zoom;
    }
    const auto button = buttonRect();
    const qreal right = button.isEmpty() ? width() - 10 * m_zoom : button.left() - 8 * m_zoom;
    painter.setPen(m_ended ? theme.warn : theme.textDim);
    painter.drawText(QRectF(left, 0, right - left, height()), Qt::AlignVCenter | Qt::AlignLeft,
                     QFontMetricsF(font).elidedText(m_message, Qt::ElideRight, right - left));
    if (button.isEmpty())
        return;
    box(button, m_hovered == 2);
    painter.setFont(m_look.sans(11.5 * m_zoom, QFont::DemiBold));
    painter.setPen(theme.accent);
    painter.drawText(button, Qt::AlignCenter, tr("Reconnect"));
}

void ShellBar::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    if (buttonRect().contains(event->position()))
        Q_EMIT reconnectRequested();
    else if (containerRect().contains(event->position()))
        chooseContainer(event->globalPosition().toPoint());
}

void ShellBar::mouseMoveEvent(QMouseEvent *event)
{
    const int over = containerRect().contains(event->position()) ? 1
        : buttonRect().contains(event->position())               ? 2
                                                                 : 0;
    setCursor(over == 0 ? Qt::ArrowCursor : Qt::PointingHandCursor);
    if (std::exchange(m_hovered, over) != over)
        update();
}

void ShellBar::leaveEvent(QEvent * /*event*/)
{
    m_hovered = 0;
    update();
}

void ShellBar::chooseContainer(QPoint global)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const auto &container : std::as_const(m_containers)) {
        auto *action = menu->addAction(container);
        action->setCheckable(true);
        action->setChecked(container == m_current);
        connect(action, &QAction::triggered, this,
                [this, container] { Q_EMIT containerRequested(container); });
    }
    menu->popup(global);
}

} // namespace workspace
