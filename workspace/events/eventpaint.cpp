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

static QString ageOf(qint64 time)
{
    return ageText((QDateTime::currentMSecsSinceEpoch() - time) / 1000);
}

void EventContent::paint(QPainter &painter, bool focused)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    m_filter.paint(painter, filterRect(), m_look, focused, tr("Filter by reason, object, message"),
                   m_filter.text().isEmpty()
                       ? QString()
                       : u"%L1/%L2"_s.arg(m_model.rowCount()).arg(m_model.total()));
    if (m_model.rowCount() == 0) {
        paintMessage(painter, rowsRect(), m_look, message());
    } else {
        paintRows(painter, focused);
        m_vertical.paint(painter, m_look.theme());
    }
    paintFooter(painter);
    painter.restore();
}

void EventContent::paintRows(QPainter &painter, bool focused)
{
    const auto &theme = m_look.theme();
    const auto area = rowsRect();
    painter.save();
    painter.setClipRect(area, Qt::IntersectClip);
    const int first = int(m_vertical.offset() / EventMetrics::row);
    for (int row = first; row < m_model.rowCount(); ++row) {
        const QRectF box(0, area.top() + 2 + row * EventMetrics::row - m_vertical.offset(),
                         area.width(), EventMetrics::row);
        if (box.top() > area.bottom())
            break;
        if (m_model.group(row).id == m_selected) {
            painter.fillRect(box, theme.selection);
            painter.fillRect(QRectF(0, box.top(), 2.5, box.height()),
                             focused ? theme.accent : theme.borderStrong);
        } else if (row == m_hovered) {
            painter.fillRect(box, theme.hover);
        }
        painter.setPen(theme.border);
        painter.drawLine(QPointF(EventMetrics::badge, box.bottom() - 0.5),
                         QPointF(box.right() - 14, box.bottom() - 0.5));
        paintRow(painter, m_model.group(row), box);
    }
    painter.restore();
}

void EventContent::paintRow(QPainter &painter, const kube::EventGroup &event, const QRectF &box)
{
    const auto &theme = m_look.theme();
    const bool warning = event.isWarning();
    const QRectF mark(12, box.top() + 8, 13, 13);
    if (warning)
        paintMark(painter, Mark::Triangle, mark, theme.warn, theme.panel);
    else
        paintMark(painter, Mark::Ring, mark.adjusted(2.5, 2.5, -2.5, -2.5), theme.textFaint,
                  theme.panel);
    const qreal right = paintTimes(painter, event, box);
    const auto bold = m_look.sans(12.5, QFont::DemiBold);
    const auto plain = m_look.sans(12);
    const qreal base = box.top() + 19;
    qreal x = EventMetrics::badge;

    painter.setPen(warning ? theme.warn : theme.text);
    const qreal reasonWidth = qMin(m_glyphs.widthOf(event.reason, bold), (right - x) * 0.45);
    m_glyphs.draw(painter, {x, base}, event.reason, bold, reasonWidth + 1);
    x += reasonWidth + 10;
    painter.setPen(theme.textDim);
    const auto &kind = event.object.kind;
    m_glyphs.draw(painter, {x, base}, kind, plain, right - x);
    x += m_glyphs.widthOf(kind, plain) + 5;
    const auto &space = event.object.nameSpace;
    const qreal spaceWidth = space.isEmpty() ? 0 : m_glyphs.widthOf(space, plain) + 8;
    const qreal nameRoom = qMax(0.0, right - x - spaceWidth - 6);
    const qreal nameWidth = qMin(m_glyphs.widthOf(event.object.name, plain), nameRoom);
    painter.setPen(theme.text);
    m_glyphs.draw(painter, {x, base}, event.object.name, plain, nameWidth + 1, Qt::ElideMiddle);
    x += nameWidth + 8;
    if (!space.isEmpty() && right - x > 20) {
        painter.setPen(theme.forNamespace(space));
        m_glyphs.draw(painter, {x, base}, space, plain, right - x);
    }

    painter.setPen(theme.textDim);
    m_glyphs.draw(painter, {EventMetrics::badge, box.top() + 36}, event.message.simplified(),
                  m_look.sans(11.5), box.right() - 18 - EventMetrics::badge);
}

qreal EventContent::paintTimes(QPainter &painter, const kube::EventGroup &event, const QRectF &box)
{
    const auto &theme = m_look.theme();
    const auto font = m_look.mono(11.5);
    const qreal base = box.top() + 19;
    const auto age = ageOf(event.last);
    qreal right = box.right() - 18;
    qreal left = right - qMax(44.0, m_glyphs.widthOf(age, font));
    painter.setPen(theme.textDim);
    m_glyphs.draw(painter, {right - m_glyphs.widthOf(age, font), base}, age, font,
                  right - left + 4);
    if (event.count > 1) {
        // "×12 in 3m": how often since the first
        const auto small = m_look.mono(11);
        const auto often =
            tr("×%L1 in %2").arg(event.count).arg(ageText((event.last - event.first) / 1000));
        const qreal width = m_glyphs.widthOf(often, small);
        left -= width + 10;
        painter.setPen(event.isWarning() ? theme.warn : theme.textFaint);
        m_glyphs.draw(painter, {left, base}, often, small, width + 4);
    }
    return left - 12;
}

void EventContent::paintFooter(QPainter &painter)
{
    const auto &theme = m_look.theme();
    const auto box = footerRect();
    const auto font = m_look.sans(11.5);
    const qreal base = box.center().y() + 4;
    painter.setPen(theme.border);
    painter.drawLine(QPointF(0, box.top() + 0.5), QPointF(box.right(), box.top() + 0.5));
    const bool live = freshness() == Freshness::Live;
    const auto fresh = freshnessText();
    const auto color = live                 ? theme.ok
        : freshness() == Freshness::Failed  ? theme.error
        : freshness() == Freshness::Loading ? theme.info
                                            : theme.warn;
    const qreal width = m_glyphs.widthOf(fresh, font);
    const qreal left = box.right() - 12 - width;
    painter.setPen(live ? theme.textDim : color);
    m_glyphs.draw(painter, {left, base}, fresh, font, width + 8);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawEllipse(QPointF(left - 10, box.center().y()), 3, 3);
    painter.setPen(theme.textDim);
    if (m_model.total() > 0)
        m_glyphs.draw(painter, {12, base}, footerText(), font, left - 40);
}

} // namespace workspace
