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

void CollectionContent::paint(QPainter &painter, bool focused)
{
    m_model.setNow(QDateTime::currentSecsSinceEpoch());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const auto counts = m_model.counts();
    m_filter.paint(painter, filterRect(), m_look, focused, tr("Filter, ns:name, label:app=web"),
                   m_filter.text().isEmpty() ? QString()
                                             : u"%L1/%L2"_s.arg(counts.shown).arg(counts.total));
    if (m_resource.namespaced)
        paintScope(painter);
    if (m_model.rowCount() == 0 || counts.total == 0)
        paintMessage(painter, rowsRect(), m_look, message());
    else
        paintRows(painter, focused);
    if (counts.total > 0) {
        paintHeader(painter);
        m_vertical.paint(painter, m_look.theme());
        m_horizontal.paint(painter, m_look.theme());
    }
    paintFooter(painter);
    painter.restore();
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
    const auto &theme = m_look.theme();
    const auto box = headerRect();
    const auto font = CollectionMetrics::titleFont(m_look);
    const qreal base = box.center().y() + 4;
    painter.save();
    painter.setClipRect(box, Qt::IntersectClip);
    painter.setPen(theme.border);
    painter.drawLine(QPointF(0, box.bottom() - 0.5), QPointF(box.right(), box.bottom() - 0.5));
    qreal x = CollectionMetrics::badge - m_horizontal.offset();
    const bool byHealth = m_model.sortColumn() < 0;
    if (byHealth)
        paintSortArrow(painter, {15 - m_horizontal.offset(), box.center().y()}, Qt::DescendingOrder,
                       theme.accent);
    for (size_t c = 0; c < m_widths.size(); ++c) {
        const auto title = m_model.columns()[c].title.toUpper();
        const bool sorted = m_model.sortColumn() == int(c);
        const qreal room = m_widths[c] - CollectionMetrics::gap + 4;
        qreal left = x;
        if (m_model.columns()[c].kind == ColumnKind::Number)
            left += qMax(0.0, room - 4 - m_glyphs.widthOf(title, font));
        painter.setPen(sorted ? theme.accent : theme.textFaint);
        m_glyphs.draw(painter, {left, base}, title, font, room + 8);
        if (sorted)
            paintSortArrow(painter,
                           {qMin(left + m_glyphs.widthOf(title, font) + 8, x + m_widths[c] - 6),
                            box.center().y()},
                           m_model.sortOrder(), theme.accent);
        x += m_widths[c];
    }
    painter.restore();
}

void CollectionContent::paintRows(QPainter &painter, bool focused)
{
    const auto &theme = m_look.theme();
    const auto area = rowsRect();
    painter.save();
    painter.setClipRect(area, Qt::IntersectClip);
    const int first = int(m_vertical.offset() / CollectionMetrics::row);
    for (int row = first; row < m_model.rowCount(); ++row) {
        const QRectF box(0, area.top() + 2 + row * CollectionMetrics::row - m_vertical.offset(),
                         area.width(), CollectionMetrics::row);
        if (box.top() > area.bottom())
            break;
        const bool selected = m_model.packed(row).uid() == m_selected;
        if (selected) {
            painter.fillRect(box, theme.selection);
            painter.fillRect(QRectF(0, box.top(), 2.5, box.height()),
                             focused ? theme.accent : theme.borderStrong);
        } else if (row == m_hovered) {
            painter.fillRect(box, theme.hover);
        }
        paintRow(painter, row, box);
    }
    painter.restore();
}

void CollectionContent::paintRow(QPainter &painter, int row, const QRectF &box)
{
    const auto &theme = m_look.theme();
    const auto health = m_model.health(row);
    const bool quiet = health == Health::Done;
    qreal x = CollectionMetrics::badge - m_horizontal.offset();
    paintBadge(painter, {x - 15, box.center().y()}, health, theme);
    const auto &columns = m_model.columns();
    for (size_t c = 0; c < m_widths.size(); x += m_widths[c++]) {
        const qreal room = m_widths[c] - CollectionMetrics::gap + 4;
        if (x > box.right() || x + room < 0)
            continue;
        const auto kind = columns[c].kind;
        const auto text = m_model.text(row, int(c));
        const auto font = CollectionMetrics::font(m_look, kind);
        const bool name = kind == ColumnKind::Name;
        const bool told = columns[c].title == "Status"_L1 && health != Health::Ok && !quiet;
        qreal left = x;
        if (kind == ColumnKind::Number)
            left += qMax(0.0, room - 4 - m_glyphs.widthOf(text, font));
        if (kind == ColumnKind::Namespace)
            painter.setPen(theme.forNamespace(text));
        else
            painter.setPen(told                 ? colorOf(theme, health)
                               : name && !quiet ? theme.text
                               : quiet          ? theme.textFaint
                                                : theme.textDim);
        m_glyphs.draw(painter, {left, box.center().y() + 4.3}, text, font, room,
                      name ? Qt::ElideMiddle : Qt::ElideRight);
    }
}

void CollectionContent::paintFooter(QPainter &painter)
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
    if (m_model.counts().total > 0)
        m_glyphs.draw(painter, {12, base}, footerText(), font, left - 40);
}

} // namespace workspace
