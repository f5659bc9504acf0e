// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/list/listcontent.h"

#include "workspace/look/look.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace workspace {

void ListContent::paint(QPainter &painter, bool focused)
{
    settle();
    m_ticker.painted();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF seen = painter.hasClipping() ? painter.clipBoundingRect() : QRectF({}, m_size);
    if (seen.intersects(filterRect() | scopeRect() | formRect()))
        paintHead(painter, focused);
    if (rowCount() == 0)
        paintMessage(painter, rowsRect(), m_look, message());
    else
        paintRows(painter, focused, seen);
    if (total() > 0) {
        if (seen.intersects(headerRect()))
            paintHeader(painter);
        m_vertical.paint(painter, m_look.theme());
        m_horizontal.paint(painter, m_look.theme());
    }
    if (seen.intersects(footerRect()))
        paintFooter(painter);
    painter.restore();
}

void ListContent::paintHead(QPainter &painter, bool focused)
{
    auto trailing = filterProblem();
    if (trailing.isEmpty() && !m_filter.text().isEmpty())
        trailing = u"%L1/%L2"_s.arg(rowCount()).arg(total());
    m_filter.paint(painter, filterRect(), m_look, focused, filterHint(), trailing);
    if (form() != Form::OnlyList)
        paintForm(painter);
    if (m_namespaced)
        paintScope(painter);
}

void ListContent::paintHeader(QPainter & /*painter*/) { }

/// The form that a click changes to.
void ListContent::paintForm(QPainter &painter)
{
    const auto &theme = m_look.theme();
    const QRectF box = formRect();
    const bool isTree = form() == Form::Tree;
    painter.setPen(QPen(m_formHovered || isTree ? theme.accent : theme.border, 1));
    painter.setBrush(m_formHovered ? theme.hover : theme.raised);
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), Look::RadiusMedium,
                            Look::RadiusMedium);
    painter.setPen(QPen(isTree ? theme.accent : theme.textDim, 1.4, Qt::SolidLine, Qt::RoundCap));
    const QPointF c = box.center();
    for (const int line : {-1, 0, 1}) {
        const qreal indent = line < 0 ? 0 : 4.5;
        painter.drawLine(c + QPointF(-6.5 + indent, line * 4.5), c + QPointF(6.5, line * 4.5));
    }
    painter.drawLine(c + QPointF(-5.5, -2.5), c + QPointF(-5.5, 4.5));
    painter.drawLine(c + QPointF(-5.5, 0), c + QPointF(-4, 0));
    painter.drawLine(c + QPointF(-5.5, 4.5), c + QPointF(-4, 4.5));
}

void ListContent::paintScope(QPainter &painter)
{
    const auto &theme = m_look.theme();
    const QRectF box = scopeRect();
    painter.setPen(QPen(m_scopeHovered ? theme.accent : theme.border, 1));
    painter.setBrush(m_scopeHovered ? theme.hover : theme.raised);
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), Look::RadiusMedium,
                            Look::RadiusMedium);
    painter.setPen(m_nameSpaces.size() == 1 ? theme.forNamespace(m_nameSpaces.first())
                                            : theme.textDim);
    m_glyphs.draw(painter, {box.left() + 10, box.center().y() + 4.5}, scopeText(), m_look.sans(12),
                  box.width() - 32, Qt::ElideMiddle);
    const QPointF tip(box.right() - 13, box.center().y() + 1.5);
    const QPointF points[]{tip + QPointF(-4, -3.5), tip, tip + QPointF(4, -3.5)};
    painter.setPen(QPen(theme.textFaint, 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(points, 3);
}

void ListContent::paintRows(QPainter &painter, bool focused, const QRectF &seen)
{
    const auto &theme = m_look.theme();
    const auto area = rowsRect();
    painter.save();
    painter.setClipRect(area, Qt::IntersectClip);
    const auto [first, end] = rowsInView();
    for (int row = first; row < end; ++row) {
        const auto box = rowBox(row);
        if (!box.intersects(seen))
            continue;
        const auto id = idOf(row);
        const bool marked = m_marks.contains(id);
        if (id == m_selected || marked) {
            painter.fillRect(box, theme.selection);
        }
        if (marked) // a shape too: the selected row alone has none
            painter.fillRect(QRectF(box.right() - 2.5, box.top(), 2.5, box.height()), theme.accent);
        if (id == m_selected) {
            painter.fillRect(QRectF(0, box.top(), 2.5, box.height()),
                             focused ? theme.accent : theme.borderStrong);
        } else if (row == m_hovered) {
            painter.fillRect(box, theme.hover);
        }
        paintRow(painter, row, box);
    }
    painter.restore();
}

void ListContent::paintFooter(QPainter &painter)
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
    if (total() > 0)
        m_glyphs.draw(painter, {12, base}, selectionText(), font, left - 40);
}

} // namespace workspace
