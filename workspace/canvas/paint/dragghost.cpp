// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/canvas/paint/dragghost.h"

#include "workspace/look/look.h"

#include <QFontMetricsF>
#include <QPainter>

namespace workspace {

static constexpr int Height = 28;
static constexpr int MostWidth = 320;
static constexpr int Margin = 14;

DragGhost::DragGhost(Look &look, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAttribute(Qt::WA_NoSystemBackground);
    setObjectName(QStringLiteral("dragGhost"));
    hide();
}

void DragGhost::follow(const QString &text, QPointF at)
{
    m_text = text;
    setVisible(!text.isEmpty());
    if (text.isEmpty())
        return;
    const auto wide = QFontMetricsF(m_look.sans(12.5)).horizontalAdvance(text);
    resize(qMin(MostWidth, int(wide) + 2 * Margin), Height);
    const auto room = parentWidget()->rect();
    const QPoint beside = at.toPoint() + QPoint(12, 10);
    move(qBound(0, beside.x(), qMax(0, room.width() - width())),
         qBound(0, beside.y(), qMax(0, room.height() - height())));
    raise();
    update();
}

void DragGhost::paintEvent(QPaintEvent * /*event*/)
{
    const auto &theme = m_look.theme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.accent, 1, Qt::DashLine));
    painter.setBrush(theme.raised);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), Look::RadiusMedium,
                            Look::RadiusMedium);
    painter.setFont(m_look.sans(12.5));
    painter.setPen(theme.text);
    const QFontMetricsF metrics(painter.font());
    painter.drawText(QRectF(rect()).adjusted(Margin, 0, -Margin, 0), Qt::AlignVCenter,
                     metrics.elidedText(m_text, Qt::ElideMiddle, width() - 2 * Margin));
}

} // namespace workspace
