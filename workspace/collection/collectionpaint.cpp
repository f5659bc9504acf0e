// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/collection/collectioncontent.h"

#include "workspace/collection/collectionmetrics.h"
#include "workspace/look/healthlook.h"
#include "workspace/look/look.h"

#include <QDateTime>
#include <QPainter>
#include <QPainterPath>

using namespace Qt::StringLiterals;

namespace workspace {

using ColumnKind = CollectionModel::ColumnKind;

static void paintTriangle(QPainter &painter, QPointF c, const QColor &color)
{
    QPainterPath path;
    path.moveTo(c + QPointF(0, -5.6));
    path.lineTo(c + QPointF(6.2, 5));
    path.lineTo(c + QPointF(-6.2, 5));
    path.closeSubpath();
    painter.strokePath(path, QPen(color, 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setPen(QPen(color, 1.5, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(c + QPointF(0, -1.6), c + QPointF(0, 1.4));
    painter.drawPoint(c + QPointF(0, 3.4));
}

/// A sign that is told apart by its form, not by its colour alone.
static void paintBadge(QPainter &painter, QPointF c, Health health, const Theme &theme)
{
    const auto color = colorOf(theme, health);
    const QPen pen(color, 1.9, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(pen);
    switch (health) {
    case Health::Ok: {
        const QPointF points[]{c + QPointF(-4.2, 0.2), c + QPointF(-1.2, 3.4),
                               c + QPointF(4.4, -3.4)};
        painter.drawPolyline(points, 3);
        return;
    }
    case Health::Warning: paintTriangle(painter, c, color); return;
    case Health::Error:
        painter.drawLine(c + QPointF(-3.6, -3.6), c + QPointF(3.6, 3.6));
        painter.drawLine(c + QPointF(-3.6, 3.6), c + QPointF(3.6, -3.6));
        return;
    case Health::Pending:
        painter.setPen(QPen(color, 1.6, Qt::SolidLine, Qt::RoundCap));
        painter.drawArc(QRectF(c.x() - 4.6, c.y() - 4.6, 9.2, 9.2), 100 * 16, 260 * 16);
        painter.drawLine(c, c + QPointF(0, -2.8));
        painter.drawLine(c, c + QPointF(2.2, 0));
        return;
    case Health::Unknown:
        painter.setPen(QPen(color, 1.5, Qt::DotLine));
        painter.drawEllipse(c, 4.2, 4.2);
        return;
    case Health::Done: painter.drawLine(c + QPointF(-3.4, 0), c + QPointF(3.4, 0)); return;
    }
}

QString CollectionContent::filterHint() const
{
    return tr("Filter, ns:name, label:app=web");
}

static void paintSortArrow(QPainter &painter, QPointF at, Qt::SortOrder order, const QColor &color)
{
    const qreal d = order == Qt::AscendingOrder ? -1 : 1;
    const QPointF points[]{at + QPointF(-3, -1.5 * d), at + QPointF(0, 1.5 * d),
                           at + QPointF(3, -1.5 * d)};
    painter.setPen(QPen(color, 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(points, 3);
}

void CollectionContent::paintHeader(QPainter &painter)
{
    const auto &theme = look().theme();
    const auto box = headerRect();
    const auto font = CollectionMetrics::titleFont(look());
    const qreal base = box.center().y() + 4;
    if (m_usage)
        m_usage->seen();
    painter.save();
    painter.setClipRect(box, Qt::IntersectClip);
    painter.setPen(theme.border);
    painter.drawLine(QPointF(0, box.bottom() - 0.5), QPointF(box.right(), box.bottom() - 0.5));
    qreal x = CollectionMetrics::badge - acrossOffset();
    const bool byHealth = m_model.sortColumn() < 0;
    if (byHealth)
        paintSortArrow(painter, {15 - acrossOffset(), box.center().y()}, Qt::DescendingOrder,
                       theme.accent);
    for (size_t c = 0; c < m_widths.size(); ++c) {
        const auto title = m_model.columns()[c].title.toUpper();
        const bool sorted = m_model.sortColumn() == int(c);
        const qreal room = m_widths[c] - CollectionMetrics::gap + 4;
        qreal left = x;
        if (CollectionMetrics::isFlushRight(m_model.columns()[c].kind))
            left += qMax(0.0, room - 4 - glyphs().widthOf(title, font));
        painter.setPen(sorted ? theme.accent : theme.textFaint);
        glyphs().draw(painter, {left, base}, title, font, room + 8);
        if (sorted)
            paintSortArrow(painter,
                           {qMin(left + glyphs().widthOf(title, font) + 8, x + m_widths[c] - 6),
                            box.center().y()},
                           m_model.sortOrder(), theme.accent);
        x += m_widths[c];
    }
    painter.restore();
}

bool CollectionContent::isOldUsage(int row) const
{
    const auto figure = m_model.usage(row);
    return figure && m_usage->isStale(*figure, QDateTime::currentMSecsSinceEpoch());
}

void CollectionContent::paintRow(QPainter &painter, int row, const QRectF &box)
{
    const auto &theme = look().theme();
    const auto health = m_model.health(row);
    const bool quiet = health == Health::Done;
    qreal x = CollectionMetrics::badge - acrossOffset();
    paintBadge(painter, {x - 15, box.center().y()}, health, theme);
    const auto &columns = m_model.columns();
    for (size_t c = 0; c < m_widths.size(); x += m_widths[c++]) {
        const qreal room = m_widths[c] - CollectionMetrics::gap + 4;
        if (x > box.right() || x + room < 0)
            continue;
        const auto kind = columns[c].kind;
        const auto text = m_model.text(row, int(c));
        const auto font = CollectionMetrics::font(look(), kind);
        const bool name = kind == ColumnKind::Name;
        const bool told = m_model.tellsHealth(int(c)) && health != Health::Ok && !quiet;
        qreal left = x;
        if (CollectionMetrics::isFlushRight(kind))
            left += qMax(0.0, room - 4 - glyphs().widthOf(text, font));
        if (kind == ColumnKind::Namespace)
            painter.setPen(theme.forNamespace(text));
        else if ((kind == ColumnKind::Cpu || kind == ColumnKind::Memory) && isOldUsage(row))
            painter.setPen(theme.textFaint);
        else
            painter.setPen(told                 ? colorOf(theme, health)
                               : name && !quiet ? theme.text
                               : quiet          ? theme.textFaint
                                                : theme.textDim);
        glyphs().draw(painter, {left, box.center().y() + 4.3}, text, font, room,
                      name ? Qt::ElideMiddle : Qt::ElideRight);
    }
}

} // namespace workspace
