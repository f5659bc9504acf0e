// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/events/eventcontent.h"

#include "workspace/collection/sortkey.h"
#include "workspace/events/eventmetrics.h"
#include "workspace/look/glyphs.h"
#include "workspace/look/look.h"

#include <QDateTime>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace workspace {

QString EventContent::ageOf(int row) const
{
    return ageText((QDateTime::currentMSecsSinceEpoch() - m_model.group(row).last) / 1000);
}

void EventContent::paintRow(QPainter &painter, int row, const QRectF &box)
{
    const auto &theme = look().theme();
    const auto &event = m_model.group(row);
    painter.setPen(theme.border);
    painter.drawLine(QPointF(EventMetrics::badge, box.bottom() - 0.5),
                     QPointF(box.right() - 14, box.bottom() - 0.5));
    const bool warning = event.isWarning();
    const QRectF mark(12, box.top() + 8, 13, 13);
    if (warning)
        paintMark(painter, Mark::Triangle, mark, theme.warn, theme.panel);
    else
        paintMark(painter, Mark::Ring, mark.adjusted(2.5, 2.5, -2.5, -2.5), theme.textFaint,
                  theme.panel);
    const qreal right = paintTimes(painter, row, box);
    const auto bold = look().sans(12.5, QFont::DemiBold);
    const auto plain = look().sans(12);
    const qreal base = box.top() + 19;
    qreal x = EventMetrics::badge;

    painter.setPen(warning ? theme.warn : theme.text);
    const qreal reasonWidth = qMin(glyphs().widthOf(event.reason, bold), (right - x) * 0.45);
    glyphs().draw(painter, {x, base}, event.reason, bold, reasonWidth + 1);
    x += reasonWidth + 10;
    painter.setPen(theme.textDim);
    const auto &kind = event.object.kind;
    glyphs().draw(painter, {x, base}, kind, plain, right - x);
    x += glyphs().widthOf(kind, plain) + 5;
    const auto &space = event.object.nameSpace;
    const qreal spaceWidth = space.isEmpty() ? 0 : glyphs().widthOf(space, plain) + 8;
    const qreal nameRoom = qMax(0.0, right - x - spaceWidth - 6);
    const qreal nameWidth = qMin(glyphs().widthOf(event.object.name, plain), nameRoom);
    painter.setPen(theme.text);
    glyphs().draw(painter, {x, base}, event.object.name, plain, nameWidth + 1, Qt::ElideMiddle);
    x += nameWidth + 8;
    if (!space.isEmpty() && right - x > 20) {
        painter.setPen(theme.forNamespace(space));
        glyphs().draw(painter, {x, base}, space, plain, right - x);
    }

    painter.setPen(theme.textDim);
    glyphs().draw(painter, {EventMetrics::badge, box.top() + 36}, event.message.simplified(),
                  look().sans(11.5), box.right() - 18 - EventMetrics::badge);
}

qreal EventContent::paintTimes(QPainter &painter, int row, const QRectF &box)
{
    const auto &theme = look().theme();
    const auto &event = m_model.group(row);
    const auto font = look().mono(11.5);
    const qreal base = box.top() + 19;
    const auto age = ageOf(row);
    qreal right = box.right() - 18;
    qreal left = right - qMax(44.0, glyphs().widthOf(age, font));
    painter.setPen(theme.textDim);
    glyphs().draw(painter, {right - glyphs().widthOf(age, font), base}, age, font,
                  right - left + 4);
    if (event.count > 1) {
        // "×12 in 3m": how often since the first
        const auto small = look().mono(11);
        const auto often =
            tr("×%L1 in %2").arg(event.count).arg(ageText((event.last - event.first) / 1000));
        const qreal width = glyphs().widthOf(often, small);
        left -= width + 10;
        painter.setPen(event.isWarning() ? theme.warn : theme.textFaint);
        glyphs().draw(painter, {left, base}, often, small, width + 4);
    }
    return left - 12;
}

} // namespace workspace
