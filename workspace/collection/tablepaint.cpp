// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/collection/collectionmetrics.h"
#include "workspace/collection/tablecontent.h"
#include "workspace/look/healthlook.h"

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

static void paintSortArrow(QPainter &painter, QPointF at, Qt::SortOrder order, const QColor &color)
{
    const qreal d = order == Qt::AscendingOrder ? -1 : 1;
    const QPointF points[]{at + QPointF(-3, -1.5 * d), at + QPointF(0, 1.5 * d),
                           at + QPointF(3, -1.5 * d)};
    painter.setPen(QPen(color, 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(points, 3);
}

void TableContent::paintTitle(QPainter &painter, int column, const QRectF &box)
{
    const auto &theme = look().theme();
    const auto font = CollectionMetrics::titleFont(look());
    const auto &shown = columns()[size_t(column)];
    const auto rect = columnRect(column, box);
    const auto title = shown.title.toUpper();
    const bool isSorted = sortColumn() == column;
    const qreal room = rect.width() - CollectionMetrics::gap + 4;
    const qreal width = glyphs().widthOf(title, font);
    qreal left = rect.left();
    if (CollectionMetrics::isFlushRight(shown.kind))
        left += qMax(0.0, room - 4 - width);
    painter.setPen(isSorted ? look().theme().accent : theme.textFaint);
    glyphs().draw(painter, {left, box.center().y() + 4}, title, font, room + 8);
    if (isSorted)
        paintSortArrow(painter, {qMin(left + width + 8, rect.right() - 6), box.center().y()},
                       sortOrder(), theme.accent);
}

/// The title that is being dragged, and where it would go.
void TableContent::paintReorder(QPainter &painter, const QRectF &box)
{
    const auto &theme = look().theme();
    const int place = dropPlace(m_headerPointer);
    const qreal x = place < int(m_widths.size()) ? columnRect(place, box).left() - 5
                                                 : columnRect(place - 1, box).right() - 5;
    painter.fillRect(QRectF(x, box.top() + 3, 2, box.height() - 6), theme.accent);
    const auto title = columns()[size_t(m_pressed)].title.toUpper();
    const auto font = CollectionMetrics::titleFont(look());
    const QRectF chip(m_headerPointer.x() + 6, box.top() + 2, glyphs().widthOf(title, font) + 16,
                      box.height() - 4);
    painter.setPen(theme.borderStrong);
    painter.setBrush(theme.raised);
    painter.drawRoundedRect(chip, Look::RadiusSmall, Look::RadiusSmall);
    painter.setPen(theme.text);
    glyphs().draw(painter, {chip.left() + 8, chip.center().y() + 4}, title, font, chip.width());
}

void TableContent::paintHeader(QPainter &painter)
{
    const auto &theme = look().theme();
    const auto box = headerRect();
    painter.save();
    painter.setClipRect(box, Qt::IntersectClip);
    painter.setPen(theme.border);
    painter.drawLine(QPointF(0, box.bottom() - 0.5), QPointF(box.right(), box.bottom() - 0.5));
    if (sortColumn() < 0)
        paintSortArrow(painter, {15, box.center().y()}, Qt::DescendingOrder, theme.accent);
    for (int c = 0; c < int(m_widths.size()); ++c) {
        painter.save();
        painter.setClipRect(clipOf(c, box), Qt::IntersectClip);
        paintTitle(painter, c, box);
        painter.restore();
    }
    if (m_reordering)
        paintReorder(painter, box);
    painter.restore();
    if (const int name = nameColumn(); name >= 0 && acrossOffset() > 0) { // where others vanish
        const qreal x = columnRect(name, box).right() - CollectionMetrics::gap / 2 - 0.5;
        painter.setPen(theme.border);
        painter.drawLine(QPointF(x, box.top()), QPointF(x, rowsRect().bottom()));
    }
}

void TableContent::paintRow(QPainter &painter, int row, const QRectF &box)
{
    const QRectF clip = painter.hasClipping() ? painter.clipBoundingRect() : box;
    if (hasHealth(row) && clip.left() < CollectionMetrics::badge) {
        const auto health = healthAt(row);
        const auto &theme = look().theme();
        const QPointF center(CollectionMetrics::badge - 15, box.center().y());
        m_badges.draw(painter, QRectF(center - QPointF(8, 8), QSizeF(16, 16)), int(health),
                      colorOf(theme, health),
                      [&](QPainter &own) { paintBadge(own, center, health, theme); });
    }
    paintLead(painter, row, box);
    for (int c = 0; c < int(m_widths.size()); ++c) {
        const auto rect = columnRect(c, box);
        const auto seen = rect.intersected(clipOf(c, box));
        if (seen.width() <= 0 || !seen.intersects(clip))
            continue;
        const bool isCut = seen.width() < rect.width() && acrossOffset() > 0;
        if (isCut) {
            painter.save();
            painter.setClipRect(seen, Qt::IntersectClip);
        }
        paintCell(painter, row, c, box);
        if (isCut)
            painter.restore();
    }
}

void TableContent::paintCell(QPainter &painter, int row, int column, const QRectF &box)
{
    const auto &theme = look().theme();
    const auto kind = columns()[size_t(column)].kind;
    const auto text = cellText(row, column);
    if (text.isEmpty())
        return;
    const auto rect = columnRect(column, box);
    const auto font = CollectionMetrics::font(look(), kind);
    const auto health = healthAt(row);
    const bool isQuiet = health == Health::Done;
    const bool isName = kind == ColumnKind::Name;
    const bool isTold = tellsHealth(row, column) && health != Health::Ok && !isQuiet;
    qreal room = rect.width() - CollectionMetrics::gap + 4;
    qreal left = rect.left();
    if (isName) {
        left += indentOf(row);
        room -= indentOf(row);
    } else if (CollectionMetrics::isFlushRight(kind)) {
        left += qMax(0.0, room - 4 - glyphs().widthOf(text, font));
    }
    if (kind == ColumnKind::Namespace)
        painter.setPen(theme.forNamespace(text));
    else if (isFaint(row, column))
        painter.setPen(theme.textFaint);
    else
        painter.setPen(isTold                   ? colorOf(theme, health)
                           : isName && !isQuiet ? theme.text
                           : isQuiet            ? theme.textFaint
                                                : theme.textDim);
    glyphs().draw(painter, {left, box.center().y() + 4.3}, text, font, room,
                  isName ? Qt::ElideMiddle : Qt::ElideRight);
}

} // namespace workspace
